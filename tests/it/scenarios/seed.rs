//! The statements of the seed document (rules.md 3.2).

use super::*;
use partnerbook::edit::ops::Creator;
use partnerbook::model::{Cloud, Customer, RelationshipState};

#[test]
fn seed_providers_buy_from_microsoft_and_sell_through_resellers() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let vidal = net.customer("Vidal", "FR");
    net.indirect(nordlys, sud, vidal);
    // A reseller does not buy from Microsoft.
    let by_reseller = Purchase::Indirect { seller: sud, reseller: None };
    assert_eq!(net.refused(&purchase(vidal, by_reseller, office())), [Code::Mp002]);
    // A provider without a reseller may, but nobody earns the incentive.
    let alone = purchase(vidal, Purchase::Indirect { seller: nordlys, reseller: None }, office());
    let appeared = net.done(&alone);
    assert!(appeared.iter().any(|f| (f.rule, f.severity) == (Code::Rel005, Severity::Warning)));
    net.assert_clean();
}

#[test]
fn seed_resellers_work_with_providers_who_have_the_direct_relation() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let agreements = agreed(net.book.today());
    let vidal = || Customer {
        name: "Vidal".into(),
        country: "FR".parse().ok(),
        agreements: agreements.clone(),
        ..Customer::default()
    };
    // A reseller does not create customer tenants: its provider does, for it.
    assert_eq!(net.refused(&Intent::CreateCustomer(vidal(), Creator::Seller(sud))), [Code::Rel004]);
    net.partners(nordlys, sud);
    net.done(&Intent::CreateCustomer(vidal(), Creator::ProviderFor { provider: nordlys, reseller: sud }));
    let customer = net.model().customers().values().next().unwrap().tenant;
    let related = net.model().relationships_of(customer);
    assert!(related.into_iter().all(|r| r.state == RelationshipState::Active));
    // And it stands on record only where it works with the seller.
    let kumo = net.reseller("Kumo", "DE");
    let sale = |reseller| purchase(customer, Purchase::Indirect { seller: nordlys, reseller }, office());
    assert_eq!(net.refused(&sale(Some(kumo))), [Code::Rel007]);
    net.done(&sale(Some(sud)));
    net.assert_clean();
}

#[test]
fn seed_a_partner_is_reseller_or_direct() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let (alpina, vidal) = (net.direct_bill("Alpina", "DE"), net.customer("Vidal", "FR"));
    // Who buys from Microsoft has no reseller on record; who is a reseller has nothing to sell of its own.
    net.related(alpina, vidal, Through::Alone);
    let id = net.bought(vidal, Purchase::Direct { seller: alpina }, office());
    let on_record = Intent::SetPartnerOfRecord { subscription: id, reseller: Some(sud) };
    assert!(net.refused(&on_record).contains(&Code::Rel006));
    net.done(&further(sud, vidal));
    assert_eq!(net.refused(&purchase(vidal, Purchase::Direct { seller: sud }, office())), [Code::Mp002]);
    // On its way from direct to indirect a partner holds both roles (OP-19).
    let both = net.partner("Meridian", "FR", &[Role::DirectBill, Role::IndirectReseller]);
    net.partners(nordlys, both);
    net.assert_clean();
}

#[test]
fn seed_multi_partner_one_for_office_another_for_azure() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let (meridian, kumo) = (net.provider("Meridian", "FR"), net.reseller("Kumo", "DE"));
    let vidal = net.customer("Vidal", "FR");
    net.indirect(nordlys, sud, vidal);
    let office = net.bought(vidal, Purchase::Indirect { seller: nordlys, reseller: Some(sud) }, office());
    let before = net.sub(office);
    net.indirect(meridian, kumo, vidal);
    net.bought(vidal, Purchase::Indirect { seller: meridian, reseller: Some(kumo) }, azure());
    assert_eq!(net.sub(office), before);
    assert_eq!(net.model().relationships_of(vidal).count(), 4);
    assert_eq!(net.book.findings().sorted(), []);
}

#[test]
fn seed_multi_channel_supports_a_subscription_bought_elsewhere() {
    let channels =
        [Channel::MicrosoftDirect, Channel::Advisor, Channel::Open, Channel::Ea, Channel::ThirdParty];
    for channel in channels {
        let (mut net, support) = bought_elsewhere(channel);
        net.done(&support);
        net.assert_clean();
    }
    for channel in [Channel::Syndication, Channel::China21Vianet] {
        let (mut net, support) = bought_elsewhere(channel);
        assert_eq!(net.refused(&support), [Code::Mc001]);
    }
}

/// A partner with a relationship and privileges, and a subscription of another channel.
fn bought_elsewhere(channel: Channel) -> (Network, Intent) {
    let mut net = Network::new();
    let (sud, vidal) = (net.reseller("Sud", "FR"), net.customer("Vidal", "FR"));
    let subscription: SubscriptionId = net.bought(vidal, Purchase::Elsewhere(channel), office());
    net.done(&further(sud, vidal));
    net.done(&Intent::GrantPrivileges { partner: sud, customer: vidal });
    (net, Intent::SupportElsewhere { partner: sud, subscription })
}

#[test]
fn seed_several_partners_in_a_national_cloud() {
    let mut net = Network::new();
    let (cloud, roles) = (Cloud::China21Vianet, [Role::IndirectProvider]);
    // China is in none of the regions, and the book asks for no country.
    let [one, other] = ["A", "B"].map(|name| net.partner_in(name, "", &roles, cloud));
    let customer = net.customer_in("Vidal", "", cloud);
    net.related(one, customer, Through::Alone);
    let before = net.model().clone();
    net.done(&further(other, customer));
    assert_only_added(&before, net.model(), TableName::Relationship);
    net.assert_clean();
}

#[test]
fn seed_several_channels_in_a_national_cloud() {
    let mut net = Network::new();
    let cloud = Cloud::China21Vianet;
    let provider = net.partner_in("A", "", &[Role::IndirectProvider], cloud);
    let customer = net.customer_in("Vidal", "", cloud);
    let subscription = net.bought(customer, Purchase::Elsewhere(Channel::Advisor), office());
    net.related(provider, customer, Through::Alone);
    net.done(&Intent::GrantPrivileges { partner: provider, customer });
    net.done(&Intent::SupportElsewhere { partner: provider, subscription });
    net.assert_clean();
}

#[test]
fn seed_the_us_government_cloud_had_one_partner_and_warns_today() {
    for (day, allowed) in [("2021-06-01", false), ("2026-09-15", true)] {
        let mut net = Network::on(day);
        let cloud = Cloud::UsGov;
        let [one, other] = ["A", "B"].map(|name| net.partner_in(name, "US", &[Role::DirectBill], cloud));
        let customer = net.customer_in("Agency", "US", cloud);
        let ask = |partner| Intent::AddPartner {
            partner,
            customer,
            through: Through::Alone,
            ask: partnerbook::edit::ops::Ask::WithPrivileges,
        };
        net.done(&ask(one));
        if allowed {
            let appeared = net.done(&ask(other));
            assert!(appeared.iter().any(|f| f.rule == Code::Reg005 && f.severity == Severity::Warning));
        } else {
            assert!(net.refused(&ask(other)).contains(&Code::Reg005));
        }
    }
}

#[test]
fn seed_a_csp_partner_does_not_resell_to_another_in_2019() {
    let mut net = Network::on("2019-03-15");
    let (alpina, sud) = (net.direct_bill("Alpina", "DE"), net.reseller("Sud", "FR"));
    let internal = net.customer("Sud, internal", "FR");
    group(&mut net, &[Key::Partner(sud), Key::Customer(internal)]);
    net.related(alpina, internal, Through::Alone);
    let sale = purchase(internal, Purchase::Direct { seller: alpina }, office());
    assert_eq!(net.refused(&sale), [Code::Self004], "on any tenant");
}

#[test]
fn seed_a_csp_partner_does_not_resell_to_another_on_the_csp_tenant_today() {
    let mut net = Network::new();
    let (alpina, sud) = (net.direct_bill("Alpina", "DE"), net.reseller("Sud", "FR"));
    let internal = net.customer("Sud, internal", "FR");
    group(&mut net, &[Key::Partner(sud), Key::Customer(internal)]);
    net.related(alpina, internal, Through::Alone);
    net.bought(internal, Purchase::Direct { seller: alpina }, office());
    net.customer_on(sud, "FR");
    assert_eq!(net.refused(&request(alpina, sud, Through::Alone)), [Code::Self001]);
}

#[test]
fn seed_a_fix_never_makes_worse_what_it_mends() {
    let mut net = Network::new();
    let (nordlys, sud) = (net.provider("Nordlys", "DE"), net.reseller("Sud", "FR"));
    let (vidal, kumo) = (net.customer("Vidal", "FR"), net.reseller("Kumo", "DE"));
    net.indirect(nordlys, sud, vidal);
    let id = net.bought(vidal, Purchase::Indirect { seller: nordlys, reseller: None }, office());
    net.done(&Intent::SetSupportContact { subscription: id, contact: Some(kumo) });
    let findings = net.book.findings().sorted();
    assert!(findings.iter().any(|f| f.reason == Reason::SupportUnrelated));
    for finding in findings {
        for fix in fixes(net.model(), net.book.today(), &finding) {
            if let Does::Step(step) = fix.does {
                let receipt = net.book.would(&step).unwrap();
                assert!(!receipt.appeared.contains(&finding), "{:?}", fix.kind);
                assert!(receipt.cleared > 0, "{:?}", fix.kind);
            }
        }
    }
    let slot = Slot::RecordReseller { subscription: id };
    assert!(matches!(slot.pick(net.model(), Key::Partner(sud)), Ok(Do::Step(_))));
}
