//! Text for a terminal that reads no UTF-8: the nearest ASCII, as wide as the text was.

use unicode_normalization::UnicodeNormalization;

use super::text::width;

/// Puts the nearest ASCII in the place of what is one character to people: letters lose their accents, what has no
/// likeness becomes `?`.
pub fn plain(character: &str) -> String {
    let nearest = match character {
        "\u{a0}" | "\u{202f}" => ' ',
        "’" | "‘" => '\'',
        "“" | "”" | "«" | "»" => '"',
        "–" | "—" => '-',
        "·" | "•" => '.',
        "→" => '>',
        _ => character.nfkd().next().filter(char::is_ascii).unwrap_or('?'),
    };
    let mut plain = String::from(nearest);
    (1..width(character)).for_each(|_| plain.push(if nearest == '?' { '?' } else { ' ' }));
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_accents_and_nothing_changes_its_width() {
        for (character, ascii) in
            [("É", "E"), ("e\u{301}", "e"), ("ç", "c"), ("’", "'"), ("日", "??"), ("Ａ", "A "), ("œ", "?")]
        {
            assert_eq!(plain(character), ascii);
            assert_eq!(width(&plain(character)), width(character));
        }
    }
}
