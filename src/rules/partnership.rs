//! Partnerships of provider and reseller (R-PSH).

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, are_partners, both, has_role, holds, is_indirect, is_live, is_open, lacks};
use super::finding::Out;
use super::reason::Reason;
use super::step::Step;
use crate::model::{
    FieldRef, Key, Origin, Partnership, PartnershipField, PartnershipState, Record, Role, SubscriptionField,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Psh001,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "work-with-other-partners (seed); csp-supported-partner-relationships; \
                 transition-direct-to-indirect; own reading for partnerships with oneself",
        judges: &[Judge::Partnership(roles_on_their_sides), Judge::Partnership(two_companies)],
    },
    Rule {
        code: Code::Psh002,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "indirect-provider-tasks-in-partner-center; indirect-reseller-tasks-in-partner-center",
        judges: &[
            Judge::Partnership(accepted_by_the_reseller),
            Judge::Partnership(ended_after_all),
            Judge::Step(ended_stays_ended),
        ],
    },
    Rule {
        code: Code::Psh003,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "indirect-reseller-tasks-in-partner-center; retrieve-a-list-of-indirect-resellers",
        judges: &[Judge::Partnership(one_open_per_pair)],
    },
    Rule {
        code: Code::Psh004,
        severity: Severity::Warning,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "indirect-provider-tasks-in-partner-center, Remove partnership",
        judges: &[Judge::Subscription(partnership_in_use_is_active)],
    },
];

/// R-PSH-001: a provider here, a reseller there. An account may have lost its role since a partnership ended.
fn roles_on_their_sides(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    let sides = [
        (p.provider, &[Role::IndirectProvider][..], Reason::NotAProvider, PartnershipField::Provider),
        (
            p.reseller,
            &[Role::IndirectReseller, Role::DirectBill],
            Reason::NotAReseller,
            PartnershipField::Reseller,
        ),
    ];
    for (side, roles, reason, field) in sides {
        let Some(partner) = look.model.partner(side) else { continue };
        let misses: Fact = has_role(partner, roles).map(|has| !has);
        if holds(both(is_open(p), misses), out) {
            out.find(reason, Some(Key::Partner(side)), Some(FieldRef::Partnership(field)));
        }
    }
}

/// R-PSH-001: not with oneself, nor inside a group. Groups are recorded by the user: who has none stands alone.
fn two_companies(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    let reseller = Some(Key::Partner(p.reseller));
    if p.provider == p.reseller {
        return out.find(
            Reason::WithItself,
            reseller,
            Some(FieldRef::Partnership(PartnershipField::Reseller)),
        );
    }
    let group = |side| look.model.partner(side).and_then(|partner| partner.group);
    if let (Some(a), Some(b)) = (group(p.provider), group(p.reseller))
        && look.model.are_affiliated(a, b)
    {
        out.find(
            Reason::PartnersOfOneGroup,
            reseller,
            Some(FieldRef::Partnership(PartnershipField::Reseller)),
        );
    }
}

/// True for what was made here, of which more is asked than of an export (rules.md 0.5).
fn is_typed(origin: Origin) -> bool {
    matches!(origin, Origin::Typed | Origin::CreatedTenant | Origin::Extension)
}

/// R-PSH-002: active when the reseller has accepted, and invited before that.
fn accepted_by_the_reseller(_: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    if p.state == PartnershipState::Active && p.accepted_on.is_none() && is_typed(p.origin) {
        out.find(Reason::NotAccepted, None, Some(FieldRef::Partnership(PartnershipField::AcceptedOn)));
    }
    if p.invited_on.zip(p.accepted_on).is_some_and(|(invited, accepted)| accepted < invited) {
        out.find(
            Reason::AcceptedBeforeInvited,
            None,
            Some(FieldRef::Partnership(PartnershipField::AcceptedOn)),
        );
    }
}

/// R-PSH-002: what ended did so on a day, and not before it began.
fn ended_after_all(_: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    if p.state != PartnershipState::Ended {
        return;
    }
    if p.ended_on.is_none() && is_typed(p.origin) {
        out.find(Reason::NoEndDate, None, Some(FieldRef::Partnership(PartnershipField::EndedOn)));
    }
    if p.accepted_on.zip(p.ended_on).is_some_and(|(accepted, ended)| ended < accepted) {
        out.find(Reason::EndedBeforeAccepted, None, Some(FieldRef::Partnership(PartnershipField::EndedOn)));
    }
}

/// R-PSH-002 on an edit: an ended partnership comes back by a new invitation only.
fn ended_stays_ended(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for change in step.changes {
        if let (Some(Record::Partnership(before)), Some(Record::Partnership(after))) =
            (&change.before, &change.after)
            && before.state == PartnershipState::Ended
            && after.state != PartnershipState::Ended
        {
            let place = Some(FieldRef::Partnership(PartnershipField::State));
            out.about(Key::Partnership(after.id)).find(Reason::Reopened, None, place);
        }
    }
}

/// R-PSH-003: of the open partnerships of a pair all but the first are too many.
fn one_open_per_pair(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    let age = |p: &Partnership| (p.invited_on.or(p.accepted_on), p.id);
    let pair = look.model.partnerships_between(p.provider, p.reseller);
    let older =
        pair.filter(|other| age(other) < age(p) && is_open(other) != Ok(false)).min_by_key(|p| age(p));
    let Some(older) = older else { return };
    if holds(both(is_open(p), is_open(older)), out) {
        let field = FieldRef::Partnership(PartnershipField::State);
        out.find(Reason::SecondOpen, Some(Key::Partnership(older.id)), Some(field));
    }
}

/// R-PSH-004: a live indirect sale names a reseller with whom its seller works.
fn partnership_in_use_is_active(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.partner_of_record.is_none() || both(is_indirect(s), is_live(s)) == Ok(false) {
        return;
    }
    let Some(seller) = s.seller else {
        return out.unknown(Key::Subscription(s.id), FieldRef::Subscription(SubscriptionField::Seller));
    };
    let reseller = sale.reseller.ok_or(lacks(s, SubscriptionField::PartnerOfRecord));
    let apart = reseller.and_then(|r| are_partners(look.model, seller, r.tenant)).map(|are| !are);
    if holds(both(both(is_indirect(s), is_live(s)), apart), out) {
        let field = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
        out.find(Reason::NotPartners, reseller.ok().map(|r| Key::Partner(r.tenant)), Some(field));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, PartnershipId, Roles, Status, Verb};
    use crate::rules::testing::{Books, Network, day, network};

    const NONE: &[Reason] = &[];

    fn pair() -> (Books, PartnershipId) {
        let mut books = Books::new();
        let (p, r) = (books.provider("Provider", "DE"), books.reseller("Reseller", "FR"));
        let id = books.partnership(p, r);
        (books, id)
    }

    #[test]
    fn r_psh_001_roles_stand_on_their_sides() {
        let (mut books, id) = pair();
        let key = Key::Partnership(id);
        let Partnership { provider, reseller, .. } = books.model.partnerships().get(id).unwrap().clone();
        assert_eq!(books.all(), []);
        books.edit_partner(reseller, |p| p.roles = [Role::DirectBill].into());
        assert_eq!(books.all(), []);
        books.edit_partner(reseller, |p| p.roles = [Role::IndirectProvider].into());
        assert_eq!(books.reasons(Code::Psh001, key), [Reason::NotAReseller]);
        books.edit_partner(provider, |p| p.roles = [Role::IndirectReseller].into());
        assert_eq!(books.reasons(Code::Psh001, key), [Reason::NotAProvider, Reason::NotAReseller]);
        books.edit_partner(provider, |p| p.roles = Roles::default());
        assert_eq!(books.reasons(Code::Psh001, key), [Reason::NotAReseller]);
        assert!(books.unjudged(Code::Psh001, key));
        books.edit_partnership(id, |p| p.state = PartnershipState::Ended);
        assert!(books.reasons(Code::Psh001, key).is_empty() && !books.unjudged(Code::Psh001, key));
    }

    #[test]
    fn r_psh_001_a_partnership_has_two_companies() {
        let (mut books, id) = pair();
        let key = Key::Partnership(id);
        let Partnership { provider, reseller, .. } = books.model.partnerships().get(id).unwrap().clone();
        let (one, two) = (books.group(&[provider]), books.group(&[reseller]));
        assert_eq!(books.reasons(Code::Psh001, key), NONE);
        books.edit_group(two, |g| g.affiliates = vec![one]);
        assert_eq!(books.reasons(Code::Psh001, key), [Reason::PartnersOfOneGroup]);
        books.edit_partner(reseller, |p| p.group = Some(one));
        books.edit_group(two, |g| g.affiliates.clear());
        assert_eq!(books.reasons(Code::Psh001, key), [Reason::PartnersOfOneGroup]);
        books.edit_partner(provider, |p| p.roles = [Role::IndirectProvider, Role::IndirectReseller].into());
        let own = Key::Partnership(books.partnership(provider, provider));
        assert_eq!(books.reasons(Code::Psh001, own), [Reason::WithItself]);
    }

    #[test]
    fn r_psh_002_active_after_the_reseller_accepts() {
        let (mut books, id) = pair();
        let key = Key::Partnership(id);
        assert_eq!(books.reasons(Code::Psh002, key), NONE);
        books.edit_partnership(id, |p| p.origin = Origin::Typed);
        assert_eq!(books.reasons(Code::Psh002, key), [Reason::NotAccepted]);
        books.edit_partnership(id, |p| p.invited_on = Some(day("2026-03-01")));
        for (accepted, expected) in
            [("2026-03-03", NONE), ("2026-03-01", NONE), ("2026-02-28", &[Reason::AcceptedBeforeInvited])]
        {
            books.edit_partnership(id, |p| p.accepted_on = Some(day(accepted)));
            assert_eq!(books.reasons(Code::Psh002, key), expected, "{accepted}");
        }
    }

    #[test]
    fn r_psh_002_ended_on_a_day_after_it_was_accepted() {
        let (mut books, id) = pair();
        let key = Key::Partnership(id);
        books.edit_partnership(id, |p| {
            p.state = PartnershipState::Ended;
            p.accepted_on = Some(day("2026-03-03"));
        });
        assert_eq!(books.reasons(Code::Psh002, key), NONE);
        books.edit_partnership(id, |p| p.origin = Origin::Typed);
        assert_eq!(books.reasons(Code::Psh002, key), [Reason::NoEndDate]);
        for (ended, expected) in [("2026-03-03", NONE), ("2026-03-02", &[Reason::EndedBeforeAccepted])] {
            books.edit_partnership(id, |p| p.ended_on = Some(day(ended)));
            assert_eq!(books.reasons(Code::Psh002, key), expected, "{ended}");
        }
    }

    #[test]
    fn r_psh_002_an_ended_partnership_takes_a_new_invitation() {
        let (books, id) = pair();
        let active = books.model.partnerships().get(id).unwrap().clone();
        let ended = Partnership { state: PartnershipState::Ended, ..active.clone() };
        let reopened = (Code::Psh002, Reason::Reopened, Key::Partnership(id));
        let back = [Change::edit(ended.clone(), active.clone())];
        assert_eq!(books.step(Verb::Edit, &back), [reopened]);
        let noted = Partnership { note: "seen".into(), ..ended.clone() };
        assert_eq!(books.step(Verb::Edit, &[Change::edit(ended.clone(), noted)]), []);
        assert_eq!(books.step(Verb::EndPartnership, &[Change::edit(active, ended)]), []);
    }

    #[test]
    fn r_psh_003_one_open_partnership_per_pair() {
        let Network { mut books, provider, reseller, .. } = network();
        let other = books.provider("Other", "DE");
        books.partnership(other, reseller);
        assert_eq!(books.all(), []);
        let first = books.model.partnerships_between(provider, reseller).next().unwrap().id;
        let second = books.partnership(provider, reseller);
        books.edit_partnership(first, |p| p.invited_on = Some(day("2026-03-01")));
        books.edit_partnership(second, |p| p.invited_on = Some(day("2026-03-02")));
        assert_eq!(books.reasons(Code::Psh003, Key::Partnership(second)), [Reason::SecondOpen]);
        assert_eq!(books.reasons(Code::Psh003, Key::Partnership(first)), NONE);
        books.edit_partnership(first, |p| p.state = PartnershipState::Ended);
        assert_eq!(books.reasons(Code::Psh003, Key::Partnership(second)), NONE);
    }

    #[test]
    fn r_psh_004_an_ended_partnership_is_not_in_use() {
        let Network { mut books, provider, reseller, sub, .. } = network();
        let key = Key::Subscription(sub);
        let id = books.model.partnerships_between(provider, reseller).next().unwrap().id;
        assert_eq!(books.reasons(Code::Psh004, key), NONE);
        books.edit_partnership(id, |p| p.state = PartnershipState::Ended);
        assert_eq!(books.graded(Code::Psh004, key), [(Reason::NotPartners, Severity::Warning)]);
        books.edit_sub(sub, |s| s.status = Status::Suspended);
        assert_eq!(books.reasons(Code::Psh004, key), NONE);
        books.edit_sub(sub, |s| {
            s.status = Status::Active;
            s.partner_of_record = Some("9999999".into());
        });
        assert!(books.reasons(Code::Psh004, key).is_empty() && books.unjudged(Code::Psh004, key));
        books.edit_sub(sub, |s| s.seller = None);
        assert!(books.unjudged(Code::Psh004, key));
        books.edit_sub(sub, |s| s.partner_of_record = None);
        assert!(!books.unjudged(Code::Psh004, key));
    }
}
