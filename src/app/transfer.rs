//! The transfer wizard: what moves, to whom, what becomes of it, and the one step that does it. It is judged once for each
//! change of what is asked; many subscriptions are judged beside the screen. A draft is kept when it is left.

mod begin;
mod keys;
mod left;
mod rows;

pub use rows::{Entry, Shown};

use super::job::{Job, Sorting};
use super::{App, Task};
use crate::edit::moving::{Check, Class, check};
use crate::edit::ops::moving::{Hold, Move, Target};
use crate::model::{Model, Partner, Subscription, SubscriptionId, TenantId, Transaction};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// So many subscriptions are judged at once; more are judged beside the screen.
const AT_ONCE: usize = 60;

/// A page of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What moves.
    What,
    /// To whom.
    Whom,
    /// What becomes of it.
    Check,
    /// The one step.
    Result,
}

impl Page {
    /// Every page, in order.
    pub const ALL: [Self; 4] = [Self::What, Self::Whom, Self::Check, Self::Result];
}

/// A field of the page that asks to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Whom Microsoft invoices.
    Seller,
    /// Who is on record.
    Reseller,
    /// Whether the old reseller's relationship is removed.
    Leaves,
}

/// Where what is kept comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct From {
    /// How many subscriptions are kept.
    pub subscriptions: usize,
    /// Of how many customers.
    pub customers: usize,
    /// The seller and the reseller on record of the first.
    pub way: Option<(TenantId, Option<TenantId>)>,
    /// True when others come from elsewhere.
    pub others: bool,
    /// True when some stay with the seller that is chosen.
    pub stays: bool,
}

/// The wizard, or its draft.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// The page.
    pub page: Page,
    /// What is chosen to move; what goes along with another is not among it.
    pub what: Arc<[SubscriptionId]>,
    /// Of these, what is left out.
    pub left_out: FxHashSet<SubscriptionId>,
    /// Of these, the licences of old that are bought anew when their term ends.
    pub at_term_end: FxHashSet<SubscriptionId>,
    /// Whom Microsoft invoices then.
    pub seller: Option<TenantId>,
    /// Who is on record then.
    pub reseller: Option<TenantId>,
    /// True when the old reseller's relationship is removed.
    pub leaves: bool,
    /// The field of the cursor, where the page has fields.
    pub part: Part,
    /// The line of the cursor.
    pub cursor: usize,
    /// What is kept of it, counted once for each change.
    pub from: From,
    /// What becomes of it; nothing until it is asked, or while it is judged.
    pub check: Option<Box<Check>>,
    /// The lines below the subscriptions, safe to show.
    texts: Vec<Shown>,
}

impl Transfer {
    /// To whom, once that is chosen.
    pub fn target(&self) -> Option<Target> {
        self.seller.map(|seller| Target { seller, reseller: self.reseller })
    }

    /// What is asked for.
    fn wish(&self, target: Target) -> Move {
        Move {
            subscriptions: self.what.to_vec(),
            at_term_end: self.at_term_end.clone(),
            target,
            leaves: self.leaves,
        }
    }

    /// The fields of the page that asks to whom. A direct-bill partner has no reseller; under one provider the old
    /// reseller may leave.
    pub fn parts(&self, app: &App) -> Vec<Part> {
        let model = app.book.model();
        let is_provider = self.seller.and_then(|id| model.partner(id)).is_some_and(Partner::is_provider);
        let leaves = is_provider && self.from.stays;
        let asked = [(true, Part::Seller), (is_provider, Part::Reseller), (leaves, Part::Leaves)];
        asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, part)| part).collect()
    }

    /// Counts what is kept, and where it comes from.
    pub(super) fn count(&mut self, model: &Model) {
        let kept = self.what.iter().filter(|id| !self.left_out.contains(id));
        let kept: Vec<&Subscription> = kept.filter_map(|id| model.subscription(*id)).collect();
        let way = |s: &Subscription| Some((s.seller?, model.reseller_of(s).map(|reseller| reseller.tenant)));
        let first = kept.first().and_then(|s| way(s));
        let customers: FxHashSet<TenantId> = kept.iter().map(|s| s.customer).collect();
        self.from = From {
            subscriptions: kept.len(),
            customers: customers.len(),
            way: first,
            others: kept.iter().any(|s| way(s) != first),
            stays: kept.iter().any(|s| s.seller.is_some() && s.seller == self.seller),
        };
    }

    /// Judges what is asked for anew.
    fn recheck(&mut self, app: &mut App) {
        (self.check, self.texts) = (None, Vec::new());
        let Some(target) = self.target() else { return };
        let wish = self.wish(target);
        if self.what.len() <= AT_ONCE {
            let check = check(&mut app.book, &wish, &self.left_out);
            self.sorted(app, Box::new(check));
            return;
        }
        let left_out = self.left_out.clone();
        let sorting = Sorting { book: app.book.clone(), wish, left_out };
        app.start(Task::Transfer, Job::Transfer(Box::new(sorting)));
    }

    /// Takes in what becomes of it.
    pub(super) fn sorted(&mut self, app: &App, check: Box<Check>) {
        self.check = Some(check);
        self.texts = self.texts(app);
        self.cursor = self.cursor.min(self.lines().saturating_sub(1));
    }

    /// The one step, once everything is chosen and the rules allow it.
    pub fn step(&self) -> Option<&Transaction> {
        self.check.as_ref()?.step.as_ref().ok()
    }

    /// How many lines the page has for the cursor.
    fn lines(&self) -> usize {
        match self.page {
            Page::What => self.what.len(),
            Page::Whom => 0,
            Page::Check => self.items() + self.texts.len(),
            Page::Result => self.texts.len(),
        }
    }

    fn items(&self) -> usize {
        self.check.as_ref().map_or(0, |check| check.items.len())
    }

    /// Takes the subscription under the cursor in or leaves it out; a licence of old is planned for the end of its
    /// term, or not.
    fn toggle(&mut self, app: &mut App) {
        match self.page {
            Page::What => {
                if let Some(id) = self.what.get(self.cursor).copied() {
                    flip(&mut self.left_out, id);
                    self.count(app.book.model());
                    self.check = None;
                    self.step_by(1);
                }
            }
            Page::Whom if self.part == Part::Leaves => {
                self.leaves = !self.leaves;
                self.recheck(app);
            }
            Page::Check => {
                let item = self.check.as_ref().and_then(|check| check.items.get(self.cursor));
                let Some((id, class)) = item.map(|item| (item.id, item.class.clone())) else { return };
                match class {
                    Class::Moves(_) => flip(&mut self.left_out, id),
                    Class::Later(Hold::TermRuns(Some(_))) => flip(&mut self.at_term_end, id),
                    Class::Later(_) | Class::Never(_) | Class::Barred(_) => return self.why_not(app),
                }
                self.count(app.book.model());
                self.recheck(app);
            }
            Page::Whom | Page::Result => {}
        }
    }

    fn step_by(&mut self, by: isize) {
        let last = self.lines().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}

fn flip(set: &mut FxHashSet<SubscriptionId>, id: SubscriptionId) {
    if !set.remove(&id) {
        set.insert(id);
    }
}
