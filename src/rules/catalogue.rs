//! The table of the rules: what each is, when it holds, where it comes from, and its judges.

use super::code::{Code, Severity};
use super::finding::Out;
use super::step::Step;
use crate::model::{
    Admin, Customer, Day, Group, Model, Partner, Partnership, Relationship, Subscription, Transfer,
};

/// When a rule is judged (rules.md 0.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// On any record at any time.
    State,
    /// On an edit: what was before and what comes after.
    Operation,
    /// On any record; the answer changes with the day alone.
    Clock,
}

impl Nature {
    /// The stable word in output.
    pub fn code(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Operation => "operation",
            Self::Clock => "clock",
        }
    }
}

/// The days on which a rule holds, both included; nothing for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Validity {
    /// The first day, as year, month, day.
    pub from: Option<(i16, i8, i8)>,
    /// The last day.
    pub until: Option<(i16, i8, i8)>,
}

impl Validity {
    /// For ever.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// True on this day.
    pub fn holds_on(self, day: Day) -> bool {
        let is = |(y, m, d)| Day::new(y, m, d);
        self.from.and_then(is).is_none_or(|from| from <= day)
            && self.until.and_then(is).is_none_or(|until| day <= until)
    }
}

/// What every judge sees: the book and the day.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The book.
    pub model: &'a Model,
    /// The day of the check, `T` of rules.md.
    pub today: Day,
}

/// A subscription with the records it names, found once for all rules.
#[derive(Clone, Copy, Debug)]
pub struct Sale<'a> {
    /// The subscription.
    pub subscription: &'a Subscription,
    /// Its customer.
    pub customer: Option<&'a Customer>,
    /// The partner that Microsoft invoices for it.
    pub seller: Option<&'a Partner>,
    /// The partner its location id on record means, when it is known.
    pub reseller: Option<&'a Partner>,
}

impl<'a> Sale<'a> {
    /// Finds the records a subscription names.
    pub fn of(model: &'a Model, subscription: &'a Subscription) -> Self {
        Self {
            subscription,
            customer: model.customer(subscription.customer),
            seller: subscription.seller.and_then(|id| model.partner(id)),
            reseller: model.reseller_of(subscription),
        }
    }
}

/// A predicate on a record of one table, or on an edit.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // each variant judges the table of its name
pub enum Judge {
    Partner(fn(&Look<'_>, &Partner, &mut Out<'_>)),
    Customer(fn(&Look<'_>, &Customer, &mut Out<'_>)),
    Subscription(fn(&Look<'_>, &Sale<'_>, &mut Out<'_>)),
    Partnership(fn(&Look<'_>, &Partnership, &mut Out<'_>)),
    Relationship(fn(&Look<'_>, &Relationship, &mut Out<'_>)),
    Admin(fn(&Look<'_>, &Admin, &mut Out<'_>)),
    Transfer(fn(&Look<'_>, &Transfer, &mut Out<'_>)),
    Group(fn(&Look<'_>, &Group, &mut Out<'_>)),
    Step(fn(&Look<'_>, &Step<'_>, &mut Out<'_>)),
}

/// One check of the programme.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id.
    pub code: Code,
    /// How grave a finding usually is.
    pub severity: Severity,
    /// When it is judged.
    pub nature: Nature,
    /// On which days it holds.
    pub valid: Validity,
    /// The pages it comes from.
    pub source: &'static str,
    /// Its predicates.
    pub judges: &'static [Judge],
}

/// Every rule, in the order of the catalogue.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        super::reference::RULES,
        super::identity::RULES,
        super::enrolment::RULES,
        super::region::RULES,
        super::cloud::RULES,
        super::segment::RULES,
        super::partnership::RULES,
        super::relationship::RULES,
        super::multi_partner::RULES,
        super::multi_channel::RULES,
        super::privileges::RULES,
        super::lifecycle::RULES,
        super::transfer::RULES,
        super::self_dealing::RULES,
        super::hygiene::RULES,
    ]
    .into_iter()
    .flatten()
}

/// The rule with this id.
pub fn rule(code: Code) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_one_rule_in_the_order_of_the_catalogue() {
        let rules: Vec<Code> = all().map(|rule| rule.code).collect();
        let listed: Vec<Code> = Code::ALL.iter().copied().filter(|code| rules.contains(code)).collect();
        assert_eq!((&rules, Code::ALL), (&listed, listed.as_slice()));
        assert!(crate::rules::judge::without_judge().is_empty());
        assert!(all().all(|rule| !rule.source.is_empty()));
    }

    #[test]
    fn the_documentation_lists_every_rule_as_it_is() {
        let docs = include_str!("../rules.rs");
        for rule in all() {
            let row = format!("//! | {} | {} |", rule.code.text(), rule.severity.code());
            assert!(docs.contains(&row), "{row}");
        }
    }
}
