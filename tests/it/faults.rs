//! What goes wrong around a book: each with what the program does, what it says, and how it ends.

mod around;
mod damage;
#[cfg(target_os = "linux")]
mod links;
mod names;
mod outside;
#[cfg(target_os = "linux")]
mod rights;
#[cfg(target_os = "linux")]
mod running;
#[cfg(target_os = "linux")]
mod streams;
