//! What makes `lycee` find "Lycée": text without case and accents. Knows Unicode, and nothing of the book.

use crate::model::is_hostile;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Separates the fields of one record in folded text; folding never makes one.
pub const FIELD_END: char = '\u{1f}';

/// The text without case, accents, ligatures and invisible characters. Controls become blanks.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b) && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    fold_into(&mut out, text);
    Cow::Owned(out)
}

/// Appends the folded text.
pub fn fold_into(out: &mut String, text: &str) {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
        return;
    }
    for c in strip(text) {
        out.extend(c.to_lowercase().filter(|c| !is_accent(*c)).map(|c| if c == 'ς' { 'σ' } else { c }));
    }
}

/// The text without accents, ligatures and invisible characters, its case kept: for words with a capital letter.
pub fn keep_case(text: &str) -> String {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) { text.to_owned() } else { strip(text).collect() }
}

/// True when the text makes its case count.
pub fn has_capital(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
}

fn strip(text: &str) -> impl Iterator<Item = char> {
    text.nfkd().filter(|c| !is_accent(*c)).flat_map(letters)
}

/// The marks of Latin, Greek and Cyrillic letters. Marks of other scripts are letters to their readers and stay.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}') || (c as u32 > 0x7f && is_hostile(c))
}

/// The plain letters of one that has no decomposition in Unicode.
fn letters(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' => ('s', Some('s')),
        'ẞ' => ('S', Some('S')),
        'æ' => ('a', Some('e')),
        'Æ' => ('A', Some('E')),
        'œ' => ('o', Some('e')),
        'Œ' => ('O', Some('E')),
        'þ' => ('t', Some('h')),
        'Þ' => ('T', Some('H')),
        'ø' => ('o', None),
        'Ø' => ('O', None),
        'đ' | 'ð' => ('d', None),
        'Đ' | 'Ð' => ('D', None),
        'ł' => ('l', None),
        'Ł' => ('L', None),
        'ħ' => ('h', None),
        'Ħ' => ('H', None),
        'ı' => ('i', None),
        '\u{2019}' | '\u{2018}' => ('\'', None),
        '\u{2010}'..='\u{2014}' => ('-', None),
        c if c.is_control() => (' ', None),
        c => (c, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_ligatures_fall_away() {
        for (text, folded) in [
            ("Lycée Pasteur", "lycee pasteur"),
            ("LYCE\u{301}E", "lycee"),
            ("Straße", "strasse"),
            ("ẞ", "ss"),
            ("Œuvre & Cœur", "oeuvre & coeur"),
            ("\u{fb01}n", "fin"),
            ("Łódź Smørrebrød", "lodz smorrebrod"),
            ("İstanbul ılıca", "istanbul ilica"),
            ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
            ("L’Été", "l'ete"),
            ("\u{ff2d}365", "m365"),
            ("a\u{200b}b\tc", "ab c"),
            ("株式会社", "株式会社"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn case_can_be_kept() {
        assert_eq!(keep_case("Lycée ŒUVRE"), "Lycee OEUVRE");
        assert!(has_capital("du Parc") && has_capital("école É") && !has_capital("du parc"));
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(fold("du parc 365"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn folding_is_done_after_once(text in "\\PC{0,24}") {
            let once = fold(&text).into_owned();
            prop_assert_eq!(fold(&once).into_owned(), once);
        }

        #[test]
        fn folding_never_makes_a_field_end(text in any::<String>()) {
            prop_assert!(!fold(&text).contains(FIELD_END));
        }

        #[test]
        fn folding_what_keeps_its_case_is_folding(text in any::<String>()) {
            prop_assert_eq!(fold(&keep_case(&text)).into_owned(), fold(&text).into_owned());
        }
    }
}
