//! The only place that prints.

use std::io::{self, Write};

/// Writes a line for people to standard error. A closed pipe is nobody's fault.
pub fn complain(text: &str) {
    writeln!(io::stderr(), "{text}").ok();
}
