//! The words of who may do what: one struct, two values. All names are made safe to show here.

use super::edits::shown;
use super::{Lang, en, fr};
use crate::model::{Day, Guid, Key, Model, TenantId};
use crate::survey::who::{Hindrance, How, Left, Power, Right, Sale, Who};

/// The four questions, in the order of the view.
pub const QUESTIONS: usize = 4;

/// Every word and sentence of who may do what, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct WhoWords {
    pub title: &'static str,
    pub planned: &'static str,
    pub extends: &'static str,
    /// The copied answer went to the clipboard.
    pub copied: &'static str,
    /// The heading of each question.
    pub(super) questions: [&'static str; QUESTIONS],
    /// What is said when nobody answers to a question.
    pub(super) nobody: [&'static str; QUESTIONS],
    pub(super) nobody_supports: &'static str,
    pub(super) of_customer: fn(&str, Day) -> String,
    pub(super) role: fn(&str) -> Option<&'static str>,
    pub(super) power: fn(&Power) -> &'static str,
    pub(super) roles: fn(usize) -> String,
    pub(super) left: fn(Left) -> &'static str,
    pub(super) left_since: fn(Left, Day) -> String,
    pub(super) how: fn(How) -> &'static str,
    pub(super) hindrance: fn(Hindrance) -> &'static str,
    pub(super) relationship: &'static str,
    pub(super) relationship_short: &'static str,
    pub(super) between: &'static str,
    pub copy_answer: &'static str,
    pub(super) granular: fn(&str) -> String,
    pub(super) transfer: &'static str,
    pub(super) since: fn(&str, Day) -> String,
    pub(super) until: fn(Day) -> String,
    pub(super) through: fn(&str) -> String,
    pub(super) administered: fn(&str, Day, &str) -> String,
    pub(super) left_over: fn(&str) -> String,
    pub(super) tickets: fn(&str) -> String,
    pub(super) bought: fn(&str) -> String,
    pub(super) supported: fn(&str) -> String,
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*) -> $out:ty;)*) => {
        impl WhoWords {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> $out {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// The customer, and the day the answer is of.
    of_customer(name: &str, day: Day) -> String;
    /// In which way a subscription is supported.
    how(how: How) -> &'static str;
    /// Why nothing new can be ordered.
    hindrance(hindrance: Hindrance) -> &'static str;
    /// Why a right is left over.
    left(left: Left) -> &'static str;
    /// A reseller between seller and customer.
    through(name: &str) -> String;
}

impl WhoWords {
    /// The heading of a question, by its number.
    pub fn question(&self, number: usize) -> &'static str {
        self.questions.get(number).copied().unwrap_or_default()
    }

    /// What is said when nobody answers to a question, by its number.
    pub fn nobody(&self, number: usize) -> &'static str {
        self.nobody.get(number).copied().unwrap_or_default()
    }

    /// What a partner may do, in a few words.
    pub fn power(&self, power: &Power) -> String {
        match power {
            Power::Roles(roles) if !roles.is_empty() => (self.roles)(roles.len()),
            Power::All | Power::Roles(_) | Power::Azure | Power::Asked | Power::Nothing => {
                (self.power)(power).to_owned()
            }
        }
    }

    /// The names of roles; a role that no list names by its id.
    pub fn role_names(&self, roles: &[Guid]) -> String {
        let name = |id: &Guid| {
            let id = id.to_string();
            (self.role)(&id).map_or(id, str::to_owned)
        };
        roles.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// Until when a right lasts, and whether it extends itself; empty where no end is recorded.
    pub fn ends(&self, right: &Right) -> String {
        let until = right.until.map(self.until);
        let extends = right.extends.then(|| self.extends.to_owned());
        until.into_iter().chain(extends).collect::<Vec<_>>().join(", ")
    }
}

impl Lang {
    /// The words of who may do what.
    pub fn who(self) -> &'static WhoWords {
        match self {
            Self::En => &en::who::WHO,
            Self::Fr => &fr::who::WHO,
        }
    }

    /// Why a right is there, in a few words: why it is left over, until when it lasts, or since when.
    pub fn why_short(self, model: &Model, right: &Right) -> String {
        let words = self.who();
        let ends = words.ends(right);
        match (right.left, right.because, right.since) {
            (Some(left), ..) => words.left(left).to_owned(),
            _ if !ends.is_empty() => ends,
            (None, Key::Relationship(_), Some(day)) => (words.since)(words.relationship_short, day),
            (None, Key::Relationship(_), None) => words.relationship_short.to_owned(),
            (None, because, since) => self.because(model, because, since),
        }
    }

    /// The record that a right or a sale comes from, with its beginning.
    pub fn because(self, model: &Model, because: Key, since: Option<Day>) -> String {
        let words = self.who();
        let ground = match because {
            Key::Relationship(_) => words.relationship.to_owned(),
            Key::Admin(_) => (words.granular)(&shown(model, because)),
            Key::Transfer(_) => words.transfer.to_owned(),
            Key::Partner(_)
            | Key::Customer(_)
            | Key::Subscription(_)
            | Key::Partnership(_)
            | Key::Group(_)
            | Key::Waiver(_) => shown(model, because),
        };
        since.map_or_else(|| ground.clone(), |day| (words.since)(&ground, day))
    }

    /// The whole answer in sentences, for a service request or a mail.
    pub fn who_answer(self, model: &Model, today: Day, who: &Who) -> String {
        let words = self.who();
        let customer = shown(model, Key::Customer(who.customer));
        let (left, held): (Vec<&Right>, Vec<&Right>) = who.rights.iter().partition(|r| r.left.is_some());
        let all = |rights: &[&Right]| rights.iter().map(|r| self.right(model, r)).collect::<Vec<_>>();
        let tickets: Vec<String> = who.tickets().map(|r| self.partner_or_unknown(model, r.partner)).collect();
        let sales: Vec<String> = who.sales.iter().map(|sale| self.sale(model, sale)).collect();
        let told = |list: Vec<String>, none: &str, say: &dyn Fn(&str) -> String| {
            if list.is_empty() { none.to_owned() } else { say(&list.join(words.between)) }
        };
        let mut said =
            vec![told(all(&held), words.nobody(0), &|list| (words.administered)(&customer, today, list))];
        if !left.is_empty() {
            said.push((words.left_over)(&all(&left).join(words.between)));
        }
        said.push(told(tickets, words.nobody(1), &words.tickets));
        said.push(told(sales, words.nobody(2), &words.bought));
        said.push(told(self.supports(model, who), words.nobody(3), &words.supported));
        said.join(" ")
    }

    /// A right in full: who, and in brackets what, by which roles, because of what, until when, left over or not.
    pub fn right(self, model: &Model, right: &Right) -> String {
        let words = self.who();
        let roles = match &right.power {
            Power::Roles(roles) if !roles.is_empty() => words.role_names(roles),
            Power::All | Power::Roles(_) | Power::Azure | Power::Asked | Power::Nothing => String::new(),
        };
        let left = right.left.map(|left| match right.left_since {
            Some(day) => (words.left_since)(left, day),
            None => words.left(left).to_owned(),
        });
        let because = self.because(model, right.because, right.since);
        let parts = [words.power(&right.power), roles, because, words.ends(right), left.unwrap_or_default()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{} ({})", self.partner_or_unknown(model, right.partner), parts.join(", "))
    }

    fn sale(self, model: &Model, sale: &Sale) -> String {
        let words = self.who();
        let through =
            sale.through.map(|id| words.through(&shown(model, Key::Partner(id)))).unwrap_or_default();
        let count = self.records(crate::model::TableName::Subscription, sale.subscriptions);
        let hindrance = sale.hindrance.map(|h| format!(", {}", words.hindrance(h))).unwrap_or_default();
        let gap = if through.is_empty() { "" } else { " " };
        format!("{}{gap}{through} ({count}{hindrance})", shown(model, Key::Partner(sale.seller)))
    }

    /// Each supporter with what it supports, in the order of the answer.
    fn supports(self, model: &Model, who: &Who) -> Vec<String> {
        let mut by: Vec<(Option<TenantId>, Vec<String>)> = Vec::new();
        for support in &who.supports {
            let name = shown(model, Key::Subscription(support.subscription));
            match by.iter_mut().find(|(known, _)| *known == support.by) {
                Some((_, names)) => names.push(name),
                None => by.push((support.by, vec![name])),
            }
        }
        let nobody = self.who().nobody_supports;
        let who =
            |by: Option<TenantId>| by.map_or_else(|| nobody.to_owned(), |id| shown(model, Key::Partner(id)));
        by.into_iter().map(|(by, names)| format!("{} ({})", who(by), names.join(", "))).collect()
    }

    /// The name of a partner, where one is recorded.
    pub fn partner_or_unknown(self, model: &Model, partner: Option<TenantId>) -> String {
        partner.map_or_else(|| self.screen().unknown.to_owned(), |id| shown(model, Key::Partner(id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::network;

    #[test]
    fn the_answer_names_everybody_in_both_languages() {
        let mut net = network();
        net.books.admin(net.reseller, net.customer, "support");
        let who = Who::of(&net.books.model, net.books.today, net.customer);
        for lang in Lang::ALL {
            let said = lang.who_answer(&net.books.model, net.books.today, &who);
            for name in
                ["Clinique du Parc", "Nordlys Distribution", "Atelier Cloud", "Microsoft 365 E3", "GDAP"]
            {
                assert!(said.contains(name), "{name} in {said}");
            }
            assert!(said.contains("2026-09-15") && said.ends_with('.') && !said.contains('!'), "{said}");
        }
    }

    #[test]
    fn an_empty_answer_says_that_it_is_nobody() {
        let mut net = network();
        let orion = net.books.customer("Orion", "DE");
        let who = Who::of(&net.books.model, net.books.today, orion);
        for lang in Lang::ALL {
            let said = lang.who_answer(&net.books.model, net.books.today, &who);
            assert_eq!(said.matches(". ").count(), QUESTIONS - 1, "{said}");
        }
    }

    #[test]
    fn a_role_that_no_list_names_is_told_by_its_id() {
        let known: Guid = "62e90394-69f5-4237-9190-012177145e10".parse().unwrap();
        let odd: Guid = "dd4db9a0-cc4a-4213-9f9f-70242232d97e".parse().unwrap();
        assert_eq!(Lang::En.who().role_names(&[known]), "Global Administrator");
        assert_eq!(Lang::Fr.who().role_names(&[known, odd]), format!("Administrateur général, {odd}"));
    }
}
