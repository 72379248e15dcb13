//! Who else a record has to do with: shown beside the tree, so that shared customers need not be drawn twice.

use super::Tree;
use crate::edit::Book;
use crate::i18n::Lang;
use crate::model::{Key, Model, TenantId};
use crate::survey::tree::Item;

/// So many relationships are looked at to find shared customers.
const NEAR: usize = 200;

/// A record, and the others it is connected with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connected {
    /// Its name, safe to show.
    pub name: String,
    /// The names of the others, safe to show.
    pub others: String,
}

impl Tree {
    /// What the record under the cursor is also connected with, so many lines at the most.
    pub fn connected(&self, book: &Book, most: usize) -> Vec<Connected> {
        let Some(line) = self.here() else { return Vec::new() };
        let known: Vec<TenantId> = line.path.iter().filter_map(|item| partner_of(*item)).collect();
        let model = book.model();
        let customers: Vec<TenantId> = match line.path.last().and_then(|item| item.key()) {
            Some(Key::Partner(id)) => {
                let rows = model.links().relationships_by_partner.get(&id);
                let near = &rows[..rows.len().min(NEAR)];
                model.relationships().rows(near).map(|r| r.customer).collect()
            }
            Some(Key::Customer(id)) => vec![id],
            Some(Key::Subscription(id)) => model.subscription(id).map(|s| s.customer).into_iter().collect(),
            _ => Vec::new(),
        };
        let mut found: Vec<(TenantId, Vec<TenantId>)> = Vec::new();
        for customer in customers {
            let others = others(model, customer, &known);
            if !others.is_empty() && found.iter().all(|(seen, _)| *seen != customer) {
                found.push((customer, others));
            }
            if found.len() == most {
                break;
            }
        }
        found.into_iter().map(|(customer, others)| told(model, customer, &others)).collect()
    }

    /// How much the partner under the cursor has to do with: labels and numbers, counted by links.
    pub fn counts(&self, book: &Book, lang: Lang) -> Vec<(&'static str, usize)> {
        let Some(Key::Partner(id)) = self.here().and_then(|line| line.path.last()?.key()) else {
            return Vec::new();
        };
        let (words, links) = (lang.tree(), book.model().links());
        let record = book.model().partner(id).and_then(|p| p.partner_id.as_ref());
        let on_record =
            record.map_or(0, |id| links.subscriptions_by_record.get(&id.canonical().into()).len());
        let supports =
            links.subscriptions_by_support.get(&id).len() + links.subscriptions_by_supporter.get(&id).len();
        vec![
            (words.customers, links.relationships_by_partner.get(&id).len()),
            (words.sells, links.subscriptions_by_seller.get(&id).len()),
            (words.on_record, on_record),
            (words.supports, supports),
        ]
    }
}

fn partner_of(item: Item) -> Option<TenantId> {
    match item.key() {
        Some(Key::Partner(id)) => Some(id),
        _ => None,
    }
}

/// The partners of a customer that are not on the way to the cursor.
fn others(model: &Model, customer: TenantId, known: &[TenantId]) -> Vec<TenantId> {
    let mut others: Vec<TenantId> =
        model.relationships_of(customer).map(|r| r.partner).filter(|id| !known.contains(id)).collect();
    others.dedup();
    others
}

fn told(model: &Model, customer: TenantId, others: &[TenantId]) -> Connected {
    let name = |key: Key| model.name(key).show().into_owned();
    let others: Vec<String> = others.iter().map(|id| name(Key::Partner(*id))).collect();
    Connected { name: name(Key::Customer(customer)), others: others.join(", ") }
}
