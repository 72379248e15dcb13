//! The words of the transfer wizard: one struct, two values; and what holds a subscription, what a move needs and what
//! it leaves, by name. All names are made safe to show here.

use super::edits::shown;
use super::{Lang, en, fr};
use crate::edit::moving::Note;
use crate::edit::ops::moving::{Hold, Need};
use crate::model::{Key, Model, TenantId, Verb};

/// Every word and sentence of the wizard, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Transfers {
    pub title: &'static str,
    pub pages: [&'static str; 4],
    pub from: &'static str,
    pub to: &'static str,
    pub provider: &'static str,
    pub reseller: &'static str,
    pub leaves: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub nobody: &'static str,
    pub not_chosen: &'static str,
    pub choose_first: &'static str,
    pub can_move: &'static str,
    pub later: &'static str,
    pub cannot: &'static str,
    pub left_out: &'static str,
    pub at_term_end: &'static str,
    pub needed_first: &'static str,
    pub already_true: &'static str,
    pub to_check: &'static str,
    pub stays_behind: &'static str,
    pub afterwards: &'static str,
    pub nothing_moves: &'static str,
    pub nothing_left: &'static str,
    pub nothing_chosen: &'static str,
    pub one_step: &'static str,
    pub draft_kept: &'static str,
    pub next_page: &'static str,
    pub page_before: &'static str,
    pub in_or_out: &'static str,
    pub pick: &'static str,
    pub field_after: &'static str,
    pub do_it: &'static str,
    pub close: &'static str,
    pub others: &'static str,
    pub go_on: &'static str,
    pub begin_anew: &'static str,
    pub draft_title: &'static str,
    pub is_fine: &'static str,
    pub being_judged: &'static str,
    pub(super) chosen: fn(usize, usize) -> String,
    pub(super) along: fn(usize) -> String,
    pub(super) counts: fn(usize, usize, usize) -> String,
    pub(super) more: fn(usize) -> String,
}

impl Lang {
    /// The words of the transfer wizard.
    pub fn transfers(self) -> &'static Transfers {
        match self {
            Self::En => &en::transfer::TRANSFERS,
            Self::Fr => &fr::transfer::TRANSFERS,
        }
    }

    /// What holds a subscription, in a few words without a full stop.
    pub fn hold(self, model: &Model, hold: Hold) -> String {
        match self {
            Self::En => en::transfer::hold(model, hold),
            Self::Fr => fr::transfer::hold(model, hold),
        }
    }

    /// What lets a subscription go that is held, as a sentence.
    pub fn hold_way_out(self, hold: Hold) -> &'static str {
        match self {
            Self::En => en::transfer::way_out(hold),
            Self::Fr => fr::transfer::way_out(hold),
        }
    }

    /// How an operation moves a subscription, in a few words.
    pub fn way(self, verb: Verb) -> &'static str {
        match self {
            Self::En => en::transfer::way(verb),
            Self::Fr => fr::transfer::way(verb),
        }
    }

    /// What a move needs of its target, in a few words.
    pub fn need(self, model: &Model, need: Need) -> String {
        match self {
            Self::En => en::transfer::need(model, need),
            Self::Fr => fr::transfer::need(model, need),
        }
    }

    /// What a move leaves behind or to do, in a few words.
    pub fn note(self, model: &Model, note: Note) -> String {
        match self {
            Self::En => en::transfer::note(model, note),
            Self::Fr => fr::transfer::note(model, note),
        }
    }
}

impl Transfers {
    /// So many subscriptions of so many customers.
    pub fn chosen(&self, subscriptions: usize, customers: usize) -> String {
        (self.chosen)(subscriptions, customers)
    }

    /// So many go along.
    pub fn along(&self, count: usize) -> String {
        (self.along)(count)
    }

    /// So many move, move later, do not move.
    pub fn counts(&self, moves: usize, later: usize, never: usize) -> String {
        (self.counts)(moves, later, never)
    }

    /// So many lines more.
    pub fn more(&self, count: usize) -> String {
        (self.more)(count)
    }
}

/// A partner by name, safe to show.
pub(super) fn partner(model: &Model, id: TenantId) -> String {
    shown(model, Key::Partner(id))
}

/// A customer by name, safe to show.
pub(super) fn customer(model: &Model, id: TenantId) -> String {
    shown(model, Key::Customer(id))
}
