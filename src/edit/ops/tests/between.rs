//! Partnerships and relationships.

use super::*;

/// An everyday network and one more reseller without any tie.
fn with_stranger() -> (Network, TenantId) {
    let mut net = network();
    let stranger = net.books.reseller("Sud Conseil", "FR");
    (net, stranger)
}

#[test]
fn op_01_an_invitation_is_one_new_record() {
    let (net, sud) = with_stranger();
    let model = &net.books.model;
    let id = crate::model::PartnershipId::of(net.provider, sud, 0);
    let step = invite_reseller(model, today(), net.provider, sud);
    let after = done(model, step, Verb::InviteReseller, &[Key::Partnership(id)]);
    let invited = Partnership {
        id,
        provider: net.provider,
        reseller: sud,
        state: PartnershipState::Invited,
        invited_on: Some(today()),
        origin: Origin::Typed,
        ..Partnership::default()
    };
    assert_eq!(partnerships(&after, net.provider, sud), [invited]);
}

#[test]
fn op_01_names_partners_of_the_book() {
    let net = network();
    let nobody = TenantId::default();
    let step = invite_reseller(&net.books.model, today(), net.provider, nobody);
    assert_eq!(step, Err(Impossible::Gone(Key::Partner(nobody))));
}

#[test]
fn op_02_acceptance_gives_the_provider_access_and_changes_nothing_else() {
    let (net, sud) = with_stranger();
    let invited =
        after(&net.books.model, &invite_reseller(&net.books.model, today(), net.provider, sud).unwrap());
    let before = &partnerships(&invited, net.provider, sud)[0];
    let step = accept_partnership(&invited, today().plus(2), before.id);
    let accepted = done(&invited, step, Verb::AcceptPartnership, &[Key::Partnership(before.id)]);
    let expected = Partnership {
        state: PartnershipState::Active,
        accepted_on: Some(today().plus(2)),
        provider_has_access: true,
        ..before.clone()
    };
    assert_eq!(partnerships(&accepted, net.provider, sud), [expected]);
}

#[test]
fn a_withdrawn_invitation_is_ended() {
    let (net, sud) = with_stranger();
    let invited =
        after(&net.books.model, &invite_reseller(&net.books.model, today(), net.provider, sud).unwrap());
    let id = partnerships(&invited, net.provider, sud)[0].id;
    let step = withdraw_invitation(&invited, today(), id);
    let withdrawn = done(&invited, step, Verb::WithdrawInvitation, &[Key::Partnership(id)]);
    let p = &partnerships(&withdrawn, net.provider, sud)[0];
    assert_eq!((p.state, p.accepted_on, p.ended_on), (PartnershipState::Ended, None, Some(today())));
}

#[test]
fn op_18_ending_leaves_customers_subscriptions_and_records_alone() {
    let net = network();
    let model = &net.books.model;
    let id = partnerships(model, net.provider, net.reseller)[0].id;
    let step = end_partnership(model, today(), id);
    let ended = done(model, step, Verb::EndPartnership, &[Key::Partnership(id)]);
    let p = &partnerships(&ended, net.provider, net.reseller)[0];
    assert_eq!((p.state, p.ended_on), (PartnershipState::Ended, Some(today())));
}

#[test]
fn an_ended_partnership_is_not_accepted_but_invited_anew() {
    let net = network();
    let model = &net.books.model;
    let id = partnerships(model, net.provider, net.reseller)[0].id;
    let ended = after(model, &end_partnership(model, today(), id).unwrap());
    assert_eq!(
        accept_partnership(&ended, today(), id),
        Err(Impossible::Standing {
            step: Verb::AcceptPartnership,
            of: Key::Partnership(id),
            now: Standing::Partnership(PartnershipState::Ended),
            next: &[Verb::InviteReseller],
        })
    );
    assert!(matches!(end_partnership(&ended, today(), id), Err(Impossible::Standing { .. })));
    let again = after(&ended, &invite_reseller(&ended, today(), net.provider, net.reseller).unwrap());
    assert_eq!(partnerships(&again, net.provider, net.reseller).len(), 2);
}

#[test]
fn op_03_a_request_is_one_new_record() {
    let (net, sud) = with_stranger();
    let model = &net.books.model;
    let id = RelationshipId::of(sud, net.customer, 0);
    for ask in [Ask::Relationship, Ask::WithPrivileges] {
        let step = request_relationship(model, today(), sud, net.customer, Through::Alone, ask);
        let after = done(model, step, Verb::RequestRelationship, &[Key::Relationship(id)]);
        let r = &relationships(&after, sud, net.customer)[0];
        let state = (r.state, r.requested_on, r.accepted_on, r.origin, r.via_provider);
        assert_eq!(state, (RelationshipState::Requested, Some(today()), None, Origin::Typed, None));
        assert_eq!(r.dap, Dap::NotRequested, "there are no delegated privileges any more");
    }
}

#[test]
fn op_03_asks_for_privileges_only_where_there_are_some() {
    let (mut net, sud) = with_stranger();
    let dap = |model: &Model, day, ask| {
        let step = request_relationship(model, day, sud, net.customer, Through::Alone, ask).unwrap();
        relationships(&after(model, &step), sud, net.customer)[0].dap
    };
    let before = day("2023-05-21");
    assert_eq!(dap(&net.books.model, before, Ask::WithPrivileges), Dap::Requested);
    assert_eq!(dap(&net.books.model, before, Ask::Relationship), Dap::NotRequested);
    assert_eq!(dap(&net.books.model, before.plus(1), Ask::WithPrivileges), Dap::NotRequested);
    net.books.edit_customer(net.customer, |c| c.cloud = Cloud::China21Vianet);
    assert_eq!(dap(&net.books.model, today(), Ask::WithPrivileges), Dap::Requested);
}

#[test]
fn op_04_acceptance_grants_what_was_requested() {
    let (net, sud) = with_stranger();
    let then = day("2021-05-01");
    let model = &net.books.model;
    let step = request_relationship(model, then, sud, net.customer, Through::Alone, Ask::WithPrivileges);
    let requested = after(model, &step.unwrap());
    let id = RelationshipId::of(sud, net.customer, 0);
    let step = accept_relationship(&requested, then.plus(3), id);
    let accepted = done(&requested, step, Verb::AcceptRelationship, &[Key::Relationship(id)]);
    let r = &relationships(&accepted, sud, net.customer)[0];
    let state = (r.state, r.accepted_on, r.dap);
    assert_eq!(state, (RelationshipState::Active, Some(then.plus(3)), Dap::Granted));
    assert!(matches!(accept_relationship(&accepted, then, id), Err(Impossible::Standing { .. })));
}

#[test]
fn op_03_04_reseller_and_provider_at_once_are_two_linked_relationships() {
    let (mut net, sud) = with_stranger();
    net.books.partnership(net.provider, sud);
    let customer = net.books.customer("Vidal", "FR");
    let model = &net.books.model;
    let through = Through::Provider(net.provider);
    let keys = [sud, net.provider].map(|p| Key::Relationship(RelationshipId::of(p, customer, 0)));
    let step = request_relationship(model, today(), sud, customer, through, Ask::Relationship);
    let requested = done(model, step, Verb::RequestRelationship, &keys);
    assert_eq!(relationships(&requested, sud, customer)[0].via_provider, Some(net.provider));
    // Either record stands for the one invitation.
    for id in [sud, net.provider].map(|p| RelationshipId::of(p, customer, 0)) {
        let accepted =
            done(&requested, accept_relationship(&requested, today(), id), Verb::AcceptRelationship, &keys);
        assert!(accepted.is_reseller_of(sud, customer) && accepted.is_reseller_of(net.provider, customer));
        done(&requested, withdraw_request(&requested, today(), id), Verb::WithdrawRequest, &keys);
    }
}

#[test]
fn op_03_at_once_asks_only_for_what_is_missing() {
    let (mut net, sud) = with_stranger();
    net.books.partnership(net.provider, sud);
    let model = &net.books.model;
    let through = Through::Provider(net.provider);
    let of_reseller = RelationshipId::of(sud, net.customer, 0);
    let step = request_relationship(model, today(), sud, net.customer, through, Ask::Relationship);
    done(model, step, Verb::RequestRelationship, &[Key::Relationship(of_reseller)]);
    let both_there =
        request_relationship(model, today(), net.reseller, net.customer, through, Ask::Relationship);
    assert!(matches!(both_there, Err(Impossible::Standing { .. })));
}

#[test]
fn op_03_at_once_needs_a_partnership() {
    let (net, sud) = with_stranger();
    let through = Through::Provider(net.provider);
    let step = request_relationship(&net.books.model, today(), sud, net.customer, through, Ask::Relationship);
    assert_eq!(step, Err(Impossible::NotPartners { provider: net.provider, reseller: sud }));
}

#[test]
fn op_03_asks_nobody_twice_but_again_after_a_removal() {
    let net = network();
    let model = &net.books.model;
    let (partner, customer) = (net.reseller, net.customer);
    let ask = |model: &Model| {
        request_relationship(model, today(), partner, customer, Through::Alone, Ask::Relationship)
    };
    let id = RelationshipId::of(partner, customer, 0);
    let standing = Standing::Relationship(RelationshipState::Active);
    assert_eq!(
        ask(model),
        Err(Impossible::standing(Verb::RequestRelationship, Key::Relationship(id), standing))
    );
    let step = remove_relationship(model, today(), id, DapAfter::Removed).unwrap();
    let again = after(&after(model, &step), &ask(&after(model, &step)).unwrap());
    assert_eq!(relationships(&again, partner, customer).len(), 2);
}

#[test]
fn op_08_a_further_partner_is_one_active_relationship() {
    let (net, sud) = with_stranger();
    let model = &net.books.model;
    let id = RelationshipId::of(sud, net.customer, 0);
    let step = add_partner(model, today(), sud, net.customer, Through::Alone, Ask::Relationship);
    let after = done(model, step, Verb::AddPartner, &[Key::Relationship(id)]);
    let r = &relationships(&after, sud, net.customer)[0];
    assert!(r.is_active_reseller());
    assert_eq!((r.requested_on, r.accepted_on), (Some(today()), Some(today())));
}

#[test]
fn op_20_removal_drops_the_support_contact_and_leaves_the_rest() {
    let mut net = network();
    let admin = net.books.admin(net.reseller, net.customer, "support");
    let other = net.books.sub(net.customer, net.provider, Some(net.reseller));
    net.books.edit_sub(net.sub, |s| s.support_contact = Some(net.reseller));
    net.books.edit_sub(other, |s| s.support_contact = Some(net.provider));
    let id = RelationshipId::of(net.reseller, net.customer, 0);
    net.books.edit_relationship(id, |r| r.dap = Dap::Granted);
    let model = &net.books.model;
    let keys = [Key::Relationship(id), Key::Subscription(net.sub)];
    for (dap, left) in [(DapAfter::Removed, Dap::NotRequested), (DapAfter::LeftInPlace, Dap::Granted)] {
        let step = remove_relationship(model, today(), id, dap);
        let after = done(model, step, Verb::RemoveRelationship, &keys);
        let r = &relationships(&after, net.reseller, net.customer)[0];
        assert_eq!((r.state, r.removed_on, r.dap), (RelationshipState::Removed, Some(today()), left));
        let before = model.subscription(net.sub).unwrap().clone();
        let expected = Subscription { support_contact: None, ..before };
        assert_eq!(after.subscription(net.sub), Some(&expected));
        assert!(after.contains(Key::Admin(admin)));
    }
}
