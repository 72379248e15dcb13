//! The book's own rule: every record that is named is there. Own rule; the programme's ids make sense only so.

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::finding::Out;
use super::reason::Reason;
use crate::model::{
    Admin, AdminField, Customer, CustomerField, FieldRef, Group, GroupField, Key, Partner, PartnerField,
    Partnership, PartnershipField, Relationship, RelationshipField, SubscriptionField, Transfer,
    TransferField,
};

pub(super) const RULES: &[Rule] = &[Rule {
    code: Code::BookReference,
    severity: Severity::Integrity,
    nature: Nature::State,
    valid: Validity::ALWAYS,
    source: "Partnerbook",
    judges: &[
        Judge::Partner(partner),
        Judge::Customer(customer),
        Judge::Subscription(subscription),
        Judge::Partnership(partnership),
        Judge::Relationship(relationship),
        Judge::Admin(admin),
        Judge::Transfer(transfer),
        Judge::Group(group),
    ],
}];

fn named(look: &Look<'_>, out: &mut Out<'_>, key: Option<Key>, field: FieldRef) {
    if let Some(key) = key.filter(|key| !look.model.contains(*key)) {
        out.find(Reason::NamesNobody, Some(key), Some(field));
    }
}

fn partner(look: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    named(look, out, p.group.map(Key::Group), FieldRef::Partner(PartnerField::Group));
}

fn customer(look: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    named(look, out, c.group.map(Key::Group), FieldRef::Customer(CustomerField::Group));
}

fn subscription(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    use SubscriptionField as F;
    let s = sale.subscription;
    named(look, out, Some(Key::Customer(s.customer)), FieldRef::Subscription(F::Customer));
    named(look, out, s.seller.map(Key::Partner), FieldRef::Subscription(F::Seller));
    named(look, out, s.support_contact.map(Key::Partner), FieldRef::Subscription(F::SupportContact));
    named(look, out, s.supported_by.map(Key::Partner), FieldRef::Subscription(F::SupportedBy));
}

fn partnership(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    named(look, out, Some(Key::Partner(p.provider)), FieldRef::Partnership(PartnershipField::Provider));
    named(look, out, Some(Key::Partner(p.reseller)), FieldRef::Partnership(PartnershipField::Reseller));
}

fn relationship(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    named(look, out, Some(Key::Partner(r.partner)), FieldRef::Relationship(RelationshipField::Partner));
    named(look, out, Some(Key::Customer(r.customer)), FieldRef::Relationship(RelationshipField::Customer));
    named(
        look,
        out,
        r.via_provider.map(Key::Partner),
        FieldRef::Relationship(RelationshipField::ViaProvider),
    );
}

fn admin(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    named(look, out, a.partner.map(Key::Partner), FieldRef::Admin(AdminField::Partner));
    named(look, out, a.customer.map(Key::Customer), FieldRef::Admin(AdminField::Customer));
}

fn transfer(look: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    named(look, out, Some(Key::Customer(t.customer)), FieldRef::Transfer(TransferField::Customer));
}

fn group(look: &Look<'_>, g: &Group, out: &mut Out<'_>) {
    for affiliate in &g.affiliates {
        named(look, out, Some(Key::Group(*affiliate)), FieldRef::Group(GroupField::Affiliates));
    }
}
