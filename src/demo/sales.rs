//! Subscriptions of the demo: through CSP with a seller, or bought elsewhere.

use super::net::{Client, Net, Way};
use super::offers::{Good, Offer};
use crate::model::{
    BillingType, Channel, Day, Family, Guid, Segment, Status, Subscription, SubscriptionId, Term, market_of,
    offer_of,
};

/// Within so many days of its end a renewal is decided (R-SUB-007).
pub(super) const NEAR: i32 = 30;

impl Net {
    /// A subscription of this kind, sold in this way; for Azure with its plan.
    pub fn sell(
        &mut self,
        way: &Way,
        client: Client,
        good: Good,
        parent: Option<SubscriptionId>,
    ) -> Option<Subscription> {
        let offer = self.offer(good)?;
        Some(self.sold(way, client, &offer, parent))
    }

    /// An add-on that may stand on this base; nothing when no offer does.
    pub fn add_on(&mut self, way: &Way, client: Client, base: &Subscription) -> Option<Subscription> {
        let fits = |offer: &&Offer| {
            let known = offer_of(offer.id).is_none_or(|known| known.may_stand_on(base.offer_id.raw()));
            offer.good == Good::AddOn && offer.family == base.family && known
        };
        let fitting: Vec<Offer> = self.offers.iter().filter(fits).cloned().collect();
        let offer = self.rng.pick(&fitting)?.clone();
        Some(self.sold(way, client, &offer, Some(base.id)))
    }

    fn sold(
        &mut self,
        way: &Way,
        client: Client,
        offer: &Offer,
        parent: Option<SubscriptionId>,
    ) -> Subscription {
        let mut sold = self.draft(offer, client);
        sold.channel = way.channel();
        sold.seller = Some(way.seller.tenant);
        sold.partner_of_record = way.reseller.as_ref().map(|reseller| reseller.id.clone());
        sold.parent = parent;
        self.age(&mut sold);
        sold
    }

    /// A subscription that no CSP partner sold.
    pub fn bought(&mut self, channel: Channel, client: Client, good: Good) -> Option<Subscription> {
        let offer = self.offer(good)?;
        let mut bought = self.draft(&offer, client);
        bought.channel = channel;
        // It may meet Azure from the partner: wanted (R-MC-003), but for the one case meant as a flaw.
        bought.coexists = bought.family == Family::AzureSubscription;
        Some(bought)
    }

    fn draft(&mut self, offer: &Offer, client: Client) -> Subscription {
        let first = if offer.family == Family::LicenseNce { self.dates.new_commerce } else { client.since };
        let created = self.rng.day(client.since.max(first), self.dates.today.plus(-15));
        let id = self.rng.guid();
        let end = self.end(offer.term, created);
        Subscription {
            id: SubscriptionId(id),
            customer: client.tenant,
            name: offer.name.into(),
            offer_id: offer.id.into(),
            family: offer.family,
            quantity: Some(self.seats(offer.good)),
            unit: if is_usage(offer.good) { "Usage-based".into() } else { "Licenses".into() },
            creation: Some(created.start()),
            effective: Some(created.start()),
            commitment_end: end.map(Day::start),
            renewal_decided: end.is_some_and(|end| end <= self.dates.today.plus(NEAR)),
            auto_renew: (offer.term != Term::None).then(|| self.rng.chance(85)),
            term: offer.term,
            billing_cycle: offer.cycle,
            billing_type: if is_usage(offer.good) { BillingType::Usage } else { BillingType::License },
            currency: market_of(client.country).and_then(|market| market.currency),
            segment: Some(Segment::Commercial),
            order_id: order(id),
            entitlement_id: is_usage(offer.good).then_some(id),
            ..Subscription::default()
        }
    }

    fn seats(&mut self, good: Good) -> u32 {
        match good {
            Good::AzurePlan | Good::Azure | Good::ElsewhereAzure | Good::Reservation => 1,
            Good::Software | Good::Marketplace => u32::try_from(self.rng.between(1, 8)).unwrap_or(1),
            Good::Licence | Good::AddOn | Good::Elsewhere => {
                let sizes = [3, 5, 8, 12, 15, 20, 25, 30, 45, 60, 80, 120, 180, 250];
                sizes[self.rng.below(sizes.len())]
            }
        }
    }

    /// The first end of a term after today.
    fn end(&self, term: Term, created: Day) -> Option<Day> {
        let months = term.months()?;
        (1..=120).map(|terms| created.plus_months(months * terms)).find(|end| *end > self.dates.today)
    }

    /// A few are no longer active: suspended a short while ago, or deleted.
    fn age(&mut self, sold: &mut Subscription) {
        let licence =
            matches!(sold.family, Family::LicenseNce | Family::LicenseLegacy) && sold.parent.is_none();
        if !licence || !self.rng.chance(8) {
            return;
        }
        // A suspended licence of new commerce is billed on, which is a finding: only old ones rest.
        if sold.family == Family::LicenseLegacy && self.rng.chance(60) {
            sold.status = Status::Suspended;
            sold.suspended_on = Some(self.dates.today.plus(-self.rng.between(3, 50)));
            sold.suspension_reasons = vec!["CustomerInitiated".into()];
            return;
        }
        // It ran out or was cancelled: nothing renews, and the end lies behind us.
        let end = self.dates.today.plus(-self.rng.between(5, 25));
        sold.status = Status::Deleted;
        sold.auto_renew = Some(false);
        let months = sold.term.months().unwrap_or(12);
        sold.creation = Some(end.plus_months(-months).start());
        sold.effective = sold.creation;
        sold.commitment_end = Some(end.start());
    }
}

fn is_usage(good: Good) -> bool {
    match good {
        Good::AzurePlan | Good::Azure | Good::ElsewhereAzure => true,
        Good::Licence
        | Good::AddOn
        | Good::Software
        | Good::Reservation
        | Good::Marketplace
        | Good::Elsewhere => false,
    }
}

/// An order number of twelve hexadecimal digits.
fn order(id: Guid) -> crate::model::Text {
    let text = id.to_string();
    text.rsplit('-').next().unwrap_or_default().into()
}
