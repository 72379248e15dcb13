//! Customers of the demo with everything about them: how they are sold to, who administers them, what they have.

use super::accounts::Account;
use super::net::{Client, Net, Way};
use super::offers::Good;
use crate::model::{
    Admin, Channel, Cloud, Country, Day, Family, Role, Subscription, SubscriptionId, region_of,
};

/// Channels outside CSP that a partner may support, the frequent ones more than once.
const SUPPORTED: [Channel; 8] = [
    Channel::Ea,
    Channel::Ea,
    Channel::MicrosoftDirect,
    Channel::MicrosoftDirect,
    Channel::Open,
    Channel::Open,
    Channel::Advisor,
    Channel::ThirdParty,
];

impl Net {
    /// A customer sold to in one way, with its agreement, privileges and subscriptions.
    pub fn customer(&mut self, name: &str, country: Country, way: &Way) -> Client {
        let client = self.join(name, country, way);
        if self.rng.chance(65) {
            self.admin(way.front(), client, name);
        }
        self.basics(way, client);
        if self.rng.chance(30) {
            self.azure(way, client);
        }
        if self.rng.chance(14) {
            self.elsewhere(way.front(), client);
        }
        self.extras(way, client);
        client
    }

    /// The customer's record and its relationships, nothing sold yet.
    pub fn join(&mut self, name: &str, country: Country, way: &Way) -> Client {
        let since = self.rng.day(self.dates.customers.max(self.since(way)), self.dates.today.plus(-90));
        let mut company = self.company(name, country, Cloud::Public);
        // Before the first order: what `renew` dates back began a year ago.
        let agreed = since.min(self.dates.today.plus(-400));
        company.agreements = vec![self.agreement(way, &company, agreed)];
        let client = Client { tenant: company.tenant, country, since };
        self.model.put(company.into());
        self.relate(way, client, since);
        client
    }

    /// The day from which a way can be used.
    fn since(&self, way: &Way) -> Day {
        let providers = way.reseller.as_ref().map_or(&[][..], |reseller| &reseller.providers);
        let accepted =
            providers.iter().find(|(provider, _)| *provider == way.seller.tenant).map(|(_, since)| *since);
        accepted.unwrap_or(self.dates.partnerships).plus(10)
    }

    /// One licence subscription or two, and now and then an add-on of one that is active.
    fn basics(&mut self, way: &Way, client: Client) {
        for _ in 0..=usize::from(self.rng.chance(35)) {
            let Some(mut base) = self.sell(way, client, Good::Licence, None) else { return };
            self.name_support(way, client, &mut base);
            self.model.put(base.clone().into());
            if base.status.is_live() && self.rng.chance(18) {
                let add_on = self.add_on(way, client, &base);
                add_on.into_iter().for_each(|add_on| drop(self.model.put(add_on.into())));
            }
        }
    }

    /// An Azure plan with subscriptions under it.
    pub fn azure(&mut self, way: &Way, client: Client) {
        let Some(plan) = self.put_sold(way, client, Good::AzurePlan, None) else { return };
        for _ in 0..self.rng.below(3) {
            self.put_sold(way, client, Good::Azure, Some(plan));
        }
        if self.rng.chance(15) {
            self.put_sold(way, client, Good::Reservation, None);
        }
    }

    fn extras(&mut self, way: &Way, client: Client) {
        if self.rng.chance(6) {
            self.put_sold(way, client, Good::Software, None);
        }
        if self.rng.chance(3) {
            self.put_sold(way, client, Good::Marketplace, None);
        }
    }

    fn put_sold(
        &mut self,
        way: &Way,
        client: Client,
        good: Good,
        parent: Option<SubscriptionId>,
    ) -> Option<SubscriptionId> {
        let sold = self.sell(way, client, good, parent)?;
        let id = sold.id;
        self.model.put(sold.into());
        Some(id)
    }

    /// Names the reseller for support where it may be: it has privileges there.
    fn name_support(&mut self, way: &Way, client: Client, sold: &mut Subscription) {
        let front = way.front().tenant;
        let able = self.model.admin_between(front, client.tenant).any(Admin::is_active);
        if able && self.rng.chance(40) {
            sold.support_contact = Some(front);
        }
    }

    /// Something bought elsewhere, which the partner supports when it has privileges.
    pub fn elsewhere(&mut self, partner: &Account, client: Client) {
        let channel = SUPPORTED[self.rng.below(SUPPORTED.len())];
        let has_azure = matches!(channel, Channel::Ea | Channel::MicrosoftDirect);
        let good = if has_azure && self.rng.chance(30) { Good::ElsewhereAzure } else { Good::Elsewhere };
        let Some(mut bought) = self.bought(channel, client, good) else { return };
        let able = self.model.admin_between(partner.tenant, client.tenant).any(Admin::is_active);
        bought.supported_by = able.then_some(partner.tenant);
        self.model.put(bought.into());
    }

    /// A second partner sells Azure to a customer that another one sells licences to; nothing else changes.
    pub fn share(&mut self, client: Client, first: &Way, second: &Way) {
        let sold_azure = self.model.subscriptions_of(client.tenant).any(|s| s.family == Family::AzurePlan);
        let same =
            first.front().tenant == second.front().tenant || first.seller.tenant == second.seller.tenant;
        if same || sold_azure {
            return;
        }
        let joined = self.rng.day(client.since.plus(20).max(self.since(second)), self.dates.today.plus(-40));
        let later = Client { since: joined, ..client };
        self.relate(second, later, joined);
        self.azure(second, later);
    }

    /// A way to sell to a customer in a country: mostly through a reseller from there.
    pub fn way_for(&mut self, country: Country) -> Option<Way> {
        let near: Vec<usize> = self.resellers_in(region_of(country));
        let home: Vec<usize> =
            near.iter().copied().filter(|at| self.accounts[*at].country == country).collect();
        let from = if home.is_empty() || self.rng.chance(25) { near } else { home };
        let reseller = self.accounts.get(*self.rng.pick(&from)?)?.clone();
        let ways = self.ways_of(&reseller);
        self.rng.pick(&ways).cloned()
    }

    /// The direct-bill partner of a cloud, as a way.
    pub fn direct(&self, cloud: Cloud) -> Option<Way> {
        let found = self.accounts.iter().find(|a| a.role == Role::DirectBill && a.cloud == cloud)?;
        Some(Way { seller: found.clone(), reseller: None })
    }
}
