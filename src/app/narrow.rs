//! From a pane's filter, marks and sort to its rows. The one place where panes meet the query module.

use super::App;
use super::order::{Orders, flow};
use super::pane::{Pane, Rows, Sort};
use crate::edit::Book;
use crate::model::{Day, Guid, Key, Model, Row, SubscriptionId, TableName, TenantId, Text};
use crate::query::{self, Bits, Difference, Facts, Flow, Ground, Level, SortKey, Term, fuzzy::Typos};
use crate::rules::{Clock, Severity, deadlines};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// How many rows a key looks at when it seeks one: the rest of a million is for the problems list.
pub(super) const LOOKED_AT: usize = 100_000;

/// A pane asks for its rows.
pub(super) struct Ask<'a> {
    pub book: &'a Book,
    pub pane: &'a Pane,
    pub orders: &'a Orders,
}

/// What a query may ask of the book beside its records.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The book.
    pub book: &'a Book,
    /// What the user has marked.
    pub marks: &'a FxHashSet<Key>,
}

impl Facts for Known<'_> {
    fn worst(&self, key: Key) -> Option<Level> {
        self.book.worst_around(key).map(level)
    }
    fn has_level(&self, key: Key, wanted: Level) -> bool {
        self.book.findings_around(key).iter().any(|finding| level(finding.severity) == wanted)
    }
    fn has_rule(&self, key: Key, rule: &str) -> bool {
        let begins = |code: &str| code.get(..rule.len()).is_some_and(|head| head.eq_ignore_ascii_case(rule));
        self.book.findings_around(key).iter().any(|finding| begins(finding.rule.text()))
    }
    fn difference(&self, key: Key) -> Option<Difference> {
        let kind = || if self.book.baseline().contains(key) { Difference::Changed } else { Difference::New };
        self.book.is_planned(key).then(kind)
    }
    fn is_marked(&self, key: Key) -> bool {
        self.marks.contains(&key)
    }
    fn until(&self, key: Key) -> Vec<Day> {
        let ends = deadlines(self.book.model(), self.book.today(), key).into_iter();
        ends.filter(|deadline| is_end(deadline.clock)).map(|deadline| deadline.on).collect()
    }
}

/// The clocks that `until:` asks about: what somebody holds ends, or what somebody waits for lapses. Terms of
/// subscriptions have fields of their own.
fn is_end(clock: Clock) -> bool {
    match clock {
        Clock::PrivilegesEnd
        | Clock::PrivilegesExtend
        | Clock::PrivilegesRequestLapses
        | Clock::TransferLapses
        | Clock::WaiverEnds => true,
        Clock::Renews
        | Clock::Ends
        | Clock::TermEnds
        | Clock::CancelUntil
        | Clock::Disabled
        | Clock::DataDeleted
        | Clock::RevenueIsDue => false,
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Integrity | Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Hint => Level::Hint,
    }
}

impl Ask<'_> {
    /// The rows to show: of these, or of all.
    pub fn rows(&self, related: Option<Vec<Row>>) -> Rows {
        let by_name = matches!(self.pane.sort[..], [] | [Sort::Name]) && !self.pane.reverse;
        let all = related.is_none() && !self.pane.filter.is_on() && !self.pane.only_marked;
        if all && by_name {
            return self.everything();
        }
        let known = Known { book: self.book, marks: &self.pane.marks };
        let ground = Ground {
            model: self.book.model(),
            arenas: self.orders.arenas(),
            facts: &known,
            today: self.book.today(),
            typos: Typos::Low,
        };
        let mut within: Bits = match related {
            Some(rows) => rows.into_iter().collect(),
            None => ground.everything(self.pane.kind),
        };
        if self.pane.only_marked {
            let rows = self.pane.marks.iter().filter_map(|key| self.book.model().row(*key));
            within.keep(&rows.collect());
        }
        if let Some(query) = &self.pane.filter.query {
            within = ground.hits_within(query, self.pane.kind, &within).rows;
        }
        Rows::Picked(self.sorted(&ground, &within))
    }

    /// All rows of the pane by name: nothing is copied where the pane shows a whole table.
    fn everything(&self) -> Rows {
        let kind = self.pane.kind;
        match (kind, self.orders.table(kind.table())) {
            (query::Pane::Providers | query::Pane::Resellers, _) | (_, None) => {
                Rows::Picked(self.orders.partners(self.book.model(), kind))
            }
            (_, Some(order)) => Rows::Kept(Arc::clone(order)),
        }
    }

    /// The rows in the order that is asked for; what is equal stays in the order by name.
    fn sorted(&self, ground: &Ground<'_>, rows: &Bits) -> Vec<Row> {
        let flow = flow(self.pane.reverse);
        let mut by: Vec<(SortKey, Flow)> =
            self.pane.sort.iter().filter_map(|by| Some((sort_key(*by)?, flow))).collect();
        if !by.iter().any(|(key, _)| *key == SortKey::Name) {
            by.push((SortKey::Name, if by.is_empty() { flow } else { Flow::Up }));
        }
        let mut rows = self.orders.kept().sort(ground, self.pane.kind.table(), rows, &by);
        if self.pane.sort.contains(&Sort::Changed) {
            rows.sort_by_key(|row| {
                let key = self.book.model().key_at(self.pane.kind.table(), *row);
                key.is_some_and(|key| self.book.is_planned(key)) == self.pane.reverse
            });
        }
        rows
    }
}

/// What the query module sorts by; changes first is known to the book alone.
fn sort_key(by: Sort) -> Option<SortKey> {
    match by {
        Sort::Name => Some(SortKey::Name),
        Sort::End => Some(SortKey::Ends),
        Sort::State => Some(SortKey::State),
        Sort::Country => Some(SortKey::Country),
        Sort::Problems => Some(SortKey::Problems),
        Sort::Changed => None,
    }
}

/// The rows of a table that a typed query means; nothing when it cannot be read, or the table has no pane.
pub(super) fn hits(app: &App, text: &str, table: TableName) -> Option<query::Hits> {
    let pane = match table {
        // Every partner is in one of the two panes; the searched text is the table's.
        TableName::Partner => query::Pane::Resellers,
        TableName::Customer => query::Pane::Customers,
        TableName::Subscription => query::Pane::Subscriptions,
        _ => return None,
    };
    let query = query::parse(text).ok()?;
    let marks = FxHashSet::default();
    let known = Known { book: &app.book, marks: &marks };
    let model = app.book.model();
    let ground = Ground {
        model,
        arenas: app.orders.arenas(),
        facts: &known,
        today: app.book.today(),
        // What is picked is meant: a slip would put a like name before the right one.
        typos: Typos::Off,
    };
    let mut within = ground.everything(pane);
    if table == TableName::Partner {
        within.add(&ground.everything(query::Pane::Providers));
    }
    Some(ground.hits_within(&query, pane, &within))
}

/// The records of the panes that a typed query means, the best first, so many at the most.
pub(super) fn find(app: &App, text: &str, most: usize) -> Vec<Key> {
    let tables = [TableName::Partner, TableName::Customer, TableName::Subscription];
    if let Ok(id) = text.parse::<Guid>() {
        let keys =
            [Key::Partner(TenantId(id)), Key::Customer(TenantId(id)), Key::Subscription(SubscriptionId(id))];
        return keys.into_iter().filter(|key| app.book.model().contains(*key)).collect();
    }
    let mut found: Vec<(u16, TableName, Row)> = Vec::new();
    for table in tables {
        let Some(hits) = hits(app, text, table) else { continue };
        let mut scored: Vec<(u16, Row)> =
            hits.rows.rows().map(|row| (u16::MAX - hits.score(row), row)).collect();
        if scored.len() > most {
            scored.select_nth_unstable(most);
            scored.truncate(most);
        }
        found.extend(scored.into_iter().map(|(score, row)| (score, table, row)));
    }
    found.sort_unstable();
    found.truncate(most);
    found.into_iter().filter_map(|(_, table, row)| app.book.model().key_at(table, row)).collect()
}

/// What Tab makes of the line before the cursor; nothing when there is nothing to complete.
pub(super) fn complete(model: &Model, before: &str, pane: query::Pane) -> Option<String> {
    let names = |term: Term, part: &str| names_of(model, term, part);
    let found = query::complete(before, before.len(), pane, names);
    let first = found.offers.first()?;
    let mut line = before[..found.at.start].to_owned();
    line.push_str(&first.text());
    (line != before).then_some(line)
}

/// A few names that a field of names may have.
fn names_of(model: &Model, term: Term, part: &str) -> Vec<Text> {
    let part = query::fold::fold(part).into_owned();
    let fits = |name: &&Text| query::fold::fold(name.raw()).contains(&part);
    match term {
        Term::Customer => model.customers().values().map(|c| &c.name).filter(fits).take(8).cloned().collect(),
        Term::Provider | Term::Reseller | Term::Partner | Term::Support | Term::Record => {
            model.partners().values().map(|p| &p.name).filter(fits).take(8).cloned().collect()
        }
        _ => Vec::new(),
    }
}
