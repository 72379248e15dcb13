//! English: what each rule asks, why it matters, and how it is read here.

use crate::rules::Code;

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
             group that works in two countries has a tenant and a location for each. Where the country of the \
             location is known apart, it is that of the account; otherwise associating the two fails."
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
        // R-ENR
        Code::Enr001 => {
            "From 1 February 2020 on nobody sells through CSP without a signed Microsoft Partner Agreement: \
             neither the seller nor the reseller on record. It is judged at the day of the business, in UTC. \
             The documents of 2021 speak of one signature per region, those of 2025 of one per tenant; none \
             names the day of the change, and 1 January 2025 is taken. Before it, a signature of another \
             account of the group in the same region counts. Azure keeps its id when it changes its seller, and \
             nobody records when a reseller was put on record, so for both the latest possible day is taken. A \
             day of signing that is not known is a warning on a new order, and nothing on what runs."
        }
        Code::Enr002 => {
            "A reseller does three things before it is put on business: it enrols, it associates a location, \
             and it signs the Microsoft Partner Agreement. Until then it may be invited, but neither a \
             partnership nor a partner of record should rest on it. Whether it has the role of a reseller is \
             said by R-REL-006 and R-PSH-001, and whether it had signed by the day of an order by R-ENR-001, so \
             that nothing is said twice."
        }
        Code::Enr003 => {
            "Microsoft takes new orders only of a seller whose enrolment is active. Since 1 September 2025 a \
             new order also asks for a reseller on record that is neither suspended nor deauthorised nor \
             offboarded, and since 1 December 2025 so do changes of seats, billing, term, product, seller and \
             partner of record. Switching the renewal is no change, and what runs may run out. Restricted \
             partners are R-ENR-005's matter. The days are in UTC."
        }
        Code::Enr004 => {
            "A direct-bill partner turns over a minimum in the last twelve months: 300,000 US dollars from \
             January 2021 on, 1,000,000 from October 2025 on. The figure recorded on the account is compared; \
             Microsoft measures it at the global account, without perpetual software. Support plan, \
             designation, security score and assessment are asked for too, but are a checklist and not judged \
             here. Who is exempt accepts the finding."
        }
        Code::Enr005 => {
            "A direct-bill partner that falls below the bar is restricted: it may renew, suspend and change the \
             seats of what runs, but buys no subscription of any family, no add-on, no reservation and no \
             software, creates no customer tenants and asks no customer directly. As an indirect reseller it \
             may still ask together with a provider. It is judged on edits alone."
        }
        Code::Enr006 => {
            "Since 1 April 2024 an indirect reseller turns over 1,000 US dollars in twelve months for each of \
             its locations, looked at on the anniversary of its enrolment; the first year is free. Notices are \
             sent three months ahead, and so the warning begins then. What follows a failure, restricted at \
             once, suspended after 30 days and revoked after 60, is told by one unconfirmed answer only."
        }
        Code::Enr007 => {
            "From 1 February 2020 on the Microsoft Customer Agreement comes before the first order, in the \
             public cloud; national clouds have no such records. For Azure of old the Microsoft Cloud Agreement \
             will do too. Lists of customers carry no agreements, so none recorded says nothing about what \
             runs, nor about a customer who has ordered through CSP before. On the first order of others it is \
             refused. The day of the order counts, in UTC."
        }
        Code::Enr008 => {
            "An attestation says who signed for the customer (first name, last name, e-mail) and on which day, \
             and is made by a partner that Microsoft invoices: an indirect provider or a direct-bill partner \
             with an active relationship. A reseller cannot attest. One agreement stands once per signer and \
             day. When a customer goes from a direct-bill partner to a provider, an attestation does not carry \
             over, a direct acceptance does. An agreement whose way is not known is not judged, and of exports \
             less is asked than of what is typed. The Microsoft Customer Agreement is judged from February 2020 \
             on."
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
             a missing partnership is refused is our own conclusion. The reseller's agreement and standing count \
             too: R-ENR-001 to R-ENR-003 judge them on the same step."
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
        // R-ADM
        Code::Adm001 => {
            "Delegated admin privileges came with a reseller relationship and gave the partner the global \
             administrator. Microsoft removes them since 22 May 2023 in the public cloud, and grants none \
             anew: those that are left are a warning, new ones are refused. The other clouds still have them, \
             with a relationship that the customer accepted. One page says that they go with a removed \
             relationship, another that they stay for resellers, so those that are left behind are warned of \
             too. The day of retirement comes from a digest of the announcements."
        }
        Code::Adm002 => {
            "Granular admin privileges last from one day to two years, which is 730 days. The book keeps \
             days; P2Y and P730D are the same. Without a known duration nothing is judged."
        }
        Code::Adm003 => {
            "Granular admin privileges have a name of 1 to 50 characters. A partner uses each name once, over \
             all its customers and all states; a name that is used twice is told by R-ID-005. An export \
             without names is not judged."
        }
        Code::Adm004 => {
            "Granular admin privileges end, or extend themselves by 180 days: nothing else can be chosen. \
             Those that give the global administrator do not extend themselves. Old exports do not tell it, \
             and nothing is judged then."
        }
        Code::Adm005 => {
            "The partner drafts granular admin privileges and locks them for approval; the customer approves, \
             and they are active until they expire or are terminated. Microsoft's own states in between may \
             be left out here, because the book is what is wished for. Name, duration, customer and roles \
             change on drafts alone, the extension also while they are active. What has expired or was \
             terminated does not come back: it takes a successor with a new name. When an account is \
             suspended its privileges are revoked, which is a warning, so that a suspension can be recorded."
        }
        Code::Adm006 => {
            "A request that the customer does not answer lapses after 90 days. Active privileges that do not \
             extend themselves are warned of 30, 7 and 1 days before their end, when Microsoft sends its \
             notices; days are UTC. With a successor in the book it is a hint until that is active. An end \
             that lies behind means that the copy is old, which is an error. An end is the approval and the \
             duration within a day, since a sample is off by minutes, and any number of extensions by 180 \
             days."
        }
        Code::Adm007 => {
            "Only security groups with an active assignment get access by granular admin privileges. Lists do \
             not carry assignments, so those of an imported record that has none are not judged. The global \
             administrator is more than nearly all support needs, and the same roles twice are one time too \
             many."
        }
        // R-SUB
        Code::Sub001 => {
            "A subscription of the old commerce (licences of old, Azure of old) is active, suspended or \
             deleted, and deleted is final. A licence of new commerce and a software subscription also \
             expires at the end of its term, is disabled 30 days later and deleted after 90 more, by time \
             alone. A suspension by Microsoft is not lifted by the partner; a reason that names neither the \
             customer nor the partner is read as Microsoft's. For other families the documents name no edges, \
             so both ways are open to them. Days are UTC."
        }
        Code::Sub002 => {
            "Seats, term, billing, partner of record and what is scheduled can be changed while a \
             subscription is active; Partner Center refuses it otherwise. What one step both reactivates and \
             changes is carried out in that order, and to fill in a value that was not known is no change. \
             Whether the term may change in mid-term, one source denies (lifecycle) and one offers \
             (policies): here it may, while it is active."
        }
        Code::Sub003 => {
            "Each offer has a smallest and a largest number of seats, 1 and 10000000 unless a document says \
             otherwise; Azure has 1, a trial 25 for 30 days. A customer tries an offer once and nothing that \
             it owns. Some offers are limited to so many subscriptions at one time: suspended ones count, \
             deleted ones are taken as gone. Offers for small businesses are told apart in the documents by \
             fewer than 300 seats and in notices by up to 300, so more than 300 is a warning."
        }
        Code::Sub004 => {
            "More seats can be had at any time. Fewer are possible in new commerce only while the window for \
             cancelling is open, or as far as seats were added within their own seven days; later the smaller \
             number is scheduled for the renewal. A software subscription never loses seats, a licence of old \
             may at any time. Days are UTC, which may differ from the local day."
        }
        Code::Sub005 => {
            "What the portal says of the window stands first. Otherwise a licence of new commerce is \
             cancelled within seven days of purchase or renewal; the preview of October 2021 had 72 hours, \
             which is read to the end of 2021. Software was returned within 60 days before June 2021 and \
             within 30 after it, although one document still says 60; a software subscription has seven days \
             in the sources of 2024 and later. The marketplace has 72 hours today, and had 24 hours or 14 \
             days in 2021. Licences of old, Azure and reservations may be cancelled at any time. Days are \
             UTC."
        }
        Code::Sub006 => {
            "Data of a suspended licence of old is deleted after 90 days, or 120 with the first billing \
             period; this warns from day 60 on. In new commerce a suspension stops the service but not the \
             invoice, which is the opposite of the old advice. An expired licence is open to its users for 30 \
             days, to admins for 90 more, and gone then. That a licence suspended at the end of its term is \
             disabled at once is told by a blog only, and not followed here. Days are UTC."
        }
        Code::Sub007 => {
            "A change of product, seats, term or billing can be scheduled for the renewal of an active \
             subscription that renews, and must be something that could be bought. Since 4 May 2026 there are \
             three choices: renewal, extended service term, or off. Within 30 days of the end somebody should \
             have decided. An end in the year 9999 means that it never renews. Days are UTC."
        }
        Code::Sub008 => {
            "An add-on has its base at the same customer and seller, goes when the base goes, and is not for \
             every base; which bases are known is taken from the documents. An Azure plan is not suspended or \
             cancelled while subscriptions under it run. A reservation, and metered software of others, needs \
             live Azure from the same seller. In new commerce an add-on is a subscription with its own term, \
             but needs its base all the same."
        }
        Code::Sub009 => {
            "Which term goes with which billing depends on the family: a month is billed monthly, a year \
             monthly or annually, three years also at once, and so on. That a month is billed only monthly is \
             from memory and fits all samples; so are the five years of a reservation. What an export leaves \
             out is not judged. The partner of record of a reservation is fixed when it is bought."
        }
        Code::Sub010 => {
            "From 21 July 2021 on a new MS-AZR-0145P is sold only where the same seller and customer have one \
             already, and never beside a live Azure plan of the two. It is judged by the day on which the \
             subscription was created, UTC. The way on is the Azure plan, which needs the customer agreement."
        }
        // R-TRF
        Code::Trf001 => {
            "A transfer goes from one partner that Microsoft invoices to another, and the source sells \
             everything that moves to one customer. Resellers take no part: their provider does. A target \
             that is restricted or suspended takes nothing over. Transfers that are over are not judged."
        }
        Code::Trf002 => {
            "Before the request the target has a reseller relationship with the customer, an agreement of the \
             customer that it attested or that the customer accepted itself, and its own partner agreement, \
             in the same region and cloud. Azure subscriptions need a live plan of the target, and Azure of \
             the old kind is switched within a country only. A partner of record is named only with a \
             provider for target, and works with it. It is judged when a request is made and again when it is \
             accepted."
        }
        Code::Trf003 => {
            "What is active and in no other open request can move. Add-ons move with their base; reservations \
             stay behind when Azure of the old kind is switched, while today's requests carry them; \
             marketplace products move with an Azure plan only. While a transfer is open nothing else changes \
             on what it moves."
        }
        Code::Trf004 => {
            "Today the target asks; the current partner asks where Azure of the old kind is switched or a \
             direct-bill partner goes indirect. The source accepts or rejects, and what waits can be \
             cancelled; after 30 days without an answer, UTC, the request is dead. A request for licences has \
             at most 25 items. Licences of new commerce are transferred since April 2024, the month of the \
             first sample seen; those of old move only when a partner goes indirect."
        }
        Code::Trf005 => {
            "What was moved goes on under the target: Azure keeps its id, a licence gets a new record that \
             names the old one. Support and billing move along, while price agreements stay behind. The roles \
             of the old partner on Azure resources stay, and the target has no access of its own by default: \
             somebody looks through them and ticks it off."
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
        // R-HYG
        Code::Hyg001 => {
            "What ends does so after it was created and took effect; privileges end after they began, an \
             acceptance follows its request. A subscription takes effect at the start of a day, so it may do so \
             up to a day before it was created, and long after that when it was renewed. The years 1 and 9999 \
             mean that there is no date. All dates are read as UTC."
        }
        Code::Hyg002 => {
            "Exports give ids alone: a partner of record, a base subscription, the sides of a transfer. An id \
             that names nothing of the book is kept and listed, for it may be out of date, or the record may \
             still be missing. What a record cannot be without, like the customer of a subscription, is the \
             book's own rule BOOK-REFERENCE."
        }
        Code::Hyg003 => {
            "The answer to creating a customer holds the first password of its administrator, and links of \
             invitations can carry keys: neither belongs in a book that is saved, compared and sent around. \
             Texts in which a value follows a word like password, token or secret are found, and tokens by \
             their beginning. Ids of all zeros, and the series that Microsoft prints in its documents, stand \
             for nothing real."
        }
        Code::Hyg004 => {
            "Eleven countries ask for a registration number of so many digits and for a phone number when a \
             customer is created, thirteen more since 25 March 2021 for a number of letters and digits, whose \
             length no document tells. Elsewhere Partner Center takes none. A number of another form is an \
             error, a missing one a warning. That a partner's contact writes from the company's own domain, and \
             that a location's phone has ten digits at most, are hints."
        }
    }
}
