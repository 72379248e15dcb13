//! The findings that concern a record of the panes: its own, and those on the partnerships, relationships, privileges
//! and subscriptions that it is shown with. Looked up by links, and bounded: a distributor has thousands of resellers,
//! each of which shows its own.

use super::Book;
use crate::model::{Key, Row, TableName};
use crate::rules::{Finding, Severity};

/// As many related records are looked at.
const NEAR: usize = 100;

impl Book {
    /// The findings that concern a record, the gravest first.
    pub fn findings_around(&self, key: Key) -> Vec<Finding> {
        let mut findings: Vec<Finding> =
            self.around(key).flat_map(|key| self.findings().on(key)).copied().collect();
        findings.sort_unstable();
        findings.dedup();
        findings
    }

    /// How grave the gravest finding is that concerns a record.
    pub fn worst_around(&self, key: Key) -> Option<Severity> {
        self.around(key).filter_map(|key| self.findings().worst(key)).min()
    }

    /// The record and what it is shown with.
    fn around(&self, key: Key) -> impl Iterator<Item = Key> + '_ {
        let links = self.model().links();
        let near: [(TableName, &[Row]); 4] = match key {
            Key::Partner(id) => [
                (TableName::Partnership, links.partnerships_by_reseller.get(&id)),
                (TableName::Partnership, &[]),
                (TableName::Partnership, &[]),
                (TableName::Partnership, &[]),
            ],
            Key::Customer(id) => [
                (TableName::Relationship, links.relationships_by_customer.get(&id)),
                (TableName::Subscription, links.subscriptions_by_customer.get(&id)),
                (TableName::Admin, links.admin_by_customer.get(&id)),
                (TableName::Transfer, links.transfers_by_customer.get(&id)),
            ],
            Key::Subscription(_)
            | Key::Partnership(_)
            | Key::Relationship(_)
            | Key::Admin(_)
            | Key::Transfer(_)
            | Key::Group(_)
            | Key::Waiver(_) => [(TableName::Waiver, &[]); 4],
        };
        let related = near.into_iter().flat_map(move |(table, rows)| {
            rows.iter().take(NEAR).filter_map(move |row| self.model().key_at(table, *row))
        });
        std::iter::once(key).chain(related)
    }
}

#[cfg(test)]
mod tests {
    use crate::demo;
    use crate::edit::Book;
    use crate::model::Key;
    use crate::rules::Code;

    #[test]
    fn a_reseller_shows_its_partnerships_and_a_customer_its_subscriptions() {
        let book = Book::new(demo::small(demo::SEED), demo::day());
        let all = book.findings().sorted();
        let of = |rule| all.iter().find(|finding| finding.rule == rule).copied().unwrap();
        let Key::Partnership(id) = of(Code::Reg002).subject else { panic!("not on a partnership") };
        let reseller = Key::Partner(book.model().partnerships().get(id).unwrap().reseller);
        assert!(book.findings_around(reseller).contains(&of(Code::Reg002)));
        assert!(book.worst_around(reseller) <= Some(of(Code::Reg002).severity));
        let Key::Subscription(id) = of(Code::Rel005).subject else { panic!("not on a subscription") };
        let customer = Key::Customer(book.model().subscription(id).unwrap().customer);
        assert!(book.findings_around(customer).contains(&of(Code::Rel005)));
    }
}
