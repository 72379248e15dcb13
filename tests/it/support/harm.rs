//! What text from a file may never do to a screen: the characters that move, hide or turn other text. Written down
//! here once more, so that a slip in the program's own list is seen.

/// Whether a character moves, hides or turns text.
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Fails when a text has anything harmful but line ends.
pub fn assert_harmless(text: &str, what: &str) {
    let found: Vec<char> = text.chars().filter(|c| is_harmful(*c) && *c != '\n').collect();
    assert!(found.is_empty(), "{what}: {found:?} in\n{}", text.escape_debug());
}

/// Fails when a text for one line has anything harmful, line ends included.
pub fn assert_one_harmless_line(text: &str, what: &str) {
    assert_harmless(text, what);
    assert!(!text.contains('\n'), "{what}: more than a line\n{}", text.escape_debug());
}
