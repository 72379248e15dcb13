//! Offering what was left: a sheet that says which form, when, and what was typed; the safe answer keeps it.

use super::Again;
use crate::app::{App, Mode, Notice, Overlay, Reply, Sheet, Turn};
use crate::model::Moment;
use crate::store::forms::Sitting;

/// So much of one typed text is shown, in characters.
const SHOWN: usize = 400;

impl App {
    /// Takes in what an earlier run left, and offers it. What was changed on both sides is told before it.
    pub fn offer(&mut self, left: Vec<Sitting>) {
        if self.opened.mode == Mode::Normal {
            // A book that is read again has its own here already, and newer.
            if self.unfinished.left.is_empty() {
                self.unfinished.left = left;
            }
            self.offer_left();
        }
        self.tell_conflicts();
    }

    /// Offers again what was put off.
    pub(in crate::app) fn offer_again(&mut self) {
        if !self.offer_left() {
            self.say(Notice::done(self.lang.unfinished().none, &[]));
        }
    }

    /// Asks what is to become of the newest that was left; false when there is none.
    fn offer_left(&mut self) -> bool {
        while let Some(sitting) = self.unfinished.left.last().cloned() {
            let forms: Vec<Again> = sitting.forms.iter().map(|form| Again::new(self, form)).collect();
            if forms.iter().all(|form| form.is_done) {
                self.forget_left();
                continue;
            }
            let sheet = self.offer_sheet(sitting.at, &forms);
            self.open(Overlay::Sheet(sheet));
            return true;
        }
        false
    }

    fn offer_sheet(&self, at: Moment, forms: &[Again]) -> Sheet {
        let words = self.lang.unfinished();
        let mut lines = Vec::new();
        for form in forms {
            if forms.len() > 1 {
                lines.push(form.title.clone());
            }
            lines.extend(form.typed.iter().map(|(label, text)| self.offer_line(label, text)));
            lines.extend(form.told.iter().cloned());
        }
        let mut answers = vec![('d', self.lang.overlays().drop_values.into(), Reply::DropLeft)];
        if forms.iter().any(|form| form.overlay.is_some()) {
            answers.insert(0, ('r', words.go_on.into(), Reply::TakeUp));
        }
        let at = words.moment(at);
        let title = match forms {
            [one] => words.was_filled(&one.title, &at),
            many => words.were_filled(many.len(), &at),
        };
        Sheet { title, lines, answers, safe: words.later, offset: 0 }
    }

    fn offer_line(&self, label: &str, text: &str) -> String {
        let short: String = text.chars().take(SHOWN).collect();
        let short = if short.len() < text.len() { format!("{short}...") } else { short };
        if label.is_empty() {
            format!("  {short}")
        } else {
            format!("  {}", self.lang.overlays().labelled(label, &short))
        }
    }

    /// Opens the newest that was left, as it was. What cannot be taken up any more stays among what was left.
    pub(in crate::app) fn take_up(&mut self) -> Turn {
        let Some(sitting) = self.unfinished.left.pop() else { return Turn::Close };
        let (mut told, mut opened, mut kept) = (Vec::new(), Vec::new(), Vec::new());
        for form in sitting.forms {
            let again = Again::new(self, &form);
            match again.overlay {
                Some(overlay) => opened.push(overlay),
                None => kept.push(form),
            }
            told.extend(again.told);
        }
        if !kept.is_empty() {
            self.unfinished.left.push(Sitting { at: sitting.at, forms: kept });
        }
        self.unfinished.is_news = true;
        if !told.is_empty() {
            self.say(Notice::refused(told.join(" "), &[]));
        }
        self.overlays.extend(opened);
        Turn::Close
    }

    /// Drops the newest that was left, because the user said so, and offers the one before.
    pub(in crate::app) fn drop_left(&mut self) -> Turn {
        self.forget_left();
        self.offer_left();
        Turn::Close
    }

    fn forget_left(&mut self) {
        self.unfinished.left.pop();
        (self.unfinished.is_news, self.unfinished.shrinks) = (true, true);
    }
}
