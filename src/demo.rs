//! The invented network of `partnerbook demo`, and a large one for measuring. Knows the model alone.

mod accounts;
mod customers;
mod fill;
mod flaws;
mod names;
mod net;
mod offers;
mod rng;
mod sales;
mod story;
mod untidy;

use crate::model::{Admin, Cloud, Day, Key, Model, Moment, PartnershipState, Subscription};
use names::{Domains, Place};
use net::{Dates, Net};
use rng::Rng;

/// The seed that the command uses unless told another.
pub const SEED: u64 = 2026;

/// The day on which the demo plays, 2026-09-15: its dates hang on it, so that findings are the same for ever.
pub fn day() -> Day {
    Moment::from_seconds(20_711 * 86_400).day()
}

/// A believable network: 4 providers and two direct-bill partners, 14 resellers, 240 customers, about 600
/// subscriptions in every channel, three clouds, and several deliberate findings. The same seed gives the same book.
pub fn small(seed: u64) -> Model {
    let mut net = start(seed);
    accounts::small(&mut net);
    let places = names::read(&mut net.rng);
    for place in places {
        people(&mut net, place);
    }
    story::tell(&mut net);
    flaws::add(&mut net);
    untidy::add(&mut net);
    net.model
}

/// What the portal said before the last edits of a small book: the baseline beside which a few records are planned.
pub fn portal(book: &Model) -> Model {
    let mut portal = book.clone();
    let invited = book.partnerships().values().filter(|p| p.state == PartnershipState::Invited);
    invited.for_each(|p| drop(portal.take(Key::Partnership(p.id))));
    for subscription in book.subscriptions().values().filter(|s| without_privileges(book, s)) {
        portal.put(Subscription { support_contact: None, ..subscription.clone() }.into());
        let named = subscription.support_contact.into_iter();
        let theirs = named.flat_map(|partner| book.relationships_between(partner, subscription.customer));
        theirs.for_each(|r| drop(portal.take(Key::Relationship(r.id))));
    }
    portal
}

/// Whether a subscription names somebody for support who has no privileges for the customer.
fn without_privileges(book: &Model, subscription: &Subscription) -> bool {
    let named = subscription.support_contact;
    named.is_some_and(|partner| !book.admin_between(partner, subscription.customer).any(Admin::is_active))
}

/// A network of so many subscriptions for measuring: 50 providers, 20,000 resellers and 200,000 customers to a
/// million subscriptions, fewer in proportion. Nearly all of it keeps the rules.
pub fn large(seed: u64, subscriptions: usize) -> Model {
    let mut net = start(seed);
    accounts::large(&mut net, (subscriptions / 20_000).clamp(10, 50), (subscriptions / 50).max(20));
    net.fill(subscriptions);
    net.model
}

fn start(seed: u64) -> Net {
    Net {
        model: Model::default(),
        rng: Rng::new(seed),
        dates: Dates::until(day()),
        accounts: Vec::new(),
        offers: offers::read(),
        domains: Domains::default(),
    }
}

/// The customers of one country.
fn people(net: &mut Net, mut place: Place) {
    let direct = net.direct(Cloud::Public);
    for _ in 0..place.customers {
        let name = place.company();
        let direct = direct.clone().filter(|way| way.seller.serves(place.country) && net.rng.chance(10));
        let Some(way) = direct.or_else(|| net.way_for(place.country)) else { continue };
        let client = net.customer(&name, place.country, &way);
        if net.rng.chance(16)
            && let Some(second) = net.way_for(place.country)
        {
            net.share(client, &way, &second);
        }
    }
}

#[cfg(test)]
mod tests;
