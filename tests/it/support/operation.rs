//! Random operations of the programme on random books.

use super::random;
use partnerbook::edit::ops::{self, Ask, DapAfter, Impossible, Through};
use partnerbook::model::{
    Day, Guid, Key, Model, Record, TableName, TenantId, Transaction, Transfer, TransferKind,
};
use proptest::prelude::*;

/// An operation, told without the book it will meet: which, and on which records.
#[derive(Clone, Debug)]
pub struct Deed {
    kind: Kind,
    picks: (u8, u8, u8),
}

/// Which operation.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Request,
    AddPartner,
    Accept,
    Remove,
    Withdraw,
    Invite,
    AcceptPartnership,
    EndPartnership,
    Delete,
    GiveId,
    Grant,
    Prepare,
    GoOnWithPrivileges,
    RemovePrivileges,
    RequestTransfer,
    GoOnWithTransfer,
}

/// Any operation.
pub fn deed() -> impl Strategy<Value = Deed> {
    use Kind::{
        Accept, AcceptPartnership, AddPartner, Delete, EndPartnership, GiveId, GoOnWithPrivileges,
        GoOnWithTransfer, Grant, Invite, Prepare, Remove, RemovePrivileges, Request, RequestTransfer,
        Withdraw,
    };
    let all = vec![
        Request,
        AddPartner,
        Accept,
        Remove,
        Withdraw,
        Invite,
        AcceptPartnership,
        EndPartnership,
        Delete,
        GiveId,
        Grant,
        Prepare,
        GoOnWithPrivileges,
        RemovePrivileges,
        RequestTransfer,
        GoOnWithTransfer,
    ];
    deed_of(all)
}

/// An operation that adds a partner to a customer.
pub fn addition() -> impl Strategy<Value = Deed> {
    deed_of(vec![Kind::Request, Kind::AddPartner, Kind::Accept])
}

fn deed_of(kinds: Vec<Kind>) -> impl Strategy<Value = Deed> {
    (proptest::sample::select(kinds), any::<(u8, u8, u8)>()).prop_map(|(kind, picks)| Deed { kind, picks })
}

/// The step that it means for a book; nothing where the records it needs are not there, or it leads nowhere.
pub fn step(deed: &Deed, model: &Model, day: Day) -> Option<Transaction> {
    let (a, b, c) = deed.picks;
    let partner = |n| tenant(random::nth(model, TableName::Partner, n)?);
    let customer = |n| tenant(random::nth(model, TableName::Customer, n)?);
    let through = || if c % 2 == 0 { Some(Through::Alone) } else { partner(c / 2).map(Through::Provider) };
    let ask = if c % 4 < 2 { Ask::Relationship } else { Ask::WithPrivileges };
    let done: Result<Transaction, Impossible> = match deed.kind {
        Kind::Request => ops::request_relationship(model, day, partner(a)?, customer(b)?, through()?, ask),
        Kind::AddPartner => ops::add_partner(model, day, partner(a)?, customer(b)?, through()?, ask),
        Kind::Invite => ops::invite_reseller(model, day, partner(a)?, partner(b)?),
        Kind::Delete => {
            let table = TableName::ALL[usize::from(a) % TableName::ALL.len()];
            ops::remove(model, random::nth(model, table, b)?)
        }
        Kind::GiveId => {
            let table = [TableName::Partner, TableName::Customer][usize::from(a % 2)];
            give_id(model, random::nth(model, table, b)?)
        }
        Kind::Accept | Kind::Remove | Kind::Withdraw => on_relationship(deed, model, day)?,
        Kind::AcceptPartnership | Kind::EndPartnership => on_partnership(deed, model, day)?,
        Kind::Grant => ops::grant_privileges(model, day, partner(a)?, customer(b)?),
        Kind::Prepare => ops::prepare_privileges(model, day, partner(a)?, customer(b)?),
        Kind::GoOnWithPrivileges => on_privileges(deed, model, day)?,
        Kind::RemovePrivileges => {
            let table = [TableName::Admin, TableName::Relationship][usize::from(a % 2)];
            ops::remove_privileges(model, day, random::nth(model, table, b)?)
        }
        Kind::RequestTransfer => {
            let Key::Subscription(item) = random::nth(model, TableName::Subscription, a)? else {
                return None;
            };
            let item = model.subscription(item)?;
            let kind = TransferKind::ALL[usize::from(c) % TransferKind::ALL.len()];
            let (source, target) = (item.seller, partner(b));
            let subscriptions = vec![item.id];
            let wish = Transfer {
                customer: item.customer,
                source,
                target,
                kind,
                subscriptions,
                ..Transfer::default()
            };
            ops::request_transfer(model, day, wish)
        }
        Kind::GoOnWithTransfer => on_transfer(deed, model, day)?,
    };
    done.ok()
}

fn on_relationship(deed: &Deed, model: &Model, day: Day) -> Option<Result<Transaction, Impossible>> {
    let Key::Relationship(id) = random::nth(model, TableName::Relationship, deed.picks.0)? else {
        return None;
    };
    Some(match deed.kind {
        Kind::Accept => ops::accept_relationship(model, day, id),
        Kind::Withdraw => ops::withdraw_request(model, day, id),
        _ => ops::remove_relationship(model, day, id, DapAfter::Removed),
    })
}

fn on_partnership(deed: &Deed, model: &Model, day: Day) -> Option<Result<Transaction, Impossible>> {
    let Key::Partnership(id) = random::nth(model, TableName::Partnership, deed.picks.0)? else { return None };
    Some(match deed.kind {
        Kind::AcceptPartnership => ops::accept_partnership(model, day, id),
        _ => ops::end_partnership(model, day, id),
    })
}

fn on_privileges(deed: &Deed, model: &Model, day: Day) -> Option<Result<Transaction, Impossible>> {
    let Key::Admin(id) = random::nth(model, TableName::Admin, deed.picks.0)? else { return None };
    Some(match deed.picks.1 % 4 {
        0 => ops::send_privileges(model, day, id),
        1 => ops::approve_privileges(model, day, id),
        2 => ops::end_privileges(model, day, id),
        _ => ops::succeed_privileges(model, day, id),
    })
}

fn on_transfer(deed: &Deed, model: &Model, day: Day) -> Option<Result<Transaction, Impossible>> {
    let Key::Transfer(id) = random::nth(model, TableName::Transfer, deed.picks.0)? else { return None };
    Some(match deed.picks.1 % 4 {
        0 => ops::reject_transfer(model, id),
        1 => ops::cancel_transfer(model, id),
        _ => ops::accept_transfer(model, day, id),
    })
}

/// A tenant gets its real id, and every record that names it follows.
fn give_id(model: &Model, key: Key) -> Result<Transaction, Impossible> {
    let real = TenantId(Guid::from_bytes([0x5c; 16]));
    let after = match model.get(key) {
        Some(Record::Partner(p)) => Record::from(partnerbook::model::Partner { tenant: real, ..p }),
        Some(Record::Customer(c)) => Record::from(partnerbook::model::Customer { tenant: real, ..c }),
        _ => return Err(Impossible::Gone(key)),
    };
    ops::replace(model, key, after)
}

fn tenant(key: Key) -> Option<TenantId> {
    match key {
        Key::Partner(id) | Key::Customer(id) => Some(id),
        _ => None,
    }
}
