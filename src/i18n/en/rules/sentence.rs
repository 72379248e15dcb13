//! English: what is wrong with a record.

use crate::rules::Reason;

/// What is wrong and why. Both names may be shown as they are; `other` is empty where there is no second record.
#[allow(clippy::too_many_lines)] // a table: one arm per reason
pub fn sentence(reason: Reason, subject: &str, other: &str) -> String {
    match reason {
        Reason::NamesNobody => {
            format!("{subject} names {other}, which is not in the book. What is named has to be there.")
        }
        // R-ID
        Reason::NotDigits => {
            format!(
                "The Partner ID on {subject} is not decimal digits. Partner Center refuses anything else."
            )
        }
        Reason::OddLength => {
            format!("The Partner ID on {subject} is unusually short or long. Five to seven digits are usual.")
        }
        Reason::GlobalId => format!(
            "The Partner ID on {subject} is the global id of {other}. Business uses the id of a location; with a \
             global id no incentive is paid."
        ),
        Reason::SharedPartnerId if other.is_empty() => {
            format!(
                "{subject} has the Partner ID of many others. A location belongs to one CSP account only."
            )
        }
        Reason::SharedPartnerId => {
            format!(
                "{subject} and {other} have the same Partner ID. A location belongs to one CSP account only."
            )
        }
        Reason::SharedAdminName => {
            format!(
                "{subject} has the name of other admin privileges of the partner. Each name is used once."
            )
        }
        Reason::NotAHostName => {
            format!("The domain of {subject} is not a host name. It is a label only, yet worth correcting.")
        }
        Reason::SharedDomain if other.is_empty() => {
            format!("{subject} has the domain of many others. A domain is a label, and theirs may be wrong.")
        }
        Reason::SharedDomain => {
            format!(
                "{subject} and {other} have the same domain. They are two tenants; one name may be wrong."
            )
        }
        // R-ENR
        // R-REG
        Reason::CustomerInOtherRegion => format!(
            "{subject}: the customer is in another CSP region than the partner. A partner sells in the region of its \
             own location only."
        ),
        Reason::SellerInOtherRegion => format!(
            "{subject}: the seller {other} is in another CSP region than the customer. A partner sells in the region of \
             its own location only."
        ),
        Reason::ResellerInOtherRegion => format!(
            "{subject}: the reseller {other} is in another CSP region than the provider. Providers work with resellers \
             of their own region only."
        ),
        Reason::ResellersInTwoRegions => format!(
            "{subject}: the reseller is in another CSP region than {other}, a reseller of the same provider. Where the \
             provider is is not known, but it works with resellers of one region only."
        ),
        Reason::CountryNotListed => {
            format!("The country of {subject} is no market of the programme. Nothing can be sold there.")
        }
        Reason::OtherCurrency => {
            format!("{subject} is billed in another currency than that of its customer's market.")
        }
        Reason::OtherCloud => {
            format!(
                "{subject}: the two sides live in different clouds, {other} in one of them. Clouds are apart."
            )
        }
        Reason::UsGovAddress => format!(
            "{subject} is in the US Government cloud, but not in the United States. An account there has a US address."
        ),
        Reason::UsGovRole => format!(
            "{subject} is an indirect provider or reseller in the US Government cloud. There is no indirect model there."
        ),
        Reason::UsGovSecondPartner => {
            format!("{subject} has more than one partner. A customer in the US Government cloud has one.")
        }
        Reason::UsGovSecondChannel => {
            format!(
                "{subject} buys in more than one channel. A customer in the US Government cloud uses one."
            )
        }
        Reason::UsGovRequest => {
            format!("{subject} was requested. In the US Government cloud there are no relationship requests.")
        }
        Reason::UsGovNoPrivileges => format!(
            "{subject} was requested without admin privileges. In the US Government cloud that is not possible."
        ),
        Reason::GermanyClosed => {
            format!("{subject} is new in Microsoft Cloud Germany. It takes no new business since 2018.")
        }
        Reason::GermanyEnded => {
            format!("{subject} runs in Microsoft Cloud Germany. That cloud closed on 29 October 2021.")
        }
        Reason::ChinaAdmin => {
            format!("{subject} is in 21Vianet. Granular admin privileges do not exist there.")
        }
        Reason::ChinaAgreement => {
            format!(
                "{subject} is in 21Vianet and has an agreement record. Agreements are not recorded there."
            )
        }
        Reason::ChinaInvitation => format!(
            "{subject} is a reseller's own relationship in 21Vianet. Resellers use the invitation of their provider \
             there."
        ),
        Reason::OtherSegment => format!(
            "{subject} is an offer for another segment than that of {other}. The qualification of a customer decides \
             which offers it may buy."
        ),
        Reason::NotVetted => format!(
            "{subject} is an education offer, and the qualification of {other} is not approved. Until it is, the offer \
             cannot be bought."
        ),
        Reason::NotALicence => {
            format!("{subject} is a special offer, but no licence. Special offers are licence-based only.")
        }
        // R-PSH
        Reason::NotAProvider => {
            format!("{subject}: {other} is not an indirect provider. Only providers invite resellers.")
        }
        Reason::NotAReseller => {
            format!("{subject}: {other} is not an indirect reseller. Only resellers work with a provider.")
        }
        Reason::WithItself => {
            format!("{subject} joins an account with itself. A partnership has two companies.")
        }
        Reason::PartnersOfOneGroup => {
            format!("{subject}: both belong to one group. A partnership is between two companies.")
        }
        Reason::NotAccepted => {
            format!("{subject} is active without a day of acceptance. The reseller has to accept first.")
        }
        Reason::AcceptedBeforeInvited => {
            format!("{subject} was accepted before it was invited. One of the days is wrong.")
        }
        Reason::NoEndDate => {
            format!("{subject} has ended, but no day says when. A partnership that ends has an end date.")
        }
        Reason::EndedBeforeAccepted => {
            format!("{subject} ended before it was accepted. One of the days is wrong.")
        }
        Reason::Reopened => {
            format!(
                "{subject} had ended. An ended partnership takes a new invitation, which is a new record."
            )
        }
        Reason::SecondOpen => {
            format!("{subject} is open twice. A pair has one invited or active partnership at a time.")
        }
        Reason::NotPartners => format!(
            "{subject} names the reseller {other}, with whom its seller has no active partnership. The next order or \
             change is refused or unpaid."
        ),
        // R-REL
        Reason::SellerUnrelated => format!(
            "{subject} is sold by {other}, who has no active reseller relationship with the customer. Orders are \
             made for one's own customers only."
        ),
        Reason::ResellerUnrelated => format!(
            "{subject} names the reseller {other}, who has no active reseller relationship with the customer. It \
             is paid, but cannot manage the customer."
        ),
        Reason::StillRunning => {
            format!("{subject} cannot be removed while {other} runs. Subscriptions are suspended first.")
        }
        Reason::NotCancelled => format!(
            "{subject} cannot be removed while {other} is not cancelled. Reservations and software are cancelled \
             first; what is past its return period is a case for Microsoft support."
        ),
        Reason::CustomerDidNotAccept => {
            format!("{subject} is active without a day of acceptance. The customer has to accept first.")
        }
        Reason::AcceptedBeforeRequested => {
            format!("{subject} was accepted before it was requested. One of the days is wrong.")
        }
        Reason::RevivedWithoutRequest => {
            format!("{subject} was removed. A removed relationship comes back by a new request only.")
        }
        Reason::CreatedByReseller => format!(
            "{subject}: {other} is said to have created the customer's tenant. Resellers create no tenants; their \
             provider does, in their name."
        ),
        Reason::NobodyOnRecord => format!(
            "{subject} is an indirect sale without a partner of record. The order is accepted, but the reseller \
             earns no incentive."
        ),
        Reason::RecordOffIndirect => format!(
            "{subject} has a partner of record, but is not an indirect sale. Only what a provider sells through a \
             reseller has one."
        ),
        Reason::RecordIsSeller => format!(
            "{subject}: {other} sells it and is its partner of record too. On record is the reseller, never the \
             seller."
        ),
        Reason::RecordIsNoReseller => format!(
            "{subject}: the partner of record {other} is not an indirect reseller. Nobody else can stand there."
        ),
        Reason::RecordUnknown => format!(
            "{subject} would name a partner of record whose Partner ID nobody in the book has. A provider names \
             resellers it works with."
        ),
        Reason::NoPartnership => format!(
            "{subject} would name the reseller {other}, with whom its seller has no active partnership. The \
             reseller accepts the provider first."
        ),
        Reason::SupportUnrelated => format!(
            "{subject}: the support contact {other} has no active reseller relationship with the customer. Partner \
             Center does not offer it as a contact."
        ),
        Reason::SupportWithoutPrivileges => format!(
            "{subject}: the support contact {other} has no admin privileges on the customer. It cannot act there."
        ),
        Reason::DutyWithoutAccess => format!(
            "{subject}: the customer took the admin privileges away, and no granular ones are active. The partner \
             owes support all the same."
        ),
        // R-MP
        Reason::ChangesExisting => format!(
            "{subject} would change while a partner is added. To add a partner changes nothing that exists; other \
             changes are steps of their own."
        ),
        Reason::NoSeller => format!(
            "{subject} is bought through CSP, but has no seller. Microsoft invoices one partner for it."
        ),
        Reason::SellerCannotSell => format!(
            "{subject}: the seller {other} is neither an indirect provider nor a direct-bill partner. Microsoft \
             invoices nobody else."
        ),
        Reason::FurtherIsOnRecord => format!(
            "{subject} names its partner of record among the further partners too. An id is there once."
        ),
        Reason::FurtherTwice => format!("{subject} names a further partner twice. An id is there once."),
        Reason::SecondAzurePlan => format!(
            "{subject} and {other} are two Azure plans of one seller for one customer. One plan holds all Azure \
             subscriptions."
        ),
        // R-MC
        Reason::SoldThroughCsp => format!(
            "{subject} was sold through CSP and cannot be taken into support. It is transferred, or bought anew \
             when its term ends."
        ),
        Reason::NoSupportInChannel => {
            format!("{subject} was bought in a channel from which nothing is taken into support.")
        }
        Reason::SupporterUnrelated => format!(
            "{subject}: {other} would support it, but has no active reseller relationship with the customer. The \
             customer accepts the partner first."
        ),
        Reason::SupporterWithoutPrivileges => format!(
            "{subject}: {other} would support it, but has no admin privileges on the customer. The customer grants \
             them first."
        ),
        Reason::SupportChangesMore => format!(
            "{subject} would change in more than who supports it. Channel, quantity, term and payer stay as they \
             are."
        ),
        Reason::ReadOnlyElsewhere => format!(
            "{subject} was bought outside CSP. Its seats, term and state are changed where it was bought."
        ),
        Reason::SellerElsewhere => format!(
            "{subject} was bought outside CSP, but names the seller {other}. Microsoft invoices no CSP partner for \
             it."
        ),
        Reason::MovedMidTerm => format!(
            "{subject} runs with {other} and cannot move to another seller before its term ends. It ends or is \
             cancelled, and a new one is bought."
        ),
        Reason::RunsTwice => format!(
            "{subject} has run for more than a month beside {other}, which was bought through CSP. Both are paid \
             until the old one is cancelled or marked as wanted."
        ),
        // R-ADM
        // R-SUB
        Reason::OverIsOver => {
            format!("{subject} is over and does not come back. A new subscription is bought in its place.")
        }
        Reason::NoSuchStep => format!(
            "{subject} cannot go from its state to this one. A pending subscription becomes active; an active \
             one is suspended or cancelled; a suspended one is reactivated or cancelled."
        ),
        Reason::NotBeforeTermEnd => {
            format!("{subject} cannot expire yet. It does so at the end of its term, when it does not renew.")
        }
        Reason::NotInTime => format!(
            "{subject} is not so far. 30 days after it expired it is disabled, and 90 days after that \
             deleted, by time alone."
        ),
        Reason::SuspendedByMicrosoft => format!(
            "{subject} was suspended by Microsoft. The partner cannot reactivate it; the reason has to be \
             settled with Microsoft first."
        ),
        Reason::NoSuchState => format!(
            "{subject} is of the old commerce, which knows no grace and no expiry. Such a subscription is \
             active, suspended or deleted."
        ),
        Reason::NotActive => format!(
            "{subject} is not active. Seats, term, billing, partner of record and scheduled changes are \
             changed while it is; reactivate it first."
        ),
        Reason::NotOne => format!("{subject} is billed by what is used. Its quantity is 1."),
        Reason::TooFewSeats => format!(
            "{subject} has fewer seats than its offer allows. The fewest are 1, or what the offer says."
        ),
        Reason::TooManySeats => format!(
            "{subject} has more seats than its offer allows. The most are 10000000, or what the offer says."
        ),
        Reason::ManyForSmallBusiness => format!(
            "{subject} has more than 300 seats of an offer for small businesses. The Enterprise offer takes \
             more."
        ),
        Reason::NotTrialSeats => {
            format!("{subject} is a trial. A trial has 25 seats, neither more nor fewer.")
        }
        Reason::TrialTooLong => format!(
            "{subject} is a trial of more than 30 days. A trial ends after 30 days, and is converted by hand \
             only."
        ),
        Reason::SecondTrial => format!(
            "{subject} is tried again: {other} is a trial of the same offer. A customer tries each offer \
             once."
        ),
        Reason::TrialOfOwned => format!(
            "{subject} is a trial of a product that the customer owns already: {other}. What is owned is not \
             tried."
        ),
        Reason::TooManyOfOffer => format!(
            "{subject} is one too many: beside {other} the customer has as many subscriptions of this offer \
             as it may. What is suspended counts until it is deleted."
        ),
        Reason::SeatsAreBound => format!(
            "{subject} keeps its seats until its term ends: the time to give them back is over. A smaller \
             number can be scheduled for the renewal."
        ),
        Reason::SeatsNeverDown => format!(
            "{subject} is a software subscription, which never loses seats. A smaller number can be scheduled \
             for the renewal."
        ),
        Reason::WindowOver => format!(
            "{subject} can no longer be cancelled: its window is over. Let it run out without renewal."
        ),
        Reason::NeverCancelled => {
            format!("{subject} is of an offer that is never cancelled. It runs to the end of its term.")
        }
        Reason::DataDeletedSoon => format!(
            "{subject} has been suspended for 60 days or more. Its data is deleted after 90 days; reactivate \
             it or save the data."
        ),
        Reason::DataDeleted => format!(
            "{subject} has been suspended for 90 days or more. Its data is deleted now, at the latest after \
             120 days."
        ),
        Reason::BilledWhileSuspended => format!(
            "{subject} is suspended, yet billed to the end of its term; what was scheduled is dropped. In new \
             commerce a suspension stops the service, not the invoice."
        ),
        Reason::DisabledSoon => format!(
            "{subject} has expired. Its users are locked out 30 days after the end of its term, and its data \
             is deleted 90 days later."
        ),
        Reason::AdminsOnly => format!(
            "{subject} is disabled: only admins get in. Its data is deleted 120 days after the end of its \
             term; save it or buy again."
        ),
        Reason::ChangeWithoutRenewal => format!(
            "{subject} has a change scheduled for its renewal, but does not renew. Switch the renewal on or \
             drop the change."
        ),
        Reason::ChangeWhileNotActive => format!(
            "{subject} has a change scheduled, but is not active. A suspension drops what is scheduled."
        ),
        Reason::ExtendedTooEarly => format!(
            "{subject} has the extended service term, which exists from 4 May 2026 on. Until then it renews \
             or ends."
        ),
        Reason::TwoRenewals => format!(
            "{subject} both renews and goes on by the extended service term. Choose one: renewal, extended \
             service term, or off."
        ),
        Reason::RenewalUndecided => {
            format!("{subject} ends its term within 30 days, and nobody has decided its renewal.")
        }
        Reason::AddOnOtherCustomer => format!(
            "{subject} stands on {other}, which belongs to another customer. An add-on and its base have one \
             customer."
        ),
        Reason::AddOnOtherSeller => format!(
            "{subject} stands on {other}, which another partner sells. An add-on and its base have one \
             seller."
        ),
        Reason::BaseNotLive => format!(
            "{subject} runs, but {other}, on which it stands, does not. An add-on is suspended with its base, \
             and a plan is not ended under a live Azure subscription."
        ),
        Reason::BaseNotEligible => {
            format!("{subject} cannot be added to {other}. Its offer needs one of other offers as its base.")
        }
        Reason::NoAzureBeside => format!(
            "{subject} needs a live Azure plan or subscription of the same seller, and the customer has none."
        ),
        Reason::PairNewCommerce => format!(
            "{subject} has a term and a billing that do not combine. Allowed are: a month billed monthly; a \
             year billed monthly or annually; three years billed monthly, annually or once for all three."
        ),
        Reason::PairLegacy => format!(
            "{subject} has a term and a billing that do not combine. Allowed are: 12 months, or 36 or 72 for \
             some offers, billed monthly or annually."
        ),
        Reason::PairSoftware => format!(
            "{subject} has a term and a billing that do not combine. Allowed are: one year or three years, \
             billed annually, for three years, or once."
        ),
        Reason::PairPerpetual => {
            format!("{subject} is perpetual software. It has no term and is billed once.")
        }
        Reason::PairReservation => format!(
            "{subject} has a term and a billing that do not combine. Allowed are: one, three or five years, \
             billed once or monthly."
        ),
        Reason::PairAzurePlan => format!(
            "{subject} is an Azure plan. It has no term; its billing is one-time in the catalogue, and it is \
             invoiced monthly."
        ),
        Reason::PairAzureLegacy => {
            format!("{subject} is Azure of the old kind. It has no term and is billed monthly.")
        }
        Reason::PairMarketplace => format!(
            "{subject} has a term and a billing that do not combine. Allowed are: one month, or one, three or \
             five years, billed monthly or annually."
        ),
        Reason::PairTrial => format!("{subject} is a trial, which is not billed. Its billing is none."),
        Reason::RecordIsFixed => {
            format!("{subject} is a reservation. Its partner of record is fixed when it is bought.")
        }
        Reason::AzureLegacyClosed => format!(
            "{subject} is MS-AZR-0145P, which since 21 July 2021 is sold only where customer and seller have \
             one already. Buy the Azure plan."
        ),
        Reason::AzureLegacyBesidePlan => format!(
            "{subject} is MS-AZR-0145P, but the customer has {other} from this seller. Beside an Azure plan \
             no more of the old kind is sold."
        ),
        // R-TRF
        // R-SELF
        Reason::SoldToAccount => format!(
            "{subject} is sold to {other}, whose tenant is a CSP account. A company buys for itself with another tenant."
        ),
        Reason::AccountAsCustomer => format!(
            "{subject}: the tenant of {other} is a CSP account. A company is a customer with another tenant."
        ),
        Reason::SoldInGroup => {
            format!("{subject} is sold inside one group: its customer belongs to the group of {other}.")
        }
        Reason::PerhapsInGroup => format!(
            "{subject} may be sold inside one group: its customer has the name or the domain of {other}. A partner does \
             not sell to itself or its affiliates."
        ),
        Reason::ResellerAsCustomer => format!(
            "{subject}: {other} is a reseller of this provider. A reseller is not its own provider's customer on the \
             same tenant."
        ),
        Reason::CustomerAsReseller => format!(
            "{subject}: {other} is a customer of this provider. A customer does not become its provider's reseller on \
             the same tenant."
        ),
        Reason::SoldToPartner => format!(
            "{subject} was sold to the group of {other}, a CSP partner, before 12 May 2020. Until then that was not \
             allowed on any tenant."
        ),
        // R-HYG
    }
}
