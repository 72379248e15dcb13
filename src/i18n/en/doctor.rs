//! English: how a book is kept.

use crate::i18n::doctor::Doctor;

pub(in crate::i18n) static DOCTOR: Doctor = Doctor {
    byte: "B",
    lock: "open elsewhere",
    free: "no",
    no_locks: "unknown: this disk knows no locks. Make sure that nobody else changes the book meanwhile.",
    journal: "journal",
    no_journal: "nothing was done since the last save",
    steps: |steps, size| {
        format!("{steps} {} not saved yet, {size}", if steps == 1 { "step" } else { "steps" })
    },
    torn: |line| {
        format!(
            "line {line} is half a line, which was never confirmed. It is cut off when the book is opened to change it."
        )
    },
    clock: "clock",
    clock_behind: |now, last| {
        format!(
            "it is {now} by the clock, earlier than the last step of {last}. Set the clock: dates of steps and terms go by it."
        )
    },
    files: "files",
    as_saved: "as they were saved",
    strangers: |list| format!("not of the book, and left alone: {list}"),
    backups: "backups",
    kept: |count, newest| format!("{count} kept, the newest is {newest}"),
    unsound: |list| {
        format!("cannot be read: {list}. Remove them, or leave them: partnerbook backup list says why.")
    },
    rights: "rights",
    private: "only you may read and write",
    loose: |path, mode, right, is_plain| {
        if is_plain {
            format!("others may read or write {path} ({mode:o}). Run: chmod {right:o} {path}")
        } else {
            format!("others may read or write {path} ({mode:o}). Set its rights to {right:o} with chmod.")
        }
    },
    foreign: |path| format!("{path} belongs to another user. Ask for it with chown, or copy the book."),
    space: "space on the disk",
    room: |free| format!("{free} free"),
    little_room: |free| format!("only {free} free: a save may not fit. Free some space."),
};
