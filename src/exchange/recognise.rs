//! What a JSON document is, told by its content alone (`domain/exchange.md` section 0).

use super::json::Json;
use super::kind::Kind;

/// Tells what a JSON document is.
pub fn kind_of(json: &Json) -> Kind {
    match json {
        Json::List(items) => kind_of_list(items),
        Json::Object(_) => kind_of_object(json),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => Kind::OtherJson,
    }
}

/// Gives the items of a collection: of an envelope, of Graph's `value`, of a bare array; of a single object itself.
pub fn items(json: &Json) -> &[Json] {
    if let Json::List(items) = json {
        return items;
    }
    let envelope = ["items", "value"].into_iter().find_map(|key| json.get(key).and_then(Json::list));
    envelope.unwrap_or(std::slice::from_ref(json))
}

/// Gives `attributes.objectType`.
pub fn object_type(json: &Json) -> Option<&str> {
    json.get("attributes")?.get("objectType")?.text()
}

/// The first item says what a list is; `links.self.uri` helps when there is none.
fn kind_of_list(items: &[Json]) -> Kind {
    let Some(first) = items.first() else { return Kind::EmptyList };
    match kind_of_item(first) {
        Kind::Customer => Kind::Customers,
        Kind::Subscription => Kind::Subscriptions,
        Kind::GdapRelationship => Kind::GdapRelationships,
        Kind::ResellersOfProvider if items.iter().all(tells_no_state) => Kind::ResellersOfCustomer,
        kind => kind,
    }
}

fn kind_of_object(json: &Json) -> Kind {
    if let Some(kind) = kind_of_graph(json) {
        return kind;
    }
    if let Some(items) = json.get("items").and_then(Json::list) {
        return match kind_of_list(items) {
            Kind::EmptyList => kind_of_empty(json),
            kind => kind,
        };
    }
    match kind_of_item(json) {
        Kind::ResellersOfProvider if tells_no_state(json) => Kind::ResellersOfCustomer,
        kind => kind,
    }
}

/// The resellers of a customer come without state and location, those of a provider with both.
fn tells_no_state(item: &Json) -> bool {
    ["state", "location"].iter().all(|key| item.get(key).is_none_or(Json::is_blank))
}

fn kind_of_empty(json: &Json) -> Kind {
    let uri = json.get("links").and_then(|links| links.get("self")).and_then(|link| link.get("uri"));
    let path = uri.and_then(Json::text).unwrap_or_default().split('?').next().unwrap_or_default();
    match path.rsplit('/').next().unwrap_or_default() {
        "customers" => Kind::Customers,
        "subscriptions" => Kind::Subscriptions,
        "agreements" => Kind::Agreements,
        "orders" => Kind::Orders,
        _ => Kind::EmptyList,
    }
}

fn kind_of_graph(json: &Json) -> Option<Kind> {
    let list = json.get("value").and_then(Json::list);
    let context = json.get("@odata.context").and_then(Json::text);
    let odata = |item: &Json| item.get("@odata.type").and_then(Json::text).map(str::to_owned);
    let kind = odata(json).or_else(|| list?.first().and_then(odata));
    if context.is_none() && kind.is_none() {
        let grouped = list.is_some() && json.has("totalCount") && json.has("@nextLink");
        return grouped.then_some(Kind::SubscriptionAnalytics);
    }
    let resource = kind.as_deref().or(context).unwrap_or_default().trim_end_matches("/$entity");
    let resource = resource.rsplit(['#', '.', '/']).next().unwrap_or_default().to_ascii_lowercase();
    let dap = list.and_then(<[Json]>::first).is_some_and(|item| item.has("dapEnabled"));
    Some(match resource.trim_end_matches('s') {
        _ if dap => Kind::DapReport,
        "delegatedadminrelationship" | "resellerdelegatedadminrelationship" => {
            if list.is_some() {
                Kind::GdapRelationships
            } else {
                Kind::GdapRelationship
            }
        }
        "delegatedadminaccessassignment" | "accessassignment" => Kind::GdapAssignments,
        "delegatedadmincustomer" => Kind::GdapCustomers,
        _ => Kind::OtherGraph,
    })
}

fn kind_of_item(item: &Json) -> Kind {
    match object_type(item) {
        Some(name) => of_object_type(name, item),
        None => of_signature(item),
    }
}

/// The API's own names. A customer without id is a question or the answer to a removal.
fn of_object_type(name: &str, item: &Json) -> Kind {
    match name.to_ascii_lowercase().as_str() {
        "customer" => of_customer(item),
        "customercompanyprofile" => Kind::CompanyProfile,
        "customerbillingprofile" => Kind::CustomerBillingProfile,
        "partnerrelationship" | "partnerrelationshipresponse" => of_relationship(item),
        "relationshiprequest" => Kind::RelationshipRequest,
        "subscription" => Kind::Subscription,
        "supportcontact" => Kind::SupportContact,
        "agreement" => Kind::Agreements,
        "mpnprofile" => Kind::PartnerProfile,
        "legalbusinessprofile"
        | "organizationprofile"
        | "billingprofile"
        | "supportprofile"
        | "partnersupportprofile" => Kind::OwnProfile,
        "order" | "orderlineitem" => Kind::Orders,
        "cart" | "cartlineitem" => Kind::Carts,
        "entitlement" => Kind::Entitlements,
        "transferentity" | "transfersubmitresult" | "transfererror" => Kind::Transfers,
        "transition" | "transitioneligibility" | "upgrade" | "upgraderesult" => Kind::Transitions,
        "conversion" | "conversionresult" => Kind::Conversions,
        "subscriptionprovisioningstatus" | "subscriptionregistrationstatus" => Kind::ProvisioningStatus,
        "subscribedsku" | "licenseupdate" => Kind::Licences,
        "customeruser" => Kind::Users,
        "servicerequest" => Kind::ServiceRequests,
        "offer" => Kind::Offers,
        "product" | "sku" | "availability" => Kind::Products,
        "managedservice" => Kind::ManagedServices,
        "azureutilizationrecord" => Kind::Utilization,
        "auditrecord" => Kind::AuditRecords,
        "countryinformation" | "countryvalidationrules" => Kind::CountryRules,
        other if other.contains("invoice") || other.contains("lineitem") => Kind::Invoices,
        _ => of_signature(item),
    }
}

fn of_customer(item: &Json) -> Kind {
    if item.get("id").is_some_and(|id| !id.is_blank()) {
        return Kind::Customer;
    }
    let asks = ["companyProfile", "billingProfile"]
        .iter()
        .any(|key| item.get(key).is_some_and(|part| !part.is_blank()));
    if asks { Kind::CustomerRequest } else { Kind::RelationRemoval }
}

/// The call fixes the direction, not the row: the exporter "is indirect provider of" every row.
fn of_relationship(item: &Json) -> Kind {
    let kind = item.get("relationshipType").and_then(Json::text).unwrap_or_default().replace('_', "");
    match kind.to_ascii_lowercase().as_str() {
        "isindirectresellerof" => Kind::ProvidersOfReseller,
        _ => Kind::ResellersOfProvider,
    }
}

/// Objects without a type of their own, by keys that only they have; the first match wins.
const SIGNATURES: [(&[&str], Kind); 41] = [
    (&["validationResults"], Kind::PartnerOfRecordCheck),
    (&["isAgreementSigned"], Kind::AgreementStatus),
    (&["isSigned"], Kind::AgreementStatus),
    (&["mpnId", "tenant"], Kind::SandboxReseller),
    (&["partnerTenantId", "licenseCount"], Kind::ResellerAnalytics),
    (&["customerTenantId", "subscriptionType"], Kind::SubscriptionAnalytics),
    (&["subscriptionType", "subscriptionCount"], Kind::SubscriptionAnalytics),
    (&["dapEnabled"], Kind::DapReport),
    (&["currentSubscriptionId"], Kind::Migrations),
    (&["addOnMigrations"], Kind::Migrations),
    (&["transferType"], Kind::Transfers),
    (&["sourcePartnerTenantId"], Kind::Transfers),
    (&["transferErrors"], Kind::Transfers),
    (&["isEligible", "id"], Kind::TransferEligibility),
    (&["qualification"], Kind::Qualifications),
    (&["toCatalogItemId"], Kind::Transitions),
    (&["catalogItemId", "eligibilities"], Kind::Transitions),
    (&["targetOffer"], Kind::Transitions),
    (&["companyProfile", "billingProfile"], Kind::CustomerRequest),
    (&["templateId", "agreementType"], Kind::AgreementMetadata),
    (&["templateId", "dateAgreed"], Kind::Agreements),
    (&["displayUri", "downloadUri"], Kind::AgreementDocument),
    (&["accessDetails", "duration", "status", "id"], Kind::GdapRelationship),
    (&["accessDetails", "duration"], Kind::GdapRequest),
    (&["accessContainer"], Kind::GdapAssignments),
    (&["includedEntitlements"], Kind::Entitlements),
    (&["SubscriptionId", "OfferId", "EntitlementId"], Kind::PowerShellJson),
    (&["friendlyName", "subscriptionId", "status"], Kind::AzureEntitlements),
    (&["lineItems", "expirationTimestamp"], Kind::Carts),
    (&["lineItems", "status", "id"], Kind::Orders),
    (&["lineItems"], Kind::Carts),
    (&["EventName", "ResourceUri"], Kind::WebhookEvent),
    (&["validationId", "maxCreates"], Kind::ValidationCodes),
    (&["iso2Code", "isStateRequired"], Kind::CountryRules),
    (&["productId", "title"], Kind::Products),
    (&["usageStartTime"], Kind::Utilization),
    (&["invoiceNumber"], Kind::Invoices),
    (&["CustomerId", "RelationshipToPartner"], Kind::PowerShellJson),
    (&["MpnId", "RelationshipType", "PartnerId"], Kind::PowerShellJson),
    (&["supportTenantId"], Kind::SupportContact),
    (&["operationType", "resourceType"], Kind::AuditRecords),
];

fn of_signature(item: &Json) -> Kind {
    let whole = |(keys, kind): &(&[&str], Kind)| keys.iter().all(|key| item.has(key)).then_some(*kind);
    SIGNATURES.iter().find_map(whole).unwrap_or_else(|| of_habit(item))
}

/// The last resort: rows of the imported kinds that lost their `attributes`, and changes by state alone.
fn of_habit(item: &Json) -> Kind {
    let Json::Object(entries) = item else { return Kind::OtherJson };
    let has = |keys: &[&str]| keys.iter().all(|key| item.has(key));
    if has(&["id", "companyProfile"]) {
        of_customer(item)
    } else if has(&["id", "relationshipType", "mpnId"]) {
        of_relationship(item)
    } else if has(&["id", "contractType"]) || has(&["id", "offerId", "unitType"]) {
        Kind::Subscription
    } else if entries.len() == 2 && has(&["id", "status"]) {
        Kind::StateChange
    } else {
        Kind::OtherJson
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Kind {
        kind_of(&super::super::json::parse(text).unwrap().0)
    }

    #[test]
    fn collection_bare_array_and_single_object_are_the_same_kind() {
        let one = r#"{"Id": "x", "Status": "active", "Attributes": {"ObjectType": "Subscription"}}"#;
        assert_eq!(kind(one), Kind::Subscription);
        assert_eq!(kind(&format!("[{one}]")), Kind::Subscriptions);
        assert_eq!(kind(&format!(r#"{{"totalCount": 9, "items": [{one}]}}"#)), Kind::Subscriptions);
        assert_eq!(kind(r#"[{"id": "x", "contractType": "subscription"}]"#), Kind::Subscriptions);
    }

    #[test]
    fn the_direction_of_relationships_is_told() {
        let row = |kind: &str, more: &str| {
            format!(r#"{{"items": [{{"id": "x", "relationshipType": "{kind}", "mpnId": "1"{more}}}]}}"#)
        };
        let provider = "is_indirect_cloud_solution_provider_of";
        assert_eq!(kind(&row(provider, r#", "state": "Active""#)), Kind::ResellersOfProvider);
        assert_eq!(kind(&row(provider, "")), Kind::ResellersOfCustomer);
        assert_eq!(kind(&row("IsIndirectResellerOf", "")), Kind::ProvidersOfReseller);
    }

    #[test]
    fn a_customer_without_id_is_a_question_or_a_removal() {
        let customer = |more: &str| {
            kind(&format!(r#"{{"Id": null, {more}, "Attributes": {{"ObjectType": "Customer"}}}}"#))
        };
        assert_eq!(
            customer(r#""RelationshipToPartner": "none", "CompanyProfile": null"#),
            Kind::RelationRemoval
        );
        assert_eq!(customer(r#""CompanyProfile": {"Domain": "a.example"}"#), Kind::CustomerRequest);
        assert_eq!(kind(r#"{"CompanyProfile": {}, "BillingProfile": {}}"#), Kind::CustomerRequest);
    }

    #[test]
    fn graph_is_told_by_type_or_context() {
        let context = |name: &str| {
            format!("\"@odata.context\": \"https://x/v1.0/tenantRelationships/$metadata#{name}\"")
        };
        let list = |name: &str| kind(&format!("{{{}, \"value\": []}}", context(name)));
        assert_eq!(list("delegatedAdminRelationships"), Kind::GdapRelationships);
        assert_eq!(list("delegatedAdminCustomers"), Kind::GdapCustomers);
        assert_eq!(list("accessAssignments"), Kind::GdapAssignments);
        assert_eq!(list("users"), Kind::OtherGraph);
        let single = format!(
            "{{{}, \"id\": \"x\"}}",
            context("tenantRelationships/delegatedAdminRelationships/$entity")
        );
        assert_eq!(kind(&single), Kind::GdapRelationship);
        assert_eq!(
            kind(r##"{"value": [{"@odata.type": "#microsoft.graph.resellerDelegatedAdminRelationship"}]}"##),
            Kind::GdapRelationships
        );
        assert_eq!(kind(r#"{"Value": [], "@nextLink": null, "TotalCount": 0}"#), Kind::SubscriptionAnalytics);
    }

    #[test]
    fn an_empty_collection_is_known_by_its_link_or_not_at_all() {
        assert_eq!(
            kind(r#"{"items": [], "links": {"self": {"uri": "/v1/customers?size=40"}}}"#),
            Kind::Customers
        );
        assert_eq!(kind(r#"{"totalCount": 0, "items": []}"#), Kind::EmptyList);
        assert_eq!(kind("[]"), Kind::EmptyList);
    }

    #[test]
    fn a_new_object_type_is_not_fatal() {
        assert_eq!(kind(r#"{"id": "x", "attributes": {"objectType": "Hologram"}}"#), Kind::OtherJson);
        assert_eq!(kind("3"), Kind::OtherJson);
    }
}
