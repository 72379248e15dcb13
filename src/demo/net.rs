//! The network under construction: what is there already, and small steps that add to it.

use super::accounts::Account;
use super::names::Domains;
use super::offers::{Good, Offer};
use super::rng::Rng;
use crate::model::{
    Admin, AdminId, AdminRole, AdminStatus, Agreement, AgreementWay, Assignment, Channel, Cloud, Country,
    Customer, Dap, Day, Guid, Model, Qualification, Region, Relationship, RelationshipId, RelationshipState,
    Role, TenantId, Vetting,
};

/// The days the demo hangs on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dates {
    pub today: Day,
    /// Partners enrol from here on.
    pub programme: Day,
    /// Providers invite resellers from here on.
    pub partnerships: Day,
    /// Customers come from here on.
    pub customers: Day,
    /// New-commerce licences are sold from here on.
    pub new_commerce: Day,
}

impl Dates {
    pub fn until(today: Day) -> Self {
        let back = |months: i32| today.plus_months(-months);
        Self {
            today,
            programme: back(79),
            partnerships: back(67),
            customers: back(48),
            new_commerce: back(52),
        }
    }
}

/// What has been built, and what it is built from.
#[derive(Debug)]
pub(super) struct Net {
    pub model: Model,
    pub rng: Rng,
    pub dates: Dates,
    pub accounts: Vec<Account>,
    pub offers: Vec<Offer>,
    pub domains: Domains,
}

/// A way in which a customer can be sold to: the partner that Microsoft invoices, and the reseller in between.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub seller: Account,
    pub reseller: Option<Account>,
}

impl Way {
    pub fn channel(&self) -> Channel {
        if self.reseller.is_some() { Channel::CspIndirect } else { Channel::CspDirect }
    }

    /// The partner that the customer talks to.
    pub fn front(&self) -> &Account {
        self.reseller.as_ref().unwrap_or(&self.seller)
    }
}

/// Who a customer is for the demo: what its subscriptions are made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Client {
    pub tenant: TenantId,
    pub country: Country,
    /// When it became a customer.
    pub since: Day,
}

/// Roles that support needs, without the global administrator: service support, helpdesk, user administrator.
const ROLES: [Guid; 3] = [
    AdminRole::ServiceSupportAdministrator.id(),
    AdminRole::HelpdeskAdministrator.id(),
    AdminRole::UserAdministrator.id(),
];

/// Words in the names of schools.
const SCHOOLS: [&str; 6] = ["Lycée", "Collège", "College", "Gymnasium", "Liceo", "Colegio"];

impl Net {
    /// The account with this name.
    pub fn account(&self, name: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.name == name)
    }

    /// The ways of a reseller in the order of its partnerships.
    pub fn ways_of(&self, reseller: &Account) -> Vec<Way> {
        let with = |tenant| self.accounts.iter().find(|account| account.tenant == tenant);
        let sellers = reseller.providers.iter().filter_map(|(provider, _)| with(*provider));
        sellers.map(|seller| Way { seller: seller.clone(), reseller: Some(reseller.clone()) }).collect()
    }

    /// The places of the resellers in a region.
    pub fn resellers_in(&self, region: Option<Region>) -> Vec<usize> {
        let fits = |account: &Account| account.role == Role::IndirectReseller && account.region() == region;
        (0..self.accounts.len()).filter(|at| fits(&self.accounts[*at])).collect()
    }

    /// A customer's record, without agreements.
    pub fn company(&mut self, name: &str, country: Country, cloud: Cloud) -> Customer {
        let domain = self.domains.of(name, country);
        let school = SCHOOLS.iter().any(|word| name.contains(word));
        let (qualification, vetting) =
            if school { (Qualification::Education, Vetting::Approved) } else { Default::default() };
        Customer {
            tenant: TenantId(self.rng.guid()),
            name: name.into(),
            email: format!("it@{}", domain.replace("onmicrosoft.com", "example")).into(),
            domain: domain.into(),
            country: Some(country),
            cloud,
            qualification,
            vetting,
            ..Customer::default()
        }
    }

    /// The agreement that the seller confirmed for a customer.
    pub fn agreement(&mut self, way: &Way, customer: &Customer, date: Day) -> Agreement {
        let people =
            [("Anna", "Berg"), ("Luc", "Moreau"), ("Jonas", "Weiss"), ("Clara", "Neri"), ("Ewan", "Blythe")];
        let (first, last) = people[self.rng.below(people.len())];
        Agreement {
            way: Some(AgreementWay::PartnerAttested),
            date: Some(date),
            first_name: first.into(),
            last_name: last.into(),
            email: customer.email.clone(),
            attested_by: Some(way.seller.tenant),
            ..Agreement::default()
        }
    }

    /// The relationships of a way with a customer, requested together and accepted on a day.
    pub fn relate(&mut self, way: &Way, client: Client, accepted: Day) {
        let via = way.reseller.as_ref().map(|_| way.seller.tenant);
        self.relationship(way.seller.tenant, client, accepted, None);
        if let Some(reseller) = &way.reseller {
            self.relationship(reseller.tenant, client, accepted, via);
        }
    }

    fn relationship(&mut self, partner: TenantId, client: Client, accepted: Day, via: Option<TenantId>) {
        if self.model.relationships_between(partner, client.tenant).next().is_some() {
            return;
        }
        let record = Relationship {
            id: RelationshipId::of(partner, client.tenant, 0),
            partner,
            customer: client.tenant,
            state: RelationshipState::Active,
            via_provider: via,
            requested_on: Some(accepted.plus(-self.rng.between(0, 6))),
            accepted_on: Some(accepted),
            ..Relationship::default()
        };
        self.model.put(record.into());
    }

    /// Records that the relationships of a customer carry delegated privileges, as the older clouds ask for.
    pub fn delegate(&mut self, client: Client) {
        let all: Vec<Relationship> = self.model.relationships_of(client.tenant).cloned().collect();
        for relationship in all {
            self.model.put(Relationship { dap: Dap::Granted, ..relationship }.into());
        }
    }

    /// Granular privileges of a partner on a customer, approved lately enough to be in force.
    pub fn admin(&mut self, partner: &Account, client: Client, name: &str) {
        let activated =
            self.rng.day(client.since.max(self.dates.today.plus(-600)), self.dates.today.plus(-5));
        let short: String = name.chars().take(30).collect();
        let roles = ROLES[..=self.rng.below(ROLES.len())].to_vec();
        let record = Admin {
            id: AdminId(self.rng.guid(), Some(self.rng.guid())),
            name: format!("{short} - support").into(),
            partner: Some(partner.tenant),
            customer: Some(client.tenant),
            status: AdminStatus::Active,
            duration_days: Some(730),
            auto_extend_days: Some(180),
            assignments: vec![self.assignment(&roles)],
            roles,
            created: Some(activated.plus(-3).start()),
            modified: Some(activated.start()),
            activated: Some(activated.start()),
            end: Some(activated.plus(730).start()),
            ..Admin::default()
        };
        self.model.put(record.into());
    }

    /// The roles given to a security group of the partner.
    pub fn assignment(&mut self, roles: &[Guid]) -> Assignment {
        Assignment { group: self.rng.guid(), roles: roles.to_vec(), status: "active".into() }
    }

    /// One of the offers of a kind.
    pub fn offer(&mut self, good: Good) -> Option<Offer> {
        let fits: Vec<usize> = (0..self.offers.len()).filter(|at| self.offers[*at].good == good).collect();
        let at = *self.rng.pick(&fits)?;
        self.offers.get(at).cloned()
    }
}
