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
        // R-SUB
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
