//! Support for what was bought elsewhere (R-MC-001).

use crate::model::{Channel, FieldRef, Key, Subscription, SubscriptionField, TenantId, Verb};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{fails, has_privileges, has_relationship, is_csp};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const CHANNEL: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::Channel));
const SUPPORTER: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::SupportedBy));

/// R-MC-001: a partner takes into support what was bought from Microsoft, as Advisor, by Open licence, by Enterprise
/// Agreement or from a third party; it has a relationship and admin privileges; and nothing else changes.
pub(super) fn only_what_may_be_supported(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for (before, after) in step.subscriptions() {
        let supporter =
            after.supported_by.filter(|_| before.and_then(|s| s.supported_by) != after.supported_by);
        let Some(supporter) = supporter else { continue };
        let out = out.about(Key::Subscription(after.id));
        may_be_supported(after, out);
        may_support(look, supporter, after.customer, out);
        if before.is_some_and(|before| !only_the_supporter_differs(before, after)) {
            out.find(Reason::SupportChangesMore, None, None);
        }
    }
}

fn may_be_supported(s: &Subscription, out: &mut Out<'_>) {
    match s.channel {
        Channel::MicrosoftDirect | Channel::Advisor | Channel::Open | Channel::Ea | Channel::ThirdParty => {}
        Channel::CspIndirect | Channel::CspDirect => {
            out.find(Reason::SoldThroughCsp, s.seller.map(Key::Partner), CHANNEL);
        }
        Channel::Syndication | Channel::China21Vianet => out.find(Reason::NoSupportInChannel, None, CHANNEL),
        Channel::Unknown | Channel::Other(_) => {
            out.unknown(Key::Subscription(s.id), FieldRef::Subscription(SubscriptionField::Channel));
        }
    }
}

fn may_support(look: &Look<'_>, supporter: TenantId, customer: TenantId, out: &mut Out<'_>) {
    let other = Some(Key::Partner(supporter));
    if fails(has_relationship(look.model, supporter, customer), out) {
        return out.find(Reason::SupporterUnrelated, other, SUPPORTER);
    }
    if fails(has_privileges(look.model, supporter, customer), out) {
        out.find(Reason::SupporterWithoutPrivileges, other, SUPPORTER);
    }
}

/// Notes and labels of our own are not the subscription's: they may change with it.
fn only_the_supporter_differs(before: &Subscription, after: &Subscription) -> bool {
    let Subscription { supported_by, coexists, tags, note, .. } = before.clone();
    Subscription { supported_by, coexists, tags, note, ..after.clone() } == *before
}

/// R-MC-001: seats, term and state of what was bought elsewhere are not ours to change.
pub(super) fn elsewhere_is_read_only(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for (before, after) in step.subscriptions() {
        let Some(before) = before.filter(|before| is_csp(before) == Ok(false)) else { continue };
        let changed = [
            (before.quantity != after.quantity, SubscriptionField::Quantity),
            (before.term != after.term, SubscriptionField::Term),
            (before.status != after.status, SubscriptionField::Status),
        ];
        let out = out.about(Key::Subscription(after.id));
        for (_, field) in changed.into_iter().filter(|(changed, _)| *changed) {
            out.find(Reason::ReadOnlyElsewhere, None, Some(FieldRef::Subscription(field)));
        }
    }
}

/// R-MC-001: Microsoft invoices no CSP partner for what was bought elsewhere.
pub(super) fn elsewhere_has_no_seller(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.seller.is_some() && fails(is_csp(s), out) {
        let field = FieldRef::Subscription(SubscriptionField::Seller);
        out.find(Reason::SellerElsewhere, s.seller.map(Key::Partner), Some(field));
    }
}
