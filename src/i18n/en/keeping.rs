//! English: backups, damage and repair.

use crate::i18n::keeping::Keeping;

pub(in crate::i18n) static KEEPING: Keeping = Keeping {
    no_backups: "There are no backups yet. Each save keeps the state before it.",
    kept_in: |count, folder| format!("{} in {folder}.", n(count, "backup")),
    no_such_backup: |number, known| {
        if known.is_empty() {
            format!("There is no backup {number}, and no other. Each save keeps the state before it.")
        } else {
            format!("There is no backup {number}. There are: {known}.")
        }
    },
    is_that_already: |backup| format!("The book is already as in {backup}. Nothing was changed."),
    restored: |backup, records| {
        format!(
            "The book is again as in {backup}: {} changed, as one step. Undo takes it back.",
            n(records, "record")
        )
    },
    rescued: |backup, aside| {
        format!("The files that could not be read gave way to {backup}. They are kept whole in {aside}.")
    },
    taken_up: |steps| match steps {
        1 => {
            "One step that was made since was taken up again as a draft. Look it over, then save.".to_owned()
        }
        steps => format!(
            "{steps} steps that were made since were taken up again as a draft. Look them over, then save."
        ),
    },
    has_gap: "Between the backup and these steps others are missing: the history does not hold them. Run partnerbook check.",
    pruned: |gone, left| format!("{} removed, {left} left.", n(gone, "backup")),
    nothing_to_prune: |left| format!("There is nothing to remove: {}.", n(left, "backup")),
    prune_asks: |gone, left| {
        format!("{} will be removed for good, {left} left. Write yes to remove:", n(gone, "backup"))
    },
    prune_needs: "Removing backups cannot be undone. Add --yes to remove them without being asked.",
    prune_word: "yes",
    not_pruned: "Nothing was removed.",
    not_kept: |why| format!("The state before this save is not kept as a backup: {why}"),
    nothing_to_repair: "The journal has no damage. There is nothing to repair.",
    repaired: |steps, kept| {
        format!(
            "The journal is repaired: {} in a new one. The damaged file is kept whole in {kept}.",
            match steps {
                0 => "no step goes on".to_owned(),
                1 => "1 step goes on".to_owned(),
                n => format!("{n} steps go on"),
            }
        )
    },
    mended: |lines| format!("One bit was put right in line {lines}: the checksums prove it."),
    lost: |count, lines| match count {
        1 => format!("What line {lines} held is lost. Run partnerbook check, and make that step again."),
        _ => format!("What lines {lines} held is lost. Run partnerbook check, and make those steps again."),
    },
    then_restore: "A backup can stand in their place: partnerbook backup list, then partnerbook backup restore N. The files are kept.",
    named: |number, when| format!("backup {number} of {when}"),
    no_date: "unknown date",
    records: |records| format!("{records} {}", if records == 1 { "record" } else { "records" }),
    whole: "whole",
    changed: "changed since",
    unreadable: "cannot be read",
    menu: "Backups: bring one back",
    offer: "Some files of this book cannot be read",
    offer_newest: |backup| format!("The newest backup that can be read is {backup}."),
    offer_none: "There is no backup that can be read.",
    offer_does: "It takes the place of the files; they are kept whole beside it, and the steps made since are taken up again.",
    restore_newest: "restore this backup",
    choose: "choose another",
    look_only: "look only",
    is_invented: "The demo book is never saved, so it has no backups.",
};

fn n(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
