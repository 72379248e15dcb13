//! English: why something is not allowed, in a few words.

use crate::rules::Reason;

/// Why something is not allowed, in a few words beside a candidate.
#[allow(clippy::too_many_lines)] // a table: one arm per reason
pub fn short(reason: Reason) -> &'static str {
    match reason {
        Reason::NamesNobody => "not in the book",
        // R-ID
        Reason::NotDigits => "Partner ID is not digits",
        Reason::OddLength => "Partner ID of unusual length",
        Reason::GlobalId => "global id, not a location",
        Reason::SharedPartnerId => "Partner ID used twice",
        Reason::SharedAdminName => "name used twice",
        Reason::NotAHostName => "domain is no host name",
        Reason::SharedDomain => "domain used twice",
        // R-ENR
        // R-REG
        Reason::CustomerInOtherRegion
        | Reason::SellerInOtherRegion
        | Reason::ResellerInOtherRegion
        | Reason::ResellersInTwoRegions => "other CSP region",
        Reason::CountryNotListed => "country is no CSP market",
        Reason::OtherCurrency => "currency of another market",
        Reason::OtherCloud => "other cloud",
        Reason::UsGovAddress => "no US address",
        Reason::UsGovRole => "no indirect model in US Government",
        Reason::UsGovSecondPartner => "US Government: second partner",
        Reason::UsGovSecondChannel => "US Government: second channel",
        Reason::UsGovRequest => "US Government: no requests",
        Reason::UsGovNoPrivileges => "US Government: privileges needed",
        Reason::GermanyClosed | Reason::GermanyEnded => "German cloud is closed",
        Reason::ChinaAdmin => "21Vianet: no GDAP",
        Reason::ChinaAgreement => "21Vianet: no agreement records",
        Reason::ChinaInvitation => "21Vianet: provider invites",
        Reason::OtherSegment => "customer not in this segment",
        Reason::NotVetted => "qualification not approved",
        Reason::NotALicence => "special offer, not a licence",
        // R-PSH
        Reason::NotAProvider => "not an indirect provider",
        Reason::NotAReseller => "not an indirect reseller",
        Reason::WithItself => "one and the same account",
        Reason::PartnersOfOneGroup | Reason::SoldInGroup => "same group",
        Reason::NotAccepted => "not accepted yet",
        Reason::AcceptedBeforeInvited => "accepted before invited",
        Reason::NoEndDate => "no end date",
        Reason::EndedBeforeAccepted => "ended before accepted",
        Reason::Reopened => "ended, needs a new invitation",
        Reason::SecondOpen => "partnership exists already",
        Reason::NotPartners => "no active partnership",
        // R-REL
        Reason::SellerUnrelated => "seller has no relationship",
        Reason::ResellerUnrelated => "reseller has no relationship",
        Reason::StillRunning => "a subscription still runs",
        Reason::NotCancelled => "a purchase is not cancelled",
        Reason::CustomerDidNotAccept => "customer has not accepted",
        Reason::AcceptedBeforeRequested => "accepted before requested",
        Reason::RevivedWithoutRequest => "removed, needs a new request",
        Reason::CreatedByReseller => "resellers create no tenants",
        Reason::NobodyOnRecord => "no partner of record",
        Reason::RecordOffIndirect => "not an indirect sale",
        Reason::RecordIsSeller => "it is the seller itself",
        Reason::RecordIsNoReseller => "on record, but no reseller",
        Reason::RecordUnknown => "nobody has this Partner ID",
        Reason::NoPartnership => "no active partnership with seller",
        Reason::SupportUnrelated => "support contact has no relationship",
        Reason::SupportWithoutPrivileges => "support contact without admin privileges",
        Reason::DutyWithoutAccess => "support owed, no privileges left",
        // R-MP
        Reason::ChangesExisting => "adding a partner changes this",
        Reason::NoSeller => "no seller",
        Reason::SellerCannotSell => "seller is not invoiced by Microsoft",
        Reason::FurtherIsOnRecord => "on record and a further partner",
        Reason::FurtherTwice => "further partner named twice",
        Reason::SecondAzurePlan => "second Azure plan of one seller",
        // R-MC
        Reason::SoldThroughCsp => "sold through CSP",
        Reason::NoSupportInChannel => "no support in this channel",
        Reason::SupporterUnrelated => "supporter has no relationship",
        Reason::SupporterWithoutPrivileges => "supporter has no admin privileges",
        Reason::SupportChangesMore => "support changes nothing else",
        Reason::ReadOnlyElsewhere => "bought elsewhere, read-only",
        Reason::SellerElsewhere => "bought elsewhere, has no seller",
        Reason::MovedMidTerm => "licence runs with another seller",
        Reason::RunsTwice => "runs in two channels",
        // R-ADM
        // R-SUB
        Reason::OverIsOver => "over, buy again",
        Reason::NoSuchStep => "state does not lead there",
        Reason::NotBeforeTermEnd => "term is not over",
        Reason::NotInTime => "too early for this state",
        Reason::SuspendedByMicrosoft => "suspended by Microsoft",
        Reason::NoSuchState => "legacy never expires",
        Reason::NotActive => "not active",
        Reason::NotOne => "Azure has quantity 1",
        Reason::TooFewSeats => "fewer seats than the offer allows",
        Reason::TooManySeats => "more seats than the offer allows",
        Reason::ManyForSmallBusiness => "over 300 seats, small business",
        Reason::NotTrialSeats => "a trial has 25 seats",
        Reason::TrialTooLong => "a trial lasts 30 days",
        Reason::SecondTrial => "second trial of the offer",
        Reason::TrialOfOwned => "customer owns the product",
        Reason::TooManyOfOffer => "too many of this offer",
        Reason::SeatsAreBound => "seats are bound until term end",
        Reason::SeatsNeverDown => "software never loses seats",
        Reason::WindowOver => "window for cancelling is over",
        Reason::NeverCancelled => "offer is never cancelled",
        Reason::DataDeletedSoon => "data is deleted soon",
        Reason::DataDeleted => "data is deleted",
        Reason::BilledWhileSuspended => "suspended but still billed",
        Reason::DisabledSoon => "expired, users locked out soon",
        Reason::AdminsOnly => "expired, only admins get in",
        Reason::ChangeWithoutRenewal => "change planned, no renewal",
        Reason::ChangeWhileNotActive => "change planned, not active",
        Reason::ExtendedTooEarly => "no extended term before May 2026",
        Reason::TwoRenewals => "two renewal choices at once",
        Reason::RenewalUndecided => "renewal not decided",
        Reason::AddOnOtherCustomer => "base of another customer",
        Reason::AddOnOtherSeller => "base of another seller",
        Reason::BaseNotLive => "its base does not run",
        Reason::BaseNotEligible => "not for this base",
        Reason::NoAzureBeside => "no Azure of the same seller",
        Reason::RecordIsFixed => "fixed at purchase",
        Reason::AzureLegacyClosed => "MS-AZR-0145P is closed",
        Reason::AzureLegacyBesidePlan => "customer has an Azure plan",
        Reason::PairNewCommerce
        | Reason::PairLegacy
        | Reason::PairSoftware
        | Reason::PairPerpetual
        | Reason::PairReservation
        | Reason::PairAzurePlan
        | Reason::PairAzureLegacy
        | Reason::PairMarketplace => "term and billing do not combine",
        Reason::PairTrial => "a trial is not billed",
        // R-TRF
        // R-SELF
        Reason::SoldToAccount | Reason::AccountAsCustomer => "CSP tenant",
        Reason::PerhapsInGroup => "perhaps the same group",
        Reason::ResellerAsCustomer => "its own reseller",
        Reason::CustomerAsReseller => "its own customer",
        Reason::SoldToPartner => "CSP partner, before May 2020",
        // R-HYG
    }
}
