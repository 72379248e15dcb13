//! OP-17, OP-19, OP-30.

use super::*;

#[test]
fn op_17_a_further_provider_is_a_partnership_and_nothing_else() {
    let mut two = two();
    let third = two.books.provider("Meridian Supply", "DE");
    let id = crate::model::PartnershipId::of(third, two.reseller, 0);
    let step = add_provider(two.model(), today(), two.reseller, third, None);
    let after = done(two.model(), step, Verb::AddProvider, &[Key::Partnership(id)]);
    assert!(after.are_partners(third, two.reseller) && after.are_partners(two.source, two.reseller));
    let again = add_provider(&after, today(), two.reseller, third, None);
    assert_eq!(again, Err(Impossible::Nothing));
}

#[test]
fn op_17_an_open_invitation_is_accepted_and_the_old_partnership_ends() {
    let mut two = two();
    let third = two.books.provider("Meridian Supply", "DE");
    let invited = after(two.model(), &invite_reseller(two.model(), today(), third, two.reseller).unwrap());
    let step = add_provider(&invited, today(), two.reseller, third, Some(two.source)).unwrap();
    let changed = after(&invited, &step);
    assert!(changed.are_partners(third, two.reseller) && !changed.are_partners(two.source, two.reseller));
    assert_eq!(partnerships(&changed, third, two.reseller).len(), 1);
    let nobody = TenantId::default();
    let step = add_provider(two.model(), today(), two.reseller, third, Some(nobody));
    assert_eq!(step, Err(Impossible::NothingOpen(Verb::EndPartnership, Key::Partner(two.reseller))));
}

/// A direct-bill partner with a licence of old, its add-on, an Azure subscription of old, and one of new commerce.
fn direct() -> (Two, TenantId, [SubscriptionId; 4]) {
    let mut two = two();
    let direct = two.books.direct_bill("Helvia Direct", "DE");
    let customer = two.books.customer("Vidal", "FR");
    two.books.relationship(direct, customer);
    let families = [Family::LicenseLegacy, Family::LicenseLegacy, Family::AzureLegacy, Family::LicenseNce];
    let ids = families.map(|family| {
        let id = two.books.sub(customer, direct, None);
        two.books.edit_sub(id, |s| s.family = family);
        id
    });
    two.books.edit_sub(ids[1], |s| s.parent = Some(ids[0]));
    (two, direct, ids)
}

#[test]
fn op_19_a_direct_bill_partner_becomes_a_reseller_with_its_customers_by_extension() {
    let (two, direct, [licence, add_on, azure, nce]) = direct();
    let moves = move_indirectly(two.model(), direct);
    assert_eq!(moves, [licence, azure], "add-ons go along, new commerce has its own way");
    let step = go_indirect(two.model(), today(), direct, two.target, &moves).unwrap();
    let after = after(two.model(), &step);
    let partner = after.partner(direct).unwrap();
    assert!(partner.is_reseller() && partner.is_direct_bill() && after.are_partners(two.target, direct));
    let customer = after.subscription(licence).unwrap().customer;
    let extension = &relationships(&after, two.target, customer)[0];
    assert_eq!((extension.origin, extension.dap), (Origin::Extension, Dap::NotRequested));
    let [new, with] = [licence, add_on].map(|id| successor(&after, id));
    assert_eq!((new.seller, &new.partner_of_record), (Some(two.target), &partner.partner_id));
    assert_eq!((new.channel, with.parent), (Channel::CspIndirect, Some(new.id)));
    assert_eq!(after.subscription(licence).unwrap().status, Status::Suspended);
    assert_eq!(after.subscription(azure).unwrap().status, Status::Deleted);
    assert_eq!(successor(&after, azure).entitlement_id, Some(azure.0));
    assert_eq!(after.subscription(nce), two.model().subscription(nce));
    let t = &transfers(&after)[0];
    assert_eq!((t.kind, t.requested_by), (TransferKind::DirectToIndirect, Some(direct)));
}

#[test]
fn op_19_is_for_direct_bill_partners_and_what_moves_so() {
    let (two, direct, [_, _, _, nce]) = direct();
    let step = go_indirect(two.model(), today(), two.reseller, two.target, &[]);
    assert_eq!(step, Err(Impossible::NotDirectBill(two.reseller)));
    let step = go_indirect(two.model(), today(), direct, two.target, &[nce]);
    assert_eq!(step, Err(Impossible::Held(nce, Hold::NotTransferable)));
}

#[test]
fn op_30_the_same_runs_at_the_other_account_and_is_suspended_at_the_old_one_the_same_day() {
    let mut two = two();
    let reservation = two.sold(Family::Reservation);
    let group = two.books.group(&[two.source, two.target]);
    let step = consolidate_tenants(two.model(), today(), two.source, two.target).unwrap();
    let after = after(two.model(), &step);
    let (old, new) = (after.subscription(two.sub).unwrap(), successor(&after, two.sub));
    assert_eq!((old.status, old.suspended_on), (Status::Suspended, Some(today())));
    assert_eq!((new.seller, new.status), (Some(two.target), Status::Active));
    assert_eq!(new.partner_of_record, old.partner_of_record);
    assert!(after.is_reseller_of(two.source, two.customer), "the customer stays in the list");
    assert_eq!(after.subscription(reservation), two.model().subscription(reservation));
    let other = two.books.group(&[two.target]);
    assert_ne!(group, other);
    let step = consolidate_tenants(two.model(), today(), two.source, two.target);
    assert_eq!(step, Err(Impossible::NotOneCompany(two.source, two.target)));
}

#[test]
fn op_30_an_account_is_not_consolidated_with_itself() {
    let two = two();
    let step = consolidate_tenants(two.model(), today(), two.source, two.source);
    assert_eq!(step, Err(Impossible::NotOneCompany(two.source, two.source)));
}
