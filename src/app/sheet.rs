//! A sheet that asks one question: what follows is listed, the answers are letters, Enter and Esc change nothing.

use super::overlay::{Overlay, Turn};
use super::{App, Effect};
use crate::action::Action;
use crate::model::Transaction;
use crate::store::backup::Backup;
use std::borrow::Cow;

/// What an answer does.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The step is done.
    Commit(Box<Transaction>),
    /// The form below keeps its values.
    KeepForm,
    /// The form below is dropped.
    DropForm,
    /// The state is written beside the book.
    SaveCopy,
    /// The book is read again.
    Reload,
    /// The book is read again, and what stands in its files is brought back.
    Theirs,
    /// A backup is brought back.
    Restore(Box<Backup>),
    /// All backups are shown.
    Backups(Vec<Backup>),
    /// The book is saved, then the program ends.
    SaveAndQuit,
    /// The program ends, what is not saved is dropped.
    Quit,
    /// The forms that were left are taken up.
    TakeUp,
    /// The forms that were left are dropped.
    DropLeft,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What is asked, safe to show.
    pub title: String,
    /// What follows, safe to show.
    pub lines: Vec<String>,
    /// The answers: a letter, its words, what it does.
    pub answers: Vec<(char, Cow<'static, str>, Reply)>,
    /// The words for the answer that changes nothing.
    pub safe: &'static str,
    /// The first line on screen.
    pub offset: usize,
}

impl Sheet {
    pub(super) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        let answer = self.answers.iter().find(|(letter, _, _)| *letter == typed.to_ascii_lowercase());
        match answer.map(|(_, _, reply)| reply.clone()) {
            Some(reply) => app.reply(reply),
            None => Turn::Stay,
        }
    }

    pub(super) fn act(&mut self, action: Action) -> Turn {
        match action {
            Action::SheetSafe | Action::Leave | Action::Cancel => return Turn::Close,
            Action::RowDown => self.offset = (self.offset + 1).min(self.lines.len().saturating_sub(1)),
            Action::RowUp => self.offset = self.offset.saturating_sub(1),
            Action::PageDown => self.offset = (self.offset + 10).min(self.lines.len().saturating_sub(1)),
            Action::PageUp => self.offset = self.offset.saturating_sub(10),
            _ => {}
        }
        Turn::Stay
    }
}

impl App {
    fn reply(&mut self, reply: Reply) -> Turn {
        match reply {
            Reply::Commit(step) => self.commit(*step).map_or(Turn::Stay, |()| Turn::Main),
            Reply::KeepForm => self.of_form(true),
            Reply::DropForm => self.of_form(false),
            Reply::SaveAndQuit => {
                self.quit_after_save = true;
                self.save();
                Turn::Close
            }
            Reply::Restore(backup) => self.bring_back(*backup),
            Reply::Backups(found) => self.choose_backup(found),
            Reply::SaveCopy => {
                self.save_copy();
                Turn::Close
            }
            Reply::Reload => {
                self.reload(false);
                Turn::Close
            }
            Reply::Theirs => {
                self.reload(true);
                Turn::Close
            }
            Reply::Quit => {
                self.effect(Effect::Quit);
                Turn::Close
            }
            Reply::TakeUp => self.take_up(),
            Reply::DropLeft => self.drop_left(),
        }
    }

    /// Lets the form or the slip below the sheet keep its values, or go; the sheet goes.
    fn of_form(&mut self, keep: bool) -> Turn {
        self.with_top(|below, app| match below {
            Overlay::Form(form) if keep => form.keep(app),
            Overlay::Slip(slip) if keep => slip.keep(app),
            Overlay::Form(_) | Overlay::Slip(_) => Turn::Close,
            _ => Turn::Stay,
        });
        Turn::Close
    }
}
