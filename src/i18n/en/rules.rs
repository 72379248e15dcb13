//! English: the rules, what they ask, and what is wrong with a record.

use crate::model::{CustomerField, FieldRef, PartnerField, SubscriptionField};
use crate::rules::{Code, Reason, Severity};

/// A severity, as a word in a sentence or a column.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Integrity => "integrity",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

/// What a rule asks, in a few words.
pub fn title(code: Code) -> &'static str {
    match code {
        Code::BookReference => "every record that is named is in the book",
        // R-ID
        Code::Id001 => "a tenant id is a GUID",
        Code::Id002 => "a Partner ID is decimal digits",
        Code::Id003 => "business uses the location id, not the global id",
        Code::Id004 => "one CSP tenant, one location id",
        Code::Id005 => "keys are unique",
        Code::Id006 => "a domain is a label, not a key",
        // R-REG
        Code::Reg001 => "sell only to customers of the same region",
        Code::Reg002 => "provider and reseller are in the same region",
        Code::Reg003 => "the country is a CSP market, the currency fits",
        Code::Reg004 => "everything stays in one cloud",
        Code::Reg005 => "limits of Microsoft Cloud for US Government",
        Code::Reg006 => "Germany is closed, 21Vianet is apart",
        Code::Reg007 => "the customer's segment allows the offer",
        // R-PSH
        Code::Psh001 => "the right roles on the right side of a partnership",
        Code::Psh002 => "invited by the provider, active only after the reseller accepts",
        Code::Psh003 => "one open partnership per pair",
        Code::Psh004 => "a partnership in use is active",
        // R-REL
        Code::Rel001 => "the seller has an active reseller relationship",
        Code::Rel002 => "in the indirect model both partners hold a relationship",
        Code::Rel003 => "a relationship is removed only when nothing is left running",
        Code::Rel004 => "acceptance is the customer's act",
        Code::Rel005 => "an indirect sale has a partner of record",
        Code::Rel006 => "the partner of record is an indirect reseller, and only on indirect sales",
        Code::Rel007 => "the seller works with the reseller on record",
        Code::Rel008 => "the support contact can be reached",
        Code::Rel009 => "duties survive lost permissions",
        // R-MP
        Code::Mp001 => "adding a partner changes nothing that exists",
        Code::Mp002 => "one seller and at most one partner of record per subscription",
        Code::Mp003 => "one Azure plan per customer and seller",
        // R-MC
        Code::Mc001 => "which purchases may be taken over for support",
        Code::Mc002 => "no mid-term move of licence subscriptions between CSP partners",
        Code::Mc003 => "usage services in two channels are billed twice",
        // R-SELF
        Code::Self001 => "nothing is sold into a CSP tenant",
        Code::Self002 => "no sale to oneself or to affiliates",
        Code::Self003 => "a reseller is not its own provider's customer",
        Code::Self004 => "no resale of online services to another CSP partner (before 12 May 2020)",
    }
}

/// What a rule asks, why it matters, and how it is read here.
#[allow(clippy::too_many_lines)] // a table: one arm per rule
pub fn explains(code: Code) -> &'static str {
    match code {
        Code::BookReference => {
            "A record may name only records that are in the book: a subscription its customer, a relationship both its \
             sides. Otherwise nothing could be followed and no rule could be judged. This is a rule of the book itself, \
             so an edit that breaks it is always refused."
        }
        // R-ID
        Code::Id001 => {
            "The id of a partner, of a customer and of a subscription is a GUID: 32 hexadecimal digits in five groups. \
             Upper case and braces mean the same id; a domain name is no id. The book cannot hold another form, so the \
             rule waits only for records that carry a number of our own until their real id is known."
        }
        Code::Id002 => {
            "A Partner ID, once called MPN id, is decimal digits and nothing else; Partner Center refuses the rest. Ids \
             are compared without leading zeros. No document states a length, so one outside five to seven digits is \
             only a hint."
        }
        Code::Id003 => {
            "Orders carry the id of a location, not that of the head office: with the global id there is no incentive \
             and no valid agreement. An id counts as global when a partner of the book records it as such, and as a \
             location when a CSP account has it as its Partner ID."
        }
        Code::Id004 => {
            "A CSP account and a location belong together one to one, so two accounts do not share a Partner ID. A \
             group that works in two countries has a tenant and a location for each. The country of a location is not \
             recorded apart from its account's, so only the doubling is judged."
        }
        Code::Id005 => {
            "A tenant, a subscription and an admin relationship stand in the book once each; the tables hold this by \
             themselves. What can still collide is the name of granular admin privileges: Microsoft asks that a partner \
             uses each name once, whatever the state."
        }
        Code::Id006 => {
            "A domain can be changed and can be blank until the second billing cycle, so records are never matched by \
             it. Two customers with one domain, or a domain that is no host name, are worth a look: one of the names \
             may be wrong."
        }
        // R-REG
        Code::Reg001 => {
            "A partner sells to every country of the region its own location is in, and to no other (scenario 7). What \
             counts is the country set in the customer's tenant, not its street address. A partner may own an account \
             in each region. A document of 2017 shows a provider with resellers in two regions; it is taken as outdated, \
             and imported data of that kind is flagged, not refused."
        }
        Code::Reg002 => {
            "An indirect provider works with resellers of its own region only (scenario 8); France and Germany are one \
             region, the United States and the United Kingdom are two, Brazil is one of its own. The same holds for \
             the reseller of record on a subscription. The reseller may open an account in the provider's region."
        }
        Code::Reg003 => {
            "The programme lists 245 countries and regions in 15 regions; China, Cuba, Iran, North Korea, Sudan and \
             Syria are not among them. A subscription is billed in the currency of the customer's market. Since 28 \
             January 2021 the currencies of Europe are accepted for each other there, because partners may be billed in \
             their own. Where the list leaves the currency blank nothing is judged."
        }
        Code::Reg004 => {
            "The public cloud, the US Government cloud, the German cloud and 21Vianet are physically apart: partner and \
             customer, provider and reseller, both sides of a transfer are in the same one. Nothing migrates between \
             clouds. GCC is not a cloud here: its customers live in the public cloud."
        }
        Code::Reg005 => {
            "In the US Government cloud an account has a US address, there are no indirect providers or resellers, and \
             a customer has one partner, one channel and no relationship request. The developer documents of 2021 say \
             so, two other pages say that several partners are possible. Until September 2021 this is an error, from \
             October 2021 a warning."
        }
        Code::Reg006 => {
            "Microsoft Cloud Germany takes no new customers or services since 2018 and closed on 29 October 2021. \
             21Vianet has no granular admin privileges and no agreement records, and a reseller there uses its \
             provider's invitation. The announcement of 2018 is taken as its last day, because no page gives one; the \
             day of closing is from memory."
        }
        Code::Reg007 => {
            "A commercial offer is for every customer but those of the government community cloud; education and \
             nonprofit offers need that qualification, education an approved check too. Special offers are \
             licence-based only. Lists of countries per product and validation codes are not in the book and are not \
             judged."
        }
        // R-PSH
        Code::Psh001 => {
            "A partnership joins an indirect provider and an indirect reseller; a direct-bill partner may stand on the \
             reseller's side while it changes over. It is not a link of a company with itself or with an affiliate: no \
             document says so, and none allows it. The roles of an ended partnership are not judged."
        }
        Code::Psh002 => {
            "The provider invites, and the partnership is active when a global administrator of the reseller accepts. A \
             partnership typed here needs the day of acceptance; an imported one does not carry it. What has ended \
             does not come back: it takes a new invitation."
        }
        Code::Psh003 => {
            "A provider and a reseller have at most one partnership that is invited or active. A reseller may have \
             several providers and a provider many resellers."
        }
        Code::Psh004 => {
            "A live indirect subscription names a reseller with whom its seller has an active partnership. Ending a \
             partnership leaves customers, subscriptions and privileges as they are, but the next order or change \
             that names the reseller is refused or unpaid."
        }
        // R-REL
        Code::Rel001 => {
            "Who sells a subscription through CSP, a provider or a direct-bill partner, is in the customer's list \
             of partners with an active reseller relationship. Without one an order is refused. Only active and \
             pending subscriptions are judged."
        }
        Code::Rel002 => {
            "In the indirect model the provider sells and the reseller looks after the customer, so both hold a \
             reseller relationship; one invitation can establish both at once. A reseller on record without one \
             earns the incentive but cannot manage the customer."
        }
        Code::Rel003 => {
            "A relationship is removed when the partner's subscriptions for the customer are suspended or over and \
             its reservations and software purchases are cancelled. Software past its return period can no longer \
             be cancelled; the documents name no way out, so it is a case for Microsoft support. What one step \
             both suspends and leaves is in order."
        }
        Code::Rel004 => {
            "A relationship typed here is active only with the day on which the customer's global administrator \
             accepted, not before the day of the request; imported ones do not carry it. The exceptions are \
             tenants that the partner itself created and relationships extended in the change from direct to \
             indirect. Resellers create no tenants: the provider creates them with the reseller as associated \
             partner. What was removed comes back by a new request."
        }
        Code::Rel005 => {
            "An indirect subscription names the location id of its reseller. Without one the order is accepted, \
             but the reseller earns no incentive. Exports leave the field empty, or say -1, when there is none: \
             that counts as none, not as unknown."
        }
        Code::Rel006 => {
            "The partner of record is the indirect reseller, never the seller, and stands on indirect sales only; \
             on a direct-bill subscription the field is empty. A direct-bill partner may stand there while it \
             changes over to the indirect model. An id that nobody in the book has is not judged."
        }
        Code::Rel007 => {
            "To put a reseller on record, its provider needs an active partnership with it, and both are in one \
             region. This is judged when the partner of record or the seller changes, not on what was there. That \
             a missing partnership is refused is our own conclusion. The reseller's agreement and standing, which \
             count too, are not judged yet."
        }
        Code::Rel008 => {
            "The support contact of a subscription is its seller, or a partner with an active reseller \
             relationship; a reseller needs admin privileges on the customer too, granular ones today, delegated \
             ones before. Others do not appear in the list of contacts, and a removed relationship drops the \
             partner from it."
        }
        Code::Rel009 => {
            "A customer may take the admin privileges away, but the relationship stays, and with it the duty to \
             support under the partner agreement. Granular privileges give the way back; for Azure subscriptions \
             that the partner provisions itself none are needed. Two documents differ on whether Microsoft still \
             takes service requests in the customer's name."
        }
        // R-MP
        Code::Mp001 => {
            "A partner that is added to a customer, by request, acceptance or granular privileges, changes no \
             subscription in any field, no other relationship, no other privileges and no agreement. The \
             subscriptions stay with their sellers and their partners of record; moving them is a step of its own. \
             An agreement that the customer signs while accepting is recorded with it."
        }
        Code::Mp002 => {
            "A customer may have any number of partners, but each subscription has one seller, a provider or a \
             direct-bill partner, and at most one partner of record. The list of further partner ids is for \
             information: it does not repeat itself or the partner of record."
        }
        Code::Mp003 => {
            "A direct-bill partner has one Azure plan per customer, a provider one per customer and reseller on \
             record; Azure subscriptions are kept under it. A second partner may sell the customer a plan of its \
             own. The documents tell this as the way it is done, not as a ban, so it is a warning."
        }
        // R-MC
        Code::Mc001 => {
            "A partner may support what the customer bought from Microsoft directly, as Advisor, by Open licence, \
             by Enterprise Agreement or from a third party outside CSP; not from syndication, not from another CSP \
             partner. It needs a reseller relationship and admin privileges, and nothing of the subscription \
             changes. What was bought elsewhere has no seller here, and its seats, term and state are read-only."
        }
        Code::Mc002 => {
            "A running licence does not move to another CSP partner: its term ends or it is cancelled, and the new \
             partner sells a new one, with double cost for a while. Since April 2024 licences of new commerce move \
             by a transfer, so the rule holds for legacy licences alone; the first sample of such a transfer gives \
             the month."
        }
        Code::Mc003 => {
            "Usage services do not change channel: a new Azure subscription is bought through CSP, and the old one \
             is cancelled by the customer. Where both run for more than a month the customer pays twice, unless \
             they run beside each other on purpose and one is marked so."
        }
        // R-SELF
        Code::Self001 => {
            "The tenant with which a company takes part in CSP is no customer of CSP (scenario 4). The same company may \
             buy with another tenant, from an indirect reseller or a direct-bill partner. Benefits that are not for \
             resale live on the partner's own tenant and are no sale. Two documents of 2021 differ; the ban is read as \
             limited to the CSP tenant."
        }
        Code::Self002 => {
            "A partner does not sell to itself or to its affiliates, whichever tenant they use (scenario 5); the \
             contract forbids it. Groups are recorded by the user: a company without a group stands alone. Where only \
             the name or the domain is the same it is a warning."
        }
        Code::Self003 => {
            "One tenant is not both a reseller and a customer of one provider (scenario 6). There are three ways out: the \
             customer uses another tenant; the partnership ends and another provider takes its place; or the customer \
             relationship stays and the partnership is with another provider. While the partnership is only invited it \
             is a warning."
        }
        Code::Self004 => {
            "Until 11 May 2020 no CSP partner resold online services to another CSP partner, on any tenant; since then \
             only the CSP tenant is closed. It is judged by the day on which the subscription was created, so it \
             concerns old records alone. Where the documents of 2021 differ, the limited sentence wins."
        }
    }
}

/// Why something is not allowed, in a few words beside a candidate.
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
        // R-SELF
        Reason::SoldToAccount | Reason::AccountAsCustomer => "CSP tenant",
        Reason::PerhapsInGroup => "perhaps the same group",
        Reason::ResellerAsCustomer => "its own reseller",
        Reason::CustomerAsReseller => "its own customer",
        Reason::SoldToPartner => "CSP partner, before May 2020",
    }
}

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
    }
}

/// That a rule lacks a fact of a record.
pub fn missing(fact: &str, of: &str) -> String {
    format!("cannot be judged: {fact} of {of} unknown")
}

/// A fact that a rule may lack; the name of the field in files where rules never ask for it.
pub fn fact(field: FieldRef) -> &'static str {
    match field {
        FieldRef::Partner(PartnerField::Tenant) | FieldRef::Customer(CustomerField::Tenant) => "tenant id",
        FieldRef::Partner(PartnerField::Country) | FieldRef::Customer(CustomerField::Country) => "country",
        FieldRef::Partner(PartnerField::Cloud) | FieldRef::Customer(CustomerField::Cloud) => "cloud",
        FieldRef::Partner(PartnerField::Roles) => "roles",
        FieldRef::Customer(CustomerField::Qualification) => "qualification",
        FieldRef::Customer(CustomerField::Vetting) => "qualification check",
        FieldRef::Subscription(SubscriptionField::Id) => "id",
        FieldRef::Subscription(SubscriptionField::Channel) => "channel",
        FieldRef::Subscription(SubscriptionField::Seller) => "seller",
        FieldRef::Subscription(SubscriptionField::PartnerOfRecord) => "partner of record",
        FieldRef::Subscription(SubscriptionField::Creation) => "creation date",
        FieldRef::Subscription(SubscriptionField::Segment) => "segment",
        FieldRef::Subscription(SubscriptionField::Family) => "product family",
        other => other.name(),
    }
}
