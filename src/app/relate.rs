//! Operations from a row: which concern it, what must be picked, what follows before something ends.

use super::menu::{Does, Item, Menu};
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::picker::{Picker, Purpose};
use super::reader::Reader;
use super::sheet::{Reply, Sheet};
use super::{App, Form};
use crate::action::Action;
use crate::edit::bulk::{Kin, Shape};
use crate::edit::{
    Bulk, Consequences, Deed, Do, Does as FixDo, Fix, Impossible, Intent, Offer, Rejection, fixes,
};
use crate::model::{Key, Transaction, Verb};
use crate::rules::Finding;

/// Every record offers to be removed.
const REMOVE: Kin = Kin { verb: Verb::Remove, shape: Shape::Step, nth: 0 };

impl App {
    /// The verbs that a key of the relate menu stands for.
    pub(super) fn relates(action: Action) -> Option<&'static [Verb]> {
        match action {
            Action::RelatePartnership => Some(&[Verb::InviteReseller]),
            Action::RelateCustomer => Some(&[Verb::RequestRelationship, Verb::AddPartner]),
            Action::RelateAccept => {
                Some(&[Verb::AcceptPartnership, Verb::AcceptRelationship, Verb::AcceptTransfer])
            }
            Action::RelateSupport => Some(&[Verb::SetSupportContact, Verb::SupportElsewhere]),
            Action::RelateRecord => Some(&[Verb::SetPartnerOfRecord]),
            Action::RelateAdmin => Some(&[
                Verb::GrantPrivileges,
                Verb::PreparePrivileges,
                Verb::SendPrivileges,
                Verb::ApprovePrivileges,
                Verb::SucceedPrivileges,
                Verb::EndPrivileges,
                Verb::RemovePrivileges,
            ]),
            Action::RelateEnd => Some(&[
                Verb::EndPartnership,
                Verb::RemoveRelationship,
                Verb::WithdrawInvitation,
                Verb::WithdrawRequest,
                Verb::RejectTransfer,
                Verb::CancelTransfer,
            ]),
            _ => None,
        }
    }

    /// The operations of a relate key that concern the row under the cursor.
    pub(super) fn relate(&mut self, action: Action) {
        match self.pane().targets().as_slice() {
            [] => self.needs_record(),
            [one] => self.relate_on(*one, action),
            many => self.relate_many(&many.into(), action),
        }
    }

    /// The operations of a relate key that concern a record: one is begun, several are a menu.
    pub(super) fn relate_on(&mut self, key: Key, action: Action) {
        let verbs = Self::relates(action).unwrap_or_default();
        let offers = Intent::for_row(self.book.model(), key);
        let offers: Vec<Offer> = offers.into_iter().filter(|offer| verbs.contains(&offer.verb)).collect();
        let possible = offers.iter().filter(|offer| offer.does.is_ok()).count();
        match offers.as_slice() {
            [] => self.off_on(action, key),
            [one] => self.begin(one.does.clone()),
            many if possible == 1 && verbs.len() > 1 => {
                let one = many.iter().find(|offer| offer.does.is_ok());
                self.begin(one.map_or(Err(Impossible::Nothing), |offer| offer.does.clone()));
            }
            many => {
                let items = many.iter().map(|offer| self.offer_item(offer)).collect();
                let title = self.lang.action_label(action).to_owned();
                self.open(Overlay::Menu(Menu::new(title, items)));
            }
        }
    }

    pub(super) fn offer_item(&self, offer: &Offer) -> Item {
        let verb = self.lang.verb(offer.verb);
        let label = match &offer.does {
            Ok(Do::Choose(slot)) => self.lang.overlays().labelled(verb, self.lang.slot_title(slot)),
            Ok(Do::Step(Intent::Duplicate(_))) => self.lang.action_label(Action::Duplicate).to_owned(),
            // The one that takes the pick back stands beside the one that makes it.
            Ok(Do::Step(
                Intent::SetSupportContact { contact: None, .. }
                | Intent::SetPartnerOfRecord { reseller: None, .. },
            )) => self.lang.overlays().labelled(verb, self.lang.overlays().nobody),
            Ok(Do::Step(Intent::ReactivateSubscription(_, add_ons))) => {
                self.lang.overlays().labelled(verb, self.lang.add_ons(*add_ons))
            }
            Ok(Do::Step(Intent::EnrolInCloud { cloud, .. })) | Err(Impossible::CloudClosed(cloud)) => {
                self.lang.overlays().labelled(verb, &self.lang.choice(cloud.code()))
            }
            Ok(Do::Step(_) | Do::Form(_) | Do::Fill(_) | Do::Paper(_)) | Err(_) => verb.to_owned(),
        };
        let does = offer.does.clone().map(Does::Operation);
        Item { label, does: does.map_err(|why| self.lang.impossible(self.book.model(), &why)) }
    }

    pub(super) fn begin(&mut self, does: Result<Do, Impossible>) {
        match does {
            Ok(next) => {
                let turn = self.next(next);
                self.settle(turn);
            }
            Err(why) => drop(self.refuse_impossible(&why)),
        }
    }

    /// Does what a turn says when no overlay took the key.
    pub(super) fn settle(&mut self, turn: Turn) {
        match turn {
            Turn::Over(next) | Turn::Swap(next) => self.open(*next),
            Turn::Main => self.overlays.clear(),
            Turn::Stay | Turn::Close | Turn::Answer(_) => {}
        }
    }

    /// Goes on with an operation: a step is done, a gap is picked, a form is filled.
    pub(super) fn next(&mut self, next: Do) -> Turn {
        match next {
            Do::Step(intent) => self.intend(&intent),
            Do::Choose(slot) => {
                Turn::Swap(Box::new(Overlay::Picker(Box::new(Picker::new(self, Purpose::Fill(slot))))))
            }
            Do::Fill(fill) => match Form::fill(self, fill) {
                Some(form) => Turn::Swap(Box::new(Overlay::Form(Box::new(form)))),
                None => self.refuse_impossible(&Impossible::Gone(fill.key())),
            },
            Do::Form(record) => Turn::Swap(Box::new(Overlay::Form(Box::new(Form::add(self, *record))))),
            Do::Paper(paper) => self.fill(paper),
        }
    }

    fn intend(&mut self, intent: &Intent) -> Turn {
        match intent.transaction(self.book.model(), self.book.today()) {
            Ok(step) if asks_first(intent, &step) => self.ask_consequences(intent),
            Ok(step) => self.commit_or_explain(step, Turn::Main),
            Err(impossible) => self.refuse_impossible(&impossible),
        }
    }

    /// Commits a step. What the rules refuse is explained, and can be insisted on from there.
    pub(super) fn commit_or_explain(&mut self, step: Transaction, done: Turn) -> Turn {
        match self.commit(step.clone()) {
            Ok(()) => done,
            Err(Rejection::Broken(findings)) => self.explain(step, findings),
            Err(Rejection::Stale(_) | Rejection::Nothing) => Turn::Stay,
        }
    }

    pub(super) fn explain(&self, step: Transaction, findings: Vec<Finding>) -> Turn {
        Turn::Over(Box::new(Overlay::Reader(Reader::refused(self, step, findings))))
    }

    /// Says why an operation leads nowhere.
    pub(super) fn refuse_impossible(&mut self, why: &Impossible) -> Turn {
        let text = self.lang.impossible(self.book.model(), why);
        self.say(Notice::refused(text, &[]));
        Turn::Stay
    }

    pub(super) fn needs_record(&mut self) {
        self.say(Notice::refused(self.lang.overlays().needs_record, &[]));
    }

    pub(super) fn off_on(&mut self, action: Action, key: Key) {
        let what = self.lang.table(key.table());
        let text = self.lang.overlays().off_on(self.lang.action_label(action), what);
        self.say(Notice::refused(text, &[Action::Help]));
    }

    pub(super) fn ask(&mut self, step: Transaction, lines: Vec<String>) -> Turn {
        let words = self.lang.overlays();
        let title = words.would_do(&self.lang.step(self.book.model(), &step));
        let answers = vec![('r', words.do_it.into(), Reply::Commit(Box::new(step)))];
        Turn::Swap(Box::new(Overlay::Sheet(Sheet {
            title,
            lines,
            answers,
            safe: words.keep_as_is,
            offset: 0,
        })))
    }

    /// Removes the records that an action is on; asks first when others are touched.
    pub(super) fn remove(&mut self) {
        let turn = match self.pane().targets().as_slice() {
            [] => return self.needs_record(),
            [one] => self.next(Do::Step(Intent::Remove(*one))),
            many => self.go_on_many(Bulk { keys: many.into(), deed: Deed::Offer(REMOVE, Vec::new()) }),
        };
        self.settle(turn);
    }

    /// The fixes of the problems of the record under the cursor.
    pub(super) fn fixes_here(&mut self) {
        let Some(key) = self.here() else { return self.needs_record() };
        let turn = self.fixes_of(key);
        self.settle(turn);
    }

    /// The fixes of the problems of a record, as a menu.
    pub(super) fn fixes_of(&mut self, key: Key) -> Turn {
        let findings = self.book.findings_around(key);
        self.fixes_for(key, &findings)
    }

    /// The fixes of these problems of a record, as a menu; last what accepts each as it is.
    pub(super) fn fixes_for(&mut self, key: Key, findings: &[Finding]) -> Turn {
        if findings.is_empty() {
            self.say(Notice::done(self.lang.overlays().nothing_to_fix, &[]));
            return Turn::Stay;
        }
        let (model, today) = (self.book.model(), self.book.today());
        let mend = findings.iter().flat_map(|finding| fixes(model, today, finding));
        let all = mend.chain(findings.iter().filter_map(Fix::accepts));
        let items: Vec<Item> =
            all.map(|fix| Item { label: self.lang.fix(model, fix.kind), does: Ok(Does::Fix(fix)) }).collect();
        if items.is_empty() {
            let text = self.lang.overlays().no_fix;
            self.say(Notice::refused(text, &[Action::Why]));
            return Turn::Stay;
        }
        let title = self.lang.overlays().fixes_of(&self.book.model().name(key).show());
        Turn::Over(Box::new(Overlay::Menu(Menu::new(title, items))))
    }

    /// Makes a fix: a step, a choice, or a field to edit.
    pub(super) fn fix(&mut self, fix: Fix) -> Turn {
        match fix.does {
            FixDo::Step(step) => self.commit_or_explain(step, Turn::Close),
            FixDo::Accept(finding) => self.accept(finding, Turn::Swap),
            FixDo::Choose(slot) => self.next(Do::Choose(slot)),
            FixDo::Paper(paper) => self.fill(paper),
            FixDo::EditField(key, field) => match Form::edit(self, key, Some(field)) {
                Some(form) => Turn::Swap(Box::new(Overlay::Form(Box::new(form)))),
                None => Turn::Close,
            },
        }
    }

    /// Opens the form that accepts a problem.
    pub(super) fn accept(&mut self, finding: Finding, put: impl FnOnce(Box<Overlay>) -> Turn) -> Turn {
        match Form::waive(self, finding) {
            Ok(form) => put(Box::new(Overlay::Form(Box::new(form)))),
            Err(why) => self.refuse_impossible(&why),
        }
    }

    /// Why the record under the cursor has problems.
    pub(super) fn why_here(&mut self) {
        let Some(key) = self.here() else { return self.needs_record() };
        let findings = self.book.findings_around(key);
        if findings.is_empty() {
            return self.say(Notice::done(self.lang.overlays().no_problem, &[]));
        }
        self.open(Overlay::Reader(Reader::findings(self, &findings)));
    }
}

/// Ending and removing are asked for: what follows is not to be seen on the row.
fn asks_first(intent: &Intent, step: &Transaction) -> bool {
    match intent {
        Intent::EndPartnership(_)
        | Intent::RemoveRelationship(..)
        | Intent::SuspendSubscription(_)
        | Intent::CancelSubscription(_) => true,
        Intent::Remove(_) => step.changes.len() > 1,
        _ => Consequences::leaves(step),
    }
}
