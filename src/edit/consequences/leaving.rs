//! What follows when a partner leaves the programme: what it was party to stays recorded, and stands on nothing.

use super::{Effect, Effects, Matter, counted, effect, on_record, unrecorded};
use crate::model::{
    Dap, Enrolment, Key, Model, Partner, PartnershipState, Record, Role, Row, Subscription, Transaction,
};

/// A partner that leaves, and the roles it has no more.
pub(super) struct Leaver<'a> {
    partner: &'a Partner,
    lost: Vec<Role>,
    way: Way,
}

/// How a partner leaves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It stays recorded, out of the programme.
    Programme,
    /// Its record goes, with what means nothing without it.
    Book,
}

/// True when a partner that stays recorded leaves the programme.
pub(super) fn leaves_programme(step: &Transaction) -> bool {
    partners(step).any(|leaver| leaver.way == Way::Programme)
}

/// The partners that leave by a step.
fn partners(step: &Transaction) -> impl Iterator<Item = Leaver<'_>> {
    step.changes.iter().filter_map(|change| match (&change.before, &change.after) {
        (Some(Record::Partner(before)), Some(Record::Partner(after))) => leaver(before, after),
        (Some(Record::Partner(partner)), None) => {
            Some(Leaver { partner, lost: partner.roles.iter().collect(), way: Way::Book })
        }
        _ => None,
    })
}

fn leaver<'a>(before: &'a Partner, after: &Partner) -> Option<Leaver<'a>> {
    let is_out = !is_out(before.enrolment) && is_out(after.enrolment);
    let lost: Vec<Role> = before.roles.iter().filter(|role| is_out || !after.roles.has(*role)).collect();
    (!lost.is_empty()).then_some(Leaver { partner: before, lost, way: Way::Programme })
}

/// True for an account that may order nothing in the programme any more (R-ENR-003).
fn is_out(enrolment: Enrolment) -> bool {
    match enrolment {
        Enrolment::Suspended | Enrolment::Deauthorized | Enrolment::Offboarded => true,
        Enrolment::Unknown
        | Enrolment::NotEnrolled
        | Enrolment::Pending
        | Enrolment::Active
        | Enrolment::Restricted
        | Enrolment::Other(_) => false,
    }
}

/// What stays and what is lost when the partners of a step leave; nothing when none does.
pub(super) fn effects(model: &Model, step: &Transaction) -> Effects {
    let mut all = Effects::default();
    for leaver in partners(step) {
        let (stays, loses) = leaver.effects(model);
        merge(&mut all.0, stays);
        merge(&mut all.1, loses);
    }
    all
}

fn merge(all: &mut Vec<Effect>, more: Vec<Effect>) {
    for effect in more {
        match all.iter_mut().find(|known| known.matter == effect.matter) {
            Some(known) => {
                known.of.extend(effect.of);
                known.at_least |= effect.at_least;
            }
            None => all.push(effect),
        }
    }
}

impl Leaver<'_> {
    fn sells(&self) -> bool {
        self.lost.iter().any(|role| matches!(role, Role::IndirectProvider | Role::DirectBill))
    }

    fn resells(&self) -> bool {
        self.lost.contains(&Role::IndirectReseller)
    }

    /// Relationships and privileges stay where the partner stays recorded; orders, and the places of seller and
    /// reseller, do not.
    fn effects(&self, model: &Model) -> Effects {
        let stays = match self.way {
            Way::Programme => self.stays(model),
            Way::Book => Vec::new(),
        };
        (stays, self.loses(model))
    }

    fn stays(&self, model: &Model) -> Vec<Effect> {
        let (links, id) = (model.links(), self.partner.tenant);
        let (related, many) = counted(links.relationships_by_partner.get(&id));
        let active = || model.relationships().rows(related).filter(|r| r.is_active_reseller());
        let delegated = active().filter(|r| r.dap == Dap::Granted).map(|r| Key::Relationship(r.id));
        let (admin, more) = counted(links.admin_by_partner.get(&id));
        let granular = model.admin().rows(admin).filter(|a| a.is_active()).map(|a| Key::Admin(a.id));
        let stays = [
            effect(Matter::Relationships, active().map(|r| Key::Relationship(r.id)), many),
            effect(Matter::DelegatedPrivileges, delegated, many),
            effect(Matter::GranularPrivileges, granular, more),
            Some(unrecorded(Matter::AzureRoles)),
        ];
        stays.into_iter().flatten().collect()
    }

    fn loses(&self, model: &Model) -> Vec<Effect> {
        let (links, id) = (model.links(), self.partner.tenant);
        let sold = if self.sells() { links.subscriptions_by_seller.get(&id) } else { &[] };
        let named = if self.resells() { on_record(model, id) } else { &[] };
        let loses = [
            (self.way == Way::Programme).then(|| unrecorded(Matter::NewOrders)),
            self.partnerships(model).filter(|_| self.way == Way::Programme),
            running(model, Matter::Seller, sold),
            running(model, Matter::Reseller, named),
            running(model, Matter::SupportContact, links.subscriptions_by_support.get(&id)),
        ];
        loses.into_iter().flatten().collect()
    }

    fn partnerships(&self, model: &Model) -> Option<Effect> {
        let (links, id) = (model.links(), self.partner.tenant);
        let provides = self.lost.contains(&Role::IndirectProvider);
        let as_provider = if provides { links.partnerships_by_provider.get(&id) } else { &[] };
        let as_reseller = if self.resells() { links.partnerships_by_reseller.get(&id) } else { &[] };
        let ((ours, many), (theirs, more)) = (counted(as_provider), counted(as_reseller));
        let all = model.partnerships().rows(ours).chain(model.partnerships().rows(theirs));
        let active = all.filter(|p| p.state == PartnershipState::Active).map(|p| Key::Partnership(p.id));
        effect(Matter::Partnerships, active, many || more)
    }
}

/// The running subscriptions of these rows.
fn running(model: &Model, matter: Matter, rows: &[Row]) -> Option<Effect> {
    let (rows, more) = counted(rows);
    let live = model.subscriptions().rows(rows).filter(|s: &&Subscription| s.status.is_live());
    effect(matter, live.map(|s| Key::Subscription(s.id)), more)
}
