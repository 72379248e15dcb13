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

    fn at(&mut self, text: &[u8], place: usize) {
        let line = memchr::memchr_iter(b'\n', &text[..place]).count() + 1;
        self.first_line = if self.first_line == 0 { line } else { self.first_line.min(line) };
    }
}

/// Blanks out comments and trailing commas; lines and columns stay.
pub fn clean(text: &str) -> (String, Tolerated) {
    let mut pass =
        Pass { bytes: text.as_bytes().to_vec(), at: 0, last: b'[', comma: None, found: Tolerated::default() };
    pass.run();
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
            self.found.at(&self.bytes, place);
        }
        // A comma after nothing (`[,`, `,,`) is no trailing comma.
        self.comma = (byte == b',' && !matches!(self.last, b'[' | b'{' | b',' | b':')).then_some(self.at);
        self.last = byte;
        self.at = if byte == b'"' { self.end_of_string() } else { self.at + 1 };
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
            Some(b'*') => match memchr::memmem::find(&rest[2..], b"*/") {
                Some(end) => end + 4,
                None => return false,
            },
            _ => return false,
        };
        self.found.comments += 1;
        self.found.at(&self.bytes, self.at);
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
