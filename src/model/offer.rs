//! What the documents say of single offers: seats, how many of them a customer may have, what an add-on needs. Few are
//! known; for the others the defaults of the programme hold (rules.md R-SUB-003, entities.md 6).

use super::id::Guid;
use std::sync::LazyLock;

/// What is known of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The offer id, or product and SKU; the availability changes over time and tells nothing.
    pub id: &'static str,
    /// What sort of offer it is.
    pub kind: OfferKind,
    /// The fewest seats, when a document says so.
    pub min: Option<u32>,
    /// The most seats, when a document says so.
    pub max: Option<u32>,
    /// How many subscriptions of it one customer may have.
    pub limit: Option<OfferLimit>,
    /// The offers of which an add-on needs one; empty when they are not known.
    pub prerequisites: Vec<&'static str>,
    /// Its name in the documents.
    pub name: &'static str,
}

/// What sort of offer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// Nothing special.
    Plain,
    /// It is added to another.
    AddOn,
    /// It is tried for a month.
    Trial,
    /// It is made for up to 300 users.
    SmallBusiness,
}

/// How many subscriptions of an offer one customer may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferLimit {
    /// So many in all, whatever became of them.
    Lifetime(usize),
    /// So many at one time.
    Concurrent(usize),
}

static OFFERS: LazyLock<Vec<Offer>> = LazyLock::new(|| {
    let mut offers: Vec<Offer> =
        include_str!("../../assets/offers.csv").lines().skip(1).filter_map(read).collect();
    offers.sort_unstable_by(|a, b| folded(a.id).cmp(folded(b.id)));
    offers
});

/// What is known of the offer with this id: a legacy offer id, or product, SKU and perhaps availability.
pub fn offer_of(id: &str) -> Option<&'static Offer> {
    let id = product_and_sku(id);
    let place = OFFERS.binary_search_by(|offer| folded(offer.id).cmp(folded(id))).ok()?;
    OFFERS.get(place)
}

/// True when both ids mean the same offer, whatever its availability and the case of its letters.
pub fn same_offer(a: &str, b: &str) -> bool {
    let (a, b) = (product_and_sku(a), product_and_sku(b));
    !a.is_empty() && a.eq_ignore_ascii_case(b)
}

/// True when both ids mean the same product, whatever the SKU.
pub fn same_product(a: &str, b: &str) -> bool {
    let product = |id: &str| id.trim().split(':').next().unwrap_or_default().to_ascii_lowercase();
    !a.trim().is_empty() && product(a) == product(b)
}

/// True when it has the shape of an offer id: a GUID, an Azure offer, or product and SKU with or without availability
/// (entities.md 1).
pub fn is_offer_id(id: &str) -> bool {
    let id = id.trim();
    let letters = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let parts: Vec<&str> = id.split(':').collect();
    match parts.as_slice() {
        [one] => id.parse::<Guid>().is_ok() || one.to_ascii_uppercase().starts_with("MS-AZR-"),
        [product, sku] => letters(product, 12) && letters(sku, 4),
        [product, sku, availability] => letters(product, 12) && letters(sku, 4) && letters(availability, 12),
        _ => false,
    }
}

/// The id without its availability.
fn product_and_sku(id: &str) -> &str {
    let id = id.trim();
    let mut colons = id.match_indices(':').map(|(at, _)| at);
    colons.nth(1).map_or(id, |second| &id[..second])
}

fn folded(id: &str) -> impl Iterator<Item = u8> {
    id.bytes().map(|byte| byte.to_ascii_uppercase())
}

fn read(line: &'static str) -> Option<Offer> {
    let mut cells = line.split(';');
    let id = cells.next()?;
    let kind = kind(cells.next()?)?;
    let (min, max) = (cells.next()?.parse().ok(), cells.next()?.parse().ok());
    let limit = limit(cells.next()?, cells.next()?);
    let prerequisites = cells.next()?.split_ascii_whitespace().collect();
    Some(Offer { id, kind, min, max, limit, prerequisites, name: cells.next()? })
}

fn kind(word: &str) -> Option<OfferKind> {
    match word {
        "plain" => Some(OfferKind::Plain),
        "add-on" => Some(OfferKind::AddOn),
        "trial" => Some(OfferKind::Trial),
        "small-business" => Some(OfferKind::SmallBusiness),
        _ => None,
    }
}

fn limit(scope: &str, count: &str) -> Option<OfferLimit> {
    let count = count.parse().ok()?;
    match scope {
        "lifetime" => Some(OfferLimit::Lifetime(count)),
        "concurrent" => Some(OfferLimit::Concurrent(count)),
        _ => None,
    }
}

impl Offer {
    /// True when an add-on may stand on this base: one of the offers it needs, or none is known.
    pub fn may_stand_on(&self, base: &str) -> bool {
        self.prerequisites.is_empty() || self.prerequisites.iter().any(|needed| same_offer(needed, base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_once() {
        let lines = include_str!("../../assets/offers.csv").lines().count() - 1;
        assert_eq!(OFFERS.len(), lines);
        assert!(OFFERS.windows(2).all(|pair| !same_offer(pair[0].id, pair[1].id)));
    }

    #[test]
    fn an_offer_is_found_by_product_and_sku_in_any_case() {
        for id in ["CFQ7TTC0LH18:0001:CFQ7TTC0P0WS", "cfq7ttc0lh18:0001:CFQ7TTC0K971", "CFQ7TTC0LH18:0001"] {
            assert_eq!(offer_of(id).map(|offer| offer.name), Some("Microsoft 365 Business Basic"), "{id}");
        }
        assert_eq!(offer_of("CFQ7TTC0LH18:0002:CFQ7TTC0P0WS"), None);
        assert_eq!(offer_of(""), None);
        assert_eq!(offer_of("ms-azr-0145p").and_then(|offer| offer.max), Some(1));
    }

    #[test]
    fn an_add_on_stands_on_the_offers_it_needs() {
        let archiving = offer_of("2828BE95-46BA-4F91-B2FD-0BEF192ECF60").unwrap();
        assert!(archiving.may_stand_on("91fd106f-4b2c-4938-95ac-f54f74e9a239"));
        assert!(!archiving.may_stand_on("CFQ7TTC0LH18:0001:CFQ7TTC0P0WS"));
        assert!(offer_of("F1A2FDB0-5CA8-475D-8CCC-9BB81C033DA5").unwrap().may_stand_on("anything"));
        assert!(same_product("CFQ7TTC0LH18:0001:X", "cfq7ttc0lh18:0002:Y") && !same_product("", ""));
    }
}
