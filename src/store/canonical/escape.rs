//! Which characters are written as escapes: a fixed set, whatever the version of Unicode. Knows only characters.

use std::fmt::Write as _;

/// Appends `text` between two `quote` characters, escaping the fixed set and nothing else.
pub fn push_quoted(out: &mut String, text: &str, quote: char) {
    out.push(quote);
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        if is_escaped(c, quote) {
            out.push_str(&text[plain..at]);
            push_escape(out, c);
            plain = at + c.len_utf8();
        }
    }
    out.push_str(&text[plain..]);
    out.push(quote);
}

fn push_escape(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\'' => out.push_str("\\'"),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        other => {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(other));
        }
    }
}

/// Controls, line separators, bidi controls and what is invisible: a person who reads the file must see them, and
/// tools which change line ends or trim lines must not meet them.
fn is_escaped(c: char, quote: char) -> bool {
    if matches!(c, ' '..='~') {
        return c == quote || c == '\\';
    }
    if c < '\u{a1}' {
        return c != '\u{a0}';
    }
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
