//! The `pullquote` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    pullquote::run_program()
}
