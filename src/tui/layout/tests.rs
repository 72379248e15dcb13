//! The layouts at the sizes of the design, and at every other size.

use super::*;
use crate::app::{Mode, Opened};
use crate::edit::Book;
use crate::i18n::Lang;
use crate::keymap::Keymap;
use crate::model::Model;

fn app() -> App {
    let book = Book::new(Model::default(), crate::demo::day());
    let opened = Opened {
        name: "main".to_owned(),
        folder: None,
        us: None,
        mode: Mode::Demo,
        desk: None,
        draft: crate::app::Draft::default(),
    };
    App::new(book, opened, Lang::En, Keymap::standard().unwrap())
}

fn at(app: &App, width: u16, height: u16) -> Screen {
    layout(Rect::new(0, 0, width, height), app)
}

#[test]
fn wide_has_four_panes_side_by_side_and_a_framed_inspector() {
    let screen = at(&app(), 120, 36);
    assert_eq!(screen.shape, Shape::Wide);
    assert_eq!(screen.panes[0], Slot::Open(Rect::new(0, 1, 22, 21)));
    assert_eq!(screen.panes[3], Slot::Open(Rect::new(74, 1, 46, 21)));
    assert_eq!(screen.inspector, Rect::new(0, 22, 120, 10));
    assert_eq!(screen.heights(), [19, 19, 19, 18], "a line of headings above the subscriptions");
}

#[test]
fn square_has_two_by_two() {
    let screen = at(&app(), 80, 24);
    assert_eq!(screen.panes[1], Slot::Open(Rect::new(38, 1, 42, 9)));
    assert_eq!(screen.panes[2], Slot::Open(Rect::new(0, 10, 38, 9)));
    assert_eq!(screen.inspector, Rect::new(0, 19, 80, 2));
}

#[test]
fn accordion_keeps_the_other_panes_as_lines() {
    let mut app = app();
    app.focus = Focus::Pane(3);
    let screen = at(&app, 60, 20);
    assert_eq!(screen.panes[0], Slot::Closed(Rect::new(0, 1, 60, 1)));
    assert_eq!(screen.panes[3], Slot::Open(Rect::new(0, 4, 60, 11)));
    assert_eq!(screen.inspector, Rect::new(0, 15, 60, 2));
    let small = at(&app, 56, 16);
    assert_eq!(small.heights()[3], 6);
    assert_eq!(small.inspector.height, 1);
}

#[test]
fn the_smallest_window_keeps_title_panes_and_four_rows() {
    let screen = at(&app(), 40, 10);
    assert_eq!(screen.shape, Shape::Narrow);
    assert_eq!(screen.heights(), [4, 0, 0, 0]);
    assert!(screen.hints.is_empty() && screen.message.is_empty());
    assert_eq!(at(&app(), 40, 11).hints.height, 1);
    assert_eq!(at(&app(), 39, 10).shape, Shape::TooSmall);
}

#[test]
fn zoom_gives_the_focused_part_everything_between_the_bars() {
    let mut app = app();
    app.zoom = true;
    let screen = at(&app, 120, 36);
    assert_eq!(screen.panes[0], Slot::Open(Rect::new(0, 1, 120, 31)));
    assert_eq!(screen.panes[1], Slot::Hidden);
    app.focus = Focus::Inspector(0);
    assert_eq!(at(&app, 120, 36).inspector, Rect::new(0, 1, 120, 31));
}

#[test]
fn without_the_inspector_the_panes_have_its_room() {
    let mut app = app();
    app.inspector = false;
    assert_eq!(at(&app, 120, 36).panes[0], Slot::Open(Rect::new(0, 1, 22, 31)));
    assert!(at(&app, 80, 24).inspector.is_empty());
}

/// On both sides of every limit.
const WIDTHS: [u16; 11] = [0, 1, 39, 40, 55, 56, 75, 76, 109, 110, 250];
const HEIGHTS: [u16; 14] = [0, 1, 9, 10, 11, 12, 13, 15, 16, 21, 22, 29, 30, 70];

#[test]
fn at_every_size_parts_lie_inside_apart_and_panes_keep_four_rows() {
    let mut app = app();
    for (focus, zoom) in (0..4).flat_map(|focus| [(focus, false), (focus, true)]) {
        (app.focus, app.zoom) = (Focus::Pane(focus), zoom);
        for (width, height) in WIDTHS.iter().flat_map(|w| HEIGHTS.map(move |h| (*w, h))) {
            let screen = at(&app, width, height);
            let slots = screen.panes.iter().filter_map(|slot| match slot {
                Slot::Open(area) | Slot::Closed(area) => Some(*area),
                Slot::Hidden => None,
            });
            let bars = [screen.title, screen.inspector, screen.status, screen.message, screen.hints];
            let parts: Vec<Rect> = slots.chain(bars).filter(|part| !part.is_empty()).collect();
            let cells: u32 = parts.iter().map(|part| part.area()).sum();
            assert!(parts.iter().all(|part| screen.area.intersection(*part) == *part), "{screen:?}");
            let whole = if screen.shape == Shape::TooSmall { 0 } else { screen.area.area() };
            assert_eq!(cells, whole, "no gap and no overlap: {screen:?}");
            assert!(screen.shape == Shape::TooSmall || screen.heights()[focus] >= 4, "{screen:?}");
        }
    }
}

#[test]
fn a_cell_leads_to_its_pane_and_line() {
    let screen = at(&app(), 120, 36);
    assert_eq!(screen.pane_at(1, 2), Some((0, Some(0))));
    assert_eq!(screen.pane_at(75, 2), Some((3, None)), "the headings are no line");
    assert_eq!(screen.pane_at(75, 3), Some((3, Some(0))));
    assert_eq!(screen.pane_at(0, 5), Some((0, None)), "the frame is no line");
    assert_eq!(screen.pane_at(5, 25), None);
}

#[test]
fn a_pop_up_that_does_not_fit_takes_the_whole_window() {
    let area = Rect::new(0, 0, 80, 24);
    assert_eq!(popup(area, 40, 10), Rect::new(20, 7, 40, 10));
    assert_eq!(popup(area, 81, 10), area);
}
