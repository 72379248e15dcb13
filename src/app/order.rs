//! What is kept so that a key costs little: the order of every pane's rows by name, and the text that is searched.

use super::PANES;
use crate::edit::Book;
use crate::model::{Key, Model, Partner, Row};
use crate::query::{Arenas, Pane, fold::fold};
use std::sync::Arc;

/// One pane's rows by name, and the place of each.
#[derive(Clone, Debug, Default)]
struct Order {
    rows: Arc<Vec<Row>>,
    places: Vec<u32>,
}

/// The orders by name of the four panes, and the searched text.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    by_name: [Order; 4],
    arenas: Arenas,
    touched: Vec<Key>,
}

const NOWHERE: u32 = u32::MAX;

/// Of more changed rows than this the order is made anew instead of mended.
const MANY: usize = 64;

impl Order {
    fn of(model: &Model, pane: Pane) -> Self {
        let mut named: Vec<(String, Row)> =
            rows(model, pane).map(|row| (name(model, pane, row), row)).collect();
        named.sort_unstable();
        let mut order =
            Self { rows: Arc::new(named.into_iter().map(|(_, row)| row).collect()), places: Vec::new() };
        order.place_from(0);
        order
    }

    /// Notes the places of the rows from here on.
    fn place_from(&mut self, first: usize) {
        let slots = self.rows.iter().map(|row| row.index() + 1).max().unwrap_or(0);
        if self.places.len() < slots {
            self.places.resize(slots, NOWHERE);
        }
        for (place, row) in self.rows.iter().enumerate().skip(first) {
            self.places[row.index()] = u32::try_from(place).unwrap_or(NOWHERE);
        }
    }

    /// Takes a changed row out and puts it where it belongs now, if it belongs in the pane at all.
    fn mend(&mut self, model: &Model, pane: Pane, row: Row) {
        let rows = Arc::make_mut(&mut self.rows);
        let mut first = rows.len();
        if let Some(place) = self.places.get(row.index()).copied().filter(|place| *place != NOWHERE) {
            first = place as usize;
            rows.remove(first);
            self.places[row.index()] = NOWHERE;
        }
        if belongs(model, pane, row) {
            let new = name(model, pane, row);
            let at = rows.partition_point(|other| (name(model, pane, *other), *other) < (new.clone(), row));
            rows.insert(at, row);
            first = first.min(at);
        }
        self.place_from(first);
    }
}

fn slot(pane: Pane) -> usize {
    PANES.iter().position(|kind| *kind == pane).unwrap_or_default()
}

fn name(model: &Model, pane: Pane, row: Row) -> String {
    let name = match pane {
        Pane::Providers | Pane::Resellers => model.partners().at(row).map(|p| &p.name),
        Pane::Customers => model.customers().at(row).map(|c| &c.name),
        _ => model.subscriptions().at(row).map(crate::model::Subscription::title),
    };
    name.map(|name| fold(name.raw()).into_owned()).unwrap_or_default()
}

fn rows(model: &Model, pane: Pane) -> Box<dyn Iterator<Item = Row> + '_> {
    match pane {
        Pane::Providers => Box::new(model.sellers().map(|(row, _)| row)),
        Pane::Resellers => Box::new(model.resellers().map(|(row, _)| row)),
        Pane::Customers => Box::new(model.customers().iter().map(|(row, _)| row)),
        _ => Box::new(model.subscriptions().iter().map(|(row, _)| row)),
    }
}

fn belongs(model: &Model, pane: Pane, row: Row) -> bool {
    match pane {
        Pane::Providers => model.partners().at(row).is_some_and(Partner::can_sell),
        Pane::Resellers => model.partners().at(row).is_some_and(Partner::is_reseller),
        Pane::Customers => model.customers().at(row).is_some(),
        _ => model.subscriptions().at(row).is_some(),
    }
}

impl Orders {
    /// The orders and the searched text of a book.
    pub fn of(book: &Book) -> Self {
        Self::of_model(book.model())
    }

    /// The same of its records alone.
    pub fn of_model(model: &Model) -> Self {
        Self {
            by_name: PANES.map(|pane| Order::of(model, pane)),
            arenas: Arenas::new(model),
            touched: Vec::new(),
        }
    }

    /// A record is about to change, or has changed.
    pub fn touch(&mut self, key: Key) {
        self.touched.push(key);
    }

    /// Takes in what was touched. Rows that are gone are found by comparing: their keys lead nowhere any more.
    pub fn follow(&mut self, book: &Book) {
        let touched = std::mem::take(&mut self.touched);
        if touched.is_empty() {
            return;
        }
        let model = book.model();
        self.arenas.refresh(model);
        for pane in PANES {
            let keys = touched.iter().filter(|key| key.table() == pane.table());
            let found: Vec<Option<Row>> = keys.map(|key| model.row(*key)).collect();
            let order = &mut self.by_name[slot(pane)];
            if found.len() > MANY || found.iter().any(Option::is_none) {
                *order = Order::of(model, pane);
            } else {
                found.into_iter().flatten().for_each(|row| order.mend(model, pane, row));
            }
        }
    }

    /// The searched text.
    pub fn arenas(&self) -> &Arenas {
        &self.arenas
    }

    /// All rows of a pane, by name.
    pub fn names(&self, pane: Pane) -> &Arc<Vec<Row>> {
        &self.by_name[slot(pane)].rows
    }

    /// How many rows a pane has in all.
    pub fn count(&self, pane: Pane) -> usize {
        self.names(pane).len()
    }

    /// The place of a row in the order by name; the last of all when it has none.
    pub fn rank(&self, pane: Pane, row: Row) -> usize {
        self.by_name[slot(pane)].places.get(row.index()).map_or(usize::MAX, |place| *place as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Customer, Guid, TenantId};

    fn customer(n: u64, name: &str) -> Customer {
        Customer { tenant: TenantId(Guid::own(n)), name: name.into(), ..Customer::default() }
    }

    fn names(book: &Book, orders: &Orders) -> Vec<String> {
        let rows = orders.names(Pane::Customers).iter();
        rows.filter_map(|row| book.model().customers().at(*row)).map(|c| c.name.raw().to_owned()).collect()
    }

    #[test]
    fn mended_orders_equal_new_ones() {
        let mut model = Model::default();
        for (n, name) in ["Zoé", "alpha", "Étoile", "beta"].into_iter().enumerate() {
            model.put(customer(n as u64 + 1, name).into());
        }
        let book = Book::new(model.clone(), "2026-09-15".parse().unwrap());
        let mut orders = Orders::of(&book);
        assert_eq!(names(&book, &orders), ["alpha", "beta", "Étoile", "Zoé"]);
        model.put(customer(2, "omega").into());
        model.put(customer(9, "éclair").into());
        let book = Book::new(model, "2026-09-15".parse().unwrap());
        [2, 9].into_iter().for_each(|n| orders.touch(Key::Customer(TenantId(Guid::own(n)))));
        orders.follow(&book);
        let new = Orders::of(&book);
        assert_eq!(names(&book, &orders), ["beta", "éclair", "Étoile", "omega", "Zoé"]);
        assert_eq!(orders.by_name[2].rows, new.by_name[2].rows);
        assert_eq!(orders.by_name[2].places, new.by_name[2].places);
    }
}
