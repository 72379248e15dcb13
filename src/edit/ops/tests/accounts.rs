//! Agreements, accounts in other clouds, locations: what each operation changes, and nothing else (OP-05, OP-29, OP-32).

use super::*;
use crate::model::{Agreement, AgreementWay, Enrolment, Group};
use crate::rules::{Code, Finding};

/// The texts of an attestation as a form has them.
fn texts(attester: TenantId, date: &str, email: &str) -> Vec<String> {
    let attester = attester.to_string();
    ["mca", "attested", &attester, date, "Tania", "Carr", email, ""].map(str::to_owned).to_vec()
}

/// The rules that refuse a step.
fn refused(net: &Network, intent: &Intent) -> Vec<Code> {
    let step = intent.transaction(&net.books.model, today()).unwrap();
    match Book::new(net.books.model.clone(), today()).commit(step) {
        Err(crate::edit::Rejection::Broken(broken)) => broken.iter().map(|f: &Finding| f.rule).collect(),
        Ok(_) | Err(_) => Vec::new(),
    }
}

#[test]
fn op_05_an_agreement_changes_the_customers_agreements_alone() {
    let net = network();
    let paper = Paper::Agreement { customer: net.customer, place: None };
    let intent = paper.intent(&net.books.model, &texts(net.provider, TODAY, "tania@contoso.example"));
    let step = intent.transaction(&net.books.model, today());
    let model = done(&net.books.model, step, Verb::RecordAgreement, &[Key::Customer(net.customer)]);
    let before = net.books.model.customer(net.customer).unwrap();
    let recorded = model.customer(net.customer).unwrap();
    assert_eq!(Customer { agreements: Vec::new(), ..recorded.clone() }, *before);
    let [agreement] = &recorded.agreements[..] else { panic!("one") };
    assert_eq!(
        (agreement.way, agreement.attested_by),
        (Some(AgreementWay::PartnerAttested), Some(net.provider))
    );
    assert_eq!((agreement.date, agreement.email.raw()), (Some(today()), "tania@contoso.example"));
    assert_eq!(refused(&net, &intent), []);
    let again = record_agreement(&model, net.customer, agreement.clone(), None);
    assert_eq!(again, Err(Impossible::Nothing));
}

#[test]
fn op_05_what_an_attestation_lacks_refuses_it_beside_its_blank() {
    let mut net = network();
    let stranger = net.books.direct_bill("Hanse Direkt", "DE");
    let paper = Paper::Agreement { customer: net.customer, place: None };
    for (texts, blank) in [
        (texts(net.provider, TODAY, ""), Blank::Email),
        (texts(net.provider, "2026-09-16", "t@x.example"), Blank::AgreedOn),
        (texts(net.provider, "", "t@x.example"), Blank::AgreedOn),
        (texts(net.reseller, TODAY, "t@x.example"), Blank::AttestedBy),
        (texts(stranger, TODAY, "t@x.example"), Blank::AttestedBy),
    ] {
        let intent = paper.intent(&net.books.model, &texts);
        assert_eq!(refused(&net, &intent), [Code::Enr008], "{texts:?}");
        let step = intent.transaction(&net.books.model, today()).unwrap();
        let Err(crate::edit::Rejection::Broken(broken)) =
            Book::new(net.books.model.clone(), today()).commit(step)
        else {
            panic!("not refused")
        };
        assert_eq!(paper.place_of(&broken[0], &texts), Some(blank));
    }
    assert_eq!(Blank::AgreedOn.check("2026-02-30"), Err(Wrong::NotADay));
    assert_eq!(Blank::LocationId.check("none"), Err(Wrong::NotDigits));
}

#[test]
fn op_05_an_agreement_is_put_right_in_its_place() {
    let mut net = network();
    let wrong = Agreement { way: Some(AgreementWay::PartnerAttested), ..Agreement::default() };
    let other = Agreement { way: Some(AgreementWay::DirectAcceptance), ..Agreement::default() };
    net.books.edit_customer(net.customer, |c| c.agreements = vec![wrong, other.clone()]);
    let paper = Paper::Agreement { customer: net.customer, place: Some(0) };
    let start = paper.start(&net.books.model, today()).unwrap();
    assert_eq!(start[1], "attested");
    let intent = paper.intent(&net.books.model, &texts(net.provider, TODAY, "t@x.example"));
    let model = after(&net.books.model, &intent.transaction(&net.books.model, today()).unwrap());
    let agreements = &model.customer(net.customer).unwrap().agreements;
    assert_eq!((agreements.len(), &agreements[1]), (2, &other));
    assert_eq!(agreements[0].email.raw(), "t@x.example");
}

#[test]
fn op_05_begins_with_a_partner_that_may_attest() {
    let net = network();
    let draft = agreement_draft(&net.books.model, today(), net.customer).unwrap();
    assert_eq!((draft.attested_by, draft.date), (Some(net.provider), Some(today())));
    assert_eq!(attesters(&net.books.model, net.customer), [net.provider, net.reseller]);
    let mut direct = texts(net.provider, TODAY, "");
    direct[1] = "direct".to_owned();
    let paper = Paper::Agreement { customer: net.customer, place: None };
    let Intent::RecordAgreement { agreement, .. } = paper.intent(&net.books.model, &direct) else { panic!() };
    assert_eq!(agreement.attested_by, None, "who accepts itself is attested by nobody");
}

#[test]
fn op_29_an_account_in_another_cloud_leaves_the_public_one_alone() {
    let mut net = network();
    let group = net.books.group(&[net.provider]);
    let step = enrol_in_cloud(&net.books.model, net.provider, Cloud::UsGov).unwrap();
    let Some(Record::Partner(account)) = step.changes[0].after.clone() else { panic!("a partner") };
    assert!(!net.books.model.contains(Key::Partner(account.tenant)));
    let key = Key::Partner(account.tenant);
    let model = done(&net.books.model, Ok(step), Verb::EnrolInCloud, &[key]);
    assert_eq!(
        (account.group, account.cloud, account.enrolment),
        (Some(group), Cloud::UsGov, Enrolment::Pending)
    );
    assert!(account.is_direct_bill() && !account.is_provider());
    let again = enrol_in_cloud(&model, net.provider, Cloud::UsGov);
    assert_eq!(again, Err(Impossible::Taken(key)));
    assert!(enrol_in_cloud(&model, account.tenant, Cloud::China21Vianet).is_err());
    let closed = enrol_in_cloud(&model, net.provider, Cloud::Germany);
    assert_eq!(closed, Err(Impossible::CloudClosed(Cloud::Germany)));
    assert_eq!(refused(&net, &Intent::EnrolInCloud { partner: net.provider, cloud: Cloud::UsGov }), []);
}

#[test]
fn op_29_makes_the_group_that_holds_both_together() {
    let net = network();
    let step = enrol_in_cloud(&net.books.model, net.provider, Cloud::China21Vianet).unwrap();
    let model = after(&net.books.model, &step);
    let group: &Group = model.groups().values().next().unwrap();
    assert_eq!(model.partners_of_group(group.id).count(), 2);
    let before = net.books.model.partner(net.provider).unwrap();
    let public = model.partner(net.provider).unwrap();
    assert_eq!(Partner { group: None, ..public.clone() }, *before);
    assert_eq!(model.subscription(net.sub), net.books.model.subscription(net.sub));
}

#[test]
fn op_32_a_location_changes_the_id_and_leaves_roles_and_signature() {
    let net = network();
    let paper = Paper::Location { partner: net.reseller };
    let texts = ["PLA 4847383".to_owned(), "FR".to_owned()];
    let intent = paper.intent(&net.books.model, &texts);
    let step = intent.transaction(&net.books.model, today());
    let key = Key::Partner(net.reseller);
    let model = done(&net.books.model, step, Verb::AssociateLocation, &[key]);
    let (before, located) =
        (net.books.model.partner(net.reseller).unwrap(), model.partner(net.reseller).unwrap());
    assert_eq!(located.partner_id.as_ref().unwrap().canonical(), "4847383");
    assert_eq!((&located.roles, located.mpa_signed_on), (&before.roles, before.mpa_signed_on));
    let abroad = paper.intent(&net.books.model, &["4847383".to_owned(), "US".to_owned()]);
    assert_eq!(refused(&net, &abroad), [Code::Id004]);
    let taken = net.books.model.partner(net.provider).unwrap().partner_id.clone().unwrap();
    let taken = paper.intent(&net.books.model, &[taken.text().raw().to_owned(), String::new()]);
    assert_eq!(refused(&net, &taken), [Code::Id004, Code::Id004]);
}

#[test]
fn the_offers_say_which_account_or_agreement_cannot_be() {
    let mut net = network();
    let offers = Intent::for_row(&net.books.model, Key::Partner(net.provider));
    let clouds: Vec<_> =
        offers.iter().filter(|o| o.verb == Verb::EnrolInCloud).map(|o| o.does.is_ok()).collect();
    assert_eq!(clouds, [true, true, false]);
    let agreement = |net: &Network| {
        let offers = Intent::for_row(&net.books.model, Key::Customer(net.customer));
        offers.into_iter().find(|o| o.verb == Verb::RecordAgreement).map(|o| o.does).unwrap()
    };
    let paper = Paper::Agreement { customer: net.customer, place: None };
    assert_eq!(agreement(&net), Ok(Do::Paper(paper)));
    net.books.edit_customer(net.customer, |c| c.cloud = Cloud::UsGov);
    assert_eq!(agreement(&net), Err(Impossible::NoAgreements(net.customer)));
}
