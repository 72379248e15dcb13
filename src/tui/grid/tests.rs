//! Tables on a test screen: cuts, alignment, wide characters, sizes down to one cell.

use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend, TestBackend};
use ratatui::style::Modifier;

use super::*;
use crate::tui::columns::Width;
use crate::tui::signs::{Charset, Focus};
use crate::tui::testing::lines;
use crate::tui::theme::{Palette, Theme};

fn columns() -> [Column<'static>; 4] {
    let column = |title, align, width, drop| Column { title, align, width, drop, gap: 1 };
    [
        column("", Align::Left, Width::Fixed(4), None),
        column("name", Align::Left, Width::Fill(6), None),
        column("qty", Align::Right, Width::Fit(5), Some(2)),
        column("ends", Align::Left, Width::Fixed(5), Some(1)),
    ]
}

fn rows(theme: Theme) -> Vec<Row<'static>> {
    let row = |cells: [&'static str; 4], style| Row { cells: cells.map(Cell::from).into(), style };
    let mut rows = vec![
        row(["", "M365 Business Premium", "45", "10-03"], Style::new()),
        row([">!!", "Azure plan", "-", "-"], theme.style(Role::CursorRow)),
        row([" !", "Lycée Sévigné", "1234", "09-28"], theme.style(Role::Marked)),
        row(["", "東京クラウド株式会社", "7", "02-01"], Style::new()),
    ];
    rows[1].cells[0].style = theme.style(Role::Error);
    rows
}

fn draw<B: Backend>(backend: B, theme: Theme) -> Terminal<B>
where
    B::Error: std::fmt::Debug,
{
    let rows = rows(theme);
    let edge =
        Edge { theme, focus: Focus::Here, title: "4 Subscriptions 4/612", corner: "", bottom: "2 marked" };
    let grid = Grid { edge, columns: &columns(), rows: &rows };
    let mut terminal = Terminal::new(backend).unwrap();
    terminal.draw(|frame| frame.render_widget(&grid, frame.area())).unwrap();
    terminal
}

fn ascii() -> Theme {
    Theme { palette: Palette::Auto, charset: Charset::Ascii }
}

fn screen(width: u16, height: u16) -> Vec<String> {
    lines(draw(TestBackend::new(width, height), ascii()).backend().buffer())
}

#[test]
fn wide_enough_shows_everything() {
    assert_eq!(
        screen(44, 7),
        [
            "+= 4 Subscriptions 4/612 ==================+",
            "|     name                        qty ends |",
            "|     M365 Business Premium        45 10-03|",
            "|>!!  Azure plan                    - -    |",
            "| !   Lycée Sévigné              1234 09-28|",
            "|     東京クラウド株式会社          7 02-01|",
            "+=============================== 2 marked =+",
        ]
    );
}

#[test]
fn narrow_drops_the_columns_at_the_right_and_cuts_the_name() {
    assert_eq!(
        screen(26, 7),
        [
            "+= 4 Subscriptions 4/61~=+",
            "|     name      qty ends |",
            "|     M365 Bu~   45 10-03|",
            "|>!!  Azure p~    - -    |",
            "| !   Lycée S~ 1234 09-28|",
            "|     東京ク~     7 02-01|",
            "+============= 2 marked =+",
        ]
    );
    assert_eq!(
        screen(18, 7),
        [
            "+= 4 Subscripti~=+",
            "|     name    qty|",
            "|     M365 ~   45|",
            "|>!!  Azure~    -|",
            "| !   Lycée~ 1234|",
            "|     東京~     7|",
            "+===== 2 marked =+",
        ]
    );
}

#[test]
fn rows_beyond_the_frame_are_not_drawn() {
    assert_eq!(
        screen(30, 4),
        [
            "+= 4 Subscriptions 4/612 ====+",
            "|     name          qty ends |",
            "|     M365 Busine~   45 10-03|",
            "+================= 2 marked =+",
        ]
    );
}

#[test]
fn the_cursor_row_is_reversed_over_its_whole_width() {
    let terminal = draw(TestBackend::new(44, 7), ascii());
    let buffer = terminal.backend().buffer();
    assert!((1..43).all(|x| buffer[(x, 3)].modifier.contains(Modifier::REVERSED)));
    assert!((1..43).all(|x| !buffer[(x, 2)].modifier.contains(Modifier::REVERSED)));
}

#[test]
fn tiny_sizes_never_panic() {
    for (width, height) in (1..20).flat_map(|width| (1..8).map(move |height| (width, height))) {
        screen(width, height);
    }
}

#[test]
fn an_area_outside_the_screen_draws_nothing() {
    let theme = ascii();
    let edge = Edge { theme, focus: Focus::Here, title: "t", corner: "", bottom: "" };
    let grid = Grid { edge, columns: &columns(), rows: &rows(theme) };
    let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 3));
    (&grid).render(Rect::new(5, 5, 9, 9), &mut buffer);
    assert_eq!(buffer, Buffer::empty(Rect::new(0, 0, 3, 3)));
}

/// A screen of a fixed size whose bytes are kept.
fn bytes(palette: Palette) -> String {
    let mut out = Vec::new();
    let theme = Theme { palette, charset: Charset::Unicode };
    let mut test = draw(TestBackend::new(44, 7), theme);
    let buffer = test.backend_mut().buffer().clone();
    let cells = buffer.content.iter().enumerate().map(|(at, cell)| {
        let (x, y) = buffer.pos_of(at);
        (x, y, cell)
    });
    CrosstermBackend::new(&mut out).draw(cells).unwrap();
    String::from_utf8(out).unwrap()
}

/// The parameters of every `ESC [ .. m` in `text`.
fn attributes(text: &str) -> Vec<&str> {
    let sequences = text.split("\x1b[").skip(1);
    sequences
        .filter_map(|rest| {
            rest.split_once(|c: char| !c.is_ascii_digit() && c != ';')
                .and_then(|(parameters, _)| rest[parameters.len()..].starts_with('m').then_some(parameters))
        })
        .collect()
}

fn is_colour(parameters: &str) -> bool {
    let code = parameters.split(';').next().and_then(|code| code.parse::<u8>().ok());
    code.is_some_and(|code| matches!(code, 30..=38 | 40..=48 | 90..=107))
}

/// One test, because crossterm keeps this switch for the whole process.
#[test]
fn under_no_color_the_reverse_bar_survives() {
    crossterm::style::force_color_output(false);
    let (mono, auto) = (bytes(Palette::Mono), bytes(Palette::Auto));
    crossterm::style::force_color_output(true);
    let (mono_in_colour, auto_in_colour) = (bytes(Palette::Mono), bytes(Palette::Auto));

    for mono in [mono, mono_in_colour] {
        assert!(mono.contains("\x1b[7m"), "{mono:?}");
        assert!(!mono.contains("\x1b[;m"), "{mono:?}");
        assert!(!attributes(&mono).into_iter().any(is_colour), "{mono:?}");
    }
    assert!(auto.contains("\x1b[;m"), "crossterm no longer needs the theme mono: {auto:?}");
    assert!(attributes(&auto_in_colour).into_iter().any(is_colour), "{auto_in_colour:?}");
}
