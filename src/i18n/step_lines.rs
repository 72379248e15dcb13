//! A step told record by record: what is added, what goes, and which fields change from what to what.

use super::Lang;
use super::edits::{shown, with_records_of};
use crate::model::{Change, FieldRef, Key, Kind, Model, Record, Subscription, Transaction, Value};

/// So many changed fields of a record are told.
const FIELDS: usize = 4;

impl Lang {
    /// The first changes of a step, each with a sign: added, changed, gone.
    pub fn step_lines(self, model: &Model, step: &Transaction, most: usize) -> Vec<(&'static str, String)> {
        let first = Transaction::new(step.verb, step.changes.iter().take(most).cloned().collect());
        let with = with_records_of(model, &first);
        first.changes.iter().filter_map(|change| self.change_line(&with, change)).collect()
    }

    fn change_line(self, model: &Model, change: &Change) -> Option<(&'static str, String)> {
        let what = self.labelled_record(model, change.key()?);
        Some(match (&change.before, &change.after) {
            (Some(before), Some(after)) => {
                ("~", self.overlays().labelled(&what, &self.fields(model, before, after)))
            }
            (None, Some(Record::Subscription(s))) => {
                ("+", self.overlays().labelled(&what, &self.purchase(model, s)))
            }
            (None, _) => ("+", what),
            (Some(_), None) => ("-", what),
        })
    }

    /// Where a new subscription is bought, its state and the day it starts.
    fn purchase(self, model: &Model, s: &Subscription) -> String {
        let partner = |id| shown(model, Key::Partner(id));
        let seller = s.seller.map(partner);
        let reseller = model.reseller_of(s).map(|reseller| partner(reseller.tenant));
        let way = [seller, reseller].into_iter().flatten().collect::<Vec<_>>().join(" > ");
        let starts = s.effective.map(|moment| moment.day().to_string());
        let state = Some(self.choice(s.status.code()).into_owned());
        [Some(way), state, starts].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn labelled_record(self, model: &Model, key: Key) -> String {
        let name = match key {
            Key::Subscription(id) => {
                let customer = model.subscription(id).map(|s| shown(model, Key::Customer(s.customer)));
                format!("{} ({})", shown(model, key), customer.unwrap_or_default())
            }
            Key::Partner(_)
            | Key::Customer(_)
            | Key::Partnership(_)
            | Key::Relationship(_)
            | Key::Admin(_)
            | Key::Transfer(_)
            | Key::Group(_)
            | Key::Waiver(_) => shown(model, key),
        };
        format!("{} {name}", self.table(key.table()))
    }

    /// The fields that change, from what to what.
    fn fields(self, model: &Model, before: &Record, after: &Record) -> String {
        let changed =
            FieldRef::of(before.key().table()).into_iter().filter(|f| before.get(*f) != after.get(*f));
        let told = |field: FieldRef| {
            let value = |record: &Record| self.value_of_kind(model, field.kind(), &record.get(field));
            format!("{} {} -> {}", self.field(field), value(before), value(after))
        };
        let mut told: Vec<String> = changed.map(told).collect();
        let more = told.len().saturating_sub(FIELDS);
        told.truncate(FIELDS);
        if more > 0 {
            told.push(self.transfers().more(more));
        }
        told.join(", ")
    }

    fn value_of_kind(self, model: &Model, kind: Kind, value: &Value) -> String {
        match value {
            Value::Empty => "-".to_owned(),
            Value::Text(text) if kind == Kind::Digits => on_record(model, text),
            Value::Text(text) => text.show().into_owned(),
            Value::Number(n) => n.to_string(),
            Value::Flag(flag) => {
                let words = self.transfers();
                if *flag { words.yes } else { words.no }.to_owned()
            }
            Value::Day(day) => day.to_string(),
            Value::Moment(moment) => moment.day().to_string(),
            Value::Choice(code) => self.choice(code).into_owned(),
            Value::Code(code) => named(model, kind, code),
            Value::List(values) => values
                .iter()
                .map(|value| self.value_of_kind(model, kind, value))
                .collect::<Vec<_>>()
                .join(" + "),
        }
    }
}

/// A location id stands for the partner that has it.
fn on_record(model: &Model, id: &crate::model::Text) -> String {
    let found = model.partner_with_id(&id.raw().into());
    found.map_or_else(|| id.show().into_owned(), |partner| shown(model, Key::Partner(partner.tenant)))
}

/// An id stands for the record that has it.
fn named(model: &Model, kind: Kind, code: &str) -> String {
    let key = match kind {
        Kind::Tenant => code.parse().ok().map(Key::Partner),
        Kind::Subscription => code.parse().ok().map(Key::Subscription),
        _ => None,
    };
    match key {
        Some(Key::Partner(id)) if model.partner(id).is_none() => shown(model, Key::Customer(id)),
        Some(key) => shown(model, key),
        None => code.to_owned(),
    }
}
