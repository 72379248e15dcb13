//! The table of operations: complete, and held against steps that do too much.

use super::*;
use crate::edit::Intent;
use crate::edit::ops::{Ask, Impossible, Through};
use crate::model::{Change, FieldRef, Key, Record, Status, Subscription, TableName, Transaction, Waiver};
use crate::rules::testing::{Network, network};

/// What strays of a step, by the row of its own verb.
fn strays(step: &Transaction) -> Option<Key> {
    stray(step, &[step.verb])
}

fn subscription(net: &Network) -> Subscription {
    net.books.model.subscription(net.sub).unwrap().clone()
}

#[test]
fn every_operation_is_one_row_in_the_order_of_the_catalogue() {
    let ids: Vec<OpId> = OPERATIONS.iter().map(|operation| operation.id).collect();
    assert_eq!(ids, OpId::ALL);
    for operation in OPERATIONS {
        assert!(!operation.verbs.is_empty() && !operation.actors.is_empty(), "{operation:?}");
        assert!(!operation.needs.is_empty() && !operation.may.is_empty(), "{operation:?}");
        assert!(!operation.source.is_empty());
        assert_eq!(OpId::parse(&operation.id.text().to_lowercase()), Some(operation.id));
    }
}

#[test]
fn every_verb_belongs_to_the_operation_that_it_names() {
    for operation in OPERATIONS {
        for verb in operation.verbs {
            assert_eq!(verb.operation(), Some(operation.id.text()), "{verb:?}");
            assert_eq!(of_verb(*verb).map(|found| found.id), Some(operation.id), "{verb:?} is in two rows");
        }
    }
}

#[test]
fn no_operation_changes_a_key_or_whose_something_is() {
    for operation in OPERATIONS {
        let fields = operation.may.iter().flat_map(|may| match may {
            May::Edit(fields) => fields.to_vec(),
            May::Add(_) | May::Remove(_) => Vec::new(),
        });
        for field in fields {
            assert_ne!(FieldRef::of(field.table()).first(), Some(&field), "{:?}", operation.id);
            assert!(!["customer", "provider", "reseller", "partner"].contains(&field.name()), "{field:?}");
        }
        assert!(!operation.may.iter().any(|may| matches!(may, May::Remove(_))), "{:?}", operation.id);
    }
}

#[test]
fn op_15_sets_the_partner_of_record_and_nothing_beside_it() {
    let net = network();
    let before = subscription(&net);
    let cleared = Subscription { partner_of_record: None, ..before.clone() };
    let suspended = Subscription { status: Status::Suspended, ..cleared.clone() };
    let step = |after: Subscription| {
        Transaction::new(Verb::SetPartnerOfRecord, vec![Change::edit(before.clone(), after)])
    };
    assert_eq!(strays(&step(cleared)), None);
    assert_eq!(strays(&step(suspended)), Some(Key::Subscription(net.sub)));
}

#[test]
fn what_comes_or_goes_beside_the_list_is_a_stray_too() {
    let net = network();
    let sold = subscription(&net);
    let removed = Transaction::new(Verb::SuspendSubscription, vec![Change::remove(sold.clone())]);
    assert_eq!(strays(&removed), Some(Key::Subscription(net.sub)));
    let added = Transaction::new(Verb::EndPartnership, vec![Change::add(sold.clone())]);
    assert_eq!(strays(&added), Some(Key::Subscription(net.sub)));
    let waiver = Transaction::new(Verb::Waive, vec![Change::add(Waiver::default()), Change::remove(sold)]);
    assert_eq!(strays(&waiver), Some(Key::Subscription(net.sub)));
}

#[test]
fn a_step_of_several_operations_may_what_each_of_them_may() {
    let net = network();
    let before = subscription(&net);
    let after =
        Subscription { partner_of_record: None, support_contact: Some(net.reseller), ..before.clone() };
    let step = Transaction::new(Verb::SetPartnerOfRecord, vec![Change::edit(before, after)]);
    assert_eq!(stray(&step, &[Verb::SetPartnerOfRecord, Verb::SetSupportContact]), None);
    assert_eq!(strays(&step), Some(Key::Subscription(net.sub)));
}

#[test]
fn by_hand_anything_may_change() {
    let net = network();
    let change = vec![Change::remove(subscription(&net))];
    for verb in [Verb::Edit, Verb::Import, Verb::Fix] {
        assert_eq!(strays(&Transaction::new(verb, change.clone())), None);
    }
    assert_eq!(strays(&Transaction::new(Verb::Remove, change.clone())), None);
    assert!(strays(&Transaction::new(Verb::Add, change)).is_some(), "adding removes nothing");
}

#[test]
fn parts_of_a_field_are_looked_at_to_the_last() {
    let net = network();
    let before = net.books.model.customer(net.customer).unwrap().clone();
    let mut after = before.clone();
    after.agreements.push(crate::model::Agreement::default());
    let named = Record::from(before.clone()).differing(&Record::from(after.clone()));
    assert_eq!(named.iter().map(|field| field.name()).collect::<Vec<_>>(), ["agreements"]);
    after.agreements[0].last_name = "Vidal".into();
    let more = Record::from(after.clone());
    after.agreements[0].last_name = "Orion".into();
    assert_eq!(more.differing(&Record::from(after)), named);
}

/// The step that an intent means is the one its function builds: held against the table on its way.
#[test]
fn r_mp_001_op_08_adding_a_partner_passes_the_table() {
    let mut net = network();
    let further = net.books.reseller("Atelier Cloud", "FR");
    let intent = Intent::AddPartner {
        partner: further,
        customer: net.customer,
        through: Through::Alone,
        ask: Ask::Relationship,
    };
    let step = intent.transaction(&net.books.model, net.books.today).unwrap();
    assert_eq!((step.touches(TableName::Relationship), step.changes.len()), (1, 1));
    assert_eq!(checked(step.clone(), &[]), Ok(step.clone()));
    let too_much =
        Transaction { changes: [step.changes, vec![Change::remove(subscription(&net))]].concat(), ..step };
    assert_eq!(checked(too_much, &[]), Err(Impossible::Strays(Key::Subscription(net.sub))));
}
