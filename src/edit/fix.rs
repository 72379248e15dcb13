//! Ways out of a finding (the "Fix" lines of rules.md): a step, a choice, or the field to look at. And the steps that
//! must come first, found and added until a refused step would be allowed.

mod account;
mod between;
mod enrolment;
mod hygiene;
mod lifecycle;
mod parts;
mod privileges;
mod retry;
mod sale;
mod steps;
mod transfer;

pub use parts::parts;
pub use retry::{fix_and_choose, fix_and_retry};

use super::ops::{Paper, Slot};
use crate::model::{Day, FieldRef, Key, Model, TenantId, Transaction};
use crate::rules::{Code, Finding, Reason, Severity};

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
    /// Not at all: the finding is accepted, once a reason and an end are given.
    Accept(Finding),
    /// In a form of its own.
    Paper(Paper),
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
    /// The subscription is reactivated.
    Reactivate,
    /// An add-on takes the state of its base.
    Cascade,
    /// The subscription renews.
    RenewOn,
    /// What is scheduled for the end of the term is dropped.
    DropSchedule,
    /// The renewal is marked as decided.
    DecideRenewal,
    /// The number of seats is the nearest that is allowed.
    ClampQuantity,
    /// The customer accepts the customer agreement itself.
    AcceptAgreement(TenantId),
    /// A customer agreement is recorded, or put right.
    Attest(TenantId),
    /// Another partner attests the agreement.
    UseAttester(TenantId),
    /// The agreement is of today.
    AgreedToday,
    /// Each agreement stays once.
    DropDoubleAgreement,
    /// A partner with the id on record is added.
    AddStub,
    /// The text goes.
    EmptyField,
    /// Letters and digits are kept, the rest goes.
    TidyNumber,
    /// The reference is emptied.
    ClearReference,
    /// Granular admin privileges take the place of delegated ones.
    ReplaceDelegated,
    /// The nearest duration that is allowed.
    ClampDuration,
    /// A name that fits and is free.
    NameFreely,
    /// It does not extend itself.
    SwitchOffExtension,
    /// The global administrator goes from the roles.
    DropGlobalAdmin,
    /// A successor of admin privileges is drafted.
    SucceedPrivileges,
    /// The privileges extend themselves.
    ExtendPrivileges,
    /// The draft is sent for approval.
    SendPrivileges,
    /// The customer approves.
    ApprovePrivileges,
    /// It counts as expired.
    MarkExpired,
    /// The end follows from approval and duration.
    ComputeEnd,
    /// The admin privileges end.
    EndPrivileges,
    /// Another partner is chosen for a side of a transfer.
    ChooseParty,
    /// It does not move along.
    DropItem,
    /// The base moves along.
    AddBase,
    /// What was moved gets its record under the target.
    AddSuccessor,
    /// Somebody has looked through the roles.
    MarkReviewed,
    /// The partner buys an Azure plan for the customer.
    BuyPlan(TenantId, TenantId),
    /// This partner asks for the transfer.
    LetAsk(TenantId),
    /// The record goes.
    RemoveRecord(Key),
    /// It stays as it is: the finding of this rule on this record is accepted.
    Accept(Code, Key),
}

impl Fix {
    /// The way out that mends nothing: the finding is accepted. What puts the book itself out of joint cannot be.
    pub fn accepts(finding: &Finding) -> Option<Self> {
        let may = finding.severity != Severity::Integrity;
        may.then(|| Self {
            kind: FixKind::Accept(finding.rule, finding.subject),
            does: Does::Accept(*finding),
        })
    }
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
            | Self::Cascade
            | Self::TidyFurther
            | Self::AddBase
            | Self::BuyPlan(..)
            | Self::LetAsk(_)
            | Self::AcceptAgreement(_)
            | Self::TidyNumber
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
            | Self::Reactivate
            | Self::RenewOn
            | Self::DropSchedule
            | Self::DecideRenewal
            | Self::ClampQuantity
            | Self::ReplaceDelegated
            | Self::ClampDuration
            | Self::NameFreely
            | Self::SwitchOffExtension
            | Self::DropGlobalAdmin
            | Self::SucceedPrivileges
            | Self::ExtendPrivileges
            | Self::SendPrivileges
            | Self::ApprovePrivileges
            | Self::MarkExpired
            | Self::ComputeEnd
            | Self::EndPrivileges
            | Self::ChooseParty
            | Self::DropItem
            | Self::AddSuccessor
            | Self::MarkReviewed
            | Self::Attest(_)
            | Self::UseAttester(_)
            | Self::AgreedToday
            | Self::DropDoubleAgreement
            | Self::AddStub
            | Self::EmptyField
            | Self::ClearReference
            | Self::RemoveRecord(_)
            | Self::Accept(..) => false,
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

#[allow(clippy::too_many_lines)] // a table: one arm per reason
fn of_reason(case: Case<'_>) -> Vec<Fix> {
    use Reason as R;
    match case.finding.reason {
        R::NamesNobody => account::dangling(case),
        R::NotDigits | R::OddLength => account::partner_id(case),
        R::GlobalId => account::global_id(case),
        R::CountryNotListed => account::country(case),
        R::OtherCurrency => account::currency(case),
        R::NotSigned | R::SigningUnknown => enrolment::not_signed(case),
        R::NotEnrolled
        | R::SellerNotInGoodStanding
        | R::ResellerNotAuthorised
        | R::RestrictedBuys
        | R::RestrictedCreates
        | R::RestrictedRequests => enrolment::standing(case),
        R::NoAgreement => enrolment::no_agreement(case),
        R::AgreementAfterOrder => enrolment::late_agreement(case),
        R::SignerIncomplete | R::NoAttester => enrolment::incomplete(case),
        R::AgreementInFuture => enrolment::in_future(case),
        R::AgreementUndated => enrolment::undated(case),
        R::AttestedByReseller => enrolment::wrong_attester(case),
        R::AgreementTwice => enrolment::twice(case),
        R::RecordOfNobody => hygiene::record_of_nobody(case),
        R::LooseReference => hygiene::loose(case),
        R::Secret | R::NumberNotAsked => hygiene::empty_field(case),
        R::NumberMisformed => hygiene::number(case),
        R::SharedPartnerId
        | R::LocationElsewhere
        | R::DirectBillRevenue
        | R::ResellerRevenue
        | R::ResellerRevenueSoon
        | R::EndsBeforeItBegins
        | R::EffectiveBeforeCreation
        | R::Placeholder
        | R::NumberMissing
        | R::PhoneMissing
        | R::WebMail
        | R::OddPhone
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
        | R::SecondAzurePlan
        | R::NoSuchState
        | R::TrialTooLong
        | R::SecondTrial
        | R::TrialOfOwned
        | R::TooManyOfOffer
        | R::ExtendedTooEarly
        | R::TwoRenewals
        | R::AddOnOtherCustomer
        | R::AddOnOtherSeller
        | R::BaseNotEligible
        | R::PairNewCommerce
        | R::PairLegacy
        | R::PairSoftware
        | R::PairPerpetual
        | R::PairReservation
        | R::PairAzurePlan
        | R::PairAzureLegacy
        | R::PairMarketplace
        | R::PairTrial
        | R::DapGrantedAnew
        | R::DapBeforeAcceptance
        | R::NobodyAssigned => case.edit().into_iter().collect(),
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
        R::SellerUnrelated
        | R::ResellerUnrelated
        | R::SupporterUnrelated
        | R::TargetUnrelated
        | R::AttesterUnrelated => {
            sale::unrelated(case)
        }
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
        R::MovedMidTerm | R::WindowOver | R::NeverCancelled | R::LicenceStays => sale::stop_renewal(case),
        R::RunsTwice => sale::runs_twice(case),
        R::SoldToAccount | R::AccountAsCustomer => account::separate_tenant(case),
        R::NotOne | R::TooFewSeats | R::TooManySeats | R::ManyForSmallBusiness | R::NotTrialSeats => {
            lifecycle::seats(case)
        }
        R::SeatsAreBound | R::SeatsNeverDown => lifecycle::schedule(case),
        R::NotActive | R::DataDeletedSoon | R::DataDeleted | R::BilledWhileSuspended => {
            lifecycle::reactivate(case)
        }
        R::ChangeWithoutRenewal => lifecycle::renew_or_drop(case),
        R::ChangeWhileNotActive => lifecycle::drop_schedule(case).into_iter().collect(),
        R::RenewalUndecided => lifecycle::decide(case),
        R::BaseNotLive => lifecycle::follow_base(case),
        // R-ADM
        R::DapIsRetired => privileges::replace_delegated(case),
        R::OddDuration => privileges::duration(case),
        R::NoAdminName | R::LongAdminName | R::SharedAdminName => privileges::name(case),
        R::OddAutoExtend | R::GlobalAdminExtends => privileges::extension(case),
        R::PrivilegesAreOver | R::PrivilegesAreLocked => privileges::successor(case),
        R::PrivilegesOfSuspended | R::SameRolesTwice => privileges::ended(case),
        R::PrivilegesEndBehind => privileges::end_behind(case),
        R::PrivilegesEndInADay | R::PrivilegesEndInAWeek | R::PrivilegesEndInAMonth => {
            privileges::ends_soon(case)
        }
        R::SuccessorWaits => privileges::successor_waits(case),
        R::PrivilegesRequestLapsed => privileges::request_lapsed(case),
        R::EndOffDuration => privileges::end_off(case),
        R::GlobalAdminGiven => privileges::too_much(case),
        // R-TRF
        R::TransferToItself | R::PartyCannotSell | R::TargetMayNotBuy => transfer::other_party(case),
        R::ItemOfOtherCustomer
        | R::ItemOfOtherSeller
        | R::ItemNotActive
        | R::ItemInOtherRequest
        | R::ReservationStays
        | R::MarketplaceStays => transfer::drop_item(case),
        R::TargetUnsigned => transfer::unsigned(case),
        R::RecordOnDirectTarget => transfer::clear_record(case),
        R::NoPlanAtTarget => transfer::buy_plan(case),
        R::AddOnAlone => transfer::add_base(case),
        R::TransferLapsed => transfer::lapsed(case),
        R::WrongOneAsks => transfer::let_ask(case),
        R::NoSuccessor => transfer::add_successor(case),
        R::RolesNotReviewed => transfer::reviewed(case),
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
        | R::SoldToPartner
        // What is over is bought anew, which is a purchase and no fix; time and Microsoft do the rest.
        | R::OverIsOver
        | R::NoSuchStep
        | R::NotBeforeTermEnd
        | R::NotInTime
        | R::SuspendedByMicrosoft
        | R::DisabledSoon
        | R::AdminsOnly
        | R::NoAzureBeside
        | R::RecordIsFixed
        | R::AzureLegacyClosed
        | R::AzureLegacyBesidePlan
        | R::PrivilegesLeap
        | R::TargetWithoutAgreement
        | R::TargetInOtherCountry
        | R::ItemIsMoving
        | R::TransferIsOver
        | R::TransferUnderWay
        | R::TooManyItems => Vec::new(),
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
