//! The head of a file: its format number, whatever comes after, and damage that has a name. Knows only text.

use super::bad::Fault;
use super::comments;

/// The text of a file: UTF-8, without the byte order mark that some editors put in front.
///
/// # Errors
/// The line and column of the first byte that is not UTF-8.
pub fn text(bytes: Vec<u8>) -> Result<String, (usize, usize)> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        end_of(&String::from_utf8_lossy(good))
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// Line and column, from 1 and in characters, of what follows `text`.
pub fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    (text.matches('\n').count() + 1, last.chars().count() + 1)
}

/// The format number of a file, also of a newer one that nothing here could read: the number after the first
/// `format:` behind comments, attributes and the root's name.
pub fn format_of(text: &str) -> Option<u32> {
    let mut rest = skip_head(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    rest = rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').trim_start();
    rest = rest.strip_prefix('(')?.trim_start().strip_prefix("format")?;
    rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// What follows comments and attributes.
fn skip_head(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        let end = match comments::comment(rest) {
            Some(end) => end,
            None if rest.starts_with("#!") => rest.find(']')? + 1,
            None => return Some(rest),
        };
        rest = rest[end..].trim_start();
    }
}

/// The name at the top of a file; empty when there is none.
pub fn root_of(text: &str) -> &str {
    let rest = skip_head(text).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    &rest[..end]
}

/// Damage that the reader of RON would only call a syntax error, with the line where it stands.
pub fn known_damage(text: &str) -> Option<(usize, Fault)> {
    if text.ends_with('\0') {
        return Some((end_of(text.trim_end_matches('\0')).0, Fault::TrailingNuls));
    }
    let is_marker = |line: &str| ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| is_mark(line, mark));
    let at = text.lines().position(is_marker)?;
    Some((at + 1, Fault::MergeMarkers))
}

fn is_mark(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_seen_in_files_that_cannot_be_read() {
        for (text, format) in [
            ("// a comment, format: 9\n#![enable(implicit_some)]\nPartners(\n    format: 1,\n", Some(1)),
            (
                "\u{feff}#![enable(unheard_of, implicit_some)]\n#![x]\n(format:77, rows: <new syntax>",
                Some(77),
            ),
            ("Book(name: \"format: 3\", format: 1)", None),
            ("/* format: 9 /* 8 */ */ Book(format: 2)", Some(2)),
            ("Book(format: many)", None),
            ("// only a comment", None),
            ("", None),
        ] {
            assert_eq!(format_of(text), format, "{text}");
        }
    }

    #[test]
    fn the_name_at_the_top_is_seen() {
        assert_eq!(root_of("// a\n#![enable(implicit_some)]\nPartners(\n    format: 1,\n"), "Partners");
        assert_eq!(root_of("(format: 1)"), "");
    }

    #[test]
    fn a_byte_order_mark_is_dropped_once() {
        assert_eq!(text("\u{feff}\u{feff}a".into()).unwrap(), "\u{feff}a");
    }

    #[test]
    fn bytes_that_are_no_text_have_a_place() {
        assert_eq!(text(b"a\n\xc3\xa9b\xff".to_vec()), Err((2, 3)));
        assert_eq!(text(b"\xff".to_vec()), Err((1, 1)));
    }

    #[test]
    fn damage_with_a_name_is_found() {
        assert_eq!(known_damage("a\nb\0\0"), Some((2, Fault::TrailingNuls)));
        assert_eq!(known_damage("a\n<<<<<<< mine\nb"), Some((2, Fault::MergeMarkers)));
        assert_eq!(known_damage("a\nb\n=======\n"), Some((3, Fault::MergeMarkers)));
        assert_eq!(known_damage("a <<<<<<< b\n=========\n"), None);
    }
}
