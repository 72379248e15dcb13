//! A form as it is taken up again, against the book as it is now.

use crate::app::{App, Form, Overlay, Slip, Transfer};
use crate::model::show;
use crate::store::forms::{Blank, Filled, Typed, Unfinished};

/// A form that can be taken up again, or not any more.
#[derive(Debug)]
pub(in crate::app) struct Again {
    /// What it is called, safe to show.
    pub title: String,
    /// What was typed: labels and texts, safe to show.
    pub typed: Vec<(String, String)>,
    /// What has changed since, in sentences.
    pub told: Vec<String>,
    /// The form; nothing when what it was about is gone.
    pub overlay: Option<Overlay>,
    /// True when the book has everything that was typed.
    pub is_done: bool,
}

impl Again {
    /// A form that cannot be taken up: what was typed is shown as it was, under this title.
    pub fn gone(title: String, why: String, typed: Vec<(String, String)>) -> Self {
        Self { title, typed, told: vec![why], overlay: None, is_done: false }
    }

    /// Takes a form up.
    pub fn new(app: &mut App, unfinished: &Unfinished) -> Self {
        match unfinished {
            Unfinished::Form(filled) => Form::again(app, filled),
            Unfinished::Slip(slip) => Slip::again(app, slip),
            Unfinished::Transfer(transfer) => Transfer::again(app, transfer),
        }
    }
}

/// What was typed into a form, for one that has no fields any more.
pub(in crate::app) fn as_typed(filled: &Filled) -> Vec<(String, String)> {
    let shown = |Typed { field, text }: &Typed| (field.show().into_owned(), text.show().into_owned());
    filled.typed.iter().map(shown).collect()
}

/// The same for a slip.
pub(in crate::app) fn as_filled(blanks: &[Blank]) -> Vec<(String, String)> {
    let changed = blanks.iter().filter(|blank| blank.text != blank.before);
    changed.map(|blank| (String::new(), show(blank.text.raw()).into_owned())).collect()
}
