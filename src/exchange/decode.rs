//! Bytes of a file into text: marks of encoding, saved HTTP headers, pages saved by mistake. Knows nothing of
//! the contents.

use super::head::{self, Head};

/// The largest file that is read, in bytes (256 MiB).
pub const SIZE_CAP: u64 = 256 * 1024 * 1024;

/// How the bytes of a file were read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a mark.
    Utf8,
    /// UTF-8 with a byte-order mark.
    Utf8Mark,
    /// UTF-16, low byte first.
    Utf16Low,
    /// UTF-16, high byte first.
    Utf16High,
    /// Not UTF-8, read as Windows-1252: worth a look at the accents.
    Windows1252,
}

/// Why bytes are not text that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The file has more bytes than the cap.
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
    },
    /// A folder, a device or a pipe stands there.
    NotAFile,
    /// There is nothing, or only blanks.
    Empty,
    /// A web page (often the sign-in page) was saved.
    WebPage,
    /// A workbook or an archive (`PK`).
    Workbook,
    /// Zero bytes inside: not text.
    Binary,
}

/// The text of a file and what had to be done to get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; saved headers are replaced by empty lines, so that line numbers stay those of the file.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// Characters that could not be read and stand as U+FFFD.
    pub replaced: usize,
    /// A `?` before the first brace was taken for a lost byte-order mark.
    pub lost_mark: bool,
    /// What the saved headers in front said.
    pub head: Head,
}

/// Reads the bytes of a file as text.
///
/// # Errors
/// What the bytes are instead of text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    check_size(bytes.len() as u64)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(Unreadable::Workbook);
    }
    let (text, encoding, replaced) = to_text(bytes)?;
    let (text, head) = head::strip(text);
    let (text, lost_mark) = drop_lost_mark(text);
    check_page(&text)?;
    Ok(Decoded { text, encoding, replaced, lost_mark, head })
}

/// Refuses a size over [`SIZE_CAP`]; callers look at it before they read the file.
fn check_size(bytes: u64) -> Result<(), Unreadable> {
    if bytes > SIZE_CAP { Err(Unreadable::TooLarge { bytes }) } else { Ok(()) }
}

fn to_text(bytes: &[u8]) -> Result<(String, Encoding, usize), Unreadable> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let (text, replaced) = lossy(rest);
        return Ok((text, Encoding::Utf8Mark, replaced));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        let (text, replaced) = wide(rest, u16::from_le_bytes);
        return Ok((text, Encoding::Utf16Low, replaced));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        let (text, replaced) = wide(rest, u16::from_be_bytes);
        return Ok((text, Encoding::Utf16High, replaced));
    }
    if memchr::memchr(0, bytes).is_some() {
        return Err(Unreadable::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8, 0)),
        Err(_) => Ok(windows_1252(bytes)),
    }
}

fn lossy(bytes: &[u8]) -> (String, usize) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let replaced = match std::str::from_utf8(bytes) {
        Ok(_) => 0,
        Err(_) => count_replaced(&text),
    };
    (text, replaced)
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, usize) {
    let pairs = bytes.chunks_exact(2);
    let odd = usize::from(!pairs.remainder().is_empty());
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut broken = odd;
    let mut text = String::with_capacity(bytes.len() / 2);
    for decoded in char::decode_utf16(units) {
        text.push(decoded.unwrap_or_else(|_| {
            broken += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    (text, broken)
}

fn windows_1252(bytes: &[u8]) -> (String, Encoding, usize) {
    let text: String = bytes.iter().map(|&byte| western(byte)).collect();
    let replaced = count_replaced(&text);
    (text, Encoding::Windows1252, replaced)
}

fn count_replaced(text: &str) -> usize {
    text.matches(char::REPLACEMENT_CHARACTER).count()
}

/// The 27 places where Windows-1252 differs from Latin-1; five codes mean nothing.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}',
        '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Tools that read a file as ASCII turn the mark of UTF-8 into a question mark (`?{`).
fn drop_lost_mark(text: String) -> (String, bool) {
    let trimmed = text.trim_start();
    let at = text.len() - trimmed.len();
    let lost = trimmed.strip_prefix('?').is_some_and(|rest| rest.starts_with(['{', '[']));
    if !lost {
        return (text, false);
    }
    let mut text = text;
    text.replace_range(at..=at, " ");
    (text, true)
}

fn check_page(text: &str) -> Result<(), Unreadable> {
    match text.trim_start().chars().next() {
        None => Err(Unreadable::Empty),
        Some('<') => Err(Unreadable::WebPage),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2], mark: [u8; 2]) -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    }

    #[test]
    fn marks_of_every_kind_give_the_same_text() {
        let plain = "{\"name\": \"Société 1\"}";
        let marked = [b"\xEF\xBB\xBF".as_slice(), plain.as_bytes()].concat();
        let cases = [
            (plain.as_bytes().to_vec(), Encoding::Utf8),
            (marked, Encoding::Utf8Mark),
            (utf16(plain, u16::to_le_bytes, [0xFF, 0xFE]), Encoding::Utf16Low),
            (utf16(plain, u16::to_be_bytes, [0xFE, 0xFF]), Encoding::Utf16High),
        ];
        for (bytes, encoding) in cases {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.replaced), (plain, encoding, 0));
        }
    }

    #[test]
    fn what_is_not_utf8_is_windows_1252_and_says_so() {
        let decoded = decode(b"{\"name\": \"Soci\xE9t\xE9 \x80 \x81\"}").unwrap();
        assert_eq!(decoded.encoding, Encoding::Windows1252);
        assert_eq!(decoded.replaced, 1);
        assert!(decoded.text.contains("Société € \u{FFFD}"));
    }

    #[test]
    fn a_lost_mark_becomes_a_blank_and_columns_stay() {
        let decoded = decode(b"?{\"a\": 1}").unwrap();
        assert!(decoded.lost_mark);
        assert_eq!(decoded.text, " {\"a\": 1}");
        assert!(!decode(b"? {").unwrap().lost_mark);
    }

    #[test]
    fn pages_blanks_workbooks_and_binaries_are_named() {
        assert_eq!(decode(b"\n <!DOCTYPE html><html>"), Err(Unreadable::WebPage));
        assert_eq!(decode(b""), Err(Unreadable::Empty));
        assert_eq!(decode(b"\xEF\xBB\xBF \r\n"), Err(Unreadable::Empty));
        assert_eq!(decode(b"PK\x03\x04rest"), Err(Unreadable::Workbook));
        assert_eq!(decode(b"{\"a\":\0}"), Err(Unreadable::Binary));
        assert_eq!(check_size(SIZE_CAP + 1), Err(Unreadable::TooLarge { bytes: SIZE_CAP + 1 }));
        assert_eq!(check_size(SIZE_CAP), Ok(()));
    }

    #[test]
    fn half_a_character_of_utf16_is_replaced_and_counted() {
        let mut bytes = utf16("{}", u16::to_le_bytes, [0xFF, 0xFE]);
        bytes.extend([0x00, 0xD8, 0x41]);
        let decoded = decode(&bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.replaced), ("{}\u{FFFD}", 2));
    }
}
