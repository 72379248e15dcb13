//! How wide the columns of a table are: which are dropped, which shrink. Pure arithmetic on cells.

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// At the right: numbers.
    Right,
}

/// How wide a column wants to be, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Always this wide.
    Fixed(u16),
    /// As wide as its widest shown text, up to this.
    Fit(u16),
    /// What the others leave, and at least this as long as others can be dropped.
    Fill(u16),
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// The heading; a table whose headings are all empty has no heading row.
    pub title: &'a str,
    /// Where its text stands.
    pub align: Align,
    /// How wide it wants to be.
    pub width: Width,
    /// When it is dropped: the lowest number first, `None` never.
    pub drop: Option<u8>,
    /// Free cells between it and the next column.
    pub gap: u16,
}

/// Returns the width of each column in cells, zero for a dropped one. `natural` is the widest shown text of each
/// column. Widths and the gaps between them never exceed `room`.
pub fn widths(columns: &[Column<'_>], natural: &[u16], room: u16) -> Vec<u16> {
    let mut kept: Vec<bool> = columns.iter().map(|_| true).collect();
    let wish = |at: usize| wished(columns[at].width, natural.get(at).copied().unwrap_or(0));
    while total(columns, &kept, wish) > u32::from(room) {
        let Some(next) = next_to_drop(columns, &kept) else { break };
        kept[next] = false;
    }
    let mut widths: Vec<u16> =
        kept.iter().enumerate().map(|(at, kept)| if *kept { wish(at) } else { 0 }).collect();
    match u32::from(room).checked_sub(total(columns, &kept, wish)) {
        Some(spare) => widen(columns, &mut widths, spare),
        None => shrink(columns, &kept, &mut widths, room),
    }
    widths
}

fn wished(width: Width, natural: u16) -> u16 {
    match width {
        Width::Fixed(cells) | Width::Fill(cells) => cells,
        Width::Fit(most) => natural.min(most),
    }
}

/// The cells of what is shown, with the gaps; nothing follows the last gap.
fn total(columns: &[Column<'_>], kept: &[bool], wish: impl Fn(usize) -> u16) -> u32 {
    let shown = (0..kept.len()).filter(|at| kept[*at] && wish(*at) > 0);
    let sum = |(cells, gap), at: usize| (cells + gap + u32::from(wish(at)), u32::from(columns[at].gap));
    shown.fold((0, 0), sum).0
}

fn next_to_drop(columns: &[Column<'_>], kept: &[bool]) -> Option<usize> {
    let droppable = columns.iter().enumerate().filter(|(at, _)| kept[*at]);
    droppable.filter_map(|(at, column)| column.drop.map(|order| (order, at))).min().map(|(_, at)| at)
}

/// Gives the spare cells to the first column that fills.
fn widen(columns: &[Column<'_>], widths: &mut [u16], spare: u32) {
    let filling = columns.iter().position(|column| matches!(column.width, Width::Fill(_)));
    if let Some(at) = filling {
        widths[at] = widths[at].saturating_add(u16::try_from(spare).unwrap_or(u16::MAX));
    }
}

/// Nothing more can be dropped: the filling columns give way first, then whatever stands furthest right.
fn shrink(columns: &[Column<'_>], kept: &[bool], widths: &mut [u16], room: u16) {
    let fills = |at: &usize| matches!(columns[*at].width, Width::Fill(_));
    let order = (0..columns.len()).filter(fills).chain((0..columns.len()).rev());
    for at in order.collect::<Vec<_>>() {
        let over = total(columns, kept, |at| widths[at]).saturating_sub(u32::from(room));
        let give = u16::try_from(over).unwrap_or(u16::MAX).min(widths[at]);
        widths[at] -= give;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(width: Width, drop: Option<u8>) -> Column<'static> {
        Column { title: "", align: Align::Left, width, drop, gap: 1 }
    }

    /// Sign, name, quantity, channel, end, renewal: dropped from the right.
    fn subscriptions() -> [Column<'static>; 6] {
        [
            column(Width::Fixed(2), None),
            column(Width::Fill(8), None),
            column(Width::Fit(5), Some(4)),
            column(Width::Fit(6), Some(3)),
            column(Width::Fixed(10), Some(2)),
            column(Width::Fixed(4), Some(1)),
        ]
    }

    const NATURAL: [u16; 6] = [2, 40, 3, 6, 10, 4];

    #[test]
    fn the_name_takes_what_is_left() {
        assert_eq!(widths(&subscriptions(), &NATURAL, 60), [2, 30, 3, 6, 10, 4]);
    }

    #[test]
    fn columns_go_from_the_right_in_their_order() {
        let at = |room| widths(&subscriptions(), &NATURAL, room);
        assert_eq!(at(38), [2, 8, 3, 6, 10, 4]);
        assert_eq!(at(37), [2, 12, 3, 6, 10, 0]);
        assert_eq!(at(32), [2, 18, 3, 6, 0, 0]);
        assert_eq!(at(21), [2, 14, 3, 0, 0, 0]);
        assert_eq!(at(14), [2, 11, 0, 0, 0, 0]);
    }

    #[test]
    fn the_name_is_cut_last() {
        assert_eq!(widths(&subscriptions(), &NATURAL, 9), [2, 6, 0, 0, 0, 0]);
        assert_eq!(widths(&subscriptions(), &NATURAL, 2), [2, 0, 0, 0, 0, 0]);
        assert_eq!(widths(&subscriptions(), &NATURAL, 0), [0; 6]);
    }

    #[test]
    fn an_empty_column_takes_no_gap() {
        let columns = [column(Width::Fit(9), Some(1)), column(Width::Fill(1), None)];
        assert_eq!(widths(&columns, &[0, 5], 10), [0, 10]);
    }

    #[test]
    fn the_sum_never_exceeds_the_room() {
        for room in 0..80 {
            let widths = widths(&subscriptions(), &NATURAL, room);
            let shown: Vec<u16> = widths.into_iter().filter(|width| *width > 0).collect();
            let gaps = u16::try_from(shown.len()).unwrap().saturating_sub(1);
            assert!(shown.iter().sum::<u16>() + gaps <= room, "{room}");
        }
    }
}
