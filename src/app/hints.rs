//! The hint bar: the keys that matter here, asked from the keymap, the answer to a problem first.

use super::{App, Overlay};
use crate::action::Action;

/// A key and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What is run when the hint is chosen.
    pub action: Action,
    /// The key, as printed.
    pub key: String,
    /// What it does, in a word or two.
    pub label: &'static str,
}

const PROBLEM: &[Action] = &[Action::Fixes, Action::Why];
const PAST: &[Action] = &[Action::StepBack, Action::Restore];
const MARKED: &[Action] = &[Action::Edit, Action::Operations, Action::MarkClear];
const FILTER: &[Action] = &[Action::Accept, Action::Leave, Action::Complete];
const PANES: &[Action] = &[
    Action::Open,
    Action::Edit,
    Action::Add,
    Action::RelateCustomer,
    Action::Remove,
    Action::Mark,
    Action::Problems,
    Action::Undo,
    Action::Filter,
    Action::Palette,
    Action::Help,
];

impl App {
    /// The key of an action where the keys are now; nothing when it has none.
    pub fn key_of(&self, action: Action) -> Option<String> {
        self.keymap.key_for(self.context(), action).map(ToString::to_string)
    }

    /// The hints for these actions, as far as they have keys.
    pub fn hints_for(&self, actions: &[Action]) -> Vec<Hint> {
        let hint = |action: &Action| {
            let key = self.key_of(*action)?;
            Some(Hint { action: *action, key, label: self.lang.action_label(*action) })
        };
        actions.iter().filter_map(hint).collect()
    }

    /// The hints for the place the keys are at, the most useful first.
    pub fn hints(&self) -> Vec<Hint> {
        self.hints_for(&self.hint_actions())
    }

    fn hint_actions(&self) -> Vec<Action> {
        if let Some(Overlay::Filter(_)) = self.overlays.last() {
            return FILTER.to_vec();
        }
        // The wizard says its own.
        if let Some(Overlay::Transfer(_)) = self.overlays.last() {
            return Vec::new();
        }
        let mut actions = Vec::new();
        if self.looked_at().is_some() {
            actions.extend_from_slice(PAST);
        }
        if !self.pane().marks.is_empty() {
            actions.extend_from_slice(MARKED);
        }
        if self.here().is_some_and(|key| self.worst(key).is_some()) {
            actions.extend_from_slice(PROBLEM);
        }
        actions.extend_from_slice(PANES);
        let mut seen = Vec::new();
        actions.retain(|action| {
            !self.is_refused(*action) && !seen.contains(action) && {
                seen.push(*action);
                true
            }
        });
        actions
    }
}
