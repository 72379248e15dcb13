//! The customer agreement (OP-05): attested by a partner that sells to the customer, or accepted by the customer itself.

use super::draft::{edited, step};
use super::impossible::Impossible;
use crate::model::{
    Agreement, AgreementKind, AgreementWay, Customer, Day, Key, Model, Partner, TenantId, Transaction, Verb,
};

/// OP-05: records an agreement of a customer, or puts it right in the place of one that is recorded, counted from 0.
/// Only the customer's agreements change; what an attestation needs, R-ENR-008 says.
///
/// # Errors
/// The customer is not in the book, or the agreement is recorded so already.
pub fn record_agreement(
    model: &Model,
    customer: TenantId,
    agreement: Agreement,
    place: Option<usize>,
) -> Result<Transaction, Impossible> {
    let before = found(model, customer)?;
    if before.agreements.contains(&agreement) {
        return Err(Impossible::Nothing);
    }
    let put = |agreements: &mut Vec<Agreement>| match place.and_then(|place| agreements.get_mut(place)) {
        Some(old) => *old = agreement,
        None => agreements.push(agreement),
    };
    step(Verb::RecordAgreement, [edited(before, |c| put(&mut c.agreements))])
}

/// OP-05 as it is wished to be: the customer accepts the Microsoft Customer Agreement itself, on this day.
///
/// # Errors
/// As for [`record_agreement`].
pub fn accept_agreement(model: &Model, on: Day, customer: TenantId) -> Result<Transaction, Impossible> {
    let accepted = Agreement {
        kind: AgreementKind::MicrosoftCustomerAgreement,
        way: Some(AgreementWay::DirectAcceptance),
        date: Some(on),
        ..Agreement::default()
    };
    record_agreement(model, customer, accepted, None)
}

/// An attestation of today to begin with, by the first partner that may attest. Its signer is still to be told.
///
/// # Errors
/// The customer is not in the book.
pub fn agreement_draft(model: &Model, day: Day, customer: TenantId) -> Result<Agreement, Impossible> {
    let customer = found(model, customer)?.tenant;
    let may = |id: &TenantId| model.partner(*id).is_some_and(Partner::can_sell);
    Ok(Agreement {
        kind: AgreementKind::MicrosoftCustomerAgreement,
        way: Some(AgreementWay::PartnerAttested),
        date: Some(day),
        attested_by: attesters(model, customer).into_iter().find(may),
        ..Agreement::default()
    })
}

/// The partners that have an active relationship with the customer, those that may attest first.
pub fn attesters(model: &Model, customer: TenantId) -> Vec<TenantId> {
    let active = model.relationships_of(customer).filter(|r| r.is_active_reseller()).map(|r| r.partner);
    let mut partners: Vec<TenantId> = active.collect();
    partners.sort_unstable_by_key(|id| (!model.partner(*id).is_some_and(Partner::can_sell), *id));
    partners.dedup();
    partners
}

fn found(model: &Model, customer: TenantId) -> Result<&Customer, Impossible> {
    model.customer(customer).ok_or(Impossible::Gone(Key::Customer(customer)))
}
