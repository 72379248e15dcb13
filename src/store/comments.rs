//! The comments that people write into the files of a book. Those above the data are theirs to keep; those among the
//! records have no place in the canonical form. Knows only text.

use super::stored::is_our_line;

/// The comments of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comments {
    /// Those above the data, without our own line: each on a line of its own, with its line end.
    pub head: String,
    /// The lines, from 1, where the others begin.
    pub inside: Vec<usize>,
}

/// The comments of a file, from its bytes; what is no text has none.
pub fn of(bytes: &[u8]) -> Comments {
    let text = str::from_utf8(bytes).unwrap_or_default();
    find(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Finds the comments of a text.
pub fn find(text: &str) -> Comments {
    let mut comments = Comments::default();
    let mut rest = text;
    loop {
        let data = rest.trim_start();
        let blank = &rest[..rest.len() - data.len()];
        if let Some(length) = comment(data) {
            comments.keep(&data[..length], blank.matches('\n').count() > 1);
            rest = &data[length..];
        } else if data.starts_with("#!") {
            let end = data.find(']').map_or(data.len(), |at| at + 1);
            comments.inside.extend(inside(text, text.len() - data.len(), &data[..end]));
            rest = &data[end..];
        } else {
            comments.inside.extend(inside(text, text.len() - data.len(), data));
            return comments;
        }
    }
}

impl Comments {
    fn keep(&mut self, comment: &str, is_apart: bool) {
        let comment = comment.trim_end();
        if is_our_line(comment) {
            return;
        }
        if is_apart && !self.head.is_empty() {
            self.head.push('\n');
        }
        self.head.push_str(&comment.replace("\r\n", "\n"));
        self.head.push('\n');
    }
}

/// How long the comment is that stands at the beginning of `text`, if one does: of a line without its end, or of a
/// block, which may hold others.
pub fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if !text.starts_with("/*") {
        return None;
    }
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(found) = text[at..].find(['/', '*']) {
        at += found;
        match text.as_bytes().get(at..at + 2) {
            Some(b"/*") => depth += 1,
            Some(b"*/") => depth -= 1,
            Some(_) | None => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return Some(at);
        }
    }
    Some(text.len())
}

/// The lines of `text` where comments begin in `part`, which is a part of it from the byte `start` on.
fn inside(text: &str, start: usize, part: &str) -> Vec<usize> {
    // Nearly no file has any, and large ones are read at every opening.
    if !part.contains("//") && !part.contains("/*") {
        return Vec::new();
    }
    let (mut line, mut counted) = (1, 0);
    let places = places(part).into_iter().map(|at| at + start);
    let lines = places.map(|at| {
        line += text[counted..at].matches('\n').count();
        counted = at;
        line
    });
    let mut lines: Vec<usize> = lines.collect();
    lines.dedup();
    lines
}

/// Where comments begin; what is written in quotes is none.
fn places(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(['"', '\'', '/', 'r']) {
        at += step;
        let rest = &text[at..];
        if let Some(length) = comment(rest) {
            found.push(at);
            at += length;
        } else {
            at += quoted(rest);
        }
    }
    found
}

/// How long the quoted text is that stands at the beginning; one sign when none does.
fn quoted(text: &str) -> usize {
    let quote = match text.as_bytes().first() {
        Some(b'"') => '"',
        Some(b'\'') => '\'',
        _ => return raw(text).unwrap_or(1),
    };
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == quote && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

/// How long the raw text `r#"..."#` is that stands at the beginning, if one does.
fn raw(text: &str) -> Option<usize> {
    let hashes = text.strip_prefix('r')?;
    let count = hashes.len() - hashes.trim_start_matches('#').len();
    let start = 1 + count + hashes[count..].starts_with('"').then_some(1)?;
    let end = format!("\"{}", "#".repeat(count));
    Some(text[start..].find(&end).map_or(text.len(), |at| start + at + end.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::stored::head;

    fn found(text: &str) -> (String, Vec<usize>) {
        let Comments { head, inside } = find(text);
        (head, inside)
    }

    #[test]
    fn comments_above_the_data_are_kept_and_ours_is_not_one_of_them() {
        let ours = head("Partners", "partners, one on a line, sorted by id", "");
        assert_eq!(found(&ours), (String::new(), vec![]));
        let text = format!("// Ask Ines first.\r\n\n\n/* two\r\nlines */ // and one\n{ours}");
        assert_eq!(found(&text).0, "// Ask Ines first.\n\n/* two\nlines */\n// and one\n");
        assert_eq!(found("#![enable(implicit_some)] // late\nPartners(").0, "// late\n");
        assert_eq!(found("// only"), ("// only\n".into(), vec![]));
        assert_eq!(found(""), (String::new(), vec![]));
    }

    #[test]
    fn what_is_kept_is_found_again_as_it_was() {
        let first = found("// a\n\n/* b /* c */ */\nPartners(").0;
        assert_eq!(found(&head("Partners", "partners", &first)), (first, vec![]));
    }

    #[test]
    fn comments_among_the_data_have_lines() {
        let text = "// head\nPartners( // one\n  rows: [ /* two\n\n */ (id: 1), /* same line */\n  // five\n ])\n// six\n";
        assert_eq!(found(text), ("// head\n".into(), vec![2, 3, 5, 6, 8]));
        assert_eq!(found("#![enable(/* odd */ implicit_some)]\n(").1, [1]);
    }

    #[test]
    fn what_stands_in_quotes_is_no_comment() {
        let text = r##"(a: "https://x", b: "\"// \\", c: r#"/* " // "#, d: '"', e: r"//", f: '\'', rest: "/*") // it"##;
        assert_eq!(found(&format!("(\n{text}")), (String::new(), vec![2]));
        assert_eq!(found("(a: \"// never ends").1, Vec::<usize>::new());
    }

    #[test]
    fn blocks_that_never_end_end_with_the_text() {
        assert_eq!(comment("/* a /* b */"), Some(12));
        assert_eq!(comment("/*/ x */ y"), Some(8));
        assert_eq!(comment("/"), None);
    }
}
