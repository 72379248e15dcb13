//! Typing a filter: the list narrows with every key, and an unfinished term leaves the last result in place.

use super::App;
use super::line::Line;
use super::overlay::Turn;
use crate::action::Action;
use crate::query;

/// The filter line of a pane, or of all four at once.
#[derive(Clone, Debug)]
pub struct FilterLine {
    /// The panes it is for, by number.
    pub panes: Vec<usize>,
    /// What they had before, to go back to.
    before: Vec<String>,
    /// How far back in the earlier queries the line is.
    recalled: Option<usize>,
}

impl FilterLine {
    /// The filter of these panes, with what they have now.
    pub fn new(app: &App, panes: Vec<usize>) -> Self {
        let before = panes.iter().map(|n| app.panes[*n].filter.line.text().to_owned()).collect();
        Self { panes, before, recalled: None }
    }

    /// The line as typed.
    pub fn line<'a>(&self, app: &'a App) -> &'a Line {
        &app.panes[self.panes[0]].filter.line
    }

    pub(super) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        self.edit(app, |line| line.type_char(typed))
    }

    pub(super) fn paste(&mut self, app: &mut App, text: &str) -> Turn {
        self.edit(app, |line| line.paste(text))
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Accept => {
                app.remember_query(self.line(app).text().to_owned());
                Turn::Close
            }
            Action::Leave | Action::Cancel => {
                for (pane, text) in self.panes.clone().into_iter().zip(self.before.clone()) {
                    app.set_filter(pane, &Line::new(&text));
                }
                Turn::Close
            }
            Action::CandidateUp => self.recall(app, 1),
            Action::CandidateDown => self.recall(app, -1),
            Action::PageUp | Action::PageDown => {
                app.move_by_page(if action == Action::PageUp { -1 } else { 1 });
                Turn::Stay
            }
            Action::Complete => self.complete(app),
            _ => self.edit(app, |line| {
                line.act(action);
            }),
        }
    }

    fn edit(&mut self, app: &mut App, edit: impl FnOnce(&mut Line)) -> Turn {
        let mut line = self.line(app).clone();
        edit(&mut line);
        self.put(app, &line);
        Turn::Stay
    }

    fn put(&self, app: &mut App, line: &Line) {
        self.panes.iter().for_each(|pane| app.set_filter(*pane, line));
    }

    fn recall(&mut self, app: &mut App, by: isize) -> Turn {
        let next = self.recalled.map_or(if by > 0 { Some(0) } else { None }, |n| n.checked_add_signed(by));
        let Some(text) = next.and_then(|n| app.queries.iter().rev().nth(n)).cloned() else {
            return Turn::Stay;
        };
        self.recalled = next;
        self.put(app, &Line::new(&text));
        Turn::Stay
    }

    fn complete(&self, app: &mut App) -> Turn {
        let line = self.line(app).clone();
        let pane = app.panes[self.panes[0]].kind;
        if let Some(completed) = super::narrow::complete(app.book.model(), line.before(), pane) {
            let mut with = Line::new(&completed);
            let rest = line.after().to_owned();
            let cursor = with.text().chars().count();
            with.paste(&rest);
            with.act(Action::CursorStart);
            for _ in 0..cursor {
                with.act(Action::CursorRight);
            }
            self.put(app, &with);
        }
        Turn::Stay
    }
}

impl App {
    /// Sets the filter of a pane from what is typed. A line that cannot be read leaves the last query in force.
    pub(super) fn set_filter(&mut self, pane: usize, line: &Line) {
        let filter_pane = self.panes[pane].kind;
        let filter = &mut self.panes[pane].filter;
        filter.line = line.clone();
        if line.text().trim().is_empty() {
            (filter.query, filter.problem) = (None, None);
        } else {
            match query::parse_for(line.text(), filter_pane) {
                Ok(query) => (filter.query, filter.problem) = (Some(query), None),
                Err(problem) => filter.problem = Some(problem),
            }
        }
        self.stale(pane);
    }

    /// Narrows a pane to what a query means, as if it had been typed there.
    pub fn filter(&mut self, pane: usize, query: &str) {
        self.set_filter(pane, &Line::new(query));
        self.focus = super::Focus::Pane(pane);
        self.remember_query(query.to_owned());
        self.refresh();
    }

    fn remember_query(&mut self, text: String) {
        if text.trim().is_empty() {
            return;
        }
        self.queries.retain(|earlier| *earlier != text);
        self.queries.push(text);
        let forget = self.queries.len().saturating_sub(50);
        self.queries.drain(..forget);
    }
}
