//! The targets of the package's own tests (`tests/it/targets`), for libFuzzer. `tests/fuzz/run 3600` fuzzes each for an
//! hour; `HOSTILE_ROUNDS=10000 cargo test --release --test it hostile` does much the same on stable Rust, without
//! learning from what the program did.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../it"]
mod it {
    pub mod support;
    pub mod targets;
}

pub use it::{support, targets};
