//! The forgiving second try: comments and trailing commas become blanks, every other character keeps its place.
//! Nothing else is ever repaired.

/// What the second try forgave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerated {
    /// Comments, `//` and `/* */`.
    pub comments: usize,
    /// Commas before a closing bracket.
    pub commas: usize,
    /// The line of the first of them, from 1; 0 when there was none.
    pub first_line: usize,
}

impl Tolerated {
    /// Tells whether anything was forgiven.
    pub fn any(self) -> bool {
        self.comments + self.commas > 0
    }

    /// Notes the line of the first place; lines are counted once, or a long file of commas would take for ever.
    fn begins(&mut self, text: &[u8], first: Option<usize>) {
        self.first_line = first.map_or(0, |place| memchr::memchr_iter(b'\n', &text[..place]).count() + 1);
    }
}

/// Blanks out comments and trailing commas; lines and columns stay.
pub fn clean(text: &str) -> (String, Tolerated) {
    let mut pass = Pass {
        bytes: text.as_bytes().to_vec(),
        at: 0,
        last: b'[',
        comma: None,
        first: None,
        is_open: false,
        found: Tolerated::default(),
    };
    pass.run();
    pass.found.begins(text.as_bytes(), pass.first);
    // Only whole characters were replaced, each byte by a blank: what is left is still UTF-8.
    (String::from_utf8(pass.bytes).unwrap_or_else(|_| text.to_owned()), pass.found)
}

struct Pass {
    bytes: Vec<u8>,
    at: usize,
    /// The last byte that means something.
    last: u8,
    /// Where a comma stands that nothing but blanks follows so far.
    comma: Option<usize>,
    /// The first place that was forgiven.
    first: Option<usize>,
    /// True when no comment ends from here on: it is looked for once only.
    is_open: bool,
    found: Tolerated,
}

impl Pass {
    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'/' if self.comment() => {}
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                _ => self.token(byte),
            }
        }
    }

    fn token(&mut self, byte: u8) {
        if let (b'}' | b']', Some(place)) = (byte, self.comma) {
            self.bytes[place] = b' ';
            self.found.commas += 1;
            self.forgives(place);
        }
        // A comma after nothing (`[,`, `,,`) is no trailing comma.
        self.comma = (byte == b',' && !matches!(self.last, b'[' | b'{' | b',' | b':')).then_some(self.at);
        self.last = byte;
        self.at = if byte == b'"' { self.end_of_string() } else { self.at + 1 };
    }

    fn forgives(&mut self, place: usize) {
        self.first = Some(self.first.map_or(place, |first| first.min(place)));
    }

    fn end_of_string(&self) -> usize {
        let mut at = self.at + 1;
        while let Some(&byte) = self.bytes.get(at) {
            match byte {
                b'"' => return at + 1,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        self.bytes.len()
    }

    /// Blanks a comment that begins here; tells whether there was one.
    fn comment(&mut self) -> bool {
        let rest = &self.bytes[self.at..];
        let length = match rest.get(1) {
            Some(b'/') => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
            Some(b'*') if !self.is_open => {
                let end = memchr::memmem::find(&rest[2..], b"*/");
                self.is_open = end.is_none();
                let Some(end) = end else { return false };
                end + 4
            }
            _ => return false,
        };
        self.found.comments += 1;
        self.forgives(self.at);
        blank(&mut self.bytes[self.at..self.at + length]);
        self.at += length;
        true
    }
}

/// Blanks a stretch; a character of several bytes becomes as many blanks.
fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| !matches!(**byte, b'\n' | b'\r')) {
        *byte = b' ';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forgiven_becomes_blanks() {
        let (text, found) = clean("{\"a\": 1, // é\n}");
        assert_eq!(text, "{\"a\": 1       \n}");
        assert_eq!(found, Tolerated { comments: 1, commas: 1, first_line: 1 });
        assert!(found.any());
    }

    #[test]
    fn the_first_line_is_that_of_the_first_place() {
        let (_, found) = clean("[1, // one\n2,\n] // two");
        assert_eq!(found, Tolerated { comments: 2, commas: 1, first_line: 1 });
        let (_, found) = clean("[\n1,\n/* so */]");
        assert_eq!(found.first_line, 2);
    }

    #[test]
    fn much_that_is_forgiven_takes_no_longer_than_it_is_long() {
        // Each would be read a million times over if every piece of it looked through the rest.
        for piece in ["/*", "[1,],\n", "// x\n", "\"a"] {
            let text = piece.repeat(1_000_000);
            assert_eq!(clean(&text).0.len(), text.len());
        }
    }

    #[test]
    fn strings_are_left_alone() {
        for text in [r#"{"a": "// no, ]"}"#, r#"{"a": "\" /* , }"}"#, r#"["\\", "/*"]"#, "\"open // ,]"] {
            assert_eq!(clean(text), (text.to_owned(), Tolerated::default()), "{text}");
        }
    }

    #[test]
    fn what_is_no_trailing_comma_stays() {
        for text in ["[,]", "[1,,]x", "{,}", "{\"a\":,}", "[1 /* open ]", "/"] {
            let (cleaned, _) = clean(text);
            assert!(serde_json::from_str::<serde::de::IgnoredAny>(&cleaned).is_err(), "{text} -> {cleaned}");
        }
    }
}
