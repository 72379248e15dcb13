//! The partners of the demo and their partnerships: the small network from `assets/demo/partners.csv`, the large one
//! invented by number.

use super::names::plain;
use super::net::Net;
use super::rng::Rng;
use crate::model::{
    Cloud, Country, Day, Enrolment, Partner, PartnerId, Partnership, PartnershipId, PartnershipState, Region,
    Role, TenantId, region_of,
};

/// A partner as the rest of the demo needs it.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub tenant: TenantId,
    pub name: String,
    pub country: Country,
    pub cloud: Cloud,
    pub role: Role,
    pub id: PartnerId,
    /// For a reseller: its providers, and since when.
    pub providers: Vec<(TenantId, Day)>,
}

impl Account {
    pub fn region(&self) -> Option<Region> {
        region_of(self.country)
    }

    /// Whether it may sell there.
    pub fn serves(&self, country: Country) -> bool {
        self.region() == region_of(country)
    }
}

/// What one line of the file says.
struct Line {
    name: &'static str,
    country: Country,
    cloud: Cloud,
    role: Role,
    id: &'static str,
    revenue: u64,
    providers: &'static str,
}

/// Puts the partners and partnerships of the file into the network.
pub(super) fn small(net: &mut Net) {
    for line in include_str!("../../assets/demo/partners.csv").lines().skip(1).filter_map(line) {
        let account = account(&mut net.rng, line.name, line.country, line.cloud, line.role, line.id);
        enrol(net, &account, line.revenue);
        net.accounts.push(account);
        for link in line.providers.split(',').filter(|link| !link.is_empty()) {
            partner_up(net, link);
        }
    }
}

fn line(text: &'static str) -> Option<Line> {
    let cells: Vec<&str> = text.split(';').collect();
    let [name, country, cloud, role, id, revenue, providers] = cells[..] else { return None };
    let (country, revenue) = (country.parse().ok()?, revenue.parse().ok()?);
    Some(Line {
        name,
        country,
        cloud: Cloud::known(cloud)?,
        role: Role::known(role)?,
        id,
        revenue,
        providers,
    })
}

fn account(rng: &mut Rng, name: &str, country: Country, cloud: Cloud, role: Role, id: &str) -> Account {
    let tenant = TenantId(rng.guid());
    Account { tenant, name: name.into(), country, cloud, role, id: id.into(), providers: Vec::new() }
}

/// The partner's record: enrolled in 2020, the partner agreement signed with it.
fn enrol(net: &mut Net, account: &Account, revenue: u64) {
    let (first, last) = (net.dates.programme, net.dates.programme.plus(280));
    let enrolled = net.rng.day(first, last);
    let partner = Partner {
        tenant: account.tenant,
        name: account.name.as_str().into(),
        roles: [account.role].into(),
        partner_id: Some(account.id.clone()),
        country: Some(account.country),
        cloud: account.cloud,
        enrolment: standing(account.role, revenue),
        enrolled_on: Some(enrolled),
        mpa_signed_on: Some(enrolled.plus(net.rng.between(0, 20))),
        revenue_usd: Some(revenue),
        email: format!("partners@{}.example", plain(&account.name)).into(),
        ..Partner::default()
    };
    net.model.put(partner.into());
}

/// A direct-bill partner below the bar of October 2025 is restricted (R-ENR-005).
fn standing(role: Role, revenue: u64) -> Enrolment {
    if role == Role::DirectBill && revenue < 1_000_000 { Enrolment::Restricted } else { Enrolment::Active }
}

/// A partnership of the last account with the provider a file names, as "Name:state".
fn partner_up(net: &mut Net, link: &str) {
    let (name, state) = link.split_once(':').unwrap_or((link, "active"));
    let state = PartnershipState::read(state);
    let provider = net.accounts.iter().find(|account| account.name == name).map(|account| account.tenant);
    let reseller = net.accounts.len().checked_sub(1);
    if let (Some(provider), Some(reseller)) = (provider, reseller) {
        partnership(net, provider, reseller, state);
    }
}

fn partnership(net: &mut Net, provider: TenantId, reseller: usize, state: PartnershipState) {
    let invited = net.rng.day(net.dates.partnerships, net.dates.partnerships.plus(500));
    let accepted = invited.plus(net.rng.between(1, 12));
    let account = &mut net.accounts[reseller];
    if state == PartnershipState::Active {
        account.providers.push((provider, accepted));
    }
    let record = Partnership {
        id: PartnershipId::of(provider, account.tenant, 0),
        provider,
        reseller: account.tenant,
        state,
        invited_on: Some(if state == PartnershipState::Invited { net.dates.today.plus(-9) } else { invited }),
        accepted_on: (state != PartnershipState::Invited).then_some(accepted),
        ended_on: (state == PartnershipState::Ended).then(|| net.dates.today.plus(-120)),
        ..Partnership::default()
    };
    net.model.put(record.into());
}

/// Where the providers of the large network are.
const LARGE: [&str; 10] = ["DE", "FR", "NL", "GB", "US", "IT", "SE", "US", "ES", "CA"];

/// Invents providers and resellers, each reseller in the region of its one or two providers.
pub(super) fn large(net: &mut Net, providers: usize, resellers: usize) {
    for n in 0..providers {
        number(net, "Distribution", Role::IndirectProvider, LARGE[n % LARGE.len()], n);
    }
    for n in 0..resellers {
        let first = n % providers.max(1);
        number(net, "Cloud", Role::IndirectReseller, LARGE[first % LARGE.len()], n);
        let reseller = net.accounts.len() - 1;
        let second = (first + LARGE.len()) % providers.max(1);
        let same = n.is_multiple_of(3)
            && second != first
            && net.accounts[second].region() == net.accounts[first].region();
        for provider in [Some(first), same.then_some(second)].into_iter().flatten() {
            partnership(net, net.accounts[provider].tenant, reseller, PartnershipState::Active);
        }
    }
}

fn number(net: &mut Net, kind: &str, role: Role, country: &str, n: usize) {
    let Ok(country) = country.parse() else { return };
    let id = format!("{}", 1_000_000 + net.accounts.len() * 7);
    let account = account(&mut net.rng, &format!("{kind} {}", n + 1), country, Cloud::Public, role, &id);
    enrol(net, &account, 120_000);
    net.accounts.push(account);
}
