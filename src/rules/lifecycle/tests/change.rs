//! R-SUB-001, R-SUB-002.

use super::*;
use crate::model::PartnerId;

#[test]
fn r_sub_001_a_state_leads_to_some_others_only() {
    use Status::{Active, Deleted, Disabled, Expired, Pending, Suspended};
    for family in [Family::LicenseLegacy, Family::AzureLegacy] {
        for (from, to, expected) in [
            (Active, Suspended, NONE),
            (Suspended, Active, NONE),
            (Active, Deleted, NONE),
            (Suspended, Deleted, NONE),
            (Pending, Active, NONE),
            (Deleted, Active, &[Reason::OverIsOver]),
            (Deleted, Suspended, &[Reason::OverIsOver]),
            (Pending, Suspended, &[Reason::NoSuchStep]),
        ] {
            let net = with(sold(family), |s| s.status = from);
            assert_eq!(goes(&net, Code::Sub001, to), expected, "{family:?} {from:?} {to:?}");
        }
    }
    for (from, to, expected) in [
        (Suspended, Active, NONE),
        (Active, Disabled, &[Reason::NoSuchStep]),
        (Expired, Active, &[Reason::OverIsOver]),
        (Expired, Deleted, &[Reason::OverIsOver]),
        (Disabled, Active, &[Reason::OverIsOver]),
    ] {
        let net = with(sold(Family::LicenseNce), |s| s.status = from);
        assert_eq!(goes(&net, Code::Sub001, to), expected, "{from:?} {to:?}");
    }
}

#[test]
fn r_sub_001_the_new_commerce_expires_by_time() {
    use Status::{Deleted, Disabled, Expired};
    let at_end = |auto_renew| {
        with(sold(Family::LicenseNce), |s| {
            s.commitment_end = Some(moment("2026-09-15"));
            s.auto_renew = Some(auto_renew);
        })
    };
    assert_eq!(goes(&at_end(false), Code::Sub001, Expired), NONE);
    assert_eq!(goes(&at_end(true), Code::Sub001, Expired), [Reason::NotBeforeTermEnd]);
    assert_eq!(goes(&on(&at_end(false), "2026-09-14"), Code::Sub001, Expired), [Reason::NotBeforeTermEnd]);
    let suspended = with(at_end(true), |s| s.status = Status::Suspended);
    assert_eq!(goes(&suspended, Code::Sub001, Expired), NONE);
    for (from, to, day, expected) in [
        (Expired, Disabled, "2026-10-14", &[Reason::NotInTime][..]),
        (Expired, Disabled, "2026-10-15", NONE),
        (Disabled, Deleted, "2027-01-12", &[Reason::NotInTime]),
        (Disabled, Deleted, "2027-01-13", NONE),
    ] {
        let net = on(&with(at_end(false), |s| s.status = from), day);
        assert_eq!(goes(&net, Code::Sub001, to), expected, "{to:?} {day}");
    }
    let endless = with(at_end(false), |s| s.commitment_end = None);
    assert_eq!(goes(&endless, Code::Sub001, Expired), NONE, "the end is not known");
}

#[test]
fn r_sub_001_what_microsoft_suspended_stays_suspended() {
    for (reason, expected) in [
        ("CustomerInitiated", NONE),
        ("PartnerRequest", NONE),
        ("FraudSuspected", &[Reason::SuspendedByMicrosoft]),
    ] {
        let net = with(sold(Family::LicenseNce), |s| {
            s.status = Status::Suspended;
            s.suspension_reasons = vec![reason.into()];
        });
        assert_eq!(goes(&net, Code::Sub001, Status::Active), expected, "{reason}");
    }
}

#[test]
fn r_sub_001_the_old_commerce_knows_no_expiry() {
    for status in [Status::Expired, Status::Disabled] {
        let legacy = with(sold(Family::LicenseLegacy), |s| s.status = status);
        assert_eq!(found(&legacy, Code::Sub001), [Reason::NoSuchState]);
        assert_eq!(found(&with(sold(Family::LicenseNce), |s| s.status = status), Code::Sub001), NONE);
        let unknown = with(sold(Family::Unknown), |s| s.status = status);
        assert!(found(&unknown, Code::Sub001).is_empty() && unjudged(&unknown, Code::Sub001));
    }
    let odd = with(sold(Family::LicenseNce), |s| s.status = Status::read("resting"));
    assert_eq!(goes(&odd, Code::Sub001, Status::Deleted), NONE);
}

#[test]
fn r_sub_002_it_changes_while_it_is_active() {
    let edits: [fn(&mut Subscription); 5] = [
        |s| s.quantity = Some(12),
        |s| s.term = Term::P3Y,
        |s| s.billing_cycle = BillingCycle::Monthly,
        |s| s.partner_of_record = Some(PartnerId::from("4847999")),
        |s| s.next_quantity = Some(8),
    ];
    for edit in edits {
        let net = sold(Family::LicenseLegacy);
        assert_eq!(refused(&net, Code::Sub002, edit), NONE);
        let suspended = with(net, |s| s.status = Status::Suspended);
        assert_eq!(refused(&suspended, Code::Sub002, edit), [Reason::NotActive]);
        let reactivated = |s: &mut Subscription| {
            s.status = Status::Active;
            edit(s);
        };
        assert_eq!(refused(&suspended, Code::Sub002, reactivated), NONE);
    }
}

#[test]
fn r_sub_002_to_fill_in_or_to_drop_a_schedule_is_no_change() {
    let net = with(sold(Family::LicenseLegacy), |s| {
        s.status = Status::Suspended;
        (s.quantity, s.term, s.billing_cycle) = (None, Term::None, BillingCycle::Unknown);
        s.next_quantity = Some(4);
    });
    let filled = |s: &mut Subscription| {
        (s.quantity, s.term, s.billing_cycle) = (Some(9), Term::P1Y, BillingCycle::Annual);
        s.drop_scheduled_change();
    };
    assert_eq!(refused(&net, Code::Sub002, filled), NONE);
    assert_eq!(refused(&net, Code::Sub002, |s| s.next_quantity = Some(5)), [Reason::NotActive]);
    assert_eq!(refused(&net, Code::Sub002, |s| s.note = "asked on Monday".into()), NONE);
    let odd = with(net, |s| (s.status, s.quantity) = (Status::read("resting"), Some(2)));
    assert_eq!(refused(&odd, Code::Sub002, |s| s.quantity = Some(3)), NONE, "the state is not known");
}
