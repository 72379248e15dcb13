use super::*;
use crate::model::{
    Change, Country, Guid, Key, Model, Partner, Partnership, PartnershipId, Role, TableName, TenantId,
    Transaction, Verb,
};
use crate::rules::{Code, Findings};

fn partner(n: u64, role: Role, country: &str) -> Partner {
    let country: Country = country.parse().unwrap();
    let tenant = TenantId(Guid::own(n));
    Partner { tenant, roles: [role].into(), country: Some(country), ..Partner::default() }
}

fn book() -> Book {
    let mut model = Model::default();
    model.put(partner(1, Role::IndirectProvider, "DE").into());
    model.put(partner(2, Role::IndirectReseller, "FR").into());
    model.put(partner(3, Role::IndirectReseller, "US").into());
    Book::new(model, "2026-09-15".parse().unwrap())
}

fn partnership(reseller: u64) -> Transaction {
    let (provider, reseller) = (TenantId(Guid::own(1)), TenantId(Guid::own(reseller)));
    let id = PartnershipId::of(provider, reseller, 0);
    let record = Partnership { id, provider, reseller, ..Partnership::default() };
    Transaction::new(Verb::InviteReseller, vec![Change::add(record)])
}

#[test]
fn a_step_is_done_undone_and_redone_exactly() {
    let mut book = book();
    let before = book.model().clone();
    let _ = book.commit(partnership(2)).unwrap();
    let after = book.model().clone();
    assert_eq!(after.count(TableName::Partnership), 1);
    let _ = book.undo().unwrap();
    assert_eq!(book.model(), &before);
    assert_eq!(book.undo().unwrap_err(), Rejection::Nothing);
    let _ = book.redo().unwrap();
    assert_eq!(book.model(), &after);
    assert_eq!(book.redo().unwrap_err(), Rejection::Nothing);
}

#[test]
fn a_new_error_is_refused_and_nothing_is_changed() {
    let mut book = book();
    let before = book.model().clone();
    let Rejection::Broken(findings) = book.commit(partnership(3)).unwrap_err() else { panic!("not broken") };
    assert!(findings.iter().any(|f| f.rule == Code::Reg002), "{findings:?}");
    assert_eq!(book.model(), &before);
    assert_eq!(book.findings(), &Findings::of(&before, book.today()));
    assert!(book.history().is_empty());
}

#[test]
fn an_import_may_be_faulty_and_is_flagged() {
    let mut book = book();
    let receipt = book.commit(Transaction { verb: Verb::Import, ..partnership(3) }).unwrap();
    assert!(receipt.appeared.iter().any(|f| f.rule == Code::Reg002));
    assert_eq!(book.findings(), &Findings::of(book.model(), book.today()));
}

#[test]
fn what_was_already_wrong_stays_editable() {
    let mut book = book();
    let _ = book.commit(Transaction { verb: Verb::Import, ..partnership(3) }).unwrap();
    let before = book.model().partnerships().values().next().unwrap().clone();
    let after = Partnership { note: "seen".into(), ..before.clone() };
    assert!(book.commit(Transaction::new(Verb::Edit, vec![Change::edit(before, after)])).is_ok());
}

#[test]
fn a_step_built_on_another_state_is_refused() {
    let mut book = book();
    let _ = book.commit(partnership(2)).unwrap();
    let key = Key::Partnership(PartnershipId::of(TenantId(Guid::own(1)), TenantId(Guid::own(2)), 0));
    assert_eq!(book.commit(partnership(2)).unwrap_err(), Rejection::Stale(key));
}

#[test]
fn asking_changes_nothing() {
    let mut book = book();
    let before = book.model().clone();
    assert!(book.would(&partnership(2)).is_ok());
    assert!(book.would(&partnership(3)).is_err());
    assert_eq!(book.model(), &before);
    assert_eq!(book.findings(), &Findings::of(&before, book.today()));
}

#[test]
fn removing_what_others_name_is_refused() {
    let mut book = book();
    let _ = book.commit(partnership(2)).unwrap();
    let reseller = book.model().partner(TenantId(Guid::own(2))).unwrap().clone();
    let Rejection::Broken(findings) =
        book.commit(Transaction::new(Verb::Remove, vec![Change::remove(reseller)])).unwrap_err()
    else {
        panic!("not broken")
    };
    assert!(findings.iter().any(|f| f.rule == Code::BookReference));
}

#[test]
fn a_moment_is_brought_back_as_one_step_also_a_faulty_one() {
    let mut book = book();
    let _ = book.commit(Transaction { verb: Verb::Import, ..partnership(3) }).unwrap();
    let faulty = book.model().clone();
    let record = book.model().partnerships().values().next().unwrap().clone();
    let _ = book.commit(Transaction::new(Verb::Remove, vec![Change::remove(record)])).unwrap();
    let clean = book.clone();
    let receipt = book.commit(book.restoring(&faulty)).unwrap();
    assert!(receipt.appeared.iter().any(|finding| finding.rule == Code::Reg002));
    assert_eq!((book.model(), book.findings()), (&faulty, &Findings::of(&faulty, book.today())));
    assert_eq!(book.commit(book.restoring(&faulty)).unwrap_err(), Rejection::Nothing, "it is there already");
    let _ = book.undo().unwrap();
    assert_eq!((book.model(), book.findings()), (clean.model(), clean.findings()));
}
