//! Each fix on a book that needs it: what is offered, and that every step offered mends what it is offered for.

mod lifecycle;
mod privileges;
mod transfer;

use super::steps::after;
use super::*;
use crate::edit::Book;
use crate::edit::ops::Verdict;
use crate::model::{
    Change, Channel, Dap, Family, Origin, PartnershipState, Relationship, RelationshipId, RelationshipState,
    Role, Status, Transaction, Verb,
};
use crate::rules::testing::{Network, moment, network};

/// The book of a network that was changed so that a rule does not hold, and the finding.
fn faulty(reason: Reason, spoil: impl FnOnce(&mut Network)) -> (Book, Finding) {
    let mut net = network();
    spoil(&mut net);
    let book = Book::new(net.books.model, net.books.today);
    let findings = book.findings().sorted();
    let finding = findings.iter().find(|finding| finding.reason == reason);
    (book.clone(), *finding.unwrap_or_else(|| panic!("{reason:?} is not found in {findings:?}")))
}

/// What is offered; every step of it, with the steps it lacks, mends the finding.
fn offered(reason: Reason, spoil: impl FnOnce(&mut Network)) -> Vec<FixKind> {
    let (book, finding) = faulty(reason, spoil);
    let fixes = fixes(book.model(), book.today(), &finding);
    for fix in &fixes {
        if let Does::Step(step) = &fix.does {
            let mut mended = book.clone();
            let step = fix_and_retry(&mut mended, step.clone());
            let step = step.unwrap_or_else(|broken| panic!("{:?} is refused: {broken:?}", fix.kind));
            let _ = mended.commit(step).unwrap();
            let left = mended.findings().on(finding.subject);
            assert!(!left.contains(&finding), "{:?} leaves {finding:?}", fix.kind);
        }
    }
    fixes.into_iter().map(|fix| fix.kind).collect()
}

fn ids(net: &Network) -> (RelationshipId, RelationshipId) {
    let of = |partner| RelationshipId::of(partner, net.customer, 0);
    (of(net.provider), of(net.reseller))
}

fn removed(r: &mut Relationship) {
    r.state = RelationshipState::Removed;
}

#[test]
fn ids_and_countries_are_put_right() {
    let kinds = offered(Reason::NotDigits, |net| {
        net.books.edit_partner(net.reseller, |p| p.partner_id = Some("MPN 4847383".into()));
    });
    assert_eq!(kinds[0], FixKind::TidyPartnerId);
    let kinds = offered(Reason::GlobalId, |net| {
        net.books.edit_partner(net.reseller, |p| p.global_id = Some("4999999".into()));
        net.books.edit_sub(net.sub, |s| s.partner_of_record = Some("4999999".into()));
    });
    assert_eq!(kinds[0], FixKind::UseLocationId);
    let kinds = offered(Reason::CountryNotListed, |net| {
        net.books.customer("Orion", "UK");
    });
    assert_eq!(kinds[0], FixKind::CorrectCountry);
    let kinds = offered(Reason::OtherCurrency, |net| {
        net.books.edit_sub(net.sub, |s| s.currency = "USD".parse().ok());
    });
    assert_eq!(kinds[0], FixKind::UseMarketCurrency);
}

#[test]
fn partnerships_are_put_right() {
    let kinds = offered(Reason::NotAProvider, |net| {
        let (p, r) = (net.books.provider("Meridian", "DE"), net.books.reseller("Kumo", "DE"));
        net.books.partnership(r, p);
    });
    assert_eq!(kinds[0], FixKind::SwapSides);
    let kinds = offered(Reason::NotAccepted, |net| {
        let id = net.books.model.partnerships().values().next().unwrap().id;
        net.books.edit_partnership(id, |p| p.origin = Origin::Typed);
    });
    assert_eq!(kinds[1], FixKind::BackToInvited);
    let kinds = offered(Reason::SecondOpen, |net| {
        net.books.partnership(net.provider, net.reseller);
    });
    assert_eq!(kinds, [FixKind::DropDouble]);
    let (mut provider, mut reseller) = Default::default();
    let kinds = offered(Reason::NotPartners, |net| {
        (provider, reseller) = (net.provider, net.reseller);
        let id = net.books.model.partnerships().values().next().unwrap().id;
        net.books.edit_partnership(id, |p| p.state = PartnershipState::Ended);
    });
    assert_eq!(kinds, [FixKind::MakePartners(provider, reseller), FixKind::ChooseRecord]);
}

#[test]
fn missing_relationships_are_added() {
    let mut expected = None;
    let kinds = offered(Reason::SellerUnrelated, |net| {
        expected = Some(FixKind::Relate(net.provider, net.customer));
        let (of_provider, _) = ids(net);
        net.books.edit_relationship(of_provider, removed);
    });
    assert_eq!(Some(kinds[0]), expected);
    let kinds = offered(Reason::ResellerUnrelated, |net| {
        expected = Some(FixKind::Relate(net.reseller, net.customer));
        let (_, of_reseller) = ids(net);
        // An open request is accepted, not made a second time.
        net.books.edit_relationship(of_reseller, |r| r.state = RelationshipState::Requested);
    });
    assert_eq!(Some(kinds[0]), expected);
    let kinds = offered(Reason::CustomerDidNotAccept, |net| {
        let (_, of_reseller) = ids(net);
        net.books.edit_relationship(of_reseller, |r| r.origin = Origin::Typed);
    });
    assert_eq!(kinds[1], FixKind::BackToRequested);
}

#[test]
fn support_gets_what_it_needs_or_goes_back_to_the_seller() {
    let mut expected = None;
    let kinds = offered(Reason::SupportUnrelated, |net| {
        let kumo = net.books.reseller("Kumo", "DE");
        expected = Some(FixKind::Relate(kumo, net.customer));
        net.books.edit_sub(net.sub, |s| s.support_contact = Some(kumo));
    });
    assert_eq!(kinds, [expected.unwrap(), FixKind::ChooseSupport, FixKind::ResetSupport]);
    let kinds = offered(Reason::SupportWithoutPrivileges, |net| {
        expected = Some(FixKind::GrantPrivileges(net.reseller, net.customer));
        net.books.edit_sub(net.sub, |s| s.support_contact = Some(net.reseller));
    });
    assert_eq!(kinds, [expected.unwrap(), FixKind::ChooseSupport, FixKind::ResetSupport]);
    let kinds = offered(Reason::DutyWithoutAccess, |net| {
        expected = Some(FixKind::GrantPrivileges(net.reseller, net.customer));
        let (_, of_reseller) = ids(net);
        net.books.edit_relationship(of_reseller, |r| r.dap = Dap::RemovedByCustomer);
    });
    assert_eq!(kinds, [expected.unwrap()]);
}

#[test]
fn who_stands_on_record_is_put_right() {
    let kinds = offered(Reason::NobodyOnRecord, |net| {
        net.books.edit_sub(net.sub, |s| s.partner_of_record = None);
    });
    assert_eq!(kinds, [FixKind::ChooseRecord]);
    let kinds = offered(Reason::RecordIsSeller, |net| {
        let own = net.books.model.partner(net.provider).unwrap().partner_id.clone();
        net.books.edit_sub(net.sub, |s| s.partner_of_record = own);
    });
    assert_eq!(kinds, [FixKind::ClearRecord, FixKind::ChooseRecord]);
    let kinds = offered(Reason::FurtherTwice, |net| {
        net.books.edit_sub(net.sub, |s| s.additional_partners = vec!["123456".into(), "0123456".into()]);
    });
    assert_eq!(kinds[0], FixKind::TidyFurther);
    let kinds = offered(Reason::NoSeller, |net| net.books.edit_sub(net.sub, |s| s.seller = None));
    assert_eq!(kinds, [FixKind::ChooseSeller]);
    let kinds = offered(Reason::SellerElsewhere, |net| {
        net.books.edit_sub(net.sub, |s| (s.channel, s.partner_of_record) = (Channel::Ea, None));
    });
    assert_eq!(kinds[0], FixKind::ClearSeller);
}

#[test]
fn two_channels_may_be_wanted() {
    let kinds = offered(Reason::RunsTwice, |net| {
        net.books.edit_sub(net.sub, |s| {
            (s.family, s.creation) = (Family::AzurePlan, Some(moment("2026-01-01")));
        });
        let old = net.books.sub(net.customer, net.provider, None);
        net.books.edit_sub(old, |s| {
            (s.channel, s.seller, s.family) = (Channel::Ea, None, Family::AzureSubscription);
            s.creation = Some(moment("2025-01-01"));
        });
    });
    assert_eq!(kinds, [FixKind::MarkWanted]);
}

#[test]
fn business_with_a_csp_tenant_moves_to_a_tenant_of_its_own() {
    let kinds = offered(Reason::AccountAsCustomer, |net| {
        let alpina = net.books.direct_bill("Alpina", "DE");
        net.books.customer_on(alpina);
        net.books.relationship(net.reseller, alpina);
    });
    assert_eq!(kinds, [FixKind::SeparateTenant, FixKind::ChooseCustomer]);
}

#[test]
fn every_finding_of_a_network_out_of_order_has_answers_that_hold() {
    // A direct-bill account as a customer, a reseller that is one too, a partnership across regions.
    for reason in [Reason::ResellerAsCustomer, Reason::ResellerInOtherRegion, Reason::CustomerInOtherRegion] {
        let (book, finding) = faulty(reason, |net| {
            let us = net.books.account("Lakeside", "US", Role::IndirectReseller);
            net.books.partnership(net.provider, us);
            net.books.relationship(us, net.customer);
            net.books.customer_on(net.reseller);
            net.books.relationship(net.provider, net.reseller);
        });
        let offered = fixes(book.model(), book.today(), &finding);
        assert!(offered.iter().any(|fix| matches!(fix.does, Does::Choose(_))), "{reason:?}");
        assert!(offered.iter().any(|fix| matches!(fix.does, Does::Step(_))), "{reason:?}");
    }
}

#[test]
fn removing_a_relationship_suspends_what_runs_when_asked() {
    let net = network();
    let (of_provider, _) = ids(&net);
    let mut book = Book::new(net.books.model, net.books.today);
    let step = crate::edit::ops::remove_relationship(
        book.model(),
        book.today(),
        of_provider,
        crate::edit::ops::DapAfter::Removed,
    );
    let step = step.unwrap();
    assert!(!Verdict::of(&mut book, &step).allows());
    let whole = fix_and_retry(&mut book, step).unwrap();
    assert_eq!(whole.verb, Verb::RemoveRelationship);
    let _ = book.commit(whole).unwrap();
    assert_eq!(book.model().subscription(net.sub).unwrap().status, Status::Suspended);
}

#[test]
fn what_nothing_mends_stays_refused_and_the_book_as_it_was() {
    let mut net = network();
    let us = net.books.reseller("Lakeside", "US");
    let provider = net.provider;
    let mut book = Book::new(net.books.model, net.books.today);
    let before = book.model().clone();
    let slot = Slot::Reseller { provider };
    let refused = fix_and_choose(&mut book, &slot, Key::Partner(us));
    assert!(matches!(refused, Err(Verdict::Barred(findings)) if !findings.is_empty()));
    assert_eq!(book.model(), &before);
    let stale = Transaction::new(Verb::Edit, vec![Change::remove(crate::model::Partner::default())]);
    assert_eq!(fix_and_retry(&mut book, stale), Err(Vec::new()));
}

#[test]
fn a_reseller_on_record_becomes_a_partner_first() {
    let mut net = network();
    let kumo = net.books.reseller("Kumo", "DE");
    let mut book = Book::new(net.books.model, net.books.today);
    let slot = Slot::RecordReseller { subscription: net.sub };
    let step = fix_and_choose(&mut book, &slot, Key::Partner(kumo)).unwrap();
    let _ = book.commit(step).unwrap();
    assert!(book.model().are_partners(net.provider, kumo));
    let s = book.model().subscription(net.sub).unwrap();
    assert_eq!(book.model().reseller_of(s).map(|p| p.tenant), Some(kumo));
}

#[test]
fn a_support_contact_gets_relationship_and_privileges_first() {
    let mut net = network();
    let kumo = net.books.reseller("Kumo", "DE");
    let mut book = Book::new(net.books.model, net.books.today);
    let slot = Slot::SupportContact { subscription: net.sub };
    let step = fix_and_choose(&mut book, &slot, Key::Partner(kumo)).unwrap();
    assert_eq!((step.verb, step.changes.len()), (Verb::SetSupportContact, 3));
    let receipt = book.commit(step).unwrap();
    // That a security group must be assigned is nobody's to supply.
    let appeared: Vec<Reason> = receipt.appeared.iter().map(|finding| finding.reason).collect();
    assert_eq!(appeared, [Reason::NobodyAssigned]);
    assert_eq!(book.model().subscription(net.sub).unwrap().support_contact, Some(kumo));
}

#[test]
fn any_finding_but_one_of_integrity_can_be_accepted_which_mends_nothing() {
    let (book, finding) = faulty(Reason::NotDigits, |net| {
        net.books.edit_partner(net.reseller, |p| p.partner_id = Some("MPN 4847383".into()));
    });
    let accepts = Fix::accepts(&finding).unwrap();
    assert_eq!(accepts.does, Does::Accept(finding));
    assert!(!accepts.kind.supplies(), "nobody accepts anything unasked");
    assert!(!fixes(book.model(), book.today(), &finding).contains(&accepts), "it is no way to mend");
    assert_eq!(Fix::accepts(&Finding { severity: Severity::Integrity, ..finding }), None);
}

/// A customer that has accepted nothing and ordered nothing.
fn newcomer() -> (Network, crate::model::TenantId) {
    let mut net = network();
    let customer = net.books.customer("Imprimerie du Lac", "FR");
    net.books.relationship(net.provider, customer);
    net.books.relationship(net.reseller, customer);
    (net, customer)
}

#[test]
fn a_first_order_comes_with_the_agreement_it_lacks() {
    use crate::edit::ops::{Purchase, add_subscription};
    let (net, customer) = newcomer();
    let purchase = Purchase::Indirect { seller: net.provider, reseller: Some(net.reseller) };
    let product = crate::model::Subscription { family: Family::LicenseNce, ..Default::default() };
    let step = add_subscription(&net.books.model, net.books.today, customer, purchase, product).unwrap();
    let mut book = Book::new(net.books.model, net.books.today);
    let Err(crate::edit::Rejection::Broken(broken)) = book.would(&step) else { panic!("not refused") };
    assert_eq!(broken.iter().map(|f| f.reason).collect::<Vec<_>>(), [Reason::NoAgreement]);
    let kinds: Vec<FixKind> =
        fixes(&after(book.model(), &step), book.today(), &broken[0]).into_iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FixKind::AcceptAgreement(customer), FixKind::Attest(customer)]);
    let whole = fix_and_retry(&mut book, step).unwrap();
    let _ = book.commit(whole).unwrap();
    let agreed = book.model().customer(customer).unwrap().customer_agreement().unwrap().date;
    assert_eq!(agreed, Some(book.today()));
}

#[test]
fn agreements_are_put_right() {
    use crate::model::{Agreement, AgreementWay};
    let attested = |by| Agreement {
        way: Some(AgreementWay::PartnerAttested),
        date: "2024-05-01".parse().ok(),
        first_name: "Tania".into(),
        last_name: "Carr".into(),
        email: "tania@contoso.example".into(),
        attested_by: Some(by),
        ..Agreement::default()
    };
    let kinds = offered(Reason::AttestedByReseller, |net| {
        let wrong = attested(net.reseller);
        net.books.edit_customer(net.customer, |c| c.agreements = vec![wrong]);
    });
    assert!(matches!(kinds[..], [FixKind::UseAttester(_), FixKind::Attest(_)]), "{kinds:?}");
    let kinds = offered(Reason::AgreementInFuture, |net| {
        let late = Agreement { date: "2027-01-01".parse().ok(), ..attested(net.provider) };
        net.books.edit_customer(net.customer, |c| c.agreements = vec![late]);
    });
    assert_eq!(kinds[0], FixKind::AgreedToday);
    let kinds = offered(Reason::AgreementTwice, |net| {
        let one = attested(net.provider);
        net.books.edit_customer(net.customer, |c| c.agreements = vec![one.clone(), one]);
    });
    assert_eq!(kinds, [FixKind::DropDoubleAgreement]);
    let kinds = offered(Reason::SignerIncomplete, |net| {
        let nameless = Agreement { email: "".into(), ..attested(net.provider) };
        net.books.edit_customer(net.customer, |c| c.agreements = vec![nameless]);
    });
    assert!(matches!(kinds[..], [FixKind::Attest(_)]), "{kinds:?}");
}

#[test]
fn untidy_data_is_put_right() {
    let kinds = offered(Reason::RecordOfNobody, |net| {
        net.books.edit_sub(net.sub, |s| s.partner_of_record = Some("4999999".into()));
    });
    assert_eq!(kinds[0], FixKind::AddStub);
    let kinds = offered(Reason::LooseReference, |net| {
        let nothing = crate::model::SubscriptionId(net.books.guid());
        net.books.edit_sub(net.sub, |s| s.parent = Some(nothing));
    });
    assert_eq!(kinds[0], FixKind::ClearReference);
    let kinds = offered(Reason::Secret, |net| {
        net.books.edit_customer(net.customer, |c| c.note = "password: 0Krha*Io".into());
    });
    assert_eq!(kinds[0], FixKind::EmptyField);
    let in_hungary = |net: &mut Network, number: &str| {
        let customer = net.books.customer("Paprika", "HU");
        net.books.edit_customer(customer, |c| (c.phone, c.reg_number) = ("15550100".into(), number.into()));
    };
    let kinds = offered(Reason::NumberMisformed, |net| in_hungary(net, "12345678-90"));
    assert_eq!(kinds[0], FixKind::TidyNumber);
    let kinds = offered(Reason::NumberMisformed, |net| in_hungary(net, "1234-56"));
    assert!(matches!(kinds[..], [FixKind::EditValue(..)]), "tidying would not mend it: {kinds:?}");
}

#[test]
fn a_reseller_that_is_not_enrolled_is_replaced_or_taken_off() {
    let kinds = offered(Reason::NotEnrolled, |net| {
        net.books.edit_partner(net.reseller, |p| p.enrolment = crate::model::Enrolment::NotEnrolled);
    });
    let expected = [FixKind::ChooseRecord, FixKind::ClearRecord];
    let enrolment = matches!(kinds.last(), Some(FixKind::EditValue(Key::Partner(_), _)));
    assert!(enrolment && (kinds.len() == 1 || kinds.starts_with(&expected)), "{kinds:?}");
}
