//! The signs and borders drawn beside text: box-drawing or plain ASCII. Meaning is a sign first, a colour second.

use ratatui::symbols::border;

/// Which characters the screen is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Charset {
    /// Box-drawing lines and `…`.
    #[default]
    Unicode,
    /// Only `+-|=` and `~`: for terminals and fonts without line drawing.
    Ascii,
}

/// The sign of the cursor row.
pub const CURSOR: &str = ">";
/// The sign of a marked row.
pub const MARKED: &str = "*";
/// The sign of a programme error.
pub const ERROR: &str = "!!";
/// The sign of a warning.
pub const WARNING: &str = "!";
/// The sign of a hint.
pub const HINT: &str = "i";
/// The sign of a record that differs from the baseline.
pub const CHANGED: &str = "~";
/// The sign of a record that the baseline does not have.
pub const ADDED: &str = "+";
/// The sign of a record that has ended.
pub const ENDED: &str = "-";

const ASCII: border::Set = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

const ASCII_FOCUS: border::Set = border::Set { horizontal_top: "=", horizontal_bottom: "=", ..ASCII };

/// Whether a pane has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Keys go to this pane.
    Here,
    /// Keys go to another pane.
    Elsewhere,
}

impl Charset {
    /// Returns the border of a pane: single lines, double where the focus is.
    pub fn border(self, focus: Focus) -> border::Set<'static> {
        match (self, focus) {
            (Self::Unicode, Focus::Here) => border::DOUBLE,
            (Self::Unicode, Focus::Elsewhere) => border::PLAIN,
            (Self::Ascii, Focus::Here) => ASCII_FOCUS,
            (Self::Ascii, Focus::Elsewhere) => ASCII,
        }
    }

    /// Returns what a cut text ends with, one cell wide.
    pub fn ellipsis(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "~",
        }
    }
}
