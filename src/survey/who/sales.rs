//! Who buys for a customer: the partners that Microsoft invoices, and the resellers they sell through.

use super::support::runs;
use crate::model::{Day, Key, Model, Partner, Relationship, TenantId};

/// A way in which a customer is sold to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The partner that Microsoft invoices.
    pub seller: TenantId,
    /// The reseller between the seller and the customer.
    pub through: Option<TenantId>,
    /// How many running subscriptions are bought this way.
    pub subscriptions: usize,
    /// The record it comes from: the seller's relationship; without one, a subscription.
    pub because: Key,
    /// Since when the relationship stands.
    pub since: Option<Day>,
    /// Why nothing new can be ordered this way.
    pub hindrance: Option<Hindrance>,
}

/// Why nothing new can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The seller has no active reseller relationship (R-REL-001).
    NoRelationship,
    /// Seller and reseller have no active partnership (R-REL-007).
    NoPartnership,
}

impl Hindrance {
    /// The stable word in output.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoRelationship => "no-relationship",
            Self::NoPartnership => "no-partnership",
        }
    }
}

/// A way, how many subscriptions go it, and one of them.
type Way = ((TenantId, Option<TenantId>), usize, Option<Key>);

/// The ways in which a customer is sold to or may be: by what is sold, then by relationships nothing is sold on.
pub(super) fn of(model: &Model, customer: TenantId) -> Vec<Sale> {
    let mut ways = sold(model, customer);
    let related: Vec<&Relationship> =
        model.relationships_of(customer).filter(|r| r.is_active_reseller()).collect();
    for r in related.iter().filter(|r| model.partner(r.partner).is_some_and(Partner::can_sell)) {
        for way in ways_of(model, r.partner, &related) {
            if !ways.iter().any(|(known, ..)| *known == way) && is_news(&ways, way) {
                ways.push((way, 0, None));
            }
        }
    }
    ways.into_iter().filter_map(|way| sale(model, customer, way)).collect()
}

/// A seller without a reseller is news only where it sells through none.
fn is_news(ways: &[Way], (seller, through): (TenantId, Option<TenantId>)) -> bool {
    through.is_some() || !ways.iter().any(|((known, _), ..)| *known == seller)
}

fn sold(model: &Model, customer: TenantId) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for s in model.subscriptions_of(customer).filter(|s| runs(s)) {
        let Some(seller) = s.seller else { continue };
        let way = (seller, model.reseller_of(s).map(|p| p.tenant));
        match ways.iter_mut().find(|(known, ..)| *known == way) {
            Some((_, count, _)) => *count += 1,
            None => ways.push((way, 1, Some(Key::Subscription(s.id)))),
        }
    }
    ways
}

/// A seller sells through each of its partners that the customer accepted, else directly.
fn ways_of(model: &Model, seller: TenantId, related: &[&Relationship]) -> Vec<(TenantId, Option<TenantId>)> {
    let partners = related.iter().map(|r| r.partner).filter(|p| *p != seller);
    let mut ways: Vec<_> =
        partners.filter(|p| model.are_partners(seller, *p)).map(|p| (seller, Some(p))).collect();
    if ways.is_empty() {
        ways.push((seller, None));
    }
    ways
}

fn sale(model: &Model, customer: TenantId, ((seller, through), count, sold): Way) -> Option<Sale> {
    let active = model.relationships_between(seller, customer).find(|r| r.is_active_reseller());
    let any = active.or_else(|| model.relationships_between(seller, customer).last());
    Some(Sale {
        seller,
        through,
        subscriptions: count,
        because: any.map(|r| Key::Relationship(r.id)).or(sold)?,
        since: active.and_then(|r| r.accepted_on.or(r.requested_on)),
        hindrance: match through {
            _ if active.is_none() => Some(Hindrance::NoRelationship),
            Some(reseller) if !model.are_partners(seller, reseller) => Some(Hindrance::NoPartnership),
            Some(_) | None => None,
        },
    })
}
