//! R-HYG-003: no passwords, tokens or links that open something in the texts of a record, and no ids out of a manual.

use crate::model::{
    Admin, AdminField, Customer, CustomerField, FieldRef, Group, GroupField, Guid, Partner, PartnerField,
    SubscriptionField, Text, Transfer, TransferField,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// Words after which a secret follows a colon or an equals sign, in lower case.
const NAMES: [&str; 10] = [
    "usercredentials",
    "password",
    "passwort",
    "mot de passe",
    "pwd",
    "client_secret",
    "access_token",
    "refresh_token",
    "accountkey",
    "sig",
];

/// Words that are a secret's beginning by themselves: signed tokens.
const STARTS: [&str; 2] = ["bearer eyj", "eyj0ex"];

/// True when the text holds what nobody but its owner may know.
pub(super) fn holds_a_secret(text: &str) -> bool {
    // Nearly every text is short and has neither sign: those cost one look.
    if !text.bytes().any(|b| matches!(b, b':' | b'=' | b'.')) {
        return false;
    }
    let text = text.to_lowercase();
    STARTS.iter().any(|start| text.contains(start)) || NAMES.iter().any(|name| is_given(&text, name))
}

/// True when the name stands in the text as a word of its own, and a value is given to it.
fn is_given(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].trim_start_matches(['"', '\'', ' ', '\u{a0}']);
        let value = after.strip_prefix([':', '=']).map(|value| value.trim_start_matches(['"', '\'', ' ']));
        before.is_none_or(|c| !c.is_alphanumeric()) && value.is_some_and(|value| !value.is_empty())
    })
}

/// True for the ids of manuals, and for all zeros. The book's own numbers are none.
pub(super) fn is_a_placeholder(id: Guid) -> bool {
    id.own_number().map_or_else(|| id.is_example(), |number| number == 0)
}

fn texts<'a>(out: &mut Out<'_>, texts: impl IntoIterator<Item = (&'a Text, FieldRef)>) {
    for (text, field) in texts {
        if holds_a_secret(text.raw()) {
            out.find(Reason::Secret, None, Some(field));
        } else if text.raw().contains("<guid>") {
            out.find(Reason::Placeholder, None, Some(field));
        }
    }
}

fn ids(out: &mut Out<'_>, ids: impl IntoIterator<Item = (Option<Guid>, FieldRef)>) {
    for (_, field) in ids.into_iter().filter(|(id, _)| id.is_some_and(is_a_placeholder)) {
        out.find(Reason::Placeholder, None, Some(field));
    }
}

/// Labels are looked through as one text; a finding names their field once.
fn tags(out: &mut Out<'_>, tags: &[Text], field: FieldRef) {
    if tags.iter().any(|tag| holds_a_secret(tag.raw())) {
        out.find(Reason::Secret, None, Some(field));
    }
}

/// R-HYG-003 on a partner.
pub(super) fn in_partner(_: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    use PartnerField as F;
    let of = FieldRef::Partner;
    ids(out, [(Some(p.tenant.0), of(F::Tenant))]);
    texts(
        out,
        [(&p.name, of(F::Name)), (&p.email, of(F::Email)), (&p.phone, of(F::Phone)), (&p.note, of(F::Note))],
    );
    tags(out, &p.tags, of(F::Tags));
}

/// R-HYG-003 on a customer.
pub(super) fn in_customer(_: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    use CustomerField as F;
    let of = FieldRef::Customer;
    ids(out, [(Some(c.tenant.0), of(F::Tenant)), (c.commerce_id, of(F::CommerceId))]);
    texts(
        out,
        [(&c.name, of(F::Name)), (&c.email, of(F::Email)), (&c.phone, of(F::Phone)), (&c.note, of(F::Note))],
    );
    tags(out, &c.tags, of(F::Tags));
}

/// R-HYG-003 on a subscription.
pub(super) fn in_subscription(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    use SubscriptionField as F;
    let (s, of) = (sale.subscription, FieldRef::Subscription);
    ids(out, [(Some(s.id.0), of(F::Id)), (s.entitlement_id, of(F::EntitlementId))]);
    texts(out, [(&s.friendly_name, of(F::FriendlyName)), (&s.note, of(F::Note))]);
    tags(out, &s.tags, of(F::Tags));
}

/// R-HYG-003 on granular admin privileges.
pub(super) fn in_admin(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    ids(out, [(Some(a.id.0), FieldRef::Admin(AdminField::Id))]);
    texts(out, [(&a.name, FieldRef::Admin(AdminField::Name)), (&a.note, FieldRef::Admin(AdminField::Note))]);
}

/// R-HYG-003 on a transfer.
pub(super) fn in_transfer(_: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    ids(out, [(Some(t.id.0), FieldRef::Transfer(TransferField::Id))]);
    texts(out, [(&t.note, FieldRef::Transfer(TransferField::Note))]);
}

/// R-HYG-003 on a group.
pub(super) fn in_group(_: &Look<'_>, g: &Group, out: &mut Out<'_>) {
    texts(out, [(&g.name, FieldRef::Group(GroupField::Name)), (&g.note, FieldRef::Group(GroupField::Note))]);
}
