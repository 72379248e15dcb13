//! The `partnerbook` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    partnerbook::cli::main()
}
