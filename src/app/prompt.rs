//! A question that is answered with a line of text: which files, which folder, whose export.

use super::App;
use super::job::Importing;
use super::line::Line;
use super::notice::Notice;
use super::overlay::Turn;
use crate::action::Action;
use crate::exchange::{Context, Need};
use crate::model::{Key, TenantId};
use std::path::PathBuf;

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// The folder of a book.
    Book,
    /// Files to import.
    Files,
    /// The name of this moment.
    Name,
    /// What a file cannot say of itself, to read the same files with it.
    Told(Need, Box<Importing>),
}

/// A question with a line for the answer.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What is asked for.
    pub wanted: Wanted,
    /// The question.
    pub title: String,
    /// What is typed.
    pub line: Line,
}

impl Prompt {
    /// A question with an empty line.
    pub fn new(wanted: Wanted, title: &str) -> Self {
        Self { wanted, title: title.to_owned(), line: Line::default() }
    }

    pub(super) fn typed(&mut self, typed: char) -> Turn {
        self.line.type_char(typed);
        Turn::Stay
    }

    pub(super) fn paste(&mut self, text: &str) -> Turn {
        self.line.paste(text);
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Leave | Action::Cancel => Turn::Close,
            Action::Accept => self.accept(app),
            _ => {
                self.line.act(action);
                Turn::Stay
            }
        }
    }

    fn accept(&mut self, app: &mut App) -> Turn {
        let text = self.line.text().trim();
        if text.is_empty() {
            return Turn::Close;
        }
        match &self.wanted {
            Wanted::Book => app.open_book(home(text)),
            Wanted::Name => match app.name_moment(text) {
                Ok(()) => Turn::Close,
                Err(why) => {
                    app.say(Notice::refused(why, &[]));
                    Turn::Stay
                }
            },
            Wanted::Files => {
                app.import(paths(text), Context::default());
                Turn::Close
            }
            Wanted::Told(need, importing) => {
                let Some(tenant) = tenant(app, *need, text) else {
                    app.say(Notice::refused(app.lang.files().not_a_tenant, &[]));
                    return Turn::Stay;
                };
                let before = importing.context;
                let context = match need {
                    Need::Us => Context { us: Some(tenant), ..before },
                    Need::Customer => Context { customer: Some(tenant), ..before },
                };
                if *need == Need::Us && app.opened.us.is_none() {
                    app.opened.us = Some(tenant);
                }
                app.import(importing.paths.clone(), context);
                Turn::Close
            }
        }
    }
}

/// A tenant by its id, or by the whole name of a record that the book has once.
fn tenant(app: &App, need: Need, text: &str) -> Option<TenantId> {
    if let Ok(id) = text.parse() {
        return Some(id);
    }
    let model = app.book.model();
    let named: Vec<TenantId> = match need {
        Need::Us => model.partners().values().filter(|p| p.name.raw() == text).map(|p| p.tenant).collect(),
        Need::Customer => {
            model.customers().values().filter(|c| c.name.raw() == text).map(|c| c.tenant).collect()
        }
    };
    match named.as_slice() {
        [one] if model.contains(Key::Partner(*one)) || model.contains(Key::Customer(*one)) => Some(*one),
        _ => None,
    }
}

/// The paths of a line: blanks part them, quotes hold a path with blanks together; `~` is the home folder.
fn paths(text: &str) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    let mut now = String::new();
    let mut quote = None;
    for c in text.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            (None, c) if c.is_whitespace() => paths.push(std::mem::take(&mut now)),
            _ => now.push(c),
        }
    }
    paths.push(now);
    paths.iter().filter(|path| !path.is_empty()).map(|path| home(path)).collect()
}

fn home(path: &str) -> PathBuf {
    match path.strip_prefix("~/").and_then(|rest| Some((std::env::home_dir()?, rest))) {
        Some((home, rest)) => home.join(rest),
        None => path.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::paths;

    #[test]
    fn paths_are_parted_by_blanks_and_held_by_quotes() {
        let found = paths(r#"a.json  "b c.json" 'd e' f"#);
        assert_eq!(found, ["a.json", "b c.json", "d e", "f"].map(std::path::PathBuf::from));
    }
}
