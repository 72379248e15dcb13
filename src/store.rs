//! The book on disk: canonical RON, safe saves, the lock.

pub mod atomic;
pub mod bad;
pub mod canonical;
pub mod error;
pub mod files;
pub mod header;
pub mod lock;
