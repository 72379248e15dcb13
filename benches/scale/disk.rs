//! The book on disk: a whole save, a save after one edit, opening.

use crate::book::change;
use crate::measure::{print, timed};
use partnerbook::edit::Book;
use partnerbook::model::Subscription;
use partnerbook::store::disk::Heads;
use partnerbook::store::{Meta, Models, Purpose, Taken, machine, open, save_copy};
use std::hint::black_box;

/// The whole book to a new folder, one edit of it, and back.
pub fn all(book: &mut Book) {
    let Ok(place) = tempfile::tempdir() else { return };
    let folder = place.path().join("book");
    let models = |book: &Book| Models { book: book.model().clone(), baseline: book.baseline().clone() };
    let meta = Meta::default();
    let (saved, took) =
        timed(|| save_copy(&machine(), &folder, &meta, &models(book), Heads::new(), &mut |_| {}));
    print("save the whole book", &[took]);
    let Ok((mut disk, _)) = saved else { return };
    let one = book.model().subscriptions().values().next().cloned();
    if let Some(before) = one {
        let after = Subscription { note: "saved".into(), ..before.clone() };
        change(book, before, after);
        let (saved, took) = timed(|| disk.save(&meta, &models(book), Taken::default(), &mut |_| {}));
        print("save after one edit", &[took]);
        println!("    {} files", saved.map_or(0, |saved| saved.files));
    }
    drop(disk);
    print(
        "open the saved book",
        &[timed(|| black_box(open(&machine(), &folder, Purpose::Look, &mut |_| {})).is_ok()).1],
    );
}
