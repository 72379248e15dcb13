//! Region and cloud (R-REG): who may do business with whom, by where they are.

use super::catalogue::{Judge, Look, Nature, Rule, Validity};
use super::code::{Code, Severity};
use super::finding::Out;
use super::reason::Reason;
use crate::model::{
    FieldRef, Key, Partner, PartnerField, Partnership, PartnershipField, PartnershipState, region_of,
};

pub(super) const RULES: &[Rule] = &[Rule {
    code: Code::Reg002,
    severity: Severity::Error,
    nature: Nature::State,
    valid: Validity::ALWAYS,
    source: "csp-supported-partner-relationships, scenario 8; mpa-indirect-provider-faq; \
             verify-indirect-reseller-mpa-status, error 2201",
    judges: &[Judge::Partnership(partnership_in_one_region)],
}];

/// R-REG-002: a provider and its reseller are in the same region.
fn partnership_in_one_region(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    if p.state == PartnershipState::Ended {
        return;
    }
    let (Some(provider), Some(reseller)) = (look.model.partner(p.provider), look.model.partner(p.reseller))
    else {
        return;
    };
    if in_one_region(provider, reseller, out) == Some(false) {
        let field = FieldRef::Partnership(PartnershipField::Reseller);
        out.find(Reason::ResellerInOtherRegion, Some(Key::Partner(reseller.tenant)), Some(field));
    }
}

/// Whether two partners are in one region; nothing, and said so, when a country is unknown. A country that is given
/// but not in the list is R-REG-003's finding, not this one's.
fn in_one_region(a: &Partner, b: &Partner, out: &mut Out<'_>) -> Option<bool> {
    for partner in [a, b] {
        if partner.country.is_none() {
            out.unknown(Key::Partner(partner.tenant), FieldRef::Partner(PartnerField::Country));
        }
    }
    Some(region_of(a.country?)? == region_of(b.country?)?)
}
