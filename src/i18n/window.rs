//! The words around the panes: title bar, headings, status line, empty lists. One struct, two values.

use super::{Lang, en, fr};
use crate::model::Day;
use crate::query::Pane;

/// The words around the panes, in one language. Sentences take what they speak of.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after
pub struct Window {
    pub demo: &'static str,
    pub read_only: &'static str,
    pub follows_all: &'static str,
    pub not_following: &'static str,
    pub no_filter: &'static str,
    pub nothing_inspected: &'static str,
    pub filter_all: &'static str,
    pub saving: &'static str,
    pub draft_kept: &'static str,
    pub draft_on_the_way: &'static str,
    pub copy_kept: &'static str,
    pub not_saved: &'static str,
    pub opening: &'static str,
    pub importing: &'static str,
    pub checking: &'static str,
    pub sorting: &'static str,
    pub gathering: &'static str,
    pub heading_name: &'static str,
    pub heading_state: &'static str,
    pub heading_quantity: &'static str,
    pub heading_channel: &'static str,
    pub heading_ends: &'static str,
    pub heading_renews: &'static str,
    pub today: fn(Day) -> String,
    pub changes: fn(usize) -> String,
    pub following: fn(&str) -> String,
    pub inspector_alone: &'static str,
    pub inspector: fn(&str) -> String,
    pub pinned: fn(&str) -> String,
    pub filter: fn(&str) -> String,
    pub filter_of: fn(&str) -> String,
    pub matches: fn(usize, usize) -> String,
    pub marked: fn(usize) -> String,
    pub more_below: fn(usize) -> String,
    pub none_match: fn(&str) -> String,
    pub none_related: fn(&str) -> String,
    pub too_small: fn(&str, &str) -> String,
    pub(super) none_yet: [&'static str; 4],
}

impl Lang {
    /// The words around the panes.
    pub fn window(self) -> &'static Window {
        match self {
            Self::En => &en::window::WINDOW,
            Self::Fr => &fr::window::WINDOW,
        }
    }
}

impl Window {
    /// A pane whose table is empty.
    pub fn none_yet(&self, pane: Pane) -> &'static str {
        let place = Pane::ALL.iter().position(|known| *known == pane);
        place.and_then(|place| self.none_yet.get(place)).copied().unwrap_or_default()
    }
}
