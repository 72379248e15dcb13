//! The facts that decide: on examples of several families, and for every finding of the invented network.

use super::*;
use crate::model::{
    CustomerField, PartnerField, PartnershipField, RelationshipField, Status, SubscriptionField, TenantId,
    Waiver, WaiverId,
};
use crate::rules::testing::{Books, day};
use crate::rules::{Clock, Findings, Validity};

fn case(books: &Books, code: Code, subject: Key) -> Case {
    Case::of(&Look { model: &books.model, today: books.today }, code, subject)
}

fn fields(case: &Case) -> Vec<(Key, FieldRef)> {
    case.facts.iter().map(|fact| (fact.of, fact.field)).collect()
}

/// A provider in Denmark that sells to a French customer through a reseller in Italy.
fn sold() -> (Books, Key, [TenantId; 3]) {
    let mut books = Books::new();
    let (provider, reseller) = (books.provider("Nordlys", "DK"), books.reseller("Ponte", "IT"));
    let customer = books.customer("Clinique", "FR");
    books.partnership(provider, reseller);
    books.relationship(provider, customer);
    books.relationship(reseller, customer);
    let sale = books.sub(customer, provider, Some(reseller));
    (books, Key::Subscription(sale), [provider, reseller, customer])
}

#[test]
fn what_would_change_the_answer_is_told_on_both_sides() {
    let (mut books, _, [provider, reseller, _]) = sold();
    books.edit_partner(reseller, |p| p.country = "US".parse().ok());
    let id = books.model.partnerships_between(provider, reseller).next().unwrap().id;
    let case = case(&books, Code::Reg002, Key::Partnership(id));
    assert_eq!(case.findings.len(), 1);
    assert_eq!(case.weight, Weight::Each);
    let told = fields(&case);
    let partnership = Key::Partnership(id);
    for fact in [
        (partnership, FieldRef::Partnership(PartnershipField::State)),
        (Key::Partner(provider), FieldRef::Partner(PartnerField::Country)),
        (Key::Partner(reseller), FieldRef::Partner(PartnerField::Country)),
    ] {
        assert!(told.contains(&fact), "{fact:?} is not among {told:?}");
    }
    assert!(!told.contains(&(Key::Partner(reseller), FieldRef::Partner(PartnerField::Phone))), "{told:?}");
    assert_eq!(told[0].0, partnership, "the subject comes first");
}

#[test]
fn a_password_in_a_note_is_not_repeated() {
    let (mut books, _, [provider, ..]) = sold();
    books.edit_partner(provider, |p| p.note = "password: hunter2".into());
    let case = case(&books, Code::Hyg003, Key::Partner(provider));
    assert_eq!(case.findings.len(), 1);
    assert_eq!(case.facts.len(), 1);
    assert_eq!(case.facts[0].value, Value::Text("***".into()));
}

#[test]
fn a_rule_that_has_nothing_to_say_is_explained_too() {
    let (books, sale, [provider, _, customer]) = sold();
    let case = case(&books, Code::Rel001, sale);
    assert!(case.is_silent());
    let told = fields(&case);
    let relationship = books.model.relationships_between(provider, customer).next().unwrap().id;
    for fact in [
        (sale, FieldRef::Subscription(SubscriptionField::Seller)),
        (Key::Relationship(relationship), FieldRef::Relationship(RelationshipField::State)),
    ] {
        assert!(told.contains(&fact), "{fact:?} is not among {told:?}");
    }
}

#[test]
fn facts_that_decide_together_are_told_as_such() {
    let (mut books, sale, [provider, _, customer]) = sold();
    let Key::Subscription(id) = sale else { panic!() };
    let relationship = books.model.relationships_between(provider, customer).next().unwrap().id;
    books.model.take(Key::Relationship(relationship));
    books.edit_sub(id, |s| (s.status, s.channel) = (Status::Deleted, crate::model::Channel::Ea));
    let case = case(&books, Code::Rel001, sale);
    assert!(case.is_silent());
    assert_eq!(case.weight, Weight::Together);
    let told = fields(&case);
    assert!(told.contains(&(sale, FieldRef::Subscription(SubscriptionField::Status))), "{told:?}");
    assert!(told.contains(&(sale, FieldRef::Subscription(SubscriptionField::Channel))), "{told:?}");
}

#[test]
fn what_is_missing_is_told_with_its_field() {
    let (mut books, sale, [_, _, customer]) = sold();
    books.edit_customer(customer, |c| c.country = None);
    let case = case(&books, Code::Reg001, sale);
    assert!(case.findings.is_empty());
    assert_eq!(case.gaps.len(), 1);
    let country = (Key::Customer(customer), FieldRef::Customer(CustomerField::Country));
    let fact = case.facts.iter().find(|fact| (fact.of, fact.field) == country).unwrap();
    assert_eq!(fact.value, Value::Empty);
}

#[test]
fn an_accepted_finding_is_explained_like_another() {
    let (mut books, _, [provider, reseller, _]) = sold();
    books.edit_partner(reseller, |p| p.country = "US".parse().ok());
    let id = books.model.partnerships_between(provider, reseller).next().unwrap().id;
    let record = Key::Partnership(id).to_string();
    let waiver = Waiver {
        id: WaiverId::of("R-REG-002", &record),
        rule: "R-REG-002".into(),
        record: record.as_str().into(),
        ..Waiver::default()
    };
    books.model.put(waiver.into());
    let case = case(&books, Code::Reg002, Key::Partnership(id));
    assert_eq!((case.findings.len(), case.waived.len()), (0, 1));
    assert!(!case.facts.is_empty() && !case.is_silent());
}

#[test]
fn a_rule_is_in_force_between_its_dates_with_both_included() {
    let valid = Validity { from: Some((2020, 5, 12)), until: Some((2026, 5, 3)) };
    let rule = Rule { valid, ..*rule(Code::Reg002).unwrap() };
    for (today, expected) in [
        ("2020-05-11", InForce::NotYet(day("2020-05-12"))),
        ("2020-05-12", InForce::Now),
        ("2026-05-03", InForce::Now),
        ("2026-05-04", InForce::NoMore(day("2026-05-03"))),
    ] {
        assert_eq!(in_force(&rule, day(today)), expected, "{today}");
    }
    let always = Rule { valid: Validity::ALWAYS, ..rule };
    assert_eq!(in_force(&always, day("1999-12-31")), InForce::Now);
}

#[test]
fn of_a_record_that_is_not_judged_those_that_it_is_related_by_are() {
    let (mut books, _, [provider, reseller, customer]) = sold();
    books.edit_partner(reseller, |p| p.country = "US".parse().ok());
    let look = Look { model: &books.model, today: books.today };
    let found = subjects(&look, Code::Psh002, Key::Partner(provider), 3);
    assert!(matches!(found[..], [Key::Partnership(_)]), "{found:?}");
    assert_eq!(subjects(&look, Code::Id001, Key::Partner(provider), 3), [Key::Partner(provider)]);
    assert_eq!(subjects(&look, Code::Rel003, Key::Customer(customer), 3), [], "it is judged on edits");
}

#[test]
fn a_deadline_rests_on_the_fields_that_set_it() {
    let (mut books, sale, _) = sold();
    let Key::Subscription(id) = sale else { panic!() };
    books.edit_sub(id, |s| {
        s.commitment_end = Some(day("2026-12-31").start());
        s.auto_renew = Some(false);
    });
    let look = Look { model: &books.model, today: books.today };
    let deadline = Deadline { on: day("2026-12-31"), clock: Clock::Ends, subject: sale };
    let told: Vec<FieldRef> = facts_of_deadline(&look, &deadline).iter().map(|fact| fact.field).collect();
    for field in [SubscriptionField::Status, SubscriptionField::CommitmentEnd, SubscriptionField::AutoRenew] {
        assert!(told.contains(&FieldRef::Subscription(field)), "{told:?}");
    }
    assert!(!told.contains(&FieldRef::Subscription(SubscriptionField::Quantity)), "{told:?}");
}

/// The facts are told of every family, and whatever is told decides: with another value the rule says something else.
#[test]
fn every_finding_of_the_invented_network_rests_on_facts() {
    let model = crate::demo::small(crate::demo::SEED);
    let today = crate::demo::day();
    let findings = Findings::of(&model, today).sorted();
    let look = Look { model: &model, today };
    let mut told = Vec::new();
    for finding in findings {
        if told.iter().filter(|code| **code == finding.rule).count() >= 3 {
            continue;
        }
        told.push(finding.rule);
        let case = Case::of(&look, finding.rule, finding.subject);
        assert!(case.findings.contains(&finding));
        assert!(!case.facts.is_empty(), "{finding:?}");
        // The rules of hygiene read them.
        let hygiene = finding.rule.text().starts_with("R-HYG");
        let ours = |fact: &&Fact| matches!(fact.field.name(), "note" | "tags" | "phone");
        let unread = case.facts.iter().find(|fact| !hygiene && ours(fact));
        assert_eq!(unread, None, "{finding:?}");
    }
    assert!(told.len() > 10);
}
