//! What must be picked before an operation is complete, and who comes into question. Candidates are walked lazily, the
//! likely ones first, so that a picker asks verdicts only for the rows it shows.

use super::impossible::Impossible;
use super::intent::Intent;
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
    /// One of the record's partnerships or relationships, to go on with.
    Open {
        /// The partner or the customer.
        of: Key,
        /// The step.
        step: Verb,
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
            Self::Open { step, .. } => go_on(candidate, *step).ok_or_else(wrong)?,
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
            Do::Choose(_) | Do::Form(_) | Do::Fill(_) => Ok(None),
        }
    }
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

/// The operation that goes on with a partnership or a relationship.
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
