//! Saving, opening, importing and leaving, as far as the disk is not touched: that is for the effects.

use super::job::{Importing, Job, Reopening, Saving};
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::prompt::{Prompt, Wanted};
use super::sheet::{Reply, Sheet};
use super::{App, Effect, Kept, Mode, Task, Written};
use crate::action::Action;
use crate::exchange::Context;
use crate::store::StoreError;
use std::borrow::Cow;
use std::path::PathBuf;

impl App {
    /// Writes the book, when there is a folder to write it to.
    pub fn save(&mut self) {
        let _ = self.saved_by_itself();
        match self.place_to_save() {
            Ok(folder) => self.save_to(folder, false),
            Err(refused) => {
                self.quit_after_save = false;
                self.say(refused);
            }
        }
    }

    fn place_to_save(&self) -> Result<PathBuf, Notice> {
        let words = self.lang.files();
        match &self.opened.mode {
            Mode::Demo => Err(Notice::refused(words.demo_not_saved, &[])),
            Mode::ReadOnly(why) => Err(Notice::refused(self.lang.screen().read_only(why), &[])),
            Mode::Normal => {
                let folder = self.opened.folder.clone();
                folder.ok_or_else(|| Notice::refused(words.no_folder, &[Action::OpenBook]))
            }
        }
    }

    fn save_to(&mut self, folder: PathBuf, copy: bool) {
        let book = self.present_book();
        let saving = Saving {
            folder,
            desk: self.opened.desk.clone().filter(|_| !copy),
            name: self.opened.name.clone(),
            us: self.opened.us,
            model: book.model().clone(),
            baseline: book.baseline().clone(),
            baseline_day: book.baseline_day(),
            position: book.history().position(),
            seq: self.unsaved.seq(),
            missed: self.unsaved.waiting().to_vec(),
            copy,
        };
        self.start(Task::Save, Job::Save(Box::new(saving)));
    }

    pub(super) fn was_saved(&mut self, written: Written) {
        let Written { position, seq, files, desk, unkept } = written;
        self.opened.desk = desk.or(self.opened.desk.take());
        self.saved = position;
        self.was_taken_over(seq);
        let is_by_itself = self.saved_by_itself();
        if let Some(error) = unkept {
            let text = (self.lang.keeping().not_kept)(&self.lang.store_error(&error));
            self.say(Notice::failed(text, &[]));
        } else if !is_by_itself {
            self.say_saved(files);
        }
        let is_wanted = !is_by_itself && std::mem::take(&mut self.quit_after_save);
        if is_wanted && !self.is_dirty() {
            self.effect(Effect::Quit);
        }
    }

    fn say_saved(&mut self, files: usize) {
        let text = match files {
            0 => self.lang.files().saved_already.to_owned(),
            n => self.lang.files().saved(n, &self.opened.name),
        };
        self.say(Notice::done(text, &[]));
    }

    pub(super) fn was_not_saved(&mut self, error: &StoreError) {
        self.quit_after_save = false;
        self.was_not_kept(error);
        let text = self.not_written(error);
        if matches!(error, StoreError::ChangedOnDisk { .. }) {
            return self.ask_changed_on_disk(text);
        }
        self.say(Notice::failed(text, &[Action::Save]));
    }

    /// Why the files are not written, and where the steps are all the same.
    fn not_written(&self, error: &StoreError) -> String {
        let (words, why) = (self.lang.files(), self.lang.store_error(error));
        match self.kept() {
            Kept::Draft => words.safe_in_journal(&why),
            Kept::Copy => words.safe_in_copy(&why),
            Kept::OnTheWay | Kept::Failed | Kept::Nothing => words.not_saved(&why),
        }
    }

    /// Somebody else changed the files: nothing of theirs is overwritten, nothing of ours is dropped unasked.
    fn ask_changed_on_disk(&mut self, title: String) {
        let words = self.lang.files();
        let does = [words.merge_does, words.copy_goes, words.theirs_comes].map(str::to_owned);
        let answers = vec![
            ('m', words.merge.into(), Reply::Reload),
            ('k', words.keep_as_copy.into(), Reply::SaveCopy),
            ('t', words.take_theirs.into(), Reply::Theirs),
        ];
        let sheet = Sheet {
            title,
            lines: self.only_copied().into_iter().chain(does).collect(),
            answers,
            safe: words.decide_later,
            offset: 0,
        };
        // A save that went by itself may have asked already.
        self.overlays.retain(|overlay| !is_about_changes(overlay));
        self.open(Overlay::Sheet(sheet));
    }

    /// What reading the book again leaves behind, because a copy alone has it.
    fn only_copied(&self) -> Option<String> {
        let alone = self.unsaved.waiting().len();
        (self.kept() == Kept::Copy && alone > 0).then(|| self.lang.files().in_copy_alone(alone))
    }

    /// Writes this state beside the book, in a folder of its own.
    pub(super) fn save_copy(&mut self) {
        if let Some(folder) = &self.opened.folder {
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let copy = folder.with_file_name(format!("{name}-copy-{}", self.book.today()));
            self.save_to(copy, true);
        }
    }

    /// Reads the book from its folder again: what others changed, with our own steps from the journal on top; and then, when
    /// that is wished, what stands in the files as a step.
    pub(super) fn reload(&mut self, theirs: bool) {
        if self.kept() == Kept::Failed {
            return self.say(Notice::refused(self.lang.files().merge_needs_journal, &[Action::Save]));
        }
        if let Some(folder) = self.opened.folder.clone() {
            let (desk, today) = (self.opened.desk.take(), self.book.today());
            self.start(Task::Open, Job::Reopen(Box::new(Reopening { folder, desk, today, theirs })));
        }
    }

    /// Reads a book from a folder; steps that are not saved ask first.
    pub(super) fn open_book(&mut self, folder: PathBuf) -> Turn {
        if self.kept() == Kept::Failed {
            self.say(Notice::refused(self.lang.files().save_first, &[Action::Save]));
            return Turn::Stay;
        }
        self.start(Task::Open, Job::Open(folder, self.book.today()));
        Turn::Close
    }

    pub(super) fn ask_book(&mut self) {
        let prompt = Prompt::new(Wanted::Book, self.lang.files().which_book);
        self.open(Overlay::Prompt(prompt));
    }

    pub(super) fn ask_import(&mut self) {
        let prompt = Prompt::new(Wanted::Files, self.lang.files().which_files);
        self.open(Overlay::Prompt(prompt));
    }

    /// Reads files and shows what they would change.
    pub fn import(&mut self, paths: Vec<PathBuf>, context: Context) {
        let context = Context { us: context.us.or(self.opened.us), ..context };
        let (model, baseline) = (self.book.model().clone(), self.book.baseline().clone());
        self.start(Task::Import, Job::Import(Box::new(Importing { paths, context, model, baseline })));
    }

    /// Leaves the program; steps that are not saved ask first.
    pub fn quit(&mut self) {
        let unsaved = self.is_dirty() && self.opened.mode == Mode::Normal;
        // A step that was taken back is no difference any more, but a journal that the disk refused still has it.
        if !unsaved && self.kept() != Kept::Failed {
            return self.effect(Effect::Quit);
        }
        let words = self.lang.files();
        let (title, quit) = self.leaving();
        let mut answers = vec![('d', quit, Reply::Quit)];
        if self.opened.folder.is_some() {
            answers.insert(0, ('s', words.save_and_quit.into(), Reply::SaveAndQuit));
        }
        let sheet = Sheet {
            title,
            lines: self.kept_as_draft().into_iter().chain(self.why_not_kept()).collect(),
            answers,
            safe: self.lang.overlays().stay,
            offset: 0,
        };
        self.open(Overlay::Sheet(sheet));
    }

    /// What is said of leaving now, and the answer that leaves. Only what the disk has confirmed is promised.
    fn leaving(&self) -> (String, Cow<'static, str>) {
        let words = self.lang.files();
        let unsaved = || words.unsaved(self.unsaved().max(1));
        if let Some(lost) = self.lost() {
            return (words.lost(lost), words.lose_and_quit(lost).into());
        }
        match self.kept() {
            Kept::Draft => (unsaved(), words.quit_with_draft.into()),
            Kept::Copy => (unsaved(), words.quit_with_copy.into()),
            Kept::OnTheWay | Kept::Failed | Kept::Nothing => (unsaved(), words.drop_and_quit.into()),
        }
    }

    /// What of the steps the journal has all the same, when it refused others.
    fn kept_as_draft(&self) -> Option<String> {
        let kept = self.unsaved.journaled();
        self.lost().filter(|_| kept > 0).map(|_| self.lang.files().kept_as_draft(kept))
    }

    fn lost(&self) -> Option<usize> {
        self.unsaved.lost().filter(|_| self.kept() == Kept::Failed)
    }

    /// How many steps are not on disk.
    pub fn unsaved(&self) -> usize {
        self.present_book().history().since(self.saved)
    }
}

/// Whether it asks what is to become of files that somebody else changed.
fn is_about_changes(overlay: &Overlay) -> bool {
    let reads_again = |reply: &Reply| matches!(reply, Reply::Reload);
    matches!(overlay, Overlay::Sheet(sheet) if sheet.answers.iter().any(|(_, _, reply)| reads_again(reply)))
}
