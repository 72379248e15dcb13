use crate::model::{
    AdminStatus, Change, Channel, Dap, Family, Key, Model, Origin, PartnerId, PartnershipState, Record,
    Relationship, RelationshipKind, RelationshipState, Role, Roles, Status, SubscriptionId, Verb,
};
use crate::rules::testing::{Books, Network, network};
use crate::rules::{Code, Reason, Severity};

fn of_sub(net: &Network, rule: Code) -> Vec<Reason> {
    net.books.reasons(rule, Key::Subscription(net.sub))
}

fn is_unjudged(net: &Network, rule: Code) -> bool {
    net.books.unjudged(rule, Key::Subscription(net.sub))
}

/// The relationship of the network's provider, or of its reseller.
fn relationship(net: &Network, partner: crate::model::TenantId) -> Relationship {
    net.books.model.relationships_between(partner, net.customer).next().unwrap().clone()
}

fn with_state(net: &mut Network, partner: crate::model::TenantId, state: RelationshipState) {
    let id = relationship(net, partner).id;
    net.books.edit_relationship(id, |r| r.state = state);
}

/// What a step is refused for, by one rule.
fn refused(model: &Model, verb: Verb, rule: Code, changes: impl Into<Vec<Change>>) -> Vec<(Key, Reason)> {
    let mut books = Books::new();
    books.model = model.clone();
    books.refused(verb, rule, &changes.into())
}

fn edit_sub(
    model: &Model,
    id: SubscriptionId,
    edit: impl FnOnce(&mut crate::model::Subscription),
) -> Vec<Change> {
    let before = model.subscription(id).unwrap().clone();
    let mut after = before.clone();
    edit(&mut after);
    vec![Change::edit(before, after)]
}

#[test]
fn r_rel_001_the_seller_needs_an_active_relationship() {
    let mut net = network();
    assert_eq!(of_sub(&net, Code::Rel001), []);
    let provider = net.provider;
    for state in [RelationshipState::Requested, RelationshipState::Removed] {
        with_state(&mut net, provider, state);
        assert_eq!(of_sub(&net, Code::Rel001), [Reason::SellerUnrelated]);
    }
    with_state(&mut net, provider, RelationshipState::Active);
    let id = relationship(&net, provider).id;
    net.books.edit_relationship(id, |r| r.kind = RelationshipKind::Advisor);
    assert_eq!(of_sub(&net, Code::Rel001), [Reason::SellerUnrelated]);
    net.books.edit_sub(net.sub, |s| s.status = Status::Pending);
    assert_eq!(of_sub(&net, Code::Rel001), [Reason::SellerUnrelated]);
    for status in [Status::Suspended, Status::Deleted, Status::Expired, Status::Disabled] {
        net.books.edit_sub(net.sub, |s| s.status = status);
        assert_eq!(of_sub(&net, Code::Rel001), []);
    }
}

#[test]
fn r_rel_001_is_not_about_other_channels_and_not_judged_without_facts() {
    let mut net = network();
    let provider = net.provider;
    with_state(&mut net, provider, RelationshipState::Removed);
    net.books.edit_sub(net.sub, |s| (s.channel, s.seller) = (Channel::Ea, None));
    assert_eq!((of_sub(&net, Code::Rel001), is_unjudged(&net, Code::Rel001)), (vec![], false));
    net.books.edit_sub(net.sub, |s| s.channel = Channel::CspDirect);
    assert_eq!((of_sub(&net, Code::Rel001), is_unjudged(&net, Code::Rel001)), (vec![], true));
    net.books.edit_sub(net.sub, |s| (s.channel, s.seller) = (Channel::Unknown, Some(provider)));
    assert_eq!((of_sub(&net, Code::Rel001), is_unjudged(&net, Code::Rel001)), (vec![], true));
    net.books.edit_sub(net.sub, |s| s.channel = Channel::CspIndirect);
    with_state(&mut net, provider, RelationshipState::read("resting"));
    assert_eq!((of_sub(&net, Code::Rel001), is_unjudged(&net, Code::Rel001)), (vec![], true));
}

#[test]
fn r_rel_002_both_partners_hold_a_relationship() {
    let mut net = network();
    assert_eq!(of_sub(&net, Code::Rel002), []);
    let (provider, reseller) = (net.provider, net.reseller);
    with_state(&mut net, reseller, RelationshipState::Requested);
    let found = net.books.graded(Code::Rel002, Key::Subscription(net.sub));
    assert_eq!(found, [(Reason::ResellerUnrelated, Severity::Warning)]);
    with_state(&mut net, provider, RelationshipState::Requested);
    assert_eq!(of_sub(&net, Code::Rel002), [Reason::SellerUnrelated, Reason::ResellerUnrelated]);
    net.books.edit_sub(net.sub, |s| s.status = Status::Suspended);
    assert_eq!(of_sub(&net, Code::Rel002), []);
}

#[test]
fn r_rel_002_is_not_judged_when_nobody_has_the_id_on_record() {
    let mut net = network();
    net.books.edit_sub(net.sub, |s| s.partner_of_record = Some("999999".into()));
    assert_eq!((of_sub(&net, Code::Rel002), is_unjudged(&net, Code::Rel002)), (vec![], true));
    net.books.edit_sub(net.sub, |s| s.partner_of_record = None);
    assert_eq!((of_sub(&net, Code::Rel002), is_unjudged(&net, Code::Rel002)), (vec![], false));
}

/// The network's provider is removed from its customer in one step, whatever else the step does.
fn removal(net: &Network, verb: Verb, more: Vec<Change>) -> Vec<(Key, Reason)> {
    let before = relationship(net, net.provider);
    let after = Relationship { state: RelationshipState::Removed, ..before.clone() };
    let changes: Vec<Change> = std::iter::once(Change::edit(before, after)).chain(more).collect();
    refused(&net.books.model, verb, Code::Rel003, changes)
}

#[test]
fn r_rel_003_nothing_is_left_running() {
    let mut net = network();
    let key = Key::Relationship(relationship(&net, net.provider).id);
    for verb in [Verb::RemoveRelationship, Verb::Edit] {
        assert_eq!(removal(&net, verb, vec![]), [(key, Reason::StillRunning)]);
    }
    assert_eq!(removal(&net, Verb::Import, vec![]), []);
    let suspends = edit_sub(&net.books.model, net.sub, |s| s.status = Status::Suspended);
    assert_eq!(removal(&net, Verb::Edit, suspends), []);
    for status in [Status::Suspended, Status::Deleted, Status::Expired, Status::Disabled] {
        net.books.edit_sub(net.sub, |s| s.status = status);
        assert_eq!(removal(&net, Verb::RemoveRelationship, vec![]), []);
    }
}

#[test]
fn r_rel_003_reservations_and_software_are_cancelled() {
    let mut net = network();
    let key = Key::Relationship(relationship(&net, net.provider).id);
    for family in [Family::Reservation, Family::SoftwarePerpetual, Family::SoftwareSubscription] {
        for status in [Status::Active, Status::None, Status::Suspended] {
            net.books.edit_sub(net.sub, |s| (s.family, s.status) = (family, status));
            assert_eq!(removal(&net, Verb::RemoveRelationship, vec![]), [(key, Reason::NotCancelled)]);
        }
        net.books.edit_sub(net.sub, |s| s.status = Status::Deleted);
        assert_eq!(removal(&net, Verb::RemoveRelationship, vec![]), []);
    }
    net.books.edit_sub(net.sub, |s| s.status = Status::read("resting"));
    assert_eq!(removal(&net, Verb::RemoveRelationship, vec![]), []);
}

#[test]
fn r_rel_003_a_reseller_leaves_the_provider_selling() {
    let net = network();
    let before = relationship(&net, net.reseller);
    let key = Key::Relationship(relationship(&net, net.provider).id);
    assert_eq!(refused(&net.books.model, Verb::Remove, Code::Rel003, vec![Change::remove(before)]), []);
    let provider = relationship(&net, net.provider);
    let refusal = refused(&net.books.model, Verb::Remove, Code::Rel003, vec![Change::remove(provider)]);
    assert_eq!(refusal, [(key, Reason::StillRunning)]);
}

#[test]
fn r_rel_003_one_of_two_records_of_a_pair_may_go() {
    let mut net = network();
    net.books.relationship(net.provider, net.customer);
    assert_eq!(removal(&net, Verb::RemoveRelationship, vec![]), []);
}

fn typed(net: &mut Network, edit: impl FnOnce(&mut Relationship)) -> Vec<Reason> {
    let id = relationship(net, net.reseller).id;
    net.books.edit_relationship(id, |r| {
        r.origin = Origin::Typed;
        edit(r);
    });
    net.books.reasons(Code::Rel004, Key::Relationship(id))
}

#[test]
fn r_rel_004_acceptance_is_the_customers_act() {
    let mut net = network();
    let days = |r: &mut Relationship, requested: &str, accepted: &str| {
        (r.requested_on, r.accepted_on) = (requested.parse().ok(), accepted.parse().ok());
    };
    assert_eq!(typed(&mut net, |r| days(r, "2026-05-01", "2026-05-04")), []);
    assert_eq!(typed(&mut net, |r| days(r, "2026-05-04", "2026-05-04")), []);
    assert_eq!(typed(&mut net, |r| days(r, "", "2026-05-04")), []);
    assert_eq!(typed(&mut net, |r| days(r, "2026-05-01", "")), [Reason::CustomerDidNotAccept]);
    assert_eq!(typed(&mut net, |r| days(r, "2026-05-05", "2026-05-04")), [Reason::AcceptedBeforeRequested]);
    assert_eq!(typed(&mut net, |r| (r.state, r.accepted_on) = (RelationshipState::Requested, None)), []);
    for origin in [Origin::Imported, Origin::Extension] {
        assert_eq!(typed(&mut net, |r| (r.state, r.origin) = (RelationshipState::Active, origin)), []);
    }
}

#[test]
fn r_rel_004_resellers_create_no_tenants() {
    let mut net = network();
    let (provider, reseller, customer) = (net.provider, net.reseller, net.customer);
    assert_eq!(typed(&mut net, |r| r.origin = Origin::CreatedTenant), [Reason::CreatedByReseller]);
    let by_reseller = Key::Relationship(relationship(&net, reseller).id);
    net.books.edit_customer(customer, |c| c.associated_partner = Some(reseller));
    assert_eq!(net.books.reasons(Code::Rel004, by_reseller), []);
    net.books.edit_customer(customer, |c| c.associated_partner = None);
    net.books.edit_partner(reseller, |p| p.roles = Roles::default());
    assert_eq!(net.books.reasons(Code::Rel004, by_reseller), []);
    assert!(net.books.unjudged(Code::Rel004, by_reseller));
    let by_provider = relationship(&net, provider).id;
    net.books.edit_relationship(by_provider, |r| r.origin = Origin::CreatedTenant);
    assert_eq!(net.books.reasons(Code::Rel004, Key::Relationship(by_provider)), []);
}

#[test]
fn r_rel_004_removed_comes_back_by_request_only() {
    let mut net = network();
    let reseller = net.reseller;
    with_state(&mut net, reseller, RelationshipState::Removed);
    let before = relationship(&net, reseller);
    let to = |state| vec![Change::edit(before.clone(), Relationship { state, ..before.clone() })];
    let refused = |verb, state| refused(&net.books.model, verb, Code::Rel004, to(state));
    let key = Key::Relationship(before.id);
    assert_eq!(refused(Verb::Edit, RelationshipState::Active), [(key, Reason::RevivedWithoutRequest)]);
    assert_eq!(refused(Verb::Edit, RelationshipState::Requested), []);
    assert_eq!(refused(Verb::Import, RelationshipState::Active), []);
}

#[test]
fn r_rel_005_an_indirect_sale_has_a_partner_of_record() {
    let mut net = network();
    assert_eq!(of_sub(&net, Code::Rel005), []);
    net.books.edit_sub(net.sub, |s| s.partner_of_record = PartnerId::imported("-1"));
    let found = net.books.graded(Code::Rel005, Key::Subscription(net.sub));
    assert_eq!(found, [(Reason::NobodyOnRecord, Severity::Warning)]);
    net.books.edit_sub(net.sub, |s| s.status = Status::Deleted);
    assert_eq!(of_sub(&net, Code::Rel005), []);
    net.books.edit_sub(net.sub, |s| (s.status, s.channel) = (Status::Active, Channel::CspDirect));
    assert_eq!(of_sub(&net, Code::Rel005), []);
    net.books.edit_sub(net.sub, |s| s.channel = Channel::Unknown);
    assert_eq!((of_sub(&net, Code::Rel005), is_unjudged(&net, Code::Rel005)), (vec![], true));
}

#[test]
fn r_rel_006_the_partner_of_record_is_a_reseller() {
    let mut net = network();
    assert_eq!(of_sub(&net, Code::Rel006), []);
    let own = net.books.model.partner(net.provider).unwrap().partner_id.clone();
    net.books.edit_sub(net.sub, |s| s.partner_of_record = own);
    assert_eq!(of_sub(&net, Code::Rel006), [Reason::RecordIsSeller]);
    let other = net.books.provider("Soleil Distribution", "FR");
    let id = net.books.model.partner(other).unwrap().partner_id.clone();
    net.books.edit_sub(net.sub, |s| s.partner_of_record.clone_from(&id));
    assert_eq!(of_sub(&net, Code::Rel006), [Reason::RecordIsNoReseller]);
    net.books.edit_partner(other, |p| p.roles = [Role::DirectBill].into());
    assert_eq!(of_sub(&net, Code::Rel006), []);
    net.books.edit_sub(net.sub, |s| s.partner_of_record = Some("999999".into()));
    assert_eq!((of_sub(&net, Code::Rel006), is_unjudged(&net, Code::Rel006)), (vec![], false));
}

#[test]
fn r_rel_006_only_on_indirect_sales() {
    let mut net = network();
    for channel in [Channel::CspDirect, Channel::Ea] {
        net.books.edit_sub(net.sub, |s| s.channel = channel);
        assert_eq!(of_sub(&net, Code::Rel006), [Reason::RecordOffIndirect]);
    }
    net.books.edit_sub(net.sub, |s| s.channel = Channel::Unknown);
    assert_eq!((of_sub(&net, Code::Rel006), is_unjudged(&net, Code::Rel006)), (vec![], true));
    net.books.edit_sub(net.sub, |s| (s.channel, s.partner_of_record) = (Channel::CspDirect, None));
    assert_eq!((of_sub(&net, Code::Rel006), is_unjudged(&net, Code::Rel006)), (vec![], false));
}

#[test]
fn r_rel_006_is_not_judged_without_roles_or_the_sellers_id() {
    let mut net = network();
    net.books.edit_partner(net.reseller, |p| p.roles = Roles::default());
    assert_eq!((of_sub(&net, Code::Rel006), is_unjudged(&net, Code::Rel006)), (vec![], true));
    let mut net = network();
    net.books.edit_partner(net.provider, |p| p.partner_id = None);
    assert_eq!((of_sub(&net, Code::Rel006), is_unjudged(&net, Code::Rel006)), (vec![], true));
}

/// A second reseller is put on record.
fn put_on_record(
    net: &mut Network,
    country: &str,
    state: Option<PartnershipState>,
    verb: Verb,
) -> Vec<Reason> {
    let other = net.books.reseller("Fabrikam", country);
    if let Some(state) = state {
        let id = net.books.partnership(net.provider, other);
        net.books.edit_partnership(id, |p| p.state = state);
    }
    let id = net.books.model.partner(other).unwrap().partner_id.clone();
    let changes = edit_sub(&net.books.model, net.sub, |s| s.partner_of_record = id);
    let found = refused(&net.books.model, verb, Code::Rel007, changes);
    assert!(found.iter().all(|(key, _)| *key == Key::Subscription(net.sub)));
    found.into_iter().map(|(_, reason)| reason).collect()
}

#[test]
fn r_rel_007_the_seller_works_with_the_reseller_on_record() {
    use PartnershipState::{Active, Ended, Invited};
    for verb in [Verb::SetPartnerOfRecord, Verb::Edit] {
        assert_eq!(put_on_record(&mut network(), "FR", Some(Active), verb), []);
        for state in [Some(Invited), Some(Ended), None] {
            assert_eq!(put_on_record(&mut network(), "FR", state, verb), [Reason::NoPartnership]);
        }
        assert_eq!(put_on_record(&mut network(), "US", Some(Active), verb), [Reason::ResellerInOtherRegion]);
        assert_eq!(put_on_record(&mut network(), "", Some(Active), verb), []);
        let unlisted = PartnershipState::read("resting");
        assert_eq!(put_on_record(&mut network(), "FR", Some(unlisted), verb), []);
    }
    assert_eq!(put_on_record(&mut network(), "FR", None, Verb::Import), []);
}

#[test]
fn r_rel_007_nobody_with_the_id_is_a_failure() {
    let net = network();
    let to = |id: &str| {
        let changes = edit_sub(&net.books.model, net.sub, |s| s.partner_of_record = Some(id.into()));
        refused(&net.books.model, Verb::Edit, Code::Rel007, changes)
    };
    assert_eq!(to("999999"), [(Key::Subscription(net.sub), Reason::RecordUnknown)]);
    let own = net.books.model.partner(net.reseller).unwrap().partner_id.clone().unwrap();
    assert_eq!(to(&format!("00{}", own.canonical())), []);
}

#[test]
fn r_rel_007_judges_what_changes_only() {
    let mut net = network();
    let id = net.books.model.partnerships_between(net.provider, net.reseller).next().unwrap().id;
    net.books.edit_partnership(id, |p| p.state = PartnershipState::Ended);
    let model = &net.books.model;
    let changes = edit_sub(model, net.sub, |s| s.quantity = Some(7));
    assert_eq!(refused(model, Verb::Edit, Code::Rel007, changes), []);
    let changes = edit_sub(model, net.sub, |s| s.partner_of_record = None);
    assert_eq!(refused(model, Verb::Edit, Code::Rel007, changes), []);
    let fresh = crate::model::Subscription {
        id: SubscriptionId(crate::model::Guid::own(9)),
        ..model.subscription(net.sub).unwrap().clone()
    };
    let key = Key::Subscription(fresh.id);
    let found = refused(model, Verb::AddSubscription, Code::Rel007, vec![Change::add(fresh)]);
    assert_eq!(found, [(key, Reason::NoPartnership)]);
}

#[test]
fn r_rel_007_another_seller_puts_the_reseller_on_record_anew() {
    let mut net = network();
    let other = net.books.provider("Soleil Distribution", "FR");
    let changes = edit_sub(&net.books.model, net.sub, |s| s.seller = Some(other));
    let found = refused(&net.books.model, Verb::Edit, Code::Rel007, changes);
    assert_eq!(found, [(Key::Subscription(net.sub), Reason::NoPartnership)]);
}

#[test]
fn r_rel_008_the_support_contact_can_be_reached() {
    let mut net = network();
    let (provider, reseller, customer) = (net.provider, net.reseller, net.customer);
    let with = |net: &mut Network, contact| {
        net.books.edit_sub(net.sub, |s| s.support_contact = contact);
        of_sub(net, Code::Rel008)
    };
    assert_eq!(with(&mut net, None), []);
    assert_eq!(with(&mut net, Some(provider)), []);
    assert_eq!(with(&mut net, Some(reseller)), [Reason::SupportWithoutPrivileges]);
    let admin = net.books.admin(reseller, customer, "Support");
    assert_eq!(with(&mut net, Some(reseller)), []);
    net.books.edit_admin(admin, |a| a.status = AdminStatus::Terminated);
    assert_eq!(with(&mut net, Some(reseller)), [Reason::SupportWithoutPrivileges]);
    let id = relationship(&net, reseller).id;
    net.books.edit_relationship(id, |r| r.dap = Dap::Granted);
    assert_eq!(with(&mut net, Some(reseller)), []);
    net.books.edit_relationship(id, |r| r.state = RelationshipState::Removed);
    assert_eq!(with(&mut net, Some(reseller)), [Reason::SupportUnrelated]);
    let other = net.books.direct_bill("Fabrikam", "FR");
    net.books.relationship(other, customer);
    assert_eq!(with(&mut net, Some(other)), []);
}

#[test]
fn r_rel_008_is_not_judged_without_facts() {
    let mut net = network();
    let (reseller, customer) = (net.reseller, net.customer);
    net.books.edit_sub(net.sub, |s| s.support_contact = Some(reseller));
    net.books.edit_partner(reseller, |p| p.roles = Roles::default());
    assert_eq!((of_sub(&net, Code::Rel008), is_unjudged(&net, Code::Rel008)), (vec![], true));
    let mut net = network();
    net.books.edit_sub(net.sub, |s| s.support_contact = Some(reseller));
    let admin = net.books.admin(reseller, customer, "Support");
    net.books.edit_admin(admin, |a| a.partner = None);
    assert_eq!((of_sub(&net, Code::Rel008), is_unjudged(&net, Code::Rel008)), (vec![], true));
}

#[test]
fn r_rel_009_duties_survive_lost_permissions() {
    let mut net = network();
    let (reseller, customer) = (net.reseller, net.customer);
    let id = relationship(&net, reseller).id;
    let found = |net: &Network| net.books.graded(Code::Rel009, Key::Relationship(id));
    assert_eq!(found(&net), []);
    net.books.edit_relationship(id, |r| r.dap = Dap::RemovedByCustomer);
    assert_eq!(found(&net), [(Reason::DutyWithoutAccess, Severity::Hint)]);
    let admin = net.books.admin(reseller, customer, "Support");
    assert_eq!(found(&net), []);
    net.books.edit_admin(admin, |a| a.partner = None);
    assert!(found(&net).is_empty() && net.books.unjudged(Code::Rel009, Key::Relationship(id)));
    net.books.edit_admin(admin, |a| a.status = AdminStatus::Expired);
    assert_eq!(found(&net), [(Reason::DutyWithoutAccess, Severity::Hint)]);
    net.books.edit_relationship(id, |r| r.state = RelationshipState::Removed);
    assert_eq!(found(&net), []);
}

#[test]
fn a_provider_that_gets_its_real_id_moves_nothing() {
    let mut net = network();
    let id = net.books.model.partnerships_between(net.provider, net.reseller).next().unwrap().id;
    net.books.edit_partnership(id, |p| p.state = PartnershipState::Ended);
    net.books.edit_sub(net.sub, |s| s.family = Family::LicenseLegacy);
    let real = crate::model::TenantId(net.books.guid());
    let model = &net.books.model;
    let before = model.partner(net.provider).unwrap().clone();
    let after = crate::model::Partner { tenant: real, ..before.clone() };
    let mut changes = vec![Change::remove(before), Change::add(after)];
    changes.extend(edit_sub(model, net.sub, |s| s.seller = Some(real)));
    let mut moved = relationship(&net, net.provider);
    moved.partner = real;
    changes.push(Change {
        before: Some(relationship(&net, net.provider).into()),
        after: Some(Record::from(moved)),
    });
    for rule in [Code::Rel003, Code::Rel007, Code::Mc002, Code::Mp001] {
        assert_eq!(refused(model, Verb::Edit, rule, changes.clone()), []);
    }
}
