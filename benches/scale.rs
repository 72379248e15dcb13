//! Whole steps at a million subscriptions, each as its median and its worst: `cargo bench --bench scale`, with
//! `-- --rows N` for another size. Numbers to look at, not a test: machines differ.

#![allow(clippy::print_stdout)]

use partnerbook::app::{App, Mode, Msg, Opened};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::keymap::{Keymap, Sequence};
use partnerbook::model::{Change, Customer, Model, Partner, Record, Subscription, Transaction, Verb};
use partnerbook::rules::Findings;
use partnerbook::store::{Meta, Models, Purpose, open, save_copy};
use partnerbook::{demo, rules};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rows unless told another number.
const ROWS: usize = 1_000_000;

fn main() {
    let rows = rows(std::env::args());
    println!("{rows} subscriptions, {} rules", rules::all().count());
    let (model, built) = timed(|| demo::large(demo::SEED, rows));
    print("build the book", &[built]);
    println!("    {}", inventory(&model));
    let clones = repeat(9, || model.clone());
    print("clone the book", &clones);
    check(&model);
    let mut book = Book::new(model, demo::day());
    commit(&mut book);
    disk(&mut book);
    let Ok(keymap) = Keymap::standard() else { return };
    let opened = Opened { name: "scale".into(), folder: None, us: None, mode: Mode::Demo, desk: None };
    let (mut app, opening) = timed(|| App::new(book, opened, Lang::En, keymap));
    print("open the screen", &[opening]);
    screen(&mut app);
    if let Some(kilobytes) = memory() {
        println!(
            "memory at the end: {} MB, {} bytes a subscription",
            kilobytes / 1024,
            kilobytes * 1024 / rows.max(1)
        );
    }
}

/// The number after `--rows`; what else cargo passes is not for us.
fn rows(args: impl Iterator<Item = String>) -> usize {
    let value = args.skip_while(|arg| arg != "--rows").nth(1);
    value.and_then(|value| value.replace('_', "").parse().ok()).unwrap_or(ROWS)
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

fn check(model: &Model) {
    let checks = repeat(3, || Findings::of(model, demo::day()));
    print("full check", &checks);
    let findings = Findings::of(model, demo::day());
    println!("    {} findings", findings.iter().count());
}

/// Edits of subscriptions all over the book: applied, judged, and taken back.
fn commit(book: &mut Book) {
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

fn change(book: &mut Book, before: impl Into<Record>, after: impl Into<Record>) -> Duration {
    let change = Transaction::new(Verb::Edit, vec![Change::edit(before, after)]);
    timed(|| black_box(book.commit(change)).is_ok()).1
}

/// The whole book to a new folder, one edit of it, and back.
fn disk(book: &mut Book) {
    let Ok(place) = tempfile::tempdir() else { return };
    let folder = place.path().join("book");
    let models = |book: &Book| Models { book: book.model().clone(), baseline: book.baseline().clone() };
    let meta = Meta::default();
    let (saved, took) = timed(|| save_copy(&folder, &meta, &models(book), &mut |_| {}));
    print("save the whole book", &[took]);
    let Ok((mut disk, _)) = saved else { return };
    let one = book.model().subscriptions().values().next().cloned();
    if let Some(before) = one {
        let after = Subscription { note: "saved".into(), ..before.clone() };
        change(book, before, after);
        let (saved, took) = timed(|| disk.save(&meta, &models(book), &mut |_| {}));
        print("save after one edit", &[took]);
        println!("    {} files", saved.map_or(0, |saved| saved.files));
    }
    drop(disk);
    print("open the saved book", &[timed(|| black_box(open(&folder, Purpose::Look, &mut |_| {})).is_ok()).1]);
}

/// Keys on the four panes, as typed.
fn screen(app: &mut App) {
    let _ = app.update(Msg::Resize(120, 36));
    app.fit([20, 20, 20, 20]);
    keys(app, "4");
    print("row down", &keys(app, &"j ".repeat(100)));
    print("last row", &keys(app, "G"));
    print("page up", &keys(app, &"PageUp ".repeat(20)));
    print("sort by end date", &keys(app, "s e").split_off(1));
    print("sort by name", &keys(app, "s n").split_off(1));
    keys(app, "g g /");
    print("filter keystroke, substring", &keys(app, "\" a z u r e Space p l a n \"").split_off(1));
    keys(app, "Esc /");
    print("filter keystroke, field", &keys(app, "n a m e : e x c h a n g e").split_off(5));
    keys(app, "Esc /");
    print("filter keystroke, fuzzy", &keys(app, "b u s b a s"));
    keys(app, "Esc 3 g g");
    print("choose another customer", &keys(app, &"j ".repeat(20)));
    keys(app, "1 g g");
    print("choose another provider", &keys(app, &"j ".repeat(5)));
    print("pin a provider", &keys(app, "p"));
    keys(app, "p");
}

/// The time of each key. Long work that a key starts is not waited for.
fn keys(app: &mut App, keys: &str) -> Vec<Duration> {
    let keys: Sequence = keys.trim().parse().unwrap_or_default();
    keys.0.into_iter().map(|key| timed(|| black_box(app.update(Msg::Key(key)))).1).collect()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn repeat<T>(times: usize, mut work: impl FnMut() -> T) -> Vec<Duration> {
    let mut run = || {
        let (result, took) = timed(&mut work);
        drop(black_box(result));
        took
    };
    (0..times).map(|_| run()).collect()
}

fn print(what: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let (Some(median), Some(worst)) = (sorted.get(sorted.len() / 2), sorted.last()) else { return };
    println!("{what:<40} {median:>12.3?} {worst:>12.3?}  of {}", sorted.len());
}

/// Resident memory in kilobytes, where the system tells.
fn memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
