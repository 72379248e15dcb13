//! R-HYG-002: ids that exports give and that name nothing of the book. What the book cannot be without is
//! BOOK-REFERENCE's to ask; these are only worth completing.

use crate::model::{
    Admin, AdminField, Customer, CustomerField, FieldRef, Key, SubscriptionField, TenantId, Transfer,
    TransferField,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

fn named(look: &Look<'_>, out: &mut Out<'_>, key: Option<Key>, field: FieldRef) {
    if let Some(key) = key.filter(|key| !look.model.contains(*key)) {
        out.find(Reason::LooseReference, Some(key), Some(field));
    }
}

/// R-HYG-002 on a subscription: its partner of record, its base or plan, and the one it continues.
pub(super) fn of_subscription(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    use SubscriptionField as F;
    let s = sale.subscription;
    if s.partner_of_record.is_some() && sale.reseller.is_none() {
        out.find(Reason::RecordOfNobody, None, Some(FieldRef::Subscription(F::PartnerOfRecord)));
    }
    named(look, out, s.parent.map(Key::Subscription), FieldRef::Subscription(F::Parent));
    named(look, out, s.transferred_from.map(Key::Subscription), FieldRef::Subscription(F::TransferredFrom));
}

/// R-HYG-002 on a customer: the reseller it was made for, and who attested its agreements.
pub(super) fn of_customer(look: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    let reseller = c.associated_partner.map(Key::Partner);
    named(look, out, reseller, FieldRef::Customer(CustomerField::AssociatedPartner));
    let mut attesters: Vec<TenantId> = c.agreements.iter().filter_map(|a| a.attested_by).collect();
    attesters.sort_unstable();
    attesters.dedup();
    for attester in attesters {
        named(look, out, Some(Key::Partner(attester)), FieldRef::Customer(CustomerField::Agreements));
    }
}

/// R-HYG-002 on granular admin privileges: the provider that prepared them.
pub(super) fn of_admin(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    let provider = a.indirect_provider.map(Key::Partner);
    named(look, out, provider, FieldRef::Admin(AdminField::IndirectProvider));
}

/// R-HYG-002 on a transfer: both sides, and what it moves.
pub(super) fn of_transfer(look: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    use TransferField as F;
    named(look, out, t.source.map(Key::Partner), FieldRef::Transfer(F::Source));
    named(look, out, t.target.map(Key::Partner), FieldRef::Transfer(F::Target));
    let mut moved = t.subscriptions.clone();
    moved.sort_unstable();
    moved.dedup();
    for id in moved {
        named(look, out, Some(Key::Subscription(id)), FieldRef::Transfer(F::Subscriptions));
    }
}
