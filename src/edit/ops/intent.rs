//! The operations with their parameters as data, so that screens, fixes and files can name them.

use super::catalogue::checked;
use super::customer::{Creator, create_customer};
use super::impossible::Impossible;
use super::moving::{self, Move, Rebuy, Target};
use super::relationship::{
    Ask, DapAfter, Through, accept_relationship, add_partner, remove_relationship, request_relationship,
    withdraw_request,
};
use super::subscription::{
    Purchase, add_subscription, set_partner_of_record, set_support_contact, support_elsewhere,
};
use super::suspension::{AddOns, cancel_subscription, reactivate_subscription, suspend_subscription};
use super::term::{Renewal, set_quantity, set_renewal};
use super::upgrade::{Product, migrate_to_new_commerce, upgrade};
use super::waiver::{Acceptance, end_waiver, waive};
use super::{partnership, record};
use crate::model::{
    AdminId, AdminStatus, Agreement, Cloud, Country, Customer, Day, FieldRef, Key, Model, PartnerId,
    PartnershipId, Record, RelationshipId, Subscription, SubscriptionId, TenantId, Transaction, Transfer,
    TransferId, Verb, WaiverId,
};
use crate::rules::Finding;

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
    /// OP-07: a draft.
    PreparePrivileges {
        /// Of whom.
        partner: TenantId,
        /// On whom.
        customer: TenantId,
    },
    /// OP-07: a draft goes to the customer.
    SendPrivileges(AdminId),
    /// OP-07: the customer approves.
    ApprovePrivileges(AdminId),
    /// OP-07: the partner ends them.
    EndPrivileges(AdminId),
    /// OP-07: a draft of what follows them.
    SucceedPrivileges(AdminId),
    /// OP-21: the customer takes away granular privileges, or the delegated ones of a relationship.
    RemovePrivileges(Key),
    /// A transfer as it is wished: customer, source, target, kind, partner of record, subscriptions.
    RequestTransfer(Transfer),
    /// The source accepts.
    AcceptTransfer(TransferId),
    /// The source rejects.
    RejectTransfer(TransferId),
    /// Who asked takes it back.
    CancelTransfer(TransferId),
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
    /// OP-10.
    TakeOverUsage(SubscriptionId, Target),
    /// OP-11.
    SwitchAzure(Vec<SubscriptionId>, Target),
    /// OP-12.
    TransferAzure(Vec<SubscriptionId>, Target),
    /// OP-13.
    TransferLicences(Vec<SubscriptionId>, Target),
    /// OP-14.
    RebuyLicence(SubscriptionId, Target, Rebuy),
    /// OP-16.
    MoveCustomer {
        /// What goes to the reseller.
        subscriptions: Vec<SubscriptionId>,
        /// The reseller.
        reseller: TenantId,
        /// True when the old reseller's relationship is removed.
        leaves: bool,
    },
    /// OP-17.
    AddProvider {
        /// Who.
        reseller: TenantId,
        /// With whom.
        provider: TenantId,
        /// The provider it leaves.
        instead_of: Option<TenantId>,
    },
    /// OP-19.
    GoIndirect {
        /// Who becomes a reseller.
        partner: TenantId,
        /// Of whom.
        provider: TenantId,
        /// What goes on at the provider.
        subscriptions: Vec<SubscriptionId>,
    },
    /// OP-30.
    ConsolidateTenants {
        /// The account that is given up.
        from: TenantId,
        /// The account that takes over.
        to: TenantId,
    },
    /// Whatever of OP-10 to OP-16 moves these subscriptions, with what the target lacks. Its step has the verb of the
    /// first operation.
    Move(Move),
    /// OP-22.
    SuspendSubscription(SubscriptionId),
    /// OP-23.
    ReactivateSubscription(SubscriptionId, AddOns),
    /// OP-24.
    CancelSubscription(SubscriptionId),
    /// OP-25.
    SetRenewal(SubscriptionId, Renewal),
    /// OP-26: the new total.
    SetQuantity(SubscriptionId, u32),
    /// OP-27.
    Upgrade(SubscriptionId, Product),
    /// OP-28.
    MigrateToNewCommerce(SubscriptionId, Product),
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
    /// A problem is accepted, with a reason and an end.
    Waive(Finding, Acceptance),
    /// A problem is accepted no longer.
    EndWaiver(WaiverId),
}

impl Intent {
    /// The step that does it.
    ///
    /// # Errors
    /// It leads nowhere, or changes what its operation must leave alone; rules are not judged here but when the step is
    /// committed.
    pub fn transaction(&self, model: &Model, day: Day) -> Result<Transaction, Impossible> {
        checked(self.built(model, day)?, self.parts())
    }

    /// The operations that a move is put together from; none for the others, which are one.
    fn parts(&self) -> &'static [Verb] {
        match self {
            Self::Move(_) => moving::PARTS,
            _ => &[],
        }
    }

    fn built(&self, model: &Model, day: Day) -> Result<Transaction, Impossible> {
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
            Self::PreparePrivileges { partner, customer } => {
                super::prepare_privileges(model, day, *partner, *customer)
            }
            Self::SendPrivileges(id) => super::send_privileges(model, day, *id),
            Self::ApprovePrivileges(id) => super::approve_privileges(model, day, *id),
            Self::EndPrivileges(id) => super::end_privileges(model, day, *id),
            Self::SucceedPrivileges(id) => super::succeed_privileges(model, day, *id),
            Self::RemovePrivileges(key) => super::remove_privileges(model, day, *key),
            Self::RequestTransfer(wish) => super::request_transfer(model, day, wish.clone()),
            Self::AcceptTransfer(id) => super::accept_transfer(model, day, *id),
            Self::RejectTransfer(id) => super::reject_transfer(model, *id),
            Self::CancelTransfer(id) => super::cancel_transfer(model, *id),
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
            Self::TakeOverUsage(id, target) => moving::take_over_usage(model, day, *id, *target),
            Self::SwitchAzure(ids, target) => moving::switch_azure(model, day, ids, *target),
            Self::TransferAzure(ids, target) => moving::transfer_azure(model, day, ids, *target),
            Self::TransferLicences(ids, target) => moving::transfer_licences(model, day, ids, *target),
            Self::RebuyLicence(id, target, when) => moving::rebuy_licence(model, day, *id, *target, *when),
            Self::MoveCustomer { subscriptions, reseller, leaves } => {
                moving::move_customer(model, day, subscriptions, *reseller, *leaves)
            }
            Self::AddProvider { reseller, provider, instead_of } => {
                moving::add_provider(model, day, *reseller, *provider, *instead_of)
            }
            Self::GoIndirect { partner, provider, subscriptions } => {
                moving::go_indirect(model, day, *partner, *provider, subscriptions)
            }
            Self::ConsolidateTenants { from, to } => moving::consolidate_tenants(model, day, *from, *to),
            Self::Move(wish) => moving::whole(model, day, wish),
            Self::SuspendSubscription(id) => suspend_subscription(model, day, *id),
            Self::ReactivateSubscription(id, add_ons) => reactivate_subscription(model, *id, *add_ons),
            Self::CancelSubscription(id) => cancel_subscription(model, *id),
            Self::SetRenewal(id, renewal) => set_renewal(model, *id, renewal),
            Self::SetQuantity(id, total) => set_quantity(model, day, *id, *total),
            Self::Upgrade(id, to) => upgrade(model, day, *id, to),
            Self::MigrateToNewCommerce(id, to) => migrate_to_new_commerce(model, day, *id, to),
            Self::Add(added) => record::add(model, added.clone()),
            Self::Edit(keys, fields) => record::edit(model, keys, fields),
            Self::Replace(key, after) => record::replace(model, *key, after.clone()),
            Self::Remove(key) => record::remove(model, *key),
            Self::Duplicate(key) => record::duplicate(model, *key),
            Self::Waive(finding, acceptance) => waive(model, day, finding, acceptance),
            Self::EndWaiver(id) => end_waiver(model, *id),
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
            Self::TakeOverUsage(..) => Verb::TakeOverUsage,
            Self::SwitchAzure(..) => Verb::SwitchAzure,
            Self::TransferAzure(..) => Verb::TransferAzure,
            Self::TransferLicences(..) => Verb::TransferLicences,
            Self::RebuyLicence(..) => Verb::RebuyLicence,
            Self::MoveCustomer { .. } | Self::Move(_) => Verb::MoveCustomer,
            Self::AddProvider { .. } => Verb::AddProvider,
            Self::GoIndirect { .. } => Verb::GoIndirect,
            Self::ConsolidateTenants { .. } => Verb::ConsolidateTenants,
            Self::AddSubscription { .. } | Self::Add(Record::Subscription(_)) => Verb::AddSubscription,
            Self::SuspendSubscription(_) => Verb::SuspendSubscription,
            Self::ReactivateSubscription(..) => Verb::ReactivateSubscription,
            Self::CancelSubscription(_) => Verb::CancelSubscription,
            Self::SetRenewal(..) => Verb::SetRenewal,
            Self::SetQuantity(..) => Verb::SetQuantity,
            Self::Upgrade(..) => Verb::Upgrade,
            Self::MigrateToNewCommerce(..) => Verb::MigrateToNewCommerce,
            Self::Add(Record::Admin(admin)) if admin.status == AdminStatus::Created => {
                Verb::PreparePrivileges
            }
            Self::GrantPrivileges { .. } => Verb::GrantPrivileges,
            Self::PreparePrivileges { .. } => Verb::PreparePrivileges,
            Self::SendPrivileges(_) => Verb::SendPrivileges,
            Self::ApprovePrivileges(_) => Verb::ApprovePrivileges,
            Self::EndPrivileges(_) => Verb::EndPrivileges,
            Self::SucceedPrivileges(_) => Verb::SucceedPrivileges,
            Self::RemovePrivileges(_) => Verb::RemovePrivileges,
            Self::RequestTransfer(_) => Verb::RequestTransfer,
            Self::AcceptTransfer(_) => Verb::AcceptTransfer,
            Self::RejectTransfer(_) => Verb::RejectTransfer,
            Self::CancelTransfer(_) => Verb::CancelTransfer,
            Self::Add(_) | Self::Duplicate(_) => Verb::Add,
            Self::Edit(..) | Self::Replace(..) => Verb::Edit,
            Self::Remove(_) => Verb::Remove,
            Self::Waive(..) => Verb::Waive,
            Self::EndWaiver(_) => Verb::EndWaiver,
        }
    }
}
