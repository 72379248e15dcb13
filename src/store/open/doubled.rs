//! Ids that stand twice in a table.

use std::path::Path;

use crate::model::Record;

use super::super::bad::{BadFile, Fault, Subject};
use super::super::error::StoreError;
use super::super::stored::Shelf;
use super::super::volume::Volume;
use super::super::{files, header};
use super::parts::Part;

/// So many doubled ids of a file are told; each costs a look through it.
const MOST_DOUBLES: usize = 20;

/// Rare enough that the file is read once more to say where.
pub(super) fn doubled(volume: &dyn Volume, part: &Part, doubles: &[(usize, Record)]) -> Vec<StoreError> {
    if doubles.is_empty() {
        return Vec::new();
    }
    let bytes = files::read(volume, &part.path).ok().flatten().unwrap_or_default();
    let told = doubles.iter().take(MOST_DOUBLES);
    told.map(|(row, old)| doubled_in(&part.path, part.table, bytes.clone(), *row, old)).collect()
}

/// That a record of a file, the n-th from 0, has the id of one that is there already.
pub(in crate::store) fn doubled_in(
    path: &Path,
    table: &Shelf,
    bytes: Vec<u8>,
    row: usize,
    old: &Record,
) -> StoreError {
    let rows = (table.read)(path, bytes.clone()).unwrap_or_default();
    let text = header::text(bytes).unwrap_or_default();
    let (line, column) = (table.place)(&text, row).unwrap_or((1, 1));
    let first = rows.iter().take(row).position(|record| record.key() == old.key()).map(|first| first + 1);
    let subject = Subject { row: row + 1, id: Some(old.key().id_text().into()), name: None };
    StoreError::Bad(Box::new(BadFile {
        file: path.to_owned(),
        line,
        column,
        record: Some(subject),
        field: None,
        fault: Fault::DoubledId(first),
    }))
}
