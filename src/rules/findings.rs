//! All findings of a book, by record, kept up to date by edits. Cheap to clone.

use super::catalogue::Look;
use super::code::{Code, Severity};
use super::finding::{Finding, Unjudged, Verdicts};
use super::judge;
use crate::model::{Index, Key, Model};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What the rules say of every record.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    by_record: Index<Key, Vec<Finding>>,
    waived: Index<Key, Vec<Finding>>,
    waived_count: usize,
    unjudged: Index<Key, Vec<Unjudged>>,
    counts: BTreeMap<(Severity, Code), usize>,
    unjudged_counts: BTreeMap<Code, usize>,
}

/// How far a full check is, and whether it should stop.
#[derive(Debug, Default)]
pub struct Progress {
    /// Records judged so far.
    pub done: AtomicUsize,
    /// Set to stop: the check then returns nothing.
    pub stop: AtomicBool,
}

impl Findings {
    /// Judges every record by every rule, on two threads. Nothing when it was stopped.
    pub fn full(look: &Look<'_>, progress: &Progress) -> Option<Self> {
        const THREADS: usize = 2;
        let mut all = Self::default();
        let parts = std::thread::scope(|scope| {
            let judge = |part| {
                judge::part(look, part, THREADS, |n| {
                    progress.done.fetch_add(n, Ordering::Relaxed);
                })
            };
            let workers: Vec<_> = (0..THREADS).map(|part| scope.spawn(move || judge(part))).collect();
            workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect::<Vec<_>>()
        });
        if progress.stop.load(Ordering::Relaxed) {
            return None;
        }
        for part in parts {
            // A judge that panicked must not pass for a book without problems.
            all.add(part.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        Some(all)
    }

    /// Judges every record, without a way to stop.
    pub fn of(model: &Model, today: crate::model::Day) -> Self {
        Self::full(&Look { model, today }, &Progress::default()).unwrap_or_default()
    }

    /// Takes in what the judges said of records that have nothing recorded yet.
    pub fn add(&mut self, verdicts: Verdicts) {
        for finding in verdicts.findings {
            *self.counts.entry((finding.severity, finding.rule)).or_default() += 1;
            self.by_record.update(finding.subject, |of| of.push(finding));
        }
        for finding in verdicts.waived {
            self.waived_count += 1;
            self.waived.update(finding.subject, |of| of.push(finding));
        }
        for gap in verdicts.unjudged {
            *self.unjudged_counts.entry(gap.rule).or_default() += 1;
            self.unjudged.update(gap.subject, |of| of.push(gap));
        }
    }

    /// Forgets what was said of a record, and returns the findings.
    pub fn forget(&mut self, key: Key) -> Vec<Finding> {
        for gap in self.unjudged.remove(&key).unwrap_or_default() {
            lower(&mut self.unjudged_counts, gap.rule);
        }
        self.waived_count -= self.waived.remove(&key).map_or(0, |waived| waived.len());
        let findings = self.by_record.remove(&key).unwrap_or_default();
        for finding in &findings {
            lower(&mut self.counts, (finding.severity, finding.rule));
        }
        findings
    }

    /// The findings on a record.
    pub fn on(&self, key: Key) -> &[Finding] {
        self.by_record.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The findings on a record that the user accepts.
    pub fn waived_on(&self, key: Key) -> &[Finding] {
        self.waived.get(&key).map_or(&[], Vec::as_slice)
    }

    /// How many findings the user accepts.
    pub fn waived_count(&self) -> usize {
        self.waived_count
    }

    /// The findings that the user accepts, by severity, rule and record.
    pub fn waived_sorted(&self) -> Vec<Finding> {
        let mut all: Vec<Finding> = self.waived.iter().flat_map(|(_, waived)| waived).copied().collect();
        all.sort_unstable();
        all
    }

    /// What could not be judged on a record.
    pub fn unjudged_on(&self, key: Key) -> &[Unjudged] {
        self.unjudged.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The gravest finding on a record.
    pub fn worst(&self, key: Key) -> Option<Severity> {
        self.on(key).iter().map(|finding| finding.severity).min()
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts.iter().filter(|((s, _), _)| *s == severity).map(|(_, n)| n).sum()
    }

    /// How many findings there are of a rule, of any severity.
    pub fn count_of(&self, rule: Code) -> usize {
        self.counts.iter().filter(|((_, code), _)| *code == rule).map(|(_, n)| n).sum()
    }

    /// How often a rule could not be judged.
    pub fn unjudged_count(&self, rule: Code) -> usize {
        self.unjudged_counts.get(&rule).copied().unwrap_or_default()
    }

    /// All findings, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.by_record.iter().flat_map(|(_, findings)| findings)
    }

    /// All findings, the gravest first, then by rule and record.
    pub fn sorted(&self) -> Vec<Finding> {
        let mut all: Vec<Finding> = self.iter().copied().collect();
        all.sort_unstable();
        all
    }
}

fn lower<K: Ord>(counts: &mut BTreeMap<K, usize>, key: K) {
    if let std::collections::btree_map::Entry::Occupied(mut count) = counts.entry(key) {
        *count.get_mut() -= 1;
        if *count.get() == 0 {
            count.remove();
        }
    }
}

impl PartialEq for Findings {
    /// True when both say the same of the same records.
    fn eq(&self, other: &Self) -> bool {
        let gaps = |of: &Self| {
            let mut all: Vec<Unjudged> = of.unjudged.iter().flat_map(|(_, gaps)| gaps).copied().collect();
            all.sort_unstable();
            all
        };
        self.counts == other.counts
            && self.unjudged_counts == other.unjudged_counts
            && self.sorted() == other.sorted()
            && self.waived_sorted() == other.waived_sorted()
            && gaps(self) == gaps(other)
    }
}
