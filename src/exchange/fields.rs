//! Reading one object field by field: keys without regard to case, three spellings of nothing, notes for what is
//! odd, a count of what nobody asked for. Knows no resource.

use compact_str::CompactString;
use std::collections::BTreeMap;

use super::json::Json;
use super::note::{Aside, Note, NoteKind, Place, Reason};
use super::scalar::{self, Spelling};
use crate::model::{Country, Guid, LONGEST, Moment, PartnerId, Text};

/// What reading a file collects besides its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sink {
    /// What is worth saying.
    pub notes: Vec<Note>,
    /// Properties that are not known, by path, with how often they were met.
    pub unknown: BTreeMap<String, usize>,
    /// Items kept aside.
    pub aside: Vec<Aside>,
    item: usize,
    strange: Vec<String>,
    refused: Option<Reason>,
}

impl Sink {
    /// Reads every item with `row`; an item that it refuses is kept aside.
    pub fn rows<T>(
        &mut self,
        items: &[Json],
        row: impl Fn(&mut Fields<'_, '_>) -> Option<T>,
    ) -> Vec<Item<T>> {
        let numbered = items.iter().zip(1..);
        numbered
            .filter_map(|(item, number)| Some(Item { number, row: self.row(number, item, &row)? }))
            .collect()
    }

    fn row<T>(
        &mut self,
        number: usize,
        item: &Json,
        row: &impl Fn(&mut Fields<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        self.item = number;
        self.refused = None;
        let notes = self.notes.len();
        let read = match item {
            Json::Object(entries) => row(&mut Fields::new(entries, String::new(), self)),
            _ => self.refuse(Reason::NotAnObject),
        };
        let strange = std::mem::take(&mut self.strange);
        if let Some(reason) = self.refused.take() {
            self.notes.truncate(notes);
            self.aside.push(Aside { item: number, reason });
            return None;
        }
        for path in strange {
            *self.unknown.entry(path).or_default() += 1;
        }
        read
    }

    fn refuse<T>(&mut self, reason: Reason) -> Option<T> {
        self.refused.get_or_insert(reason);
        None
    }
}

/// A row and its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<T> {
    /// The number of the item, from 1.
    pub number: usize,
    /// What was read.
    pub row: T,
}

/// The fields of one object that is being read.
pub struct Fields<'a, 's> {
    entries: &'a [(CompactString, Json)],
    used: Vec<bool>,
    path: String,
    sink: &'s mut Sink,
}

/// So many characters of a text are repeated in a note.
const REPEATED: usize = 200;

/// Properties of every resource that say nothing about it.
const HOUSEKEEPING: [&str; 2] = ["attributes", "@odata.etag"];
impl<'a, 's> Fields<'a, 's> {
    fn new(entries: &'a [(CompactString, Json)], path: String, sink: &'s mut Sink) -> Self {
        let used =
            entries.iter().map(|(key, _)| HOUSEKEEPING.iter().any(|name| key.eq_ignore_ascii_case(name)));
        Self { used: used.collect(), entries, path, sink }
    }

    /// Gives the value of a key, unless it says nothing. A key that stands twice with different values puts the whole
    /// item aside: nobody can tell which one is meant.
    pub fn value(&mut self, name: &str) -> Option<&'a Json> {
        let mut found: Option<&'a Json> = None;
        for (at, (key, value)) in self.entries.iter().enumerate() {
            if !key.eq_ignore_ascii_case(name) {
                continue;
            }
            self.used[at] = true;
            if value.is_blank() {
                continue;
            }
            if found.is_some_and(|other| other != value) {
                let path = self.path_of(name);
                self.sink.refuse::<()>(Reason::TwoValues(path.into()));
            }
            found = found.or(Some(value));
        }
        found
    }

    /// Puts the item aside.
    pub fn refuse<T>(&mut self, reason: Reason) -> Option<T> {
        self.sink.refuse(reason)
    }

    /// Adds a note about a field.
    pub fn note(&mut self, name: &str, kind: NoteKind, raw: &str) {
        let place = Place { item: self.sink.item, field: self.path_of(name).into() };
        self.sink.notes.push(Note { place, kind, raw: beginning(raw).into() });
    }

    /// Tells whether a key stands there, spelt exactly so.
    pub fn has_exactly(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key == name)
    }

    /// Marks keys as known without reading them.
    pub fn skip(&mut self, names: &[&str]) {
        for (at, (key, _)) in self.entries.iter().enumerate() {
            self.used[at] |= names.iter().any(|name| key.eq_ignore_ascii_case(name));
        }
    }

    /// Drops a secret and says so, without repeating it.
    pub fn secret(&mut self, name: &str) {
        if self.value(name).is_some() {
            self.note(name, NoteKind::Secret, "");
        }
    }

    /// Reads a text; a placeholder of a printed sample is none.
    pub fn text(&mut self, name: &str) -> Option<Text> {
        self.raw(name).map(Text::from)
    }

    fn raw(&mut self, name: &str) -> Option<String> {
        let value = self.value(name)?;
        let Some(raw) = value.scalar() else {
            self.note(name, NoteKind::WrongShape, "");
            return None;
        };
        if scalar::is_placeholder(name, &raw) {
            self.note(name, NoteKind::Placeholder, &raw);
            return None;
        }
        self.fitting(name, raw)
    }

    /// A text that a field can hold; a longer one is left out, as a form would not take it.
    fn fitting(&mut self, name: &str, raw: String) -> Option<String> {
        if raw.len() <= LONGEST || raw.chars().count() <= LONGEST {
            return Some(raw);
        }
        self.note(name, NoteKind::TooLong, &raw);
        None
    }

    fn read<T>(&mut self, name: &str, wrong: NoteKind, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let raw = self.raw(name)?;
        let read = parse(raw.trim());
        if read.is_none() {
            self.note(name, wrong, &raw);
        }
        read
    }

    /// Reads a count, also one that is written as text.
    pub fn count(&mut self, name: &str) -> Option<u32> {
        self.read(name, NoteKind::NotANumber, |raw| raw.parse().ok())
    }

    /// Reads yes or no, also written as text.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        self.read(name, NoteKind::NotAFlag, |raw| match raw.to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => None,
        })
    }

    /// Reads a GUID; one of the documentation's is noted.
    pub fn guid(&mut self, name: &str) -> Option<Guid> {
        let guid = self.read(name, NoteKind::NotAnId, scalar::guid)?;
        if guid.is_example() {
            self.note(name, NoteKind::ExampleId, &guid.to_string());
        }
        Some(guid)
    }

    /// Reads the id of the item; without it the item is put aside.
    pub fn key(&mut self, name: &str) -> Option<Guid> {
        let Some(value) = self.value(name) else { return self.refuse(Reason::NoId) };
        match self.guid(name) {
            Some(guid) => Some(guid),
            None => self.refuse(Reason::BadId(beginning(&value.scalar().unwrap_or_default()).into())),
        }
    }

    /// Reads a Partner ID, a number or text; other characters than digits are noted and the text is kept as it came,
    /// for the rules to find (R-ID-002).
    pub fn partner_id(&mut self, name: &str) -> Option<PartnerId> {
        let raw = self.raw(name)?;
        let id = PartnerId::imported(&raw)?;
        if !id.is_digits() {
            self.note(name, NoteKind::NotDigits, &raw);
        }
        Some(id)
    }

    /// Reads a country code.
    pub fn country(&mut self, name: &str) -> Option<Country> {
        self.read(name, NoteKind::UnknownValue, |raw| raw.parse().ok())
    }

    /// Reads an instant; the year 0001 is none.
    pub fn moment(&mut self, name: &str) -> Option<Moment> {
        let raw = self.raw(name)?;
        if scalar::is_unset(&raw) {
            return None;
        }
        let Some((at, spelling)) = scalar::moment(&raw) else {
            self.note(name, NoteKind::NotADate, &raw);
            return None;
        };
        match spelling {
            Spelling::Standard => {}
            Spelling::Blanks => self.note(name, NoteKind::BlanksInDate, &raw),
            Spelling::NoZone => self.note(name, NoteKind::NoZone, &raw),
        }
        Some(at)
    }

    /// Reads a word of a closed list by `known`; another word is noted and kept by `other`.
    pub fn word<T>(&mut self, name: &str, known: fn(&str) -> Option<T>, other: fn(&str) -> T) -> Option<T> {
        let raw = self.raw(name)?;
        let plain = raw.trim().replace('_', "-");
        known(&plain).or_else(|| known(&plain.replace('-', ""))).or_else(|| {
            self.note(name, NoteKind::UnknownValue, &raw);
            Some(other(raw.trim()))
        })
    }

    /// Reads a list of plain values.
    pub fn texts(&mut self, name: &str) -> Vec<Text> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let Some(list) = value.list() else {
            self.note(name, NoteKind::WrongShape, "");
            return Vec::new();
        };
        let texts = list.iter().filter(|item| !item.is_blank()).filter_map(Json::scalar);
        texts.filter_map(|text| self.fitting(name, text)).map(Text::from).collect()
    }

    /// Reads an object inside with `inner`.
    pub fn object<T>(&mut self, name: &str, inner: impl FnOnce(&mut Fields<'a, '_>) -> T) -> Option<T> {
        let Json::Object(entries) = self.value(name)? else {
            self.note(name, NoteKind::WrongShape, "");
            return None;
        };
        let path = self.path_of(name) + ".";
        Some(inner(&mut Fields::new(entries, path, self.sink)))
    }

    /// Reads every object of a list inside with `inner`.
    pub fn objects<T>(&mut self, name: &str, inner: impl Fn(&mut Fields<'a, '_>) -> T) -> Vec<T> {
        let Some(list) = self.value(name).and_then(Json::list) else { return Vec::new() };
        let path = self.path_of(name) + ".";
        let entries = list
            .iter()
            .filter_map(|item| if let Json::Object(entries) = item { Some(entries) } else { None });
        entries.map(|entries| inner(&mut Fields::new(entries, path.clone(), self.sink))).collect()
    }

    /// Reads the address of one of the links of the object (`links.self.uri`).
    pub fn link(&mut self, name: &str) -> Option<String> {
        let uri = self.value("links")?.get(name)?.get("uri")?.text()?;
        Some(uri.to_owned())
    }

    fn path_of(&self, name: &str) -> String {
        format!("{}{name}", self.path)
    }
}

/// What is repeated of a text to people: enough to know it again.
fn beginning(raw: &str) -> &str {
    raw.char_indices().nth(REPEATED).map_or(raw, |(end, _)| &raw[..end])
}

impl Drop for Fields<'_, '_> {
    /// What nobody asked for is counted, by name.
    fn drop(&mut self) {
        for ((key, _), _) in self.entries.iter().zip(&self.used).filter(|(_, used)| !**used) {
            self.sink.strange.push(format!("{}{key}", self.path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;

    fn read<T>(text: &str, row: impl Fn(&mut Fields<'_, '_>) -> Option<T>) -> (Vec<T>, Sink) {
        let (json, _) = super::super::json::parse(text).unwrap();
        let mut sink = Sink::default();
        let rows = sink.rows(super::super::recognise::items(&json), row);
        (rows.into_iter().map(|item| item.row).collect(), sink)
    }

    fn kinds(sink: &Sink) -> Vec<NoteKind> {
        sink.notes.iter().map(|note| note.kind).collect()
    }

    #[test]
    fn a_text_longer_than_a_field_is_left_out_and_said() {
        let fits = "é".repeat(LONGEST);
        let rows = format!(r#"[{{"a": "{fits}", "b": ["{fits}x", "y"], "c": "{fits}x"}}]"#);
        let (read, sink) = read(&rows, |row| Some((row.text("a"), row.texts("b"), row.text("c"))));
        assert_eq!(read, [(Some(fits.into()), vec!["y".into()], None)]);
        assert_eq!(kinds(&sink), [NoteKind::TooLong; 2]);
        assert!(sink.notes.iter().all(|note| note.raw.raw().chars().count() == REPEATED));
    }

    #[test]
    fn null_empty_and_absent_are_the_same() {
        let rows = r#"[{"a": null}, {"a": ""}, {"a": "  "}, {}]"#;
        let (read, sink) =
            read(rows, |row| Some((row.text("a"), row.count("a"), row.flag("a"), row.guid("a"))));
        assert_eq!(read, vec![(None, None, None, None); 4]);
        assert!(sink.notes.is_empty() && sink.unknown.is_empty());
    }

    #[test]
    fn numbers_are_text_and_text_is_numbers() {
        let rows =
            r#"[{"Seats": "12", "mpnId": 4847000, "On": "TRUE"}, {"seats": 12, "MPNID": "-1", "on": true}]"#;
        let (read, sink) =
            read(rows, |row| Some((row.count("seats"), row.partner_id("mpnId"), row.flag("on"))));
        assert_eq!(read[0], (Some(12), Some("4847000".into()), Some(true)));
        assert_eq!(read[1], (Some(12), None, Some(true)));
        assert!(sink.notes.is_empty());
    }

    #[test]
    fn a_new_word_is_kept_and_noted() {
        let rows = r#"[{"status": "hibernating"}, {"status": "Suspended"}]"#;
        let (read, sink) = read(rows, |row| row.word("status", Status::known, Status::read));
        assert_eq!(read[0].code(), "other");
        assert_eq!(read[1], Status::Suspended);
        assert_eq!(kinds(&sink), [NoteKind::UnknownValue]);
        assert_eq!(sink.notes[0].place, Place { item: 1, field: "status".into() });
    }

    #[test]
    fn a_key_with_two_values_puts_its_item_aside_and_the_others_go_on() {
        let rows = r#"[{"a": 1, "A": 2, "b": 0}, 3, {"a": 1, "a": 1}, {"a": "x", "id": "zz"}]"#;
        let (read, sink) = read(rows, |row| {
            let name = row.text("a");
            if name.as_ref().is_some_and(|name| name.raw() == "x") {
                row.key("id").map(|_| name)
            } else {
                Some(name)
            }
        });
        assert_eq!(read, [Some("1".into())]);
        let reasons: Vec<_> = sink.aside.iter().map(|aside| (aside.item, &aside.reason)).collect();
        assert_eq!(reasons[0], (1, &Reason::TwoValues("a".into())));
        assert_eq!(reasons[1], (2, &Reason::NotAnObject));
        assert_eq!(reasons[2], (4, &Reason::BadId("zz".into())));
        assert!(sink.unknown.is_empty(), "what stands in an item that was put aside does not count");
    }

    #[test]
    fn unknown_properties_are_counted_by_path_and_secrets_dropped_unseen() {
        let rows =
            r#"[{"inner": {"new": 1}, "pw": "s3cret"}, {"Inner": {"new": 2, "attributes": {}}, "pw": null}]"#;
        let (_, sink) = read(rows, |row| {
            row.secret("pw");
            row.object("inner", |_| ())
        });
        assert_eq!(sink.unknown.into_iter().collect::<Vec<_>>(), [("inner.new".to_owned(), 2)]);
        assert_eq!(sink.notes.len(), 1);
        assert_eq!((sink.notes[0].kind, sink.notes[0].raw.raw()), (NoteKind::Secret, ""));
    }

    #[test]
    fn odd_values_are_left_out_and_noted() {
        let row = r#"[{"id": "<guid>", "day": "soon", "on": "maybe", "n": "many", "t": [1], "z": "2017-06-02T23:11:58",
            "none": "0001-01-01T00:00:00", "e": "aaaabbbb-0000-cccc-1111-dddd2222eeee"}]"#;
        let (_, sink) = read(row, |row| {
            let read = (row.guid("id"), row.moment("day"), row.flag("on"), row.count("n"), row.text("t"));
            assert_eq!(read, (None, None, None, None, None));
            assert_eq!(
                (row.moment("z").is_some(), row.moment("none"), row.guid("e").is_some()),
                (true, None, true)
            );
            Some(())
        });
        let expected = [
            NoteKind::Placeholder,
            NoteKind::NotADate,
            NoteKind::NotAFlag,
            NoteKind::NotANumber,
            NoteKind::WrongShape,
            NoteKind::NoZone,
            NoteKind::ExampleId,
        ];
        assert_eq!(kinds(&sink), expected);
    }
}
