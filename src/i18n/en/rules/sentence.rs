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
        Reason::LocationElsewhere => format!(
            "The location of {subject} is in another country than its account. Microsoft refuses to associate \
             the two."
        ),
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
        Reason::NotSigned => format!(
            "{subject}: {other} had not signed the Microsoft Partner Agreement by then. Without it there is no \
             new business; its Global admin signs in Partner Center."
        ),
        Reason::SigningUnknown => format!(
            "{subject}: whether {other} has signed the Microsoft Partner Agreement is not known. Without it an \
             order is refused; enter the day of signing."
        ),
        Reason::NotEnrolled => format!(
            "{subject}: {other} is not enrolled in the programme. A reseller has an account in Partner Center \
             before it is put on business; enrolment takes three to five working days."
        ),
        Reason::SellerNotInGoodStanding => format!(
            "{subject}: {other} is not in good standing. Microsoft takes no new orders of it until its \
             enrolment is active again."
        ),
        Reason::ResellerNotAuthorised => format!(
            "{subject}: the reseller {other} is no longer authorised. Orders and changes with it on record are \
             refused; another reseller may take its place, or the term runs out."
        ),
        Reason::DirectBillRevenue => format!(
            "{subject} turns over less in twelve months than a direct-bill partner has to. Without an exemption \
             its account is restricted, and it has to become an indirect reseller."
        ),
        Reason::RestrictedBuys => format!(
            "{subject}: {other} is restricted and buys nothing anew, add-ons included. An indirect provider may \
             take the order."
        ),
        Reason::RestrictedCreates => format!(
            "{subject}: {other} is restricted and creates no customer tenants. An indirect provider may create \
             the customer."
        ),
        Reason::RestrictedRequests => format!(
            "{subject}: {other} is restricted and asks no customer for a direct relationship. As an indirect \
             reseller it may ask together with a provider."
        ),
        Reason::ResellerRevenue => format!(
            "{subject} turned over less than 1,000 US dollars in twelve months. An indirect reseller below that \
             loses its authorisation, and may enrol again after a year."
        ),
        Reason::ResellerRevenueSoon => format!(
            "{subject} has turned over less than 1,000 US dollars, and its first year is over in three months \
             or less. Then an indirect reseller below that loses its authorisation."
        ),
        Reason::NoAgreement => format!(
            "{subject}: {other} has accepted no Microsoft Customer Agreement. It comes before the first order: \
             the seller attests it, or the customer accepts it directly."
        ),
        Reason::AgreementAfterOrder => format!(
            "{subject} was ordered before the agreement that is recorded for {other}. Either an earlier \
             agreement is missing in the book, or a date is wrong."
        ),
        Reason::SignerIncomplete => format!(
            "An attested agreement of {subject} does not name its signer. First name, last name and e-mail are \
             needed; a phone number may be left out."
        ),
        Reason::AgreementInFuture => format!(
            "An agreement of {subject} is of a day to come. Only what has been agreed is recorded: today, UTC, \
             is the last day."
        ),
        Reason::AgreementUndated => {
            format!("An agreement of {subject} has no date. Enter the day on which it was accepted.")
        }
        Reason::NoAttester => format!(
            "An attested agreement of {subject} does not say who attests it. An indirect provider or a \
             direct-bill partner of the customer does."
        ),
        Reason::AttestedByReseller => format!(
            "An agreement of {subject} is attested by {other}, which cannot. Only an indirect provider or a \
             direct-bill partner attests; the reseller asks its provider."
        ),
        Reason::AttesterUnrelated => format!(
            "An agreement of {subject} is attested by {other}, which has no active reseller relationship with \
             the customer. The relationship comes first."
        ),
        Reason::AgreementTwice => format!(
            "One agreement of {subject} is recorded twice for one signer and day. Microsoft refuses the second."
        ),
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
        Reason::DapIsRetired => format!(
            "{subject}: delegated admin privileges on {other} are still granted. Microsoft removes them since \
             22 May 2023; granular ones take their place."
        ),
        Reason::DapGrantedAnew => format!(
            "{subject} would ask {other} for delegated admin privileges, which are not granted any more since \
             22 May 2023. Granular ones take their place."
        ),
        Reason::DapBeforeAcceptance => format!(
            "{subject} has delegated admin privileges, but {other} has not accepted the relationship yet. \
             They come with it."
        ),
        Reason::OddDuration => format!(
            "{subject} lasts for too many days or for none. Granular admin privileges last from 1 to 730 \
             days."
        ),
        Reason::NoAdminName => {
            format!("{subject} has no name. Granular admin privileges have one of 1 to 50 characters.")
        }
        Reason::LongAdminName => format!("The name of {subject} is too long. It has at most 50 characters."),
        Reason::OddAutoExtend => format!(
            "{subject} would extend itself by something else than 180 days. Allowed: 0, which is not at all, \
             and 180 days."
        ),
        Reason::GlobalAdminExtends => format!(
            "{subject} gives the global administrator and would extend itself. With that role the days of \
             extension are 0; with other roles they may be 180."
        ),
        Reason::PrivilegesAreOver => format!(
            "{subject} has expired or was terminated and does not come back. A successor with a new name \
             takes its place."
        ),
        Reason::PrivilegesLeap => format!(
            "{subject} cannot go to that state from where it stands. It is drafted, sent, approved by the \
             customer, and active until it expires or is terminated."
        ),
        Reason::PrivilegesAreLocked => format!(
            "{subject} is not a draft any more. Name, duration, customer and roles change on drafts alone, \
             and the extension also while it is active; a successor can have what this one cannot."
        ),
        Reason::PrivilegesOfSuspended => format!(
            "{subject} is active, but the account of {other} is suspended. Microsoft revokes its granular \
             admin privileges then."
        ),
        Reason::PrivilegesEndBehind => format!(
            "{subject} is active, but its end lies behind. The copy is old: a new import tells how it stands."
        ),
        Reason::PrivilegesEndInADay => format!(
            "{subject} ends within a day ({other}) and does not extend itself. Access is lost then, unless a \
             successor is approved before."
        ),
        Reason::PrivilegesEndInAWeek => format!(
            "{subject} ends within a week ({other}) and does not extend itself. Access is lost then, unless a \
             successor is approved before."
        ),
        Reason::PrivilegesEndInAMonth => format!(
            "{subject} ends within 30 days ({other}) and does not extend itself. Access is lost then, unless \
             a successor is approved before."
        ),
        Reason::SuccessorWaits => format!(
            "{subject} ends soon, and its successor {other} is not active yet. The customer approves it \
             before."
        ),
        Reason::PrivilegesRequestLapsed => format!(
            "{subject} was not answered for 90 days. The request has lapsed; {other} needs a new one."
        ),
        Reason::EndOffDuration => format!(
            "{subject} ends on another day than its approval and its duration say. One of the three is wrong."
        ),
        Reason::NobodyAssigned => format!(
            "{subject} is active, but no security group of the partner has access by it. Without an \
             assignment nobody can use it."
        ),
        Reason::GlobalAdminGiven => format!(
            "{subject} gives the global administrator on {other}. Lesser roles do for nearly all support."
        ),
        Reason::SameRolesTwice => {
            format!("{subject} and {other} give the same roles to one partner. One of them is enough.")
        }
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
        Reason::TransferToItself => {
            format!("{subject}: the transfer goes from {other} to itself. It has two partners.")
        }
        Reason::PartyCannotSell => format!(
            "{subject}: {other} takes part in the transfer, but is neither an indirect provider nor a \
             direct-bill partner. Resellers act through their provider."
        ),
        Reason::TargetMayNotBuy => format!(
            "{subject}: the target {other} of the transfer is restricted or suspended. It takes nothing over."
        ),
        Reason::ItemOfOtherCustomer => format!(
            "{subject} is not of the customer whose subscriptions are transferred ({other}). A transfer is \
             about one customer."
        ),
        Reason::ItemOfOtherSeller => format!(
            "{subject} is to move, but {other} does not sell it. The source of a transfer sells what it \
             gives."
        ),
        Reason::TargetUnrelated => format!(
            "{subject}: the target {other} of the transfer has no active reseller relationship with the \
             customer. The customer accepts it first."
        ),
        Reason::TargetWithoutAgreement => format!(
            "{subject}: the customer agreement was accepted neither by the customer itself nor through the \
             target {other}. One of the two comes first."
        ),
        Reason::TargetUnsigned => format!(
            "{subject}: the target {other} of the transfer has not signed the partner agreement yet. It signs \
             first."
        ),
        Reason::TargetInOtherCountry => format!(
            "{subject}: the target {other} is in another country than the customer. Azure of the old kind is \
             switched within a country only."
        ),
        Reason::RecordOnDirectTarget => format!(
            "{subject}: a partner of record is named, but the target {other} is no indirect provider. Only \
             providers sell through a reseller."
        ),
        Reason::NoPlanAtTarget => format!(
            "{subject} needs an Azure plan of {other} for the customer to go under. The target buys the plan \
             first."
        ),
        Reason::ItemNotActive => format!(
            "{subject} is not active. Only what is active is transferred; what is suspended is reactivated \
             first."
        ),
        Reason::ItemInOtherRequest => {
            format!("{subject} is in another open request ({other}). It moves once that is over.")
        }
        Reason::ItemIsMoving => format!(
            "{subject} would change while it is being transferred ({other}). Nothing else changes until the \
             transfer is over."
        ),
        Reason::ReservationStays => format!(
            "{subject} is a reservation and does not move with Azure of the old kind. It is cancelled, or \
             kept where it is."
        ),
        Reason::MarketplaceStays => format!(
            "{subject} is a marketplace product, which moves with an Azure plan only. It is bought anew from \
             the target."
        ),
        Reason::AddOnAlone => {
            format!("{subject} is an add-on and moves only together with its base, {other}.")
        }
        Reason::LicenceStays => format!(
            "{subject} is a licence that does not move from {other} this way. Licences of new commerce are \
             transferred since April 2024; those of old run out and are bought anew."
        ),
        Reason::TransferLapsed => format!(
            "{subject}: {other} did not answer the transfer request within 30 days. It has lapsed; a new one \
             is made."
        ),
        Reason::TransferIsOver => {
            format!("{subject}: the transfer is over and does not come back. A new request is made.")
        }
        Reason::TransferUnderWay => format!(
            "{subject}: the transfer is under way and cannot be taken back. Only what waits is rejected or \
             cancelled."
        ),
        Reason::TooManyItems => {
            format!("{subject}: the transfer has more than 25 items. The request is split.")
        }
        Reason::WrongOneAsks => {
            format!("{subject}: the transfer is asked for by the wrong side. For what it moves {other} asks.")
        }
        Reason::NoSuccessor => format!(
            "{subject}: {other} was transferred, but no subscription of the target continues it. The record \
             under the target is missing."
        ),
        Reason::RolesNotReviewed => format!(
            "{subject}: after the transfer nobody has looked through the roles of {other} on Azure resources. \
             They stay until they are removed."
        ),
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
        Reason::EndsBeforeItBegins => format!("{subject} ends before it begins. One of the dates is wrong."),
        Reason::EffectiveBeforeCreation => {
            format!("{subject} took effect more than a day before it was created. One of the dates is wrong.")
        }
        Reason::RecordOfNobody => format!(
            "{subject}: no partner of the book has the Partner ID on record. It is kept as it is; a partner \
             with that id may be added."
        ),
        Reason::LooseReference => format!(
            "{subject} names {other}, which is not in the book. An import may bring it, or the reference is out \
             of date."
        ),
        Reason::Secret => format!(
            "A text of {subject} holds a password, a token or the like. A book is read by many: take it out, \
             and change the secret where it is used."
        ),
        Reason::Placeholder => format!(
            "{subject} carries an id or a text out of a manual. It stands for nothing real: enter the right \
             one."
        ),
        Reason::NumberMissing => format!(
            "{subject} has no registration number. Its country asks for one before the customer is created: ask \
             the customer."
        ),
        Reason::NumberMisformed => format!(
            "The registration number of {subject} has another form than its country asks for. Only letters and \
             digits count, hyphens are left out."
        ),
        Reason::NumberNotAsked => format!(
            "{subject} has a registration number, which Partner Center does not take in its country. Leave the \
             field empty."
        ),
        Reason::PhoneMissing => format!(
            "{subject} has no phone number. Its country asks for one along with the registration number."
        ),
        Reason::WebMail => format!(
            "The contact of {subject} has a web mail address. Microsoft expects one of the company's own \
             domain."
        ),
        Reason::OddPhone => format!(
            "The phone number of {subject} is not ten digits at most. A location's phone is entered without \
             blanks and without prefix."
        ),
    }
}
