//! The kinds of files that are known by name, those that are imported and those that are not yet. No sentences.

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    // imported
    /// A collection of customers.
    Customers,
    /// One customer.
    Customer,
    /// The resellers of the provider whose export it is.
    ResellersOfProvider,
    /// The providers of the reseller whose export it is.
    ProvidersOfReseller,
    /// The resellers of one customer.
    ResellersOfCustomer,
    /// The link that asks a customer for a reseller relationship.
    RelationshipRequest,
    /// A collection of subscriptions.
    Subscriptions,
    /// One subscription.
    Subscription,
    /// The support contact of a subscription.
    SupportContact,
    /// The agreements of a customer.
    Agreements,
    /// Granular delegated admin relationships.
    GdapRelationships,
    /// One granular delegated admin relationship.
    GdapRelationship,
    // of Partner Center, named only
    /// A body that asks for a new customer.
    CustomerRequest,
    /// A removal of the relationship, or its answer full of nulls.
    RelationRemoval,
    /// A customer's company profile.
    CompanyProfile,
    /// A customer's billing profile.
    CustomerBillingProfile,
    /// A customer's qualifications.
    Qualifications,
    /// The templates of agreements.
    AgreementMetadata,
    /// Whether an agreement is signed.
    AgreementStatus,
    /// Links to the text of an agreement.
    AgreementDocument,
    /// The profile of a Partner ID.
    PartnerProfile,
    /// The own account's legal, organisation, billing or support profile.
    OwnProfile,
    /// A reseller made in a sandbox, question or answer.
    SandboxReseller,
    /// Analytics of indirect resellers.
    ResellerAnalytics,
    /// Analytics of subscriptions.
    SubscriptionAnalytics,
    /// Orders.
    Orders,
    /// Carts.
    Carts,
    /// Entitlements (software, reservations).
    Entitlements,
    /// Azure entitlements of a subscription.
    AzureEntitlements,
    /// Transfers of subscriptions.
    Transfers,
    /// Whether subscriptions may be transferred.
    TransferEligibility,
    /// Migrations to new commerce.
    Migrations,
    /// Transitions to another product, their eligibility, older upgrades.
    Transitions,
    /// Conversions of trials.
    Conversions,
    /// Provisioning or registration of a subscription.
    ProvisioningStatus,
    /// The check of partners of record.
    PartnerOfRecordCheck,
    /// Licences of a customer.
    Licences,
    /// Users of a customer.
    Users,
    /// Service requests.
    ServiceRequests,
    /// A webhook event.
    WebhookEvent,
    /// Invoices, their lines, balances.
    Invoices,
    /// Offers and add-ons of the price list.
    Offers,
    /// Products of the catalogue.
    Products,
    /// Managed services.
    ManagedServices,
    /// Use of Azure.
    Utilization,
    /// The rules of a country's addresses.
    CountryRules,
    /// Validation codes of government customers.
    ValidationCodes,
    /// Records of the activity log.
    AuditRecords,
    /// A change of an order or a transfer by its state alone.
    StateChange,
    // of Microsoft Graph, named only
    /// The report of delegated admin privileges of the older kind.
    DapReport,
    /// A body that asks for a granular relationship.
    GdapRequest,
    /// Access assignments of a granular relationship.
    GdapAssignments,
    /// Customers with granular relationships.
    GdapCustomers,
    /// Anything else of Microsoft Graph.
    OtherGraph,
    // of PowerShell and delimited text, named only
    /// `ConvertTo-Json` of the `PartnerCenter` module.
    PowerShellJson,
    /// `Export-Csv` of the `PartnerCenter` module.
    PowerShellCsv,
    /// The portal's list of customers.
    PortalCustomersCsv,
    /// The portal's list of subscriptions of one customer.
    PortalSubscriptionsCsv,
    /// The portal's activity log.
    ActivityLogCsv,
    /// The portal's template for users.
    UserTemplateCsv,
    /// A reconciliation file.
    BillingCsv,
    /// A download of Insights.
    InsightsTsv,
    /// Delimited text that is not known.
    OtherDelimited,
    // the rest
    /// An empty list: what would be in it cannot be told.
    EmptyList,
    /// JSON that is not known.
    OtherJson,
    /// Text that is neither JSON nor delimited.
    OtherText,
}

impl Kind {
    /// Gives the stable name of the kind, for `--json` and tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Customer => "customer",
            Self::ResellersOfProvider => "resellers-of-provider",
            Self::ProvidersOfReseller => "providers-of-reseller",
            Self::ResellersOfCustomer => "resellers-of-customer",
            Self::RelationshipRequest => "relationship-request",
            Self::Subscriptions => "subscriptions",
            Self::Subscription => "subscription",
            Self::SupportContact => "support-contact",
            Self::Agreements => "agreements",
            Self::GdapRelationships => "gdap-relationships",
            Self::GdapRelationship => "gdap-relationship",
            Self::CustomerRequest => "customer-request",
            Self::RelationRemoval => "relation-removal",
            Self::CompanyProfile => "company-profile",
            Self::CustomerBillingProfile => "customer-billing-profile",
            Self::Qualifications => "qualifications",
            Self::AgreementMetadata => "agreement-metadata",
            Self::AgreementStatus => "agreement-status",
            Self::AgreementDocument => "agreement-document",
            Self::PartnerProfile => "partner-profile",
            Self::OwnProfile => "own-profile",
            Self::SandboxReseller => "sandbox-reseller",
            Self::ResellerAnalytics => "reseller-analytics",
            Self::SubscriptionAnalytics => "subscription-analytics",
            Self::Orders => "orders",
            Self::Carts => "carts",
            Self::Entitlements => "entitlements",
            Self::AzureEntitlements => "azure-entitlements",
            Self::Transfers => "transfers",
            Self::TransferEligibility => "transfer-eligibility",
            Self::Migrations => "migrations",
            Self::Transitions => "transitions",
            Self::Conversions => "conversions",
            Self::ProvisioningStatus => "provisioning-status",
            Self::PartnerOfRecordCheck => "partner-of-record-check",
            Self::Licences => "licences",
            Self::Users => "users",
            Self::ServiceRequests => "service-requests",
            Self::WebhookEvent => "webhook-event",
            Self::Invoices => "invoices",
            Self::Offers => "offers",
            Self::Products => "products",
            Self::ManagedServices => "managed-services",
            Self::Utilization => "utilization",
            Self::CountryRules => "country-rules",
            Self::ValidationCodes => "validation-codes",
            Self::AuditRecords => "audit-records",
            Self::StateChange => "state-change",
            Self::DapReport => "dap-report",
            Self::GdapRequest => "gdap-request",
            Self::GdapAssignments => "gdap-assignments",
            Self::GdapCustomers => "gdap-customers",
            Self::OtherGraph => "other-graph",
            Self::PowerShellJson => "powershell-json",
            Self::PowerShellCsv => "powershell-csv",
            Self::PortalCustomersCsv => "portal-customers-csv",
            Self::PortalSubscriptionsCsv => "portal-subscriptions-csv",
            Self::ActivityLogCsv => "activity-log-csv",
            Self::UserTemplateCsv => "user-template-csv",
            Self::BillingCsv => "billing-csv",
            Self::InsightsTsv => "insights-tsv",
            Self::OtherDelimited => "other-delimited",
            Self::EmptyList => "empty-list",
            Self::OtherJson => "other-json",
            Self::OtherText => "other-text",
        }
    }
}
