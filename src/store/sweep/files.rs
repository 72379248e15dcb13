//! What lies beside or in the files of a book: other states, flipped bits, backups.

use std::path::PathBuf;

use super::super::journal::NAME;
use super::super::sim::{Plan, Sim};
use super::super::*;
use super::{Client, Figures, drive, folder, life, open_on};
use crate::model::{Guid, Key, TenantId};

/// Files of other states beside a journal: another journal's saves say nothing of this one's entries.
pub(super) fn checkouts(figures: &mut Figures) {
    let (sim, mut client) = life(Plan::Fine);
    client.set(3, "draft");
    let files = ["customers.ron", "book.ron"].map(|name| folder().join(name));
    let foreign = foreign_book(&files);
    for (path, bytes) in files.iter().zip(foreign) {
        sim.write_outside(path, &bytes);
    }
    let verdict = open_on(&sim).and_then(|opened| {
        let name = opened.models.book.name(Key::Customer(TenantId(Guid::own(3))));
        let theirs = opened.models.book.name(Key::Customer(TenantId(Guid::own(99))));
        let both = (name.raw() == "draft", theirs.raw() == "theirs");
        if both == (true, true) { Ok(()) } else { Err(format!("draft and theirs are there: {both:?}")) }
    });
    figures.judge("checkout", String::new, verdict);
}

/// The files of another line of saves, with larger numbers.
fn foreign_book(files: &[PathBuf; 2]) -> [Vec<u8>; 2] {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    (0..40).for_each(|n| client.set(99, &format!("theirs {n}")));
    client.set(99, "theirs");
    client.save();
    files.each_ref().map(|path| sim.content(path).unwrap())
}

/// A bit flips in the middle of the journal: nothing is written, and nothing is taken for less than it is.
pub(super) fn damage(figures: &mut Figures) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    ["a", "b", "c", "d"].into_iter().for_each(|name| client.set(1, name));
    let path = folder().join(NAME);
    let whole = sim.content(&path).unwrap();
    let lines: Vec<usize> =
        whole.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).collect();
    for place in (lines[1] + 1..lines[lines.len() - 2]).step_by(11) {
        let damaged = sim.copy();
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        damaged.write_outside(&path, &bytes);
        let opened = open(&drive(&damaged), folder(), Purpose::Write, &mut |_| {}).unwrap();
        let is_kept =
            matches!(opened.disk.access(), Access::Look(_)) && damaged.content(&path).unwrap() == bytes;
        let verdict = if is_kept { Ok(()) } else { Err("opened for writing".to_owned()) };
        figures.judge("flipped bit", || format!("at {place}"), verdict);
    }
}

/// After each save the newest backup holds what was saved before it, and no more than five are kept.
pub(super) fn backups(figures: &mut Figures) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    let mut saved = vec![client.models.clone()];
    for n in 0..8 {
        client.set(1 + n % 3, &format!("name {n}"));
        client.import(n);
        client.save();
        let listed = backup::list(&drive(&sim), folder()).unwrap();
        let held: Vec<Models> =
            listed.iter().map(|backup| backup::read(&drive(&sim), &backup.folder).unwrap().models).collect();
        let right: Vec<Models> = saved.iter().rev().take(backup::KEPT).cloned().collect();
        let verdict = if held == right { Ok(()) } else { Err(format!("{} kept", held.len())) };
        figures.judge("backups", || format!("after save {n}"), verdict);
        saved.push(client.models.clone());
    }
}
