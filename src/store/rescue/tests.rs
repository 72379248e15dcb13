use std::fs;

use super::*;
use crate::model::{Change, Customer, Guid, Model, Moment, Record, TenantId, Transaction, Verb};
use crate::store::journal::Deed;
use crate::store::sim::{Chance, Plan, Sim};
use crate::store::volume::machine;
use crate::store::{Journal, Meta, Taken, save_over};
use std::sync::{Arc, Mutex};

fn customer(n: u64, name: &str) -> Record {
    Customer { tenant: TenantId(Guid::own(n)), name: name.into(), ..Customer::default() }.into()
}

/// A book that was saved three times, with a step on its way to each save, and two steps more in its journal.
fn life(volume: &Drive, folder: &Path) -> Models {
    let mut disk = Disk::create(volume, folder).unwrap();
    let mut models = Models { book: [customer(1, "0")].into_iter().collect::<Model>(), ..Models::default() };
    let _ = disk.save(&Meta::default(), &models, Taken::default(), &mut |_| {}).unwrap();
    let head = journal::Head { id: 0, after: 0 };
    let journal = Mutex::new(Journal::new(volume, folder, head, Vec::new()));
    for seq in 1..=4 {
        let (before, after) = (customer(1, &(seq - 1).to_string()), customer(1, &seq.to_string()));
        let added = customer(10 + seq, "new");
        let step = Transaction {
            verb: Verb::Import,
            changes: vec![Change::edit(before, after.clone()), Change::add(added.clone())],
            baseline: vec![Change::add(added.clone())],
        };
        models.book.put(after);
        models.book.put(added.clone());
        models.baseline.put(added);
        let entry = Entry { seq, at: Moment::from_seconds(0), deed: Deed::Did(step) };
        let _ = journal.lock().unwrap().append(vec![entry]).unwrap();
        if seq <= 2 {
            let meta = Meta { name: "Sud".into(), ..Meta::default() };
            let _ = save_over(&mut disk, &journal, &meta, &models, seq, &[], &mut |_| {}).unwrap();
        }
    }
    models
}

fn opened(volume: &Drive, folder: &Path) -> Opened {
    open(volume, folder, Purpose::Write, &mut |_| {}).unwrap()
}

fn is_writable(opened: &Opened) -> bool {
    matches!(opened.disk.access(), Access::Write(_))
}

#[test]
fn a_backup_takes_the_place_of_files_that_cannot_be_read_and_the_later_steps_come_back() {
    let home = tempfile::tempdir().unwrap();
    let models = life(&machine(), home.path());
    let backups = backup::numbers(&*machine(), home.path()).unwrap();
    for (spoilt, number) in [("customers.ron", 1), ("book.ron", 2), ("baseline/customers.ron", 1)] {
        let path = home.path().join(spoilt);
        fs::write(&path, b"\xff rubbish").unwrap();
        assert!(!is_writable(&opened(&machine(), home.path())));
        let rescued = rescue(&machine(), home.path(), number).unwrap();
        assert!(!rescued.has_gap);
        assert_eq!(fs::read(rescued.aside.join(spoilt)).unwrap(), b"\xff rubbish");
        let found = opened(&machine(), home.path());
        assert!(is_writable(&found), "{spoilt}: {:?}", found.disk.access());
        assert_eq!(found.models, models, "{spoilt}");
        let seqs: Vec<u64> =
            found.past.iter().chain(found.journal.entries()).map(|entry| entry.seq).collect();
        assert_eq!(seqs, [1, 2, 3, 4], "{spoilt}");
        assert!(!home.path().join(".restore.new").exists());
    }
    assert_eq!(backup::numbers(&*machine(), home.path()).unwrap(), backups);
}

#[test]
fn a_book_whose_files_are_all_gone_comes_back() {
    let home = tempfile::tempdir().unwrap();
    let models = life(&machine(), home.path());
    for name in ["customers.ron", "book.ron", "baseline/customers.ron"] {
        fs::remove_file(home.path().join(name)).unwrap();
    }
    let rescued = rescue(&machine(), home.path(), 2).unwrap();
    assert!(rescued.has_gap || rescued.steps == 3);
    let found = opened(&machine(), home.path());
    assert!(is_writable(&found));
    assert_eq!(found.models.book.get(customer(1, "").key()), models.book.get(customer(1, "").key()));
    assert_eq!(found.meta.name.raw(), "Sud");
}

#[test]
fn a_backup_that_cannot_be_read_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    life(&machine(), home.path());
    fs::write(home.path().join("customers.ron"), "rubbish").unwrap();
    fs::write(backup::folder_of(home.path(), 2).join("customers.ron"), "rubbish too").unwrap();
    assert!(matches!(&rescue(&machine(), home.path(), 2).unwrap_err()[..], [StoreError::Bad(_)]));
    assert_eq!(fs::read(home.path().join("customers.ron")).unwrap(), b"rubbish");
    assert!(!home.path().join(aside::FOLDER).exists());
}

const FOLDER: &str = "/home/staff/books/main";

/// Opens what is there, restoring once more where it cannot be read; all steps are there, and so is the damaged file.
fn judge(sim: &Sim, models: &Models, place: u64) {
    let volume: Drive = Arc::new(sim.clone());
    let folder = Path::new(FOLDER);
    let mut found = opened(&volume, folder);
    if !is_writable(&found) {
        rescue(&volume, folder, 1).unwrap_or_else(|why| panic!("at {place}: {why:?}"));
        found = opened(&volume, folder);
    }
    assert!(is_writable(&found), "at {place}: {:?}", found.disk.access());
    assert!(found.models == *models, "at {place}: {:?}", found.notices);
    let places = (1..4).map(|n| folder.join(format!("damaged/{n:06}/customers.ron")));
    let is_kept = |path: &Path| sim.content(path).is_some_and(|bytes| bytes == b"rubbish");
    assert!(places.into_iter().any(|path| is_kept(&path)), "at {place}: the damaged file is gone");
}

#[test]
fn a_crash_or_an_error_at_any_call_of_a_rescue_loses_nothing() {
    let new = || {
        let sim = Sim::new(Path::new(FOLDER).parent().unwrap());
        let volume: Drive = Arc::new(sim.clone());
        let models = life(&volume, Path::new(FOLDER));
        sim.write_outside(&Path::new(FOLDER).join("customers.ron"), b"rubbish");
        (sim, volume, models)
    };
    let (sim, volume, models) = new();
    sim.plan(Plan::Fine);
    rescue(&volume, Path::new(FOLDER), 1).unwrap();
    judge(&sim, &models, 0);
    let calls = {
        let (sim, volume, _) = new();
        sim.plan(Plan::Fine);
        rescue(&volume, Path::new(FOLDER), 1).unwrap();
        sim.calls()
    };
    assert!(calls > 100);
    for at in 1..=calls {
        let (sim, volume, models) = new();
        sim.plan(Plan::CrashAt(at));
        let _ = rescue(&volume, Path::new(FOLDER), 1);
        for seed in 0..3 {
            judge(&sim.after_crash(&mut Chance(at * 31 + seed)), &models, at);
        }
        let (sim, volume, models) = new();
        sim.plan(Plan::ErrorAt(at, rustix::io::Errno::NOSPC));
        let _ = rescue(&volume, Path::new(FOLDER), 1);
        sim.plan(Plan::Fine);
        judge(&sim, &models, at);
    }
}
