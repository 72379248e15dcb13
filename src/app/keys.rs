//! From keys to actions: the topmost overlay has them first, then the four panes.

use super::line::LONGEST;
use super::notice::Notice;
use super::overlay::Overlay;
use super::{App, Effect, Task};
use crate::action::Action;
use crate::keymap::{Context, Key, Resolved};

impl App {
    /// Where keys have a meaning now.
    pub fn context(&self) -> Context {
        self.overlays.last().map_or(Context::List, Overlay::context)
    }

    pub(super) fn key(&mut self, key: Key) {
        let context = self.context();
        let was_shown = self.continuations.take().is_some();
        match self.resolver.feed(&self.keymap, context, key) {
            Resolved::Action(action) => self.run(action),
            Resolved::Text(typed) => drop(self.with_top(|top, app| top.typed(app, typed))),
            Resolved::Pending(next) if was_shown => self.continuations = Some(next),
            Resolved::Pending(_) => self.effect(Effect::WakeForHints),
            Resolved::Miss(keys) => {
                let text = self.lang.screen().no_such_key(&keys.to_string());
                self.say(Notice::refused(text, &[Action::Help]));
            }
            Resolved::Stopped => {}
        }
    }

    /// Pasted text is text, never keys. What does not become of it is told.
    pub(super) fn paste(&mut self, text: &str) {
        let words = self.lang.screen();
        let takes_text = self.overlays.last().is_some_and(Overlay::takes_text);
        self.with_top(|top, app| top.paste(app, text));
        if !takes_text {
            self.say(Notice::refused(words.paste_nowhere, &[]));
        } else if text.len() > LONGEST {
            self.say(Notice::refused(words.paste_cut, &[]));
        }
    }

    pub(super) fn show_continuations(&mut self) {
        let pending = self.resolver.pending().0.clone();
        if !pending.is_empty() {
            let next = self.keymap.continuations(self.context(), &pending);
            self.continuations = Some(next.into_iter().cloned().collect());
        }
    }

    /// Does what an action says: in the topmost overlay, else on the four panes. Help and the palette run actions
    /// by the same way.
    pub fn run(&mut self, action: Action) {
        self.notice = None;
        if self.everywhere(action) || self.refuses(action) {
            return;
        }
        if !self.with_top(|top, app| top.act(app, action)) {
            self.act(action);
        }
    }

    /// The few actions that mean the same wherever they are asked for.
    fn everywhere(&mut self, action: Action) -> bool {
        match action {
            Action::Redraw => self.effect(Effect::Redraw),
            Action::Suspend => self.effect(Effect::Suspend),
            // Candidates are judged unasked: there it is the picker that is left.
            Action::Cancel if self.running.iter().any(|(task, _, _)| can_cancel(*task)) => self.cancel_work(),
            _ => return false,
        }
        true
    }

    fn cancel_work(&mut self) {
        let (stopped, goes_on): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.running).into_iter().partition(|(task, _, _)| *task != Task::Save);
        self.running = goes_on;
        stopped.iter().for_each(|(task, _, _)| self.effect(Effect::Cancel(*task)));
        self.say(Notice::done(self.lang.screen().stopped, &[]));
    }
}

/// A save is not broken off: half of a book on disk would be worse than the old or the new one.
fn can_cancel(task: Task) -> bool {
    !matches!(task, Task::Judge | Task::Save)
}
