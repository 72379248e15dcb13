//! A line of a pane as data: what it says, in which columns. Built for the lines on screen alone.

use super::App;
use super::pane::{Chosen, Pane};
use super::related;
use crate::model::{Customer, Key, Partner, Subscription};
use crate::query::Pane as Kind;
use crate::rules::Severity;

/// A column of a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name; never dropped.
    Name,
    /// The country.
    Country,
    /// How many: resellers, partners, records.
    Count,
    /// Seats.
    Quantity,
    /// Where it was bought.
    Channel,
    /// When its term ends.
    Ends,
    /// Whether it renews.
    Renews,
    /// Its state, where that is not the usual one.
    State,
}

/// How a record differs from the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not at all, or there is no baseline.
    Same,
    /// It is not in the portal yet.
    New,
    /// The portal has it otherwise.
    Changed,
}

/// One line of a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What stands on it.
    pub chosen: Chosen,
    /// The gravest finding on it.
    pub worst: Option<Severity>,
    /// True when it is marked.
    pub marked: bool,
    /// How it differs from the baseline.
    pub planned: Mark,
    /// Its cells, safe to show.
    pub cells: Vec<(Field, String)>,
}

/// The columns of a pane, in their order.
pub fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Providers | Kind::Customers => &[Field::Name, Field::Country, Field::Count],
        Kind::Resellers => &[Field::Name, Field::State, Field::Country],
        Kind::Subscriptions => {
            &[Field::Name, Field::State, Field::Quantity, Field::Channel, Field::Ends, Field::Renews]
        }
        Kind::Partnerships
        | Kind::Relationships
        | Kind::Admin
        | Kind::Transfers
        | Kind::Groups
        | Kind::Waivers => &[Field::Name],
    }
}

impl App {
    /// The lines of a pane from `first` on, as many as fit.
    pub fn lines(&self, pane: usize, first: usize, most: usize) -> Vec<Line> {
        let shown = &self.panes[pane];
        (first..shown.lines().min(first + most)).filter_map(|line| self.line(shown, line)).collect()
    }

    fn line(&self, pane: &Pane, line: usize) -> Option<Line> {
        let chosen = pane.at(self.book.model(), line)?;
        let words = self.lang.screen();
        Some(match chosen {
            Chosen::All => {
                let cells = vec![
                    (Field::Name, words.all(pane.kind).to_owned()),
                    (Field::Count, pane.rows.len().to_string()),
                ];
                Line { chosen, worst: None, marked: false, planned: Mark::Same, cells }
            }
            Chosen::Nobody => {
                let cells = vec![(Field::Name, words.no_reseller.to_owned())];
                Line { chosen, worst: None, marked: false, planned: Mark::Same, cells }
            }
            Chosen::Record(key) => Line {
                chosen,
                worst: self.worst(key),
                marked: pane.marks.contains(&key),
                planned: self.mark_of(key),
                cells: self.cells(pane.kind, key),
            },
        })
    }

    /// How a record differs from the baseline.
    pub fn mark_of(&self, key: Key) -> Mark {
        if !self.book.is_planned(key) {
            Mark::Same
        } else if self.book.baseline().contains(key) {
            Mark::Changed
        } else {
            Mark::New
        }
    }

    fn cells(&self, kind: Kind, key: Key) -> Vec<(Field, String)> {
        let model = self.book.model();
        let mut cells = vec![(Field::Name, model.name(key).show().into_owned())];
        match key {
            Key::Partner(id) => {
                cells.extend(model.partner(id).map(|p| self.partner_cells(kind, p)).unwrap_or_default());
            }
            Key::Customer(id) => {
                cells.extend(model.customer(id).map(|c| self.customer_cells(c)).unwrap_or_default());
            }
            Key::Subscription(id) => {
                cells.extend(model.subscription(id).map(|s| self.subscription_cells(s)).unwrap_or_default());
            }
            _ => {}
        }
        cells
    }

    fn partner_cells(&self, kind: Kind, partner: &Partner) -> Vec<(Field, String)> {
        let country = partner.country.map(|c| c.to_string()).unwrap_or_default();
        let mut cells = vec![(Field::Country, country)];
        if kind == Kind::Providers && partner.is_provider() {
            let count = related::reseller_count(self.book.model().links(), partner.tenant);
            cells.push((Field::Count, count.to_string()));
        }
        if kind == Kind::Resellers {
            let state = self.chain(1).provider.and_then(|provider| {
                self.book.model().partnerships_between(provider, partner.tenant).last().map(|p| p.state)
            });
            let unusual = state.filter(|state| *state != crate::model::PartnershipState::Active);
            cells.push((
                Field::State,
                unusual.map(|s| self.lang.screen().partnership(s)).unwrap_or_default().to_owned(),
            ));
        }
        cells
    }

    fn customer_cells(&self, customer: &Customer) -> Vec<(Field, String)> {
        let country = customer.country.map(|c| c.to_string()).unwrap_or_default();
        let partners = related::partner_count(self.book.model(), customer.tenant);
        vec![(Field::Country, country), (Field::Count, partners.to_string())]
    }

    fn subscription_cells(&self, s: &Subscription) -> Vec<(Field, String)> {
        let words = self.lang.screen();
        let quantity = s.quantity.map_or_else(|| "-".to_owned(), |n| n.to_string());
        let ends = s.ends().map_or_else(|| "-".to_owned(), |day| day.to_string());
        let state = if s.status.is_live() { "" } else { words.status(s.status) };
        vec![
            (Field::State, state.to_owned()),
            (Field::Quantity, quantity),
            (Field::Channel, s.channel.short().to_owned()),
            (Field::Ends, ends),
            (Field::Renews, words.renews(s.auto_renew).to_owned()),
        ]
    }
}
