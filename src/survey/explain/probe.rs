//! Asking a question again with a field otherwise: one field at a time, put back each time. It is asked of a small book of
//! the records that may decide, so that it costs the same in a large book; what is found there is held against the whole.

use super::{Fact, Weight, value};
use crate::model::{Day, FieldRef, Guid, Key, Kind, Model, Record, TableName};
use crate::rules::Look;

/// So many pairs of values are tried at most.
const PAIRS: usize = 10_000;

/// Days from the day of the check on which the question is asked again.
const SHIFTS: &[i32] = &[-3650, -366, -91, -31, -8, -1, 1, 8, 31, 91, 366, 3650];

/// What is asked.
pub(super) trait Question {
    /// What is answered.
    type Answer: PartialEq;

    /// Asks it of a book on a day.
    fn ask(&self, model: &Model, today: Day) -> Self::Answer;

    /// True when it may be asked on this day.
    fn holds_on(&self, day: Day) -> bool;
}

/// A question that was answered, to be asked again.
pub(super) struct Trial<'a, Q: Question> {
    question: Q,
    answer: Q::Answer,
    records: &'a [Key],
    today: Day,
    small: Model,
    whole: Model,
}

/// A field with a value that it does not have now, as it is typed.
type Otherwise = (FieldRef, String);

impl<'a, Q: Question> Trial<'a, Q> {
    /// A question about these records of a book, the subject first.
    pub(super) fn new(look: &Look<'a>, question: Q, records: &'a [Key]) -> Self {
        let answer = question.ask(look.model, look.today);
        let whole = look.model.clone();
        let mut small = Model::default();
        records.iter().filter_map(|key| whole.get(*key)).for_each(|record| drop(small.put(record)));
        // A question that looks further than these records is asked of the whole book.
        let small = if question.ask(&small, look.today) == answer { small } else { whole.clone() };
        Self { question, answer, records, today: look.today, small, whole }
    }

    /// The facts that decide each alone; where there is none, those of the subject that decide by two.
    pub(super) fn facts(&mut self) -> (Weight, Vec<Fact>) {
        let mut facts = Vec::new();
        for (n, key) in self.records.iter().enumerate() {
            for field in fields(*key).into_iter().filter(|field| n == 0 || !joins(*field)) {
                if self.decides(*key, field) {
                    facts.push(Fact { of: *key, field, value: value(&self.whole, *key, field) });
                }
            }
        }
        if facts.is_empty() { (Weight::Together, self.pairs()) } else { (Weight::Each, facts) }
    }

    /// True when some other value of the field changes the answer.
    fn decides(&mut self, key: Key, field: FieldRef) -> bool {
        let Some(before) = self.whole.get(key) else { return false };
        let values = others(field.kind(), self.today, self.records);
        values.into_iter().any(|text| self.changes(&before, &[(field, text)]))
    }

    /// True when the answer is another one with these values in the fields of a record.
    fn changes(&mut self, before: &Record, values: &[Otherwise]) -> bool {
        let mut record = before.clone();
        if values.iter().any(|(field, text)| record.set(*field, text).is_err()) || record == *before {
            return false;
        }
        let (question, answer, today) = (&self.question, &self.answer, self.today);
        let differs = |model: &mut Model| {
            model.put(record.clone());
            let differs = question.ask(model, today) != *answer;
            model.put(before.clone());
            differs
        };
        differs(&mut self.small) && differs(&mut self.whole)
    }

    /// The fields of the subject that decide two by two.
    fn pairs(&mut self) -> Vec<Fact> {
        let Some(subject) = self.records.first().copied() else { return Vec::new() };
        let Some(before) = self.whole.get(subject) else { return Vec::new() };
        let values = fields(subject).into_iter().flat_map(|field| {
            others(field.kind(), self.today, self.records).into_iter().map(move |text| (field, text))
        });
        let values: Vec<Otherwise> = values.collect();
        let mut found: Vec<FieldRef> = Vec::new();
        let pairs = (0..values.len()).flat_map(|a| (a + 1..values.len()).map(move |b| (a, b)));
        for (a, b) in pairs.take(PAIRS) {
            let (one, other) = (values[a].0, values[b].0);
            let is_known = found.contains(&one) && found.contains(&other);
            if one != other && !is_known && self.changes(&before, &[values[a].clone(), values[b].clone()]) {
                found.extend([one, other]);
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|field| Fact { of: subject, field, value: before.get(field) }).collect()
    }

    /// True when the answer would be another one on another day on which the question may be asked.
    pub(super) fn day_decides(&self) -> bool {
        let days = SHIFTS.iter().map(|shift| self.today.plus(*shift));
        let mut asked = days.filter(|day| self.question.holds_on(*day));
        asked.any(|day| self.question.ask(&self.whole, day) != self.answer)
    }
}

/// The fields that are tried: all but the key and what is ours alone.
fn fields(key: Key) -> Vec<FieldRef> {
    FieldRef::of(key.table()).into_iter().skip(1).collect()
}

/// True for the ends of a relation. Another relation than the subject is what it is between its ends: between others it
/// would be another one.
fn joins(field: FieldRef) -> bool {
    match field.table() {
        TableName::Partnership | TableName::Relationship | TableName::Admin | TableName::Transfer => {
            field.kind() == Kind::Tenant
        }
        TableName::Partner
        | TableName::Customer
        | TableName::Subscription
        | TableName::Group
        | TableName::Waiver => false,
    }
}

/// Values that a field may have otherwise, as they are typed. What does not fit the field is refused by it, and what it
/// has already changes nothing.
fn others(kind: Kind, today: Day, records: &[Key]) -> Vec<String> {
    let plain = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let ids = |wanted: fn(&Key) -> bool| {
        let known = records.iter().filter(|key| wanted(key)).map(|key| key.id_text());
        known.chain([String::new(), Guid::own(u64::MAX).to_string()]).collect::<Vec<_>>()
    };
    match kind {
        Kind::Text | Kind::Words => plain(&["", "x", "1"]),
        Kind::Digits => plain(&["", "1", "99999999999"]),
        Kind::Number => plain(&["", "0", "1", "25", "400", "4000000000"]),
        Kind::Flag => plain(&["", "yes", "no"]),
        Kind::Day | Kind::Moment => {
            let near = SHIFTS.iter().map(|shift| today.plus(*shift).to_string());
            near.chain([String::new(), today.to_string()]).collect()
        }
        Kind::Choice(codes) | Kind::Choices(codes) => {
            codes.iter().chain([&""]).map(|code| (*code).to_owned()).collect()
        }
        Kind::Country => plain(&["", "FR", "US", "BR", "JP", "CN", "RU"]),
        Kind::Currency => plain(&["", "EUR", "USD", "JPY"]),
        Kind::Tenant => ids(|key| matches!(key, Key::Partner(_) | Key::Customer(_))),
        Kind::Subscription => ids(|key| matches!(key, Key::Subscription(_))),
        Kind::Group => ids(|key| matches!(key, Key::Group(_))),
        Kind::Id | Kind::Parts => plain(&[""]),
    }
}
