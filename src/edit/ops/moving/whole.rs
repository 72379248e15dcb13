//! A whole move as one step: what the targets lack first, then each operation on what it moves.

use super::lacks::{Asked, Need, of_customer};
use super::{
    Choice, Hold, Rebuy, Target, along, go_indirect, move_customer, rebuy_licence, switch_azure,
    take_over_usage, transfer_azure, transfer_licences,
};
use crate::edit::ops::draft::Draft;
use crate::edit::ops::impossible::Impossible;
use crate::model::{
    Change, Day, Family, Key, Model, Record, Subscription, SubscriptionId, TenantId, Transaction, Transfer,
    TransferStatus, Verb,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// What moves, to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// What is chosen to move; add-ons of what is chosen go along.
    pub subscriptions: Vec<SubscriptionId>,
    /// Of these, the licences of old that are bought anew when their term ends (OP-14).
    pub at_term_end: FxHashSet<SubscriptionId>,
    /// To whom.
    pub target: Target,
    /// True when the old reseller's relationship is removed in the end (OP-16).
    pub leaves: bool,
}

/// What one operation moves: of one customer, sold by one partner.
#[derive(Debug)]
struct Part {
    verb: Verb,
    customer: TenantId,
    ids: Vec<SubscriptionId>,
}

impl Move {
    /// The choice that tells how each subscription gets there.
    pub fn choice<'a>(&self, model: &'a Model, day: Day) -> Choice<'a> {
        Choice { model, day, target: self.target, chosen: self.subscriptions.iter().copied().collect() }
    }

    /// How a subscription gets there: a licence whose end is waited for is bought anew.
    ///
    /// # Errors
    /// Says what holds it.
    pub fn way(&self, choice: &Choice<'_>, s: &Subscription) -> Result<Verb, Hold> {
        match choice.way(s) {
            Err(Hold::TermRuns(Some(_))) if self.at_term_end.contains(&s.id) => Ok(Verb::RebuyLicence),
            way => way,
        }
    }
}

/// The operations of a move, the one that gives a mixed step its name first: that a transfer ends the old subscription is
/// no cancellation (R-SUB-005).
pub(super) const VERBS: [Verb; 7] = [
    Verb::TransferLicences,
    Verb::GoIndirect,
    Verb::TransferAzure,
    Verb::SwitchAzure,
    Verb::TakeOverUsage,
    Verb::RebuyLicence,
    Verb::MoveCustomer,
];

/// The whole move as one step, under the verb of its foremost operation. What does not move is left where it is. Rules are
/// judged when it is committed.
///
/// # Errors
/// Nothing moves: what holds the first of them; or an operation leads nowhere.
pub fn whole(model: &Model, day: Day, wish: &Move) -> Result<Transaction, Impossible> {
    let parts = parts(model, day, wish)?;
    let verb = VERBS.into_iter().find(|verb| parts.iter().any(|part| part.verb == *verb));
    let mut draft = Draft::new(model);
    supply(&mut draft, day, wish)?;
    for part in &parts {
        part.done(&mut draft, day, wish)?;
    }
    draft.step(verb.unwrap_or(Verb::MoveCustomer))
}

/// The same move while its transfers are asked for and wait: what the rules say of requests they say of this. Nothing
/// where it needs no request.
pub fn requested(model: &Model, day: Day, wish: &Move) -> Option<Transaction> {
    let done = whole(model, day, wish).ok()?;
    let mut draft = Draft::new(model);
    supply(&mut draft, day, wish).ok()?;
    let open = |record: &Record| match record {
        Record::Transfer(t) => {
            Some(Transfer { status: TransferStatus::Active, completed: None, ..t.clone() })
        }
        _ => None,
    };
    let new = done.changes.iter().filter(|change| change.before.is_none());
    let open: Vec<Transfer> = new.filter_map(|change| open(change.after.as_ref()?)).collect();
    if open.is_empty() {
        return None;
    }
    open.into_iter().for_each(|transfer| draft.change(&Change::add(transfer)));
    draft.step(Verb::RequestTransfer).ok()
}

/// Adds what the target lacks.
fn supply(draft: &mut Draft<'_>, day: Day, wish: &Move) -> Result<(), Impossible> {
    for (need, met) in needs(draft.now(), day, wish) {
        // A step before may have given it too.
        let lacks = met == Some(false) && need.is_met(draft.now(), day) == Some(false);
        if lacks && need.can_be_supplied() {
            let step = need.supply(draft.now(), day)?;
            draft.take(&step);
        }
    }
    Ok(())
}

/// What the target must have for the customers of a move, each once, and whether it has it.
pub fn needs(model: &Model, day: Day, wish: &Move) -> Vec<(Need, Option<bool>)> {
    let (mut seen, mut all) = (FxHashSet::default(), Vec::new());
    for (customer, asked) in asked(model, day, wish) {
        let needs = of_customer(model, day, customer, wish.target, asked);
        all.extend(needs.into_iter().filter(|(need, _)| seen.insert(*need)));
    }
    all
}

/// What each customer's move asks for.
fn asked(model: &Model, day: Day, wish: &Move) -> Vec<(TenantId, Asked)> {
    let mut asked: Vec<(TenantId, Asked)> = Vec::new();
    let mut places: FxHashMap<TenantId, usize> = FxHashMap::default();
    for part in parts(model, day, wish).unwrap_or_default() {
        let place = *places.entry(part.customer).or_insert_with(|| {
            asked.push((part.customer, Asked::default()));
            asked.len() - 1
        });
        if let Some((_, asked)) = asked.get_mut(place) {
            asked.agreement |= part.verb != Verb::MoveCustomer;
            asked.plan |= part.asks_for_plan(model);
            asked.privileges |= part.asks_for_privileges(model, wish.target);
        }
    }
    asked
}

/// What each operation moves, in the order of the choice.
fn parts(model: &Model, day: Day, wish: &Move) -> Result<Vec<Part>, Impossible> {
    let choice = wish.choice(model, day);
    let mut parts: Vec<Part> = Vec::new();
    let mut places: FxHashMap<(Verb, TenantId, Option<TenantId>), usize> = FxHashMap::default();
    let mut first_held = None;
    for id in &wish.subscriptions {
        let s = model.subscription(*id).ok_or(Impossible::Gone(Key::Subscription(*id)))?;
        if choice.goes_along(s) {
            continue;
        }
        match wish.way(&choice, s) {
            Ok(verb) => {
                let place = *places.entry((verb, s.customer, s.seller)).or_insert(parts.len());
                match parts.get_mut(place) {
                    Some(part) => part.ids.push(*id),
                    None => parts.push(Part { verb, customer: s.customer, ids: vec![*id] }),
                }
            }
            Err(hold) => first_held = first_held.or(Some(Impossible::Held(*id, hold))),
        }
    }
    if parts.is_empty() { Err(first_held.unwrap_or(Impossible::Nothing)) } else { Ok(parts) }
}

impl Part {
    /// The old reseller gave support, and the new one is to.
    fn asks_for_privileges(&self, model: &Model, target: Target) -> bool {
        let gave = |id: &SubscriptionId| {
            let s = model.subscription(*id)?;
            let old = model.reseller_of(s)?.tenant;
            Some(s.support_contact == Some(old) && s.seller != Some(old) && target.reseller != Some(old))
        };
        let all = self.ids.iter().flat_map(|id| std::iter::once(*id).chain(along(model, *id)));
        target.reseller.is_some() && all.into_iter().any(|id| gave(&id) == Some(true))
    }

    /// Azure goes under a plan of the target; under one provider only what leaves its own plan behind.
    fn asks_for_plan(&self, model: &Model) -> bool {
        let alone = |id: &SubscriptionId| {
            let s = model.subscription(*id);
            s.is_some_and(|s| s.family == Family::AzureSubscription)
        };
        match self.verb {
            Verb::TakeOverUsage | Verb::TransferAzure => true,
            Verb::MoveCustomer => self.ids.iter().any(alone),
            _ => false,
        }
    }

    fn done(&self, draft: &mut Draft<'_>, day: Day, wish: &Move) -> Result<(), Impossible> {
        let (ids, target) = (self.ids.as_slice(), wish.target);
        let step = match self.verb {
            Verb::TakeOverUsage => return self.each(draft, |m, id| take_over_usage(m, day, id, target)),
            Verb::RebuyLicence => {
                return self.each(draft, |m, id| rebuy_licence(m, day, id, target, Rebuy::AtTermEnd));
            }
            Verb::SwitchAzure => switch_azure(draft.now(), day, ids, target),
            Verb::TransferAzure => transfer_azure(draft.now(), day, ids, target),
            Verb::TransferLicences => transfer_licences(draft.now(), day, ids, target),
            Verb::GoIndirect => {
                let partner = target.reseller.ok_or(Impossible::Nothing)?;
                go_indirect(draft.now(), day, partner, target.seller, ids)
            }
            _ => move_customer(draft.now(), day, ids, target.front(), wish.leaves),
        }?;
        draft.take(&step);
        Ok(())
    }

    fn each(
        &self,
        draft: &mut Draft<'_>,
        build: impl Fn(&Model, SubscriptionId) -> Result<Transaction, Impossible>,
    ) -> Result<(), Impossible> {
        for id in &self.ids {
            let step = build(draft.now(), *id)?;
            draft.take(&step);
        }
        Ok(())
    }
}
