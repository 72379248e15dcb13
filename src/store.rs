//! The book on disk: canonical RON, safe saves, the lock.
