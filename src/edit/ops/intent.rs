//! The operations with their parameters as data, so that screens, fixes and files can name them.

use super::customer::{Creator, create_customer};
use super::impossible::Impossible;
use super::relationship::{
    Ask, DapAfter, Through, accept_relationship, add_partner, remove_relationship, request_relationship,
    withdraw_request,
};
use super::subscription::{
    Purchase, add_subscription, set_partner_of_record, set_support_contact, support_elsewhere,
};
use super::{partnership, record};
use crate::model::{
    Agreement, Cloud, Country, Customer, Day, FieldRef, Key, Model, PartnerId, PartnershipId, Record,
    RelationshipId, Subscription, SubscriptionId, TenantId, Transaction, Verb,
};

/// An operation that the user wants done.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // one at a time passes by
pub enum Intent {
    /// OP-01.
    InviteReseller {
        /// Who invites.
        provider: TenantId,
        /// Who is invited.
        reseller: TenantId,
    },
    /// OP-02.
    AcceptPartnership(PartnershipId),
    /// Takes an invitation back.
    WithdrawInvitation(PartnershipId),
    /// OP-18.
    EndPartnership(PartnershipId),
    /// OP-03.
    RequestRelationship {
        /// Who asks.
        partner: TenantId,
        /// Who is asked.
        customer: TenantId,
        /// Alone, or together with a provider.
        through: Through,
        /// With privileges or without.
        ask: Ask,
    },
    /// OP-04.
    AcceptRelationship(RelationshipId),
    /// Takes a request back.
    WithdrawRequest(RelationshipId),
    /// OP-20.
    RemoveRelationship(RelationshipId, DapAfter),
    /// OP-08.
    AddPartner {
        /// The further partner.
        partner: TenantId,
        /// The customer.
        customer: TenantId,
        /// Alone, or together with a provider.
        through: Through,
        /// With privileges or without.
        ask: Ask,
    },
    /// OP-07, as it is wished to be.
    GrantPrivileges {
        /// To whom.
        partner: TenantId,
        /// On whom.
        customer: TenantId,
    },
    /// OP-09.
    SupportElsewhere {
        /// Who supports it.
        partner: TenantId,
        /// What.
        subscription: SubscriptionId,
    },
    /// OP-15.
    SetPartnerOfRecord {
        /// On what.
        subscription: SubscriptionId,
        /// Who; nobody to clear it.
        reseller: Option<TenantId>,
    },
    /// OP-31.
    SetSupportContact {
        /// Of what.
        subscription: SubscriptionId,
        /// Who; nobody for the seller, the default.
        contact: Option<TenantId>,
    },
    /// OP-05.
    RecordAgreement {
        /// Whose.
        customer: TenantId,
        /// What was agreed.
        agreement: Agreement,
        /// In the place of one that is recorded, counted from 0; nothing for one more.
        place: Option<usize>,
    },
    /// OP-29.
    EnrolInCloud {
        /// Whose account in the public cloud.
        partner: TenantId,
        /// The other cloud.
        cloud: Cloud,
    },
    /// OP-32.
    AssociateLocation {
        /// Whose.
        partner: TenantId,
        /// The id of the location.
        location: PartnerId,
        /// The country of the location, where it is known.
        country: Option<Country>,
    },
    /// OP-06.
    CreateCustomer(Customer, Creator),
    /// A subscription bought through CSP or elsewhere.
    AddSubscription {
        /// Whose.
        customer: TenantId,
        /// Where it is bought.
        purchase: Purchase,
        /// What: its product, quantity, term.
        product: Subscription,
    },
    /// A record as it was typed: a partner, a customer, anything.
    Add(Record),
    /// These fields of these records become these texts.
    Edit(Vec<Key>, Vec<(FieldRef, String)>),
    /// A record becomes another.
    Replace(Key, Record),
    /// A record goes, with what means nothing without it.
    Remove(Key),
    /// A record like this one.
    Duplicate(Key),
}

impl Intent {
    /// The step that does it.
    ///
    /// # Errors
    /// It leads nowhere; rules are not judged here but when the step is committed.
    pub fn transaction(&self, model: &Model, day: Day) -> Result<Transaction, Impossible> {
        match self {
            Self::InviteReseller { provider, reseller } => {
                partnership::invite_reseller(model, day, *provider, *reseller)
            }
            Self::AcceptPartnership(id) => partnership::accept_partnership(model, day, *id),
            Self::WithdrawInvitation(id) => partnership::withdraw_invitation(model, day, *id),
            Self::EndPartnership(id) => partnership::end_partnership(model, day, *id),
            Self::RequestRelationship { partner, customer, through, ask } => {
                request_relationship(model, day, *partner, *customer, *through, *ask)
            }
            Self::AcceptRelationship(id) => accept_relationship(model, day, *id),
            Self::WithdrawRequest(id) => withdraw_request(model, day, *id),
            Self::RemoveRelationship(id, dap) => remove_relationship(model, day, *id, *dap),
            Self::AddPartner { partner, customer, through, ask } => {
                add_partner(model, day, *partner, *customer, *through, *ask)
            }
            Self::GrantPrivileges { partner, customer } => {
                super::grant_privileges(model, day, *partner, *customer)
            }
            Self::SupportElsewhere { partner, subscription } => {
                support_elsewhere(model, *partner, *subscription)
            }
            Self::SetPartnerOfRecord { subscription, reseller } => {
                set_partner_of_record(model, *subscription, *reseller)
            }
            Self::SetSupportContact { subscription, contact } => {
                set_support_contact(model, *subscription, *contact)
            }
            Self::RecordAgreement { customer, agreement, place } => {
                super::record_agreement(model, *customer, agreement.clone(), *place)
            }
            Self::EnrolInCloud { partner, cloud } => super::enrol_in_cloud(model, *partner, *cloud),
            Self::AssociateLocation { partner, location, country } => {
                super::associate_location(model, *partner, location.clone(), *country)
            }
            Self::CreateCustomer(customer, by) => create_customer(model, day, customer.clone(), *by),
            Self::AddSubscription { customer, purchase, product } => {
                add_subscription(model, day, *customer, *purchase, product.clone())
            }
            Self::Add(added) => record::add(model, added.clone()),
            Self::Edit(keys, fields) => record::edit(model, keys, fields),
            Self::Replace(key, after) => record::replace(model, *key, after.clone()),
            Self::Remove(key) => record::remove(model, *key),
            Self::Duplicate(key) => record::duplicate(model, *key),
        }
    }

    /// What the step is called.
    pub fn verb(&self) -> Verb {
        match self {
            Self::InviteReseller { .. } => Verb::InviteReseller,
            Self::AcceptPartnership(_) => Verb::AcceptPartnership,
            Self::WithdrawInvitation(_) => Verb::WithdrawInvitation,
            Self::EndPartnership(_) => Verb::EndPartnership,
            Self::RequestRelationship { .. } => Verb::RequestRelationship,
            Self::AcceptRelationship(_) => Verb::AcceptRelationship,
            Self::WithdrawRequest(_) => Verb::WithdrawRequest,
            Self::RemoveRelationship(..) => Verb::RemoveRelationship,
            Self::AddPartner { .. } => Verb::AddPartner,
            Self::SupportElsewhere { .. } => Verb::SupportElsewhere,
            Self::SetPartnerOfRecord { .. } => Verb::SetPartnerOfRecord,
            Self::SetSupportContact { .. } => Verb::SetSupportContact,
            Self::RecordAgreement { .. } => Verb::RecordAgreement,
            Self::EnrolInCloud { .. } => Verb::EnrolInCloud,
            Self::AssociateLocation { .. } => Verb::AssociateLocation,
            Self::CreateCustomer(..) => Verb::AddCustomer,
            Self::AddSubscription { .. } | Self::Add(Record::Subscription(_)) => Verb::AddSubscription,
            Self::Add(_) | Self::Duplicate(_) | Self::GrantPrivileges { .. } => Verb::Add,
            Self::Edit(..) | Self::Replace(..) => Verb::Edit,
            Self::Remove(_) => Verb::Remove,
        }
    }
}
