//! A screen as a picture.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const WIDE: u16 = 8;
const HIGH: u16 = 17;
const MARGIN: u16 = 12;
const INK: &str = "#d7dae0";
const PAPER: &str = "#16181d";

/// The look of a cell.
#[derive(Clone, PartialEq)]
struct Look {
    ink: &'static str,
    paper: &'static str,
    bold: bool,
    dim: bool,
    underlined: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (mut ink, mut paper) = (colour(cell.fg, INK), colour(cell.bg, PAPER));
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut paper);
        }
        Self {
            ink,
            paper,
            bold: cell.modifier.contains(Modifier::BOLD),
            dim: cell.modifier.contains(Modifier::DIM),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }
}

fn colour(colour: Color, usual: &'static str) -> &'static str {
    match colour {
        Color::Red | Color::LightRed => "#ff6b70",
        Color::Green | Color::LightGreen => "#7fd88f",
        Color::Yellow | Color::LightYellow => "#e5c07b",
        Color::Blue | Color::LightBlue => "#6cb2ff",
        Color::Magenta | Color::LightMagenta => "#e08cff",
        Color::Cyan | Color::LightCyan => "#66d9ef",
        Color::Gray | Color::White => INK,
        Color::DarkGray => "#8a919e",
        _ => usual,
    }
}

/// The screen as a picture.
pub fn of(buffer: &Buffer) -> String {
    let (width, height) = (buffer.area.width * WIDE + 2 * MARGIN, buffer.area.height * HIGH + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"ui-monospace, Menlo, \
         Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"13\">\n<rect width=\"{width}\" height=\"{height}\" \
         rx=\"8\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..buffer.area.height {
        runs(buffer, y).into_iter().for_each(|(x, text, look)| run(&mut svg, x, y, &text, &look));
    }
    svg + "</svg>\n"
}

/// The parts of a line that look alike, with the column where each begins.
fn runs(buffer: &Buffer, y: u16) -> Vec<(u16, String, Look)> {
    let mut runs: Vec<(u16, String, Look)> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let look = Look::of(cell);
        match runs.last_mut() {
            Some((_, text, last)) if *last == look => text.push_str(cell.symbol()),
            _ => runs.push((x, cell.symbol().to_owned(), look)),
        }
        x += u16::try_from(cell.symbol().width()).unwrap().max(1);
    }
    runs
}

fn run(svg: &mut String, x: u16, y: u16, text: &str, look: &Look) {
    let cells = u16::try_from(text.width()).unwrap();
    let (left, top) = (MARGIN + x * WIDE, MARGIN + y * HIGH);
    if look.paper != PAPER {
        let wide = cells * WIDE;
        writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{HIGH}\" fill=\"{}\"/>",
            look.paper
        )
        .unwrap();
    }
    let words = text.trim_end();
    if words.is_empty() {
        return;
    }
    let start = words.len() - words.trim_start().len();
    let blank = u16::try_from(words[..start].width()).unwrap();
    let words = &words[start..];
    let (left, long) = (left + blank * WIDE, u16::try_from(words.width()).unwrap() * WIDE);
    let mut style = format!("fill=\"{}\"", look.ink);
    let more = [(look.bold, " font-weight=\"bold\""), (look.dim, " opacity=\"0.65\"")];
    more.iter().filter(|(is, _)| *is).for_each(|(_, words)| style.push_str(words));
    if look.underlined {
        style.push_str(" text-decoration=\"underline\"");
    }
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    writeln!(
        svg,
        "<text x=\"{left}\" y=\"{}\" textLength=\"{long}\" xml:space=\"preserve\" {style}>{words}</text>",
        top + 13
    )
    .unwrap();
}
