//! What this machine has that some tests need -> a `cfg` for each.
//!
//! A test whose need is not met is ignored, so that cargo counts it as such and says why. That is decided when the tests
//! are compiled, as their harness knows no other time; `touch build.rs` has it decided anew. The program itself does not
//! depend on any of it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files and folders beside the project that tests read, each with the name of its `cfg`.
const BESIDE: [(&str, &str); 3] = [
    ("has_stories", "../shared/fairytaleqa/library"),
    ("has_cases", "../shared/cases/asking/checks.json"),
    ("has_specification", "../shared/discord/openapi.json"),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");

    for (name, path) in BESIDE {
        let is_there = Path::new(path).exists();
        tell(name, is_there);
        // Of what is not there cargo would look every time, and compile everything anew.
        if is_there {
            println!("cargo::rerun-if-changed={path}");
        }
    }

    tell("has_systemd", has_program("systemd-analyze"));
    tell("has_other_clock", is_linked_at_start() && has_program("cc"));
    tell("has_mounts", can_mount().unwrap_or(false));
    tell("has_rights", !is_root_alone().unwrap_or(false));
}

fn tell(name: &str, is_so: bool) {
    println!("cargo::rustc-check-cfg=cfg({name})");
    if is_so {
        println!("cargo::rustc-cfg={name}");
    }
}

fn has_program(name: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

/// Whether a library can be put in front of the C library when the program is started.
fn is_linked_at_start() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu")
}

/// Whether whoever builds may mount a file system where nobody else sees it.
fn can_mount() -> Option<bool> {
    let folder = out().join("mounted");
    fs::create_dir_all(&folder).ok()?;
    let tried = Command::new("unshare")
        .args(["--map-root-user", "--mount", "mount", "-t", "tmpfs", "none"])
        .arg(&folder)
        .output()
        .ok()?;
    Some(tried.status.success() && tried.stderr.is_empty())
}

/// Whether root builds, to whom rights mean nothing, and nobody else could run the program.
#[cfg(unix)]
fn is_root_alone() -> Option<bool> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let folder = out();
    let is_root = fs::metadata(&folder).ok()?.uid() == 0;
    let is_closed = |folder: &Path| {
        fs::metadata(folder).is_ok_and(|found| found.permissions().mode() & 0o001 == 0)
    };
    Some(is_root && folder.ancestors().any(is_closed))
}

#[cfg(not(unix))]
fn is_root_alone() -> Option<bool> {
    Some(true)
}

fn out() -> PathBuf {
    env::var_os("OUT_DIR").unwrap_or_default().into()
}
