//! Whether Discord's specification lies beside the project: without it some tests are ignored, and
//! counted as such.

use std::path::Path;

const SPECIFICATION: &str = "../../shared/discord/openapi.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(has_specification)");
    if Path::new(SPECIFICATION).exists() {
        println!("cargo::rerun-if-changed={SPECIFICATION}");
        println!("cargo::rustc-cfg=has_specification");
    }
}
