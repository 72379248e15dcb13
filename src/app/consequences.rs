//! What follows before something ends, as a sheet: counts first, then the new problems by rule, then names.

use super::App;
use super::notice::Notice;
use super::overlay::Turn;
use crate::edit::{Consequences, Effect, Impossible, Intent, Rejection};
use crate::model::{TableName, Transaction};
use crate::rules::{Code, Finding};

/// So many names stand under one heading; the counts above are of all.
const NAMED: usize = 50;

/// So many sentences are told of one rule.
const TOLD: usize = 12;

impl App {
    /// What follows from an operation, and the question whether to do it.
    pub(super) fn ask_consequences(&mut self, intent: &Intent) -> Turn {
        let what = Consequences::of(&mut self.book, intent);
        self.ask_what_follows(what)
    }

    /// What follows from a step by which a partner leaves the programme, and the question whether to do it.
    pub(super) fn ask_leaving(&mut self, step: Transaction) -> Turn {
        let what = Consequences::of_step(&mut self.book, step);
        self.ask_what_follows(what)
    }

    fn ask_what_follows(&mut self, what: Result<Consequences, Impossible>) -> Turn {
        let what = match what {
            Ok(what) => what,
            Err(why) => return self.refuse_impossible(&why),
        };
        if !what.refused.is_empty() {
            let text = self.rejection(&Rejection::Broken(what.refused.clone()));
            self.say(Notice::refused(text, &[]));
            return self.explain(what.step, what.refused);
        }
        let lines = self.consequences(&what);
        self.ask(what.step, lines)
    }

    /// What follows, in lines.
    fn consequences(&self, what: &Consequences) -> Vec<String> {
        let mut lines = self.counts(what);
        lines.extend(self.new_problems(what));
        what.loses.iter().chain(&what.stays).for_each(|effect| lines.extend(self.names(effect)));
        lines.extend(self.sentences(&what.appears));
        lines
    }

    fn counts(&self, what: &Consequences) -> Vec<String> {
        let mut lines = self.follows(&what.stays, &what.loses);
        let along: Vec<String> = TableName::ALL
            .iter()
            .map(|table| (*table, what.touches.iter().filter(|key| key.table() == *table).count()))
            .filter(|(_, count)| *count > 0)
            .map(|(table, count)| format!("  {}", self.lang.records(table, count)))
            .collect();
        if !along.is_empty() {
            lines.push(self.lang.follows().goes_along.to_owned());
            lines.extend(along);
        }
        lines
    }

    /// What stays and what is lost, in lines.
    pub(super) fn follows(&self, stays: &[Effect], loses: &[Effect]) -> Vec<String> {
        let words = self.lang.overlays();
        let mut lines = Vec::new();
        for (heading, effects) in [(words.stays, stays), (words.loses, loses)] {
            if !effects.is_empty() {
                lines.push(heading.to_owned());
                lines.extend(effects.iter().map(|effect| format!("  {}", self.matter(effect))));
            }
        }
        lines
    }

    fn matter(&self, effect: &Effect) -> String {
        let text = self.lang.matter(effect.matter, effect.of.len());
        if effect.at_least { self.lang.follows().at_least(&text) } else { text }
    }

    /// The new problems counted by rule, the gravest first, and how many go away.
    fn new_problems(&self, what: &Consequences) -> Vec<String> {
        let words = self.lang.overlays();
        let mut lines = vec![words.appears(what.appears.len())];
        let by_rule = by_rule(&what.appears);
        lines.extend(
            by_rule.iter().map(|(rule, of)| format!("  {}", self.lang.count_of_rule(*rule, of.len()))),
        );
        if what.cleared > 0 {
            lines.push(words.clears(what.cleared));
        }
        lines
    }

    fn names(&self, effect: &Effect) -> Vec<String> {
        let (words, model) = (self.lang.follows(), self.book.model());
        if effect.of.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![words.in_full(&self.matter(effect))];
        lines.extend(effect.of.iter().take(NAMED).map(|key| format!("  {}", self.lang.named(model, *key))));
        lines.extend(self.not_told(effect.of.len(), NAMED));
        lines
    }

    fn sentences(&self, appears: &[Finding]) -> Vec<String> {
        let model = self.book.model();
        let mut lines = Vec::new();
        for (rule, of) in by_rule(appears) {
            lines.push(self.lang.follows().in_full(&self.lang.count_of_rule(rule, of.len())));
            let told = of.iter().take(TOLD).map(|f| format!("  {}", self.lang.finding_sentence(model, f)));
            lines.extend(told);
            lines.extend(self.not_told(of.len(), TOLD));
        }
        lines
    }

    fn not_told(&self, all: usize, most: usize) -> Option<String> {
        (all > most).then(|| format!("  {}", self.lang.follows().and_more(all - most)))
    }
}

/// Findings by their rule, in the order in which they come: the gravest first.
fn by_rule(findings: &[Finding]) -> Vec<(Code, Vec<&Finding>)> {
    let mut rules: Vec<(Code, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        match rules.iter_mut().find(|(rule, _)| *rule == finding.rule) {
            Some((_, of)) => of.push(finding),
            None => rules.push((finding.rule, vec![finding])),
        }
    }
    rules
}
