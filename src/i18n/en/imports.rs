//! English: what an import says of its files.

use crate::exchange::{Fault, Kind, Meaning, NoteKind, Reason, SIZE_CAP, Unreadable};
use crate::i18n::imports::Imports;

pub(in crate::i18n) static IMPORTS: Imports = Imports {
    head: |name, kind, new, changed, same| {
        format!("{name}: {kind}. {new} new, {changed} changed, {same} the same.")
    },
    not_imported: |name, kind| format!("{name}: {kind}, not imported yet. Nothing was taken from it."),
    saved_error: |name, code, description, meaning| {
        format!(
            "{name}: an error was saved instead of data (code {code}{meaning}): {description} Ask the portal again and save the answer."
        )
    },
    not_json: |name, line, column, fault| {
        format!("{name}: cannot be read: line {line}, column {column}: {fault}. Nothing was taken from it.")
    },
    unreadable: |name, why| format!("{name}: cannot be opened: {why}."),
    incomplete: |announced, in_file| match announced {
        Some(n) => format!("  incomplete: {n} announced, {in_file} in the file"),
        None => format!("  incomplete: {in_file} in the file, more pages exist"),
    },
    tolerated: |n, line| format!("  {n} comments or stray commas were passed over, the first in line {line}"),
    encoding: "  not UTF-8: read as Windows-1252, look at the accents",
    replaced: |n| format!("  {n} characters could not be read"),
    lost_mark: "  a lost byte-order mark was passed over",
    note: |item, field, what, raw| format!("  row {item}, {field}: {what}{raw}"),
    aside: |item, why| format!("  row {item} is kept aside: {why}"),
    more: |n| format!("  and {n} more of these"),
    unknown: |list| format!("  fields that are not known, left out: {list}"),
    records: |list| format!("  in the book: {list}"),
    record_new: |n, what| format!("{n} new ({what})"),
    record_changed: |n, what| format!("{n} changed ({what})"),
    link: |partner| format!("  the link is of partner {partner}; it changes nothing"),
    away: |n| format!("  {n} are planned to go and stay away"),
    confirmed: |n| format!("  {n} of the book are confirmed by the portal"),
    need_us: "it does not say whose export it is",
    need_customer: "it does not say which customer it is about",
    needs: |name, what| format!("{name}: {what}. Tell it, then the file is read."),
    kind,
    kind_of_note,
    meaning,
    fault,
    why_unreadable,
    why_aside,
};

fn kind(it: Kind) -> &'static str {
    match it {
        Kind::Customers => "customers",
        Kind::Customer => "one customer",
        Kind::ResellersOfProvider => "resellers of a provider",
        Kind::ProvidersOfReseller => "providers of a reseller",
        Kind::ResellersOfCustomer => "resellers of one customer",
        Kind::RelationshipRequest => "link that asks for a relationship",
        Kind::Subscriptions => "subscriptions",
        Kind::Subscription => "one subscription",
        Kind::SupportContact => "support contact of a subscription",
        Kind::Agreements => "agreements of a customer",
        Kind::GdapRelationships => "granular admin relationships (GDAP)",
        Kind::GdapRelationship => "one granular admin relationship (GDAP)",
        Kind::CustomerRequest => "request for a new customer",
        Kind::RelationRemoval => "removal of a relationship",
        Kind::CompanyProfile => "company profile of a customer",
        Kind::CustomerBillingProfile => "billing profile of a customer",
        Kind::Qualifications => "qualifications",
        Kind::AgreementMetadata => "templates of agreements",
        Kind::AgreementStatus => "state of an agreement",
        Kind::AgreementDocument => "document of an agreement",
        Kind::PartnerProfile => "profile of a Partner ID",
        Kind::OwnProfile => "profile of the own account",
        Kind::SandboxReseller => "reseller in a sandbox",
        Kind::ResellerAnalytics => "analytics of resellers",
        Kind::SubscriptionAnalytics => "analytics of subscriptions",
        Kind::Orders => "order",
        Kind::Carts => "cart",
        Kind::Entitlements => "entitlements",
        Kind::AzureEntitlements => "Azure entitlements",
        Kind::Transfers => "transfer",
        Kind::TransferEligibility => "eligibility for transfer",
        Kind::Migrations => "migration to new commerce",
        Kind::Transitions => "transition to another product",
        Kind::Conversions => "conversion of a trial",
        Kind::ProvisioningStatus => "state of provisioning",
        Kind::PartnerOfRecordCheck => "check of a reseller of record",
        Kind::Licences => "licences",
        Kind::Users => "users",
        Kind::ServiceRequests => "service requests",
        Kind::WebhookEvent => "webhook event",
        Kind::Invoices => "invoice",
        Kind::Offers => "offers",
        Kind::Products => "products",
        Kind::ManagedServices => "managed services",
        Kind::Utilization => "use of Azure",
        Kind::CountryRules => "rules of a country",
        Kind::ValidationCodes => "validation codes",
        Kind::AuditRecords => "activity log",
        Kind::StateChange => "change of state",
        Kind::DapReport => "report of delegated admin privileges",
        Kind::GdapRequest => "request for a granular admin relationship",
        Kind::GdapAssignments => "access assignments (GDAP)",
        Kind::GdapCustomers => "customers with granular relationships",
        Kind::OtherGraph => "other data of Microsoft Graph",
        Kind::PowerShellJson => "PowerShell JSON",
        Kind::PowerShellCsv => "PowerShell CSV",
        Kind::PortalCustomersCsv => "the portal's list of customers",
        Kind::PortalSubscriptionsCsv => "the portal's list of subscriptions",
        Kind::ActivityLogCsv => "the portal's activity log",
        Kind::UserTemplateCsv => "the portal's template for users",
        Kind::BillingCsv => "reconciliation file",
        Kind::InsightsTsv => "Insights download",
        Kind::OtherDelimited => "delimited text",
        Kind::EmptyList => "empty list",
        Kind::OtherJson => "JSON of an unknown kind",
        Kind::OtherText => "text of an unknown kind",
    }
}

fn kind_of_note(it: NoteKind) -> &'static str {
    match it {
        NoteKind::Placeholder => "a placeholder, left out",
        NoteKind::NotAnId => "not an id, left out",
        NoteKind::TooLong => "longer than a field may be, left out",
        NoteKind::ExampleId => "an example id of the documentation: several tenants may share it",
        NoteKind::NotANumber => "not a number, left out",
        NoteKind::NotAFlag => "neither true nor false, left out",
        NoteKind::NotADate => "not a date, left out",
        NoteKind::NoZone => "a time without zone, read as UTC",
        NoteKind::BlanksInDate => "a date with blanks inside, read without them",
        NoteKind::UnknownValue => "a value that is not known, kept as it is",
        NoteKind::NotDigits => "a Partner ID that is not digits, left out",
        NoteKind::WrongShape => "not the shape that belongs here, left out",
        NoteKind::Secret => "a secret, dropped and never stored",
        NoteKind::Disagrees => "two fields disagree; the first one counts",
        NoteKind::RequestBody => "a body that was sent, not what the portal answered",
        NoteKind::Overruled => "the portal says something new about a planned change; the portal counts",
        NoteKind::RoleUnknown => {
            "the partner whose export it is has no role in the book: seller and channel stay unknown"
        }
    }
}

fn meaning(it: Meaning) -> &'static str {
    match it {
        Meaning::MalformedId => "an id is malformed",
        Meaning::PartnerRefused => "the Partner ID or tenant is not that of a reseller",
        Meaning::RegionDiffers => "the reseller's region is not the provider's",
        Meaning::PartnerAgreementMissing => "the Microsoft Partner Agreement is not signed",
        Meaning::SubscriptionLocked => "the subscription cannot be changed like that",
        Meaning::CountryNotOpen => "the partner may not sell in that country",
        Meaning::PartnerOfRecordRefused => "the reseller of record is refused",
        Meaning::PartnerOfRecordNotActive => "the reseller of record is not an authorised active reseller",
        Meaning::CustomerAgreementMissing => "the customer agreement is missing",
        Meaning::NoRelationship => "partner and customer have no relationship",
        Meaning::ParentAndChild => "a child subscription does not go with its parent",
        Meaning::RegistrationRefused => "the registration number or phone is refused",
        Meaning::SeatsRefused => "seats, suspension or renewal are refused",
        Meaning::TransferState => "the transfer is in the wrong state",
        Meaning::CancellationOver => "the window for cancelling is over",
        Meaning::TransferProduct => "the product does not allow the transfer",
        Meaning::NationalCloud => "the national cloud does not allow it",
        Meaning::TransferSource => "the source partner is wrong",
        Meaning::Throttled => "too many requests",
    }
}

fn fault(it: Fault) -> &'static str {
    match it {
        Fault::SmartQuote => "a typographic quote stands where \" belongs",
        Fault::BadEscape => "a backslash stands before a character that has no escape",
        Fault::SecondDocument => "a second document begins here: save each in a file of its own",
        Fault::TrailingText => "there is text after the end",
        Fault::TooDeep => "objects are nested too deeply",
        Fault::TooMany => "the file holds too many values: export it in parts",
        Fault::CutOff => "the text ends in the middle: export it again",
        Fault::ControlCharacter => "a line break or control character stands inside a text",
        Fault::BarePlaceholder => "a placeholder stands without quotes",
        Fault::BareKey => "a key stands without quotes",
        Fault::Unclosed => "a bracket before this is not closed",
        Fault::MissingComma => "a comma is missing before this",
        Fault::MissingColon => "a colon is missing after a key",
        Fault::BadNumber => "this number is out of range",
        Fault::Unexpected => "this does not belong here",
    }
}

fn why_unreadable(it: &Unreadable) -> String {
    match it {
        Unreadable::TooLarge { bytes } => {
            format!("it is too large ({bytes} bytes, at most {SIZE_CAP} are read): export it in parts")
        }
        Unreadable::NotAFile => "it is not a file".to_owned(),
        Unreadable::Empty => "it is empty".to_owned(),
        Unreadable::WebPage => "it is a web page, often the sign-in page: export again".to_owned(),
        Unreadable::Workbook => "it is a workbook or an archive: save it as JSON".to_owned(),
        Unreadable::Binary => "it is not text".to_owned(),
    }
}

fn why_aside(it: &Reason) -> String {
    match it {
        Reason::NotAnObject => "it is not an object".to_owned(),
        Reason::NoId => "it has no id".to_owned(),
        Reason::BadId(raw) => format!("its id is none: {}", raw.show()),
        Reason::TwoValues(raw) => format!("the key {} stands twice with different values", raw.show()),
        Reason::OtherKind(raw) => format!("it is of another kind: {}", raw.show()),
        Reason::NoSubscription => "it does not name its subscription".to_owned(),
        Reason::UnknownSubscription(raw) => format!("its subscription is not in the book: {}", raw.show()),
    }
}
