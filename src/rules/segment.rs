//! Segments (R-REG-007): which offers a customer's qualification allows.

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::finding::Out;
use super::reason::Reason;
use crate::model::{
    Customer, CustomerField, Family, FieldRef, Key, Qualification, Segment, Subscription, SubscriptionField,
    Vetting,
};

pub(super) const RULES: &[Rule] = &[Rule {
    code: Code::Reg007,
    severity: Severity::Error,
    nature: Nature::State,
    valid: Validity::ALWAYS,
    source: "get-special-pricing-for-offers; update-customer-qualification-asynchronous; \
             get-a-partner-s-validation-codes; csp-offers",
    judges: &[Judge::Subscription(segment_allows_the_offer)],
}];

/// What can be said of a segment and a qualification.
enum Verdict {
    Allowed,
    Broken(Reason),
    Lacks(FieldRef),
}

/// R-REG-007, of which lists of countries per product and validation codes are not in the book. An export names no
/// segment: an offer without one is taken as commercial, which everybody may buy but a customer of GCC.
fn segment_allows_the_offer(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let Some(c) = sale.customer else { return };
    let (s, customer) = (sale.subscription, Key::Customer(c.tenant));
    match allowed(c, s.segment) {
        Verdict::Allowed => {}
        Verdict::Broken(reason) => {
            let field = FieldRef::Subscription(SubscriptionField::Segment);
            out.find(reason, Some(customer), Some(field));
        }
        Verdict::Lacks(missing @ FieldRef::Customer(_)) => out.unknown(customer, missing),
        Verdict::Lacks(missing) => out.unknown(Key::Subscription(s.id), missing),
    }
    special_is_a_licence(s, out);
}

fn allowed(c: &Customer, segment: Option<Segment>) -> Verdict {
    let lacks_segment = Verdict::Lacks(FieldRef::Subscription(SubscriptionField::Segment));
    let of_gcc = c.qualification == Qualification::GovernmentCommunityCloud;
    match (segment, c.qualification) {
        (None, Qualification::GovernmentCommunityCloud) | (Some(Segment::Other(_)), _) => lacks_segment,
        (_, Qualification::Other(_)) => Verdict::Lacks(FieldRef::Customer(CustomerField::Qualification)),
        (Some(Segment::Government), Qualification::GovernmentCommunityCloud)
        | (Some(Segment::Nonprofit), Qualification::Nonprofit) => Verdict::Allowed,
        (None | Some(Segment::Commercial), _) if !of_gcc => Verdict::Allowed,
        (Some(Segment::Education), Qualification::Education) => vetted(c.vetting),
        (_, _) => Verdict::Broken(Reason::OtherSegment),
    }
}

/// An education customer is checked and approved; a check of which nothing is recorded may be.
fn vetted(vetting: Vetting) -> Verdict {
    match vetting {
        Vetting::Approved => Verdict::Allowed,
        Vetting::InReview | Vetting::Denied => Verdict::Broken(Reason::NotVetted),
        Vetting::None | Vetting::Other(_) => Verdict::Lacks(FieldRef::Customer(CustomerField::Vetting)),
    }
}

/// Special offers are licences; software that is bought once or by term is one too.
fn special_is_a_licence(s: &Subscription, out: &mut Out<'_>) {
    if !matches!(s.segment, Some(Segment::Education | Segment::Nonprofit | Segment::Government)) {
        return;
    }
    let field = FieldRef::Subscription(SubscriptionField::Family);
    match s.family {
        Family::LicenseLegacy
        | Family::LicenseNce
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription => {}
        Family::Unknown | Family::Other(_) => out.unknown(Key::Subscription(s.id), field),
        Family::AzureLegacy
        | Family::AzurePlan
        | Family::AzureSubscription
        | Family::Reservation
        | Family::SavingsPlan
        | Family::MarketplaceSaas => out.find(Reason::NotALicence, None, Some(field)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{Network, network};

    #[test]
    fn r_reg_007_the_qualification_decides_the_segment() {
        use Qualification as Q;
        use Segment as S;
        let special = [S::Nonprofit, S::Education, S::Government];
        for (qualification, segments) in [
            (Q::None, &[S::Commercial][..]),
            (Q::StateOwnedEntity, &[S::Commercial]),
            (Q::Nonprofit, &[S::Commercial, S::Nonprofit]),
            (Q::Education, &[S::Commercial, S::Education]),
            (Q::GovernmentCommunityCloud, &[S::Government]),
        ] {
            let Network { mut books, customer, sub, .. } = network();
            books.edit_customer(customer, |c| {
                c.qualification = qualification;
                c.vetting = Vetting::Approved;
            });
            for segment in special.into_iter().chain([S::Commercial]) {
                books.edit_sub(sub, |s| s.segment = Some(segment));
                let found = books.reasons(Code::Reg007, Key::Subscription(sub));
                assert_eq!(found.is_empty(), segments.contains(&segment), "{qualification:?} {segment:?}");
            }
        }
    }

    #[test]
    fn r_reg_007_education_is_checked_and_approved() {
        let Network { mut books, customer, sub, .. } = network();
        let key = Key::Subscription(sub);
        books.edit_sub(sub, |s| s.segment = Some(Segment::Education));
        for (vetting, expected, unjudged) in [
            (Vetting::Approved, &[][..], false),
            (Vetting::InReview, &[(Reason::NotVetted, Severity::Error)], false),
            (Vetting::Denied, &[(Reason::NotVetted, Severity::Error)], false),
            (Vetting::None, &[], true),
        ] {
            books.edit_customer(customer, |c| {
                c.qualification = Qualification::Education;
                c.vetting = vetting;
            });
            assert_eq!(books.graded(Code::Reg007, key), expected, "{vetting:?}");
            assert_eq!(books.unjudged(Code::Reg007, key), unjudged, "{vetting:?}");
        }
    }

    #[test]
    fn r_reg_007_an_unnamed_segment_waits_only_for_gcc() {
        let Network { mut books, customer, sub, .. } = network();
        let key = Key::Subscription(sub);
        assert!(books.reasons(Code::Reg007, key).is_empty() && !books.unjudged(Code::Reg007, key));
        books.edit_customer(customer, |c| c.qualification = Qualification::GovernmentCommunityCloud);
        assert!(books.reasons(Code::Reg007, key).is_empty() && books.unjudged(Code::Reg007, key));
        books.edit_customer(customer, |c| c.qualification = Qualification::read("lunar"));
        assert!(books.reasons(Code::Reg007, key).is_empty() && books.unjudged(Code::Reg007, key));
    }

    #[test]
    fn r_reg_007_special_offers_are_licences() {
        let Network { mut books, customer, sub, .. } = network();
        let key = Key::Subscription(sub);
        books.edit_customer(customer, |c| c.qualification = Qualification::Nonprofit);
        books.edit_sub(sub, |s| {
            s.segment = Some(Segment::Nonprofit);
            s.family = Family::AzurePlan;
        });
        assert_eq!(books.reasons(Code::Reg007, key), [Reason::NotALicence]);
        books.edit_sub(sub, |s| s.family = Family::Unknown);
        assert!(books.reasons(Code::Reg007, key).is_empty() && books.unjudged(Code::Reg007, key));
        books.edit_sub(sub, |s| s.segment = None);
        assert!(!books.unjudged(Code::Reg007, key));
    }
}
