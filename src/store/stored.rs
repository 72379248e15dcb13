//! How each table is written into files: names, shards, rows. Knows the model and the canonical form.

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;
use std::path::Path;

use ron::value::RawValue;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::model::{
    Admin, Customer, Entity, Group, Model, Partner, Partnership, Record, Relationship, Row, Subscription,
    Table, Transfer, Waiver,
};

use super::bad::{Fault, MOST_ROWS, MOST_VALUES, TOO_MANY_ROWS};
use super::canonical::{self, CanonicalError};
use super::error::StoreError;
use super::header;
use super::reader::{self, FORMAT};

/// How many shards a large table has: one for each first byte of an id.
pub const SHARDS: usize = 256;

type Shards = fn(&Model, &dyn Fn(u8) -> bool) -> Vec<Vec<Row>>;
type ReadsBack = fn(&Model, &[Row], &Path, Vec<u8>) -> Result<bool, StoreError>;

/// A table as it is stored: its names, and what can be done with it without knowing its type.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// The name of its file without the ending, and of the folder of its shards.
    pub file: &'static str,
    /// The name at the top of its files.
    pub root: &'static str,
    /// Reads the records of one file.
    pub read: fn(&Path, Vec<u8>) -> Result<Vec<Record>, StoreError>,
    /// The rows of each shard that is wanted, sorted by id; none of the others.
    pub shards: Shards,
    /// The shard that a record belongs in.
    pub shard_of: fn(&Record) -> Option<u8>,
    /// The shards in which two models differ.
    pub differing: fn(&Model, &Model) -> BTreeSet<u8>,
    /// The text of a file with these rows, under comments of the user's.
    pub text: fn(&Model, &[Row], &str) -> Result<String, CanonicalError>,
    /// Whether a file reads back as exactly these rows.
    pub reads_back: ReadsBack,
    /// How many records there are.
    pub count: fn(&Model) -> usize,
    /// Line and column of the n-th record, from 0, of a text that reads.
    pub place: fn(&str, usize) -> Option<(usize, usize)>,
}

/// A record with a table of its own.
trait Stored: Entity + Serialize + DeserializeOwned + Into<Record> {
    /// The name of its file without the ending.
    const FILE: &'static str;
    /// The name at the top of its files.
    const ROOT: &'static str;
    fn table(model: &Model) -> &Table<Self>;
    fn of(record: &Record) -> Option<&Self>;
    fn shard(&self) -> u8;
}

macro_rules! stored {
    ($($record:ident, $file:ident, $root:literal, $id:ident => $guid:expr;)*) => {
        $(impl Stored for $record {
            const FILE: &'static str = stringify!($file);
            const ROOT: &'static str = $root;
            fn table(model: &Model) -> &Table<Self> {
                model.$file()
            }
            fn of(record: &Record) -> Option<&Self> {
                if let Record::$record(own) = record { Some(own) } else { None }
            }
            fn shard(&self) -> u8 {
                let $id = self.id();
                $guid.bytes()[0]
            }
        })*

        /// Every table, in the order in which they are read.
        pub const SHELVES: &[Shelf] = &[$(shelf::<$record>()),*];
    };
}

stored! {
    Group, groups, "Groups", id => id.0;
    Partner, partners, "Partners", id => id.0;
    Customer, customers, "Customers", id => id.0;
    Partnership, partnerships, "Partnerships", id => id.0;
    Relationship, relationships, "Relationships", id => id.0;
    Subscription, subscriptions, "Subscriptions", id => id.0;
    Admin, admin, "Admin", id => id.0;
    Transfer, transfers, "Transfers", id => id.0;
    Waiver, waivers, "Waivers", id => id.0;
}

const fn shelf<T: Stored>() -> Shelf {
    Shelf {
        file: T::FILE,
        root: T::ROOT,
        read: read::<T>,
        shards: shards::<T>,
        shard_of: |record| T::of(record).map(T::shard),
        differing: |old, new| differing(T::table(old), T::table(new)),
        text: text::<T>,
        reads_back: reads_back::<T>,
        count: |model| T::table(model).len(),
        place: place::<T>,
    }
}

fn read<T: Stored>(file: &Path, bytes: Vec<u8>) -> Result<Vec<Record>, StoreError> {
    expect_few_values(file, &bytes)?;
    let read: Rows<T, T> = reader::read(file, bytes)?;
    Ok(read.rows.into_iter().map(Into::into).collect())
}

/// Before each value stands a bracket or a comma. Those in texts count too: there are never too many of them.
fn expect_few_values(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let is_mark = |byte: &u8| matches!(byte, b'(' | b'[' | b'{' | b',');
    if bytes.iter().filter(|byte| is_mark(byte)).count() <= MOST_VALUES {
        return Ok(());
    }
    let at = bytes.iter().enumerate().filter(|(_, byte)| is_mark(byte)).nth(MOST_VALUES);
    let before = at.map_or(bytes, |(at, _)| &bytes[..at]);
    let (line, column) = header::end_of(&String::from_utf8_lossy(before));
    Err(reader::fault_at(file, line, column, Fault::TooManyValues))
}

fn shards<T: Stored>(model: &Model, is_wanted: &dyn Fn(u8) -> bool) -> Vec<Vec<Row>> {
    let mut shards = vec![Vec::new(); SHARDS];
    let wanted: Vec<bool> = (0..=u8::MAX).map(is_wanted).collect();
    for (row, record) in T::table(model).iter() {
        let shard = usize::from(record.shard());
        if wanted[shard] {
            shards[shard].push((record.id(), row));
        }
    }
    shards.into_iter().map(sorted_rows).collect()
}

fn sorted_rows<I: Ord>(mut shard: Vec<(I, Row)>) -> Vec<Row> {
    shard.sort_unstable();
    shard.into_iter().map(|(_, row)| row).collect()
}

/// Chunks of the same version hold the same rows, so an ordinary save looks at a few chunks only.
fn differing<T: Stored>(old: &Table<T>, new: &Table<T>) -> BTreeSet<u8> {
    let (old, new): (Vec<_>, Vec<_>) = (old.chunks().collect(), new.chunks().collect());
    let mut found = BTreeSet::new();
    for at in 0..old.len().max(new.len()) {
        let (was, is) = (old.get(at), new.get(at));
        if was.map(|chunk| chunk.version) == is.map(|chunk| chunk.version) {
            continue;
        }
        let (was, is) = (was.map_or(&[][..], |chunk| chunk.rows), is.map_or(&[][..], |chunk| chunk.rows));
        for slot in 0..was.len().max(is.len()) {
            let pair = [was.get(slot).and_then(Option::as_ref), is.get(slot).and_then(Option::as_ref)];
            if pair[0] != pair[1] {
                found.extend(pair.into_iter().flatten().map(T::shard));
            }
        }
    }
    found
}

/// One record on a line, under a line for people and what people wrote there. The words are part of the format: a file is the same whatever the
/// language of the one who saved it.
fn text<T: Stored>(model: &Model, rows: &[Row], comments: &str) -> Result<String, CanonicalError> {
    let mut out = String::with_capacity(400 + comments.len() + rows.len() * 400);
    out.push_str(&head(T::ROOT, &format!("{}, one on a line, sorted by id", T::FILE), comments));
    out.push_str("    rows: [\n");
    for record in T::table(model).rows(rows) {
        canonical::write_row(&mut out, record)?;
    }
    out.push_str("    ],\n)\n");
    Ok(out)
}

/// How our own line begins and ends; what the file holds stands between.
const OUR_LINE: [&str; 2] =
    ["// Partnerbook: ", ". Edit by hand if you like: `partnerbook check` says what is wrong."];

/// Whether a comment is the line that we write at the top.
pub fn is_our_line(comment: &str) -> bool {
    comment.starts_with(OUR_LINE[0]) && comment.ends_with(OUR_LINE[1]) && !comment.contains('\n')
}

/// How every file of a book begins, up to its format number. Comments of the user's come with their line ends.
pub fn head(root: &str, what: &str, comments: &str) -> String {
    let [start, end] = OUR_LINE;
    format!("{start}{what}{end}\n{comments}#![enable(implicit_some)]\n{root}(\n    format: {FORMAT},\n")
}

fn reads_back<T: Stored>(
    model: &Model,
    rows: &[Row],
    file: &Path,
    bytes: Vec<u8>,
) -> Result<bool, StoreError> {
    let back: Rows<T, T> = reader::read(file, bytes)?;
    Ok(back.rows.iter().eq(T::table(model).rows(rows)))
}

fn place<T: Stored>(text: &str, row: usize) -> Option<(usize, usize)> {
    let read: Rows<T, &RawValue> = reader::options().from_str(text).ok()?;
    let own = read.rows.get(row)?.get_ron();
    let own = own.trim_start();
    let before = text.get(..(own.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?)?;
    Some(header::end_of(before))
}

/// The rows of one file, each read as an `R`, under the name of the table of `T`.
struct Rows<T, R> {
    rows: Vec<R>,
    table: PhantomData<T>,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Part {
    Format,
    Rows,
}

impl<'de, T: Stored, R: Deserialize<'de>> Deserialize<'de> for Rows<T, R> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_struct(T::ROOT, &["format", "rows"], RowsVisitor(PhantomData))
    }
}

/// A list of at most so many rows.
struct Bounded<R>(usize, PhantomData<R>);

impl<'de, R: Deserialize<'de>> DeserializeSeed<'de> for Bounded<R> {
    type Value = Vec<R>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Vec<R>, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, R: Deserialize<'de>> Visitor<'de> for Bounded<R> {
    type Value = Vec<R>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Vec<R>, A::Error> {
        let mut read = Vec::new();
        while let Some(row) = rows.next_element()? {
            if read.len() == self.0 {
                return Err(de::Error::custom(TOO_MANY_ROWS));
            }
            read.push(row);
        }
        Ok(read)
    }
}

struct RowsVisitor<T, R>(PhantomData<(T, R)>);

impl<'de, T: Stored, R: Deserialize<'de>> Visitor<'de> for RowsVisitor<T, R> {
    type Value = Rows<T, R>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::ROOT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Rows<T, R>, A::Error> {
        let (mut format, mut rows) = (None::<u32>, None);
        while let Some(part) = map.next_key()? {
            match part {
                Part::Format if format.is_none() => format = Some(map.next_value()?),
                Part::Rows if rows.is_none() => {
                    rows = Some(map.next_value_seed(Bounded(MOST_ROWS, PhantomData))?);
                }
                Part::Format => return Err(de::Error::duplicate_field("format")),
                Part::Rows => return Err(de::Error::duplicate_field("rows")),
            }
        }
        format.ok_or_else(|| de::Error::missing_field("format"))?;
        let rows = rows.ok_or_else(|| de::Error::missing_field("rows"))?;
        Ok(Rows { rows, table: PhantomData })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_too_many_values_is_refused_with_its_place_before_it_is_read() {
        let few = format!("Customers(rows: [{}", "(),".repeat(MOST_VALUES / 2 - 1));
        assert_eq!(expect_few_values(Path::new("customers.ron"), few.as_bytes()), Ok(()));
        let many = format!("{few}\n(),");
        let refused = expect_few_values(Path::new("customers.ron"), many.as_bytes());
        assert_eq!(refused, Err(reader::fault_at(Path::new("customers.ron"), 2, 1, Fault::TooManyValues)));
    }

    #[test]
    fn a_list_that_is_too_long_is_refused_with_its_place() {
        let read = |most| {
            let mut reader = ron::Deserializer::from_str("[1, 2,\n 3]").unwrap();
            Bounded::<u8>(most, PhantomData)
                .deserialize(&mut reader)
                .map_err(|error| reader.span_error(error))
        };
        assert_eq!(read(3), Ok(vec![1, 2, 3]));
        let error = read(2).unwrap_err();
        assert_eq!((error.code, error.span.start.line), (ron::Error::Message(TOO_MANY_ROWS.into()), 2));
    }
}
