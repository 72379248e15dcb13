//! What ratatui draws on: a whole frame is one write, marked as one for terminals that know the mark, and a frame in which
//! nothing changed is none. Where the terminal reads no UTF-8, what is no ASCII is written in its nearest ASCII.

use std::io::{self, Write};

use crossterm::{queue, terminal as modes};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::plain::plain;
use super::terminal;

/// Which characters the terminal understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Letters {
    /// All of them, as UTF-8.
    #[default]
    Utf8,
    /// ASCII: bytes of UTF-8 would be other letters to it, or even commands.
    Ascii,
}

/// Frames on their way to a terminal.
#[derive(Debug)]
pub struct Frames<W> {
    out: W,
    letters: Letters,
    /// What the frame sends.
    bytes: Vec<u8>,
    /// Whether the cursor shows, once that is known.
    is_shown: Option<bool>,
    /// Where the cursor stands, as long as nothing is drawn.
    at: Option<Position>,
}

impl<W: Write> Frames<W> {
    /// Draws on `out`.
    pub fn new(out: W, letters: Letters) -> Self {
        Self { out, letters, bytes: Vec::new(), is_shown: None, at: None }
    }

    /// Ratatui's own way of writing, into the frame.
    fn inner(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.bytes)
    }

    fn show(&mut self, is_shown: bool) -> io::Result<()> {
        if self.is_shown.replace(is_shown) == Some(is_shown) {
            return Ok(());
        }
        if is_shown { self.inner().show_cursor() } else { self.inner().hide_cursor() }
    }
}

impl<W: Write> Backend for Frames<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.at = None;
        match self.letters {
            Letters::Utf8 => self.inner().draw(content),
            Letters::Ascii => {
                let plain: Vec<_> = content.map(|(x, y, cell)| (x, y, in_ascii(cell))).collect();
                self.inner().draw(plain.iter().map(|(x, y, cell)| (*x, *y, cell)))
            }
        }
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner().get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.at.replace(position) == Some(position) {
            return Ok(());
        }
        self.inner().set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Belongs to a repaint: what the screen is like is not known any more, the cursor neither.
    fn clear_region(&mut self, part: ClearType) -> io::Result<()> {
        (self.is_shown, self.at) = (None, None);
        self.inner().clear_region(part)
    }

    fn size(&self) -> io::Result<Size> {
        terminal::size().map(Size::from)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(self.bytes.len() + 16);
        queue!(frame, modes::BeginSynchronizedUpdate)?;
        frame.append(&mut self.bytes);
        queue!(frame, modes::EndSynchronizedUpdate)?;
        self.out.write_all(&frame)?;
        self.out.flush()
    }
}

fn in_ascii(cell: &Cell) -> Cell {
    let mut cell = cell.clone();
    if !cell.symbol().is_ascii() {
        let symbol = plain(cell.symbol());
        cell.set_symbol(&symbol);
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(letters: Letters) -> Frames<Vec<u8>> {
        Frames::new(Vec::new(), letters)
    }

    fn sent(frames: &mut Frames<Vec<u8>>) -> String {
        String::from_utf8(std::mem::take(&mut frames.out)).unwrap()
    }

    #[test]
    fn a_frame_is_one_piece_and_one_without_changes_is_none() {
        let mut frames = frames(Letters::Utf8);
        let cell = Cell::new("é");
        frames.draw([(2, 1, &cell)].into_iter()).unwrap();
        frames.hide_cursor().unwrap();
        assert_eq!(sent(&mut frames), "", "nothing before the frame is whole");
        frames.flush().unwrap();
        let first = sent(&mut frames);
        assert!(
            first.starts_with("\x1b[?2026h\x1b[2;3Hé") && first.ends_with("\x1b[?25l\x1b[?2026l"),
            "{first:?}"
        );
        frames.draw([].into_iter()).unwrap();
        frames.hide_cursor().unwrap();
        frames.flush().unwrap();
        assert_eq!(sent(&mut frames), "");
    }

    #[test]
    fn the_cursor_is_put_back_after_what_was_drawn() {
        let mut frames = frames(Letters::Utf8);
        let cell = Cell::new("a");
        for is_drawn in [true, false, true] {
            frames.draw([(0, 0, &cell)].into_iter().filter(|_| is_drawn)).unwrap();
            frames.show_cursor().unwrap();
            frames.set_cursor_position((4, 0)).unwrap();
            frames.flush().unwrap();
            assert_eq!(sent(&mut frames).contains("\x1b[1;5H"), is_drawn);
        }
    }

    #[test]
    fn after_a_repaint_the_cursor_is_hidden_anew() {
        let mut frames = frames(Letters::Utf8);
        frames.hide_cursor().unwrap();
        frames.clear_region(ClearType::All).unwrap();
        frames.hide_cursor().unwrap();
        frames.flush().unwrap();
        assert_eq!(sent(&mut frames).matches("\x1b[?25l").count(), 2);
    }

    #[test]
    fn a_terminal_of_ascii_gets_nothing_else() {
        let mut frames = frames(Letters::Ascii);
        let cells = ["É", "日", "─", "x"].map(Cell::new);
        let content = [0, 1, 3, 4].into_iter().zip(&cells);
        frames.draw(content.map(|(x, cell)| (x, 0, cell))).unwrap();
        frames.flush().unwrap();
        let sent = sent(&mut frames);
        assert!(sent.is_ascii() && sent.contains("E??") && sent.contains("?x"), "{sent:?}");
    }
}
