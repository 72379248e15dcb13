//! What the book comes to, gathered over many records: who may do what, how a record is related, what ends when. Reads the
//! model and the rules; answers with codes and keys, never sentences.

pub mod agenda;
pub mod explain;
pub mod tree;
pub mod who;
