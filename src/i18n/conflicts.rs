//! The words about what we and somebody else both changed: one struct, two values.

use super::{Lang, en, fr};

/// Every word and sentence about what both changed, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Conflicts {
    pub title: &'static str,
    pub said: fn(usize) -> String,
    pub heading: fn(usize) -> String,
    pub stands: &'static str,
    pub kept: fn(&str, &str) -> String,
    pub list: &'static str,
    pub none: &'static str,
}

impl Lang {
    /// The words about what both changed.
    pub fn conflicts(self) -> &'static Conflicts {
        match self {
            Self::En => &en::conflicts::CONFLICTS,
            Self::Fr => &fr::conflicts::CONFLICTS,
        }
    }
}
