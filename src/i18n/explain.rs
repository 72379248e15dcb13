//! The words that explain a rule: when it is judged, what it says of a record, and which facts decide. One struct, two
//! values.

use super::{Lang, en, fr};
use crate::model::{Day, Key, Model, TableName, Value};
use crate::rules::Nature;
use crate::survey::explain::Fact;

/// The words that explain a rule, in one language. Sentences take what they speak of.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after
pub struct Explain {
    /// The heading over facts each of which decides alone.
    pub decided_by: &'static str,
    /// The heading over facts that decide together.
    pub together: &'static str,
    pub nothing_decides: &'static str,
    pub on_edits: &'static str,
    pub nothing_recorded: &'static str,
    /// What parts the fields of one record.
    pub(super) parts: &'static str,
    pub(super) nature: fn(Nature) -> &'static str,
    pub(super) kind: fn(&str, &str) -> String,
    pub(super) not_yet: fn(Day) -> String,
    pub(super) no_more: fn(Day) -> String,
    pub(super) the_day: fn(Day) -> String,
    pub(super) accepted: fn(Option<Day>, &str) -> String,
    pub(super) more: fn(usize) -> String,
}

impl Lang {
    /// The words that explain a rule.
    pub fn explain(self) -> &'static Explain {
        match self {
            Self::En => &en::explain::EXPLAIN,
            Self::Fr => &fr::explain::EXPLAIN,
        }
    }

    /// When a rule is judged, in a word or two.
    pub fn nature(self, nature: Nature) -> &'static str {
        (self.explain().nature)(nature)
    }

    /// Facts, a line for each record: which fields, and what is recorded there.
    pub fn facts(self, model: &Model, facts: &[Fact]) -> Vec<String> {
        let of_one = |facts: &[Fact]| {
            let pair =
                |fact: &Fact| format!("{} = {}", self.field(fact.field), self.value(model, &fact.value));
            let pairs: Vec<String> = facts.iter().map(pair).collect();
            facts.first().map(|fact| {
                let (name, table) = (model.name(fact.of), self.table(fact.of.table()));
                self.overlays()
                    .labelled(&format!("{} ({table})", name.show()), &pairs.join(self.explain().parts))
            })
        };
        facts.chunk_by(|a, b| a.of == b.of).filter_map(of_one).collect()
    }

    /// What is recorded in a field, in words and safe to show: names for the records it names.
    fn value(self, model: &Model, value: &Value) -> String {
        match value {
            Value::Empty => self.explain().nothing_recorded.to_owned(),
            Value::Text(text) => text.show().into_owned(),
            Value::Number(n) => n.to_string(),
            Value::Flag(flag) => self.choice(if *flag { "yes" } else { "no" }).into_owned(),
            Value::Day(day) => day.to_string(),
            Value::Moment(moment) => moment.to_string(),
            Value::Choice(code) => self.choice(code).into_owned(),
            Value::Code(code) => named(model, code),
            Value::List(list) if list.is_empty() => self.explain().nothing_recorded.to_owned(),
            Value::List(list) => {
                list.iter().map(|value| self.value(model, value)).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// The name of the record that an id means; codes of other kinds, and ids of nobody, stay as they are.
fn named(model: &Model, code: &str) -> String {
    let tables = [
        TableName::Partner,
        TableName::Customer,
        TableName::Subscription,
        TableName::Group,
        TableName::Admin,
    ];
    let mut keys = tables.iter().filter_map(|table| format!("{}:{code}", table.code()).parse::<Key>().ok());
    keys.find(|key| model.contains(*key))
        .map_or_else(|| code.to_owned(), |key| model.name(key).show().into_owned())
}

impl Explain {
    /// How grave a rule is, and when it is judged.
    pub fn kind(&self, severity: &str, nature: &str) -> String {
        (self.kind)(severity, nature)
    }

    /// That a rule does not hold yet on a day.
    pub fn not_yet(&self, day: Day) -> String {
        (self.not_yet)(day)
    }

    /// That a rule does not hold any more on a day.
    pub fn no_more(&self, day: Day) -> String {
        (self.no_more)(day)
    }

    /// The day of the check, as a fact.
    pub fn the_day(&self, day: Day) -> String {
        (self.the_day)(day)
    }

    /// That a finding is accepted, until when and why.
    pub fn accepted(&self, until: Option<Day>, reason: &str) -> String {
        (self.accepted)(until, reason)
    }

    /// That so many more records are found and not told of.
    pub fn more(&self, count: usize) -> String {
        (self.more)(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CustomerField, FieldRef, Guid, Partner, SubscriptionField, TenantId};

    #[test]
    fn facts_are_told_with_names_and_nothing_hostile() {
        let mut model = Model::default();
        let tenant = TenantId(Guid::own(1));
        model.put(Partner { tenant, name: "Nord\u{1b}lys".into(), ..Partner::default() }.into());
        let of = Key::Partner(tenant);
        let facts = [
            Fact {
                of,
                field: FieldRef::Subscription(SubscriptionField::Seller),
                value: Value::Code(tenant.to_string()),
            },
            Fact { of, field: FieldRef::Customer(CustomerField::Country), value: Value::Empty },
        ];
        assert_eq!(
            Lang::En.facts(&model, &facts),
            ["Nord\u{241b}lys (partner): sold by = Nord\u{241b}lys; country = nothing recorded"]
        );
        assert_eq!(
            Lang::Fr.facts(&model, &facts[1..]),
            ["Nord\u{241b}lys (partenaire) : pays = rien d'enregistré"]
        );
    }
}
