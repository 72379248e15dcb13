//! What we and somebody else both changed: told whole in a text over the screen, and to be read again while the book is
//! open.

use super::notice::Notice;
use super::reader::{Reader, Text};
use super::{App, Mode, Overlay};
use crate::action::Action;
use crate::model::Key;
use crate::store::Notice as StoreNotice;
use std::collections::BTreeSet;

impl App {
    /// Opens the text of what both changed, when something is, and says how much it is.
    pub(super) fn tell_conflicts(&mut self) {
        if self.opened.draft.conflicts.is_empty() {
            return;
        }
        let said = (self.lang.conflicts().said)(self.disputed());
        let others = self.notice.take();
        let text = format!("{said} {}", others.as_ref().map_or("", |notice| &notice.text));
        let actions = others.map(|notice| notice.actions).unwrap_or_default();
        self.say(Notice::refused(text.trim_end(), &actions));
        self.open(Overlay::Reader(self.conflicts()));
    }

    /// Opens the text again.
    pub(super) fn read_conflicts(&mut self) {
        if self.opened.draft.conflicts.is_empty() {
            return self.say(Notice::done(self.lang.conflicts().none, &[]));
        }
        self.open(Overlay::Reader(self.conflicts()));
    }

    fn conflict_sentences(&self) -> Vec<String> {
        let told =
            |conflict: &_| self.lang.store_notice(&StoreNotice::Conflict(Box::new(Clone::clone(conflict))));
        self.opened.draft.conflicts.iter().map(told).collect()
    }

    /// How many records both changed.
    fn disputed(&self) -> usize {
        self.opened.draft.conflicts.iter().map(|conflict| conflict.key).collect::<BTreeSet<Key>>().len()
    }

    fn conflicts(&self) -> Reader {
        let words = self.lang.conflicts();
        let mut text =
            vec![Text::Heading((words.heading)(self.disputed())), Text::Plain(words.stands.to_owned())];
        if self.opened.mode == Mode::Normal {
            let key = self.keymap.key_for(crate::keymap::Context::List, Action::Palette);
            let key = key.map(ToString::to_string).unwrap_or_default();
            text.push(Text::Plain((words.kept)(self.lang.action_label(Action::Backups), &key)));
        }
        text.push(Text::Heading(words.list.to_owned()));
        text.extend(self.conflict_sentences().into_iter().map(Text::Fact));
        Reader { title: words.title.to_owned(), text, offset: 0, about: None, refused: None }
    }
}
