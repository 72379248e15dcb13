//! Subscriptions of the demo: through CSP with a seller, or bought elsewhere.

use super::net::{Client, Net, Way};
use super::offers::{Good, Offer};
use crate::model::{
    BillingType, Channel, Day, Family, Guid, Segment, Status, Subscription, SubscriptionId, Term, market_of,
};

impl Net {
    /// A subscription of this kind, sold in this way; for an add-on with its base, for Azure with its plan.
    pub fn sell(
        &mut self,
        way: &Way,
        client: Client,
        good: Good,
        parent: Option<SubscriptionId>,
    ) -> Option<Subscription> {
        let offer = self.offer(good)?;
        let mut sold = self.draft(&offer, client);
        sold.channel = way.channel();
        sold.seller = Some(way.seller.tenant);
        sold.partner_of_record = way.reseller.as_ref().map(|reseller| reseller.id.clone());
        sold.parent = parent;
        self.age(&mut sold, client);
        Some(sold)
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
            commitment_end: self.end(offer.term, created).map(Day::start),
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

    /// A few are no longer active: suspended, expired, deleted.
    fn age(&mut self, sold: &mut Subscription, client: Client) {
        let licence =
            matches!(sold.family, Family::LicenseNce | Family::LicenseLegacy) && sold.parent.is_none();
        if !licence || !self.rng.chance(8) {
            return;
        }
        let old = client.since.plus(400) < self.dates.today;
        sold.status = match self.rng.below(3) {
            0 => Status::Suspended,
            1 if old && sold.family == Family::LicenseNce => Status::Expired,
            _ => Status::Deleted,
        };
        if sold.status == Status::Suspended {
            sold.suspension_reasons = vec!["CustomerInitiated".into()];
            return;
        }
        // It ran out or was cancelled: nothing renews, and the end lies behind us.
        sold.auto_renew = Some(false);
        let end = self.rng.between(5, 25);
        let created = self.dates.today.plus(-end).plus_months(-12);
        sold.creation = Some(created.start());
        sold.effective = sold.creation;
        sold.commitment_end = Some(self.dates.today.plus(-end).start());
        sold.term = Term::P1Y;
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
