//! The book on disk: canonical RON, safe saves, the lock.

pub mod aside;
pub mod atomic;
pub mod backup;
pub mod bad;
pub mod book_file;
pub mod canonical;
pub mod comments;
pub mod disk;
pub mod error;
mod fault;
pub mod files;
pub mod foreign;
pub mod format;
pub mod forms;
pub mod header;
pub mod health;
pub mod journal;
mod kind;
pub mod lock;
pub mod moment;
pub mod open;
mod past;
pub mod reader;
pub mod repair;
pub mod replay;
pub mod rescue;
pub mod save;
#[cfg(test)]
mod sim;
pub mod stored;
#[cfg(test)]
mod sweep;
mod then;
pub mod volume;
pub mod work;

pub use book_file::{Meta, Taken};
pub use disk::{Access, Disk, Models};
pub use error::StoreError;
pub use journal::{Deed, Entry, Journal};
pub use kind::Kind;
pub use lock::Holder;
pub use moment::{At, BadName};
pub use open::{Notice, Opened, Progress, Purpose, open};
pub use past::Past;
pub use replay::Conflict;
pub use save::{Saved, save_copy, save_over};
pub use then::{NoMoment, Then, take_back};
pub use volume::{Drive, machine};

#[cfg(test)]
mod tests;
