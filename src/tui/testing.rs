//! A test screen as lines of text.

use ratatui::buffer::Buffer;

use super::text::width;

/// Returns the rows of `buffer`; a wide character stands for its two cells.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    (buffer.area.top()..buffer.area.bottom()).map(|y| line(buffer, y)).collect()
}

fn line(buffer: &Buffer, y: u16) -> String {
    let mut words = String::new();
    let mut x = buffer.area.left();
    while x < buffer.area.right() {
        let symbol = buffer[(x, y)].symbol();
        words.push_str(symbol);
        x += width(symbol).max(1);
    }
    words
}
