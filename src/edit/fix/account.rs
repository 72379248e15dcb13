//! Ways out of what is wrong with ids, countries and tenants (R-ID, R-REG-003, R-SELF-001).

use super::steps::change;
use super::{Case, Fix, FixKind, all, choose, edit, step};
use crate::edit::ops::{Slot, copy, remove, together};
use crate::model::{
    Change, CustomerField, FieldRef, Key, PartnerField, PartnerId, Record, RelationshipField, RelationshipId,
    SubscriptionField, Transaction, Value, Verb, market_of,
};

/// A record that is named and is not there: type another, or empty the field; where the record means nothing without
/// it, the record goes.
pub(super) fn dangling(case: Case<'_>) -> Vec<Fix> {
    let key = case.finding.subject;
    let emptied = case.finding.field.and_then(|field| {
        change(case.model, key, |record| {
            // A field that may not be empty refuses this, and the step changes nothing then.
            let _ = record.set(field, "");
        })
    });
    let gone = remove(case.model, key).ok().map(super::steps::as_fix);
    all([
        emptied.map(|emptied| step(FixKind::ClearReference, emptied)),
        case.edit(),
        gone.map(|gone| step(FixKind::RemoveRecord(key), gone)),
    ])
}

/// R-ID-002: the digits are kept when nothing else is left of it.
pub(super) fn partner_id(case: Case<'_>) -> Vec<Fix> {
    let tidy = case.finding.field.and_then(|field| {
        let Value::Text(text) = case.model.get(case.finding.subject)?.get(field) else { return None };
        let digits = PartnerId::typed(text.raw()).ok()?;
        change(case.model, case.finding.subject, |record| {
            let _ = record.set(field, digits.text().raw());
        })
    });
    all([tidy.map(|tidy| step(FixKind::TidyPartnerId, tidy)), case.edit()])
}

/// R-ID-003: the location id of the account whose head office the id means.
pub(super) fn global_id(case: Case<'_>) -> Vec<Fix> {
    let location = case.model.get(case.finding.subject).and_then(|record| {
        let Record::Subscription(subscription) = record else { return None };
        let on_record = subscription.partner_of_record?;
        let rows = case.model.links().partners_by_global_id.get(&on_record.canonical().into());
        let locations = case.model.partners().rows(rows).filter_map(|p| p.partner_id.clone());
        let other: Vec<PartnerId> = locations.filter(|id| !id.same(&on_record)).collect();
        <[PartnerId; 1]>::try_from(other).ok()
    });
    let replaced = location.and_then(|[location]| {
        change(case.model, case.finding.subject, |record| {
            if let Record::Subscription(s) = record {
                s.partner_of_record = Some(location);
            }
        })
    });
    all([replaced.map(|replaced| step(FixKind::UseLocationId, replaced)), case.edit()])
}

/// R-REG-003: the codes that are mistaken most often.
pub(super) fn country(case: Case<'_>) -> Vec<Fix> {
    let corrected = case.finding.field.and_then(|field| {
        let Value::Code(code) = case.model.get(case.finding.subject)?.get(field) else { return None };
        let right = match code.as_str() {
            "UK" => "GB",
            "EL" => "GR",
            _ => return None,
        };
        change(case.model, case.finding.subject, |record| {
            let _ = record.set(field, right);
        })
    });
    all([corrected.map(|corrected| step(FixKind::CorrectCountry, corrected)), case.edit()])
}

/// R-REG-003: the currency of the customer's market.
pub(super) fn currency(case: Case<'_>) -> Vec<Fix> {
    let market = case.model.get(case.finding.subject).and_then(|record| {
        let Record::Subscription(subscription) = record else { return None };
        market_of(case.model.customer(subscription.customer)?.country?)?.currency
    });
    let replaced = market.and_then(|currency| {
        change(case.model, case.finding.subject, |record| {
            if let Record::Subscription(s) = record {
                s.currency = Some(currency);
            }
        })
    });
    all([replaced.map(|replaced| step(FixKind::UseMarketCurrency, replaced)), case.edit()])
}

/// R-SELF-001: the organisation may be a customer with a tenant of its own for that.
pub(super) fn separate_tenant(case: Case<'_>) -> Vec<Fix> {
    let key = case.finding.subject;
    let field = match key {
        Key::Relationship(_) => FieldRef::Relationship(RelationshipField::Customer),
        Key::Subscription(_) => FieldRef::Subscription(SubscriptionField::Customer),
        Key::Customer(_) => FieldRef::Customer(CustomerField::Tenant),
        Key::Partner(_) => FieldRef::Partner(PartnerField::Tenant),
        Key::Partnership(_) | Key::Admin(_) | Key::Transfer(_) | Key::Group(_) | Key::Waiver(_) => {
            return Vec::new();
        }
    };
    let record = case.model.get(key).map(Box::new);
    let another = match (key, record) {
        (Key::Relationship(_) | Key::Subscription(_), Some(record)) => {
            Some(choose(FixKind::ChooseCustomer, Slot::Field { key: Some(key), record, field }))
        }
        _ => Some(edit(key, field)),
    };
    all([moved_to_new_tenant(case).map(|moved| step(FixKind::SeparateTenant, moved)), another])
}

/// The customer once more, under an id of our own until its tenant is known, and the record moved to it.
fn moved_to_new_tenant(case: Case<'_>) -> Option<Transaction> {
    let record = case.model.get(case.finding.subject)?;
    let customer = match &record {
        Record::Relationship(r) => r.customer,
        Record::Subscription(s) => s.customer,
        _ => return None,
    };
    let copied = copy(case.model, Key::Customer(customer)).ok()?;
    let Record::Customer(new) = &copied else { return None };
    let tenant = new.tenant;
    let moved = match record.clone() {
        Record::Relationship(r) => {
            let id = RelationshipId::of(r.partner, tenant, 0);
            let gone = Transaction::new(Verb::Fix, vec![Change::remove(record)]);
            let moved = crate::model::Relationship { id, customer: tenant, ..r };
            together(gone, Transaction::new(Verb::Fix, vec![Change::add(moved)]))
        }
        Record::Subscription(s) => {
            let moved = crate::model::Subscription { customer: tenant, ..s };
            Transaction::new(Verb::Fix, vec![Change::edit(record, moved)])
        }
        _ => return None,
    };
    Some(together(Transaction::new(Verb::Fix, vec![Change::add(copied)]), moved))
}
