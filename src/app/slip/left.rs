//! A slip that is left before it is confirmed, as data; and back from there, against the book as it is now.

use super::Slip;
use crate::app::unfinished::{Again, as_filled};
use crate::app::{App, Overlay};
use crate::edit::ops::Paper;
use crate::store::forms::{self, Blank};

impl Slip {
    /// What was typed; nothing when nothing was.
    pub(in crate::app) fn unfinished(&self) -> Option<forms::Slip> {
        let blank = |line: &super::SlipLine| Blank {
            before: line.before.as_str().into(),
            text: line.line.text().into(),
        };
        let blanks = || self.lines.iter().map(blank).collect();
        let paper = match self.paper {
            Paper::Agreement { customer, place } => forms::Paper::Agreement { customer, place },
            Paper::Location { partner } => forms::Paper::Location { partner },
        };
        self.is_changed().then(|| forms::Slip { paper, blanks: blanks(), cursor: self.cursor })
    }

    /// Takes a slip up again.
    pub(in crate::app) fn again(app: &mut App, left: &forms::Slip) -> Again {
        let paper = match left.paper {
            forms::Paper::Agreement { customer, place } => Paper::Agreement { customer, place },
            forms::Paper::Location { partner } => Paper::Location { partner },
        };
        match Self::new(app, paper) {
            Ok(slip) => slip.filled(app, left),
            Err(why) => {
                let model = app.book.model();
                let (title, why) = (app.lang.paper(model, paper), app.lang.impossible(model, &why));
                Again::gone(title, why, as_filled(&left.blanks))
            }
        }
    }

    fn filled(mut self, app: &mut App, left: &forms::Slip) -> Again {
        let words = app.lang.unfinished();
        let mut told = Vec::new();
        if self.lines.iter().zip(&left.blanks).any(|(line, blank)| line.before != blank.before.raw()) {
            told.push(words.has_changed(&app.book.model().name(self.paper.subject()).show()));
        }
        for (line, blank) in self.lines.iter_mut().zip(&left.blanks).filter(|(_, b)| b.text != b.before) {
            line.line.set("");
            line.line.paste(blank.text.raw());
        }
        let more = left.blanks.iter().skip(self.lines.len());
        told.extend(more.map(|blank| words.no_field("", &blank.text.show())));
        let is_done = left.blanks.len() <= self.lines.len() && !self.is_changed();
        self.cursor = left.cursor.min(self.lines.len().saturating_sub(1));
        self.judge(app);
        let changed = self.lines.iter().filter(|line| line.is_changed());
        let typed = changed
            .map(|line| {
                let text = crate::model::show(line.line.text()).into_owned();
                (app.lang.blank(line.blank).to_owned(), text)
            })
            .collect();
        Again {
            title: self.title.clone(),
            typed,
            told,
            overlay: Some(Overlay::Slip(Box::new(self))),
            is_done,
        }
    }
}
