//! Text measured in terminal cells: widths and cuts. Knows nothing of what the text means.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the width of `text` in terminal cells.
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Cuts `text` to at most `room` cells; a cut text ends with `ellipsis` where that fits.
pub fn fit(text: &str, room: u16, ellipsis: &str) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    if room <= width(ellipsis) {
        return head(text, room).to_owned();
    }
    let mut cut = head(text, room - width(ellipsis)).to_owned();
    cut.push_str(ellipsis);
    cut
}

/// Returns the longest start of `text` that is no wider than `room` cells; whole characters as people see them.
pub fn head(text: &str, room: u16) -> &str {
    let mut used = 0_u16;
    for (at, cluster) in text.grapheme_indices(true) {
        used = used.saturating_add(width(cluster));
        if used > room {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// Returns the longest end of `text` that is no wider than `room` cells; whole characters as people see them.
pub fn tail(text: &str, room: u16) -> &str {
    let mut used = 0_u16;
    for (at, cluster) in text.grapheme_indices(true).rev() {
        used = used.saturating_add(width(cluster));
        if used > room {
            return text.get(at + cluster.len()..).unwrap_or_default();
        }
    }
    text
}

/// Returns whether `text` is no wider than `room` cells, without looking at more of it than there is room for.
pub fn fits(text: &str, room: u16) -> bool {
    head(text, room).len() == text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_text_stays() {
        assert_eq!(fit("Atelier", 7, "…"), "Atelier");
    }

    #[test]
    fn long_text_ends_with_the_ellipsis() {
        assert_eq!(fit("Atelier Cloud", 8, "…"), "Atelier…");
        assert_eq!(fit("Atelier Cloud", 8, "~"), "Atelier~");
    }

    #[test]
    fn a_wide_character_is_never_halved() {
        assert_eq!(fit("東京都庁", 4, "…"), "東…");
        assert_eq!(width(&fit("東京都庁", 4, "…")), 3);
        assert_eq!(fit("東京", 1, "…"), "");
    }

    #[test]
    fn an_accent_stays_with_its_letter() {
        assert_eq!(fit("Lyce\u{301}e Pasteur", 5, "…"), "Lyce\u{301}…");
    }

    #[test]
    fn the_end_of_a_text_is_cut_at_whole_characters_too() {
        assert_eq!(tail("Atelier Cloud", 5), "Cloud");
        assert_eq!(tail("東京都庁", 3), "庁");
        assert_eq!(tail("Lyce\u{301}e", 2), "e\u{301}e");
        assert_eq!((tail("x", 0), tail("x", 1)), ("", "x"));
        assert!(fits("東京", 4) && !fits("東京", 3));
    }

    #[test]
    fn no_room_gives_nothing() {
        assert_eq!(fit("x", 0, "…"), "");
        assert_eq!(fit("xy", 1, "…"), "x");
    }
}
