//! English: what we and somebody else both changed.

use crate::i18n::conflicts::Conflicts;

pub(in crate::i18n) static CONFLICTS: Conflicts = Conflicts {
    title: "Changed on both sides",
    said: |records| match records {
        1 => "1 record was changed on both sides.".to_owned(),
        n => format!("{n} records were changed on both sides."),
    },
    heading: |records| match records {
        1 => "1 record was changed by you and by somebody else".to_owned(),
        n => format!("{n} records were changed by you and by somebody else"),
    },
    stands: "Where both changed the same, yours stands. All else that they changed is in the book too.",
    kept: |backups, key| {
        format!(
            "Theirs is in the files until the next save, which keeps these files as a backup. It is under \"{backups}\" among all commands ({key})."
        )
    },
    list: "What does not go together",
    none: "Nothing was changed on both sides since this book was opened.",
};
