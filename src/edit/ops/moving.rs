//! Business that moves between partners (rules.md 2: OP-10 to OP-14, OP-16, OP-17, OP-19, OP-30). The book is the
//! wished end state: a transfer is recorded as it is when it is complete. What the target lacks is a step of its own,
//! which [`whole`] puts before.

mod account;
mod azure;
mod customer;
mod lacks;
mod licence;
mod lot;
mod way;
mod whole;

pub use account::{add_provider, consolidate_tenants, go_indirect, move_indirectly};
pub use azure::{switch_azure, take_over_usage, transfer_azure};
pub use customer::{along, move_customer};
pub use lacks::{Need, has_privileges};
pub use licence::{Rebuy, rebuy_licence, transfer_licences};
pub use way::{Choice, Hold, likely_reseller, verb_of};
pub use whole::{Move, needs, requested, whole};

use super::impossible::Impossible;
use crate::model::{Channel, Key, Model, Partner, PartnerId, TenantId, Verb};

/// The operations that a whole move is put together from: what the target lacks, then what moves.
pub const PARTS: &[Verb] = &[
    Verb::InviteReseller,
    Verb::AcceptPartnership,
    Verb::RequestRelationship,
    Verb::AcceptRelationship,
    Verb::AddPartner,
    Verb::RecordAgreement,
    Verb::AddSubscription,
    Verb::GrantPrivileges,
    Verb::SwitchAzure,
    Verb::TransferAzure,
    Verb::TransferLicences,
    Verb::RebuyLicence,
    Verb::TakeOverUsage,
    Verb::GoIndirect,
    Verb::MoveCustomer,
    Verb::SetSupportContact,
];

/// The operations that a step by this verb may be put together from when it is a whole move; none for other verbs.
pub fn parts_of(verb: Verb) -> &'static [Verb] {
    if whole::VERBS.contains(&verb) { PARTS } else { &[] }
}

/// To whom business moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// Whom Microsoft invoices then: a provider, or a direct-bill partner.
    pub seller: TenantId,
    /// The reseller of record then; a direct-bill partner has none.
    pub reseller: Option<TenantId>,
}

impl Target {
    /// True when it sells through resellers.
    pub fn is_indirect(self, model: &Model) -> bool {
        model.partner(self.seller).is_some_and(Partner::is_provider)
    }

    /// The partner that the customer talks to.
    pub fn front(self) -> TenantId {
        self.reseller.unwrap_or(self.seller)
    }

    fn channel(self, model: &Model) -> Channel {
        if self.is_indirect(model) { Channel::CspIndirect } else { Channel::CspDirect }
    }

    /// What is written on a subscription: the location id of the reseller, where the target is a provider.
    fn record(self, model: &Model) -> Result<Option<PartnerId>, Impossible> {
        model.partner(self.seller).ok_or(Impossible::Gone(Key::Partner(self.seller)))?;
        let Some(reseller) = self.reseller.filter(|_| self.is_indirect(model)) else { return Ok(None) };
        let partner = model.partner(reseller).ok_or(Impossible::Gone(Key::Partner(reseller)))?;
        partner.partner_id.clone().ok_or(Impossible::NoPartnerId(reseller)).map(Some)
    }
}
