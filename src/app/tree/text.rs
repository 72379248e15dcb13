//! What a line of the tree says: a name, and what there is to say of the tie that leads to it.

use super::{Fold, TreeLine, TreePlace};
use crate::edit::Book;
use crate::i18n::Lang;
use crate::model::{
    Dap, Key, Partner, PartnershipState, Relationship, RelationshipState, Subscription, SubscriptionId,
    TableName, TenantId,
};
use crate::rules::Severity;
use crate::survey::tree::Item;
use crate::survey::who::rights_of;

/// The signs that lead to a line: beside it something follows or not, above it something follows or not.
pub const LINES: [&str; 4] = ["├─ ", "└─ ", "│  ", "   "];
/// The same in plain signs.
pub const PLAIN_LINES: [&str; 4] = ["+- ", "`- ", "|  ", "   "];
/// The sign of what can be unfolded.
const CLOSED: &str = "[+] ";

impl TreeLine {
    /// The signs that lead to it.
    pub fn guides(&self, signs: [&str; 4]) -> String {
        let Some((own, above)) = self.last.split_last() else { return String::new() };
        let mut text: String = above.iter().map(|last| if *last { signs[3] } else { signs[2] }).collect();
        text.push_str(if *own { signs[1] } else { signs[0] });
        if self.fold == Fold::Closed {
            text.push_str(CLOSED);
        }
        text
    }

    /// Its name and what there is to say of it, safe to show.
    pub fn text(&self, book: &Book, lang: Lang) -> (String, String) {
        let TreePlace::Item(item) = self.place else {
            let TreePlace::More(more) = self.place else { return (String::new(), String::new()) };
            return (lang.tree().more(more), String::new());
        };
        let at = At { book, lang };
        let mut parts = at.detail(item, &self.path);
        if self.is_planned(book) {
            parts.push(lang.tree().planned.to_owned());
        }
        if self.fold == Fold::Above {
            parts.push(lang.tree().above.to_owned());
        }
        parts.retain(|part| !part.is_empty());
        (at.name(item), parts.join(", "))
    }

    fn is_planned(&self, book: &Book) -> bool {
        let TreePlace::Item(item) = self.place else { return false };
        match item {
            Item::Root(key) | Item::Record(key) => book.is_planned(key),
            _ => item.by().is_some_and(|key| book.is_planned(key)),
        }
    }

    /// How grave the gravest finding on it is.
    pub fn worst(&self, book: &Book) -> Option<Severity> {
        let TreePlace::Item(item) = self.place else { return None };
        let of_key = |key: Key| match item {
            Item::Root(_) | Item::Record(_) | Item::Tie { .. } => book.worst_around(key),
            _ => book.findings().worst(key),
        };
        let by = item.by().and_then(|key| book.findings().worst(key));
        let left = is_left_over(book, item).then_some(Severity::Warning);
        item.key().and_then(of_key).into_iter().chain(by).chain(left).min()
    }
}

/// A right whose ground is gone is a warning in itself.
fn is_left_over(book: &Book, item: Item) -> bool {
    let Item::Right { customer, by, .. } = item else { return false };
    let rights = rights_of(book.model(), book.today(), customer);
    rights.iter().any(|right| right.because == by && right.left.is_some())
}

/// The book and the language in which a line is told.
struct At<'a> {
    book: &'a Book,
    lang: Lang,
}

impl At<'_> {
    fn name(&self, item: Item) -> String {
        let words = self.lang.tree();
        match item {
            Item::Branch(branch, _) => words.branch(branch).to_owned(),
            Item::Elsewhere { channel, .. } => self.lang.screen().channel(channel).to_owned(),
            Item::Supporter { by: None, .. } => words.nobody.to_owned(),
            Item::Right { partner: None, .. } => self.lang.screen().unknown.to_owned(),
            Item::Root(_)
            | Item::Record(_)
            | Item::Tie { .. }
            | Item::Seller { .. }
            | Item::Reseller { .. }
            | Item::Party { .. }
            | Item::Right { .. }
            | Item::Supporter { .. } => {
                item.key().map(|key| self.book.model().name(key).show().into_owned()).unwrap_or_default()
            }
        }
    }

    fn detail(&self, item: Item, path: &[Item]) -> Vec<String> {
        match item {
            Item::Root(key) | Item::Record(key) => self.of_record(key, path),
            Item::Branch(..) | Item::Elsewhere { .. } => Vec::new(),
            Item::Tie { by, to, .. } => self.of_tie(by, to),
            Item::Seller { customer, seller } => self.of_seller(customer, seller),
            Item::Reseller { seller, reseller, .. } => self.of_reseller(seller, reseller),
            Item::Party { subscription, partner } => self.of_party(subscription, partner),
            Item::Right { customer, by, .. } => self.of_right(customer, by),
            Item::Supporter { customer, by } => {
                let subscriptions = self.book.model().subscriptions_of(customer);
                let count = subscriptions.filter(|s| crate::survey::who::supporter_of(s) == Some(by)).count();
                vec![self.lang.records(TableName::Subscription, count)]
            }
        }
    }

    fn of_record(&self, key: Key, path: &[Item]) -> Vec<String> {
        let model = self.book.model();
        match key {
            Key::Partner(id) => self.partner(id),
            Key::Customer(id) => {
                let country = model.customer(id).and_then(|c| c.country).map(|c| c.to_string());
                let kind = self.lang.table(TableName::Customer).to_owned();
                vec![kind, country.unwrap_or_default()]
            }
            Key::Subscription(id) => {
                model.subscription(id).map(|s| self.subscription(s, path)).unwrap_or_default()
            }
            Key::Partnership(_)
            | Key::Relationship(_)
            | Key::Admin(_)
            | Key::Transfer(_)
            | Key::Group(_)
            | Key::Waiver(_) => Vec::new(),
        }
    }

    fn partner(&self, id: TenantId) -> Vec<String> {
        let partner = self.book.model().partner(id);
        let country = partner.and_then(|p| p.country).map(|c| c.to_string());
        vec![self.roles(partner), country.unwrap_or_default()]
    }

    fn roles(&self, partner: Option<&Partner>) -> String {
        let words = self.lang.screen();
        let roles = partner.into_iter().flat_map(|p| p.roles.iter()).map(|role| words.role(role));
        roles.collect::<Vec<_>>().join(" + ")
    }

    fn subscription(&self, s: &Subscription, path: &[Item]) -> Vec<String> {
        let (words, screen) = (self.lang.tree(), self.lang.screen());
        let seats = s.quantity.map(|n| words.seats(n)).unwrap_or_default();
        let state = if s.status.is_live() { "" } else { screen.status(s.status) };
        let ends = s.ends().map(|day| words.ends(&day.to_string(), screen.renews(s.auto_renew)));
        let above = path.len().checked_sub(2).and_then(|n| path.get(n));
        let under_base = s.parent.is_some_and(|id| above == Some(&Item::Record(Key::Subscription(id))));
        let rest = if under_base { words.base.to_owned() } else { ends.unwrap_or_default() };
        vec![seats, state.to_owned(), rest]
    }

    fn of_tie(&self, by: Key, to: Key) -> Vec<String> {
        let model = self.book.model();
        match by {
            Key::Partnership(id) => {
                let state = model.partnerships().get(id).map(|p| self.lang.screen().partnership(p.state));
                let role = match to {
                    Key::Partner(id) => self.roles(model.partner(id)),
                    _ => String::new(),
                };
                vec![role, state.unwrap_or_default().to_owned()]
            }
            Key::Relationship(id) => {
                model.relationships().get(id).map(|r| self.relationship(r)).unwrap_or_default()
            }
            Key::Admin(id) => {
                let customer = model.admin().get(id).and_then(|a| a.customer);
                customer.map(|customer| self.of_right(customer, by)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    fn relationship(&self, r: &Relationship) -> Vec<String> {
        let words = self.lang.screen();
        let dap = if r.dap == Dap::Granted { "DAP" } else { "" };
        let since =
            r.accepted_on.filter(|_| r.state == RelationshipState::Active).map(|day| words.since(day));
        vec![words.relationship(r.state).to_owned(), dap.to_owned(), since.unwrap_or_default()]
    }

    fn of_seller(&self, customer: TenantId, seller: TenantId) -> Vec<String> {
        let model = self.book.model();
        let mut parts = vec![self.roles(model.partner(seller))];
        match model.relationships_between(seller, customer).find(|r| r.is_active_reseller()) {
            Some(r) => parts.extend(self.relationship(r)),
            None => parts.push(self.lang.tree().no_relationship.to_owned()),
        }
        parts
    }

    fn of_reseller(&self, seller: TenantId, reseller: TenantId) -> Vec<String> {
        let model = self.book.model();
        let active =
            model.partnerships_between(seller, reseller).any(|p| p.state == PartnershipState::Active);
        let state = if active {
            self.lang.screen().partnership(PartnershipState::Active)
        } else {
            self.lang.tree().no_partnership
        };
        vec![self.roles(model.partner(reseller)), state.to_owned()]
    }

    fn of_party(&self, subscription: SubscriptionId, partner: TenantId) -> Vec<String> {
        let (words, model) = (self.lang.tree(), self.book.model());
        let on_record = model.subscription(subscription).and_then(|s| model.reseller_of(s));
        let is_on_record = on_record.is_some_and(|reseller| reseller.tenant == partner);
        let part = if is_on_record { words.of_record } else { "" };
        vec![self.roles(model.partner(partner)), part.to_owned()]
    }

    fn of_right(&self, customer: TenantId, by: Key) -> Vec<String> {
        let words = self.lang.who();
        let rights = rights_of(self.book.model(), self.book.today(), customer);
        let Some(right) = rights.into_iter().find(|right| right.because == by) else { return Vec::new() };
        let why =
            if right.left.is_some() { self.lang.why_short(self.book.model(), &right) } else { String::new() };
        vec![words.power(&right.power), why, words.ends(&right)]
    }
}
