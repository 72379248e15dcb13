//! The fields of the filter language: names, what may be asked of them, and where they mean something.

use crate::model::{Cloud, Region, TableName};
use std::sync::LazyLock;

/// What a query is asked of: a pane, or a table that has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is the table, or the part of it, that it is called after
pub enum Pane {
    Providers,
    Resellers,
    Customers,
    Subscriptions,
    Partnerships,
    Relationships,
    Admin,
    Transfers,
    Groups,
    Waivers,
}

impl Pane {
    /// Every pane, those on the screen first.
    pub const ALL: &'static [Self] = &[
        Self::Providers,
        Self::Resellers,
        Self::Customers,
        Self::Subscriptions,
        Self::Partnerships,
        Self::Relationships,
        Self::Admin,
        Self::Transfers,
        Self::Groups,
        Self::Waivers,
    ];

    /// The table whose rows it shows.
    pub fn table(self) -> TableName {
        match self {
            Self::Providers | Self::Resellers => TableName::Partner,
            Self::Customers => TableName::Customer,
            Self::Subscriptions => TableName::Subscription,
            Self::Partnerships => TableName::Partnership,
            Self::Relationships => TableName::Relationship,
            Self::Admin => TableName::Admin,
            Self::Transfers => TableName::Transfer,
            Self::Groups => TableName::Group,
            Self::Waivers => TableName::Waiver,
        }
    }
}

/// What may be asked of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Part of a text, or all of it.
    Text,
    /// The name or an id of a related record.
    Related,
    /// A number.
    Number,
    /// A day that lies ahead: `30d` counts from today on.
    Future,
    /// A day that lies behind: `30d` counts back from today.
    Past,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, or a day that lies behind.
    ChoiceOrPast(&'static [&'static str]),
}

const STATUS: &[&str] =
    &["active", "planned", "pending", "suspended", "ended", "deleted", "expired", "disabled"];
const CHANNEL: &[&str] = &["csp", "direct", "advisor", "open", "ea", "other"];
const RENEWS: &[&str] = &["auto", "no", "unknown"];
const PRIVILEGE: &[&str] = &["dap", "gdap"];
const AGREEMENT: &[&str] = &["signed", "missing"];
const HAS: &[&str] = &["problem", "error", "warning", "waiver", "addon", "leftover"];
const IS: &[&str] = &["marked", "changed", "new", "planned", "direct", "shared"];
static REGION: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| Region::ALL.iter().map(|r| region_word(*r)).collect());

/// The word of a region in the filter language.
pub fn region_word(region: Region) -> &'static str {
    match region {
        Region::Africa => "africa",
        Region::AsiaPacific => "asia-pacific",
        Region::Australia => "australia",
        Region::Brazil => "brazil",
        Region::Canada => "canada",
        Region::Europe => "europe",
        Region::India => "india",
        Region::Japan => "japan",
        Region::Korea => "korea",
        Region::LatinAmerica => "latin-america",
        Region::MiddleEastCentralEurope => "mecee",
        Region::NewZealand => "new-zealand",
        Region::Russia => "russia",
        Region::Taiwan => "taiwan",
        Region::UnitedStates => "united-states",
    }
}

macro_rules! terms {
    ($($(#[$doc:meta])* $term:ident = $name:literal $(| $alias:literal)*, $meaning:expr, [$($pane:ident)*];)*) => {
        /// The fields a query may name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Term { $($(#[$doc])* $term,)* }

        impl Term {
            /// Every field, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$term),*];

            /// Its name in a query.
            pub fn name(self) -> &'static str {
                match self { $(Self::$term => $name,)* }
            }

            /// Other names it answers to.
            pub fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$term => &[$($alias),*],)* }
            }

            /// What may be asked of it.
            pub fn meaning(self) -> Meaning {
                match self { $(Self::$term => $meaning,)* }
            }

            /// The panes where it means something.
            pub fn panes(self) -> &'static [Pane] {
                match self { $(Self::$term => terms!(@panes [$($pane)*]),)* }
            }
        }
    };
    (@panes [All]) => { Pane::ALL };
    (@panes [$($pane:ident)*]) => { &[$(Pane::$pane),*] };
}

terms! {
    /// The name; of a relation the names of both ends.
    Name = "name", Meaning::Text, [All];
    /// The id, or its beginning.
    Id = "id", Meaning::Text, [All];
    /// Domains of a customer.
    Domain = "domain", Meaning::Text, [Customers Subscriptions Relationships Admin Transfers];
    /// The location id of a partner, or the one written on a subscription.
    PartnerId = "mpn" | "pla", Meaning::Text, [Providers Resellers Subscriptions Partnerships Relationships Admin];
    /// Labels of our own.
    Tag = "tag", Meaning::Text, [Providers Resellers Customers Subscriptions];
    /// A note of our own.
    Note = "note", Meaning::Text, [All];
    /// The country, by code or English name.
    Country = "country", Meaning::Text,
        [Providers Resellers Customers Subscriptions Partnerships Relationships Admin Transfers];
    /// The region of the programme.
    Region = "region", Meaning::Choice(REGION.as_slice()),
        [Providers Resellers Customers Subscriptions Partnerships Relationships Admin Transfers];
    /// The cloud.
    Cloud = "cloud", Meaning::Choice(Cloud::CODES),
        [Providers Resellers Customers Subscriptions Partnerships Relationships Admin Transfers];
    /// A provider it has to do with.
    Provider = "provider", Meaning::Related,
        [Resellers Customers Subscriptions Partnerships Relationships Admin Transfers];
    /// A reseller it has to do with.
    Reseller = "reseller", Meaning::Related,
        [Providers Customers Subscriptions Partnerships Relationships Admin Transfers];
    /// A customer it has to do with.
    Customer = "customer", Meaning::Related, [Providers Resellers Subscriptions Relationships Admin Transfers];
    /// A partner it has to do with, in any role.
    Partner = "partner", Meaning::Related,
        [Providers Resellers Customers Subscriptions Partnerships Relationships Admin Transfers];
    /// The partner that supports it.
    Support = "support", Meaning::Related, [Customers Subscriptions];
    /// The reseller of record.
    Record = "record", Meaning::Related, [Customers Subscriptions];
    /// Where it stands.
    Status = "status" | "state", Meaning::Choice(STATUS),
        [Subscriptions Partnerships Relationships Admin Transfers Waivers];
    /// Where it was bought.
    Channel = "channel" | "chan", Meaning::Choice(CHANNEL), [Subscriptions];
    /// The product, by name or offer.
    Product = "product", Meaning::Text, [Subscriptions];
    /// How many seats.
    Seats = "seats" | "qty", Meaning::Number, [Subscriptions];
    /// The day it began.
    Starts = "starts", Meaning::Past, [Subscriptions];
    /// The day its term ends.
    Ends = "ends", Meaning::Future, [Subscriptions];
    /// What happens when its term ends.
    Renews = "renews", Meaning::Choice(RENEWS), [Subscriptions];
    /// The base subscription of an add-on.
    Base = "base", Meaning::Related, [Subscriptions];
    /// Admin privileges that are in force.
    Privilege = "priv" | "privilege", Meaning::Choice(PRIVILEGE), [Customers Relationships Admin];
    /// The day until which it holds, or until which somebody may answer; of a customer and a relationship that of the
    /// privileges.
    Until = "until", Meaning::Future, [Customers Relationships Admin Transfers Waivers];
    /// The agreement with Microsoft.
    Agreement = "agreement", Meaning::ChoiceOrPast(AGREEMENT), [Providers Resellers Customers];
    /// What there is to it.
    Has = "has", Meaning::Choice(HAS), [All];
    /// What it is.
    Is = "is", Meaning::Choice(IS), [All];
    /// A rule it breaks.
    Rule = "rule", Meaning::Text, [All];
    /// How many partners.
    Partners = "partners", Meaning::Number, [Providers Resellers Customers Subscriptions];
    /// How many customers.
    Customers = "customers", Meaning::Number, [Providers Resellers];
    /// How many subscriptions.
    Subscriptions = "subscriptions" | "subs", Meaning::Number, [Providers Resellers Customers];
}

impl Term {
    /// The field with this name, in any case.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.names().any(|own| own.eq_ignore_ascii_case(name)))
    }

    /// The field whose name is most like this one; nothing when none is near.
    pub fn nearest(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let near = |term: &Self| term.names().map(|own| steps(&name, own)).min().unwrap_or(usize::MAX);
        let best = Self::ALL.iter().copied().min_by_key(near)?;
        (near(&best) <= 1 + name.chars().count() / 4).then_some(best)
    }

    /// The fields of a pane, in the order of the help.
    pub fn on(pane: Pane) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |term| term.is_on(pane))
    }

    /// True when it means something in this pane.
    pub fn is_on(self, pane: Pane) -> bool {
        self.panes().contains(&pane)
    }

    /// The words it may have as values; none when anything may stand there.
    pub fn choices(self) -> &'static [&'static str] {
        match self.meaning() {
            Meaning::Choice(words) | Meaning::ChoiceOrPast(words) => words,
            Meaning::Text | Meaning::Related | Meaning::Number | Meaning::Future | Meaning::Past => &[],
        }
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name()).chain(self.aliases().iter().copied())
    }
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour to make one word of the other.
pub(super) fn steps(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let changed = above[j] + usize::from(a[i] != b[j]);
            let mut best = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_name_means_two_fields() {
        let names: Vec<_> = Term::ALL.iter().flat_map(|term| term.names()).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase())));
    }

    #[test]
    fn fields_are_found_by_name_alias_and_likeness() {
        assert_eq!(Term::named("Channel"), Some(Term::Channel));
        assert_eq!(Term::named("mpn"), Some(Term::PartnerId));
        assert_eq!(Term::named("chanel"), None);
        assert_eq!(Term::nearest("chanel"), Some(Term::Channel));
        assert_eq!(Term::nearest("costumer"), Some(Term::Customer));
        assert_eq!(Term::nearest("sttaus"), Some(Term::Status));
        assert_eq!(Term::nearest("xyzzy"), None);
    }

    #[test]
    fn every_pane_has_fields_and_every_field_a_pane() {
        assert!(Pane::ALL.iter().all(|pane| Term::on(*pane).count() > 4));
        assert!(Term::ALL.iter().all(|term| !term.panes().is_empty()));
    }
}
