//! Items written as a table, as tab-separated lines, as Markdown, as JSON.

use anyhow::Context as _;
use serde::Serialize;

use super::args::Format;
use super::fail::Fail;
use super::item::{Item, Json, cell, safe};
use super::out::{self, Out};
use crate::model::Day;
use crate::tui::text::{fit, width};

/// The version of the JSON output: names never change within it.
const SCHEMA: u32 = 1;

/// Free cells between two columns.
const GAP: usize = 2;

/// The narrowest a column is cut to.
const NARROWEST: u16 = 8;

/// What the items are of.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The name of the book.
    pub book: String,
    /// The day the portal last said something.
    pub baseline: Option<String>,
    /// How many problems are accepted, where problems are told.
    pub waived: Option<usize>,
    /// The moment of the past that was asked for, and the number of the last change then.
    pub at: Option<(String, u64)>,
}

impl About {
    /// A book as it is.
    pub fn of(book: String, baseline: Option<Day>) -> Self {
        Self { book, baseline: baseline.map(|day| day.to_string()), ..Self::default() }
    }
}

/// Items with the columns that a table shows; JSON has every field of an item.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The items.
    pub items: Vec<Item>,
}

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    book: &'a str,
    baseline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<usize>,
    items: &'a [Item],
}

impl Sheet {
    /// Writes the items in a format.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write(&self, format: Format, about: &About, out: &mut Out) -> Result<(), Fail> {
        match format {
            Format::Text => {
                let room = if out::is_terminal() { out::columns() } else { u16::MAX };
                self.table(room, out)
            }
            Format::Tsv => self.tsv(out),
            Format::Md => self.markdown(out),
            Format::Json | Format::Jsonl => self.write_machine(format, about, out),
        }
    }

    /// Writes the items for programs; in a format for people nothing is written.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write_machine(&self, format: Format, about: &About, out: &mut Out) -> Result<(), Fail> {
        match format {
            Format::Json => {
                let (book, baseline) = (about.book.as_str(), about.baseline.as_deref());
                out.data(&line(&Envelope {
                    schema: SCHEMA,
                    book,
                    baseline,
                    at: about.at.as_ref().map(|(at, _)| at.as_str()),
                    change: about.at.as_ref().map(|(_, change)| *change),
                    waived: about.waived,
                    items: &self.items,
                })?)
            }
            Format::Jsonl => self.items.iter().try_for_each(|item| out.data(&line(item)?)),
            Format::Text | Format::Tsv | Format::Md => Ok(()),
        }
    }

    fn cells(&self, item: &Item) -> Vec<String> {
        self.columns.iter().map(|name| cell(item.shown(name))).collect()
    }

    fn tsv(&self, out: &mut Out) -> Result<(), Fail> {
        out.data(&self.columns.join("\t"))?;
        let plain = |value: &Json| if value.is_number() { cell(value) } else { no_formula(cell(value)) };
        let row = |item: &Item| self.columns.iter().map(|name| plain(item.shown(name))).collect::<Vec<_>>();
        self.items.iter().try_for_each(|item| out.data(&row(item).join("\t")))
    }

    fn markdown(&self, out: &mut Out) -> Result<(), Fail> {
        let row = |cells: Vec<String>| {
            let cells: Vec<String> = cells.into_iter().map(|cell| cell.replace('|', "\\|")).collect();
            format!("| {} |", cells.join(" | "))
        };
        out.data(&row(self.columns.iter().map(ToString::to_string).collect()))?;
        out.data(&format!("|{}", "---|".repeat(self.columns.len())))?;
        self.items.iter().try_for_each(|item| out.data(&row(self.cells(item))))
    }

    fn table(&self, room: u16, out: &mut Out) -> Result<(), Fail> {
        let heads: Vec<String> = self.columns.iter().map(|name| name.to_uppercase()).collect();
        let rows: Vec<Vec<String>> = self.items.iter().map(|item| self.cells(item)).collect();
        let widths = widths(&heads, &rows, room);
        let numbers: Vec<bool> = self.columns.iter().map(|name| self.is_number(name)).collect();
        std::iter::once(&heads).chain(&rows).try_for_each(|row| out.data(&text_row(row, &widths, &numbers)))
    }

    fn is_number(&self, column: &str) -> bool {
        let first = self.items.iter().map(|item| item.shown(column)).find(|value| !value.is_null());
        first.is_some_and(Json::is_number)
    }
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before one that begins like it, and before one
/// that begins with a quote, which a spreadsheet takes away or reads on behind over the next cells. Before an apostrophe
/// of its own stands another one, so that taking one away gives what was there.
fn no_formula(cell: String) -> String {
    const BEGINS: [char; 9] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '"'];
    let inside = cell.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
    if inside.starts_with(BEGINS) { format!("'{cell}") } else { cell }
}

fn line(value: &impl Serialize) -> anyhow::Result<String> {
    Ok(safe(&serde_json::to_string(value).context("JSON cannot be written")?))
}

/// The natural widths; when they are too many for the room, the widest column gives way first.
fn widths(heads: &[String], rows: &[Vec<String>], room: u16) -> Vec<u16> {
    let column = |at: usize| std::iter::once(&heads[at]).chain(rows.iter().map(move |row| &row[at]));
    let mut widths: Vec<u16> =
        (0..heads.len()).map(|at| column(at).map(|cell| width(cell)).max().unwrap_or(0)).collect();
    let gaps = GAP * heads.len().saturating_sub(1);
    loop {
        let total: usize = widths.iter().map(|w| usize::from(*w)).sum::<usize>() + gaps;
        let widest = widths.iter_mut().filter(|width| **width > NARROWEST).max();
        match widest {
            Some(widest) if total > usize::from(room) => *widest -= 1,
            _ => return widths,
        }
    }
}

fn text_row(cells: &[String], widths: &[u16], numbers: &[bool]) -> String {
    let mut line = String::new();
    for (at, text) in cells.iter().enumerate() {
        let text = fit(text, widths[at], "..");
        let blank = " ".repeat(usize::from(widths[at].saturating_sub(width(&text))));
        let gap = " ".repeat(if at == 0 { 0 } else { GAP });
        let parts = if numbers[at] { [gap, blank, text] } else { [gap, text, blank] };
        line.extend(parts);
    }
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_column_gives_way() {
        let heads = ["ID".to_owned(), "NAME".to_owned()];
        let rows = vec![vec!["12345678".to_owned(), "x".repeat(60)]];
        assert_eq!(widths(&heads, &rows, 40), [8, 30]);
        assert_eq!(widths(&heads, &rows, 200), [8, 60]);
        assert_eq!(widths(&heads, &rows, 1), [8, 8]);
    }

    #[test]
    fn no_cell_is_a_formula_and_one_apostrophe_less_gives_what_was_there() {
        for text in ["=1+1", "+33 1 23", "-x", "@SUM(A1)", " =1", "'=1", "＝1", "\"=1+1\"", "\"", "'\"\"=1"]
        {
            let cell = no_formula(text.to_owned());
            assert!(cell.starts_with('\''));
            assert_eq!(&cell[1..], text);
        }
        for text in ["", "O'Neil", "'quoted'", "2026-11-24", "a=b"] {
            assert_eq!(no_formula(text.to_owned()), text);
        }
    }

    #[test]
    fn numbers_stand_at_the_right() {
        let cells = ["ab".to_owned(), "7".to_owned()];
        assert_eq!(text_row(&cells, &[4, 3], &[false, true]), "ab      7");
    }
}
