//! From an edit of a script to the step that does it, with the same operations and rules as on the screens.

use std::path::{Path, PathBuf};

use super::super::args::Told;
use super::super::around::Around;
use super::super::books::Desk;
use super::super::fail::Fail;
use super::super::find::find;
use super::super::{import, record};
use super::line::{Edit, Pair, Waive};
use crate::app::value_of;
use crate::edit::ops::{Acceptance, insist};
use crate::edit::{Impossible, Intent, Receipt, Rejection};
use crate::keymap::nearest;
use crate::model::{
    Admin, Customer, FieldRef, Group, Key, Partner, Partnership, Record, Relationship, Subscription,
    TableName, Transaction, Transfer, Waiver, Wrong, show,
};
use crate::rules::Finding;
use crate::store::StoreError;

/// Why an edit is not done.
pub enum Not {
    /// Nobody could do it: the script is wrong.
    Wrong(String),
    /// The book or the rules refuse it.
    Refused(Vec<String>),
    /// It is done, and the disk does not confirm it.
    Unconfirmed(StoreError),
}

/// The step of an edit that changes the book; and what of it is told behind the record.
pub struct Planned {
    /// The step; nothing when the book is so already.
    pub step: Option<Transaction>,
    /// The fields that are set.
    pub fields: Vec<FieldRef>,
    /// The record that is meant, where one is.
    pub key: Option<Key>,
    /// What the rules refuse is accepted.
    pub waive: Option<Waive>,
}

/// The step that an edit makes.
///
/// # Errors
/// When the script is wrong, or the edit leads nowhere.
pub fn plan(around: &Around, desk: &Desk, edit: &Edit) -> Result<Planned, Not> {
    match edit {
        Edit::Set { record, fields, waive } => set(around, desk, record, fields, waive.clone()),
        Edit::Add { table, fields, waive } => add(around, desk, table, fields, waive.clone()),
        Edit::Remove { record, waive } => {
            let key = known(around, desk, record)?;
            let step = built(around, desk, &Intent::Remove(key))?;
            Ok(Planned { step, fields: Vec::new(), key: Some(key), waive: waive.clone() })
        }
        Edit::Import { files, us, customer } => {
            taken(around, desk, files, Told { us: *us, customer: *customer })
        }
        Edit::Undo | Edit::Redo | Edit::Save => {
            Ok(Planned { step: None, fields: Vec::new(), key: None, waive: None })
        }
    }
}

fn set(
    around: &Around,
    desk: &Desk,
    name: &str,
    pairs: &[Pair],
    waive: Option<Waive>,
) -> Result<Planned, Not> {
    let key = known(around, desk, name)?;
    let values = values(around, desk, key.table(), pairs)?;
    let fields: Vec<FieldRef> = values.iter().map(|(field, _)| *field).collect();
    let step = built(around, desk, &Intent::Edit(vec![key], values.clone()))?;
    // A record that gets its real id is named by that from then on.
    let after = desk.book.model().get(key).map(|mut record| {
        values.iter().for_each(|(field, text)| record.set(*field, text).unwrap_or_default());
        record.key()
    });
    Ok(Planned { step, fields, key: after, waive })
}

fn add(
    around: &Around,
    desk: &Desk,
    table: &str,
    pairs: &[Pair],
    waive: Option<Waive>,
) -> Result<Planned, Not> {
    let codes: Vec<&str> = TableName::ALL.iter().map(|table| table.code()).collect();
    let found = TableName::ALL.iter().find(|known| known.code() == table);
    let unknown = || {
        Not::Wrong((around.lang.apply().no_table)(&show(table), nearest(table, &codes), &codes.join(", ")))
    };
    let table = *found.ok_or_else(unknown)?;
    let values = values(around, desk, table, pairs)?;
    let record = filled(table, &values).map_err(|why| impossible(around, desk, &why))?;
    let step = built(around, desk, &Intent::Add(record))?;
    let key = step.as_ref().and_then(|step| step.keys().next());
    Ok(Planned { step, fields: values.into_iter().map(|(field, _)| field).collect(), key, waive })
}

/// A record of these values. Programs make the ids of what people make; who adds a relation has to name it.
fn filled(table: TableName, values: &[(FieldRef, String)]) -> Result<Record, Impossible> {
    let mut record = blank(table);
    for (field, text) in values {
        record.set(*field, text).map_err(|wrong| Impossible::Field(*field, wrong))?;
    }
    let is_ours = matches!(
        table,
        TableName::Partner | TableName::Customer | TableName::Subscription | TableName::Group
    );
    match FieldRef::of(table).first() {
        Some(own) if !is_ours && !values.iter().any(|(field, _)| field == own) => {
            Err(Impossible::Field(*own, Wrong::Missing))
        }
        _ => Ok(record),
    }
}

fn blank(table: TableName) -> Record {
    match table {
        TableName::Partner => Partner::default().into(),
        TableName::Customer => Customer::default().into(),
        TableName::Subscription => Subscription::default().into(),
        TableName::Partnership => Partnership::default().into(),
        TableName::Relationship => Relationship::default().into(),
        TableName::Admin => Admin::default().into(),
        TableName::Transfer => Transfer::default().into(),
        TableName::Group => Group::default().into(),
        TableName::Waiver => Waiver::default().into(),
    }
}

/// The fields by their names, with the short forms of a form written out.
fn values(
    around: &Around,
    desk: &Desk,
    table: TableName,
    pairs: &[Pair],
) -> Result<Vec<(FieldRef, String)>, Not> {
    let values = pairs.iter().map(|(name, text)| {
        let unknown = || {
            let known: Vec<&str> = FieldRef::of(table).into_iter().map(FieldRef::name).collect();
            let words = around.lang.apply().no_field;
            Not::Wrong(words(&show(name), around.lang.table(table), nearest(name, &known), &known.join(", ")))
        };
        let field = record::field_named(table, name).ok_or_else(unknown)?;
        Ok((field, value_of(field, text, desk.book.today())))
    });
    values.collect()
}

/// The record that a script names. That there is none, or more than one, is how the book is, no error of the script.
fn known(around: &Around, desk: &Desk, name: &str) -> Result<Key, Not> {
    find(around, desk.book.model(), name).map_err(refused)
}

fn taken(around: &Around, desk: &Desk, files: &[PathBuf], told: Told) -> Result<Planned, Not> {
    if files.iter().any(|file| file == Path::new("-")) {
        return Err(Not::Wrong(around.lang.apply().no_stdin.to_owned()));
    }
    let read = import::read_all(around, files).map_err(refused)?;
    let step = import::step(around, desk, &read, told).map_err(refused)?;
    let step = Some(step).filter(|step| !step.is_empty());
    Ok(Planned { step, fields: Vec::new(), key: None, waive: None })
}

fn refused(fail: Fail) -> Not {
    match fail {
        Fail::Said(_, lines) => Not::Refused(lines),
        Fail::Closed | Fail::Full(_) => Not::Refused(Vec::new()),
    }
}

/// The step of an intent; nothing when the book is so already, which is what was wished.
fn built(around: &Around, desk: &Desk, intent: &Intent) -> Result<Option<Transaction>, Not> {
    match intent.transaction(desk.book.model(), desk.book.today()) {
        Ok(step) => Ok(Some(step)),
        Err(Impossible::Nothing) => Ok(None),
        Err(why) => Err(impossible(around, desk, &why)),
    }
}

fn impossible(around: &Around, desk: &Desk, why: &Impossible) -> Not {
    Not::Refused(vec![match why {
        Impossible::Field(field, wrong) => format!("{}: {}", field.name(), around.lang.wrong(wrong)),
        why => around.lang.impossible(desk.book.model(), why),
    }])
}

/// Commits a step; what the rules refuse goes in with its waivers, when the script accepts it.
///
/// # Errors
/// When it is refused all the same; nothing is changed then.
pub fn commit(
    around: &Around,
    desk: &mut Desk,
    step: Transaction,
    waive: Option<Waive>,
) -> Result<Receipt, Not> {
    let rejection = match (desk.book.commit(step.clone()), waive) {
        (Ok(receipt), _) => return Ok(receipt),
        (Err(Rejection::Broken(findings)), Some(waive)) => {
            let (model, day) = (desk.book.model(), desk.book.today());
            let whole = insist(model, day, step, &findings, &Acceptance::from(waive));
            let whole = whole.map_err(|why| impossible(around, desk, &why))?;
            match desk.book.commit(whole) {
                Ok(receipt) => return Ok(receipt),
                Err(rejection) => rejection,
            }
        }
        (Err(rejection), _) => rejection,
    };
    Err(rejected(around, desk, &rejection))
}

/// Takes the last step back.
///
/// # Errors
/// When there is none.
pub fn undo(around: &Around, desk: &mut Desk) -> Result<Receipt, Not> {
    desk.reach(1);
    desk.book.undo().map_err(|why| none_or(around, desk, &why, around.lang.screen().nothing_to_undo))
}

/// Does the step again that was last taken back.
///
/// # Errors
/// When there is none.
pub fn redo(around: &Around, desk: &mut Desk) -> Result<Receipt, Not> {
    desk.book.redo().map_err(|why| none_or(around, desk, &why, around.lang.screen().nothing_to_redo))
}

/// That there is no step, or what stands in its way.
fn none_or(around: &Around, desk: &Desk, why: &Rejection, none: &str) -> Not {
    match why {
        Rejection::Nothing => Not::Refused(vec![none.to_owned()]),
        why => rejected(around, desk, why),
    }
}

/// Why the rules refuse a step: every reason.
fn rejected(around: &Around, desk: &Desk, rejection: &Rejection) -> Not {
    let model = desk.book.model();
    Not::Refused(match rejection {
        Rejection::Stale(key) => vec![around.lang.screen().stale(&model.name(*key).show())],
        Rejection::Nothing => vec![around.lang.screen().nothing_changes.to_owned()],
        Rejection::Broken(findings) => {
            let line = |finding: &Finding| {
                format!("{}: {}", finding.rule.text(), around.lang.finding_sentence(model, finding))
            };
            findings.iter().map(line).collect()
        }
    })
}
