//! The words about backups, damage and repair: one struct, two values.

use super::{Lang, en, fr};
use crate::model::{Moment, show};
use crate::store::backup::Backup;
use crate::store::repair::Repaired;
use crate::store::rescue::Rescued;
use std::path::Path;

/// Every word and sentence about backups and repair, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Keeping {
    pub no_backups: &'static str,
    pub kept_in: fn(usize, &str) -> String,
    pub no_such_backup: fn(u64, &str) -> String,
    pub is_that_already: fn(&str) -> String,
    pub restored: fn(&str, usize) -> String,
    pub rescued: fn(&str, &str) -> String,
    pub taken_up: fn(usize) -> String,
    pub has_gap: &'static str,
    pub pruned: fn(usize, usize) -> String,
    pub nothing_to_prune: fn(usize) -> String,
    pub prune_asks: fn(usize, usize) -> String,
    pub prune_needs: &'static str,
    pub prune_word: &'static str,
    pub not_pruned: &'static str,
    pub not_kept: fn(&str) -> String,
    pub nothing_to_repair: &'static str,
    pub repaired: fn(usize, &str) -> String,
    pub mended: fn(&str) -> String,
    pub lost: fn(usize, &str) -> String,
    pub then_restore: &'static str,
    pub named: fn(u64, &str) -> String,
    pub no_date: &'static str,
    pub records: fn(u64) -> String,
    pub whole: &'static str,
    pub changed: &'static str,
    pub unreadable: &'static str,
    pub menu: &'static str,
    pub offer: &'static str,
    pub offer_newest: fn(&str) -> String,
    pub offer_none: &'static str,
    pub offer_does: &'static str,
    pub restore_newest: &'static str,
    pub choose: &'static str,
    pub look_only: &'static str,
    pub is_invented: &'static str,
}

impl Lang {
    /// The words about backups and repair.
    pub fn keeping(self) -> &'static Keeping {
        match self {
            Self::En => &en::keeping::KEEPING,
            Self::Fr => &fr::keeping::KEEPING,
        }
    }

    /// What a backup is called: its number, and when its state had been saved.
    pub fn backup(self, backup: &Backup) -> String {
        let when = backup.saved.map_or_else(|| self.keeping().no_date.to_owned(), minute);
        (self.keeping().named)(backup.number, &when)
    }

    /// What a rescue did, in sentences, each on its own.
    pub fn rescued(self, rescued: &Rescued, backup: &str) -> Vec<String> {
        let words = self.keeping();
        let mut said = vec![(words.rescued)(backup, &safe(&rescued.aside))];
        if rescued.steps > 0 {
            said.push((words.taken_up)(rescued.steps));
        }
        if rescued.has_gap {
            said.push(words.has_gap.to_owned());
        }
        said
    }

    /// What a repair did, in sentences, each on its own.
    pub fn repaired(self, repaired: &Repaired) -> Vec<String> {
        let words = self.keeping();
        let list = |lines: &[usize]| lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let mut said = vec![(words.repaired)(repaired.steps, &safe(&repaired.kept))];
        if !repaired.mended.is_empty() {
            said.push((words.mended)(&list(&repaired.mended)));
        }
        if !repaired.lost.is_empty() {
            said.push((words.lost)(repaired.lost.len(), &list(&repaired.lost)));
        }
        said
    }
}

/// A moment to the minute, UTC, as `2026-11-24 18:02`.
pub fn minute(moment: Moment) -> String {
    let text = moment.to_string().replace('T', " ");
    text.chars().take("2026-11-24 18:02".len()).collect()
}

fn safe(path: &Path) -> String {
    show(&path.to_string_lossy()).into_owned()
}
