//! Several partners for one customer (R-MP): what one subscription may name, and that a further partner changes nothing
//! that exists.

#[cfg(test)]
mod tests;

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::fact::{both, fails, has_role, holds, is_csp, is_indirect, is_live, lacks};
use super::finding::Out;
use super::reason::Reason;
use super::step::{Pair, Step};
use crate::model::{
    Customer, Family, FieldRef, Key, Record, Relationship, RelationshipState, Role, Subscription,
    SubscriptionField, Verb,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Mp001,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "multipartner; the seed of 2019 says the same",
        judges: &[Judge::Step(nothing_existing_changes)],
    },
    Rule {
        code: Code::Mp002,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "seed; csp-supported-partner-relationships, scenario 2; multipartner; update-subscription (mcp)",
        judges: &[Judge::Subscription(one_seller), Judge::Subscription(further_partners)],
    },
    Rule {
        code: Code::Mp003,
        severity: Severity::Warning,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "azure-plan-transition; test-and-debug (SDK); multipartner: stated as workflow, not as a ban",
        judges: &[Judge::Subscription(one_azure_plan)],
    },
];

/// R-MP-001: a step that adds a partner to a customer, by its name or by what it does, leaves alone everything that is
/// there.
fn nothing_existing_changes(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    let by_hand = matches!(
        step.verb,
        Verb::Add | Verb::Edit | Verb::GrantPrivileges | Verb::PreparePrivileges | Verb::SucceedPrivileges
    );
    let by_hand = by_hand && step.pairs().any(adds_a_partner);
    if !by_hand && !step.verb.adds_a_partner() {
        return;
    }
    for pair in step.pairs().filter(|pair| !is_of_the_addition(*pair)) {
        if let Some(record) = pair.0.or(pair.1) {
            out.about(record.key()).find(Reason::ChangesExisting, None, None);
        }
    }
}

/// A relationship or a granular privilege that comes to be, or a relationship that is accepted.
fn adds_a_partner(pair: Pair<'_>) -> bool {
    match pair {
        (None, Some(Record::Relationship(_) | Record::Admin(_))) => true,
        (Some(Record::Relationship(before)), Some(Record::Relationship(after))) => {
            is_open(before) && after.state == RelationshipState::Active
        }
        _ => false,
    }
}

/// What a step that adds a partner may contain: new records other than subscriptions, the relationship it is about,
/// and the agreement that the customer accepts on the same page (OP-04).
fn is_of_the_addition(pair: Pair<'_>) -> bool {
    match pair {
        (_, Some(Record::Subscription(_))) | (Some(_), None) => false,
        (None, _) => true,
        (Some(Record::Relationship(before)), Some(Record::Relationship(_))) => is_open(before),
        (Some(Record::Customer(before)), Some(Record::Customer(after))) => only_agrees(before, after),
        (Some(_), Some(_)) => false,
    }
}

fn is_open(r: &Relationship) -> bool {
    r.state != RelationshipState::Active
}

fn only_agrees(before: &Customer, after: &Customer) -> bool {
    let without = Customer { agreements: before.agreements.clone(), ..after.clone() };
    after.agreements.starts_with(&before.agreements) && without == *before
}

/// R-MP-002: what is bought through CSP has one seller, who is a provider or a direct-bill partner: nobody else is
/// invoiced by Microsoft (rules.md 0.3).
fn one_seller(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if !holds(is_csp(s), out) {
        return;
    }
    let field = Some(FieldRef::Subscription(SubscriptionField::Seller));
    if s.seller.is_none() {
        return out.find(Reason::NoSeller, None, field);
    }
    if let Some(seller) = sale.seller
        && fails(has_role(seller, &[Role::IndirectProvider, Role::DirectBill]), out)
    {
        out.find(Reason::SellerCannotSell, Some(Key::Partner(seller.tenant)), field);
    }
}

/// R-MP-002: the further partner ids of a subscription are for information; each is there once, and none is the partner
/// of record.
fn further_partners(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let field = Some(FieldRef::Subscription(SubscriptionField::AdditionalPartners));
    let ids = &s.additional_partners;
    if s.partner_of_record.as_ref().is_some_and(|record| ids.iter().any(|id| id.same(record))) {
        out.find(Reason::FurtherIsOnRecord, None, field);
    }
    if ids.iter().enumerate().any(|(n, id)| ids[..n].iter().any(|earlier| earlier.same(id))) {
        out.find(Reason::FurtherTwice, None, field);
    }
}

/// R-MP-003: a customer has one live Azure plan per direct-bill seller, and per provider and reseller on record.
fn one_azure_plan(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.seller.is_none() || !holds(both(both(is_live(s), is_csp(s)), is_plan(s)), out) {
        return;
    }
    let rivals = look.model.subscriptions_of(s.customer).filter(|other| is_rival(s, other));
    if let Some(rival) = rivals.map(|other| other.id).min() {
        let field = FieldRef::Subscription(SubscriptionField::Seller);
        out.find(Reason::SecondAzurePlan, Some(Key::Subscription(rival)), Some(field));
    }
}

fn is_plan(s: &Subscription) -> super::fact::Fact {
    match s.family {
        Family::Unknown | Family::Other(_) => Err(lacks(s, SubscriptionField::Family)),
        listed => Ok(listed == Family::AzurePlan),
    }
}

/// A live plan of the same seller, in the same model: one per reseller on record where there are resellers.
fn is_rival(s: &Subscription, other: &Subscription) -> bool {
    let live_plan = other.id != s.id && other.family == Family::AzurePlan && other.status.is_live();
    let same_sale = other.seller == s.seller && other.channel == s.channel;
    live_plan && same_sale && (is_indirect(s) != Ok(true) || same_record(s, other))
}

fn same_record(a: &Subscription, b: &Subscription) -> bool {
    match (&a.partner_of_record, &b.partner_of_record) {
        (Some(a), Some(b)) => a.same(b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
