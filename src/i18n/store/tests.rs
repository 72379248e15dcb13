use super::*;
use crate::store::bad::{Expected, Fault};
use crate::store::canonical::CanonicalError;
use crate::store::error::{Cause, Doing};
use std::io::ErrorKind;
use std::path::PathBuf;

fn bad(fault: Fault) -> StoreError {
    StoreError::Bad(Box::new(BadFile {
        file: PathBuf::from("partners.ron"),
        line: 214,
        column: 9,
        record: Some(Subject {
            row: 12,
            id: Some("own-7".into()),
            name: Some("Clinique\u{202e} du Parc".into()),
        }),
        field: Some("agreement.on".into()),
        fault,
    }))
}

fn all() -> Vec<StoreError> {
    let at = || PathBuf::from("books/\u{1b}main");
    let doings = [
        Doing::MakeFolder,
        Doing::ListFolder,
        Doing::Create,
        Doing::Write,
        Doing::Sync,
        Doing::Rename,
        Doing::SyncFolder,
        Doing::Read,
        Doing::Remove,
        Doing::Lock,
    ];
    let kinds = [
        ErrorKind::PermissionDenied,
        ErrorKind::NotFound,
        ErrorKind::StorageFull,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::Other,
    ];
    let system = doings.iter().flat_map(|doing| kinds.iter().map(|kind| (*doing, *kind)));
    let system = system.map(|(doing, kind)| StoreError::System {
        doing,
        path: at(),
        cause: Cause { kind, code: Some(5) },
    });
    let faults = [
        Fault::NotUtf8,
        Fault::MergeMarkers,
        Fault::TrailingNuls,
        Fault::WrongRoot { expected: "Partners", found: "Customers".into() },
        Fault::UnknownField { found: "contry".into(), known: vec!["country", "name"] },
        Fault::MissingField("name"),
        Fault::DoubledField("name"),
        Fault::UnknownChoice { found: "Mars".into(), known: vec!["Global", "China"] },
        Fault::Expected(Expected::Day),
        Fault::NumberTooLarge,
        Fault::BadEscape,
        Fault::Trailing,
        Fault::Refused("too long".into()),
        Fault::DoubledId(Some(3)),
        Fault::DoubledId(None),
        Fault::DoubledTable,
        Fault::TooManyRows,
        Fault::UnknownFormat(0),
        Fault::Syntax("unexpected".into()),
    ];
    let others = [
        StoreError::Link { path: at() },
        StoreError::NotAFile { path: at() },
        StoreError::TooLarge { path: at(), bytes: 3_000_000, limit: 2_000_000 },
        StoreError::Held(Holder::default()),
        StoreError::Newer { path: at(), found: 2, known: 1 },
        StoreError::ChangedOnDisk { file: at() },
        StoreError::ReadBack { path: at() },
        StoreError::ReadOnly { folder: at() },
        StoreError::Missing { path: at() },
        StoreError::Unwritable { path: at(), why: CanonicalError::Float },
        StoreError::NoBook { folder: at() },
        StoreError::Exists { folder: at() },
    ];
    system.chain(faults.map(bad)).chain(others).collect()
}

#[test]
fn every_error_is_whole_sentences_without_hostile_signs() {
    for (lang, error) in Lang::ALL.iter().flat_map(|lang| all().into_iter().map(move |error| (lang, error))) {
        let words = lang.store_error(&error);
        assert!(words.ends_with('.') && !words.contains('!') && !words.contains("  "), "{words}");
        assert!(!words.contains(char::is_control) && !words.contains('\u{202e}'), "{words}");
        assert!(!words.contains(".."), "{words}");
    }
}

#[test]
fn a_fault_names_file_place_record_field_and_what_would_be_right() {
    assert_eq!(
        Lang::En.store_error(&bad(Fault::Expected(Expected::Day))),
        "partners.ron cannot be read: line 214, column 9, record 12 (Clinique<202E> du Parc), field agreement.on: expected \
         a date like 2026-10-03. The file is left as it is."
    );
    let choice = Fault::UnknownChoice { found: "Globl".into(), known: vec!["Global", "China"] };
    assert!(
        Lang::Fr.store_error(&bad(choice)).contains("« Globl » n'existe pas, vouliez-vous dire Global ?")
    );
}

#[test]
fn who_holds_the_book_is_named() {
    let holder = Holder {
        pid: Some(4121),
        since: Some("2026-09-15T09:02:00Z".into()),
        user: Some("ines\u{7}".into()),
        host: None,
    };
    let words = Lang::En.store_error(&StoreError::Held(holder));
    assert!(words.contains("process 4121") && words.contains("since 2026-09-15 09:02:00 UTC"), "{words}");
    assert!(!words.contains('\u{7}'));
}

#[test]
fn notices_are_sentences_too() {
    let file = PathBuf::from("customers.ron");
    for lang in Lang::ALL {
        let inside = Notice::CommentsInside { file: file.clone(), lines: vec![14; 20] };
        for notice in
            [Notice::EditedOutside { file: file.clone() }, Notice::NoHeader, Notice::NoLocks, inside]
        {
            assert!(lang.store_notice(&notice).ends_with('.'));
        }
    }
}

#[test]
fn what_is_not_so_everywhere_is_not_said() {
    let torn = Notice::JournalTorn { line: 4 };
    assert!(Lang::En.store_notice(&torn).ends_with("It is left out."));
    assert!(Lang::Fr.store_notice(&torn).ends_with("Elle est laissée de côté."));
    // No backup holds a file of the history.
    for error in [StoreError::Hole { path: "a".into(), gone: (1, 2) }, bad(Fault::HistoryLine)] {
        assert!(Lang::En.store_error(&error).contains("backups of Partnerbook hold no history"));
        assert!(
            Lang::Fr
                .store_error(&error)
                .contains("sauvegardes de Partnerbook ne contiennent pas l'historique")
        );
    }
}

#[test]
fn the_words_of_the_system_are_ours() {
    let cause = Cause { kind: std::io::ErrorKind::NotFound, code: Some(2) };
    assert_eq!([Lang::En, Lang::Fr].map(|lang| lang.cause(cause)), ["it is not there", "cela n'existe pas"]);
}
