//! The `partnerbook` program.

fn main() {}
