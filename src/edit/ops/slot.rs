//! What must be picked before an operation is complete, and who comes into question. Candidates are walked lazily, the
//! likely ones first, so that a picker asks verdicts only for the rows it shows.

use super::impossible::Impossible;
use super::intent::Intent;
use super::moving::{Move, Target, likely_reseller, move_indirectly};
use super::offer::Do;
use super::relationship::{Ask, DapAfter, Through};
use crate::model::{
    Day, FieldRef, Key, Model, Record, SubscriptionField, SubscriptionId, TenantId, Transaction, Verb,
};

/// How far a new relationship is wished to go in one step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wish {
    /// Requested; the customer's acceptance is a step of its own (OP-03).
    #[default]
    Requested,
    /// Requested and accepted, as it is wished to be (OP-08).
    Active,
}

/// On which terms a relationship is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Terms {
    /// Alone or together with a provider.
    pub through: Through,
    /// With privileges or without.
    pub ask: Ask,
    /// How far in one step.
    pub wish: Wish,
}

/// A gap in an operation that one record fills.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// The provider that invites this reseller.
    Provider {
        /// Who is invited.
        reseller: TenantId,
    },
    /// The reseller that this provider invites.
    Reseller {
        /// Who invites.
        provider: TenantId,
    },
    /// The customer that this partner asks.
    Customer {
        /// Who asks.
        partner: TenantId,
        /// On which terms.
        terms: Terms,
    },
    /// The partner that asks this customer.
    Partner {
        /// Who is asked.
        customer: TenantId,
        /// On which terms.
        terms: Terms,
    },
    /// The reseller that asks this customer together with a provider, which is picked next.
    ResellerWithProvider {
        /// Who is asked.
        customer: TenantId,
        /// On which terms.
        terms: Terms,
    },
    /// The provider that a reseller asks together with.
    Via {
        /// Who asks.
        reseller: TenantId,
        /// Who is asked; picked next when it is open.
        customer: Option<TenantId>,
        /// On which terms.
        terms: Terms,
    },
    /// The support contact of a subscription.
    SupportContact {
        /// Which.
        subscription: SubscriptionId,
    },
    /// The reseller of record of a subscription.
    RecordReseller {
        /// Which.
        subscription: SubscriptionId,
    },
    /// The partner that supports a subscription bought elsewhere.
    Supporter {
        /// Which.
        subscription: SubscriptionId,
    },
    /// The customer on whom a partner gets admin privileges, or the partner that gets them on a customer.
    Privileges {
        /// The partner or the customer.
        of: Key,
        /// As they are wished to be, or a draft whose form follows.
        verb: Verb,
    },
    /// One of the record's partnerships, relationships or admin privileges, to go on with.
    Open {
        /// The partner or the customer.
        of: Key,
        /// The step.
        step: Verb,
    },
    /// The partner that Microsoft invoices for these subscriptions after they moved.
    NewSeller {
        /// What moves.
        what: Vec<SubscriptionId>,
        /// Who is on record then, where that is chosen already.
        reseller: Option<TenantId>,
    },
    /// The reseller that is on record of these subscriptions after they moved.
    NewReseller {
        /// What moves.
        what: Vec<SubscriptionId>,
        /// Who is invoiced then.
        seller: TenantId,
    },
    /// The further provider that this reseller works with (OP-17).
    FurtherProvider {
        /// Who.
        reseller: TenantId,
    },
    /// The provider whose reseller this direct-bill partner becomes (OP-19).
    ProviderInstead {
        /// Who.
        partner: TenantId,
    },
    /// The account of the same company that takes over (OP-30).
    OtherAccount {
        /// The account that is given up.
        from: TenantId,
    },
    /// A field of a form that names another record: a seller, a group.
    Field {
        /// The record being edited; nothing while it is new.
        key: Option<Key>,
        /// As the form has it now.
        record: Box<Record>,
        /// The field.
        field: FieldRef,
    },
}

impl Slot {
    /// What follows from picking a candidate: the operation, or the next gap.
    ///
    /// # Errors
    /// The record is not of the kind that is asked for.
    pub fn pick(&self, model: &Model, candidate: Key) -> Result<Do, Impossible> {
        let wrong = || Impossible::NotACandidate(candidate);
        let tenant = match candidate {
            Key::Partner(id) | Key::Customer(id) => Ok(id),
            _ => Err(wrong()),
        };
        let intent = match self {
            Self::Provider { reseller } => Intent::InviteReseller { provider: tenant?, reseller: *reseller },
            Self::Reseller { provider } => Intent::InviteReseller { provider: *provider, reseller: tenant? },
            Self::Customer { partner, terms } => terms.ask(*partner, tenant?),
            Self::Partner { customer, terms } => terms.ask(tenant?, *customer),
            Self::ResellerWithProvider { customer, terms } => {
                let slot = Self::Via { reseller: tenant?, customer: Some(*customer), terms: *terms };
                return Ok(Do::Choose(slot));
            }
            Self::Via { reseller, customer, terms } => {
                let terms = Terms { through: Through::Provider(tenant?), ..*terms };
                let Some(customer) = customer else {
                    return Ok(Do::Choose(Self::Customer { partner: *reseller, terms }));
                };
                terms.ask(*reseller, *customer)
            }
            Self::SupportContact { subscription } => {
                Intent::SetSupportContact { subscription: *subscription, contact: Some(tenant?) }
            }
            Self::RecordReseller { subscription } => {
                Intent::SetPartnerOfRecord { subscription: *subscription, reseller: Some(tenant?) }
            }
            Self::Supporter { subscription } => {
                Intent::SupportElsewhere { partner: tenant?, subscription: *subscription }
            }
            Self::Privileges { of, verb } => {
                let (partner, customer) = privileges_of(*of, candidate).ok_or_else(wrong)?;
                return super::offer_privileges::pick(model, *verb, partner, customer);
            }
            Self::Open { step, .. } => go_on(candidate, *step).ok_or_else(wrong)?,
            Self::NewSeller { what, reseller } => {
                return Ok(new_seller(model, what, tenant?, *reseller));
            }
            Self::NewReseller { what, seller } => moved(what, *seller, Some(tenant?)),
            Self::FurtherProvider { reseller } => {
                Intent::AddProvider { reseller: *reseller, provider: tenant?, instead_of: None }
            }
            Self::ProviderInstead { partner } => Intent::GoIndirect {
                partner: *partner,
                provider: tenant?,
                subscriptions: move_indirectly(model, *partner),
            },
            Self::OtherAccount { from } => Intent::ConsolidateTenants { from: *from, to: tenant? },
            Self::Field { key, record, field } => {
                let filled = filled(model, record, *field, candidate)?;
                key.map_or(Intent::Add(filled.clone()), |key| Intent::Replace(key, filled))
            }
        };
        Ok(Do::Step(intent))
    }

    /// The step that picking a candidate leads to; nothing while something else must be picked first.
    ///
    /// # Errors
    /// The step leads nowhere.
    pub fn transaction(
        &self,
        model: &Model,
        day: Day,
        candidate: Key,
    ) -> Result<Option<Transaction>, Impossible> {
        match self.pick(model, candidate)? {
            Do::Step(intent) => intent.transaction(model, day).map(Some),
            // The draft says already what the rules will.
            Do::Form(record) => super::record::add(model, *record).map(Some),
            Do::Choose(_) | Do::Fill(_) | Do::Paper(_) => Ok(None),
        }
    }
}

/// Where all stay with their seller a reseller is picked next: nothing else would change.
fn new_seller(model: &Model, what: &[SubscriptionId], seller: TenantId, reseller: Option<TenantId>) -> Do {
    let stays = |id: &SubscriptionId| model.subscription(*id).is_some_and(|s| s.seller == Some(seller));
    if reseller.is_none() && what.iter().all(stays) {
        return Do::Choose(Slot::NewReseller { what: what.to_vec(), seller });
    }
    Do::Step(moved(what, seller, reseller.or_else(|| likely_reseller(model, what, seller))))
}

/// Licences of old are waited for: that they come later is no reason against a partner.
fn moved(what: &[SubscriptionId], seller: TenantId, reseller: Option<TenantId>) -> Intent {
    Intent::Move(Move {
        subscriptions: what.to_vec(),
        at_term_end: what.iter().copied().collect(),
        target: Target { seller, reseller },
        leaves: false,
    })
}

impl Terms {
    fn ask(self, partner: TenantId, customer: TenantId) -> Intent {
        let Self { through, ask, wish } = self;
        match wish {
            Wish::Requested => Intent::RequestRelationship { partner, customer, through, ask },
            Wish::Active => Intent::AddPartner { partner, customer, through, ask },
        }
    }
}

/// The partner and the customer of privileges, whichever of the two was there first.
fn privileges_of(of: Key, candidate: Key) -> Option<(TenantId, TenantId)> {
    match (of, candidate) {
        (Key::Partner(partner), Key::Customer(customer))
        | (Key::Customer(customer), Key::Partner(partner)) => Some((partner, customer)),
        _ => None,
    }
}

/// The operation that goes on with a partnership, a relationship, admin privileges or a transfer.
pub(super) fn go_on(key: Key, step: Verb) -> Option<Intent> {
    match (key, step) {
        (Key::Partnership(id), Verb::AcceptPartnership) => Some(Intent::AcceptPartnership(id)),
        (Key::Partnership(id), Verb::WithdrawInvitation) => Some(Intent::WithdrawInvitation(id)),
        (Key::Partnership(id), Verb::EndPartnership) => Some(Intent::EndPartnership(id)),
        (Key::Relationship(id), Verb::AcceptRelationship) => Some(Intent::AcceptRelationship(id)),
        (Key::Relationship(id), Verb::WithdrawRequest) => Some(Intent::WithdrawRequest(id)),
        (Key::Relationship(id), Verb::RemoveRelationship) => {
            Some(Intent::RemoveRelationship(id, DapAfter::default()))
        }
        (Key::Admin(id), Verb::SendPrivileges) => Some(Intent::SendPrivileges(id)),
        (Key::Admin(id), Verb::ApprovePrivileges) => Some(Intent::ApprovePrivileges(id)),
        (Key::Admin(id), Verb::SucceedPrivileges) => Some(Intent::SucceedPrivileges(id)),
        (Key::Admin(id), Verb::EndPrivileges) => Some(Intent::EndPrivileges(id)),
        (Key::Admin(_) | Key::Relationship(_), Verb::RemovePrivileges) => Some(Intent::RemovePrivileges(key)),
        (Key::Transfer(id), Verb::AcceptTransfer) => Some(Intent::AcceptTransfer(id)),
        (Key::Transfer(id), Verb::RejectTransfer) => Some(Intent::RejectTransfer(id)),
        (Key::Transfer(id), Verb::CancelTransfer) => Some(Intent::CancelTransfer(id)),
        _ => None,
    }
}

/// The form's record with the candidate in the field. A location id stands for the partner where a partner of record
/// is asked for.
pub(super) fn filled(
    model: &Model,
    record: &Record,
    field: FieldRef,
    candidate: Key,
) -> Result<Record, Impossible> {
    let text = match (field, candidate) {
        (FieldRef::Subscription(SubscriptionField::PartnerOfRecord), Key::Partner(id)) => {
            let location = model.partner(id).and_then(|partner| partner.partner_id.as_ref());
            location.ok_or(Impossible::NoPartnerId(id))?.text().raw().to_owned()
        }
        _ => candidate.id_text(),
    };
    let mut record = record.clone();
    record.set(field, &text).map_err(|wrong| Impossible::Field(field, wrong))?;
    Ok(record)
}
