//! Every word of edits in both languages.

use super::*;
use crate::edit::ops::next_steps;
use crate::edit::{Intent, Slot};
use crate::model::{
    Change, Customer, Day, FieldRef, Guid, Partner, PartnerField, PartnershipState, RelationshipState, Role,
    Status, Subscription, SubscriptionId,
};

const VERBS: [Verb; 22] = [
    Verb::Add,
    Verb::Edit,
    Verb::Remove,
    Verb::Import,
    Verb::Fix,
    Verb::InviteReseller,
    Verb::AcceptPartnership,
    Verb::WithdrawInvitation,
    Verb::EndPartnership,
    Verb::RequestRelationship,
    Verb::AcceptRelationship,
    Verb::WithdrawRequest,
    Verb::RemoveRelationship,
    Verb::AddCustomer,
    Verb::AddPartner,
    Verb::SupportElsewhere,
    Verb::AddSubscription,
    Verb::SetPartnerOfRecord,
    Verb::SetSupportContact,
    Verb::Waive,
    Verb::EndWaiver,
    Verb::Restore,
];

fn id(n: u64) -> TenantId {
    TenantId(Guid::own(n))
}

/// A provider whose name would clear the screen, a reseller, a customer, and its subscription.
fn model() -> Model {
    let mut model = Model::default();
    for (n, name, role) in
        [(1, "Nord\u{1b}[2J", Role::IndirectProvider), (2, "Sud Conseil", Role::IndirectReseller)]
    {
        let roles = [role].into();
        model.put(Partner { tenant: id(n), name: name.into(), roles, ..Partner::default() }.into());
    }
    model.put(Customer { tenant: id(3), name: "Vidal".into(), ..Customer::default() }.into());
    let sub = SubscriptionId(Guid::own(4));
    let name = "Azure plan".into();
    model.put(Subscription { id: sub, customer: id(3), name, ..Subscription::default() }.into());
    model
}

fn today() -> Day {
    "2026-09-15".parse().unwrap()
}

fn told_in(lang: Lang, model: &Model, intent: &Intent) -> String {
    lang.step(model, &intent.transaction(model, today()).unwrap())
}

#[test]
fn a_step_names_its_records_safely() {
    let model = model();
    let invite = Intent::InviteReseller { provider: id(1), reseller: id(2) };
    assert_eq!(told_in(Lang::En, &model, &invite), "Nord\u{241b}[2J invited Sud Conseil.");
    assert_eq!(told_in(Lang::Fr, &model, &invite), "Nord\u{241b}[2J a invité Sud Conseil.");
    let subscription = SubscriptionId(Guid::own(4));
    let support = Intent::SetSupportContact { subscription, contact: Some(id(2)) };
    assert_eq!(told_in(Lang::En, &model, &support), "Support contact of Azure plan (Vidal): Sud Conseil.");
    let removal = Intent::Remove(Key::Customer(id(3))).transaction(&model, today()).unwrap();
    assert_eq!(Lang::En.step(&model, &removal), "Removed Vidal.");
    assert_eq!(Lang::En.step(&Model::default(), &removal), "Removed Vidal.", "when it is gone already");
}

#[test]
fn many_records_are_counted() {
    let sub = |n: u64| Subscription { id: SubscriptionId(Guid::own(n)), ..Subscription::default() };
    let with = |n: u64| Subscription { support_contact: Some(id(2)), ..sub(n) };
    let changes = (10..24).map(|n| Change::edit(sub(n), with(n))).collect();
    let step = Transaction::new(Verb::SetSupportContact, changes);
    assert_eq!(Lang::En.step(&model(), &step), "Set the support contact of 14 subscriptions.");
    assert_eq!(Lang::Fr.step(&model(), &step), "Contact de support défini : 14 abonnements.");
    assert_eq!(Lang::En.records(TableName::Customer, 0), "0 customers");
    assert_eq!(Lang::Fr.records(TableName::Customer, 0), "0 client");
}

#[test]
fn every_verb_has_its_words() {
    for lang in Lang::ALL {
        for verb in VERBS {
            let one = Told::One("A".into(), "B".into(), "C".into());
            for told in [one, Told::Many(TableName::Customer, 2), Told::All(2)] {
                let step = match lang {
                    Lang::En => en::edits::step(verb, &told),
                    Lang::Fr => fr::edits::step(verb, &told),
                };
                assert!(step.contains('A') || step.contains('2'), "{verb:?}: {step}");
                assert!(!step.ends_with('.') && !step.contains("  "), "{step}");
            }
            assert!(!lang.verb(verb).is_empty());
        }
    }
}

#[test]
fn every_refusal_is_a_whole_sentence_that_names_the_record() {
    let key = Key::Partner(id(2));
    let sub = SubscriptionId(Guid::own(4));
    let standings = PartnershipState::ALL.iter().map(|state| Standing::Partnership(*state));
    let standings = standings.chain(RelationshipState::ALL.iter().map(|s| Standing::Relationship(*s)));
    let step = Verb::AcceptPartnership;
    let mut all: Vec<Impossible> =
        standings.map(|now| Impossible::Standing { step, of: key, now, next: next_steps(now) }).collect();
    all.extend([
        Impossible::Gone(key),
        Impossible::NothingOpen(step, key),
        Impossible::NotPartners { provider: id(1), reseller: id(2) },
        Impossible::NoPartnerId(id(2)),
        Impossible::Taken(key),
        Impossible::NotCopied(key),
        Impossible::NotACandidate(key),
        Impossible::Strays(key),
    ]);
    let of_subscription = [Impossible::NotLive(sub, Status::Deleted), Impossible::FixedAtPurchase(sub)];
    for lang in Lang::ALL {
        for impossible in &all {
            let sentence = lang.impossible(&model(), impossible);
            assert!(sentence.contains("Sud Conseil") && sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains('!') && !sentence.contains('\u{1b}'), "{sentence}");
        }
        for impossible in &of_subscription {
            assert!(lang.impossible(&model(), impossible).contains("Azure plan"));
        }
        assert!(lang.impossible(&model(), &Impossible::Nothing).ends_with('.'));
        assert!(
            lang.impossible(&model(), &Impossible::CloudClosed(crate::model::Cloud::Germany)).ends_with('.')
        );
        assert!(lang.impossible(&model(), &Impossible::NoAgreements(id(3))).contains("Vidal"));
    }
}

#[test]
fn fixes_and_gaps_are_named() {
    let field = FieldRef::Partner(PartnerField::Country);
    let subscription = SubscriptionId(Guid::own(4));
    for lang in Lang::ALL {
        for kind in [
            FixKind::MakePartners(id(1), id(2)),
            FixKind::EditValue(Key::Partner(id(2)), field),
            FixKind::Accept(crate::rules::Code::Reg002, Key::Partner(id(2))),
        ] {
            assert!(lang.fix(&model(), kind).contains("Sud Conseil"));
        }
        for kind in [FixKind::AcceptAgreement(id(3)), FixKind::Attest(id(3))] {
            assert!(lang.fix(&model(), kind).contains("Vidal"));
        }
        for paper in [Paper::Agreement { customer: id(3), place: None }, Paper::Location { partner: id(2) }] {
            assert!(lang.paper(&model(), paper).contains(&shown(&model(), paper.subject())));
            for blank in paper.blanks() {
                assert!(lang.about_blank(*blank).starts_with(lang.blank(*blank)));
            }
        }
        let slot = Slot::SupportContact { subscription };
        assert!(!lang.slot_title(&slot).is_empty());
        assert_eq!(lang.slot_for(&model(), &slot), "Azure plan (Vidal)");
        assert!(lang.matter(Matter::Subscriptions, 2).starts_with('2'));
    }
}
