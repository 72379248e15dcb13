//! Whole steps at a million subscriptions, each as its median and its worst: `cargo bench --bench scale`, with
//! `-- --rows N` for another size and `-- --pick` for the pickers alone. Numbers to look at, not a test: machines differ.

#![allow(clippy::print_stdout)]

mod book;
mod disk;
mod measure;
mod pick;
mod screen;
mod search;

use measure::{memory, print, timed};
use partnerbook::edit::Book;
use partnerbook::{demo, rules};

/// Rows unless told another number.
const ROWS: usize = 1_000_000;

fn main() {
    let rows = rows(std::env::args());
    println!("{rows} subscriptions, {} rules", rules::all().count());
    let (model, built) = timed(|| demo::large(demo::SEED, rows));
    print("build the book", &[built]);
    if std::env::args().any(|arg| arg == "--pick") {
        return screen::pickers(Book::new(model, demo::day()));
    }
    book::tell(&model);
    book::check(&model);
    search::all(&model);
    let mut book = Book::new(model, demo::day());
    book::commit(&mut book);
    disk::all(&mut book);
    screen::all(book);
    if let Some(kilobytes) = memory() {
        println!("memory at the end: {} MB", kilobytes / 1024);
    }
}

/// The number after `--rows`; what else cargo passes is not for us.
fn rows(args: impl Iterator<Item = String>) -> usize {
    let value = args.skip_while(|arg| arg != "--rows").nth(1);
    value.and_then(|value| value.replace('_', "").parse().ok()).unwrap_or(ROWS)
}
