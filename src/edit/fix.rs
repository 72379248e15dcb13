//! Ways out of a finding (the "Fix" lines of rules.md): a step, a choice, or the field to look at. And the steps that
//! must come first, found and added until a refused step would be allowed.

mod account;
mod between;
mod parts;
mod retry;
mod sale;
mod steps;

pub use parts::parts;
pub use retry::{fix_and_choose, fix_and_retry};

use super::ops::Slot;
use crate::model::{Day, FieldRef, Key, Model, TenantId, Transaction};
use crate::rules::{Finding, Reason};

/// A way out of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it is, for its label.
    pub kind: FixKind,
    /// How it is done.
    pub does: Does,
}

/// How a fix is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Does {
    /// At once.
    Step(Transaction),
    /// After a choice.
    Choose(Slot),
    /// In this field of this record.
    EditField(Key, FieldRef),
}

/// What a fix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FixKind {
    /// The value is looked at and typed anew.
    EditValue(Key, FieldRef),
    /// The digits of a Partner ID are kept, the rest goes.
    TidyPartnerId,
    /// The location id takes the place of the head office's.
    UseLocationId,
    /// A common wrong code of a country becomes the right one.
    CorrectCountry,
    /// The currency becomes that of the market.
    UseMarketCurrency,
    /// Provider and reseller change sides.
    SwapSides,
    /// The two become partners: invited and accepted.
    MakePartners(TenantId, TenantId),
    /// The partnership is an invitation again.
    BackToInvited,
    /// The day of the end is today.
    EndToday,
    /// One of two open partnerships of a pair goes.
    DropDouble,
    /// The partnership ends.
    EndPartnership(TenantId, TenantId),
    /// Another provider is chosen.
    ChooseProvider,
    /// Another reseller is chosen.
    ChooseReseller,
    /// Another partner is chosen for the customer.
    ChoosePartner,
    /// Another customer tenant is chosen.
    ChooseCustomer,
    /// The partner gets a relationship with the customer: requested and accepted.
    Relate(TenantId, TenantId),
    /// The relationship is a request again.
    BackToRequested,
    /// A new request for what was removed.
    RequestAgain,
    /// The request goes through a provider.
    RequestThroughProvider,
    /// The partner gets admin privileges on the customer.
    GrantPrivileges(TenantId, TenantId),
    /// Subscriptions are suspended.
    Suspend,
    /// A reservation is cancelled.
    Cancel,
    /// Another partner of record is chosen.
    ChooseRecord,
    /// The partner of record is taken off.
    ClearRecord,
    /// Another support contact is chosen.
    ChooseSupport,
    /// The seller is the support contact again.
    ResetSupport,
    /// A seller is chosen.
    ChooseSeller,
    /// The seller is taken off.
    ClearSeller,
    /// Each further partner stays once, without the partner of record.
    TidyFurther,
    /// The subscription does not renew.
    StopRenewal,
    /// Both run on purpose.
    MarkWanted,
    /// The business goes to a tenant of its own.
    SeparateTenant,
    /// The reference is emptied.
    ClearReference,
    /// The record goes.
    RemoveRecord(Key),
}

impl FixKind {
    /// True when it supplies what a step lacks, so that it may be added to the step unasked; false when it takes a
    /// decision, or takes back what the step does.
    pub fn supplies(self) -> bool {
        match self {
            Self::TidyPartnerId
            | Self::UseLocationId
            | Self::CorrectCountry
            | Self::UseMarketCurrency
            | Self::MakePartners(..)
            | Self::Relate(..)
            | Self::GrantPrivileges(..)
            | Self::Suspend
            | Self::Cancel
            | Self::TidyFurther
            | Self::SeparateTenant => true,
            Self::EditValue(..)
            | Self::SwapSides
            | Self::BackToInvited
            | Self::EndToday
            | Self::DropDouble
            | Self::EndPartnership(..)
            | Self::ChooseProvider
            | Self::ChooseReseller
            | Self::ChoosePartner
            | Self::ChooseCustomer
            | Self::BackToRequested
            | Self::RequestAgain
            | Self::RequestThroughProvider
            | Self::ChooseRecord
            | Self::ClearRecord
            | Self::ChooseSupport
            | Self::ResetSupport
            | Self::ChooseSeller
            | Self::ClearSeller
            | Self::StopRenewal
            | Self::MarkWanted
            | Self::ClearReference
            | Self::RemoveRecord(_) => false,
        }
    }
}

/// A finding in its book.
#[derive(Clone, Copy)]
struct Case<'a> {
    model: &'a Model,
    day: Day,
    finding: &'a Finding,
}

/// The ways out of a finding, the likeliest first. None means that only the portal, or time, mends it.
pub fn fixes(model: &Model, day: Day, finding: &Finding) -> Vec<Fix> {
    let case = Case { model, day, finding };
    let mut fixes: Vec<Fix> = of_reason(case);
    // A step that changes nothing mends nothing.
    fixes.retain(|fix| !matches!(&fix.does, Does::Step(step) if step.is_empty()));
    fixes
}

fn of_reason(case: Case<'_>) -> Vec<Fix> {
    use Reason as R;
    match case.finding.reason {
        R::NamesNobody => account::dangling(case),
        R::NotDigits | R::OddLength => account::partner_id(case),
        R::GlobalId => account::global_id(case),
        R::CountryNotListed => account::country(case),
        R::OtherCurrency => account::currency(case),
        R::SharedPartnerId
        | R::SharedAdminName
        | R::NotAHostName
        | R::SharedDomain
        | R::UsGovAddress
        | R::UsGovRole
        | R::UsGovNoPrivileges
        | R::ChinaAgreement
        | R::OtherSegment
        | R::NotVetted
        | R::NotALicence
        | R::AcceptedBeforeInvited
        | R::EndedBeforeAccepted
        | R::AcceptedBeforeRequested
        | R::CreatedByReseller
        | R::NoSupportInChannel
        | R::SecondAzurePlan => case.edit().into_iter().collect(),
        R::NotAProvider | R::NotAReseller => between::roles(case),
        R::WithItself | R::PartnersOfOneGroup | R::ResellerInOtherRegion | R::ResellersInTwoRegions => {
            between::other_pair(case)
        }
        R::NotAccepted => between::not_accepted(case),
        R::NoEndDate => between::no_end_date(case),
        R::Reopened => between::invite_again(case),
        R::SecondOpen => between::second_open(case),
        R::NotPartners | R::NoPartnership => between::not_partners(case),
        R::ResellerAsCustomer | R::CustomerAsReseller => between::reseller_and_customer(case),
        R::CustomerDidNotAccept => between::request_not_accepted(case),
        R::RevivedWithoutRequest => between::request_again(case),
        R::CustomerInOtherRegion | R::OtherCloud | R::SellerInOtherRegion => between::other_partner(case),
        R::ChinaInvitation => between::through_provider(case),
        R::SellerUnrelated | R::ResellerUnrelated | R::SupporterUnrelated => sale::unrelated(case),
        R::SupportUnrelated => sale::support_unrelated(case),
        R::SupportWithoutPrivileges => sale::support_without_privileges(case),
        R::SupporterWithoutPrivileges | R::DutyWithoutAccess => sale::privileges(case).into_iter().collect(),
        R::StillRunning => sale::still_running(case),
        R::NotCancelled => sale::not_cancelled(case),
        R::NobodyOnRecord | R::RecordUnknown => sale::choose_record(case),
        R::RecordOffIndirect | R::RecordIsSeller | R::RecordIsNoReseller => sale::wrong_record(case),
        R::NoSeller | R::SellerCannotSell | R::SoldInGroup | R::PerhapsInGroup => sale::choose_seller(case),
        R::SellerElsewhere => sale::seller_elsewhere(case),
        R::FurtherIsOnRecord | R::FurtherTwice => sale::further(case),
        R::MovedMidTerm => sale::stop_renewal(case),
        R::RunsTwice => sale::runs_twice(case),
        R::SoldToAccount | R::AccountAsCustomer => account::separate_tenant(case),
        // The portal, a support case or the user's own step mends these: nothing in the book would.
        R::UsGovSecondPartner
        | R::UsGovSecondChannel
        | R::UsGovRequest
        | R::GermanyClosed
        | R::GermanyEnded
        | R::ChinaAdmin
        | R::ChangesExisting
        | R::SoldThroughCsp
        | R::SupportChangesMore
        | R::ReadOnlyElsewhere
        | R::SoldToPartner => Vec::new(),
    }
}

impl Case<'_> {
    /// The field that the finding points to, on the record that has it.
    fn edit(self) -> Option<Fix> {
        let field = self.finding.field?;
        let of = [Some(self.finding.subject), self.finding.other].into_iter().flatten();
        let key = of.into_iter().find(|key| key.table() == field.table())?;
        Some(edit(key, field))
    }

    /// The partner on the other side, or the subject.
    fn partner(self) -> Option<TenantId> {
        let of = [self.finding.other, Some(self.finding.subject)].into_iter().flatten();
        of.into_iter().find_map(|key| if let Key::Partner(id) = key { Some(id) } else { None })
    }
}

fn edit(key: Key, field: FieldRef) -> Fix {
    Fix { kind: FixKind::EditValue(key, field), does: Does::EditField(key, field) }
}

fn step(kind: FixKind, step: Transaction) -> Fix {
    Fix { kind, does: Does::Step(step) }
}

fn choose(kind: FixKind, slot: Slot) -> Fix {
    Fix { kind, does: Does::Choose(slot) }
}

fn all<const N: usize>(fixes: [Option<Fix>; N]) -> Vec<Fix> {
    fixes.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
