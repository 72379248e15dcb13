//! Partnerships of providers and resellers: invite (OP-01), accept (OP-02), withdraw, end (OP-18). Each changes the
//! one record of the partnership and nothing else: no customer, subscription or privilege of either side.

use super::draft::{edited, step};
use super::ids::next_partnership;
use super::impossible::{Impossible, Standing};
use crate::model::{
    Change, Day, Key, Model, Origin, Partnership, PartnershipId, PartnershipState, TenantId, Transaction,
    Verb,
};

/// OP-01: a provider invites a reseller.
///
/// # Errors
/// One of the two is not in the book.
pub fn invite_reseller(
    model: &Model,
    day: Day,
    provider: TenantId,
    reseller: TenantId,
) -> Result<Transaction, Impossible> {
    for partner in [provider, reseller] {
        model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    }
    let id = next_partnership(model, provider, reseller);
    let invited_on = Some(day);
    let origin = Origin::Typed;
    let state = PartnershipState::Invited;
    let invited = Partnership { id, provider, reseller, state, invited_on, origin, ..Partnership::default() };
    step(Verb::InviteReseller, [Change::add(invited)])
}

/// OP-02: the reseller accepts. The provider then has admin access to the reseller's account until it is taken away.
///
/// # Errors
/// The partnership is not in the book, or is not an open invitation.
pub fn accept_partnership(model: &Model, day: Day, id: PartnershipId) -> Result<Transaction, Impossible> {
    move_on(model, id, Verb::AcceptPartnership, |p| {
        p.state = PartnershipState::Active;
        p.accepted_on = Some(day);
        p.provider_has_access = true;
    })
}

/// Withdraws an invitation that was not accepted.
///
/// # Errors
/// The partnership is not in the book, or is not an open invitation.
pub fn withdraw_invitation(model: &Model, day: Day, id: PartnershipId) -> Result<Transaction, Impossible> {
    move_on(model, id, Verb::WithdrawInvitation, |p| {
        p.state = PartnershipState::Ended;
        p.ended_on = Some(day);
    })
}

/// OP-18: ends a partnership. Customers, subscriptions, partners of record and privileges stay as they are.
///
/// # Errors
/// The partnership is not in the book, or is not active.
pub fn end_partnership(model: &Model, day: Day, id: PartnershipId) -> Result<Transaction, Impossible> {
    move_on(model, id, Verb::EndPartnership, |p| {
        p.state = PartnershipState::Ended;
        p.ended_on = Some(day);
    })
}

/// The active partnership of a pair.
pub fn partnership_of(model: &Model, provider: TenantId, reseller: TenantId) -> Option<PartnershipId> {
    let mut between = model.partnerships_between(provider, reseller);
    between.find(|p| p.state == PartnershipState::Active).map(|p| p.id)
}

fn move_on(
    model: &Model,
    id: PartnershipId,
    verb: Verb,
    edit: impl FnOnce(&mut Partnership),
) -> Result<Transaction, Impossible> {
    let key = Key::Partnership(id);
    let partnership = model.partnerships().get(id).ok_or(Impossible::Gone(key))?;
    let now = Standing::Partnership(partnership.state);
    if !super::next_steps(now).contains(&verb) {
        return Err(Impossible::standing(verb, key, now));
    }
    step(verb, [edited(partnership, edit)])
}
