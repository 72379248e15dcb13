//! One operation on the marked rows: which they have in common, what it comes to, and the question before it is done.

use super::form::text_of;
use super::job::{Done, Job};
use super::menu::{Does, Item, Menu};
use super::message::Task;
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::picker::{Picker, Purpose};
use super::sheet::{Reply, Sheet};
use super::{App, Effect};
use crate::action::Action;
use crate::edit::bulk::{Common, Outcome, Refusal, Shape, common};
use crate::edit::{Book, Bulk, Deed, Do, Intent, Slot};
use crate::model::{Change, FieldRef, Key, TableName, Transaction, Verb};
use crate::rules::{Finding, Severity};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A step on more records than these is asked for first, and judged by a worker.
const MANY: usize = 20;

/// So many records are named on a sheet before they are only counted.
const NAMED: usize = 5;

/// So many rows that are left out are told with their reasons.
const TOLD: usize = 50;

/// So many values of a field are told on each side.
const VALUES: usize = 3;

/// A step on many records, to be judged.
#[derive(Debug)]
pub struct Bulking {
    asked: u64,
    bulk: Bulk,
    book: Book,
}

impl Bulking {
    /// Judges it; nothing when it is stopped before.
    pub fn run(mut self, stop: &dyn Fn() -> bool) -> Option<Done> {
        let outcome = self.bulk.outcome(&mut self.book, stop)?;
        Some(Done::Bulk(self.asked, Box::new(outcome)))
    }
}

impl App {
    /// Every operation that concerns the row, or that the marked rows have in common.
    pub(super) fn operations(&mut self) {
        match self.pane().targets().as_slice() {
            [] => self.needs_record(),
            [one] => self.operations_on(*one),
            many => self.menu_of_many(&many.into(), Action::Operations, |_| true),
        }
    }

    /// Every operation that concerns a record, as a menu; what leads nowhere says why.
    pub(super) fn operations_on(&mut self, key: Key) {
        let items = self.operation_items(&[key]);
        if items.is_empty() {
            return self.say(Notice::refused(self.lang.picks().nothing_offered, &[]));
        }
        let title = self.lang.picks().operations_of(&self.book.model().name(key).show());
        self.open(Overlay::Menu(Menu::new(title, items)));
    }

    /// The operations that concern these records, as choices.
    pub(super) fn operation_items(&self, keys: &[Key]) -> Vec<Item> {
        match keys {
            [] => Vec::new(),
            [one] => {
                let offers = Intent::for_row(self.book.model(), *one);
                offers.iter().map(|offer| self.offer_item(offer)).collect()
            }
            many => self.common_items(&many.into(), |_| true),
        }
    }

    /// The operations of a relate key that the marked rows have in common.
    pub(super) fn relate_many(&mut self, keys: &Arc<[Key]>, action: Action) {
        let verbs = Self::relates(action).unwrap_or_default();
        self.menu_of_many(keys, action, |verb| verbs.contains(&verb));
    }

    /// One operation is begun, several are a menu.
    fn menu_of_many(&mut self, keys: &Arc<[Key]>, action: Action, wanted: impl Fn(Verb) -> bool) {
        let mut items = self.common_items(keys, wanted);
        let possible = items.iter().filter(|item| item.does.is_ok()).count();
        if items.is_empty() {
            return self.say(Notice::refused(self.lang.picks().nothing_in_common, &[Action::Operations]));
        }
        if possible == 1 && action != Action::Operations {
            items.retain(|item| item.does.is_ok());
            if let Some(Item { does: Ok(does), .. }) = items.pop() {
                let turn = self.choose(does);
                return self.settle(turn);
            }
        }
        let table = keys.first().map_or(TableName::Partner, |key| key.table());
        let title = self.lang.picks().operations_of(&self.lang.records(table, keys.len()));
        self.open(Overlay::Menu(Menu::new(title, items)));
    }

    fn common_items(&self, keys: &Arc<[Key]>, wanted: impl Fn(Verb) -> bool) -> Vec<Item> {
        let all = common(self.book.model(), keys).into_iter().filter(|one| wanted(one.offer.verb));
        all.map(|one| self.common_item(keys, &one)).collect()
    }

    fn common_item(&self, keys: &Arc<[Key]>, one: &Common) -> Item {
        let item = self.offer_item(&one.offer);
        let does = match one.kin {
            None => item.does,
            Some(kin) if kin.shape == Shape::Form => Err(self.lang.picks().one_by_one.to_owned()),
            Some(kin) => {
                let deed = Deed::Offer(kin, Vec::new());
                Ok(Does::Many(Bulk { keys: Arc::clone(keys), deed }))
            }
        };
        // What is open between the record and another is another pair on every row: it is not named.
        let label = match &one.offer.does {
            Ok(Do::Choose(Slot::Open { .. })) => self.lang.verb(one.offer.verb).to_owned(),
            Ok(Do::Choose(_) | Do::Step(_) | Do::Form(_) | Do::Fill(_) | Do::Paper(_)) | Err(_) => item.label,
        };
        Item { label, does }
    }

    /// Goes on with an operation on many records: a gap is filled once for all, then it is judged.
    pub(super) fn go_on_many(&mut self, bulk: Bulk) -> Turn {
        match bulk.slot(self.book.model()) {
            Some(slot) => {
                let picker = Picker::new(self, Purpose::Many(bulk, slot));
                Turn::Swap(Box::new(Overlay::Picker(Box::new(picker))))
            }
            None => self.judge_many(bulk),
        }
    }

    /// Judges a step on many records: a few at once, more by a worker.
    pub(super) fn judge_many(&mut self, bulk: Bulk) -> Turn {
        if bulk.keys.len() <= MANY {
            return match bulk.outcome(&mut self.book, &|| false) {
                Some(outcome) => self.conclude(outcome),
                None => Turn::Stay,
            };
        }
        let asked = self.new_question();
        self.bulk = Some((asked, None));
        let bulking = Bulking { asked, bulk, book: self.book.to_try() };
        self.start(Task::Bulk, Job::Bulk(Box::new(bulking)));
        Turn::Stay
    }

    /// Takes what a worker found of a step on many records, if it is still asked for.
    pub(super) fn bulk_judged(&mut self, asked: u64, outcome: Outcome) {
        if self.bulk.take_if(|(wanted, _)| *wanted == asked).is_some() {
            let turn = self.conclude(outcome);
            self.settle(turn);
        }
    }

    /// Stops the worker when what asked for it is left: the answer would come over something else.
    pub(super) fn drop_bulk(&mut self) {
        let now = self.overlays.len();
        match &mut self.bulk {
            Some((_, depth @ None)) => *depth = Some(now),
            Some((_, Some(depth))) if *depth != now => {
                self.bulk = None;
                self.running.retain(|(task, _, _)| *task != Task::Bulk);
                self.effect(Effect::Cancel(Task::Bulk));
            }
            Some((_, Some(_))) | None => {}
        }
    }

    /// Does it, or asks first: when it is on many records, when something ends, when rows are left out.
    fn conclude(&mut self, outcome: Outcome) -> Turn {
        if !outcome.asks() && outcome.done <= MANY {
            if let Some(step) = outcome.step {
                return self.commit(step).map_or(Turn::Stay, |()| Turn::Main);
            }
            self.say(Notice::done(self.lang.screen().nothing_changes, &[]));
            return Turn::Stay;
        }
        let lines = self.outcome_lines(&outcome);
        let Outcome { step, done, refused, .. } = outcome;
        let (words, of) = (self.lang.picks(), done + refused.len());
        let does = if refused.is_empty() { words.do_all } else { words.do_allowed };
        let title = match &step {
            None => words.on_none(of),
            Some(step) => {
                let what = self.lang.overlays().would_do(&self.lang.step(self.book.model(), step));
                if refused.is_empty() { what } else { words.on_some(&what, done, of) }
            }
        };
        let answers =
            step.map(|step| ('r', does.into(), Reply::Commit(Box::new(step)))).into_iter().collect();
        let safe = words.leave_all;
        Turn::Over(Box::new(Overlay::Sheet(Sheet { title, lines, answers, safe, offset: 0 })))
    }

    /// What it comes to, in lines: the first rows, values, who is left out, what follows, problems before and after.
    fn outcome_lines(&self, outcome: &Outcome) -> Vec<String> {
        let words = self.lang.picks();
        let mut lines = Vec::new();
        if let Some(step) = &outcome.step {
            let count = |table: &TableName| (*table, step.touches(*table));
            let touched = TableName::ALL.iter().map(count).filter(|(_, n)| *n > 0);
            lines.extend(touched.map(|(table, n)| self.lang.records(table, n)));
            lines.extend(self.first_names(step));
            lines.extend(self.values(step));
        }
        if outcome.unchanged > 0 {
            lines.push(words.already(outcome.unchanged));
        }
        if !outcome.refused.is_empty() {
            lines.push(words.left_out(outcome.refused.len()));
            lines.extend(outcome.refused.iter().take(TOLD).map(|(key, why)| self.left_out(*key, why)));
            let more = outcome.refused.len().saturating_sub(TOLD);
            lines.extend((more > 0).then(|| format!("  {}", words.and_more(more))));
        }
        lines.extend(self.follows(&outcome.stays, &outcome.loses));
        if outcome.step.is_some() {
            lines.extend(self.before_and_after(&outcome.appeared, outcome.cleared));
        }
        lines
    }

    /// The first records of a step by name.
    fn first_names(&self, step: &Transaction) -> Vec<String> {
        let keys: Vec<Key> = step.keys().collect();
        let name = |key: &Key| format!("  {}", self.book.model().name(*key).show());
        let mut lines: Vec<String> =
            keys.iter().filter(|key| self.book.model().contains(**key)).take(NAMED).map(name).collect();
        let more = keys.len().saturating_sub(lines.len());
        if more > 0 && !lines.is_empty() {
            lines.push(format!("  {}", self.lang.picks().and_more(more)));
        }
        lines
    }

    /// Why a row is left out.
    fn left_out(&self, key: Key, why: &Refusal) -> String {
        let model = self.book.model();
        let why = match why {
            Refusal::Impossible(why) => self.lang.impossible(model, why),
            Refusal::OneByOne => self.lang.picks().one_by_one.to_owned(),
            Refusal::Broken(findings) => match findings.first() {
                Some(first) => {
                    format!("{} ({})", self.lang.finding_sentence(model, first), first.rule.text())
                }
                None => String::new(),
            },
        };
        format!("  {}", self.lang.overlays().labelled(&model.name(key).show(), &why))
    }

    /// The fields that a step changes: how often each value was there, and what becomes of it.
    fn values(&self, step: &Transaction) -> Vec<String> {
        let mut of: BTreeMap<FieldRef, [BTreeMap<String, usize>; 2]> = BTreeMap::new();
        for change in &step.changes {
            for (field, before, after) in self.changed(change) {
                let sides = of.entry(field).or_default();
                *sides[0].entry(before).or_default() += 1;
                *sides[1].entry(after).or_default() += 1;
            }
        }
        let words = self.lang.picks();
        let line = |(field, [before, after]): (&FieldRef, &[BTreeMap<String, usize>; 2])| {
            words.values(self.lang.field(*field), &self.counted(before), &self.counted(after))
        };
        of.iter().map(line).collect()
    }

    fn changed(&self, change: &Change) -> Vec<(FieldRef, String, String)> {
        let (Some(before), Some(after)) = (&change.before, &change.after) else { return Vec::new() };
        let fields = FieldRef::of(before.key().table()).into_iter();
        let differ = fields.filter(|field| before.get(*field) != after.get(*field));
        let text = |record, field| self.meaning(field, &text_of(record, field));
        differ.map(|field| (field, text(before, field), text(after, field))).collect()
    }

    /// "Sud Conseil 9, empty 5": the most frequent first.
    fn counted(&self, values: &BTreeMap<String, usize>) -> String {
        let words = self.lang.picks();
        let mut sorted: Vec<(&String, &usize)> = values.iter().collect();
        sorted.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let text = |(text, n): &(&String, &usize)| {
            let text = if text.is_empty() { words.empty } else { text.as_str() };
            format!("{text} {}", words.number(**n))
        };
        let mut told: Vec<String> = sorted.iter().take(VALUES).map(text).collect();
        let more = sorted.len().saturating_sub(VALUES);
        told.extend((more > 0).then(|| words.and_more(more)));
        told.join(", ")
    }

    /// The problems of the book before a step and after it, and how many come and go.
    pub(super) fn before_and_after(&self, appeared: &[Finding], cleared: usize) -> Vec<String> {
        use Severity as S;
        let findings = self.book.findings();
        let before: usize =
            [S::Integrity, S::Error, S::Warning, S::Hint].iter().map(|s| findings.count(*s)).sum();
        let after = (before + appeared.len()).saturating_sub(cleared);
        let mut lines = vec![self.lang.picks().problems(before, after)];
        if !appeared.is_empty() {
            let sentence = |f: &Finding| format!("  {}", self.lang.finding_sentence(self.book.model(), f));
            lines.push(self.lang.overlays().appears(appeared.len()));
            lines.extend(appeared.iter().take(NAMED).map(sentence));
        }
        lines
    }
}
