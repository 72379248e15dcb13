//! The family on everyday networks: each rule's passing and failing example, its edges in time, and what is not known.

use crate::model::{
    Agreement, AgreementKind, AgreementWay, BillingCycle, Change, Channel, Cloud, Enrolment, Family, Key,
    Origin, PartnerId, Record, Relationship, RelationshipId, Role, Subscription, SubscriptionId, TenantId,
    Term, Transfer, TransferId, Verb,
};
use crate::rules::testing::{Books, Network, day, moment, network};
use crate::rules::{Code, Reason, Severity};

const NONE: &[Reason] = &[];

/// What is done to an agreement, what is found then, and whether something is unknown.
type Case = (fn(&mut Agreement), &'static [Reason], bool);

/// A new subscription like the one of the network.
fn order(net: &mut Network, on: &str) -> Subscription {
    let like = net.books.model.subscription(net.sub).unwrap().clone();
    let creation = Some(moment(on));
    Subscription { id: SubscriptionId(net.books.guid()), creation, effective: None, ..like }
}

fn signed(books: &mut Books, partner: TenantId, on: &str) {
    books.edit_partner(partner, |p| p.mpa_signed_on = on.parse().ok());
}

fn stands(books: &mut Books, partner: TenantId, enrolment: Enrolment) {
    books.edit_partner(partner, |p| p.enrolment = enrolment);
}

/// What a rule says of an edit of the subscription on a day.
fn edited(net: &Network, on: &str, rule: Code, edit: impl FnOnce(&mut Subscription)) -> Vec<Reason> {
    let before = net.books.model.subscription(net.sub).unwrap().clone();
    let mut after = before.clone();
    edit(&mut after);
    said(net, on, rule, Verb::Edit, &[Change::edit(before, after)])
}

/// What a rule says of an order on a day.
fn ordered(net: &Network, on: &str, rule: Code, s: &Subscription) -> Vec<Reason> {
    said(net, on, rule, Verb::AddSubscription, &[Change::add(s.clone())])
}

fn said(net: &Network, on: &str, rule: Code, verb: Verb, changes: &[Change]) -> Vec<Reason> {
    net.books.on(on).refused(verb, rule, changes).into_iter().map(|(_, reason)| reason).collect()
}

#[test]
fn r_enr_001_the_seller_and_the_reseller_sign_before_the_order() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2020-03-01")));
    for partner in [net.provider, net.reseller] {
        signed(&mut net.books, partner, "2020-01-15");
    }
    assert_eq!(net.books.reasons(Code::Enr001, key), NONE);
    assert!(!net.books.unjudged(Code::Enr001, key));
    signed(&mut net.books, net.provider, "2020-03-02");
    assert_eq!(net.books.graded(Code::Enr001, key), [(Reason::NotSigned, Severity::Error)]);
    signed(&mut net.books, net.provider, "2020-03-01");
    assert_eq!(net.books.reasons(Code::Enr001, key), NONE);
    // Nobody knows when the reseller was put on record: only a signature still to come is too late.
    signed(&mut net.books, net.reseller, "2026-09-15");
    assert_eq!(net.books.reasons(Code::Enr001, key), NONE);
    signed(&mut net.books, net.reseller, "2026-09-16");
    assert_eq!(net.books.reasons(Code::Enr001, key), [Reason::NotSigned]);
    net.books.edit_sub(net.sub, |s| s.status = crate::model::Status::Deleted);
    assert_eq!(net.books.reasons(Code::Enr001, key), NONE);
}

#[test]
fn r_enr_001_begins_with_the_orders_of_february_2020() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    signed(&mut net.books, net.provider, "2021-01-01");
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2020-01-31")));
    assert_eq!(net.books.reasons(Code::Enr001, key), NONE);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2020-02-01")));
    assert_eq!(net.books.reasons(Code::Enr001, key), [Reason::NotSigned]);
    let new = order(&mut net, "2020-01-31");
    assert_eq!(ordered(&net, "2020-01-31", Code::Enr001, &new), NONE);
    assert!(ordered(&net, "2020-02-01", Code::Enr001, &new).contains(&Reason::NotSigned));
}

#[test]
fn r_enr_001_azure_may_have_come_from_another_seller() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    signed(&mut net.books, net.provider, "2023-01-01");
    net.books.edit_sub(net.sub, |s| {
        s.creation = Some(moment("2021-01-01"));
        s.family = Family::AzurePlan;
    });
    assert_eq!(net.books.reasons(Code::Enr001, key), NONE);
    net.books.edit_sub(net.sub, |s| s.family = Family::LicenseNce);
    assert_eq!(net.books.reasons(Code::Enr001, key), [Reason::NotSigned]);
}

#[test]
fn r_enr_001_one_signature_covers_a_region_until_2025_and_a_tenant_from_then_on() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    let german = net.books.provider("Nordlys Deutschland", "DE");
    let american = net.books.provider("Nordlys America", "US");
    net.books.group(&[net.provider, german, american]);
    signed(&mut net.books, net.provider, "2026-01-01");
    signed(&mut net.books, american, "2020-01-15");
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2024-12-31")));
    assert_eq!(
        net.books.reasons(Code::Enr001, key),
        [Reason::NotSigned],
        "the United States are another region"
    );
    signed(&mut net.books, german, "2020-01-15");
    assert_eq!(net.books.reasons(Code::Enr001, key), NONE);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2025-01-01")));
    assert_eq!(net.books.reasons(Code::Enr001, key), [Reason::NotSigned]);
}

#[test]
fn r_enr_001_an_unknown_signature_is_unjudged_and_on_an_order_a_warning() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2021-03-01")));
    assert!(net.books.reasons(Code::Enr001, key).is_empty() && net.books.unjudged(Code::Enr001, key));
    let new = order(&mut net, "2026-09-15");
    let both = [Reason::SigningUnknown, Reason::SigningUnknown];
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr001, &new), both);
    net.books.edit_sub(net.sub, |s| s.creation = None);
    assert!(net.books.unjudged(Code::Enr001, key));
    // Who is not enrolled has signed nothing.
    stands(&mut net.books, net.reseller, Enrolment::NotEnrolled);
    let both = [Reason::NotSigned, Reason::SigningUnknown];
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr001, &new), both);
}

#[test]
fn r_enr_001_transfers_and_new_partners_of_record_are_business() {
    let mut net = network();
    signed(&mut net.books, net.provider, "2020-01-15");
    signed(&mut net.books, net.reseller, "2027-01-01");
    let taker = net.books.provider("Alpina Cloud", "AT");
    signed(&mut net.books, taker, "2027-01-01");
    let other: PartnerId = net.books.model.partner(net.reseller).unwrap().partner_id.clone().unwrap();
    net.books.edit_sub(net.sub, |s| s.partner_of_record = None);
    let put = edited(&net, "2026-09-15", Code::Enr001, |s| s.partner_of_record = Some(other));
    assert_eq!(put, [Reason::NotSigned]);
    assert_eq!(edited(&net, "2026-09-15", Code::Enr001, |s| s.quantity = Some(7)), NONE);
    assert_eq!(edited(&net, "2026-09-15", Code::Enr001, |s| s.seller = Some(taker)), [Reason::NotSigned]);
    let id = TransferId(net.books.guid());
    let transfer = Transfer { id, customer: net.customer, target: Some(taker), ..Transfer::default() };
    let ask = [Change::add(transfer)];
    assert_eq!(said(&net, "2026-09-15", Code::Enr001, Verb::RequestTransfer, &ask), [Reason::NotSigned]);
    assert_eq!(said(&net, "2026-09-15", Code::Enr001, Verb::Import, &ask), NONE);
}

#[test]
fn r_enr_002_a_reseller_is_enrolled_before_it_is_put_on_business() {
    let mut net = network();
    let partnership = net.books.model.partnerships().values().next().unwrap().id;
    let keys = [Key::Subscription(net.sub), Key::Partnership(partnership)];
    for key in keys {
        assert!(
            net.books.reasons(Code::Enr002, key).is_empty() && net.books.unjudged(Code::Enr002, key),
            "{key}"
        );
    }
    stands(&mut net.books, net.reseller, Enrolment::NotEnrolled);
    for key in keys {
        assert_eq!(net.books.graded(Code::Enr002, key), [(Reason::NotEnrolled, Severity::Error)], "{key}");
    }
    stands(&mut net.books, net.reseller, Enrolment::Active);
    signed(&mut net.books, net.reseller, "2020-01-15");
    for key in keys {
        assert!(
            net.books.reasons(Code::Enr002, key).is_empty() && !net.books.unjudged(Code::Enr002, key),
            "{key}"
        );
    }
    signed(&mut net.books, net.reseller, "2026-09-16");
    assert_eq!(net.books.reasons(Code::Enr002, keys[1]), [Reason::NotSigned]);
    // The agreement is asked for from 1 February 2020 on.
    assert_eq!(net.books.on("2020-01-31").reasons(Code::Enr002, keys[1]), NONE);
    assert_eq!(net.books.on("2020-02-01").reasons(Code::Enr002, keys[1]), [Reason::NotSigned]);
    net.books.edit_partnership(partnership, |p| p.state = crate::model::PartnershipState::Invited);
    assert_eq!(net.books.reasons(Code::Enr002, keys[1]), NONE);
}

#[test]
fn r_enr_003_new_orders_need_a_seller_in_good_standing() {
    use Enrolment as E;
    let mut net = network();
    let new = order(&mut net, "2019-03-20");
    for (standing, refused) in [
        (E::Active, false),
        (E::Restricted, false),
        (E::Unknown, false),
        (E::NotEnrolled, true),
        (E::Pending, true),
        (E::Suspended, true),
        (E::Deauthorized, true),
        (E::Offboarded, true),
    ] {
        stands(&mut net.books, net.provider, standing);
        let found = ordered(&net, "2019-03-20", Code::Enr003, &new);
        assert_eq!(found.contains(&Reason::SellerNotInGoodStanding), refused, "{standing:?}");
        assert_eq!(edited(&net, "2026-09-15", Code::Enr003, |s| s.quantity = Some(7)), NONE);
    }
}

#[test]
fn r_enr_003_an_order_with_a_barred_reseller_is_refused_from_september_2025_on() {
    let mut net = network();
    stands(&mut net.books, net.provider, Enrolment::Active);
    let new = order(&mut net, "2025-08-01");
    for standing in [Enrolment::Suspended, Enrolment::Deauthorized, Enrolment::Offboarded] {
        stands(&mut net.books, net.reseller, standing);
        assert_eq!(ordered(&net, "2025-08-31", Code::Enr003, &new), NONE);
        assert_eq!(ordered(&net, "2025-09-01", Code::Enr003, &new), [Reason::ResellerNotAuthorised]);
    }
    for standing in [Enrolment::Active, Enrolment::Restricted, Enrolment::Unknown] {
        stands(&mut net.books, net.reseller, standing);
        assert_eq!(ordered(&net, "2025-09-01", Code::Enr003, &new), NONE);
    }
}

#[test]
fn r_enr_003_changes_with_a_barred_reseller_are_refused_from_december_2025_on() {
    let mut net = network();
    stands(&mut net.books, net.reseller, Enrolment::Deauthorized);
    let changes: [fn(&mut Subscription); 4] = [
        |s| s.quantity = Some(7),
        |s| s.term = Term::P3Y,
        |s| s.billing_cycle = BillingCycle::Annual,
        |s| s.offer_id = "CFQ7TTC0LH18:0001".into(),
    ];
    for change in changes {
        assert_eq!(edited(&net, "2025-11-30", Code::Enr003, change), NONE);
        assert_eq!(edited(&net, "2025-12-01", Code::Enr003, change), [Reason::ResellerNotAuthorised]);
    }
    // Switching the renewal is none, nor is to take the reseller off.
    assert_eq!(edited(&net, "2025-12-01", Code::Enr003, |s| s.auto_renew = Some(false)), NONE);
    assert_eq!(edited(&net, "2025-12-01", Code::Enr003, |s| s.partner_of_record = None), NONE);
    stands(&mut net.books, net.reseller, Enrolment::Active);
    assert_eq!(edited(&net, "2025-12-01", Code::Enr003, |s| s.quantity = Some(7)), NONE);
}

#[test]
fn r_enr_004_a_direct_bill_partner_reaches_the_bar() {
    let mut books = Books::new();
    let hanse = books.direct_bill("Hanse Direkt", "DE");
    let key = Key::Partner(hanse);
    assert!(books.reasons(Code::Enr004, key).is_empty() && books.unjudged(Code::Enr004, key));
    books.edit_partner(hanse, |p| p.revenue_usd = Some(1_200_000));
    assert_eq!(books.reasons(Code::Enr004, key), NONE);
    books.edit_partner(hanse, |p| p.revenue_usd = Some(400_000));
    assert_eq!(books.graded(Code::Enr004, key), [(Reason::DirectBillRevenue, Severity::Warning)]);
    assert_eq!(books.on("2025-09-30").reasons(Code::Enr004, key), NONE);
    assert_eq!(books.on("2025-10-01").reasons(Code::Enr004, key), [Reason::DirectBillRevenue]);
    books.edit_partner(hanse, |p| p.revenue_usd = Some(299_999));
    assert_eq!(books.on("2020-12-31").reasons(Code::Enr004, key), NONE);
    assert_eq!(books.on("2021-01-01").reasons(Code::Enr004, key), [Reason::DirectBillRevenue]);
    books.edit_partner(hanse, |p| p.roles = [Role::IndirectReseller].into());
    assert!(books.reasons(Code::Enr004, key).is_empty() && !books.unjudged(Code::Enr004, key));
}

/// A restricted direct-bill partner with a customer and a subscription.
fn restricted() -> (Network, TenantId) {
    let mut net = network();
    let hanse = net.books.direct_bill("Hanse Direkt", "DE");
    net.books.relationship(hanse, net.customer);
    net.sub = net.books.sub(net.customer, hanse, None);
    stands(&mut net.books, hanse, Enrolment::Restricted);
    (net, hanse)
}

#[test]
fn r_enr_005_a_restricted_partner_buys_nothing_anew() {
    let (mut net, hanse) = restricted();
    assert_eq!(edited(&net, "2026-09-15", Code::Enr005, |s| s.quantity = Some(12)), NONE);
    assert_eq!(edited(&net, "2026-09-15", Code::Enr005, |s| s.auto_renew = Some(true)), NONE);
    let mut addon = order(&mut net, "2026-09-15");
    addon.parent = Some(net.sub);
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr005, &addon), [Reason::RestrictedBuys]);
    assert_eq!(said(&net, "2026-09-15", Code::Enr005, Verb::Import, &[Change::add(addon.clone())]), NONE);
    let id = TransferId(net.books.guid());
    let transfer = Transfer { id, customer: net.customer, target: Some(hanse), ..Transfer::default() };
    let ask = [Change::add(transfer)];
    assert_eq!(said(&net, "2026-09-15", Code::Enr005, Verb::RequestTransfer, &ask), [Reason::RestrictedBuys]);
    stands(&mut net.books, hanse, Enrolment::Active);
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr005, &addon), NONE);
}

#[test]
fn r_enr_005_a_restricted_partner_asks_nobody_directly() {
    let (mut net, hanse) = restricted();
    let customer = net.books.customer("Imprimerie du Lac", "FR");
    let relationship = |origin, via_provider| Relationship {
        id: RelationshipId::of(hanse, customer, 0),
        partner: hanse,
        customer,
        origin,
        via_provider,
        ..Relationship::default()
    };
    let asks = |net: &Network, r: Relationship| {
        said(net, "2026-09-15", Code::Enr005, Verb::RequestRelationship, &[Change::add(r)])
    };
    let created = relationship(Origin::CreatedTenant, None);
    assert_eq!(asks(&net, created), [Reason::RestrictedCreates]);
    assert_eq!(asks(&net, relationship(Origin::Typed, None)), [Reason::RestrictedRequests]);
    let through = relationship(Origin::Typed, Some(net.provider));
    assert_eq!(asks(&net, through.clone()), [Reason::RestrictedRequests]);
    net.books.edit_partner(hanse, |p| p.roles = [Role::DirectBill, Role::IndirectReseller].into());
    assert_eq!(asks(&net, through), NONE);
}

#[test]
fn r_enr_006_a_reseller_reaches_the_minimum_from_its_second_year_on() {
    let mut net = network();
    let (key, books) = (Key::Partner(net.reseller), &mut net.books);
    assert!(books.reasons(Code::Enr006, key).is_empty() && books.unjudged(Code::Enr006, key));
    books.edit_partner(net.reseller, |p| p.revenue_usd = Some(1_800));
    assert!(books.reasons(Code::Enr006, key).is_empty() && !books.unjudged(Code::Enr006, key));
    books.edit_partner(net.reseller, |p| p.revenue_usd = Some(300));
    assert!(books.reasons(Code::Enr006, key).is_empty() && books.unjudged(Code::Enr006, key));
    books.edit_partner(net.reseller, |p| p.enrolled_on = Some(day("2024-05-10")));
    for (on, expected) in [
        ("2025-02-09", None),
        ("2025-02-10", Some((Reason::ResellerRevenueSoon, Severity::Warning))),
        ("2025-05-10", Some((Reason::ResellerRevenueSoon, Severity::Warning))),
        ("2025-05-11", Some((Reason::ResellerRevenue, Severity::Warning))),
        ("2027-05-11", Some((Reason::ResellerRevenue, Severity::Warning))),
    ] {
        assert_eq!(books.on(on).graded(Code::Enr006, key), Vec::from_iter(expected), "{on}");
    }
    books.edit_partner(net.reseller, |p| p.enrolled_on = Some(day("2020-05-10")));
    assert_eq!(books.on("2024-03-31").reasons(Code::Enr006, key), NONE);
    assert_eq!(books.on("2024-04-01").reasons(Code::Enr006, key), [Reason::ResellerRevenue]);
    stands(books, net.reseller, Enrolment::Offboarded);
    assert_eq!(books.reasons(Code::Enr006, key), NONE);
}

fn accepted(on: &str) -> Agreement {
    Agreement { way: Some(AgreementWay::DirectAcceptance), date: on.parse().ok(), ..Agreement::default() }
}

fn agrees(net: &mut Network, agreement: Agreement) {
    net.books.edit_customer(net.customer, |c| c.agreements = vec![agreement]);
}

#[test]
fn r_enr_007_the_agreement_comes_before_the_order() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2021-03-02")));
    assert!(net.books.reasons(Code::Enr007, key).is_empty() && net.books.unjudged(Code::Enr007, key));
    for (agreed, expected) in [
        ("2021-03-01", &[][..]),
        ("2021-03-02", &[]),
        ("2021-03-03", &[(Reason::AgreementAfterOrder, Severity::Error)]),
    ] {
        agrees(&mut net, accepted(agreed));
        assert_eq!(net.books.graded(Code::Enr007, key), expected, "{agreed}");
        assert!(!net.books.unjudged(Code::Enr007, key));
    }
    for (created, expected) in [("2020-01-31", NONE), ("2020-02-01", &[Reason::AgreementAfterOrder])] {
        net.books.edit_sub(net.sub, |s| s.creation = Some(moment(created)));
        assert_eq!(net.books.reasons(Code::Enr007, key), expected, "{created}");
    }
    agrees(&mut net, accepted(""));
    assert!(net.books.reasons(Code::Enr007, key).is_empty() && net.books.unjudged(Code::Enr007, key));
    net.books.edit_customer(net.customer, |c| c.cloud = Cloud::UsGov);
    assert!(!net.books.unjudged(Code::Enr007, key));
}

#[test]
fn r_enr_007_the_older_agreement_is_for_azure_of_old() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2021-03-02")));
    let older = Agreement { kind: AgreementKind::MicrosoftCloudAgreement, ..accepted("2021-03-01") };
    agrees(&mut net, older);
    assert!(net.books.unjudged(Code::Enr007, key));
    net.books.edit_sub(net.sub, |s| s.family = Family::AzureLegacy);
    assert!(net.books.reasons(Code::Enr007, key).is_empty() && !net.books.unjudged(Code::Enr007, key));
}

#[test]
fn r_enr_007_the_first_order_needs_an_agreement() {
    let mut net = network();
    let new = order(&mut net, "2026-09-15");
    // Who has ordered before has agreed, whatever the lists say.
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr007, &new), NONE);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2020-01-31")));
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr007, &new), [Reason::NoAgreement]);
    net.books.edit_sub(net.sub, |s| s.creation = Some(moment("2020-02-01")));
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr007, &new), NONE);
    net.books.model.take(Key::Subscription(net.sub));
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr007, &new), [Reason::NoAgreement]);
    let ea = Subscription { channel: Channel::Ea, seller: None, partner_of_record: None, ..new.clone() };
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr007, &ea), NONE);
    let undated = |on: &str| ordered(&net, on, Code::Enr007, &Subscription { creation: None, ..new.clone() });
    assert_eq!(undated("2020-01-31"), NONE);
    assert_eq!(undated("2020-02-01"), [Reason::NoAgreement]);
    agrees(&mut net, accepted("2026-09-15"));
    assert_eq!(ordered(&net, "2026-09-15", Code::Enr007, &new), NONE);
}

/// The attestation of the example of rules.md.
fn attested(by: TenantId) -> Agreement {
    Agreement {
        kind: AgreementKind::MicrosoftCloudAgreement,
        way: Some(AgreementWay::PartnerAttested),
        date: Some(day("2018-06-14")),
        first_name: "Tania".into(),
        last_name: "Carr".into(),
        email: "tania@contoso.example".into(),
        attested_by: Some(by),
        ..Agreement::default()
    }
}

#[test]
fn r_enr_008_an_attestation_says_who_signed_when_and_who_attests() {
    let mut net = network();
    let key = Key::Customer(net.customer);
    let good = attested(net.provider);
    let cases: [Case; 8] = [
        (|_| {}, &[], false),
        (|a| a.phone = "555 0100".into(), &[], false),
        (|a| a.email = "".into(), &[Reason::SignerIncomplete], false),
        (|a| (a.first_name, a.last_name, a.email) = Default::default(), &[], true),
        (|a| a.date = Some(day("2026-09-15")), &[], false),
        (|a| a.date = Some(day("2026-09-16")), &[Reason::AgreementInFuture], false),
        (|a| a.date = None, &[], true),
        (|a| a.way = None, &[], true),
    ];
    for (spoil, expected, unjudged) in cases {
        let mut agreement = good.clone();
        spoil(&mut agreement);
        agrees(&mut net, agreement.clone());
        assert_eq!(net.books.reasons(Code::Enr008, key), expected, "{agreement:?}");
        assert_eq!(net.books.unjudged(Code::Enr008, key), unjudged, "{agreement:?}");
    }
    let by_reseller = attested(net.reseller);
    agrees(&mut net, by_reseller);
    assert_eq!(net.books.graded(Code::Enr008, key), [(Reason::AttestedByReseller, Severity::Error)]);
    net.books.edit_customer(net.customer, |c| c.agreements = vec![good.clone(), good.clone()]);
    assert_eq!(net.books.reasons(Code::Enr008, key), [Reason::AgreementTwice]);
}

#[test]
fn r_enr_008_the_customer_agreement_is_judged_from_2020_on() {
    let mut net = network();
    let key = Key::Customer(net.customer);
    let late = Agreement {
        kind: AgreementKind::MicrosoftCustomerAgreement,
        date: Some(day("2021-05-01")),
        ..attested(net.provider)
    };
    agrees(&mut net, late);
    assert_eq!(net.books.on("2020-01-31").reasons(Code::Enr008, key), NONE);
    assert_eq!(net.books.on("2020-02-01").reasons(Code::Enr008, key), [Reason::AgreementInFuture]);
    assert_eq!(net.books.on("2021-05-01").reasons(Code::Enr008, key), NONE);
}

#[test]
fn r_enr_008_of_what_is_typed_more_is_asked() {
    let mut net = network();
    let stranger = net.books.direct_bill("Hanse Direkt", "DE");
    let before = net.books.model.customer(net.customer).unwrap().clone();
    let typed = |net: &Network, verb: Verb, a: Agreement| {
        let mut after = before.clone();
        after.agreements.push(a);
        let change = Change::edit(Record::Customer(before.clone()), Record::Customer(after));
        said(net, "2026-09-15", Code::Enr008, verb, &[change])
    };
    let good = attested(net.provider);
    let bare = Agreement { way: Some(AgreementWay::PartnerAttested), ..Agreement::default() };
    let all = [Reason::SignerIncomplete, Reason::AgreementUndated, Reason::NoAttester];
    assert_eq!(typed(&net, Verb::RecordAgreement, good.clone()), NONE);
    assert_eq!(typed(&net, Verb::RecordAgreement, bare.clone()), all);
    assert_eq!(typed(&net, Verb::Import, bare), NONE);
    let by_stranger = Agreement { attested_by: Some(stranger), ..good };
    assert_eq!(typed(&net, Verb::RecordAgreement, by_stranger), [Reason::AttesterUnrelated]);
    assert_eq!(typed(&net, Verb::RecordAgreement, accepted("2026-09-16")), [Reason::AgreementInFuture]);
    assert_eq!(typed(&net, Verb::RecordAgreement, accepted("2026-09-15")), NONE);
}
