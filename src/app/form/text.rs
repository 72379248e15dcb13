//! Fields as text: how a value is typed, what a short form means, what a field takes.

use crate::app::App;
use crate::model::{
    AdminField, Day, FieldRef, Guid, Key, Kind, Record, SubscriptionField, TenantId, Value, days_of, show,
};

/// The text of a field as it is typed.
pub(in crate::app) fn text_of(record: &Record, field: FieldRef) -> String {
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

/// The text that is stored for what is typed into a field: short forms are written out, an id that is left empty is made
/// by the program.
pub fn value_of(field: FieldRef, typed: &str, today: Day) -> String {
    stored(field, &completed(field, typed, today))
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

impl App {
    /// What people read in the place of a field's text: the name behind an id, the words behind a code. The text
    /// itself, safe to show, where nothing stands behind it.
    pub fn meaning(&self, field: FieldRef, text: &str) -> String {
        let model = self.book.model();
        let name = |key: Key| model.contains(key).then(|| model.name(key).show().into_owned());
        let meant = match field.kind() {
            Kind::Tenant => {
                let id: Option<TenantId> = text.parse().ok();
                id.and_then(|id| name(Key::Partner(id)).or_else(|| name(Key::Customer(id))))
            }
            Kind::Subscription => text.parse().ok().and_then(|id| name(Key::Subscription(id))),
            Kind::Group => text.parse().ok().and_then(|id| name(Key::Group(id))),
            Kind::Digits => model.partner_with_id(&text.into()).map(|p| p.name.show().into_owned()),
            // What stands in the field is the code of files and filters; people read the word beside it.
            Kind::Choice(_) | Kind::Choices(_) | Kind::Flag => {
                Some(text.split(", ").map(|code| self.lang.choice(code)).collect::<Vec<_>>().join(", "))
            }
            Kind::Text
            | Kind::Number
            | Kind::Day
            | Kind::Moment
            | Kind::Country
            | Kind::Currency
            | Kind::Id
            | Kind::Words
            | Kind::Parts => None,
        };
        meant.unwrap_or_else(|| show(text).into_owned())
    }
}
