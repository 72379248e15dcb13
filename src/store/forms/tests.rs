use super::*;
use crate::model::{Change, Customer, Guid, Key};
use crate::store::bad::Fault;
use crate::store::sim::{Chance, Plan, Sim};
use crate::store::volume::{Drive, machine};
use rustix::io::Errno;
use std::fs;
use std::sync::Arc;

/// Texts with everything that a file could stumble over.
const TEXTS: [&str; 4] = ["Clinique du Parc", "two\nlines", "O'Neil \u{202e}\"Söhne\"", "\0\u{1b}[2J"];

fn tenant(n: u64) -> TenantId {
    TenantId(Guid::own(n))
}

fn customer(n: u64, name: &str) -> Customer {
    Customer { tenant: tenant(n), name: name.into(), ..Customer::default() }
}

fn typed(text: &str) -> Vec<Typed> {
    vec![Typed { field: "name".into(), text: text.into() }]
}

fn form(aim: Aim, text: &str) -> Unfinished {
    let base = Record::Customer(customer(1, text));
    Unfinished::Form(Filled { aim, base, typed: typed(text), cursor: "name".into() })
}

/// One of every kind.
fn all() -> Vec<Sitting> {
    let keys: Vec<Key> = (1..4).map(|n| Key::Customer(tenant(n))).collect();
    let step = crate::model::Transaction::new(Verb::AddCustomer, vec![Change::add(customer(7, TEXTS[2]))]);
    let aims = [
        Aim::Add,
        Aim::Create { seller: tenant(2), reseller: Some(tenant(3)) },
        Aim::Create { seller: tenant(2), reseller: None },
        Aim::Replace,
        Aim::Edit(Keys(keys.into())),
        Aim::Fill(Verb::SetQuantity),
        Aim::Accept { rule: "R-REG-001".into(), on: One(Key::Customer(tenant(1))) },
        Aim::Insist(Step(Arc::new(step))),
    ];
    let forms = aims.into_iter().enumerate().map(|(n, aim)| form(aim, TEXTS[n % TEXTS.len()]));
    let blanks = TEXTS.map(|text| Blank { before: "".into(), text: text.into() }).to_vec();
    let papers = [
        Paper::Agreement { customer: tenant(1), place: Some(2) },
        Paper::Agreement { customer: tenant(1), place: None },
        Paper::Location { partner: tenant(2) },
    ];
    let slips = papers.map(|paper| Unfinished::Slip(Slip { paper, blanks: blanks.clone(), cursor: 1 }));
    let ids: Vec<SubscriptionId> = (1..4).map(|n| SubscriptionId(Guid::own(n))).collect();
    let transfer = Transfer {
        page: 2,
        what: Ids(ids.clone().into()),
        left_out: vec![ids[0]],
        at_term_end: Vec::new(),
        seller: Some(tenant(2)),
        reseller: None,
        leaves: true,
    };
    let at = Moment::from_seconds(1_790_000_000);
    let first = Sitting { at, forms: forms.chain(slips).collect() };
    vec![first, Sitting { at, forms: vec![Unfinished::Transfer(transfer)] }]
}

fn keeper(folder: &Path) -> Keeper {
    Keeper::at(&machine(), folder)
}

#[test]
fn every_form_reads_back_as_it_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut keeper = keeper(folder.path());
    assert_eq!(keeper.open(), Found::Sittings(Vec::new()));
    keeper.keep(1, &all()).unwrap();
    assert_eq!(keeper.open(), Found::Sittings(all()));
    let text = fs::read_to_string(folder.path().join(NAME)).unwrap();
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
    keeper.keep(1, &[]).unwrap();
    assert!(!folder.path().join(NAME).exists());
    keeper.keep(1, &[]).unwrap();
}

#[test]
fn what_comes_late_does_not_replace_what_is_newer() {
    let folder = tempfile::tempdir().unwrap();
    let mut keeper = keeper(folder.path());
    keeper.keep(2, &all()).unwrap();
    keeper.keep(1, &[]).unwrap();
    assert_eq!(keeper.open(), Found::Sittings(all()));
}

#[cfg(unix)]
#[test]
fn the_file_is_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    keeper(folder.path()).keep(1, &all()).unwrap();
    let mode = fs::metadata(folder.path().join(NAME)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_damaged_file_is_put_aside_and_nothing_of_it_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    let whole = text(&all()).unwrap();
    let cut = whole[..whole.len() / 2].to_owned();
    let newer = whole.replace("format: 1", "format: 9");
    let stranger = whole.replace("cursor:", "curser:");
    let deep = format!("Forms(format: 1, sittings: {})", "[".repeat(100_000));
    let bad_key = whole.replace("customer:", "nobody:");
    for (n, text) in [cut, newer, stranger, deep, bad_key, "\0\0\0".into()].iter().enumerate() {
        fs::write(&path, text).unwrap();
        let mut keeper = keeper(folder.path());
        let Found::Aside(aside, why) = keeper.open() else { panic!("{n}") };
        assert!(matches!(*why, StoreError::Bad(_) | StoreError::Newer { .. }), "{why}");
        assert_eq!(aside, folder.path().join(format!("forms-damaged-{}.ron", n + 1)));
        assert_eq!(&fs::read_to_string(aside).unwrap(), text);
        keeper.keep(1, &all()).unwrap();
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read_and_none_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    fs::File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
    let mut keeper = keeper(folder.path());
    assert!(matches!(keeper.open(), Found::Aside(_, why) if matches!(*why, StoreError::TooLarge { .. })));
    keeper.keep(1, &all()).unwrap();
    let long = "x".repeat(usize::try_from(LIMIT).unwrap());
    let at = Moment::from_seconds(0);
    let refused = keeper.keep(1, &[Sitting { at, forms: vec![form(Aim::Add, &long)] }]);
    assert!(matches!(refused, Err(StoreError::TooLarge { .. })));
    assert_eq!(keeper.open(), Found::Sittings(all()), "the old file stands");
}

#[cfg(unix)]
#[test]
fn a_link_is_refused_and_never_written_through() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("theirs");
    fs::write(&target, text(&all()).unwrap()).unwrap();
    std::os::unix::fs::symlink(&target, folder.path().join(NAME)).unwrap();
    let mut keeper = keeper(folder.path());
    let link = StoreError::Link { path: folder.path().join(NAME) };
    assert_eq!(keeper.open(), Found::Barred(Box::new(link.clone())));
    assert_eq!(keeper.keep(1, &[]), Err(link));
    assert!(target.exists() && folder.path().join(NAME).exists());
}

#[test]
fn an_error_names_the_line_and_what_stands_there() {
    let text = text(&all()).unwrap().replace("customer:", "nobody:");
    let Err(StoreError::Bad(bad)) = read(Path::new(NAME), text.into_bytes()) else { panic!("read") };
    assert!(bad.line >= 5, "{bad:?}");
    assert!(!matches!(bad.fault, Fault::NotUtf8), "{bad:?}");
}

/// At every call, the power goes off or an error comes: the file is the old one or the new one, whole.
#[test]
fn wherever_it_stops_the_file_is_the_old_one_or_the_new_one() {
    let folder = Path::new("/books/main");
    let (old, new) = (all(), vec![all()[1].clone()]);
    for plan in [Plan::CrashAt as fn(u64) -> Plan, |n| Plan::ErrorAt(n, Errno::NOSPC)] {
        for call in 1..100 {
            let sim = Sim::new(folder);
            let drive: Drive = Arc::new(sim.clone());
            Keeper::at(&drive, folder).keep(1, &old).unwrap();
            sim.plan(plan(call));
            let kept = Keeper::at(&drive, folder).keep(1, &new);
            if sim.calls() < call {
                assert!(kept.is_ok() && call > 5);
                break;
            }
            for seed in 0..8 {
                let after: Drive = Arc::new(sim.after_crash(&mut Chance(seed)));
                let Found::Sittings(found) = Keeper::at(&after, folder).open() else { panic!("{call}") };
                assert!(found == new || (found == old && kept.is_err()), "call {call}, seed {seed}");
            }
        }
    }
}
