//! Deliberate faults of the protocol, for the sweep alone: each must be caught by it, or the sweep proves nothing. Outside
//! of tests none is ever in force.

/// A fault that a careless change might bring in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// An edit is confirmed without a sync of the journal.
    NoJournalSync,
    /// A new file takes its place before the disk has its content.
    NoFileSync,
    /// Nobody waits until the disk has the names of a folder.
    NoFolderSync,
    /// A failed sync is tried again on the same file, and believed.
    RetriedSync,
    /// A journal that was found is appended to, torn tail and all.
    AppendToFound,
    /// The sums of the lines are not looked at.
    NoChecksum,
    /// The journal is let go before the save.
    RetireFirst,
    /// A save lets go of entries that came while it ran.
    RetireAll,
    /// The journal is begun anew before the history has what it held.
    HistoryLast,
    /// `book.ron` is written before the tables.
    HeaderFirst,
    /// Which entries are saved is told by their numbers alone, whatever journal they are in.
    NumbersAlone,
    /// Of a damaged journal the rest is dropped, as if it were torn.
    DamageIsTorn,
    /// A backup is made after the files were replaced.
    BackupLate,
    /// A backup is filled under its own name.
    BackupInPlace,
    /// A backup gets its number before the disk has its files.
    BackupNotSynced,
    /// What a save that failed had put in place already is forgotten.
    ForgottenSave,
    /// A save begins though no journal has what it takes over.
    SaveUnconfirmed,
    /// A journal that failed is appended to all the same.
    AppendAfterFailure,
    /// A folder that cannot be listed is taken for an empty one.
    ListError,
    /// What somebody else changed is not merged with what the journal holds.
    NoMerge,
    /// A save of an older state comes behind one of a newer, and counts.
    OlderLast,
    /// A save rests on lines of the journal that were found, though nobody knows whether they were ever synced.
    TrustFound,
    /// A save rests on the names of files that were found, though nobody knows whether the disk has them.
    TrustFolders,
}

#[cfg(test)]
mod in_force {
    use super::Fault;
    use std::cell::Cell;

    thread_local! {
        static FAULT: Cell<Option<Fault>> = const { Cell::new(None) };
    }

    impl Fault {
        /// Every fault.
        pub(in crate::store) const ALL: &'static [Self] = &[
            Self::NoJournalSync,
            Self::NoFileSync,
            Self::NoFolderSync,
            Self::RetriedSync,
            Self::AppendToFound,
            Self::NoChecksum,
            Self::RetireFirst,
            Self::RetireAll,
            Self::HistoryLast,
            Self::HeaderFirst,
            Self::NumbersAlone,
            Self::DamageIsTorn,
            Self::BackupLate,
            Self::BackupInPlace,
            Self::BackupNotSynced,
            Self::ForgottenSave,
            Self::SaveUnconfirmed,
            Self::AppendAfterFailure,
            Self::ListError,
            Self::NoMerge,
            Self::OlderLast,
            Self::TrustFound,
            Self::TrustFolders,
        ];

        /// Puts a fault in force on this thread, or none.
        pub(in crate::store) fn set(fault: Option<Self>) {
            FAULT.set(fault);
        }

        pub(in crate::store) fn is_in_force(self) -> bool {
            FAULT.get() == Some(self)
        }

        /// Whether no backups are made: a fault of something else shows without them, and much sooner.
        pub(in crate::store) fn hides_backups() -> bool {
            let of_backups = [Self::BackupLate, Self::BackupInPlace, Self::BackupNotSynced];
            FAULT.get().is_some_and(|fault| !of_backups.contains(&fault))
        }
    }
}

#[cfg(not(test))]
impl Fault {
    #[allow(clippy::unused_self)] // the same call as in tests
    pub(super) const fn is_in_force(self) -> bool {
        false
    }

    pub(super) const fn hides_backups() -> bool {
        false
    }
}
