//! What follows and pins show: the records related to others, looked up by links and never by a walk of the book.

use crate::model::{Key, Links, Model, Partner, RelationshipState, Role, Row, Subscription, TenantId};
use crate::query::Pane;

/// The records chosen in the panes to the left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The provider.
    pub provider: Option<TenantId>,
    /// The reseller.
    pub reseller: Option<TenantId>,
    /// True for those without a reseller.
    pub nobody: bool,
    /// The customer.
    pub customer: Option<TenantId>,
}

impl Chain {
    /// True when nothing is chosen to the left.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// The rows of a pane that belong to the chain; nothing when all do.
    pub fn rows(&self, model: &Model, pane: Pane) -> Option<Vec<Row>> {
        match pane {
            Pane::Resellers => self.provider.map(|provider| resellers_of(model, provider)),
            Pane::Customers => self.customers(model),
            Pane::Subscriptions => self.subscriptions(model),
            Pane::Providers
            | Pane::Partnerships
            | Pane::Relationships
            | Pane::Admin
            | Pane::Transfers
            | Pane::Groups
            | Pane::Waivers => None,
        }
    }

    fn customers(&self, model: &Model) -> Option<Vec<Row>> {
        let partner = self.reseller.or(self.provider)?;
        let mut rows = customers_of(model, partner);
        if let (Some(provider), Some(_)) = (self.provider, self.reseller) {
            rows.retain(|row| {
                model.customers().at(*row).is_some_and(|c| works_with(model, provider, c.tenant))
            });
        }
        if self.nobody {
            rows.retain(|row| model.customers().at(*row).is_some_and(|c| !has_reseller(model, c.tenant)));
        }
        Some(rows)
    }

    fn subscriptions(&self, model: &Model) -> Option<Vec<Row>> {
        let links = model.links();
        if let Some(customer) = self.customer {
            return Some(links.subscriptions_by_customer.get(&customer).to_vec());
        }
        let mut rows = match (self.reseller, self.provider) {
            (Some(reseller), _) => subscriptions_through(model, reseller),
            (None, Some(provider)) => links.subscriptions_by_seller.get(&provider).to_vec(),
            (None, None) => return None,
        };
        if let (Some(provider), Some(_)) = (self.provider, self.reseller) {
            let sold = |s: &Subscription| s.seller.is_none_or(|seller| seller == provider);
            rows.retain(|row| model.subscriptions().at(*row).is_some_and(sold));
        }
        if self.nobody {
            rows.retain(|row| model.subscriptions().at(*row).is_some_and(|s| s.partner_of_record.is_none()));
        }
        Some(rows)
    }
}

/// The rows of a pane that are related to a pinned record, in whatever direction.
pub fn pinned(model: &Model, pin: Key, pane: Pane) -> Vec<Row> {
    let rows = match pin {
        Key::Partner(id) => of_partner(model, id, pane),
        Key::Customer(id) => of_customer(model, id, pane),
        Key::Subscription(id) => {
            model.subscription(id).map_or_else(Vec::new, |s| of_subscription(model, s, pane))
        }
        Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => Vec::new(),
    };
    unique(rows)
}

fn of_partner(model: &Model, id: TenantId, pane: Pane) -> Vec<Row> {
    let links = model.links();
    let partner = model.partner(id);
    let is = |role: fn(&Partner) -> bool| partner.filter(|p| role(p)).and_then(|_| model.partners().row(id));
    match pane {
        Pane::Providers => {
            let mine = model.partnerships().rows(links.partnerships_by_reseller.get(&id));
            let rows = mine.filter_map(|p| model.partners().row(p.provider));
            rows.chain(is(Partner::can_sell)).collect()
        }
        Pane::Resellers => {
            resellers_of(model, id).into_iter().chain(is(Partner::is_among_resellers)).collect()
        }
        Pane::Customers => customers_of(model, id),
        Pane::Subscriptions => {
            let sold = links.subscriptions_by_seller.get(&id).iter().copied();
            sold.chain(subscriptions_through(model, id)).collect()
        }
        _ => Vec::new(),
    }
}

fn of_customer(model: &Model, id: TenantId, pane: Pane) -> Vec<Row> {
    match pane {
        Pane::Providers => partners_of(model, id, Partner::can_sell),
        Pane::Resellers => partners_of(model, id, Partner::is_among_resellers),
        Pane::Customers => model.customers().row(id).into_iter().collect(),
        Pane::Subscriptions => model.links().subscriptions_by_customer.get(&id).to_vec(),
        _ => Vec::new(),
    }
}

fn of_subscription(model: &Model, s: &Subscription, pane: Pane) -> Vec<Row> {
    let named = || {
        let by_id = s.seller.into_iter().chain(s.support_contact).chain(s.supported_by);
        by_id.filter_map(|id| model.partner(id)).chain(model.reseller_of(s))
    };
    let rows = |role: fn(&Partner) -> bool| {
        named().filter(|p| role(p)).filter_map(|p| model.partners().row(p.tenant)).collect()
    };
    match pane {
        Pane::Providers => rows(Partner::can_sell),
        Pane::Resellers => rows(Partner::is_among_resellers),
        Pane::Customers => model.customers().row(s.customer).into_iter().collect(),
        Pane::Subscriptions => {
            let addons = model.links().subscriptions_by_parent.get(&s.id).iter().copied();
            let parent = s.parent.and_then(|id| model.subscriptions().row(id));
            addons.chain(parent).chain(model.subscriptions().row(s.id)).collect()
        }
        _ => Vec::new(),
    }
}

/// The rows of the resellers of a provider, ended partnerships included: their business stays.
pub fn resellers_of(model: &Model, provider: TenantId) -> Vec<Row> {
    let partnerships = model.partnerships().rows(model.links().partnerships_by_provider.get(&provider));
    unique(partnerships.filter_map(|p| model.partners().row(p.reseller)).collect())
}

/// The rows of the customers of a partner: by relationship, as seller, on record or as support.
pub fn customers_of(model: &Model, partner: TenantId) -> Vec<Row> {
    let links = model.links();
    let related =
        model.relationships().rows(links.relationships_by_partner.get(&partner)).map(|r| r.customer);
    let sold = model.subscriptions().rows(links.subscriptions_by_seller.get(&partner)).map(|s| s.customer);
    let through = subscriptions_through(model, partner);
    let through = through.iter().filter_map(|row| model.subscriptions().at(*row)).map(|s| s.customer);
    unique(related.chain(sold).chain(through).filter_map(|id| model.customers().row(id)).collect())
}

/// The rows of the subscriptions that a partner is on record for, or supports.
pub fn subscriptions_through(model: &Model, partner: TenantId) -> Vec<Row> {
    let links = model.links();
    let id = model.partner(partner).and_then(|p| p.partner_id.as_ref());
    let on_record =
        id.map(|id| links.subscriptions_by_record.get(&id.canonical().into())).unwrap_or_default();
    let supports = links.subscriptions_by_support.get(&partner).iter();
    let elsewhere = links.subscriptions_by_supporter.get(&partner);
    unique(on_record.iter().chain(supports).chain(elsewhere).copied().collect())
}

/// The rows of the partners of a customer with a role: related to it, or named on its subscriptions.
fn partners_of(model: &Model, customer: TenantId, role: fn(&Partner) -> bool) -> Vec<Row> {
    let related = model.relationships_of(customer).filter_map(|r| model.partner(r.partner));
    let on_subscriptions = model.subscriptions_of(customer).flat_map(|s| {
        let by_id = s.seller.into_iter().chain(s.support_contact).chain(s.supported_by);
        by_id.filter_map(|id| model.partner(id)).chain(model.reseller_of(s))
    });
    let partners = related.chain(on_subscriptions).filter(|p| role(p));
    unique(partners.filter_map(|p| model.partners().row(p.tenant)).collect())
}

/// How many partners have an active relationship with a customer.
pub fn partner_count(model: &Model, customer: TenantId) -> usize {
    model.relationships_of(customer).filter(|r| r.state == RelationshipState::Active).count()
}

fn works_with(model: &Model, partner: TenantId, customer: TenantId) -> bool {
    model.relationships_between(partner, customer).next().is_some()
        || model.subscriptions_of(customer).any(|s| s.seller == Some(partner))
}

fn has_reseller(model: &Model, customer: TenantId) -> bool {
    let is_reseller = |id| model.partner(id).is_some_and(|p| p.roles.has(Role::IndirectReseller));
    model.relationships_of(customer).any(|r| is_reseller(r.partner))
}

fn unique(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// How many rows name a partner in one of the panes: shown behind its name.
pub fn reseller_count(links: &Links, provider: TenantId) -> usize {
    links.partnerships_by_provider.get(&provider).len()
}
