//! The large network: many customers of the same kind, sold to by turns of the resellers.

use super::names;
use super::net::{Client, Net, Way};
use super::offers::Good;
use crate::model::Role;

/// Customers of a million subscriptions: a fifth.
const EACH: usize = 5;

impl Net {
    /// Adds customers until there are so many subscriptions.
    pub fn fill(&mut self, subscriptions: usize) {
        let resellers: Vec<usize> = self.places_of(Role::IndirectReseller);
        let mut places = names::read(&mut self.rng);
        let mut n = 0;
        while self.model.subscriptions().len() < subscriptions && !resellers.is_empty() {
            let reseller = self.accounts[resellers[n % resellers.len()]].clone();
            let ways = self.ways_of(&reseller);
            let Some(way) = self.rng.pick(&ways).cloned() else { return };
            let place = places.iter_mut().find(|place| reseller.serves(place.country));
            let name = place.map_or_else(|| format!("Customer {n}"), names::Place::company);
            self.load(&name, &way, subscriptions);
            n += 1;
        }
    }

    fn places_of(&self, role: Role) -> Vec<usize> {
        (0..self.accounts.len()).filter(|at| self.accounts[*at].role == role).collect()
    }

    /// One customer with five subscriptions, one of which may lack its reseller of record.
    fn load(&mut self, name: &str, way: &Way, limit: usize) {
        let client = self.join(name, way.front().country, way);
        if self.rng.chance(50) {
            self.admin(way.front(), client, name);
        }
        for n in 0..EACH {
            if self.model.subscriptions().len() < limit {
                self.load_one(way, client, if n == 0 { Good::AzurePlan } else { Good::Licence });
            }
        }
    }

    fn load_one(&mut self, way: &Way, client: Client, good: Good) {
        let Some(mut sold) = self.sell(way, client, good, None) else { return };
        if self.rng.below(2_000) == 0 {
            sold.partner_of_record = None;
        }
        self.model.put(sold.into());
    }
}
