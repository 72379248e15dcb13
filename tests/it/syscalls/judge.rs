//! The verdict on what is found after a fault: from the edits that were confirmed, the states of the book after each edit
//! of the script, and two openings.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

/// The book as two openings found it, with a save and an undo and redo in between.
#[derive(Clone, Debug)]
pub struct Found {
    /// What the first opening listed.
    pub first: String,
    /// What the second listed.
    pub second: String,
    /// What was said when something of it failed.
    pub failed: Option<String>,
}

/// Whether all is well: the confirmed edits are there, and at most the one that was under way besides.
pub fn judge(states: &[String], acks: &[usize], book: &Path, found: &Found) -> Result<(), String> {
    if let Some(failed) = &found.failed {
        return Err(format!("cannot be opened: {failed}"));
    }
    let confirmed = acks.len();
    if !acks.iter().copied().eq(1..=confirmed) {
        return Err(format!("confirmed out of order: {acks:?}"));
    }
    let is_there = |n: usize| states.get(n).is_some_and(|state| *state == found.first);
    if !is_there(confirmed) && !is_there(confirmed + 1) {
        let at: Vec<usize> = (0..states.len()).filter(|n| is_there(*n)).collect();
        return Err(format!("{confirmed} edits are confirmed, the book is as after {at:?}"));
    }
    if found.first != found.second {
        return Err("the second opening differs from the first".to_owned());
    }
    private(book)
}

/// Whether only the user can read the files.
fn private(folder: &Path) -> Result<(), String> {
    let rights = |path: &Path| fs::symlink_metadata(path).map(|about| about.permissions().mode() & 0o077);
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if rights(&path).map_err(|error| error.to_string())? != 0 {
            return Err(format!("others may read {}", path.display()));
        }
        if path.is_dir() {
            private(&path)?;
        }
    }
    Ok(())
}

#[test]
fn the_judge_sees_what_is_lost_doubled_and_open_to_others() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("customers.ron");
    fs::write(&file, "").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let states: Vec<String> = ["zero", "one", "two", "three", "four"].map(str::to_owned).into();
    let found =
        |first: &str, second: &str| Found { first: first.into(), second: second.into(), failed: None };
    let verdict = |acks: &[usize], found: &Found| judge(&states, acks, home.path(), found);
    assert_eq!(verdict(&[1, 2], &found("two", "two")), Ok(()));
    assert_eq!(verdict(&[1, 2], &found("three", "three")), Ok(()), "the edit under way may be there");
    assert!(verdict(&[1, 2], &found("one", "one")).is_err(), "a confirmed edit is lost");
    assert!(verdict(&[1, 2], &found("four", "four")).is_err(), "an edit is there that was not begun");
    assert!(verdict(&[1, 2], &found("else", "else")).is_err(), "the book is in no state it ever had");
    assert!(verdict(&[1, 3], &found("two", "two")).is_err(), "an edit was left out");
    assert!(verdict(&[1, 2], &found("two", "three")).is_err(), "the openings differ");
    let failed = Found { failed: Some("damaged".to_owned()), ..found("two", "two") };
    assert!(verdict(&[1, 2], &failed).is_err(), "it cannot be opened");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(verdict(&[1, 2], &found("two", "two")).is_err(), "others can read it");
}
