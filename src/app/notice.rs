//! The one line that says what just happened.

use crate::action::Action;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something was refused, or needs a look.
    Refused,
    /// Something failed: what is on screen may not be on disk.
    Failed,
}

/// What just happened, and the actions that go on from there; their keys are asked when it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
    /// What the user can do now.
    pub actions: Vec<Action>,
}

impl Notice {
    /// Something was done.
    pub fn done(text: impl Into<String>, actions: &[Action]) -> Self {
        Self { tone: Tone::Done, text: text.into(), actions: actions.to_vec() }
    }

    /// Something was refused.
    pub fn refused(text: impl Into<String>, actions: &[Action]) -> Self {
        Self { tone: Tone::Refused, text: text.into(), actions: actions.to_vec() }
    }

    /// Something failed.
    pub fn failed(text: impl Into<String>, actions: &[Action]) -> Self {
        Self { tone: Tone::Failed, text: text.into(), actions: actions.to_vec() }
    }
}
