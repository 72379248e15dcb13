//! The customer agreement: that it comes before the first order (R-ENR-007), and what an attestation says (R-ENR-008).

use super::bought;
use super::signed::{is_mandatory, ordered_under};
use crate::model::{
    Agreement, AgreementKind, AgreementWay, Cloud, Customer, CustomerField, Day, Family, FieldRef, Key,
    Moment, Record, Role, Subscription, SubscriptionField, SubscriptionId, Text, Verb,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Fact, Missing, both, fails, has_relationship, has_role, holds, is_csp, is_live};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;
use rustc_hash::FxHashSet;

const AGREEMENTS: FieldRef = FieldRef::Customer(CustomerField::Agreements);

/// Whether this agreement allows an order of this family. Azure of old asked for the agreement before; the newer one
/// takes its place.
fn fits(a: &Agreement, s: &Subscription) -> bool {
    match a.kind {
        AgreementKind::MicrosoftCustomerAgreement => true,
        AgreementKind::MicrosoftCloudAgreement => s.family == Family::AzureLegacy,
        AgreementKind::Other(_) => false,
    }
}

/// Whether the customer had agreed by the day of the order. Lists carry no agreements, so none says nothing.
fn had_agreed(c: &Customer, s: &Subscription, ordered: Day) -> Fact {
    let dates = || c.agreements.iter().filter(|a| fits(a, s)).map(|a| a.date);
    if dates().flatten().any(|date| date <= ordered) {
        return Ok(true);
    }
    let unknown = dates().next().is_none() || dates().any(|date| date.is_none());
    if unknown { Err(Missing(Key::Customer(c.tenant), AGREEMENTS)) } else { Ok(false) }
}

/// R-ENR-007 on what runs: no agreement that is recorded came before the order. There are none in national clouds.
pub(super) fn agreed_before_the_order(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let Some(c) = sale.customer.filter(|c| c.cloud == Cloud::Public) else { return };
    if !holds(both(is_live(s), is_csp(s)), out) {
        return;
    }
    let Some(ordered) = ordered_under(s, out) else { return };
    if fails(had_agreed(c, s, ordered), out) {
        let field = FieldRef::Subscription(SubscriptionField::Creation);
        out.find(Reason::AgreementAfterOrder, Some(Key::Customer(c.tenant)), Some(field));
    }
}

/// R-ENR-007 on an order: some agreement is recorded; whether it came in time is judged on the subscription. A customer
/// who ordered through CSP before has agreed, though no list says so.
pub(super) fn agreed_before_a_new_order(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    let new: FxHashSet<SubscriptionId> = bought(step).map(|s| s.id).collect();
    for s in bought(step).filter(|s| is_csp(s) == Ok(true)) {
        let customer = look.model.customer(s.customer).filter(|c| c.cloud == Cloud::Public);
        let Some(c) = customer.filter(|_| is_mandatory(order_day(look, s))) else { continue };
        let out = out.about(Key::Subscription(s.id));
        if c.agreements.iter().any(|a| fits(a, s)) {
            continue;
        }
        let odd = c.agreements.iter().any(|a| matches!(a.kind, AgreementKind::Other(_)));
        if odd || has_ordered(look, c, &new) {
            out.unknown(Key::Customer(c.tenant), AGREEMENTS);
        } else {
            let field = FieldRef::Subscription(SubscriptionField::Customer);
            out.find(Reason::NoAgreement, Some(Key::Customer(c.tenant)), Some(field));
        }
    }
}

fn order_day(look: &Look<'_>, s: &Subscription) -> Day {
    s.creation.map_or(look.today, Moment::day)
}

fn has_ordered(look: &Look<'_>, c: &Customer, new: &FxHashSet<SubscriptionId>) -> bool {
    let earlier = look.model.subscriptions_of(c.tenant).filter(|s| !new.contains(&s.id));
    let under = |s: &Subscription| s.creation.is_none_or(|at| is_mandatory(at.day()));
    earlier.filter(|s| is_csp(s) == Ok(true)).any(under)
}

/// What is said of a customer's agreements, each thing once.
#[derive(Default)]
struct Said {
    found: Vec<(Reason, Option<Key>)>,
    unknown: bool,
}

impl Said {
    fn find(&mut self, reason: Reason, other: Option<Key>) {
        if !self.found.contains(&(reason, other)) {
            self.found.push((reason, other));
        }
    }

    fn tell(self, customer: Key, out: &mut Out<'_>) {
        if self.unknown {
            out.unknown(customer, AGREEMENTS);
        }
        for (reason, other) in self.found {
            out.about(customer).find(reason, other, Some(AGREEMENTS));
        }
    }
}

/// R-ENR-008: an attestation names its signer, is not of a day to come, was made by a partner that Microsoft invoices,
/// and stands once. The Microsoft Customer Agreement is judged from its first day on.
pub(super) fn is_well_formed(look: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    let mut said = Said::default();
    for (n, a) in c.agreements.iter().enumerate().filter(|(_, a)| is_of_its_time(a, look.today)) {
        match a.way {
            Some(AgreementWay::PartnerAttested) => {
                attested(look, a, &mut said);
                if c.agreements[..n].iter().any(|earlier| is_the_same(earlier, a)) {
                    said.find(Reason::AgreementTwice, None);
                }
            }
            Some(AgreementWay::DirectAcceptance) => {}
            Some(AgreementWay::Other(_)) | None => said.unknown = true,
        }
    }
    said.tell(Key::Customer(c.tenant), out);
}

fn is_of_its_time(a: &Agreement, today: Day) -> bool {
    a.kind != AgreementKind::MicrosoftCustomerAgreement || is_mandatory(today)
}

fn attested(look: &Look<'_>, a: &Agreement, said: &mut Said) {
    match signer(a) {
        Signer::Whole => {}
        Signer::Incomplete => said.find(Reason::SignerIncomplete, None),
        Signer::Unknown => said.unknown = true,
    }
    match a.date {
        Some(date) if date > look.today => said.find(Reason::AgreementInFuture, None),
        Some(_) => {}
        None => said.unknown = true,
    }
    let Some(by) = a.attested_by.and_then(|id| look.model.partner(id)) else {
        said.unknown = true;
        return;
    };
    match has_role(by, &[Role::IndirectProvider, Role::DirectBill]) {
        Ok(true) => {}
        Ok(false) => said.find(Reason::AttestedByReseller, Some(Key::Partner(by.tenant))),
        Err(_) => said.unknown = true,
    }
}

/// How much of the signer is recorded.
enum Signer {
    Whole,
    Incomplete,
    Unknown,
}

fn signer(a: &Agreement) -> Signer {
    match [&a.first_name, &a.last_name, &a.email].map(Text::is_empty) {
        [false, false, false] => Signer::Whole,
        [true, true, true] => Signer::Unknown,
        _ => Signer::Incomplete,
    }
}

/// One agreement of one type per signer and day: Microsoft refuses the second.
fn is_the_same(a: &Agreement, b: &Agreement) -> bool {
    let key = |a: &Agreement| (a.kind, a.date, a.email.clone(), a.first_name.clone(), a.last_name.clone());
    a.way == b.way && a.date.is_some() && !a.email.is_empty() && key(a) == key(b)
}

/// R-ENR-008 on an edit: of an agreement that is typed more is asked than of an export, and who attests it sells to the
/// customer (OP-05).
pub(super) fn is_recorded_whole(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for pair in step.pairs() {
        let (before, Some(Record::Customer(after))) = pair else { continue };
        let old = if let Some(Record::Customer(c)) = before { c.agreements.as_slice() } else { &[] };
        let mut said = Said::default();
        for a in after.agreements.iter().filter(|a| !old.contains(a)) {
            typed(look, after, a, &mut said);
        }
        said.tell(Key::Customer(after.tenant), out);
    }
}

fn typed(look: &Look<'_>, c: &Customer, a: &Agreement, said: &mut Said) {
    match a.date {
        Some(date) if date > look.today => said.find(Reason::AgreementInFuture, None),
        Some(_) => {}
        None => said.find(Reason::AgreementUndated, None),
    }
    if a.way != Some(AgreementWay::PartnerAttested) {
        return;
    }
    if !matches!(signer(a), Signer::Whole) {
        said.find(Reason::SignerIncomplete, None);
    }
    let Some(by) = a.attested_by else { return said.find(Reason::NoAttester, None) };
    if has_relationship(look.model, by, c.tenant) == Ok(false) {
        said.find(Reason::AttesterUnrelated, Some(Key::Partner(by)));
    }
}
