//! The eight scenarios of the programme's documentation (rules.md 3.1) and the statements of the seed (3.2), each done
//! as a user does it: operations, one door, the real rules.

mod network;
mod seed;

use network::{Network, agreed, azure, further, office, purchase, request};
use partnerbook::edit::ops::{Purchase, Terms, Through};
use partnerbook::edit::{Do, Does, FixKind, Intent, Slot, fix_and_choose, fixes};
use partnerbook::model::{
    Channel, Group, GroupId, Guid, Key, Model, PartnershipState, Role, SubscriptionId, TableName, TenantId,
};
use partnerbook::rules::{Code, Reason, Severity};

/// Every record of a book but those of one table that were not there before.
fn assert_only_added(before: &Model, after: &Model, table: TableName) {
    for key in before.keys() {
        assert_eq!(before.get(key), after.get(key), "{key} has changed");
    }
    let added = after.keys().filter(|key| !before.contains(*key));
    assert!(added.into_iter().all(|key| key.table() == table));
}

#[test]
fn scenario_1_a_direct_bill_partner_sells_and_owns_the_relationship() {
    let mut net = Network::new();
    let (alpina, vidal) = (net.direct_bill("Alpina", "DE"), net.customer("Vidal", "FR"));
    let direct = Purchase::Direct { seller: alpina };
    assert_eq!(net.refused(&purchase(vidal, direct, office())), [Code::Rel001]);
    net.related(alpina, vidal, Through::Alone);
    net.bought(vidal, direct, office());
    net.assert_clean();
}

#[test]
fn scenario_1_a_reseller_sells_what_its_provider_buys() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let vidal = net.customer("Vidal", "FR");
    net.indirect(nordlys, sud, vidal);
    let id = net.bought(vidal, Purchase::Indirect { seller: nordlys, reseller: Some(sud) }, office());
    assert_eq!(net.book.findings().on(Key::Subscription(id)), []);
    net.assert_clean();
}

#[test]
fn scenario_2_a_customer_takes_a_service_of_another_partner() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let (vidal, alpina) = (net.customer("Vidal", "FR"), net.direct_bill("Alpina", "DE"));
    net.indirect(nordlys, sud, vidal);
    net.bought(vidal, Purchase::Indirect { seller: nordlys, reseller: Some(sud) }, office());
    let before = net.model().clone();
    net.done(&further(alpina, vidal));
    assert_only_added(&before, net.model(), TableName::Relationship);
    let before = net.model().clone();
    net.bought(vidal, Purchase::Direct { seller: alpina }, azure());
    assert_only_added(&before, net.model(), TableName::Subscription);
    net.assert_clean();
}

#[test]
fn scenario_3_a_customer_hires_a_partner_for_what_it_bought_elsewhere() {
    let mut net = Network::new();
    let (alpina, vidal) = (net.direct_bill("Alpina", "DE"), net.customer("Vidal", "FR"));
    let id = net.bought(vidal, Purchase::Elsewhere(Channel::Ea), azure());
    let support = Intent::SupportElsewhere { partner: alpina, subscription: id };
    assert_eq!(net.refused(&support), [Code::Mc001]);
    net.done(&further(alpina, vidal));
    assert_eq!(net.refused(&support), [Code::Mc001], "privileges are missing");
    net.done(&Intent::GrantPrivileges { partner: alpina, customer: vidal });
    let before = net.sub(id);
    net.done(&support);
    assert_eq!(net.sub(id).supported_by, Some(alpina));
    let note_alone = partnerbook::model::Subscription { supported_by: None, ..net.sub(id) };
    assert_eq!(note_alone, before);
}

#[test]
fn scenario_3_what_another_partner_sold_through_csp_is_not_taken_over() {
    let mut net = Network::new();
    let (alpina, vidal) = (net.direct_bill("Alpina", "DE"), net.customer("Vidal", "FR"));
    let meridian = net.direct_bill("Meridian", "FR");
    net.related(meridian, vidal, Through::Alone);
    let id = net.bought(vidal, Purchase::Direct { seller: meridian }, office());
    net.done(&further(alpina, vidal));
    net.done(&Intent::GrantPrivileges { partner: alpina, customer: vidal });
    let support = Intent::SupportElsewhere { partner: alpina, subscription: id };
    assert_eq!(net.refused(&support), [Code::Mc001]);
}

#[test]
fn scenario_3_the_picker_adds_what_support_needs() {
    let mut net = Network::new();
    let (alpina, vidal) = (net.direct_bill("Alpina", "DE"), net.customer("Vidal", "FR"));
    let id = net.bought(vidal, Purchase::Elsewhere(Channel::Ea), azure());
    let slot = Slot::Supporter { subscription: id };
    assert!(!slot.verdict(&mut net.book, Key::Partner(alpina)).allows());
    let step = fix_and_choose(&mut net.book, &slot, Key::Partner(alpina)).unwrap();
    assert_eq!(step.changes.len(), 3, "relationship, privileges, the note");
    let _ = net.book.commit(step).unwrap();
    assert!(net.model().is_reseller_of(alpina, vidal));
    assert_eq!(net.sub(id).supported_by, Some(alpina));
    let _ = net.book.undo().unwrap();
    assert!(!net.model().is_reseller_of(alpina, vidal), "it was one step");
}

#[test]
fn scenario_4_a_partner_buys_for_own_use_on_another_tenant_only() {
    let mut net = Network::new();
    let (alpina, sud) = (net.direct_bill("Alpina", "DE"), net.reseller("Sud", "FR"));
    net.customer_on(sud, "FR");
    assert_eq!(net.refused(&request(alpina, sud, Through::Alone)), [Code::Self001]);
    let internal = net.customer("Sud, internal", "FR");
    net.related(alpina, internal, Through::Alone);
    net.bought(internal, Purchase::Direct { seller: alpina }, office());
    net.assert_clean();
}

#[test]
fn scenario_4_the_way_out_is_a_tenant_of_its_own() {
    let mut net = Network::new();
    let (alpina, sud) = (net.direct_bill("Alpina", "DE"), net.reseller("Sud", "FR"));
    net.customer_on(sud, "FR");
    let slot = Slot::Customer { partner: alpina, terms: Terms::default() };
    let step = fix_and_choose(&mut net.book, &slot, Key::Customer(sud)).unwrap();
    let _ = net.book.commit(step).unwrap();
    assert_eq!(net.model().count(TableName::Customer), 2);
    assert_eq!(net.model().relationships_of(sud).count(), 0);
    net.assert_clean();
}

/// One group of these partners and customers.
fn group(net: &mut Network, members: &[Key]) {
    let id = GroupId(Guid::own(1));
    net.done(&Intent::Add(Group { id, name: "Contoso".into(), ..Group::default() }.into()));
    for member in members {
        let mut record = net.get(*member);
        match &mut record {
            partnerbook::model::Record::Partner(p) => p.group = Some(id),
            partnerbook::model::Record::Customer(c) => c.group = Some(id),
            other => panic!("{other:?}"),
        }
        net.done(&Intent::Replace(*member, record));
    }
}

#[test]
fn scenario_5_a_partner_does_not_sell_to_itself_or_its_affiliates() {
    let mut net = Network::new();
    let alpina = net.direct_bill("Contoso Cloud", "DE");
    let services = net.customer("Fabrikam Services", "DE");
    group(&mut net, &[Key::Partner(alpina), Key::Customer(services)]);
    net.related(alpina, services, Through::Alone);
    let sale = purchase(services, Purchase::Direct { seller: alpina }, office());
    assert_eq!(net.refused(&sale), [Code::Self002]);
    let meridian = net.direct_bill("Meridian", "FR");
    net.done(&further(meridian, services));
    net.bought(services, Purchase::Direct { seller: meridian }, office());
    net.assert_clean();
}

#[test]
fn scenario_5_nor_through_its_reseller() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let internal = net.customer("Fabrikam Services", "FR");
    group(&mut net, &[Key::Partner(sud), Key::Customer(internal)]);
    net.indirect(nordlys, sud, internal);
    let indirect = Purchase::Indirect { seller: nordlys, reseller: Some(sud) };
    assert_eq!(net.refused(&purchase(internal, indirect, office())), [Code::Self002]);
}

/// A provider, its reseller, and the reseller's tenant as a customer.
fn reseller_as_customer() -> (Network, TenantId, TenantId) {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    net.partners(nordlys, sud);
    net.customer_on(sud, "FR");
    (net, nordlys, sud)
}

#[test]
fn scenario_6_a_reseller_is_not_customer_of_its_own_provider() {
    let (mut net, nordlys, sud) = reseller_as_customer();
    let refused = net.refused(&request(nordlys, sud, Through::Alone));
    assert!(refused.contains(&Code::Self003), "{refused:?}");
}

#[test]
fn scenario_6_option_1_another_tenant_of_the_reseller_is_the_customer() {
    let (mut net, nordlys, _) = reseller_as_customer();
    let internal = net.customer("Sud, internal", "FR");
    net.related(nordlys, internal, Through::Alone);
    net.assert_clean();
}

#[test]
fn scenario_6_option_2_the_partnership_ends_and_another_provider_comes() {
    let (mut net, nordlys, sud) = reseller_as_customer();
    let id = net.model().partnerships_between(nordlys, sud).next().unwrap().id;
    net.done(&Intent::EndPartnership(id));
    let meridian = net.provider("Meridian", "FR");
    net.partners(meridian, sud);
    let alpina = net.direct_bill("Alpina", "DE");
    let internal = net.customer("Sud, internal", "FR");
    net.related(alpina, internal, Through::Alone);
    net.bought(internal, Purchase::Direct { seller: alpina }, office());
    net.assert_clean();
}

#[test]
fn scenario_6_option_3_the_customer_stays_and_the_partnership_is_with_another_provider() {
    use partnerbook::model::{Change, Relationship, RelationshipId, RelationshipState, Transaction, Verb};
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    net.customer_on(sud, "FR");
    // As an export brings it: the portal knew the customer before it became a reseller.
    let id = RelationshipId::of(nordlys, sud, 0);
    let state = RelationshipState::Active;
    let known = Relationship { id, partner: nordlys, customer: sud, state, ..Relationship::default() };
    let _ = net.book.commit(Transaction::new(Verb::Import, vec![Change::add(known)])).unwrap();
    let invite = |provider| Intent::InviteReseller { provider, reseller: sud };
    assert_eq!(net.refused(&invite(nordlys)), [Code::Self003]);
    let meridian = net.provider("Meridian", "FR");
    net.partners(meridian, sud);
    assert!(net.model().is_reseller_of(nordlys, sud) && net.model().are_partners(meridian, sud));
}

#[test]
fn scenario_6_offers_its_options_as_fixes() {
    let (mut net, nordlys, sud) = reseller_as_customer();
    let step = net.step(&request(nordlys, sud, Through::Alone));
    let Err(partnerbook::edit::Rejection::Broken(findings)) = net.book.would(&step) else {
        panic!("it is refused")
    };
    let finding = findings.iter().find(|finding| finding.rule == Code::Self003).unwrap();
    let mut model = net.model().clone();
    step.changes.into_iter().filter_map(|change| change.after).for_each(|record| drop(model.put(record)));
    let kinds: Vec<FixKind> =
        fixes(&model, net.book.today(), finding).into_iter().map(|fix| fix.kind).collect();
    assert!(kinds.contains(&FixKind::SeparateTenant), "{kinds:?}");
    assert!(kinds.contains(&FixKind::EndPartnership(nordlys, sud)), "{kinds:?}");
    assert!(kinds.contains(&FixKind::ChooseProvider), "{kinds:?}");
}

#[test]
fn scenario_7_a_partner_sells_in_its_own_region_only() {
    let mut net = Network::new();
    let sud = net.reseller("Sud", "FR");
    let (orion, lakeside) = (net.customer("Orion", "DE"), net.customer("Lakeside", "US"));
    net.related(sud, orion, Through::Alone);
    assert_eq!(net.refused(&request(sud, lakeside, Through::Alone)), [Code::Reg001]);
    let slot = Slot::Customer { partner: sud, terms: Terms::default() };
    assert!(!slot.verdict(&mut net.book, Key::Customer(lakeside)).allows());
    assert!(fix_and_choose(&mut net.book, &slot, Key::Customer(lakeside)).is_err(), "nothing mends it");
    net.assert_clean();
}

#[test]
fn scenario_8_a_provider_works_with_resellers_of_its_own_region_only() {
    let mut net = Network::new();
    let nordlys = net.provider("Nordlys", "DE");
    let (sud, lakeside) = (net.reseller("Sud", "FR"), net.reseller("Lakeside", "US"));
    net.partners(nordlys, sud);
    let invite = Intent::InviteReseller { provider: nordlys, reseller: lakeside };
    assert_eq!(net.refused(&invite), [Code::Reg002]);
    let states: Vec<PartnershipState> = net.model().partnerships().values().map(|p| p.state).collect();
    assert_eq!(states, [PartnershipState::Active]);
}
