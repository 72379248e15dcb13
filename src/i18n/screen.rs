//! The words of the main view and of messages: one struct, two values. Knows the names of things below.

use super::{Lang, en, fr};
use crate::model::{Channel, Cloud, Day, PartnershipState, Region, RelationshipState, Role, Status};
use crate::query::Pane;

/// Every word and sentence of the main view, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Screen {
    pub follows: &'static str,
    pub follows_not: &'static str,
    pub pin_what: &'static str,
    pub sort_adds: &'static str,
    pub no_problem_here: &'static str,
    pub no_place: &'static str,
    pub no_reseller: &'static str,
    pub nothing_changes: &'static str,
    pub nothing_to_undo: &'static str,
    pub nothing_to_redo: &'static str,
    pub stopped: &'static str,
    pub planned_new: &'static str,
    pub planned_changed: &'static str,
    pub portal: &'static str,
    pub unknown: &'static str,
    pub country_unknown: &'static str,
    pub nobody: &'static str,
    pub never: &'static str,
    pub what: &'static str,
    pub tenant: &'static str,
    pub partner: &'static str,
    pub partner_agreement: &'static str,
    pub customer_agreement: &'static str,
    pub partnership: &'static str,
    pub sold_by: &'static str,
    pub support: &'static str,
    pub ends: &'static str,
    pub product: &'static str,
    pub id: &'static str,
    pub renews_auto: &'static str,
    pub renews_no: &'static str,
    pub(super) all: [&'static str; 4],
    pub(super) panes: [&'static str; 4],
    pub(super) sorts: [&'static str; 6],
    pub(super) role: fn(Role) -> &'static str,
    pub(super) cloud: fn(Cloud) -> &'static str,
    pub(super) channel: fn(Channel) -> &'static str,
    pub(super) status: fn(Status) -> &'static str,
    pub(super) partnership_state: fn(PartnershipState) -> &'static str,
    pub(super) relationship_state: fn(RelationshipState) -> &'static str,
    pub(super) region: fn(Region) -> &'static str,
    pub(super) since: fn(Day) -> String,
    pub(super) via: fn(&str, &str, &str) -> String,
    pub(super) no_such_key: fn(&str) -> String,
    /// Text was pasted where none is typed.
    pub paste_nowhere: &'static str,
    /// Text was pasted that is longer than a line.
    pub paste_cut: &'static str,
    pub(super) off_here: fn(&str) -> String,
    pub(super) sorted_by: fn(&str) -> String,
    pub(super) marked: fn(usize) -> String,
    pub(super) read_only: fn(&str) -> String,
    pub(super) stale: fn(&str) -> String,
    pub(super) refused: fn(&str, usize) -> String,
    pub(super) undid: fn(&str) -> String,
    pub(super) redid: fn(&str) -> String,
    pub(super) stands: fn(&str) -> String,
    pub(super) none_older: fn(u64) -> String,
    pub(super) with_new_findings: fn(&str, usize) -> String,
}

impl Lang {
    /// The words of the main view.
    pub fn screen(self) -> &'static Screen {
        match self {
            Self::En => &en::screen::SCREEN,
            Self::Fr => &fr::screen::SCREEN,
        }
    }

    /// The name of a region.
    pub fn region(self, region: Region) -> &'static str {
        (self.screen().region)(region)
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*) -> $out:ty;)*) => {
        impl Screen {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> $out {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// The name of a role.
    role(role: Role) -> &'static str;
    /// The name of a cloud.
    cloud(cloud: Cloud) -> &'static str;
    /// Where something was bought.
    channel(channel: Channel) -> &'static str;
    /// The state of a subscription.
    status(status: Status) -> &'static str;
    /// From a day on.
    since(day: Day) -> String;
    /// Sold by one through another, with the id on record.
    via(seller: &str, reseller: &str, id: &str) -> String;
    /// Keys that mean nothing here.
    no_such_key(keys: &str) -> String;
    /// An action that has no meaning here.
    off_here(action: &str) -> String;
    /// What a list is sorted by.
    sorted_by(keys: &str) -> String;
    /// How many rows are marked.
    marked(count: usize) -> String;
    /// The book cannot be changed.
    read_only(why: &str) -> String;
    /// A record is not as a step expected.
    stale(name: &str) -> String;
    /// A refusal, and how many more reasons there are.
    refused(first: &str, more: usize) -> String;
    /// A step was taken back.
    undid(step: &str) -> String;
    /// A step was done again.
    redid(step: &str) -> String;
    /// What a step left as it is, because somebody else changed it since: the names of the records.
    stands(names: &str) -> String;
    /// Nothing is left to undo, though more was done: what came before the change with this number is not at hand.
    none_older(change: u64) -> String;
    /// A step, and how many new findings it made.
    with_new_findings(step: &str, count: usize) -> String;
}

impl Screen {
    /// The row of all of a pane.
    pub fn all(&self, pane: Pane) -> &'static str {
        self.all.get(place(pane)).copied().unwrap_or_default()
    }

    /// The title of a pane.
    pub fn pane(&self, pane: Pane) -> &'static str {
        self.panes.get(place(pane)).copied().unwrap_or_default()
    }

    /// The name of a sort key, by its place among those of the program.
    pub fn sort(&self, place: usize) -> &'static str {
        self.sorts.get(place).copied().unwrap_or_default()
    }

    /// The state of a partnership.
    pub fn partnership(&self, state: PartnershipState) -> &'static str {
        (self.partnership_state)(state)
    }

    /// The state of a relationship.
    pub fn relationship(&self, state: RelationshipState) -> &'static str {
        (self.relationship_state)(state)
    }

    /// Whether a subscription renews by itself.
    pub fn renews(&self, auto: Option<bool>) -> &'static str {
        match auto {
            Some(true) => self.renews_auto,
            Some(false) => self.renews_no,
            None => "-",
        }
    }
}

fn place(pane: Pane) -> usize {
    Pane::ALL.iter().position(|known| *known == pane).unwrap_or(usize::MAX)
}
