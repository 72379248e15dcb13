//! What any bytes may do to the program: nothing but what each target promises. Used by the fuzzers in `tests/fuzz` and,
//! with the seeds and mutations of them, by the tests of [`crate::hostile`].

pub mod filter;
pub mod import;
pub mod journal;
pub mod keymap;
pub mod keys;
pub mod settings;
pub mod tables;
pub mod text;

/// A target: takes any bytes, and panics when a promise is broken.
pub type Target = fn(&[u8]);

/// Every target by its name, which is that of its fuzzer and of the folder of its seeds.
pub const ALL: &[(&str, Target)] = &[
    ("filter", filter::run),
    ("import", import::run),
    ("journal", journal::run),
    ("keymap", keymap::run),
    ("keys", keys::run),
    ("settings", settings::run),
    ("tables", tables::run),
    ("text", text::run),
];
