//! Questions about the book that rules, edits, importers and screens ask alike.

use super::choice::PartnershipState;
use super::links::folded;
use super::{
    Admin, Customer, GroupId, Key, Model, Partner, PartnerId, Partnership, Relationship, Row, Subscription,
    SubscriptionId, TenantId, Text,
};

impl Model {
    /// The partner with this tenant.
    pub fn partner(&self, id: TenantId) -> Option<&Partner> {
        self.partners.get(id)
    }

    /// The customer with this tenant.
    pub fn customer(&self, id: TenantId) -> Option<&Customer> {
        self.customers.get(id)
    }

    /// The subscription with this id.
    pub fn subscription(&self, id: SubscriptionId) -> Option<&Subscription> {
        self.subscriptions.get(id)
    }

    /// The partners with this location id; more than one is a finding (R-ID-004).
    pub fn partners_with_id(&self, id: &PartnerId) -> impl Iterator<Item = &Partner> {
        self.partners.rows(self.links.partners_by_partner_id.get(&id.canonical().into()))
    }

    /// The partner that a location id means: `by_pid` of rules.md 0.3. Nobody when it is unknown. Of several the one
    /// with the lowest tenant: the answer must not depend on the rows they happen to stand in.
    pub fn partner_with_id(&self, id: &PartnerId) -> Option<&Partner> {
        self.partners_with_id(id).min_by_key(|partner| partner.tenant)
    }

    /// The partners that have this id for their head office.
    pub fn partners_with_global_id(&self, id: &PartnerId) -> impl Iterator<Item = &Partner> {
        self.partners.rows(self.links.partners_by_global_id.get(&id.canonical().into()))
    }

    /// The customers with this domain, whatever its case.
    pub fn customers_with_domain(&self, domain: &Text) -> impl Iterator<Item = &Customer> {
        self.customers.rows(self.links.customers_by_domain.get(&folded(domain)))
    }

    /// The partners of a group.
    pub fn partners_of_group(&self, group: GroupId) -> impl Iterator<Item = &Partner> {
        self.partners.rows(self.links.partners_by_group.get(&group))
    }

    /// The granular admin relationships of a partner that go by this name.
    pub fn admin_with_name(&self, partner: TenantId, name: &Text) -> impl Iterator<Item = &Admin> {
        self.admin.rows(self.links.admin_by_name.get(&(partner, name.raw().into())))
    }

    /// The reseller of record of a subscription, when its location id is known.
    pub fn reseller_of(&self, subscription: &Subscription) -> Option<&Partner> {
        self.partner_with_id(subscription.partner_of_record.as_ref()?)
    }

    /// The partnerships of a pair, in the order they were made.
    pub fn partnerships_between(
        &self,
        provider: TenantId,
        reseller: TenantId,
    ) -> impl Iterator<Item = &Partnership> {
        let by_reseller = self.links.partnerships_by_reseller.get(&reseller);
        self.partnerships.rows(by_reseller).filter(move |p| p.provider == provider)
    }

    /// True when the two have an active partnership: `pship` of rules.md 0.3.
    pub fn are_partners(&self, provider: TenantId, reseller: TenantId) -> bool {
        self.partnerships_between(provider, reseller).any(|p| p.state == PartnershipState::Active)
    }

    /// The relationships of a partner with a customer, in the order they were made.
    pub fn relationships_between(
        &self,
        partner: TenantId,
        customer: TenantId,
    ) -> impl Iterator<Item = &Relationship> {
        // A customer has few partners; a provider may have a hundred thousand customers.
        let by_customer = self.links.relationships_by_customer.get(&customer);
        self.relationships.rows(by_customer).filter(move |r| r.partner == partner)
    }

    /// True when the partner has an active reseller relationship: `rel` of rules.md 0.3.
    pub fn is_reseller_of(&self, partner: TenantId, customer: TenantId) -> bool {
        self.relationships_between(partner, customer).any(Relationship::is_active_reseller)
    }

    /// The relationships of a customer.
    pub fn relationships_of(&self, customer: TenantId) -> impl Iterator<Item = &Relationship> {
        self.relationships.rows(self.links.relationships_by_customer.get(&customer))
    }

    /// The subscriptions of a customer.
    pub fn subscriptions_of(&self, customer: TenantId) -> impl Iterator<Item = &Subscription> {
        self.subscriptions.rows(self.links.subscriptions_by_customer.get(&customer))
    }

    /// The granular admin relationships of a partner on a customer.
    pub fn admin_between(&self, partner: TenantId, customer: TenantId) -> impl Iterator<Item = &Admin> {
        let by_customer = self.links.admin_by_customer.get(&customer);
        self.admin.rows(by_customer).filter(move |a| a.partner == Some(partner))
    }

    /// True when the two groups are one or affiliated, whichever side says so.
    pub fn are_affiliated(&self, a: GroupId, b: GroupId) -> bool {
        let names =
            |x: GroupId, y: GroupId| self.groups.get(x).is_some_and(|group| group.affiliates.contains(&y));
        a == b || names(a, b) || names(b, a)
    }

    /// The partners in the Providers pane: those who buy from Microsoft.
    pub fn sellers(&self) -> impl Iterator<Item = (Row, &Partner)> {
        self.partners.iter().filter(|(_, p)| p.can_sell())
    }

    /// The partners in the Resellers pane.
    pub fn resellers(&self) -> impl Iterator<Item = (Row, &Partner)> {
        self.partners.iter().filter(|(_, p)| p.is_among_resellers())
    }

    /// The name a record goes by, untrusted; its id where it has none.
    pub fn name(&self, key: Key) -> Text {
        let named = match key {
            Key::Partner(id) => self.partners.get(id).map(|p| p.name.clone()),
            Key::Customer(id) => match self.customers.get(id) {
                Some(customer) => Some(customer.name.clone()),
                // One tenant is one company: a customer that is not recorded may be known as a partner.
                None => self.partners.get(id).map(|p| p.name.clone()),
            },
            Key::Subscription(id) => self.subscriptions.get(id).map(|s| s.title().clone()),
            Key::Admin(id) => self.admin.get(id).map(|a| a.name.clone()),
            Key::Group(id) => self.groups.get(id).map(|g| g.name.clone()),
            Key::Partnership(id) => {
                self.partnerships.get(id).map(|p| self.pair(p.provider, Key::Partner(p.reseller)))
            }
            Key::Relationship(id) => {
                self.relationships.get(id).map(|r| self.pair(r.partner, Key::Customer(r.customer)))
            }
            Key::Transfer(id) => self.transfers.get(id).map(|t| self.name(Key::Customer(t.customer))),
            Key::Waiver(id) => self.waivers.get(id).map(|w| w.rule.clone()),
        };
        named.filter(|name| !name.is_empty()).unwrap_or_else(|| key.id_text().into())
    }

    fn pair(&self, partner: TenantId, other: Key) -> Text {
        format!("{} - {}", self.name(Key::Partner(partner)).raw(), self.name(other).raw()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Guid, Role};

    #[test]
    fn every_partner_stands_in_one_of_the_two_lists() {
        let mut model = Model::default();
        for (n, roles) in
            [vec![], vec![Role::Advisor], vec![Role::IndirectProvider], vec![Role::IndirectReseller]]
                .into_iter()
                .enumerate()
        {
            let tenant = TenantId(Guid::own(n as u64 + 1));
            model.put(Partner { tenant, roles: roles.into(), ..Partner::default() }.into());
        }
        assert_eq!((model.sellers().count(), model.resellers().count()), (1, 3));
    }
}
