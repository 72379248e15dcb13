//! What a target must have before business moves to it (R-TRF-002), and the steps that give it: as it is wished to be,
//! accepted; the plan orders what makes it real.

use super::Target;
use super::lot::plan_of;
use crate::edit::ops::draft::{Draft, edited, step};
use crate::edit::ops::impossible::{At, Impossible};
use crate::edit::ops::relationship::{Ask, Through, accept_relationship, add_partner};
use crate::edit::ops::subscription::{Purchase, add_subscription};
use crate::edit::ops::{accept_partnership, grant_privileges, invite_reseller};
use crate::model::{
    Admin, Agreement, AgreementKind, AgreementWay, BillingCycle, BillingType, Cloud, Dap, Day, Family, Key,
    Model, PartnershipState, RelationshipState, Subscription, TenantId, Transaction, Verb, region_of,
};

/// The product of an Azure plan; its third part, the availability, changes over time.
const AZURE_PLAN: &str = "DZH318Z0BPS6:0001";

/// What a target must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// The provider and the reseller are partners.
    Partnership {
        /// The provider.
        provider: TenantId,
        /// The reseller.
        reseller: TenantId,
    },
    /// The partner has a reseller relationship with the customer.
    Relationship {
        /// The partner.
        partner: TenantId,
        /// The customer.
        customer: TenantId,
    },
    /// The customer agreement was confirmed by the seller, or accepted by the customer itself.
    Agreement {
        /// Who confirms it.
        seller: TenantId,
        /// Whose it is.
        customer: TenantId,
    },
    /// The customer has an Azure plan at the target.
    Plan {
        /// Whose it is.
        customer: TenantId,
        /// Where it is bought.
        target: Target,
    },
    /// The partner that is to give support has admin privileges on the customer (R-REL-008).
    Privileges {
        /// The partner.
        partner: TenantId,
        /// The customer.
        customer: TenantId,
    },
    /// The partner signed the Microsoft Partner Agreement (R-ENR-001).
    PartnerAgreement(TenantId),
    /// The partner is in the customer's CSP region (R-REG-001).
    Region {
        /// The partner.
        partner: TenantId,
        /// The customer.
        customer: TenantId,
    },
}

/// What a customer's move asks for beside the relationships.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Another partner sells: it needs the agreement.
    pub(super) agreement: bool,
    /// Something goes under an Azure plan of the target.
    pub(super) plan: bool,
    /// The reseller gives support: it needs privileges.
    pub(super) privileges: bool,
}

/// What a target must have for a customer, and whether it has it; nothing where that is not known.
pub(super) fn of_customer(
    model: &Model,
    day: Day,
    customer: TenantId,
    target: Target,
    asked: Asked,
) -> Vec<(Need, Option<bool>)> {
    let reseller = target.reseller.filter(|_| target.is_indirect(model));
    let mut needs: Vec<Need> = Vec::new();
    needs.extend(reseller.map(|reseller| Need::Partnership { provider: target.seller, reseller }));
    let partners = std::iter::once(target.seller).chain(reseller);
    needs.extend(partners.clone().map(|partner| Need::Relationship { partner, customer }));
    if asked.agreement {
        needs.push(Need::Agreement { seller: target.seller, customer });
    }
    if asked.plan {
        needs.push(Need::Plan { customer, target });
    }
    if let Some(partner) = reseller.filter(|_| asked.privileges) {
        needs.push(Need::Privileges { partner, customer });
    }
    needs.extend(partners.clone().map(Need::PartnerAgreement));
    needs.extend(partners.map(|partner| Need::Region { partner, customer }));
    needs.into_iter().map(|need| (need, need.is_met(model, day))).collect()
}

impl Need {
    /// True when a step of the book can give it.
    pub fn can_be_supplied(self) -> bool {
        match self {
            Self::Partnership { .. }
            | Self::Relationship { .. }
            | Self::Agreement { .. }
            | Self::Plan { .. }
            | Self::Privileges { .. } => true,
            Self::PartnerAgreement(_) | Self::Region { .. } => false,
        }
    }

    /// Whether it is so; nothing where that is not known.
    pub fn is_met(self, model: &Model, day: Day) -> Option<bool> {
        match self {
            Self::Partnership { provider, reseller } => Some(model.are_partners(provider, reseller)),
            Self::Relationship { partner, customer } => Some(model.is_reseller_of(partner, customer)),
            Self::Agreement { seller, customer } => is_agreed(model, seller, customer),
            Self::Plan { customer, target } => {
                let record = target.record(model).ok()?;
                Some(plan_of(model, customer, target, record.as_ref()).is_some())
            }
            Self::Privileges { partner, customer } => Some(has_privileges(model, partner, customer)),
            Self::PartnerAgreement(partner) => {
                model.partner(partner)?.mpa_signed_on.map(|signed| signed <= day)
            }
            Self::Region { partner, customer } => {
                let partner = region_of(model.partner(partner)?.country?)?;
                Some(region_of(model.customer(customer)?.country?)? == partner)
            }
        }
    }

    /// The step that gives it.
    ///
    /// # Errors
    /// It leads nowhere, or no step of the book gives it.
    pub(super) fn supply(self, model: &Model, day: Day) -> Result<Transaction, Impossible> {
        match self {
            Self::Partnership { provider, reseller } => partners(model, day, provider, reseller),
            Self::Relationship { partner, customer } => related(At { model, day }, partner, customer),
            Self::Agreement { seller, customer } => agreed(model, day, seller, customer),
            Self::Plan { customer, target } => planned(model, day, customer, target),
            Self::Privileges { partner, customer } => grant_privileges(model, day, partner, customer),
            Self::PartnerAgreement(_) | Self::Region { .. } => Err(Impossible::Nothing),
        }
    }
}

/// An attestation counts for the partner that gave it; what the customer accepted itself counts for all (R-ENR-008).
/// Agreements exist in the public cloud alone.
fn is_agreed(model: &Model, seller: TenantId, customer: TenantId) -> Option<bool> {
    let customer = model.customer(customer)?;
    if customer.cloud != Cloud::Public {
        return Some(true);
    }
    let agreed = customer.agreements.iter();
    let mut agreed = agreed.filter(|a| a.kind == AgreementKind::MicrosoftCustomerAgreement).peekable();
    agreed.peek()?;
    let counts =
        |a: &Agreement| a.way == Some(AgreementWay::DirectAcceptance) || a.attested_by == Some(seller);
    Some(agreed.any(counts))
}

/// True when the partner has granular privileges, or delegated ones, on the customer.
pub fn has_privileges(model: &Model, partner: TenantId, customer: TenantId) -> bool {
    model.admin_between(partner, customer).any(Admin::is_active)
        || model.relationships_between(partner, customer).any(|r| r.dap == Dap::Granted)
}

/// OP-01 and OP-02: the open invitation is accepted, or a new one made and accepted.
pub(super) fn partners(
    model: &Model,
    day: Day,
    provider: TenantId,
    reseller: TenantId,
) -> Result<Transaction, Impossible> {
    let is_open = |p: &&crate::model::Partnership| p.state == PartnershipState::Invited;
    if let Some(open) = model.partnerships_between(provider, reseller).find(is_open) {
        return accept_partnership(model, day, open.id);
    }
    let invited = invite_reseller(model, day, provider, reseller)?;
    let id = invited.keys().find_map(|key| if let Key::Partnership(id) = key { Some(id) } else { None });
    let mut draft = Draft::new(model);
    draft.take(&invited);
    let accepted = accept_partnership(draft.now(), day, id.ok_or(Impossible::Nothing)?)?;
    draft.take(&accepted);
    draft.step(Verb::AddProvider)
}

/// OP-03 and OP-04: the open request is accepted, or a new one made and accepted.
pub(super) fn related(at: At<'_>, partner: TenantId, customer: TenantId) -> Result<Transaction, Impossible> {
    let At { model, day } = at;
    let is_open = |r: &&crate::model::Relationship| r.state == RelationshipState::Requested;
    match model.relationships_between(partner, customer).find(is_open) {
        Some(open) => accept_relationship(model, day, open.id),
        None => add_partner(model, day, partner, customer, Through::Alone, Ask::Relationship),
    }
}

/// OP-05: the seller attests for whoever signed last; where the signer is not known the customer accepts itself.
fn agreed(model: &Model, day: Day, seller: TenantId, customer: TenantId) -> Result<Transaction, Impossible> {
    let record = model.customer(customer).ok_or(Impossible::Gone(Key::Customer(customer)))?;
    let last = record.customer_agreement().cloned().unwrap_or_default();
    let known = ![&last.first_name, &last.last_name, &last.email].iter().any(|text| text.is_empty());
    let (way, attested_by) = if known {
        (AgreementWay::PartnerAttested, Some(seller))
    } else {
        (AgreementWay::DirectAcceptance, None)
    };
    let kind = AgreementKind::MicrosoftCustomerAgreement;
    let agreement = Agreement { kind, way: Some(way), date: Some(day), attested_by, ..last };
    step(Verb::RecordAgreement, [edited(record, |c| c.agreements.push(agreement))])
}

/// The customer's Azure plan at the target.
fn planned(model: &Model, day: Day, customer: TenantId, target: Target) -> Result<Transaction, Impossible> {
    let purchase = if target.is_indirect(model) {
        Purchase::Indirect { seller: target.seller, reseller: target.reseller }
    } else {
        Purchase::Direct { seller: target.seller }
    };
    let of_customer = model.subscriptions_of(customer).filter(|s| s.family == Family::AzurePlan);
    let other = of_customer.min_by_key(|s| s.id);
    let plan = Subscription {
        name: "Azure plan".into(),
        offer_id: AZURE_PLAN.into(),
        family: Family::AzurePlan,
        quantity: Some(1),
        billing_cycle: BillingCycle::OneTime,
        billing_type: BillingType::Usage,
        effective: Some(day.start()),
        currency: other.and_then(|s| s.currency),
        segment: other.and_then(|s| s.segment),
        ..Subscription::default()
    };
    add_subscription(model, day, customer, purchase, plan)
}
