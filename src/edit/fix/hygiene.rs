//! Ways out of what is untidy (R-HYG).

use super::steps::{after, as_fix, change};
use super::{Case, Fix, FixKind, all, choose, step};
use crate::edit::ops::{Slot, add, next_tenant};
use crate::model::{CustomerField, FieldRef, Partner, Record, Role, TableName, Transaction};
use crate::rules::{Look, Verdicts, judge};

/// R-HYG-002: a partner with the id on record is added, of which nothing else is known, or another is chosen.
pub(super) fn record_of_nobody(case: Case<'_>) -> Vec<Fix> {
    let Some(s) = case.subscription() else { return Vec::new() };
    let stub = s.partner_of_record.clone().and_then(|id| {
        let name = format!("Partner {}", id.text().raw()).as_str().into();
        let tenant = next_tenant(case.model, TableName::Partner, &name);
        let roles = [Role::IndirectReseller].into();
        let partner = Partner { tenant, name, roles, partner_id: Some(id), ..Partner::default() };
        add(case.model, partner.into()).ok()
    });
    all([
        stub.map(|stub| step(FixKind::AddStub, as_fix(stub))),
        Some(choose(FixKind::ChooseRecord, Slot::RecordReseller { subscription: s.id })),
    ])
}

/// R-HYG-002: the reference is emptied, or typed anew.
pub(super) fn loose(case: Case<'_>) -> Vec<Fix> {
    all([emptied(case).map(|emptied| step(FixKind::ClearReference, emptied)), case.edit()])
}

/// R-HYG-003, R-HYG-004: the text goes, or is typed anew.
pub(super) fn empty_field(case: Case<'_>) -> Vec<Fix> {
    all([emptied(case).map(|emptied| step(FixKind::EmptyField, emptied)), case.edit()])
}

/// R-HYG-004: hyphens and blanks are left out where that makes it right, or the number is typed anew.
pub(super) fn number(case: Case<'_>) -> Vec<Fix> {
    let tidy = change(case.model, case.finding.subject, |record| {
        if let Record::Customer(c) = record {
            let kept: String = c.reg_number.raw().chars().filter(|c| c.is_alphanumeric()).collect();
            // A plain text of letters and digits can always be stored.
            let _ = record.set(FieldRef::Customer(CustomerField::RegNumber), &kept);
        }
    });
    let tidy = tidy.filter(|tidy| mends(case, tidy));
    all([tidy.map(|tidy| step(FixKind::TidyNumber, tidy)), case.edit()])
}

fn emptied(case: Case<'_>) -> Option<Transaction> {
    let field = case.finding.field?;
    change(case.model, case.finding.subject, |record| {
        // A field that may not be empty, or has parts, refuses this, and the step changes nothing then.
        let _ = record.set(field, "");
    })
}

fn mends(case: Case<'_>, step: &Transaction) -> bool {
    let model = after(case.model, step);
    let mut verdicts = Verdicts::default();
    judge::record(&Look { model: &model, today: case.day }, case.finding.subject, &mut verdicts);
    !verdicts.findings.iter().any(|finding| finding.reason == case.finding.reason)
}
