//! Ways out of what is wrong with enrolment and agreements (R-ENR).

use super::steps::{as_fix, change};
use super::{Case, Does, Fix, FixKind, all, choose, edit, step};
use crate::edit::ops::{Paper, Slot, accept_agreement, attesters, set_partner_of_record};
use crate::model::{
    Agreement, AgreementWay, Customer, FieldRef, Key, Moment, Partner, PartnerField, Record,
    SubscriptionField, TenantId,
};

impl<'a> Case<'a> {
    /// The customer that the finding names.
    fn named_customer(self) -> Option<&'a Customer> {
        let of = [Some(self.finding.subject), self.finding.other].into_iter().flatten();
        of.into_iter().find_map(|key| match key {
            Key::Customer(id) => self.model.customer(id),
            _ => None,
        })
    }

    /// A field of the partner that the finding names.
    fn of_partner(self, field: PartnerField) -> Option<Fix> {
        let named = [self.finding.other, Some(self.finding.subject)].into_iter().flatten();
        let mut partners = named.filter(|key| matches!(key, Key::Partner(_)));
        partners.next().map(|key| edit(key, FieldRef::Partner(field)))
    }

    /// True when it is the reseller on record that the finding is about.
    fn is_about_the_record(self) -> bool {
        self.finding.field == Some(FieldRef::Subscription(SubscriptionField::PartnerOfRecord))
    }
}

/// Another reseller of record, or none.
fn other_record(case: Case<'_>) -> [Option<Fix>; 2] {
    let Some(s) = case.subscription().filter(|_| case.is_about_the_record()) else { return [None, None] };
    let cleared = set_partner_of_record(case.model, s.id, None).ok();
    [
        Some(choose(FixKind::ChooseRecord, Slot::RecordReseller { subscription: s.id })),
        cleared.map(|cleared| step(FixKind::ClearRecord, as_fix(cleared))),
    ]
}

/// R-ENR-001: the day of signing is entered, or another reseller stands there.
pub(super) fn not_signed(case: Case<'_>) -> Vec<Fix> {
    let [chosen, cleared] = other_record(case);
    all([case.of_partner(PartnerField::MpaSignedOn), chosen, cleared])
}

/// R-ENR-002, R-ENR-003, R-ENR-005: the standing is another one, or another reseller stands there.
pub(super) fn standing(case: Case<'_>) -> Vec<Fix> {
    let [chosen, cleared] = other_record(case);
    all([chosen, cleared, case.of_partner(PartnerField::Enrolment)])
}

/// R-ENR-007: the customer accepts the agreement on the day of the order, or a partner attests that it did.
pub(super) fn no_agreement(case: Case<'_>) -> Vec<Fix> {
    let Some(c) = case.named_customer() else { return Vec::new() };
    let ordered = case.subscription().and_then(|s| s.creation).map(Moment::day);
    let on = ordered.map_or(case.day, |ordered| ordered.min(case.day));
    let accepted = accept_agreement(case.model, on, c.tenant).ok().map(as_fix);
    all([
        accepted.map(|accepted| step(FixKind::AcceptAgreement(c.tenant), accepted)),
        Some(attest(c.tenant, None)),
    ])
}

/// R-ENR-007: an earlier agreement is recorded, or the day of the order was wrong.
pub(super) fn late_agreement(case: Case<'_>) -> Vec<Fix> {
    all([case.named_customer().map(|c| attest(c.tenant, None)), case.edit()])
}

fn attest(customer: TenantId, place: Option<usize>) -> Fix {
    let paper = Paper::Agreement { customer, place };
    Fix { kind: FixKind::Attest(customer), does: Does::Paper(paper) }
}

/// R-ENR-008: the first attestation that says too little is opened.
pub(super) fn incomplete(case: Case<'_>) -> Vec<Fix> {
    let lacks = |a: &Agreement| {
        let signer = [&a.first_name, &a.last_name, &a.email].iter().any(|text| text.is_empty());
        is_attested(a) && (signer || a.attested_by.is_none() || a.date.is_none())
    };
    opened(case, lacks)
}

/// R-ENR-008: an agreement without its day is opened.
pub(super) fn undated(case: Case<'_>) -> Vec<Fix> {
    opened(case, |a| a.date.is_none())
}

/// R-ENR-008: the day to come becomes today, or is typed anew.
pub(super) fn in_future(case: Case<'_>) -> Vec<Fix> {
    let late = |a: &Agreement| a.date.is_some_and(|date| date > case.day);
    let today = of_agreements(case, |agreements| {
        agreements.iter_mut().filter(|a| late(a)).for_each(|a| a.date = Some(case.day));
    });
    let opened = opened(case, late);
    today.map(|today| step(FixKind::AgreedToday, today)).into_iter().chain(opened).collect()
}

/// R-ENR-008: a partner of the customer that may attest does so, or another is chosen.
pub(super) fn wrong_attester(case: Case<'_>) -> Vec<Fix> {
    let Some(c) = case.named_customer() else { return Vec::new() };
    let may = |id: &TenantId| case.model.partner(*id).is_some_and(Partner::can_sell);
    let right = attesters(case.model, c.tenant).into_iter().find(may);
    let wrong = case.partner();
    let replaced = right.and_then(|right| {
        of_agreements(case, |agreements| {
            let named = agreements.iter_mut().filter(|a| a.attested_by == wrong);
            named.for_each(|a| a.attested_by = Some(right));
        })
        .map(|replaced| step(FixKind::UseAttester(right), replaced))
    });
    let opened = opened(case, |a| is_attested(a) && a.attested_by == wrong);
    replaced.into_iter().chain(opened).collect()
}

/// R-ENR-008: each agreement once.
pub(super) fn twice(case: Case<'_>) -> Vec<Fix> {
    let key =
        |a: &Agreement| (a.kind, a.way, a.date, a.email.clone(), a.first_name.clone(), a.last_name.clone());
    let once = of_agreements(case, |agreements| {
        let mut seen = Vec::new();
        agreements.retain(|a| {
            let known = is_attested(a) && seen.contains(&key(a));
            seen.push(key(a));
            !known
        });
    });
    all([once.map(|once| step(FixKind::DropDoubleAgreement, once))])
}

fn is_attested(a: &Agreement) -> bool {
    a.way == Some(AgreementWay::PartnerAttested)
}

fn opened(case: Case<'_>, which: impl Fn(&Agreement) -> bool) -> Vec<Fix> {
    let Some(c) = case.named_customer() else { return Vec::new() };
    all([c.agreements.iter().position(which).map(|place| attest(c.tenant, Some(place)))])
}

fn of_agreements(
    case: Case<'_>,
    edit: impl FnOnce(&mut Vec<Agreement>),
) -> Option<crate::model::Transaction> {
    change(case.model, Key::Customer(case.named_customer()?.tenant), |record| {
        if let Record::Customer(c) = record {
            edit(&mut c.agreements);
        }
    })
}
