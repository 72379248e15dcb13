//! Backups: offered where files of the book cannot be read, listed when asked for, brought back as one step.

use super::job::{Job, Restored};
use super::menu::{Does, Item, Menu};
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::sheet::{Reply, Sheet};
use super::{App, Mode, Task};
use crate::action::Action;
use crate::i18n::Lang;
use crate::model::{Transaction, Verb};
use crate::store::backup::{Backup, Soundness, changes};
use crate::store::error::Doing;
use crate::store::journal::NAME as JOURNAL;
use crate::store::rescue::Rescued;
use crate::store::{Opened, StoreError};

/// Whether a backup can stand in for what is wrong with a book: files that cannot be read. What somebody else holds or a
/// newer version wrote is well, where writing is not allowed nothing is damaged, and a damaged journal is repaired where
/// it is: backups hold none.
pub fn is_for_a_backup(refused: &[StoreError]) -> bool {
    let is_elsewhere = |error: &StoreError| match error {
        StoreError::Held(_) | StoreError::Newer { .. } => true,
        StoreError::System { doing, .. } => !matches!(doing, Doing::Read | Doing::ListFolder),
        _ => false,
    };
    !refused.iter().any(is_elsewhere) && !refused.iter().all(is_of_journal)
}

fn is_of_journal(error: &StoreError) -> bool {
    matches!(error, StoreError::Bad(bad) if bad.file.ends_with(JOURNAL))
}

impl App {
    /// Lists the backups of the book.
    pub(super) fn ask_backups(&mut self) {
        match (&self.opened.mode, self.opened.folder.clone()) {
            (Mode::Normal | Mode::ReadOnly(_), Some(folder)) => {
                self.start(Task::Open, Job::Backups { folder, offered: false });
            }
            (Mode::Demo, _) | (_, None) => {
                self.say(Notice::refused(self.lang.keeping().is_invented, &[]));
            }
        }
    }

    /// Looks for backups of a book that was opened with files that cannot be read.
    pub(super) fn look_for_backups(&mut self, refused: &[StoreError]) {
        self.unreadable = is_for_a_backup(refused);
        if let (true, Some(folder)) = (self.unreadable, self.opened.folder.clone()) {
            self.start(Task::Open, Job::Backups { folder, offered: true });
        }
    }

    /// Takes in the backups that there are.
    pub(super) fn have_backups(&mut self, found: Vec<Backup>, offered: bool) {
        if offered {
            self.offer_backups(found);
        } else if found.is_empty() {
            self.say(Notice::done(self.lang.keeping().no_backups, &[]));
        } else {
            self.open(Overlay::Menu(menu(self.lang, found)));
        }
    }

    /// Offers the backups of a book with files that cannot be read.
    pub fn offer_backups(&mut self, found: Vec<Backup>) {
        self.unreadable = true;
        let words = self.lang.keeping();
        let newest = found.iter().find(|backup| is_sound(backup)).cloned();
        let mut lines: Vec<String> = match &self.opened.mode {
            Mode::ReadOnly(why) => vec![why.clone()],
            Mode::Normal | Mode::Demo => Vec::new(),
        };
        let mut answers = Vec::new();
        if let Some(newest) = newest {
            lines.push((words.offer_newest)(&label(self.lang, &newest)));
            lines.push(words.offer_does.to_owned());
            answers.push(('r', words.restore_newest.into(), Reply::Restore(Box::new(newest))));
            answers.push(('b', words.choose.into(), Reply::Backups(found)));
        } else {
            lines.push(words.offer_none.to_owned());
        }
        let title = words.offer.to_owned();
        self.open(Overlay::Sheet(Sheet { title, lines, answers, safe: words.look_only, offset: 0 }));
    }

    /// Shows all backups, to choose one.
    pub(super) fn choose_backup(&mut self, found: Vec<Backup>) -> Turn {
        Turn::Swap(Box::new(Overlay::Menu(menu(self.lang, found))))
    }

    /// Brings a backup back: as a step where the book can be read, else in the place of its files.
    pub(super) fn bring_back(&mut self, backup: Backup) -> Turn {
        match (&self.opened.mode, self.opened.folder.clone()) {
            (Mode::ReadOnly(_), Some(folder)) if self.unreadable => {
                // The folder is closed first: whoever writes it needs the lock.
                self.opened.desk = None;
                self.start(Task::Open, Job::Rescue { folder, backup, today: self.book.today() });
            }
            (Mode::ReadOnly(why), _) => {
                let text = self.lang.screen().read_only(why);
                self.say(Notice::refused(text, &[]));
            }
            (Mode::Normal | Mode::Demo, _) => self.start(Task::Open, Job::Restore(backup)),
        }
        Turn::Close
    }

    /// A backup was read: the step to it is done like any other.
    pub(super) fn was_restored(&mut self, restored: Restored) {
        let Restored { backup, opened } = restored;
        let Opened { meta, models, .. } = *opened;
        let step = Transaction {
            verb: Verb::Restore,
            changes: changes(self.book.model(), &models.book),
            baseline: changes(self.book.baseline(), &models.baseline),
        };
        let name = self.lang.backup(&backup);
        if step.is_empty() {
            let text = (self.lang.keeping().is_that_already)(&name);
            return self.say(Notice::done(text, &[]));
        }
        let records = step.changes.len();
        if self.commit(step).is_ok() {
            self.book.date(meta.baseline_on);
            let text = (self.lang.keeping().restored)(&name, records);
            self.say(Notice::done(text, &[Action::Undo]));
        }
    }

    /// Says what was put in the place of files that could not be read.
    pub(super) fn was_rescued(&mut self, backup: &Backup, rescued: &Rescued) {
        let lines = self.lang.rescued(rescued, &self.lang.backup(backup));
        self.say(Notice::done(lines.join(" "), &[Action::Save]));
    }

    /// Says why a backup cannot be brought back; what was there is there still.
    pub(super) fn was_not_restored(&mut self, errors: &[StoreError]) {
        let lines: Vec<String> = errors.iter().map(|error| self.lang.store_error(error)).collect();
        self.say(Notice::failed(lines.join(" "), &[Action::Backups]));
    }
}

fn is_sound(backup: &Backup) -> bool {
    !matches!(backup.soundness, Soundness::Unreadable(_))
}

/// A backup in one line: its number and date, how many records, how sound it is.
fn label(lang: Lang, backup: &Backup) -> String {
    let words = lang.keeping();
    let state = match backup.soundness {
        Soundness::Whole => words.whole,
        Soundness::Changed => words.changed,
        Soundness::Unreadable(_) => words.unreadable,
    };
    let records = backup.records.map(|records| format!(", {}", (words.records)(records))).unwrap_or_default();
    format!("{}{records}, {state}", lang.backup(backup))
}

fn menu(lang: Lang, found: Vec<Backup>) -> Menu {
    let item = |backup: Backup| {
        let label = label(lang, &backup);
        let does = match &backup.soundness {
            Soundness::Whole | Soundness::Changed => Ok(Does::Restore(Box::new(backup))),
            Soundness::Unreadable(why) => {
                Err(why.first().map(|error| lang.store_error(error)).unwrap_or_default())
            }
        };
        Item { label, does }
    };
    Menu::new(lang.keeping().menu.to_owned(), found.into_iter().map(item).collect())
}
