//! Ways out of what is wrong between two partners, or between a partner and a customer (R-PSH, R-REL-004, R-REG,
//! R-SELF-003).

use super::steps::{as_fix, change, make_partners};
use super::{Case, Fix, FixKind, all, choose, edit, step};
use crate::edit::ops::{
    Ask, DapAfter, Slot, Terms, Through, end_partnership, remove_relationship, request_relationship,
    withdraw_invitation, withdraw_request,
};
use crate::model::{
    CustomerField, FieldRef, Key, Partner, PartnerField, Partnership, PartnershipState, Record, Relationship,
    RelationshipState, TenantId, Transaction,
};

impl<'a> Case<'a> {
    fn partnership(self) -> Option<&'a Partnership> {
        let of = [Some(self.finding.subject), self.finding.other].into_iter().flatten();
        of.into_iter().find_map(|key| match key {
            Key::Partnership(id) => self.model.partnerships().get(id),
            _ => None,
        })
    }

    fn relationship(self) -> Option<&'a Relationship> {
        let of = [Some(self.finding.subject), self.finding.other].into_iter().flatten();
        of.into_iter().find_map(|key| match key {
            Key::Relationship(id) => self.model.relationships().get(id),
            _ => None,
        })
    }

    /// Takes the partnership out of use, whichever way its state allows.
    fn without_partnership(self) -> Option<Fix> {
        let p = self.partnership()?;
        let over = match p.state {
            PartnershipState::Invited => withdraw_invitation(self.model, self.day, p.id),
            PartnershipState::Active => end_partnership(self.model, self.day, p.id),
            PartnershipState::Ended | PartnershipState::Other(_) => return None,
        };
        over.ok().map(|over| step(FixKind::EndPartnership(p.provider, p.reseller), as_fix(over)))
    }

    /// Takes the relationship out of use, whichever way its state allows.
    fn without_relationship(self) -> Option<Fix> {
        let r = self.relationship()?;
        let over = match r.state {
            RelationshipState::Requested => withdraw_request(self.model, self.day, r.id),
            RelationshipState::Active => remove_relationship(self.model, self.day, r.id, DapAfter::default()),
            RelationshipState::Removed | RelationshipState::Other(_) => return None,
        };
        over.ok().map(|over| step(FixKind::RemoveRecord(Key::Relationship(r.id)), as_fix(over)))
    }
}

/// R-PSH-001: the sides are swapped where that makes it right; else the account enrols.
pub(super) fn roles(case: Case<'_>) -> Vec<Fix> {
    let Some(p) = case.partnership() else { return case.edit().into_iter().collect() };
    let is = |id, role: fn(&Partner) -> bool| case.model.partner(id).is_some_and(role);
    let swapped = (is(p.reseller, Partner::is_provider) && is(p.provider, Partner::is_reseller)).then(|| {
        change(case.model, Key::Partnership(p.id), |record| {
            if let Record::Partnership(p) = record {
                std::mem::swap(&mut p.provider, &mut p.reseller);
            }
        })
    });
    let role = |id| edit(Key::Partner(id), FieldRef::Partner(PartnerField::Roles));
    let other = case.partner().map(role);
    all([swapped.flatten().map(|swapped| step(FixKind::SwapSides, swapped)), other])
}

/// R-REG-002, R-PSH-001: the pair cannot be; another reseller, or another provider, or the country was wrong.
pub(super) fn other_pair(case: Case<'_>) -> Vec<Fix> {
    if let Key::Subscription(_) = case.finding.subject {
        return super::sale::choose_record(case);
    }
    let Some(p) = case.partnership() else { return case.edit().into_iter().collect() };
    let country = case.partner().map(|id| edit(Key::Partner(id), FieldRef::Partner(PartnerField::Country)));
    all([
        Some(choose(FixKind::ChooseReseller, Slot::Reseller { provider: p.provider })),
        Some(choose(FixKind::ChooseProvider, Slot::Provider { reseller: p.reseller })),
        case.without_partnership(),
        country,
    ])
}

/// R-PSH-002: an invitation still, or the day is entered.
pub(super) fn not_accepted(case: Case<'_>) -> Vec<Fix> {
    let back = change(case.model, case.finding.subject, |record| {
        if let Record::Partnership(p) = record {
            p.state = PartnershipState::Invited;
            p.provider_has_access = false;
        }
    });
    all([case.edit(), back.map(|back| step(FixKind::BackToInvited, back))])
}

/// R-PSH-002: the day of the end is entered, or it is today.
pub(super) fn no_end_date(case: Case<'_>) -> Vec<Fix> {
    let today = change(case.model, case.finding.subject, |record| {
        if let Record::Partnership(p) = record {
            p.ended_on = Some(case.day);
        }
    });
    all([today.map(|today| step(FixKind::EndToday, today)), case.edit()])
}

/// R-PSH-002: a new invitation, a new record.
pub(super) fn invite_again(case: Case<'_>) -> Vec<Fix> {
    let Some(p) = case.partnership() else { return Vec::new() };
    all([made_partners(case, p.provider, p.reseller)])
}

fn made_partners(case: Case<'_>, provider: TenantId, reseller: TenantId) -> Option<Fix> {
    let made = make_partners(case.model, case.day, provider, reseller)?;
    Some(step(FixKind::MakePartners(provider, reseller), made))
}

/// R-PSH-003: of two open partnerships the one that was only an invitation goes, else the one at hand.
pub(super) fn second_open(case: Case<'_>) -> Vec<Fix> {
    let Some(p) = case.partnership() else { return Vec::new() };
    let invited = |p: &&Partnership| p.state == PartnershipState::Invited;
    let double = case.model.partnerships_between(p.provider, p.reseller).find(invited).unwrap_or(p);
    let gone = match double.state {
        PartnershipState::Invited => withdraw_invitation(case.model, case.day, double.id),
        PartnershipState::Active | PartnershipState::Ended | PartnershipState::Other(_) => {
            end_partnership(case.model, case.day, double.id)
        }
    };
    gone.ok().map(|gone| step(FixKind::DropDouble, as_fix(gone))).into_iter().collect()
}

/// R-PSH-004, R-REL-007: the two become partners (again), or another reseller is put on record.
pub(super) fn not_partners(case: Case<'_>) -> Vec<Fix> {
    if let Key::Transfer(id) = case.finding.subject {
        let made =
            case.model.transfers().get(id).and_then(|t| made_partners(case, t.target?, case.partner()?));
        return made.into_iter().collect();
    }
    let Key::Subscription(id) = case.finding.subject else { return Vec::new() };
    let made = case.model.subscription(id).and_then(|s| {
        let reseller = case.model.reseller_of(s)?;
        made_partners(case, s.seller?, reseller.tenant)
    });
    let other = choose(FixKind::ChooseRecord, Slot::RecordReseller { subscription: id });
    all([made, Some(other)])
}

/// R-SELF-003, the three options: a tenant of its own; the partnership ends and another provider comes; the customer
/// stays and another provider comes.
pub(super) fn reseller_and_customer(case: Case<'_>) -> Vec<Fix> {
    let reseller = case.partnership().map(|p| p.reseller).or_else(|| case.partner());
    let provider = reseller.map(|reseller| choose(FixKind::ChooseProvider, Slot::Provider { reseller }));
    let mut fixes = match case.finding.subject {
        Key::Relationship(_) => super::account::separate_tenant(case),
        _ => Vec::new(),
    };
    fixes.extend(all([
        ended_between(case),
        case.without_partnership(),
        case.without_relationship(),
        provider,
    ]));
    fixes
}

/// The partnership that a relationship with one's own reseller gets in the way of.
fn ended_between(case: Case<'_>) -> Option<Fix> {
    let r = case.relationship()?;
    let mut between = case.model.partnerships_between(r.partner, r.customer);
    let p = between.find(|p| p.state == PartnershipState::Active)?;
    let over = end_partnership(case.model, case.day, p.id).ok()?;
    Some(step(FixKind::EndPartnership(p.provider, p.reseller), as_fix(over)))
}

/// R-REL-004: a request still, or the day is entered.
pub(super) fn request_not_accepted(case: Case<'_>) -> Vec<Fix> {
    let back = change(case.model, case.finding.subject, |record| {
        if let Record::Relationship(r) = record {
            r.state = RelationshipState::Requested;
        }
    });
    all([case.edit(), back.map(|back| step(FixKind::BackToRequested, back))])
}

/// R-REL-004: what was removed stays so, and a new request is made.
pub(super) fn request_again(case: Case<'_>) -> Vec<Fix> {
    let Some(r) = case.relationship() else { return Vec::new() };
    let again = requested(case, r.partner, r.customer);
    again.map(|again| step(FixKind::RequestAgain, again)).into_iter().collect()
}

fn requested(case: Case<'_>, partner: TenantId, customer: TenantId) -> Option<Transaction> {
    let (model, day) = (case.model, case.day);
    let step = request_relationship(model, day, partner, customer, Through::Alone, Ask::WithPrivileges);
    step.ok().map(as_fix)
}

/// R-REG-001, R-REG-004: another partner for the customer, or another seller; or the country, or the cloud, was wrong.
pub(super) fn other_partner(case: Case<'_>) -> Vec<Fix> {
    if case.partnership().is_some() {
        return other_pair(case);
    }
    if let Key::Subscription(_) = case.finding.subject {
        return super::sale::choose_seller(case);
    }
    let Some(r) = case.relationship() else { return case.edit().into_iter().collect() };
    let country = edit(Key::Customer(r.customer), FieldRef::Customer(CustomerField::Country));
    let slot = Slot::Partner { customer: r.customer, terms: Terms::default() };
    let another = choose(FixKind::ChoosePartner, slot);
    all([Some(another), case.without_relationship(), Some(country)])
}

/// R-REG-006: in 21Vianet the provider asks, together with its reseller.
pub(super) fn through_provider(case: Case<'_>) -> Vec<Fix> {
    let Some(r) = case.relationship() else { return Vec::new() };
    let slot = Slot::Via { reseller: r.partner, customer: Some(r.customer), terms: Terms::default() };
    all([case.without_relationship(), Some(choose(FixKind::RequestThroughProvider, slot))])
}
