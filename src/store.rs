//! The book on disk: canonical RON, safe saves, the lock.

pub mod canonical;
