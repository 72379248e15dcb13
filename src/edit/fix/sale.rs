//! Ways out of what is wrong with a subscription and the partners on it (R-REL, R-MP, R-MC, R-SELF-002).

use super::steps::{after, as_fix, change, privileges as grant, relate};
use super::{Case, Fix, FixKind, all, choose, step};
use crate::edit::ops::{
    Intent, Renewal, Slot, set_partner_of_record, set_renewal, set_support_contact, together,
};
use crate::model::{
    Family, FieldRef, Key, PartnerId, Record, Status, Subscription, SubscriptionField, SubscriptionId,
    TenantId, Transaction, Verb,
};

impl<'a> Case<'a> {
    pub(super) fn subscription(self) -> Option<&'a Subscription> {
        match self.finding.subject {
            Key::Subscription(id) => self.model.subscription(id),
            _ => None,
        }
    }

    /// The customer that the finding is about.
    fn customer(self) -> Option<TenantId> {
        let of = [Some(self.finding.subject), self.finding.other].into_iter().flatten();
        of.into_iter().find_map(|key| match key {
            Key::Subscription(id) => self.model.subscription(id).map(|s| s.customer),
            Key::Relationship(id) => self.model.relationships().get(id).map(|r| r.customer),
            Key::Transfer(id) => self.model.transfers().get(id).map(|t| t.customer),
            Key::Customer(id) => Some(id),
            _ => None,
        })
    }

    pub(super) fn edit_subscription(
        self,
        kind: FixKind,
        edit: impl FnOnce(&mut Subscription),
    ) -> Option<Fix> {
        let edited = change(self.model, self.finding.subject, |record| {
            if let Record::Subscription(s) = record {
                edit(s);
            }
        });
        edited.map(|edited| step(kind, edited))
    }

    fn choose_of_subscription(self, kind: FixKind, slot: fn(SubscriptionId) -> Slot) -> Option<Fix> {
        self.subscription().map(|s| choose(kind, slot(s.id)))
    }
}

fn related(case: Case<'_>) -> Option<Fix> {
    let (partner, customer) = (case.partner()?, case.customer()?);
    let related = relate(case.model, case.day, partner, customer)?;
    Some(step(FixKind::Relate(partner, customer), related))
}

/// R-REL-001, R-REL-002, R-MC-001: the partner gets its relationship.
pub(super) fn unrelated(case: Case<'_>) -> Vec<Fix> {
    all([related(case)])
}

/// R-REL-008: it gets its relationship, or the seller gives support again.
pub(super) fn support_unrelated(case: Case<'_>) -> Vec<Fix> {
    all([related(case), choose_support(case), reset_support(case)])
}

/// R-REL-008: it gets its privileges, or the seller gives support again.
pub(super) fn support_without_privileges(case: Case<'_>) -> Vec<Fix> {
    all([privileges(case), choose_support(case), reset_support(case)])
}

fn choose_support(case: Case<'_>) -> Option<Fix> {
    case.choose_of_subscription(FixKind::ChooseSupport, |subscription| Slot::SupportContact { subscription })
}

fn reset_support(case: Case<'_>) -> Option<Fix> {
    let s = case.subscription()?;
    let reset = set_support_contact(case.model, s.id, s.seller).ok()?;
    Some(step(FixKind::ResetSupport, as_fix(reset)))
}

/// OP-07: the partner gets its privileges.
pub(super) fn privileges(case: Case<'_>) -> Option<Fix> {
    let of_relationship = match case.finding.subject {
        Key::Relationship(id) => case.model.relationships().get(id).map(|r| r.partner),
        _ => None,
    };
    let (partner, customer) = (of_relationship.or_else(|| case.partner())?, case.customer()?);
    let granted = grant(case.model, case.day, partner, customer)?;
    Some(step(FixKind::GrantPrivileges(partner, customer), granted))
}

/// R-REL-003: everything of the pair that runs is suspended. What that costs is the rules' to say (R-SUB-006).
pub(super) fn still_running(case: Case<'_>) -> Vec<Fix> {
    ended(case, FixKind::Suspend, |s| {
        let suspended = s.status == Status::Active && !is_software(s) && s.family != Family::Reservation;
        suspended.then_some(Intent::SuspendSubscription(s.id))
    })
}

/// R-REL-003: reservations are cancelled; software past its return period cannot be, which is for support to solve.
pub(super) fn not_cancelled(case: Case<'_>) -> Vec<Fix> {
    ended(case, FixKind::Cancel, |s| {
        let cancelled = s.status.is_live() && s.family == Family::Reservation;
        cancelled.then_some(Intent::CancelSubscription(s.id))
    })
}

fn is_software(s: &Subscription) -> bool {
    matches!(s.family, Family::SoftwarePerpetual | Family::SoftwareSubscription)
}

/// What runs of the pair is ended, one after the other: what went along with its base is not ended twice.
fn ended(case: Case<'_>, kind: FixKind, how: fn(&Subscription) -> Option<Intent>) -> Vec<Fix> {
    let named = [case.finding.other, Some(case.finding.subject)].into_iter().flatten();
    let pair = named.into_iter().find_map(|key| match key {
        Key::Subscription(id) => case.model.subscription(id).map(|s| (s.seller, s.customer)),
        _ => None,
    });
    let Some((seller, customer)) = pair else { return Vec::new() };
    let running = case.model.subscriptions_of(customer).filter(|s| s.seller == seller);
    let mut whole = Transaction::new(Verb::Fix, Vec::new());
    for id in running.map(|s| s.id) {
        let now = after(case.model, &whole);
        let intent = now.subscription(id).and_then(how);
        if let Some(Ok(ended)) = intent.map(|intent| intent.transaction(&now, case.day)) {
            whole = together(whole, ended);
        }
    }
    if whole.is_empty() { Vec::new() } else { vec![step(kind, whole)] }
}

/// R-REL-005, R-REL-007: a reseller is put on record.
pub(super) fn choose_record(case: Case<'_>) -> Vec<Fix> {
    let slot = |subscription| Slot::RecordReseller { subscription };
    all([case.choose_of_subscription(FixKind::ChooseRecord, slot), cleared_record(case)])
}

/// R-REL-006: whoever must not stand there goes, or another is put on record.
pub(super) fn wrong_record(case: Case<'_>) -> Vec<Fix> {
    let slot = |subscription| Slot::RecordReseller { subscription };
    all([cleared_record(case), case.choose_of_subscription(FixKind::ChooseRecord, slot)])
}

fn cleared_record(case: Case<'_>) -> Option<Fix> {
    let cleared = set_partner_of_record(case.model, case.subscription()?.id, None).ok()?;
    Some(step(FixKind::ClearRecord, as_fix(cleared)))
}

/// R-MP-002, R-SELF-002, R-REG-001: another seller.
pub(super) fn choose_seller(case: Case<'_>) -> Vec<Fix> {
    let Some(s) = case.subscription() else { return case.edit().into_iter().collect() };
    let record = Box::new(Record::Subscription(s.clone()));
    let field = FieldRef::Subscription(SubscriptionField::Seller);
    let slot = Slot::Field { key: Some(Key::Subscription(s.id)), record, field };
    vec![choose(FixKind::ChooseSeller, slot)]
}

/// R-MC-001: nobody is invoiced for it, or it was bought through CSP after all.
pub(super) fn seller_elsewhere(case: Case<'_>) -> Vec<Fix> {
    let channel = super::edit(case.finding.subject, FieldRef::Subscription(SubscriptionField::Channel));
    all([case.edit_subscription(FixKind::ClearSeller, |s| s.seller = None), Some(channel)])
}

/// R-MP-002: each further partner once, and not the one on record.
pub(super) fn further(case: Case<'_>) -> Vec<Fix> {
    let tidy = case.edit_subscription(FixKind::TidyFurther, |s| {
        let mut seen: Vec<PartnerId> = s.partner_of_record.iter().cloned().collect();
        s.additional_partners.retain(|id| {
            let known = seen.iter().any(|earlier| earlier.same(id));
            seen.push(id.clone());
            !known
        });
    });
    all([tidy, case.edit()])
}

/// R-MC-002, R-SUB-005: it runs out where it is; what is bought next is bought from the new partner.
pub(super) fn stop_renewal(case: Case<'_>) -> Vec<Fix> {
    let off = case.subscription().and_then(|s| set_renewal(case.model, s.id, &Renewal::off()).ok());
    all([off.map(|off| step(FixKind::StopRenewal, as_fix(off)))])
}

/// R-MC-003: both are wanted. The old one is cancelled where it was bought, not here (R-MC-001).
pub(super) fn runs_twice(case: Case<'_>) -> Vec<Fix> {
    all([case.edit_subscription(FixKind::MarkWanted, |s| s.coexists = true)])
}
