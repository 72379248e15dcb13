//! What a move leaves behind, and what it leaves to do.

use super::{Class, Item};
use crate::edit::ops::moving::{Move, has_privileges};
use crate::model::{Family, Model, Subscription, TenantId, Verb};
use rustc_hash::FxHashSet;

/// A remark on a move. The words are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// Roles in Azure stay with the old partner.
    AzureRoles(TenantId),
    /// So many reservations and savings plans stay with the partner they were bought from.
    Reservations(usize),
    /// The old partner's Azure plan stays, with nothing under it.
    OldPlan,
    /// The prices agreed with the old partner do not move.
    Prices(TenantId),
    /// The partner keeps its relationship with the customer.
    OldRelationship(TenantId),
    /// The partner keeps its admin privileges.
    OldPrivileges(TenantId),
    /// The partner has no admin privileges for a customer.
    NoAccess(TenantId),
    /// The subscriptions have new ids.
    NewIds,
    /// Seats that are changed after the request are not taken over.
    SeatsAsAsked,
    /// Days on which the old and the new one run cost twice.
    CostsTwice,
    /// The customer cancels what it bought elsewhere.
    CancelElsewhere,
    /// Somebody looks through the Azure roles of the old partner.
    ReviewRoles,
    /// The current partner accepts the request within 30 days.
    SourceAccepts(TenantId),
}

/// The subscriptions that are taken, each with its operation.
fn taken<'a>(model: &'a Model, items: &'a [Item]) -> impl Iterator<Item = (Verb, &'a Subscription)> {
    items.iter().filter(|item| item.taken).filter_map(|item| {
        let verb = match item.class {
            Class::Moves(verb) => verb,
            Class::Later(_) => Verb::RebuyLicence,
            Class::Never(_) | Class::Barred(_) => return None,
        };
        Some((verb, model.subscription(item.id)?))
    })
}

/// What stays behind.
pub(super) fn stays(model: &Model, wish: &Move, items: &[Item]) -> Vec<Note> {
    let mut notes = Vec::new();
    for (verb, s) in taken(model, items) {
        match verb {
            Verb::TransferAzure | Verb::SwitchAzure => {
                notes.extend(s.seller.map(Note::AzureRoles));
                notes.extend(s.seller.map(Note::Prices));
                notes.extend((s.family == Family::AzurePlan).then_some(Note::OldPlan));
            }
            Verb::TransferLicences | Verb::GoIndirect => notes.extend(s.seller.map(Note::Prices)),
            Verb::MoveCustomer => notes.extend(of_old_reseller(model, wish, s)),
            _ => {}
        }
    }
    let left = reservations(model, items);
    notes.extend((left > 0).then_some(Note::Reservations(left)));
    tidy(notes)
}

/// What the reseller that was on record keeps.
fn of_old_reseller(model: &Model, wish: &Move, s: &Subscription) -> Vec<Note> {
    let old = model.reseller_of(s).map(|reseller| reseller.tenant);
    let Some(old) = old.filter(|old| Some(*old) != wish.target.reseller) else { return Vec::new() };
    let related = !wish.leaves && model.is_reseller_of(old, s.customer);
    let has_access = has_privileges(model, old, s.customer);
    let notes = [(related, Note::OldRelationship(old)), (has_access, Note::OldPrivileges(old))];
    notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect()
}

/// The reservations of the customers at the sellers that something moves away from.
fn reservations(model: &Model, items: &[Item]) -> usize {
    let mut pairs = FxHashSet::default();
    let from: Vec<_> = taken(model, items)
        .filter(|(_, s)| s.channel.is_csp())
        .map(|(_, s)| (s.customer, s.seller))
        .filter(|pair| pairs.insert(*pair))
        .collect();
    let stays = |s: &&Subscription| {
        s.status.is_live() && matches!(s.family, Family::Reservation | Family::SavingsPlan)
    };
    let at = |(customer, seller)| {
        model.subscriptions_of(customer).filter(stays).filter(move |s| s.seller == seller).count()
    };
    from.into_iter().map(at).sum()
}

/// What comes after, in the book as the step leaves it.
pub(super) fn after(model: &Model, seen: &Model, wish: &Move, items: &[Item]) -> Vec<Note> {
    let mut notes = Vec::new();
    for (verb, s) in taken(model, items) {
        notes.extend_from_slice(match verb {
            Verb::TransferAzure | Verb::SwitchAzure => &[Note::ReviewRoles],
            Verb::TransferLicences => &[Note::NewIds],
            Verb::GoIndirect => &[Note::NewIds, Note::SeatsAsAsked],
            Verb::RebuyLicence => &[Note::CostsTwice],
            Verb::TakeOverUsage => &[Note::CancelElsewhere],
            _ => &[],
        });
        if matches!(verb, Verb::TransferAzure | Verb::TransferLicences) {
            notes.extend(s.seller.map(Note::SourceAccepts));
        }
        let front = wish.target.front();
        notes.extend((!has_privileges(seen, front, s.customer)).then_some(Note::NoAccess(front)));
    }
    tidy(notes)
}

/// Each once, in the order of the list.
fn tidy(mut notes: Vec<Note>) -> Vec<Note> {
    notes.sort_unstable();
    notes.dedup();
    notes
}
