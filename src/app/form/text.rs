//! Fields as text: how a value is typed, what a short form means, what a field takes.

use crate::model::{AdminField, Day, FieldRef, Guid, Kind, Record, SubscriptionField, Value, days_of};

/// The text of a field as it is typed.
pub(super) fn text_of(record: &Record, field: FieldRef) -> String {
    fn text(value: Value) -> String {
        match value {
            Value::Empty => String::new(),
            Value::Text(text) => text.raw().to_owned(),
            Value::Number(n) => n.to_string(),
            Value::Flag(flag) => if flag { "yes" } else { "no" }.to_owned(),
            Value::Day(day) => day.to_string(),
            Value::Moment(moment) => moment.to_string(),
            Value::Choice(code) => code.to_owned(),
            // An id that is still to be made is not shown as a row of zeros.
            Value::Code(code) if code == Guid::default().to_string() => String::new(),
            Value::Code(code) => code,
            Value::List(values) => values.into_iter().map(text).collect::<Vec<_>>().join(", "),
        }
    }
    text(record.get(field))
}

/// The text of a field as it is stored: an id left empty is made by the program.
pub(super) fn stored(field: FieldRef, text: &str) -> String {
    if text.trim().is_empty() && is_own(field) { Guid::default().to_string() } else { text.to_owned() }
}

/// True for the key of the record.
pub(super) fn is_own(field: FieldRef) -> bool {
    FieldRef::of(field.table()).first() == Some(&field)
}

/// What a short form means: `+30d` and `today` in a day, a bare day stays; `P2Y` where days are counted.
pub(super) fn completed(field: FieldRef, text: &str, today: Day) -> String {
    if let FieldRef::Admin(AdminField::DurationDays | AdminField::AutoExtendDays) = field {
        let days = days_of(&text.trim().to_uppercase());
        return days.map_or_else(|| text.to_owned(), |days| days.to_string());
    }
    if matches!(field.kind(), Kind::Day | Kind::Moment) {
        completed_day(text, today)
    } else {
        text.to_owned()
    }
}

/// What a short form of a day means.
pub(in crate::app) fn completed_day(text: &str, today: Day) -> String {
    let typed = text.trim();
    let ahead = typed
        .strip_prefix('+')
        .and_then(|far| Some((far.get(..far.len().checked_sub(1)?)?.parse::<i32>().ok()?, far)));
    match ahead {
        _ if matches!(typed, "today" | "aujourd'hui") => today.to_string(),
        Some((n, far)) if far.ends_with('d') || far.ends_with('j') => today.plus(n).to_string(),
        Some((n, far)) if far.ends_with('w') => today.plus(n.saturating_mul(7)).to_string(),
        Some((n, far)) if far.ends_with('m') => today.plus_months(n).to_string(),
        Some((n, far)) if far.ends_with('y') => today.plus_months(n.saturating_mul(12)).to_string(),
        _ => text.to_owned(),
    }
}

/// The codes that a field takes in turn.
pub fn choices_of(field: FieldRef) -> &'static [&'static str] {
    match field.kind() {
        Kind::Choice(codes) | Kind::Choices(codes) => codes,
        Kind::Flag => &["yes", "no"],
        _ => &[],
    }
}

/// True when the field is filled from a list of records.
pub fn names_a_record(field: FieldRef) -> bool {
    let is_record = field == FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
    is_record || (!is_own(field) && matches!(field.kind(), Kind::Tenant | Kind::Subscription | Kind::Group))
}
