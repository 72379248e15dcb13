//! Every target of `tests/fuzz` on stable Rust: its seeds, and random changes of them, the same ones every time.
//!
//! `HOSTILE_ROUNDS` sets how many changes of each seed are tried; `tests/fuzz/run` fuzzes for hours.

use std::fs;
use std::path::Path;
use std::{env, panic};

use crate::targets;

/// So many changes of each seed are tried when nobody says otherwise.
const ROUNDS: usize = 6;

/// A small generator: the same seed gives the same changes.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fuzz").join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Changes, doubles, drops, moves and joins pieces, and puts in what does harm.
fn changed(seeds: &[Vec<u8>], of: &[u8], chance: &mut Chance) -> Vec<u8> {
    const PIECES: [&[u8]; 12] = [
        b"\x1b]52;c;x\x07",
        "\u{202e}".as_bytes(),
        b"\xff\xfe",
        b"\0",
        b"18446744073709551616",
        b"-1",
        b"((((((((",
        b"\"",
        b"\\u",
        b"9999-12-31",
        b",",
        b"\n",
    ];
    let mut bytes = of.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len() + 1);
        let length = chance.below(24).min(bytes.len() - at);
        let piece = bytes[at..at + length].to_vec();
        match chance.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 => drop(bytes.drain(at..at + length)),
            2 => drop(bytes.splice(at..at, piece)),
            3 => drop(bytes.splice(at..at + length, PIECES[chance.below(PIECES.len())].iter().copied())),
            4 => bytes.truncate(at),
            _ => {
                let other = &seeds[chance.below(seeds.len())];
                let from = chance.below(other.len() + 1);
                bytes.truncate(at);
                bytes.extend(&other[from..]);
            }
        }
    }
    bytes
}

fn tried(name: &str) {
    let rounds = env::var("HOSTILE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS);
    let (_, target) = targets::ALL.iter().find(|(own, _)| *own == name).expect("a target");
    let seeds = seeds(name);
    assert!(!seeds.is_empty());
    let mut chance = Chance(20_261_126);
    for seed in &seeds {
        attempt(*target, seed);
        for _ in 0..rounds {
            attempt(*target, &changed(&seeds, seed, &mut chance));
        }
    }
}

/// Says which bytes broke the promise.
fn attempt(target: targets::Target, bytes: &[u8]) {
    let held = panic::catch_unwind(|| target(bytes)).is_ok();
    assert!(held, "broken by {:?}", bytes.escape_ascii().to_string());
}

macro_rules! targets {
    ($($name:ident),*) => {
        $(#[test]
        fn $name() {
            tried(stringify!($name));
        })*

        #[test]
        fn every_target_is_tried() {
            let names: Vec<&str> = targets::ALL.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}

targets!(filter, import, journal, keymap, keys, settings, tables, text);

/// The fuzzers build these files without the rest of the tests.
#[test]
fn what_the_fuzzers_build_needs_nothing_that_they_lack() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("tests/fuzz/Cargo.toml")).unwrap();
    let mut files = 0;
    for folder in ["support", "targets"] {
        for entry in fs::read_dir(root.join("tests/it").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            assert!(!text.contains("CARGO_BIN_EXE"), "{} starts the program", path.display());
            for name in ["tempfile", "insta", "vt100", "rustix", "jiff", "serde", "ron"] {
                let is_used = text.contains(&format!("{name}::"));
                let is_there = manifest.contains(&format!("\n{name} = "));
                assert!(!is_used || is_there, "{} uses {name}", path.display());
            }
            files += 1;
        }
    }
    assert!(files > 8);
}
