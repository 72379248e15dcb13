//! What an import says of each file: what it is, what it would change, and everything worth a look.

use super::{Lang, en, fr};
use crate::exchange::decode::Encoding;
use crate::exchange::{
    Fault, Kind, Meaning, Need, Note, NoteKind, Reason, Refusal, Report, SavedError, Unreadable,
};
use crate::model::show;

/// Every word and sentence about imported files, in one language.
#[derive(Debug)]
pub(super) struct Imports {
    pub(super) head: fn(&str, &str, usize, usize, usize) -> String,
    pub(super) not_imported: fn(&str, &str) -> String,
    pub(super) saved_error: fn(&str, &str, &str, &str) -> String,
    pub(super) not_json: fn(&str, usize, usize, &str) -> String,
    pub(super) unreadable: fn(&str, &str) -> String,
    pub(super) incomplete: fn(Option<u64>, usize) -> String,
    pub(super) tolerated: fn(usize, usize) -> String,
    pub(super) encoding: &'static str,
    pub(super) replaced: fn(usize) -> String,
    pub(super) lost_mark: &'static str,
    pub(super) note: fn(usize, &str, &str, &str) -> String,
    pub(super) aside: fn(usize, &str) -> String,
    pub(super) more: fn(usize) -> String,
    pub(super) unknown: fn(&str) -> String,
    pub(super) records: fn(&str) -> String,
    pub(super) record_new: fn(usize, &str) -> String,
    pub(super) record_changed: fn(usize, &str) -> String,
    pub(super) link: fn(&str) -> String,
    pub(super) away: fn(usize) -> String,
    pub(super) confirmed: fn(usize) -> String,
    pub(super) need_us: &'static str,
    pub(super) need_customer: &'static str,
    pub(super) needs: fn(&str, &str) -> String,
    pub(super) kind: fn(Kind) -> &'static str,
    pub(super) kind_of_note: fn(NoteKind) -> &'static str,
    pub(super) meaning: fn(Meaning) -> &'static str,
    pub(super) fault: fn(Fault) -> &'static str,
    pub(super) why_unreadable: fn(&Unreadable) -> String,
    pub(super) why_aside: fn(&Reason) -> String,
}

/// Why a file is not imported.
#[derive(Clone, Copy, Debug)]
pub enum NotImported<'a> {
    /// It is not a file that is imported.
    Refused(&'a Refusal),
    /// The disk refused it; why, in a few words.
    Unreadable(&'a str),
    /// It cannot say something that must be told first.
    Needs(&'a [Need]),
}

/// As many notes of a kind are listed.
const LISTED: usize = 5;

impl Lang {
    fn imports(self) -> &'static Imports {
        match self {
            Self::En => &en::imports::IMPORTS,
            Self::Fr => &fr::imports::IMPORTS,
        }
    }

    /// What a file is.
    pub fn import_kind(self, kind: Kind) -> &'static str {
        (self.imports().kind)(kind)
    }

    /// What one file brings, in lines; its name is safe to show.
    pub fn import_file(self, name: &str, result: Result<&Report, NotImported<'_>>) -> Vec<String> {
        match result {
            Ok(report) => self.import_report(name, report),
            Err(why) => vec![self.not_imported(name, why)],
        }
    }

    /// Why a file is not imported, in a sentence.
    pub fn not_imported(self, name: &str, why: NotImported<'_>) -> String {
        let words = self.imports();
        match why {
            NotImported::Unreadable(why) => (words.unreadable)(name, &show(why)),
            NotImported::Needs(needs) => {
                let what = needs.iter().map(|need| match need {
                    Need::Us => words.need_us,
                    Need::Customer => words.need_customer,
                });
                (words.needs)(name, &what.collect::<Vec<_>>().join(", "))
            }
            NotImported::Refused(Refusal::Unreadable(why)) => {
                (words.unreadable)(name, &(words.why_unreadable)(why))
            }
            NotImported::Refused(Refusal::NotJson(error)) => {
                (words.not_json)(name, error.line, error.column, (words.fault)(error.fault))
            }
            NotImported::Refused(Refusal::SavedError(error)) => self.saved_error(name, error),
            NotImported::Refused(Refusal::NotImported(kind)) => {
                (words.not_imported)(name, (words.kind)(*kind))
            }
        }
    }

    fn saved_error(self, name: &str, error: &SavedError) -> String {
        let words = self.imports();
        let meaning = error.meaning.map(|meaning| {
            let rules = meaning.rules().join(", ");
            let meant = (words.meaning)(meaning);
            if rules.is_empty() { format!(", {meant}") } else { format!(", {meant}, {rules}") }
        });
        (words.saved_error)(name, &show(&error.code), &show(&error.description), &meaning.unwrap_or_default())
    }

    fn import_report(self, name: &str, report: &Report) -> Vec<String> {
        let words = self.imports();
        let rows = report.rows;
        let mut lines =
            vec![(words.head)(name, (words.kind)(report.kind), rows.new, rows.changed, rows.same)];
        let mut count = |n: usize, say: fn(usize) -> String| lines.extend((n > 0).then(|| say(n)));
        count(rows.confirmed, words.confirmed);
        count(rows.away, words.away);
        lines.extend(self.import_records(report));
        if report.extent.is_incomplete() {
            lines.push((words.incomplete)(report.extent.announced, report.extent.in_file));
        }
        lines.extend(self.import_reading(report));
        lines.extend(self.import_notes(&report.notes));
        let asides =
            report.aside.iter().take(LISTED).map(|a| (words.aside)(a.item, &(words.why_aside)(&a.reason)));
        lines.extend(asides);
        lines.extend(report.aside.len().checked_sub(LISTED + 1).map(|n| (words.more)(n + 1)));
        if !report.unknown.is_empty() {
            let names = report.unknown.iter().take(12).map(|(name, n)| format!("{} ({n})", show(name)));
            lines.push((words.unknown)(&names.collect::<Vec<_>>().join(", ")));
        }
        if let Some(partner) = report.link.as_ref().and_then(|link| link.partner) {
            lines.push((words.link)(&partner.to_string()));
        }
        lines
    }

    fn import_records(self, report: &Report) -> Option<String> {
        let words = self.imports();
        let of_table = report.records.iter().flat_map(|(table, (new, changed))| {
            let what = self.table(*table);
            let new = (*new > 0).then(|| (words.record_new)(*new, what));
            new.into_iter().chain((*changed > 0).then(|| (words.record_changed)(*changed, what)))
        });
        let list: Vec<String> = of_table.collect();
        (!list.is_empty()).then(|| (words.records)(&list.join(", ")))
    }

    fn import_reading(self, report: &Report) -> Vec<String> {
        let words = self.imports();
        let reading = &report.reading;
        let mut lines = Vec::new();
        if reading.encoding == Encoding::Windows1252 {
            lines.push(words.encoding.to_owned());
        }
        lines.extend((reading.replaced > 0).then(|| (words.replaced)(reading.replaced)));
        lines.extend(reading.lost_mark.then(|| words.lost_mark.to_owned()));
        if reading.tolerated.any() {
            let tolerated = &reading.tolerated;
            lines.push((words.tolerated)(tolerated.comments + tolerated.commas, tolerated.first_line));
        }
        lines
    }

    /// Notes kind by kind, a few of each.
    fn import_notes(self, notes: &[Note]) -> Vec<String> {
        let words = self.imports();
        let mut kinds: Vec<NoteKind> = notes.iter().map(|note| note.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut lines = Vec::new();
        for kind in kinds {
            let of_kind: Vec<&Note> = notes.iter().filter(|note| note.kind == kind).collect();
            for note in of_kind.iter().take(LISTED) {
                let raw: String = note.raw.show().chars().take(60).collect();
                let raw = if raw.is_empty() { raw } else { format!(" ({raw})") };
                lines.push((words.note)(
                    note.place.item,
                    &note.place.field.show(),
                    (words.kind_of_note)(kind),
                    &raw,
                ));
            }
            lines.extend(of_kind.len().checked_sub(LISTED + 1).map(|n| (words.more)(n + 1)));
        }
        lines
    }
}
