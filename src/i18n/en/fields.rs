//! English: tables, fields, and what may stand in them.

use crate::model::{
    AdminField, CustomerField, FieldRef, GroupField, Kind, PartnerField, PartnershipField, RelationshipField,
    SubscriptionField, TableName, TransferField, WaiverField, Wrong,
};

/// The word for one record of a table.
pub(in crate::i18n) fn table(table: TableName) -> &'static str {
    match table {
        TableName::Partner => "partner",
        TableName::Customer => "customer",
        TableName::Subscription => "subscription",
        TableName::Partnership => "partnership",
        TableName::Relationship => "reseller relationship",
        TableName::Admin => "granular admin relationship (GDAP)",
        TableName::Transfer => "transfer",
        TableName::Group => "group",
        TableName::Waiver => "accepted finding",
    }
}

/// A record that has no name to call it by.
pub(in crate::i18n) fn this(table: TableName) -> &'static str {
    match table {
        TableName::Partner => "this partner",
        TableName::Customer => "this customer",
        TableName::Subscription => "this subscription",
        TableName::Partnership => "this partnership",
        TableName::Relationship => "this reseller relationship",
        TableName::Admin => "this granular admin relationship",
        TableName::Transfer => "this transfer",
        TableName::Group => "this group",
        TableName::Waiver => "this accepted finding",
    }
}

/// The label of a field.
pub(in crate::i18n) fn field(field: FieldRef) -> &'static str {
    match field {
        FieldRef::Partner(field) => partner(field),
        FieldRef::Customer(field) => customer(field),
        FieldRef::Subscription(field) => subscription(field),
        FieldRef::Partnership(field) => partnership(field),
        FieldRef::Relationship(field) => relationship(field),
        FieldRef::Admin(field) => admin(field),
        FieldRef::Transfer(field) => transfer(field),
        FieldRef::Group(field) => group(field),
        FieldRef::Waiver(field) => waiver(field),
    }
}

fn partner(field: PartnerField) -> &'static str {
    use PartnerField as F;
    match field {
        F::Tenant => "tenant id",
        F::Name => "name",
        F::Roles => "roles",
        F::PartnerId => "Partner ID",
        F::GlobalId => "global id",
        F::Country => "country",
        F::LocationCountry => "country of the location",
        F::Cloud => "cloud",
        F::Enrolment => "enrolment",
        F::EnrolledOn => "enrolled on",
        F::MpaSignedOn => "MPA signed on",
        F::RevenueUsd => "revenue, 12 months (USD)",
        F::Group => "group",
        F::Email => "e-mail",
        F::Phone => "phone",
        F::Tags => "tags",
        F::Note => "note",
    }
}

fn customer(field: CustomerField) -> &'static str {
    use CustomerField as F;
    match field {
        F::Tenant => "tenant id",
        F::Name => "name",
        F::Domain => "domain",
        F::CustomDomains => "other domains",
        F::Country => "country",
        F::Cloud => "cloud",
        F::Qualification => "qualification",
        F::Vetting => "vetting",
        F::Agreements => "agreements",
        F::Group => "group",
        F::AssociatedPartner => "created for",
        F::RegNumber => "registration number",
        F::Email => "e-mail",
        F::Phone => "phone",
        F::CommerceId => "commerce id",
        F::Tags => "tags",
        F::Note => "note",
    }
}

fn subscription(field: SubscriptionField) -> &'static str {
    use SubscriptionField as F;
    match field {
        F::Id => "subscription id",
        F::Customer => "customer",
        F::Name => "product",
        F::FriendlyName => "nickname",
        F::OfferId => "offer id",
        F::Family => "family",
        F::ProductType => "product type",
        F::Channel => "bought through",
        F::Seller => "sold by",
        F::PartnerOfRecord => "reseller of record",
        F::AdditionalPartners => "further Partner IDs",
        F::SupportContact => "support contact",
        F::SupportedBy => "supported by",
        F::Quantity => "quantity",
        F::Unit => "unit",
        F::Parent => "base subscription",
        F::Status => "status",
        F::SuspensionReasons => "suspended because",
        F::SuspendedOn => "suspended on",
        F::Creation => "created",
        F::Effective => "started",
        F::CommitmentEnd => "ends",
        F::CancelUntil => "cancel until",
        F::Refundable => "seats to give back",
        F::AutoRenew => "renews by itself",
        F::ExtendedTerm => "extended service term",
        F::RenewalDecided => "renewal decided",
        F::NextProduct => "next product",
        F::NextQuantity => "next quantity",
        F::NextTerm => "next term",
        F::NextBilling => "next billing cycle",
        F::Term => "term",
        F::BillingCycle => "billing cycle",
        F::BillingType => "billed by",
        F::Currency => "currency",
        F::Segment => "segment",
        F::IsTrial => "trial",
        F::Coexists => "runs beside on purpose",
        F::OrderId => "order id",
        F::EntitlementId => "Azure id",
        F::TransferredFrom => "transferred from",
        F::Publisher => "publisher",
        F::Tags => "tags",
        F::Note => "note",
    }
}

fn partnership(field: PartnershipField) -> &'static str {
    use PartnershipField as F;
    match field {
        F::Id => "id",
        F::Provider => "indirect provider",
        F::Reseller => "indirect reseller",
        F::State => "state",
        F::InvitedOn => "invited on",
        F::AcceptedOn => "accepted on",
        F::EndedOn => "ended on",
        F::ProviderHasAccess => "provider has admin access",
        F::Origin => "origin",
        F::Note => "note",
    }
}

fn relationship(field: RelationshipField) -> &'static str {
    use RelationshipField as F;
    match field {
        F::Id => "id",
        F::Partner => "partner",
        F::Customer => "customer",
        F::Kind => "kind",
        F::State => "state",
        F::Dap => "delegated privileges (DAP)",
        F::ViaProvider => "together with",
        F::RequestedOn => "requested on",
        F::AcceptedOn => "accepted on",
        F::RemovedOn => "removed on",
        F::Origin => "origin",
        F::Note => "note",
    }
}

fn admin(field: AdminField) -> &'static str {
    use AdminField as F;
    match field {
        F::Id => "id",
        F::Name => "name",
        F::Kind => "kind",
        F::Partner => "partner",
        F::Customer => "customer",
        F::IndirectProvider => "prepared by",
        F::ConsentPending => "consent pending",
        F::Status => "status",
        F::DurationDays => "duration (days)",
        F::AutoExtendDays => "extends itself by (days)",
        F::Roles => "roles",
        F::Created => "created",
        F::Modified => "changed",
        F::Activated => "approved",
        F::End => "ends",
        F::Assignments => "assignments",
        F::Note => "note",
    }
}

fn transfer(field: TransferField) -> &'static str {
    use TransferField as F;
    match field {
        F::Id => "id",
        F::Customer => "customer",
        F::Source => "from",
        F::Target => "to",
        F::Kind => "procedure",
        F::Status => "status",
        F::RequestedBy => "asked by",
        F::PartnerOfRecord => "reseller of record",
        F::Subscriptions => "subscriptions",
        F::Created => "created",
        F::Expires => "lapses",
        F::Completed => "completed",
        F::RolesReviewed => "Azure roles reviewed",
        F::Note => "note",
    }
}

fn group(field: GroupField) -> &'static str {
    use GroupField as F;
    match field {
        F::Id => "id",
        F::Name => "name",
        F::Affiliates => "affiliates",
        F::Note => "note",
    }
}

fn waiver(field: WaiverField) -> &'static str {
    use WaiverField as F;
    match field {
        F::Id => "id",
        F::Rule => "rule",
        F::Record => "record",
        F::Reason => "reason",
        F::Until => "until",
    }
}

/// What may stand in a field.
pub(in crate::i18n) fn kind(kind: Kind) -> String {
    match kind {
        Kind::Text => "Any text of one line.".to_owned(),
        Kind::Digits => "Digits, like 4847383.".to_owned(),
        Kind::Number => "A whole number.".to_owned(),
        Kind::Flag => "yes or no.".to_owned(),
        Kind::Day | Kind::Moment => {
            "A day like 2026-10-03, today, or +30d for 30 days from today.".to_owned()
        }
        Kind::Choice(codes) => format!("One of: {}.", codes.join(", ")),
        Kind::Choices(codes) => format!("Some of: {}, separated by commas.", codes.join(", ")),
        Kind::Country => "A two-letter country code like FR.".to_owned(),
        Kind::Currency => "A three-letter currency code like EUR.".to_owned(),
        Kind::Tenant => "A partner or a customer, chosen from a list, or a tenant id.".to_owned(),
        Kind::Subscription => "A subscription, chosen from a list, or its id.".to_owned(),
        Kind::Group => "A group, chosen from a list, or its id.".to_owned(),
        Kind::Id => "An id like 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20.".to_owned(),
        Kind::Words => "Words, separated by commas.".to_owned(),
        Kind::Parts => "Has parts of its own.".to_owned(),
    }
}

/// Why a typed value cannot be stored.
pub(in crate::i18n) fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotAnId => {
            "This is not an id. Write one like 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20.".to_owned()
        }
        Wrong::NotADay => {
            "This is not a day of the calendar. Write one like 2026-10-03, or +30d for 30 days from today."
                .to_owned()
        }
        Wrong::NotANumber => "This is not a whole number.".to_owned(),
        Wrong::NotAFlag => "Write yes or no.".to_owned(),
        Wrong::NotACountry => "This is not a country code. Write two letters, like FR.".to_owned(),
        Wrong::NotACurrency => "This is not a currency code. Write three letters, like EUR.".to_owned(),
        Wrong::NotInList(codes) => format!("This is not in the list. Allowed: {}.", codes.join(", ")),
        Wrong::NotDigits => "A Partner ID is made of digits only, like 4847383.".to_owned(),
        Wrong::NotAnOffer => "This is not an offer. Write an offer id, or product, SKU and availability \
             like CFQ7TTC0LH18:0001:CFQ7TTC0P0WS."
            .to_owned(),
        Wrong::TooLong(most) => format!("This is too long. At most {most} characters fit."),
        Wrong::HasParts => "This field has parts of its own and is not typed as one line.".to_owned(),
        Wrong::Missing => "Write something: this must not stay empty.".to_owned(),
        Wrong::Past => {
            "This day is over. Write today or a later day, like +30d for 30 days from today.".to_owned()
        }
    }
}

/// The word for a code of a closed list; nothing for a code that is in none.
#[allow(clippy::too_many_lines)] // a table: one arm per code
pub(in crate::i18n) fn choice(code: &str) -> Option<&'static str> {
    match code {
        "public" => Some("public"),
        "us-gov" => Some("US Government"),
        "germany" => Some("Germany"),
        "china" => Some("21Vianet (China)"),
        "indirect-provider" => Some("indirect provider"),
        "indirect-reseller" => Some("indirect reseller"),
        "direct-bill" => Some("direct-bill partner"),
        "advisor" => Some("advisor"),
        "unknown" => Some("unknown"),
        "not-enrolled" => Some("not enrolled"),
        "pending" => Some("pending"),
        "active" => Some("active"),
        "restricted" => Some("restricted"),
        "suspended" => Some("suspended"),
        "deauthorized" => Some("deauthorised"),
        "offboarded" => Some("offboarded"),
        "imported" => Some("imported"),
        "typed" => Some("typed here"),
        "created-tenant" => Some("created with the tenant"),
        "extension" => Some("extended"),
        "invited" => Some("invited"),
        "ended" => Some("ended"),
        "requested" => Some("requested"),
        "removed" => Some("removed"),
        "reseller" => Some("reseller"),
        "syndication" => Some("syndication"),
        "microsoft-support" => Some("Microsoft support"),
        "none" => Some("none"),
        "not-requested" => Some("not requested"),
        "granted" => Some("granted"),
        "removed-by-customer" => Some("removed by the customer"),
        "education" => Some("education"),
        "nonprofit" => Some("non-profit"),
        "gcc" => Some("Government Community Cloud"),
        "state-owned" => Some("state-owned entity"),
        "approved" => Some("approved"),
        "in-review" => Some("in review"),
        "denied" => Some("denied"),
        "commercial" => Some("commercial"),
        "government" => Some("government"),
        "mca" => Some("Microsoft Customer Agreement"),
        "cloud-agreement" => Some("Microsoft Cloud Agreement"),
        "attested" => Some("attested by the partner"),
        "csp-indirect" => Some("CSP, through a provider"),
        "csp-direct" => Some("CSP, direct bill"),
        "direct" => Some("direct"),
        "open" => Some("Open licence"),
        "ea" => Some("Enterprise Agreement"),
        "third-party" => Some("third party"),
        "21vianet" => Some("21Vianet"),
        "license-legacy" => Some("licence, legacy"),
        "license-nce" => Some("licence, new commerce"),
        "azure-legacy" => Some("Azure (MS-AZR-0145P)"),
        "azure-plan" => Some("Azure plan"),
        "azure-subscription" => Some("Azure subscription"),
        "reservation" => Some("reservation"),
        "savings-plan" => Some("savings plan"),
        "software-perpetual" => Some("software, perpetual"),
        "software-subscription" => Some("software subscription"),
        "marketplace-saas" => Some("marketplace"),
        "deleted" => Some("deleted"),
        "expired" => Some("expired"),
        "disabled" => Some("disabled"),
        "monthly" => Some("monthly"),
        "annual" => Some("annual"),
        "triennial" => Some("every three years"),
        "one-time" => Some("once"),
        "license" => Some("licence"),
        "usage" => Some("usage"),
        "benefit" => Some("benefit"),
        "p1m" => Some("one month"),
        "p1y" => Some("one year"),
        "p3y" => Some("three years"),
        "p5y" => Some("five years"),
        "p6y" => Some("six years"),
        "new-commerce" => Some("licences of new commerce"),
        "direct-to-indirect" => Some("direct to indirect"),
        "delegated" => Some("of a partner"),
        "reseller-delegated" => Some("prepared by a provider"),
        "created" => Some("created"),
        "approval-pending" => Some("approval pending"),
        "activating" => Some("being activated"),
        "expiring" => Some("about to expire"),
        "termination-requested" => Some("termination requested"),
        "terminating" => Some("being terminated"),
        "terminated" => Some("terminated"),
        "in-progress" => Some("in progress"),
        "complete" => Some("complete"),
        "partially-complete" => Some("partly complete"),
        "reject" => Some("rejected"),
        "cancel" => Some("cancelled"),
        "yes" => Some("yes"),
        "no" => Some("no"),
        // Roles of granular admin privileges; the names are from memory.
        "global-administrator" => Some("Global Administrator"),
        "exchange-administrator" => Some("Exchange Administrator"),
        "intune-administrator" => Some("Intune Administrator"),
        "dynamics-365-administrator" => Some("Dynamics 365 Administrator"),
        "teams-administrator" => Some("Teams Administrator"),
        "directory-readers" => Some("Directory Readers"),
        "directory-writers" => Some("Directory Writers"),
        "global-reader" => Some("Global Reader"),
        "helpdesk-administrator" => Some("Helpdesk Administrator"),
        "user-administrator" => Some("User Administrator"),
        "service-support-administrator" => Some("Service Support Administrator"),
        "license-administrator" => Some("License Administrator"),
        "privileged-authentication-administrator" => Some("Privileged Authentication Administrator"),
        "privileged-role-administrator" => Some("Privileged Role Administrator"),
        "compliance-data-administrator" => Some("Compliance Data Administrator"),
        _ => None,
    }
}
