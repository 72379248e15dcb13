//! What the tests of faults share: a book, a hand that edits its files, the program under conditions of a shell.

use std::fs;
use std::path::Path;
use std::process::Command;

use partnerbook::model::{Change, Key, Moment, Record, TableName, Transaction, Verb};
use partnerbook::store::volume::machine;
use partnerbook::store::{Access, Deed, Entry, Notice, Opened, Purpose, StoreError, open};

use crate::shell::{PROVIDER, Shell};

/// A shell with a book of partners and customers.
pub fn shell() -> Shell {
    let shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json"]);
    shell
}

/// Changes a file as an editor does.
pub fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    fs::write(path, change(fs::read_to_string(path).unwrap())).unwrap();
}

/// Opens the book in a folder to write it. A program that another test starts has the lock of this one until it is a
/// program of its own: then it is tried again.
pub fn opened(folder: &Path) -> Opened {
    loop {
        let opened = open(&machine(), folder, Purpose::Write, &mut |_| {}).unwrap();
        let own = Some(std::process::id());
        if !troubles(&opened).iter().any(|why| matches!(why, StoreError::Held(holder) if holder.pid == own)) {
            return opened;
        }
        std::thread::yield_now();
    }
}

/// Why a book may only be looked at.
pub fn troubles(opened: &Opened) -> Vec<StoreError> {
    match opened.disk.access() {
        Access::Write(_) => Vec::new(),
        Access::Look(why) => why.clone(),
    }
}

/// Whether the user hears that something is not as it was: steps that are taken up again are none of this.
pub fn is_told(opened: &Opened) -> bool {
    let is_plain = |notice: &Notice| matches!(notice, Notice::TakenUp(_));
    !troubles(opened).is_empty() || !opened.notices.iter().all(is_plain)
}

/// The step with this number: the first customer gets another name.
pub fn renamed(opened: &Opened, seq: u64, from: &str, to: &str) -> Entry {
    let key = first(opened);
    let Some(Record::Customer(found)) = opened.models.book.get(key) else { panic!("no customer") };
    let named =
        |name: &str| Record::from(partnerbook::model::Customer { name: name.into(), ..found.clone() });
    let change = Change { before: Some(named(from)), after: Some(named(to)) };
    let at = Moment::from_seconds(1_790_000_000);
    Entry { seq, at, deed: Deed::Did(Transaction::new(Verb::Edit, vec![change])) }
}

/// Confirms steps that give the first customer these names, one after the other, and ends without a save.
pub fn draft(folder: &Path, names: &[&str]) {
    let mut book = opened(folder);
    let mut from = first_name(&book);
    for name in names {
        let entry = renamed(&book, book.journal.last() + 1, &from, name);
        let _ = book.journal.append(vec![entry]).unwrap();
        (*name).clone_into(&mut from);
    }
}

/// The name of the first customer.
pub fn first_name(opened: &Opened) -> String {
    opened.models.book.name(first(opened)).raw().to_owned()
}

fn first(opened: &Opened) -> Key {
    opened.models.book.keys().find(|key| key.table() == TableName::Customer).unwrap()
}

/// A command of the program under a shell that first does something to itself, such as closing a stream: `$@` is the
/// program.
#[cfg(unix)]
pub fn under(shell: &Shell, script: &str, args: &[&str]) -> Command {
    let program = shell.command(args);
    let mut wrapped = Command::new("/bin/sh");
    wrapped.args(["-c", script, "sh"]).arg(program.get_program()).args(program.get_args());
    wrapped.env_clear().current_dir(program.get_current_dir().unwrap()).stdin(std::process::Stdio::null());
    wrapped.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    wrapped
}

/// How a command ended, and what it said and wrote.
pub fn ran(command: &mut Command) -> (Option<i32>, String, String) {
    let done = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}
