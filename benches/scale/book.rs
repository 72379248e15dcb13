//! The book in memory: clone, full check, commits with their incremental check.

use crate::measure::{memory, print, repeat, timed};
use partnerbook::demo;
use partnerbook::edit::Book;
use partnerbook::model::{Change, Customer, Model, Partner, Record, Subscription, Transaction, Verb};
use partnerbook::rules::Findings;
use std::hint::black_box;
use std::time::Duration;

/// What is in the book, and what it takes.
pub fn tell(model: &Model) {
    println!("    {}", inventory(model));
    if let Some(kilobytes) = memory() {
        println!("    {} bytes a subscription", kilobytes * 1024 / model.subscriptions().len().max(1));
    }
    print("clone the book", &repeat(9, || model.clone()));
}

fn inventory(model: &Model) -> String {
    let of = |key: &str, n: usize| format!("{n} {key}");
    [
        of("partners", model.partners().len()),
        of("customers", model.customers().len()),
        of("subscriptions", model.subscriptions().len()),
        of("relationships", model.relationships().len()),
        of("admin", model.admin().len()),
    ]
    .join(", ")
}

/// Judges everything.
pub fn check(model: &Model) {
    let checks = repeat(3, || Findings::of(model, demo::day()));
    print("full check", &checks);
    let findings = Findings::of(model, demo::day());
    println!("    {} findings", findings.iter().count());
}

/// Edits of subscriptions all over the book: applied, judged, and taken back.
pub fn commit(book: &mut Book) {
    let all: Vec<Subscription> =
        book.model().subscriptions().values().step_by(997).take(500).cloned().collect();
    let seen = |s: &Subscription| Subscription { note: "seen".into(), ..s.clone() };
    let edits: Vec<Duration> = all.iter().map(|s| change(book, s.clone(), seen(s))).collect();
    print("commit with incremental check", &edits);
    let undone: Vec<Duration> = all.iter().map(|_| timed(|| black_box(book.undo()).is_ok()).1).collect();
    print("undo", &undone);
    let customers: Vec<Customer> =
        book.model().customers().values().step_by(997).take(100).cloned().collect();
    let renamed = |c: &Customer| Customer { name: "Renamed".into(), ..c.clone() };
    let edits: Vec<Duration> = customers.iter().map(|c| change(book, c.clone(), renamed(c))).collect();
    print("commit on a customer", &edits);
    let sellers: Vec<Partner> = book.model().sellers().take(5).map(|(_, partner)| partner.clone()).collect();
    let noted = |p: &Partner| Partner { note: "seen".into(), ..p.clone() };
    let edits: Vec<Duration> = sellers.iter().map(|p| change(book, p.clone(), noted(p))).collect();
    print("commit on a provider", &edits);
}

/// Commits the edit of one record.
pub fn change(book: &mut Book, before: impl Into<Record>, after: impl Into<Record>) -> Duration {
    let change = Transaction::new(Verb::Edit, vec![Change::edit(before, after)]);
    timed(|| black_box(book.commit(change)).is_ok()).1
}
