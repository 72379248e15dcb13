//! The text that queries search: names, domains and partner ids, folded, one piece a chunk of the table, kept until
//! the chunk changes. Knows text and rows, not the filter language.

use super::bits::Bits;
use super::fold::{FIELD_END, fold_into};
use super::fuzzy::Needle;
use super::rec::Rec;
use crate::model::{CHUNK, Entity, Model, Row, Table, TableName};
use memchr::memmem::Finder;
use std::borrow::Cow;
use std::sync::Arc;

/// A column of the searched text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name; of a subscription that of its product.
    Name,
    /// The nickname of a subscription, the domains of a customer.
    Second,
    /// The location id of a partner.
    Code,
}

/// Where in a column the text must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    Whole,
}

/// The folded text of one chunk: each row has three fields, each with its end mark.
#[derive(Debug, Default)]
struct Folded {
    first: usize,
    version: u64,
    text: String,
    ends: Vec<u32>,
}

impl Folded {
    fn row(&self, n: usize) -> &str {
        let start = if n == 0 { 0 } else { self.ends[n - 1] as usize };
        &self.text[start..self.ends[n] as usize]
    }

    fn at(&self, n: usize) -> Row {
        Row(u32::try_from(self.first + n).unwrap_or(u32::MAX))
    }

    fn push(&mut self, fields: [&str; 3]) {
        for field in fields {
            fold_into(&mut self.text, field);
            self.text.push(FIELD_END);
        }
        self.close();
    }

    fn close(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }
}

/// The folded text of a table. Cloning it copies pointers.
#[derive(Clone, Debug, Default)]
pub struct Arena {
    chunks: Vec<Arc<Folded>>,
}

impl Arena {
    /// Folds again the chunks that have changed since the last time.
    pub fn refresh<T: Entity>(&mut self, table: &Table<T>, fields: impl Fn(&T, &mut dyn FnMut([&str; 3]))) {
        self.chunks.truncate(table.chunks().count());
        for (n, view) in table.chunks().enumerate() {
            if self.chunks.get(n).is_some_and(|old| old.version == view.version) {
                continue;
            }
            let mut folded = Folded { first: view.first.index(), version: view.version, ..Folded::default() };
            for slot in view.rows {
                match slot {
                    Some(record) => fields(record, &mut |fields| folded.push(fields)),
                    None => folded.close(),
                }
            }
            match self.chunks.get_mut(n) {
                Some(chunk) => *chunk = Arc::new(folded),
                None => self.chunks.push(Arc::new(folded)),
            }
        }
    }

    /// The folded name of a row; empty when there is no such row.
    pub fn name(&self, row: Row) -> &str {
        self.column(row, Column::Name)
    }

    /// The folded second column of a row.
    pub(super) fn second(&self, row: Row) -> &str {
        self.column(row, Column::Second)
    }

    fn column(&self, row: Row, column: Column) -> &str {
        let Some(chunk) = self.chunks.get(row.index() / CHUNK) else { return "" };
        let n = row.index() % CHUNK;
        if n >= chunk.ends.len() {
            return "";
        }
        let row = chunk.row(n);
        row.split(FIELD_END).nth(column as usize).unwrap_or_default()
    }

    /// The rows that have a record.
    pub(super) fn used(&self) -> Bits {
        let mut used = Bits::none(self.chunks.len() * CHUNK);
        for chunk in &self.chunks {
            let starts = std::iter::once(&0).chain(&chunk.ends);
            let rows = starts.zip(&chunk.ends).enumerate().filter(|(_, (start, end))| start != end);
            rows.for_each(|(n, _)| used.insert(chunk.at(n)));
        }
        used
    }

    /// Adds the rows of `within` that have the folded text in one of the columns.
    pub(super) fn find(&self, needle: &str, place: Place, columns: &[Column], within: &Bits, out: &mut Bits) {
        if needle.is_empty() && place == Place::Anywhere {
            return out.add(within);
        }
        let text = if place == Place::Whole { format!("{needle}{FIELD_END}") } else { needle.to_owned() };
        let finder = Finder::new(&text);
        for chunk in &self.chunks {
            let wanted = within.count_in(chunk.at(0), CHUNK);
            if wanted == 0 {
                continue;
            }
            let search = Search { chunk, finder: &finder, place, columns };
            if wanted < CHUNK / 16 { search.one_by_one(within, out) } else { search.all_at_once(within, out) }
        }
    }

    /// Gives the score of each row of `within` that has the word, ascending.
    pub(super) fn words(&self, needle: &mut Needle, within: &Bits, mut found: impl FnMut(Row, u16)) {
        let mut rows = Vec::with_capacity(CHUNK);
        for chunk in &self.chunks {
            if within.count_in(chunk.at(0), CHUNK) == 0 {
                continue;
            }
            rows.clear();
            rows.extend((0..chunk.ends.len()).map(|n| chunk.at(n)).filter(|row| within.has(*row)));
            let texts: Vec<&str> = rows.iter().map(|row| chunk.row(row.index() % CHUNK)).collect();
            needle.scores(&texts).for_each(|(n, score)| found(rows[n], score));
        }
    }
}

/// A search in one chunk.
struct Search<'a> {
    chunk: &'a Folded,
    finder: &'a Finder<'a>,
    place: Place,
    columns: &'a [Column],
}

impl Search<'_> {
    fn one_by_one(&self, within: &Bits, out: &mut Bits) {
        let rows = (0..self.chunk.ends.len()).filter(|n| within.has(self.chunk.at(*n)));
        for n in rows.filter(|n| self.hits(self.chunk.row(*n))) {
            out.insert(self.chunk.at(n));
        }
    }

    /// True when the row has the text where it must stand.
    fn hits(&self, row: &str) -> bool {
        self.finder.find_iter(row.as_bytes()).any(|at| self.fits(row, at))
    }

    fn fits(&self, row: &str, at: usize) -> bool {
        let before = &row.as_bytes()[..at];
        let column = before.iter().filter(|byte| char::from(**byte) == FIELD_END).count();
        let starts = before.last().is_none_or(|byte| char::from(*byte) == FIELD_END);
        self.columns.iter().any(|wanted| *wanted as usize == column)
            && (self.place == Place::Anywhere || starts)
    }

    /// Searches the whole chunk; after a hit goes on with the next row.
    fn all_at_once(&self, within: &Bits, out: &mut Bits) {
        let text = self.chunk.text.as_bytes();
        let (mut from, mut n) = (0, 0);
        while let Some(at) = self.finder.find(&text[from..]) {
            let at = from + at;
            while self.chunk.ends[n] as usize <= at {
                n += 1;
            }
            let row = self.chunk.at(n);
            if within.has(row) && self.hits(self.chunk.row(n)) {
                out.insert(row);
            }
            from = self.chunk.ends[n] as usize;
        }
    }
}

/// The searched text of the whole book. Cloning it copies pointers.
#[derive(Clone, Debug, Default)]
pub struct Arenas {
    partners: Arena,
    customers: Arena,
    subscriptions: Arena,
}

impl Arenas {
    /// The searched text of a book.
    pub fn new(model: &Model) -> Self {
        let mut arenas = Self::default();
        arenas.refresh(model);
        arenas
    }

    /// Folds again what has changed.
    pub fn refresh(&mut self, model: &Model) {
        self.partners.refresh(model.partners(), |p, put| {
            put([p.name.raw(), "", p.partner_id.as_ref().map_or("", |id| id.text().raw())]);
        });
        self.customers.refresh(model.customers(), |c, put| {
            let more: String = c.custom_domains.iter().flat_map(|domain| [" ", domain.raw()]).collect();
            let domains = if more.is_empty() {
                Cow::Borrowed(c.domain.raw())
            } else {
                Cow::Owned(c.domain.raw().to_owned() + &more)
            };
            put([c.name.raw(), &domains, ""]);
        });
        self.subscriptions
            .refresh(model.subscriptions(), |s, put| put([s.name.raw(), s.friendly_name.raw(), ""]));
    }

    /// The text of a table whose text follows from its records alone.
    pub(super) fn kept(&self, table: TableName) -> Option<&Arena> {
        match table {
            TableName::Partner => Some(&self.partners),
            TableName::Customer => Some(&self.customers),
            TableName::Subscription => Some(&self.subscriptions),
            TableName::Partnership
            | TableName::Relationship
            | TableName::Admin
            | TableName::Transfer
            | TableName::Group
            | TableName::Waiver => None,
        }
    }

    /// The text of a table. Relations are named after their ends, so their text is made anew each time.
    pub(super) fn of(&self, table: TableName, model: &Model) -> Cow<'_, Arena> {
        match table {
            TableName::Partner => Cow::Borrowed(&self.partners),
            TableName::Customer => Cow::Borrowed(&self.customers),
            TableName::Subscription => Cow::Borrowed(&self.subscriptions),
            TableName::Partnership => Cow::Owned(named(model, model.partnerships())),
            TableName::Relationship => Cow::Owned(named(model, model.relationships())),
            TableName::Admin => Cow::Owned(named(model, model.admin())),
            TableName::Transfer => Cow::Owned(named(model, model.transfers())),
            TableName::Group => Cow::Owned(named(model, model.groups())),
            TableName::Waiver => Cow::Owned(named(model, model.waivers())),
        }
    }
}

fn named<T: Entity>(model: &Model, table: &Table<T>) -> Arena
where
    for<'a> Rec<'a>: From<&'a T>,
{
    let mut arena = Arena::default();
    arena.refresh(table, |record, put| put([model.name(Rec::from(record).key()).raw(), "", ""]));
    arena
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Customer;
    use proptest::prelude::*;

    /// Some hundred customers, with gaps where records were taken out.
    fn customers() -> Model {
        let mut model = Model::default();
        let customer = |n: usize| Customer {
            tenant: format!("own-{}", n + 1).parse().unwrap_or_default(),
            name: ["Parc", "Clinique du Parc", "Lycée", "Orion", ""][n % 5].into(),
            domain: ["parc.example", "x.example", ""][n % 3].into(),
            ..Customer::default()
        };
        (0..700).for_each(|n| drop(model.put(customer(n).into())));
        let gone: Vec<_> = model.keys().step_by(7).collect();
        gone.into_iter().for_each(|key| drop(model.take(key)));
        model
    }

    fn has(customer: &Customer, needle: &str, place: Place, column: Column) -> bool {
        let text = match column {
            Column::Name => customer.name.raw(),
            Column::Second => customer.domain.raw(),
            Column::Code => "",
        };
        let text = super::super::fold::fold(text);
        if place == Place::Whole { text == needle } else { text.contains(needle) }
    }

    proptest! {
        #[test]
        fn a_search_in_many_chunks_finds_what_each_row_has(
            needle in prop::sample::select(vec!["parc", "p", "du parc", "e", "lycee", "parc.example", "cx", "zzz", "ee", ""]),
            place in prop::sample::select(vec![Place::Anywhere, Place::Whole]),
            column in prop::sample::select(vec![Column::Name, Column::Second, Column::Code]),
            every in 1usize..60,
        ) {
            let model = customers();
            let arenas = Arenas::new(&model);
            let arena = arenas.of(TableName::Customer, &model);
            let within: Bits = arena.used().rows().step_by(every).collect();
            let mut found = Bits::none(700);
            arena.find(needle, place, &[column], &within, &mut found);
            let fits = |row: &Row| model.customers().at(*row).is_some_and(|c| has(c, needle, place, column));
            let anything = needle.is_empty() && place == Place::Anywhere;
            let expected: Vec<Row> = within.rows().filter(|row| anything || fits(row)).collect();
            prop_assert_eq!(found.rows().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn rows_without_a_record_are_not_used() {
        let model = customers();
        let used = Arenas::new(&model).customers.used();
        assert_eq!(used, model.customers().iter().map(|(row, _)| row).collect());
    }
}
