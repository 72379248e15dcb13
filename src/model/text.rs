//! Text that came from people or files. It has no `Display`: the only way to a terminal is [`Text::show`].

use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::Write;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// How many combining marks one letter may carry on a screen.
const MARKS: usize = 8;

/// How many characters of a text are shown at most: all of what a field takes. Longer ones come from files alone, and a
/// screen of them must not take longer to draw.
pub const SHOWN: usize = super::field::LONGEST;

/// Untrusted text, kept exactly as it came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(CompactString);

impl Text {
    /// The text as it came. Never print it: it may hold escapes.
    pub fn raw(&self) -> &str {
        &self.0
    }

    /// True when there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text as it may be shown: what would move, hide or turn other text is spelled out.
    pub fn show(&self) -> Cow<'_, str> {
        show(&self.0)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

/// Untrusted text as it may be shown on one line: controls as pictures, other hostile characters by their number, no more
/// on one place than it is wide and no more than eight marks, and of a text longer than any field takes only the beginning.
pub fn show(text: &str) -> Cow<'_, str> {
    if text.len() <= SHOWN && text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len().min(SHOWN) + 8);
    let mut shown = 0;
    for cluster in text.graphemes(true) {
        let before = out.len();
        push_cluster(&mut out, cluster);
        shown += out[before..].chars().count();
        if shown > SHOWN {
            out.truncate(before);
            out.push('…');
            break;
        }
    }
    Cow::Owned(out)
}

/// One place of a line. Terminals that do not know how its characters go together draw them side by side: what then needs
/// more room than it was given is shown side by side from the beginning.
fn push_cluster(out: &mut String, cluster: &str) {
    let width = |c: char| c.width().unwrap_or(0);
    let is_apart = cluster.chars().map(width).sum::<usize>() > cluster.width();
    for (place, c) in cluster.chars().enumerate().take(if is_apart { usize::MAX } else { MARKS + 1 }) {
        match c {
            '\u{1f3fb}'..='\u{1f3ff}' if place > 0 && is_apart => spell(out, c),
            _ if place > 0 && is_apart && width(c) == 0 && !is_hostile(c) => {}
            _ => push_safe(out, c),
        }
    }
}

fn spell(out: &mut String, c: char) {
    // Writing to a String cannot fail.
    write!(out, "<{:04X}>", c as u32).unwrap_or_default();
}

fn push_safe(out: &mut String, c: char) {
    match c {
        '\u{0}'..='\u{1f}' => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('?')),
        '\u{7f}' => out.push('\u{2421}'),
        _ if is_hostile(c) => spell(out, c),
        _ => out.push(c),
    }
}

/// True for characters that are invisible or change how others appear: C1 controls, bidi controls, zero-width
/// characters, line and paragraph separators, tags, other default-ignorable characters, private use.
pub fn is_hostile(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_stay_as_they_are() {
        for name in ["Clinique du Parc", "Lycée Pasteur", "株式会社", "O'Neil & Söhne", "ไทย"] {
            assert_eq!(show(name), name);
        }
    }

    #[test]
    fn nothing_hostile_is_shown_raw() {
        assert_eq!(show("a\u{1b}]52;c;x\u{7}b"), "a\u{241b}]52;c;x\u{2407}b");
        assert_eq!(show("a\tb\nc\u{7f}"), "a\u{2409}b\u{240a}c\u{2421}");
        assert_eq!(show("abc\u{202e}def"), "abc<202E>def");
        assert_eq!(show("a\u{200b}b\u{9b}c"), "a<200B>b<009B>c");
    }

    #[test]
    fn every_scalar_is_either_safe_or_spelled_out() {
        for c in '\u{0}'..=char::MAX {
            let shown = show(c.encode_utf8(&mut [0; 4])).into_owned();
            assert!(!shown.chars().any(|c| c.is_control() || is_hostile(c)), "{:04X}", c as u32);
        }
    }

    #[test]
    fn of_a_text_that_no_field_takes_only_the_beginning_is_shown() {
        let longest = "é".repeat(SHOWN);
        assert_eq!(show(&longest), longest);
        for (text, end) in [("a", "a…"), ("é", "é…"), ("\u{202e}", "<202E>…")] {
            let shown = show(&text.repeat(100_000)).into_owned();
            assert!(shown.chars().count() <= SHOWN + 1 && shown.ends_with(end), "{}", shown.chars().count());
            assert_eq!(show(&shown), shown);
        }
    }

    #[test]
    fn no_place_is_drawn_wider_than_it_is() {
        let flood = format!("P {}", "\u{1780}\u{17d2}".repeat(300));
        for text in [flood.as_str(), "ក្ក", "\u{1f44d}\u{1f3fd}", "\u{1100}\u{1161}", "हिन्दी", "한국어"]
        {
            let shown = show(text).into_owned();
            for cluster in shown.graphemes(true) {
                let apart: usize = cluster.chars().map(|c| c.width().unwrap_or(0)).sum();
                assert!(apart <= cluster.width() && cluster.chars().count() <= MARKS + 1, "{cluster:?}");
            }
            assert_eq!(show(&shown), shown);
        }
        assert_eq!(show("हिन्दी, 한국어"), "हिन्दी, 한국어");
        let vowels = format!("\u{1100}{}", "\u{1161}".repeat(3_000));
        assert_eq!(show(&vowels).chars().count(), 1 + MARKS);
    }

    #[test]
    fn floods_of_marks_are_cut() {
        let flood = format!("e{}x", "\u{301}".repeat(500));
        assert_eq!(show(&flood).chars().count(), 1 + MARKS + 1);
    }
}
