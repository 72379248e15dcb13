//! A walk over the records of a table: all of them, or some rows in an order that is given. Nothing is looked at before
//! it is asked for.

use crate::model::{Country, Customer, Key, Model, Partner, Row, TableName, TenantId, region_of};

/// Candidates, one after the other.
pub(super) type Keys<'a> = Box<dyn Iterator<Item = Key> + 'a>;

/// The book, and which rows of one table are walked.
#[derive(Clone, Copy)]
pub(super) struct Walk<'a> {
    model: &'a Model,
    rows: Option<(TableName, &'a [Row])>,
}

impl std::ops::Deref for Walk<'_> {
    type Target = Model;
    fn deref(&self) -> &Model {
        self.model
    }
}

impl<'a> Walk<'a> {
    /// Every table whole.
    pub(super) fn all(model: &'a Model) -> Self {
        Self { model, rows: None }
    }

    /// These rows of one table, in this order.
    pub(super) fn of(model: &'a Model, table: TableName, rows: &'a [Row]) -> Self {
        Self { model, rows: Some((table, rows)) }
    }

    /// The book.
    pub(super) fn model(self) -> &'a Model {
        self.model
    }

    /// True when there is, or was, a reseller relationship.
    pub(super) fn has_relationship(self, partner: TenantId, customer: TenantId) -> bool {
        self.model.relationships_between(partner, customer).next().is_some()
    }

    /// True when every customer is walked: nothing was typed.
    pub(super) fn has_all_customers(self) -> bool {
        let all = self.model.count(TableName::Customer);
        !matches!(self.rows, Some((TableName::Customer, rows)) if rows.len() < all)
    }

    fn partners(self) -> Box<dyn Iterator<Item = &'a Partner> + 'a> {
        match self.rows {
            Some((TableName::Partner, rows)) => Box::new(self.model.partners().rows(rows)),
            Some(_) | None => Box::new(self.model.partners().values()),
        }
    }

    fn customers(self) -> Box<dyn Iterator<Item = &'a Customer> + 'a> {
        match self.rows {
            Some((TableName::Customer, rows)) => Box::new(self.model.customers().rows(rows)),
            Some(_) | None => Box::new(self.model.customers().values()),
        }
    }
}

pub(super) fn partners<'a>(model: Walk<'a>, fits: impl Fn(&Partner) -> bool + 'a) -> Keys<'a> {
    Box::new(model.partners().filter(move |p| fits(p)).map(|p| Key::Partner(p.tenant)))
}

pub(super) fn customers(model: Walk<'_>) -> Keys<'_> {
    Box::new(model.customers().map(|c| Key::Customer(c.tenant)))
}

/// Those that fit: first those near, then the others.
pub(super) fn near_first<'a>(
    model: Walk<'a>,
    fits: impl Fn(&Partner) -> bool + Copy + 'a,
    near: impl Fn(&Partner) -> bool + Copy + 'a,
) -> Keys<'a> {
    let first = partners(model, move |p| fits(p) && near(p));
    Box::new(first.chain(partners(model, move |p| fits(p) && !near(p))))
}

/// Customers: first those near, then the others.
pub(super) fn near_first_customers<'a>(
    model: Walk<'a>,
    near: impl Fn(&Customer) -> bool + Copy + 'a,
) -> Keys<'a> {
    let of =
        move |wanted| model.customers().filter(move |c| near(c) == wanted).map(|c| Key::Customer(c.tenant));
    Box::new(of(true).chain(of(false)))
}

/// True when two countries may do business (R-REG-001): one region, or not known to be two.
pub(super) fn same_region(a: Option<Country>, b: Option<Country>) -> bool {
    match (a.and_then(region_of), b.and_then(region_of)) {
        (Some(a), Some(b)) => a == b,
        (None, _) | (_, None) => true,
    }
}
