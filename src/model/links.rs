//! Links both ways: from any record to the rows of those that name it, kept by every write.

use super::id::{GroupId, SubscriptionId, TenantId};
use super::index::Multi;
use super::table::Row;
use super::{
    Admin, Customer, Group, Partner, Partnership, Relationship, Subscription, Text, Transfer, Waiver,
};
use compact_str::CompactString;

/// Who names whom. Each map gives rows of the table its field is called after.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)] // each field says: rows of a table, by what they name
pub struct Links {
    pub partners_by_partner_id: Multi<CompactString>,
    pub partners_by_global_id: Multi<CompactString>,
    pub partners_by_group: Multi<GroupId>,
    pub customers_by_group: Multi<GroupId>,
    pub customers_by_domain: Multi<CompactString>,
    pub customers_by_named_partner: Multi<TenantId>,
    pub partnerships_by_provider: Multi<TenantId>,
    pub partnerships_by_reseller: Multi<TenantId>,
    pub relationships_by_partner: Multi<TenantId>,
    pub relationships_by_customer: Multi<TenantId>,
    pub relationships_by_via_provider: Multi<TenantId>,
    pub subscriptions_by_customer: Multi<TenantId>,
    pub subscriptions_by_seller: Multi<TenantId>,
    pub subscriptions_by_record: Multi<CompactString>,
    pub subscriptions_by_support: Multi<TenantId>,
    pub subscriptions_by_supporter: Multi<TenantId>,
    pub subscriptions_by_parent: Multi<SubscriptionId>,
    pub subscriptions_by_origin: Multi<SubscriptionId>,
    pub admin_by_partner: Multi<TenantId>,
    pub admin_by_customer: Multi<TenantId>,
    pub admin_by_indirect_provider: Multi<TenantId>,
    pub admin_by_name: Multi<(TenantId, CompactString)>,
    pub transfers_by_customer: Multi<TenantId>,
    pub transfers_by_partner: Multi<TenantId>,
    pub transfers_by_subscription: Multi<SubscriptionId>,
    pub groups_by_affiliate: Multi<GroupId>,
    pub waivers_by_record: Multi<CompactString>,
}

/// A link to make or to cut: adds or drops a row under a key.
pub(super) trait Cutter {
    fn touch<K: std::hash::Hash + Eq + Clone>(&self, links: &mut Multi<K>, key: K, row: Row);
}

/// Makes links.
pub(super) struct Make;
/// Cuts links.
pub(super) struct Cut;

impl Cutter for Make {
    fn touch<K: std::hash::Hash + Eq + Clone>(&self, links: &mut Multi<K>, key: K, row: Row) {
        links.add(key, row);
    }
}

impl Cutter for Cut {
    fn touch<K: std::hash::Hash + Eq + Clone>(&self, links: &mut Multi<K>, key: K, row: Row) {
        links.drop(&key, row);
    }
}

/// A domain as it is compared: in lower case.
pub(super) fn folded(domain: &Text) -> CompactString {
    let mut folded = CompactString::from(domain.raw());
    folded.make_ascii_lowercase();
    folded
}

/// A record that names others.
pub(super) trait Linked {
    /// Makes or cuts every link of the record in this row.
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter);
}

impl Linked for Partner {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        if let Some(id) = &self.partner_id {
            with.touch(&mut links.partners_by_partner_id, id.canonical().into(), row);
        }
        if let Some(id) = &self.global_id {
            with.touch(&mut links.partners_by_global_id, id.canonical().into(), row);
        }
        if let Some(group) = self.group {
            with.touch(&mut links.partners_by_group, group, row);
        }
    }
}

impl Linked for Customer {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        if let Some(group) = self.group {
            with.touch(&mut links.customers_by_group, group, row);
        }
        if !self.domain.is_empty() {
            with.touch(&mut links.customers_by_domain, folded(&self.domain), row);
        }
        let attesters = self.agreements.iter().filter_map(|agreement| agreement.attested_by);
        for partner in self.associated_partner.into_iter().chain(attesters) {
            with.touch(&mut links.customers_by_named_partner, partner, row);
        }
    }
}

impl Linked for Partnership {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        with.touch(&mut links.partnerships_by_provider, self.provider, row);
        with.touch(&mut links.partnerships_by_reseller, self.reseller, row);
    }
}

impl Linked for Relationship {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        with.touch(&mut links.relationships_by_partner, self.partner, row);
        with.touch(&mut links.relationships_by_customer, self.customer, row);
        if let Some(provider) = self.via_provider {
            with.touch(&mut links.relationships_by_via_provider, provider, row);
        }
    }
}

impl Linked for Subscription {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        with.touch(&mut links.subscriptions_by_customer, self.customer, row);
        if let Some(seller) = self.seller {
            with.touch(&mut links.subscriptions_by_seller, seller, row);
        }
        if let Some(record) = &self.partner_of_record {
            with.touch(&mut links.subscriptions_by_record, record.canonical().into(), row);
        }
        if let Some(support) = self.support_contact {
            with.touch(&mut links.subscriptions_by_support, support, row);
        }
        if let Some(supporter) = self.supported_by {
            with.touch(&mut links.subscriptions_by_supporter, supporter, row);
        }
        if let Some(parent) = self.parent {
            with.touch(&mut links.subscriptions_by_parent, parent, row);
        }
        if let Some(origin) = self.transferred_from {
            with.touch(&mut links.subscriptions_by_origin, origin, row);
        }
    }
}

impl Linked for Admin {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        if let Some(partner) = self.partner {
            with.touch(&mut links.admin_by_partner, partner, row);
            with.touch(&mut links.admin_by_name, (partner, self.name.raw().into()), row);
        }
        if let Some(customer) = self.customer {
            with.touch(&mut links.admin_by_customer, customer, row);
        }
        if let Some(provider) = self.indirect_provider {
            with.touch(&mut links.admin_by_indirect_provider, provider, row);
        }
    }
}

impl Linked for Transfer {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        with.touch(&mut links.transfers_by_customer, self.customer, row);
        for partner in self.source.iter().chain(&self.target) {
            with.touch(&mut links.transfers_by_partner, *partner, row);
        }
        for subscription in &self.subscriptions {
            with.touch(&mut links.transfers_by_subscription, *subscription, row);
        }
    }
}

impl Linked for Group {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        for affiliate in &self.affiliates {
            with.touch(&mut links.groups_by_affiliate, *affiliate, row);
        }
    }
}

impl Linked for Waiver {
    fn link(&self, links: &mut Links, row: Row, with: &impl Cutter) {
        with.touch(&mut links.waivers_by_record, self.record.raw().into(), row);
    }
}
