//! Judging: one record, one edit, or everything.

use super::catalogue::{Judge, Look, Rule, Sale, all};
use super::code::Code;
use super::finding::{Out, Verdicts};
use super::step::Step;
use super::waived::is_waived;
use crate::model::{Entity, Key, Model, Table, TableName};
use std::sync::LazyLock;

/// The judges of each table, found once.
static BY_TABLE: LazyLock<Vec<Vec<(&'static Rule, Judge)>>> = LazyLock::new(|| {
    let judges = |table: TableName| {
        let of_rule = |rule: &'static Rule| rule.judges.iter().map(move |judge| (rule, *judge));
        all().flat_map(of_rule).filter(|(_, judge)| table_of(*judge) == Some(table)).collect()
    };
    TableName::ALL.iter().map(|table| judges(*table)).collect()
});

static STEPS: LazyLock<Vec<(&'static Rule, Judge)>> = LazyLock::new(|| {
    let of_rule = |rule: &'static Rule| rule.judges.iter().map(move |judge| (rule, *judge));
    all().flat_map(of_rule).filter(|(_, judge)| table_of(*judge).is_none()).collect()
});

fn table_of(judge: Judge) -> Option<TableName> {
    match judge {
        Judge::Partner(_) => Some(TableName::Partner),
        Judge::Customer(_) => Some(TableName::Customer),
        Judge::Subscription(_) => Some(TableName::Subscription),
        Judge::Partnership(_) => Some(TableName::Partnership),
        Judge::Relationship(_) => Some(TableName::Relationship),
        Judge::Admin(_) => Some(TableName::Admin),
        Judge::Transfer(_) => Some(TableName::Transfer),
        Judge::Group(_) => Some(TableName::Group),
        Judge::Step(_) => None,
    }
}

fn judges(table: TableName) -> &'static [(&'static Rule, Judge)] {
    &BY_TABLE[table as usize]
}

/// Judges the record with this key by every rule of its table. A record that is not there is not judged.
pub fn record(look: &Look<'_>, key: Key, to: &mut Verdicts) {
    by(look, key, None, to);
}

/// Judges the record with this key by one rule, when the rule has a judge for its table and holds on the day.
pub fn by_rule(look: &Look<'_>, code: Code, key: Key) -> Verdicts {
    let mut verdicts = Verdicts::default();
    by(look, key, Some(code), &mut verdicts);
    verdicts
}

/// The tables on whose records a rule is judged; none for a rule about edits.
pub fn tables(rule: &Rule) -> Vec<TableName> {
    rule.judges.iter().filter_map(|judge| table_of(*judge)).collect()
}

fn by(look: &Look<'_>, key: Key, only: Option<Code>, to: &mut Verdicts) {
    macro_rules! judge {
        ($record:expr, $variant:ident) => {
            if let Some(record) = $record {
                each(look, key, only, to, |judge, out| {
                    if let Judge::$variant(judge) = judge {
                        judge(look, record, out);
                    }
                });
            }
        };
    }
    let (model, first) = (look.model, to.findings.len());
    match key {
        Key::Partner(id) => judge!(model.partner(id), Partner),
        Key::Customer(id) => judge!(model.customer(id), Customer),
        Key::Subscription(id) => {
            let sale = model.subscription(id).map(|s| Sale::of(model, s));
            judge!(sale.as_ref(), Subscription);
        }
        Key::Partnership(id) => judge!(model.partnerships().get(id), Partnership),
        Key::Relationship(id) => judge!(model.relationships().get(id), Relationship),
        Key::Admin(id) => judge!(model.admin().get(id), Admin),
        Key::Transfer(id) => judge!(model.transfers().get(id), Transfer),
        Key::Group(id) => judge!(model.groups().get(id), Group),
        Key::Waiver(_) => {}
    }
    let (waived, stays) = to.findings.split_off(first).into_iter().partition(|f| is_waived(look, f));
    to.findings.extend::<Vec<_>>(stays);
    to.waived.extend::<Vec<_>>(waived);
}

fn each(
    look: &Look<'_>,
    subject: Key,
    only: Option<Code>,
    to: &mut Verdicts,
    judge: impl Fn(Judge, &mut Out<'_>),
) {
    let is_asked = |rule: &Rule| only.is_none_or(|code| code == rule.code) && rule.valid.holds_on(look.today);
    for (rule, judge_of_rule) in judges(subject.table()) {
        if is_asked(rule) {
            judge(*judge_of_rule, &mut Out { rule: rule.code, severity: rule.severity, subject, to });
        }
    }
}

/// Judges an edit that has been applied by every rule about edits.
pub fn step(look: &Look<'_>, step: &Step<'_>, to: &mut Verdicts) {
    let Some(subject) = step.changes.iter().find_map(crate::model::Change::key) else { return };
    for (rule, judge) in STEPS.iter() {
        if let Judge::Step(judge) = judge
            && rule.valid.holds_on(look.today)
        {
            judge(look, step, &mut Out { rule: rule.code, severity: rule.severity, subject, to });
        }
    }
}

/// The keys of a slice of a table's records.
fn keys<T: Entity>(
    table: &Table<T>,
    key: fn(T::Id) -> Key,
    part: usize,
    parts: usize,
) -> impl Iterator<Item = Key> {
    let chunks = table.chunks().enumerate().filter(move |(n, _)| n % parts == part);
    chunks.flat_map(|(_, chunk)| chunk.iter()).map(move |(_, record)| key(record.id()))
}

/// Judges every `parts`-th chunk of every table, so that several threads share the work.
pub fn part(look: &Look<'_>, part: usize, parts: usize, mut done: impl FnMut(usize)) -> Verdicts {
    let mut verdicts = Verdicts::default();
    let mut count = 0;
    for key in keys_of(look.model, part, parts) {
        record(look, key, &mut verdicts);
        count += 1;
        if count % 4096 == 0 {
            done(4096);
        }
    }
    verdicts
}

fn keys_of(model: &Model, part: usize, parts: usize) -> impl Iterator<Item = Key> + '_ {
    keys(model.partners(), Key::Partner, part, parts)
        .chain(keys(model.customers(), Key::Customer, part, parts))
        .chain(keys(model.partnerships(), Key::Partnership, part, parts))
        .chain(keys(model.relationships(), Key::Relationship, part, parts))
        .chain(keys(model.admin(), Key::Admin, part, parts))
        .chain(keys(model.transfers(), Key::Transfer, part, parts))
        .chain(keys(model.groups(), Key::Group, part, parts))
        .chain(keys(model.subscriptions(), Key::Subscription, part, parts))
}

/// The rules that have no judge: none may.
pub fn without_judge() -> Vec<Code> {
    all().filter(|rule| rule.judges.is_empty()).map(|rule| rule.code).collect()
}
