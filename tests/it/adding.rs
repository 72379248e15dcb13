//! R-MP-001 as a property: over random books, the operations that add a partner to a customer leave every record that
//! exists as it is. `PROPTEST_CASES` sets how many books.

use partnerbook::edit::ops::{Ask, Through};
use partnerbook::edit::{Book, Intent};
use partnerbook::model::{
    Admin, AdminId, AdminStatus, Agreement, Channel, Customer, Dap, Guid, Key, Model, Partner, PartnerId,
    Partnership, PartnershipId, PartnershipState, Record, Relationship, RelationshipId, RelationshipState,
    Role, Subscription, SubscriptionId, TenantId,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::Cell;

/// What a record of the small world consists of.
type Dice = (u8, u8, u8, u8);

fn pick<T: Copy>(all: &[T], dice: u8) -> T {
    all[usize::from(dice) % all.len()]
}

fn id(n: u8) -> Guid {
    Guid::from_bytes([0x5c, 0x2f, 0x7b, 0x1e, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, n])
}

/// Few partners and few customers, one tenant both.
fn partner(dice: u8) -> TenantId {
    TenantId(id(dice % 6))
}

fn customer(dice: u8) -> TenantId {
    TenantId(id(5 + dice % 5))
}

fn world() -> Model {
    let mut model = Model::default();
    for n in 0..6 {
        let role = pick(&[Role::IndirectProvider, Role::IndirectReseller, Role::DirectBill], n);
        let partner_id = Some(PartnerId::from(format!("484700{n}").as_str()));
        let (tenant, country) = (partner(n), "FR".parse().ok());
        let partner = Partner { tenant, roles: [role].into(), country, partner_id, ..Partner::default() };
        model.put(partner.into());
    }
    for n in 0..5 {
        let country = pick(&["FR", "DE", "US"], n).parse().ok();
        let agreements = vec![Agreement::default(); usize::from(n % 2)];
        model.put(Customer { tenant: customer(n), country, agreements, ..Customer::default() }.into());
    }
    model
}

fn record((kind, a, b, c): Dice) -> Record {
    let (by, of) = (partner(a), customer(b));
    match kind % 4 {
        0 => {
            let state = pick(PartnershipState::ALL, c);
            let id = PartnershipId::of(by, partner(b), usize::from(c % 2));
            Partnership { id, provider: by, reseller: partner(b), state, ..Partnership::default() }.into()
        }
        1 => {
            let (state, dap) = (pick(RelationshipState::ALL, c), pick(Dap::ALL, c / 3));
            let id = RelationshipId::of(by, of, usize::from(c % 2));
            let via_provider = (c % 5 == 0).then(|| partner(c));
            Relationship {
                id,
                partner: by,
                customer: of,
                state,
                dap,
                via_provider,
                ..Relationship::default()
            }
            .into()
        }
        2 => {
            let (id, channel) = (SubscriptionId(id(100 + c % 20)), pick(Channel::ALL, a));
            let (seller, support_contact) = ((a % 4 > 0).then_some(by), (c % 2 == 0).then(|| partner(c)));
            Subscription { id, customer: of, channel, seller, support_contact, ..Subscription::default() }
                .into()
        }
        _ => {
            let (id, status) = (AdminId(id(200 + c % 20), None), pick(AdminStatus::ALL, c));
            Admin { id, partner: Some(by), customer: Some(of), status, ..Admin::default() }.into()
        }
    }
}

fn intent(model: &Model, (kind, a, b, c): Dice) -> Option<Intent> {
    let (partner, customer) = (partner(a), customer(b));
    let through = if c % 2 == 0 { Through::Alone } else { Through::Provider(self::partner(c / 2)) };
    let ask = if c % 3 == 0 { Ask::WithPrivileges } else { Ask::Relationship };
    match kind % 4 {
        0 => Some(Intent::RequestRelationship { partner, customer, through, ask }),
        1 => Some(Intent::AddPartner { partner, customer, through, ask }),
        2 => Some(Intent::GrantPrivileges { partner, customer }),
        _ => {
            let open = model.relationships_of(customer).filter(|r| r.state == RelationshipState::Requested);
            open.map(|r| Intent::AcceptRelationship(r.id)).last()
        }
    }
}

/// The one thing that may differ: a request of this customer that was accepted, in what acceptance sets.
fn is_accepted(before: &Record, after: &Record) -> bool {
    let (Record::Relationship(before), Record::Relationship(after)) = (before, after) else { return false };
    let accepted = Relationship {
        state: RelationshipState::Active,
        accepted_on: after.accepted_on,
        dap: if before.dap == Dap::Requested { Dap::Granted } else { before.dap },
        ..before.clone()
    };
    before.state == RelationshipState::Requested && accepted == *after
}

fn check(before: &Model, after: &Model, intent: &Intent) -> Result<(), TestCaseError> {
    let accepts = matches!(intent, Intent::AcceptRelationship(_));
    for key in before.keys() {
        let (old, new) = (before.get(key), after.get(key));
        let accepted = accepts && old.as_ref().zip(new.as_ref()).is_some_and(|(a, b)| is_accepted(a, b));
        prop_assert!(old == new || accepted, "{:?} changed {}: {:?} to {:?}", intent, key, old, new);
    }
    let added = after.keys().filter(|key| !before.contains(*key));
    let fits = |key: Key| matches!(key, Key::Relationship(_) | Key::Admin(_));
    prop_assert!(added.into_iter().all(fits), "{:?} adds more than ties", intent);
    Ok(())
}

#[test]
fn r_mp_001_adding_a_partner_changes_nothing_that_exists() {
    let done = Cell::new(0);
    let strategy = (vec(any::<Dice>(), 0..40), vec(any::<Dice>(), 1..8));
    let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..Default::default() });
    let result = runner.run(&strategy, |(records, acts)| {
        let mut model = world();
        for dice in records {
            model.put(record(dice));
        }
        // In 2021 there were delegated privileges to be granted.
        let mut book = Book::new(model, "2021-11-15".parse().unwrap());
        for act in acts {
            let Some(intent) = intent(book.model(), act) else { continue };
            let Ok(step) = intent.transaction(book.model(), book.today()) else { continue };
            // Delegated privileges are set on the relationship: that is no new partner.
            if matches!(intent, Intent::GrantPrivileges { .. }) && step.changes[0].before.is_some() {
                continue;
            }
            let before = book.model().clone();
            if book.commit(step).is_ok() {
                done.set(done.get() + 1);
                check(&before, book.model(), &intent)?;
            }
        }
        Ok(())
    });
    result.unwrap();
    assert!(done.get() > 100, "only {} steps were allowed: the books are too odd", done.get());
}
