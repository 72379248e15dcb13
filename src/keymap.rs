//! Keys to actions: the keymap file, its checks, and look-ups both ways. Knows `action`, no terminal and no language.

mod check;
mod context;
mod file;
mod key;
mod map;
mod nearest;
mod resolve;

pub use check::Finding;
pub use context::{Context, Typing};
pub use file::{Fault, FileError, Known};
pub use key::{Code, Key, Sequence};
pub use map::{Binding, Keymap};
pub use nearest::nearest;
pub use resolve::{Resolved, Resolver};
