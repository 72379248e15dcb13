//! What a sale and its support ask of relationships (R-REL-001, 002, 008).

use crate::model::{FieldRef, Key, Partner, Role, SubscriptionField, TenantId};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{
    both, fails, has_privileges, has_relationship, has_role, holds, is_csp, is_indirect, is_live, known,
};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

const SELLER: FieldRef = FieldRef::Subscription(SubscriptionField::Seller);
const RECORD: FieldRef = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
const SUPPORT: FieldRef = FieldRef::Subscription(SubscriptionField::SupportContact);

/// R-REL-001: who sells through CSP has an active reseller relationship with the customer.
pub(super) fn seller_is_related(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if holds(both(is_live(s), is_csp(s)), out) {
        related_seller(look, sale, out);
    }
}

/// R-REL-002: in the indirect model the provider and the reseller on record both have a relationship.
pub(super) fn both_are_related(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.partner_of_record.is_none() || !holds(both(is_live(s), is_indirect(s)), out) {
        return;
    }
    related_seller(look, sale, out);
    let Some(reseller) = sale.reseller else {
        return out.unknown(Key::Subscription(s.id), RECORD);
    };
    if fails(has_relationship(look.model, reseller.tenant, s.customer), out) {
        out.find(Reason::ResellerUnrelated, Some(Key::Partner(reseller.tenant)), Some(RECORD));
    }
}

fn related_seller(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let Some(seller) = s.seller else {
        return out.unknown(Key::Subscription(s.id), SELLER);
    };
    if fails(has_relationship(look.model, seller, s.customer), out) {
        out.find(Reason::SellerUnrelated, Some(Key::Partner(seller)), Some(SELLER));
    }
}

/// R-REL-008: the support contact is the seller, or a partner of the customer; a reseller needs admin privileges too,
/// which granular ones give today and delegated ones gave before.
pub(super) fn support_is_reachable(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let Some(contact) = s.support_contact.filter(|contact| s.seller != Some(*contact)) else { return };
    let other = Some(Key::Partner(contact));
    match known(has_relationship(look.model, contact, s.customer), out) {
        Some(false) => out.find(Reason::SupportUnrelated, other, Some(SUPPORT)),
        Some(true) if lacks_privileges(look, contact, s.customer, out) => {
            out.find(Reason::SupportWithoutPrivileges, other, Some(SUPPORT));
        }
        Some(true) | None => {}
    }
}

/// True for a reseller that is known to have no way into the customer's tenant.
fn lacks_privileges(look: &Look<'_>, contact: TenantId, customer: TenantId, out: &mut Out<'_>) -> bool {
    let reseller = |p: &Partner| has_role(p, &[Role::IndirectReseller]);
    let without = has_privileges(look.model, contact, customer).map(|has| !has);
    look.model.partner(contact).is_some_and(|p| holds(both(reseller(p), without), out))
}
