//! How a command ends: its exit code, and what is said when it fails. The codes are a promise.

use std::process::ExitCode;

use super::out;
use crate::i18n::Lang;
use crate::model::show;
use crate::store::StoreError;
use crate::store::error::{Cause, Doing};

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done; for a check, nothing found.
    Done,
    /// Something was found.
    Found,
    /// Wrong use, or something would have to be asked.
    Usage,
    /// The book or an input file cannot be read.
    Unreadable,
    /// Something cannot be written, or somebody else has it.
    Unwritable,
    /// Refused, or partly refused.
    Refused,
    /// An error in the program itself.
    Own,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::Usage => 2,
            Exit::Unreadable => 3,
            Exit::Unwritable => 4,
            Exit::Refused => 6,
            Exit::Own => 70,
        })
    }
}

/// Why a command ends early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fail {
    /// Nobody reads any more what it writes.
    Closed,
    /// What it writes does not go out, for this cause.
    Full(Cause),
    /// It failed, with what there is to say.
    Said(Exit, Vec<String>),
}

impl Fail {
    /// A failure with one thing to say.
    pub fn new(exit: Exit, words: impl Into<String>) -> Self {
        Self::Said(exit, vec![words.into()])
    }

    /// Says what there is to say.
    pub fn end(&self, lang: Lang) -> ExitCode {
        match self {
            Self::Closed => ExitCode::SUCCESS,
            Self::Full(cause) => {
                out::complain(&lang.not_put_out(*cause));
                Exit::Unwritable.into()
            }
            Self::Said(exit, lines) => {
                lines.iter().for_each(|line| out::complain(line));
                (*exit).into()
            }
        }
    }
}

impl From<anyhow::Error> for Fail {
    /// An error that only the program itself can have made, with its causes.
    fn from(error: anyhow::Error) -> Self {
        Self::new(Exit::Own, show(&format!("{error:#}")))
    }
}

/// The exit code of what the disk refused.
pub fn exit_of(error: &StoreError) -> Exit {
    match error {
        StoreError::System { doing: Doing::Read | Doing::ListFolder, .. }
        | StoreError::Link { .. }
        | StoreError::NotAFile { .. }
        | StoreError::TooLarge { .. }
        | StoreError::Newer { .. }
        | StoreError::Bad(_)
        | StoreError::Missing { .. }
        | StoreError::Hole { .. }
        | StoreError::NoBook { .. } => Exit::Unreadable,
        StoreError::System {
            doing:
                Doing::MakeFolder
                | Doing::Create
                | Doing::Write
                | Doing::Sync
                | Doing::Rename
                | Doing::SyncFolder
                | Doing::Remove
                | Doing::Lock,
            ..
        }
        | StoreError::Held(_)
        | StoreError::ChangedOnDisk { .. }
        | StoreError::ReadBack { .. }
        | StoreError::ReadOnly { .. }
        | StoreError::Exists { .. } => Exit::Unwritable,
        StoreError::Unwritable { .. } => Exit::Own,
    }
}
