//! Answers a query: which rows of a pane it means. Each part is answered for all rows at once, within the rows that
//! the parts before it have left, the cheap parts first.

use super::arena::{Arena, Arenas, Column, Place};
use super::bits::Bits;
use super::facet;
use super::facts::{Facts, Level};
use super::fold::{fold, has_capital, keep_case};
use super::fuzzy::{Needle, Typos};
use super::ident::IdStart;
use super::node::{Node, Query};
use super::reach::Reach;
use super::rec::{Rec, each, slots};
use super::term::{Meaning, Pane, Term};
use super::value::{Direction, Test};
use crate::model::{
    CHUNK, Country, Day, Key, Model, PartnerId, Row, SubscriptionId, TableName, TenantId, countries,
    market_of,
};
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// What a query is asked of.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The book.
    pub model: &'a Model,
    /// The searched text of the book, up to date.
    pub arenas: &'a Arenas,
    /// What is known besides.
    pub facts: &'a dyn Facts,
    /// The book's day.
    pub today: Day,
    /// Whether slips in words are forgiven.
    pub typos: Typos,
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Hits {
    /// The rows that are meant.
    pub rows: Bits,
    /// By row, how well the words fit; empty when the query has no words.
    pub scores: Vec<u16>,
}

impl Hits {
    /// How well the words fit a row; 0 when the query has none.
    pub fn score(&self, row: Row) -> u16 {
        self.scores.get(row.index()).copied().unwrap_or_default()
    }
}

impl Ground<'_> {
    /// Every row of a pane.
    pub fn everything(&self, pane: Pane) -> Bits {
        let role = match pane {
            Pane::Providers => crate::model::Partner::can_sell,
            Pane::Resellers => crate::model::Partner::is_among_resellers,
            _ => return self.table(pane.table()),
        };
        self.model.partners().iter().filter(|(_, p)| role(p)).map(|(row, _)| row).collect()
    }

    /// Every row of a table.
    pub(super) fn table(&self, table: TableName) -> Bits {
        if let Some(arena) = self.arenas.kept(table) {
            return arena.used();
        }
        let mut all = Bits::none(slots(self.model, table));
        each(self.model, table, |row, _| all.insert(row));
        all
    }

    /// The rows of a pane that a query means.
    pub fn hits(&self, query: &Query, pane: Pane) -> Hits {
        self.hits_within(query, pane, &self.everything(pane))
    }

    /// The same, among these rows only: those that follow or pin leave, or the last hits when the query says more.
    pub fn hits_within(&self, query: &Query, pane: Pane, within: &Bits) -> Hits {
        let mut answer = Answer { ground: self, pane, arena: None, scores: Vec::new(), negations: 0 };
        let rows = answer.node(&query.root, within);
        Hits { rows, scores: answer.scores }
    }

    fn each_id(&self, table: TableName, rows: &Bits, mut see: impl FnMut(Key)) {
        rows.rows().filter_map(|row| self.model.key_at(table, row)).for_each(&mut see);
    }
}

/// The work on one answer.
struct Answer<'g, 'a> {
    ground: &'g Ground<'a>,
    pane: Pane,
    arena: Option<Cow<'g, Arena>>,
    scores: Vec<u16>,
    negations: usize,
}

/// In what order parts are answered: those that touch few rows first.
fn cost(node: &Node) -> u8 {
    match node {
        Node::Field(Term::Has | Term::Is | Term::Rule, _) => 4,
        Node::Field(term, _) => match term.meaning() {
            Meaning::Related => 0,
            Meaning::Text => 1,
            Meaning::Number
            | Meaning::Future
            | Meaning::Past
            | Meaning::Choice(_)
            | Meaning::ChoiceOrPast(_) => 2,
        },
        Node::Phrase(_) => 1,
        Node::Word(_) => 3,
        Node::Not(part) => cost(part),
        Node::All(parts) | Node::Any(parts) => parts.iter().map(cost).max().unwrap_or_default(),
    }
}

impl<'g> Answer<'g, '_> {
    fn model(&self) -> &'g Model {
        self.ground.model
    }

    fn none(&self) -> Bits {
        Bits::none(slots(self.model(), self.pane.table()))
    }

    fn arena(&mut self) -> &Arena {
        let (ground, table) = (self.ground, self.pane.table());
        self.arena.get_or_insert_with(|| ground.arenas.of(table, ground.model))
    }

    fn node(&mut self, node: &Node, within: &Bits) -> Bits {
        match node {
            Node::All(parts) => {
                let mut ordered: Vec<&Node> = parts.iter().collect();
                ordered.sort_by_key(|part| cost(part));
                ordered.into_iter().fold(within.clone(), |left, part| self.node(part, &left))
            }
            Node::Any(parts) => parts.iter().fold(self.none(), |mut found, part| {
                found.add(&self.node(part, within));
                found
            }),
            Node::Not(part) => {
                self.negations += 1;
                let mut left = within.clone();
                left.drop(&self.node(part, within));
                self.negations -= 1;
                left
            }
            Node::Word(word) => self.word(word, within),
            Node::Phrase(text) => self.phrase(text, within),
            Node::Field(term, tests) => tests.iter().fold(self.none(), |mut found, test| {
                found.add(&self.field(*term, test, within));
                found
            }),
        }
    }

    /// The rows that a test of their record holds for.
    fn scan(&self, within: &Bits, mut test: impl FnMut(Rec<'g>) -> bool) -> Bits {
        let (model, table) = (self.model(), self.pane.table());
        let mut found = self.none();
        for row in within.rows() {
            if Rec::at(model, table, row).is_some_and(&mut test) {
                found.insert(row);
            }
        }
        found
    }

    fn word(&mut self, word: &str, within: &Bits) -> Bits {
        let (model, table) = (self.model(), self.pane.table());
        let mut needle = Needle::new(word, self.ground.typos);
        let mut hits = Vec::new();
        self.arena().words(&mut needle, within, |row, score| hits.push((row, score)));
        if needle.is_cased() {
            let text =
                |row| Rec::at(model, table, row).map(|rec| facet::written(rec, model)).unwrap_or_default();
            let confirmed = |part: &[(Row, u16)]| {
                let texts: Vec<String> = part.iter().map(|(row, _)| text(*row)).collect();
                needle.confirmed(&texts).into_iter().map(|n| part[n]).collect::<Vec<_>>()
            };
            hits = hits.chunks(CHUNK).flat_map(confirmed).collect();
        }
        let mut found = self.none();
        hits.iter().for_each(|(row, _)| found.insert(*row));
        if self.negations == 0 {
            self.add_scores(&hits);
        }
        found.add(&self.ids(word, within));
        found
    }

    fn add_scores(&mut self, hits: &[(Row, u16)]) {
        self.scores.resize(slots(self.model(), self.pane.table()), 0);
        for (row, score) in hits {
            let sum = &mut self.scores[row.index()];
            *sum = sum.saturating_add(*score);
        }
    }

    /// The rows whose id begins so, when the text looks like the beginning of one.
    fn ids(&self, text: &str, within: &Bits) -> Bits {
        match IdStart::read(text).filter(IdStart::is_long) {
            Some(start) => self.scan(within, |rec| start.fits(rec.key())),
            None => self.none(),
        }
    }

    fn phrase(&mut self, text: &str, within: &Bits) -> Bits {
        let (model, mut found) = (self.model(), self.none());
        self.arena().find(
            &fold(text),
            Place::Anywhere,
            &[Column::Name, Column::Second, Column::Code],
            within,
            &mut found,
        );
        if has_capital(text) {
            let cased = keep_case(text);
            found = self.scan(&found, |rec| keep_case(&facet::written(rec, model)).contains(&cased));
        }
        found.add(&self.ids(text, within));
        found
    }

    fn field(&mut self, term: Term, test: &Test, within: &Bits) -> Bits {
        if !term.is_on(self.pane) {
            return self.none();
        }
        if let Some((owner, link)) = owner(term, self.pane) {
            return self.through(owner, link, term, test, within);
        }
        match test {
            Test::Missing => {
                let mut left = within.clone();
                left.drop(&self.present(term, within));
                left
            }
            Test::Present => self.present(term, within),
            Test::Contains(part) => self.text(term, part, Place::Anywhere, within),
            Test::Equals(whole) => self.text(term, whole, Place::Whole, within),
            Test::Number(compare, wanted) => self.numbers(term, within, |n| compare.holds(n, *wanted)),
            Test::Numbers(from, to) => {
                let (from, to) = (from.unwrap_or(0), to.unwrap_or(u64::MAX));
                self.numbers(term, within, |n| (from.min(to)..=from.max(to)).contains(&n))
            }
            Test::Date(date) => {
                let direction =
                    if term.meaning() == Meaning::Future { Direction::Ahead } else { Direction::Back };
                let days = date.days(self.ground.today, direction);
                self.days(term, within, |day| days.contains(&day))
            }
            Test::Choice(word) => self.choice(term, word, within),
        }
    }

    fn numbers(&self, term: Term, within: &Bits, test: impl Fn(u64) -> bool) -> Bits {
        let model = self.model();
        self.scan(within, |rec| facet::number(term, rec, model).is_some_and(&test))
    }

    fn days(&self, term: Term, within: &Bits, test: impl Fn(Day) -> bool) -> Bits {
        let (model, facts) = (self.model(), self.ground.facts);
        self.scan(within, |rec| {
            let mut holds = false;
            facet::days(term, rec, model, facts, &mut |day| holds |= test(day));
            holds
        })
    }

    fn words(&self, term: Term, within: &Bits, test: impl Fn(&str) -> bool) -> Bits {
        let (model, today) = (self.model(), self.ground.today);
        self.scan(within, |rec| {
            let mut holds = false;
            facet::words(term, rec, model, today, &mut |word| holds |= test(word));
            holds
        })
    }

    fn texts(&self, term: Term, within: &Bits, test: impl Fn(&str) -> bool) -> Bits {
        let model = self.model();
        self.scan(within, |rec| {
            let mut holds = false;
            facet::texts(term, rec, model, &mut |text| holds |= test(text));
            holds
        })
    }

    fn choice(&self, term: Term, word: &'static str, within: &Bits) -> Bits {
        let (model, facts) = (self.model(), self.ground.facts);
        match (term, word) {
            (Term::Has, "problem") => self.scan(within, |rec| facts.worst(rec.key()).is_some()),
            (Term::Has, "error") => self.scan(within, |rec| facts.has_level(rec.key(), Level::Error)),
            (Term::Has, "warning") => self.scan(within, |rec| facts.has_level(rec.key(), Level::Warning)),
            (Term::Has, "waiver") => {
                let waived = waived(model, self.ground.today);
                self.scan(within, |rec| waived.contains(&rec.key()))
            }
            (Term::Has, "addon") => self.scan(within, |rec| facet::has_addon(rec, model)),
            (Term::Has, "leftover") => self.scan(within, |rec| facet::is_leftover(rec, model)),
            (Term::Is, "marked") => self.scan(within, |rec| facts.is_marked(rec.key())),
            (Term::Is, "changed") => {
                self.scan(within, |rec| facts.difference(rec.key()) == Some(super::Difference::Changed))
            }
            (Term::Is, "new") => {
                self.scan(within, |rec| facts.difference(rec.key()) == Some(super::Difference::New))
            }
            (Term::Is | Term::Status, "planned") => {
                self.scan(within, |rec| facts.difference(rec.key()).is_some())
            }
            (Term::Is, "direct") => self.scan(within, |rec| facet::is_direct(rec, model)),
            (Term::Is, "shared") if matches!(self.pane, Pane::Subscriptions | Pane::Relationships) => {
                self.through(TableName::Customer, Term::Customer, term, &Test::Choice(word), within)
            }
            (Term::Is, "shared") => self.scan(within, |rec| facet::is_shared(rec, model)),
            (term, word) => self.words(term, within, |own| own == word),
        }
    }

    /// The rows where something is recorded.
    fn present(&mut self, term: Term, within: &Bits) -> Bits {
        let (model, facts) = (self.model(), self.ground.facts);
        match (term, term.meaning()) {
            (Term::Has | Term::Rule, _) => self.scan(within, |rec| facts.worst(rec.key()).is_some()),
            (Term::Is, _) => self.scan(within, |rec| facts.difference(rec.key()).is_some()),
            (_, Meaning::Text) => self.texts(term, within, |_| true),
            (_, Meaning::Number) => self.scan(within, |rec| facet::number(term, rec, model).is_some()),
            (_, Meaning::Future | Meaning::Past) => self.days(term, within, |_| true),
            (_, Meaning::Choice(_) | Meaning::ChoiceOrPast(_)) => {
                self.words(term, within, |word| !facet::says_nothing(word))
            }
            (_, Meaning::Related) => self.related_at_all(term, within),
        }
    }

    fn text(&mut self, term: Term, text: &str, place: Place, within: &Bits) -> Bits {
        if term.meaning() == Meaning::Related {
            return self.related(term, text, place, within);
        }
        let facts = self.ground.facts;
        let folded = fold(text).into_owned();
        let columns: &[Column] = match (term, self.pane) {
            (Term::Name, Pane::Subscriptions) => &[Column::Name, Column::Second],
            (Term::Name | Term::Product, _) => &[Column::Name],
            (Term::Domain, _) => &[Column::Second],
            (Term::PartnerId, Pane::Providers | Pane::Resellers) => &[Column::Code],
            (Term::Country, _) => {
                let meant = meant_countries(&folded, place);
                return self.scan(within, |rec| facet::country(rec).is_some_and(|c| meant.contains(&c)));
            }
            (Term::Id, _) => {
                let Some(start) = IdStart::read(text) else { return self.none() };
                return match place {
                    Place::Anywhere => self.scan(within, |rec| start.fits(rec.key())),
                    Place::Whole => self.texts(term, within, |own| own.eq_ignore_ascii_case(text.trim())),
                };
            }
            (Term::Rule, _) => return self.scan(within, |rec| facts.has_rule(rec.key(), text)),
            _ => return self.texts(term, within, |own| fits(&fold(own), &folded, place)),
        };
        let mut found = self.none();
        self.arena().find(&folded, place, columns, within, &mut found);
        if term == Term::Product && folded.bytes().any(|b| b.is_ascii_digit()) {
            found.add(&self.texts(term, within, |own| fits(&fold(own), &folded, place)));
        }
        found
    }

    /// The rows whose owner passes the test.
    fn through(&self, owner: TableName, link: Term, term: Term, test: &Test, within: &Bits) -> Bits {
        let ground = self.ground;
        let pane = if owner == TableName::Customer { Pane::Customers } else { Pane::Resellers };
        let mut of = Answer { ground, pane, arena: None, scores: Vec::new(), negations: 0 };
        let owners = of.field(term, test, &ground.table(owner));
        let mut reach = self.reach(link);
        ground.each_id(owner, &owners, |key| reach_from(&mut reach, key));
        within_of(reach.rows, within)
    }

    fn reach(&self, term: Term) -> Reach<'g> {
        Reach { model: self.model(), pane: self.pane, term, rows: self.none() }
    }

    /// The rows that have to do with the records of this name or id.
    fn related(&self, term: Term, text: &str, place: Place, within: &Bits) -> Bits {
        let (table, columns): (_, &[Column]) = match term {
            Term::Customer => (TableName::Customer, &[Column::Name, Column::Second]),
            Term::Base => (TableName::Subscription, &[Column::Name, Column::Second]),
            _ => (TableName::Partner, &[Column::Name, Column::Code]),
        };
        let mut named = Bits::default();
        let arena = self.ground.arenas.of(table, self.model());
        arena.find(&fold(text), place, columns, &self.ground.table(table), &mut named);
        let mut reach = self.reach(term);
        self.ground.each_id(table, &named, |key| reach_from(&mut reach, key));
        if let Ok(id) = text.parse::<TenantId>() {
            match table {
                TableName::Customer => reach.customer(id),
                TableName::Subscription => reach.subscription(SubscriptionId(id.0)),
                _ => reach.partner(id),
            }
        }
        if self.pane == Pane::Subscriptions && matches!(term, Term::Record | Term::Reseller | Term::Partner) {
            let location = PartnerId::from(text);
            let rows = self.model().links().subscriptions_by_record.get(&location.canonical().into());
            rows.iter().for_each(|row| reach.rows.insert(*row));
        }
        within_of(reach.rows, within)
    }

    /// The rows that have to do with anybody.
    fn related_at_all(&self, term: Term, within: &Bits) -> Bits {
        if self.pane == Pane::Subscriptions {
            return self.scan(within, |rec| names(term, rec));
        }
        let mut reach = self.reach(term);
        let table = if term == Term::Customer { TableName::Customer } else { TableName::Partner };
        self.ground.each_id(table, &self.ground.table(table), |key| reach_from(&mut reach, key));
        if self.pane == Pane::Customers {
            let model = self.model();
            let naming =
                model.subscriptions().values().filter(|s| !facet::is_over(s) && names(term, (*s).into()));
            naming.filter_map(|s| model.customers().row(s.customer)).for_each(|row| reach.rows.insert(row));
        }
        within_of(reach.rows, within)
    }
}

fn within_of(mut rows: Bits, within: &Bits) -> Bits {
    rows.keep(within);
    rows
}

/// Whose field it is that rows of a pane show as theirs, and by which link they are found.
fn owner(term: Term, pane: Pane) -> Option<(TableName, Term)> {
    match (term, pane) {
        (
            Term::Domain | Term::Country | Term::Region | Term::Cloud,
            Pane::Subscriptions | Pane::Relationships | Pane::Admin | Pane::Transfers,
        ) => Some((TableName::Customer, Term::Customer)),
        (Term::Country | Term::Region | Term::Cloud, Pane::Partnerships) => {
            Some((TableName::Partner, Term::Reseller))
        }
        (Term::PartnerId, Pane::Partnerships | Pane::Relationships | Pane::Admin) => {
            Some((TableName::Partner, Term::Partner))
        }
        _ => None,
    }
}

fn reach_from(reach: &mut Reach<'_>, key: Key) {
    match key {
        Key::Partner(id) => reach.partner(id),
        Key::Customer(id) => reach.customer(id),
        Key::Subscription(id) => reach.subscription(id),
        Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => {}
    }
}

/// True when a subscription names somebody in this role, known or not.
fn names(term: Term, rec: Rec<'_>) -> bool {
    let Rec::Subscription(s) = rec else { return false };
    let supported = s.support_contact.is_some() || s.supported_by.is_some();
    match term {
        Term::Provider => s.seller.is_some(),
        Term::Reseller | Term::Record => s.partner_of_record.is_some(),
        Term::Support => supported,
        Term::Partner => supported || s.seller.is_some() || s.partner_of_record.is_some(),
        Term::Base => s.parent.is_some(),
        _ => true,
    }
}

fn fits(own: &str, folded: &str, place: Place) -> bool {
    match place {
        Place::Anywhere => own.contains(folded),
        Place::Whole => own == folded,
    }
}

/// The countries that a code or a part of an English name means.
fn meant_countries(folded: &str, place: Place) -> FxHashSet<Country> {
    let coded = folded.parse::<Country>().ok();
    let named = |country: &Country| {
        market_of(*country).is_some_and(|market| fits(&fold(&market.name), folded, place))
    };
    match coded {
        Some(code) => std::iter::once(code).collect(),
        None => countries().into_iter().filter(named).collect(),
    }
}

/// The records with a waiver in force.
fn waived(model: &Model, today: Day) -> FxHashSet<Key> {
    let in_force = model.waivers().values().filter(|w| facet::is_in_force(w, today));
    in_force.filter_map(|w| w.record.raw().parse().ok()).collect()
}

#[cfg(test)]
mod tests;
