//! How a subscription gets to another partner: the operation that moves its family, or what holds it.

use super::Target;
use crate::edit::ops::impossible::Impossible;
use crate::model::{
    Channel, Day, Family, Key, Model, Moment, Partner, Status, Subscription, SubscriptionId, TenantId,
    TransferId, TransferStatus, Verb,
};
use rustc_hash::FxHashSet;

/// What holds a subscription where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// A licence stays with its seller until its term ends (R-MC-002); the day, where it is known.
    TermRuns(Option<Day>),
    /// It is suspended; once it is reactivated it can move (R-TRF-003).
    Suspended,
    /// It has not started; the day, where it is known.
    NotStarted(Option<Day>),
    /// It is part of a request that is not answered (R-TRF-003).
    InTransfer(TransferId),
    /// It has ended.
    Over(Status),
    /// It is at the target, or what continues it is.
    ThereAlready,
    /// It was not bought through CSP (R-MC-001).
    Elsewhere(Channel),
    /// Nobody is known to sell it.
    NoSeller,
    /// A reservation or a savings plan stays with the partner it was bought from (OP-12, OP-16).
    FixedAtPurchase,
    /// An add-on moves with its base, which is not among what moves (R-TRF-003).
    WithoutBase(SubscriptionId),
    /// Software and products of the marketplace are bought anew (R-TRF-003).
    NotTransferable,
    /// A plan has nothing under it that could move; the target opens its own.
    EmptyPlan,
    /// What kind of product it is is not known.
    UnknownFamily,
}

impl Hold {
    /// True when time, or a step on the subscription itself, lets it move.
    pub fn is_for_now(self) -> bool {
        match self {
            Self::TermRuns(_) | Self::Suspended | Self::NotStarted(_) | Self::InTransfer(_) => true,
            Self::Over(_)
            | Self::ThereAlready
            | Self::Elsewhere(_)
            | Self::NoSeller
            | Self::FixedAtPurchase
            | Self::WithoutBase(_)
            | Self::NotTransferable
            | Self::EmptyPlan
            | Self::UnknownFamily => false,
        }
    }

    /// The day from which it can move, where that is known.
    pub fn until(self) -> Option<Day> {
        match self {
            Self::TermRuns(day) | Self::NotStarted(day) => day,
            Self::Suspended
            | Self::InTransfer(_)
            | Self::Over(_)
            | Self::ThereAlready
            | Self::Elsewhere(_)
            | Self::NoSeller
            | Self::FixedAtPurchase
            | Self::WithoutBase(_)
            | Self::NotTransferable
            | Self::EmptyPlan
            | Self::UnknownFamily => None,
        }
    }
}

/// What is chosen to move, and whereto.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// The book.
    pub model: &'a Model,
    /// The day it is judged for.
    pub day: Day,
    /// To whom.
    pub target: Target,
    /// Everything that is to move: an add-on asks whether its base is among it.
    pub chosen: FxHashSet<SubscriptionId>,
}

impl Choice<'_> {
    /// The operation that moves a subscription, or what holds it. Whether the rules allow the operation is not judged.
    ///
    /// # Errors
    /// Says what holds it.
    pub fn way(&self, s: &Subscription) -> Result<Verb, Hold> {
        self.standing(s)?;
        if !s.channel.is_csp() {
            return from_elsewhere(s);
        }
        let source = s.seller.ok_or(Hold::NoSeller)?;
        if source == self.target.seller {
            return self.under_one_seller(s);
        }
        if let Some(base) = s.parent.filter(|_| is_licence(s)) {
            return self.with_base(base);
        }
        let becomes_reseller = self.target.reseller == Some(source) && self.is_direct_bill(source);
        self.between_sellers(s, becomes_reseller)
    }

    /// True when a subscription goes along with another that is chosen: it is no move of its own.
    pub fn goes_along(&self, s: &Subscription) -> bool {
        s.parent.is_some_and(|parent| self.chosen.contains(&parent)) && s.channel.is_csp()
    }

    fn standing(&self, s: &Subscription) -> Result<(), Hold> {
        let links = self.model.links();
        if !links.subscriptions_by_origin.get(&s.id).is_empty() {
            return Err(Hold::ThereAlready);
        }
        match s.status {
            Status::Active => {}
            Status::Pending => return Err(Hold::NotStarted(s.effective.map(Moment::day))),
            Status::Suspended => return Err(Hold::Suspended),
            Status::None | Status::Deleted | Status::Expired | Status::Disabled | Status::Other(_) => {
                return Err(Hold::Over(s.status));
            }
        }
        let mut transfers = self.model.transfers().rows(links.transfers_by_subscription.get(&s.id));
        let open = transfers
            .find(|t| matches!(t.status, TransferStatus::Active | TransferStatus::InProgress))
            .map(|t| t.id);
        open.map_or(Ok(()), |id| Err(Hold::InTransfer(id)))
    }

    /// OP-16: the seller stays, another reseller is put on record.
    fn under_one_seller(&self, s: &Subscription) -> Result<Verb, Hold> {
        let now = self.model.reseller_of(s).map(|reseller| reseller.tenant);
        match (self.target.reseller, s.family) {
            (None, _) => Err(Hold::ThereAlready),
            (Some(reseller), _) if now == Some(reseller) => Err(Hold::ThereAlready),
            (Some(_), Family::Reservation | Family::SavingsPlan) => Err(Hold::FixedAtPurchase),
            (Some(_), _) => Ok(Verb::MoveCustomer),
        }
    }

    /// An add-on goes the way of its base.
    fn with_base(&self, base: SubscriptionId) -> Result<Verb, Hold> {
        match self.model.subscription(base).filter(|_| self.chosen.contains(&base)) {
            Some(base) if base.parent.is_none() => self.way(base),
            Some(_) | None => Err(Hold::WithoutBase(base)),
        }
    }

    fn is_direct_bill(&self, id: TenantId) -> bool {
        self.model.partner(id).is_some_and(Partner::is_direct_bill)
    }

    fn between_sellers(&self, s: &Subscription, becomes_reseller: bool) -> Result<Verb, Hold> {
        match s.family {
            Family::LicenseLegacy | Family::AzureLegacy if becomes_reseller => Ok(Verb::GoIndirect),
            Family::AzureLegacy => Ok(Verb::SwitchAzure),
            Family::AzureSubscription => Ok(Verb::TransferAzure),
            Family::AzurePlan if super::lot::under(self.model, s.id).next().is_some() => {
                Ok(Verb::TransferAzure)
            }
            Family::AzurePlan => Err(Hold::EmptyPlan),
            Family::LicenseNce if transfers_exist(self.day) => Ok(Verb::TransferLicences),
            Family::LicenseNce | Family::LicenseLegacy => match s.ends() {
                Some(end) if end <= self.day => Ok(Verb::RebuyLicence),
                end => Err(Hold::TermRuns(end)),
            },
            Family::Reservation | Family::SavingsPlan => Err(Hold::FixedAtPurchase),
            Family::SoftwarePerpetual | Family::SoftwareSubscription | Family::MarketplaceSaas => {
                Err(Hold::NotTransferable)
            }
            Family::Unknown | Family::Other(_) => Err(Hold::UnknownFamily),
        }
    }
}

/// The operation by which a subscription changes its seller, whoever takes it and whenever that can be.
///
/// # Errors
/// Says what holds it for good.
pub fn verb_of(s: &Subscription) -> Result<Verb, Hold> {
    if !s.channel.is_csp() {
        return from_elsewhere(s);
    }
    match s.family {
        Family::AzureLegacy => Ok(Verb::SwitchAzure),
        Family::AzurePlan | Family::AzureSubscription => Ok(Verb::TransferAzure),
        Family::LicenseNce => Ok(Verb::TransferLicences),
        Family::LicenseLegacy => Ok(Verb::RebuyLicence),
        Family::Reservation | Family::SavingsPlan => Err(Hold::FixedAtPurchase),
        Family::SoftwarePerpetual | Family::SoftwareSubscription | Family::MarketplaceSaas => {
            Err(Hold::NotTransferable)
        }
        Family::Unknown | Family::Other(_) => Err(Hold::UnknownFamily),
    }
}

/// The reseller on record of the first of these, where it works with the new seller too: the likely one after a move.
pub fn likely_reseller(model: &Model, what: &[SubscriptionId], seller: TenantId) -> Option<TenantId> {
    let first = what.first().and_then(|id| model.subscription(*id))?;
    let reseller = model.reseller_of(first)?.tenant;
    (first.seller != Some(seller) && model.are_partners(seller, reseller)).then_some(reseller)
}

/// OP-10: usage services bought elsewhere are bought anew; a licence bought elsewhere runs out there.
fn from_elsewhere(s: &Subscription) -> Result<Verb, Hold> {
    match s.family {
        Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription => Ok(Verb::TakeOverUsage),
        Family::Unknown
        | Family::LicenseLegacy
        | Family::LicenseNce
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription
        | Family::MarketplaceSaas
        | Family::Other(_) => Err(Hold::Elsewhere(s.channel)),
    }
}

fn is_licence(s: &Subscription) -> bool {
    matches!(s.family, Family::LicenseLegacy | Family::LicenseNce)
}

/// Licences of new commerce move by a transfer since April 2024 (R-MC-002).
pub(super) fn transfers_exist(day: Day) -> bool {
    Day::new(2024, 4, 1).is_some_and(|first| day >= first)
}

impl Impossible {
    /// What holds a subscription, as the reason why nothing can be done with it.
    pub(super) fn held(s: &Subscription, hold: Hold) -> Self {
        Self::Held(s.id, hold)
    }

    /// The subscription that is held.
    pub fn holds(&self) -> Option<Key> {
        match self {
            Self::Held(id, _) => Some(Key::Subscription(*id)),
            _ => None,
        }
    }
}
