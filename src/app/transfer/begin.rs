//! From the rows that are marked, or the one under the cursor, to the wizard; and on with a draft.

use super::{Page, Part, Transfer};
use crate::action::Action;
use crate::app::menu::{Does, Item, Menu};
use crate::app::notice::Notice;
use crate::app::overlay::{Overlay, Turn};
use crate::app::{App, Explainer, Reader, ReaderText};
use crate::edit::moving::Class;
use crate::edit::ops::moving::Hold;
use crate::model::{Key, Model, Status, Subscription, SubscriptionId};
use crate::rules::Code;
use rustc_hash::FxHashSet;

impl App {
    /// Opens the wizard for the rows that an action is on.
    pub(in crate::app) fn transfer(&mut self) {
        let targets = self.pane().targets();
        let turn = self.transfer_of(&targets);
        self.settle(turn);
    }

    /// Opens the wizard for records; where a draft of something else is kept it is asked which.
    pub(in crate::app) fn transfer_of(&mut self, keys: &[Key]) -> Turn {
        let what = chosen(self.book.model(), keys);
        let draft = self.draft.take();
        match (draft, what.is_empty()) {
            (None, true) => {
                let text = self.lang.transfers().nothing_chosen;
                self.say(Notice::refused(text, &[]));
                Turn::Stay
            }
            (Some(draft), _) if what.is_empty() || *draft.what == what[..] => self.go_on(draft),
            (Some(draft), _) => {
                let menu = self.ask_draft(draft, what);
                Turn::Over(Box::new(Overlay::Menu(menu)))
            }
            (None, false) => self.go_on(Transfer::new(self.book.model(), what)),
        }
    }

    /// Why the wizard cannot be opened here; nothing when it can.
    pub(in crate::app) fn transfer_off(&self) -> Option<String> {
        let can = self.draft.is_some() || !chosen(self.book.model(), &self.pane().targets()).is_empty();
        (!can).then(|| self.lang.transfers().nothing_chosen.to_owned())
    }

    fn ask_draft(&mut self, draft: Transfer, what: Vec<SubscriptionId>) -> Menu {
        let words = self.lang.transfers();
        let fresh = Transfer::new(self.book.model(), what);
        let item = |label: &str, transfer: &Transfer| Item {
            label: label.to_owned(),
            does: Ok(Does::Transfer(Box::new(transfer.clone()))),
        };
        let items = vec![item(words.go_on, &draft), item(words.begin_anew, &fresh)];
        self.draft = Some(draft);
        Menu::new(words.draft_title.to_owned(), items)
    }

    /// Opens the wizard as it was left. The book may have changed since: what is gone is dropped, the rest is judged
    /// anew.
    pub(in crate::app) fn go_on(&mut self, mut transfer: Transfer) -> Turn {
        self.draft = None;
        let model = self.book.model();
        transfer.what =
            transfer.what.iter().copied().filter(|id| model.subscription(*id).is_some()).collect();
        let is_there = |id: &crate::model::TenantId| model.partner(*id).is_some();
        transfer.seller = transfer.seller.filter(is_there);
        transfer.reseller = transfer.reseller.filter(is_there);
        if transfer.what.is_empty() {
            let text = self.lang.transfers().nothing_chosen;
            self.say(Notice::refused(text, &[]));
            return Turn::Close;
        }
        transfer.taken_up(self);
        Turn::Swap(Box::new(Overlay::Transfer(Box::new(transfer))))
    }
}

impl Transfer {
    /// Counts what is kept, and judges anew what was judged before it was left.
    pub(super) fn taken_up(&mut self, app: &mut App) {
        self.count(app.book.model());
        if matches!(self.page, Page::Check | Page::Result) {
            self.page = Page::Check;
            self.recheck(app);
        }
    }

    /// A wizard for these subscriptions, to their own seller: most moves are between resellers.
    pub(in crate::app) fn new(model: &Model, what: Vec<SubscriptionId>) -> Self {
        let seller = what.iter().find_map(|id| model.subscription(*id)?.seller);
        let mut transfer = Self {
            page: Page::What,
            what: what.into(),
            left_out: FxHashSet::default(),
            at_term_end: FxHashSet::default(),
            seller,
            reseller: None,
            leaves: false,
            part: Part::Seller,
            cursor: 0,
            from: super::From::default(),
            check: None,
            texts: Vec::new(),
        };
        transfer.count(model);
        transfer
    }

    /// Why the subscription under the cursor is where it is: what holds it, or the rules that refuse it.
    pub(in crate::app) fn why(&self, app: &mut App) -> Turn {
        let item = self.check.as_ref().and_then(|check| check.items.get(self.cursor));
        match item.map(|item| (&item.class, item.id)) {
            Some((Class::Barred(findings), _)) => {
                Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, findings))))
            }
            Some((Class::Later(hold) | Class::Never(hold), id)) => {
                Turn::Over(Box::new(Overlay::Reader(held(app, id, *hold))))
            }
            Some((Class::Moves(_), _)) | None => self.why_nothing(app),
        }
    }

    /// Why there is no step, or that nothing is in the way.
    fn why_nothing(&self, app: &mut App) -> Turn {
        let stopped = self.check.as_ref().and_then(|check| check.step.as_ref().err());
        if let Some(crate::edit::moving::Stop::Broken(findings)) = stopped {
            return Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, findings))));
        }
        app.say(Notice::done(app.lang.transfers().is_fine, &[]));
        Turn::Stay
    }

    /// Says what holds the subscription that was to be taken in.
    pub(super) fn why_not(&self, app: &mut App) {
        let item = self.check.as_ref().and_then(|check| check.items.get(self.cursor));
        let text = match item.map(|item| &item.class) {
            Some(Class::Later(hold) | Class::Never(hold)) => app.lang.hold_way_out(*hold).to_owned(),
            Some(Class::Barred(findings)) => app.rejection(&crate::edit::Rejection::Broken(findings.clone())),
            Some(Class::Moves(_)) | None => return,
        };
        app.say(Notice::refused(text, &[Action::Why]));
    }
}

/// What holds a subscription, what lets it go, and the rule behind it.
fn held(app: &App, id: SubscriptionId, hold: Hold) -> Reader {
    let model = app.book.model();
    let name = model.name(Key::Subscription(id)).show().into_owned();
    let mut text = vec![
        ReaderText::Heading(app.lang.overlays().labelled(&name, &app.lang.hold(model, hold))),
        ReaderText::Plain(app.lang.hold_way_out(hold).to_owned()),
    ];
    if let Some(code) = rule_of(hold) {
        let explainer = Explainer { book: &app.book, lang: app.lang };
        text.push(explainer.heading(code));
        text.extend(explainer.rule(code));
    }
    Reader { title: app.lang.overlays().why.to_owned(), text, offset: 0, about: None, refused: None }
}

/// The rule that a hold comes from.
fn rule_of(hold: Hold) -> Option<Code> {
    match hold {
        Hold::TermRuns(_) => Some(Code::Mc002),
        Hold::Elsewhere(_) => Some(Code::Mc001),
        Hold::Suspended
        | Hold::NotStarted(_)
        | Hold::InTransfer(_)
        | Hold::Over(_)
        | Hold::ThereAlready
        | Hold::NoSeller
        | Hold::FixedAtPurchase
        | Hold::WithoutBase(_)
        | Hold::NotTransferable
        | Hold::EmptyPlan
        | Hold::UnknownFamily => None,
    }
}

/// The subscriptions that records stand for: themselves, or those of a customer that have not ended. What goes along with
/// another of them is left out.
fn chosen(model: &Model, keys: &[Key]) -> Vec<SubscriptionId> {
    let mut all: Vec<&Subscription> = Vec::new();
    for key in keys {
        match key {
            Key::Subscription(id) => all.extend(model.subscription(*id)),
            Key::Customer(id) => all.extend(model.subscriptions_of(*id).filter(|s| has_not_ended(s))),
            _ => {}
        }
    }
    let ids: FxHashSet<SubscriptionId> = all.iter().map(|s| s.id).collect();
    all.retain(|s| s.parent.is_none_or(|parent| !ids.contains(&parent)));
    all.sort_by_cached_key(|s| (s.customer, s.title().raw().to_owned(), s.id));
    all.dedup_by_key(|s| s.id);
    all.into_iter().map(|s| s.id).collect()
}

fn has_not_ended(s: &Subscription) -> bool {
    matches!(s.status, Status::Active | Status::Pending | Status::Suspended)
}
