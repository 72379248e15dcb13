//! A wizard that is left before its step is done, as data; and back from there, against the book as it is now.

use super::{Page, Transfer};
use crate::app::unfinished::Again;
use crate::app::{App, Overlay};
use crate::model::{SubscriptionId, TenantId};
use crate::store::forms::{self, Ids};
use rustc_hash::FxHashSet;
use std::sync::Arc;

impl Transfer {
    /// What was chosen; nothing while only the rows are.
    pub(in crate::app) fn unfinished(&self) -> Option<forms::Transfer> {
        let is_begun = self.page != Page::What
            || !self.left_out.is_empty()
            || !self.at_term_end.is_empty()
            || self.reseller.is_some()
            || self.leaves;
        is_begun.then(|| forms::Transfer {
            page: self.page as usize,
            what: Ids(Arc::clone(&self.what)),
            left_out: sorted(&self.left_out),
            at_term_end: sorted(&self.at_term_end),
            seller: self.seller,
            reseller: self.reseller,
            leaves: self.leaves,
        })
    }

    /// Takes a wizard up again; what it judged is judged anew.
    pub(in crate::app) fn again(app: &mut App, left: &forms::Transfer) -> Again {
        let words = app.lang.unfinished();
        let model = app.book.model();
        let there: Vec<SubscriptionId> =
            left.what.0.iter().copied().filter(|id| model.subscription(*id).is_some()).collect();
        let gone = left.what.0.len() - there.len();
        let customers: FxHashSet<TenantId> =
            there.iter().filter_map(|id| model.subscription(*id)).map(|s| s.customer).collect();
        let count = app.lang.transfers().chosen(there.len(), customers.len());
        let is_there = |id: &TenantId| model.partner(*id).is_some();
        let mut transfer = Self {
            page: Page::ALL.get(left.page).copied().unwrap_or(Page::What),
            left_out: left.left_out.iter().copied().collect(),
            at_term_end: left.at_term_end.iter().copied().collect(),
            seller: left.seller.filter(is_there),
            reseller: left.reseller.filter(is_there),
            leaves: left.leaves,
            ..Self::new(model, there)
        };
        let title = app.lang.transfers().title.to_owned();
        if transfer.what.is_empty() {
            return Again::gone(title, words.all_are_gone.to_owned(), Vec::new());
        }
        let told = if gone > 0 { vec![words.some_are_gone(gone)] } else { Vec::new() };
        let to: Vec<String> = [transfer.seller, transfer.reseller]
            .into_iter()
            .flatten()
            .map(|id| model.name(crate::model::Key::Partner(id)).show().into_owned())
            .collect();
        let typed = vec![(String::new(), count), (app.lang.transfers().to.to_owned(), to.join(", "))];
        transfer.taken_up(app);
        Again { title, typed, told, overlay: Some(Overlay::Transfer(Box::new(transfer))), is_done: false }
    }
}

fn sorted(ids: &FxHashSet<SubscriptionId>) -> Vec<SubscriptionId> {
    let mut ids: Vec<SubscriptionId> = ids.iter().copied().collect();
    ids.sort_unstable();
    ids
}
