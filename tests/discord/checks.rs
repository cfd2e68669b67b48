//! The cases that lie beside the project, in the folder `../shared/cases/asking`, where it is
//! there.
//!
//! `checks.json` holds for each case what is typed or pasted, and what the reply must hold and what
//! not; the texts that it is asked of are in the folder of the case. Other programs read that file,
//! too: a check is one for here if it says what it is on Discord.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::cases::outcome;
use crate::pure::library;

/// The pieces of a check that a text lacks or must not have; of a list in `must`, any piece will
/// do.
fn faults(check: &Value, text: &str) -> Vec<String> {
    if let Some(ways) = check["either"].as_array() {
        let all: Vec<Vec<String>> = ways.iter().map(|way| faults(way, text)).collect();
        let first = all.first().cloned().unwrap_or_default();
        return if all.iter().any(Vec::is_empty) {
            vec![]
        } else {
            first
        };
    }

    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = squeezed(text);
    let has = |piece: &Value| {
        piece
            .as_str()
            .is_some_and(|piece| text.contains(&squeezed(piece)))
    };
    let pieces = |name: &str| check[name].as_array().cloned().unwrap_or_default();

    let lacks = pieces("must")
        .into_iter()
        .filter(|piece| match piece.as_array() {
            Some(any) => !any.iter().any(has),
            None => !has(piece),
        });
    let lacks = lacks.map(|piece| format!("lacks {piece}"));
    let has = pieces("must_not").into_iter().filter(|piece| has(piece));
    lacks
        .chain(has.map(|piece| format!("has {piece}")))
        .collect()
}

fn texts_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = files.filter(|file| file.file_type().is_file());
    let read = |file: walkdir::DirEntry| {
        let name = file.path().strip_prefix(folder).unwrap();
        (name.to_owned(), fs::read(file.path()).unwrap())
    };
    files.map(read).collect()
}

#[test]
#[cfg_attr(not(has_cases), ignore = "../shared/cases is not here")]
fn the_cases_that_lie_beside_the_project() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/asking");
    let checks = fs::read_to_string(folder.join("checks.json")).unwrap();
    let checks: Value = serde_json::from_str(&checks).unwrap();
    let mut wrong = Vec::new();
    for (case, checks) in checks.as_object().unwrap() {
        let own: Vec<&Value> = checks
            .as_array()
            .unwrap()
            .iter()
            .filter(|check| check["discord"].is_string())
            .collect();
        if own.is_empty() {
            continue;
        }

        let library = library(&texts_in(&folder.join(case).join("corpus")));
        for check in own {
            let [kind, input] = ["discord", "input"].map(|field| check[field].as_str().unwrap());
            let text = outcome(&library, kind, input);
            let faults = faults(check, &text);
            if !faults.is_empty() {
                wrong.push(format!("{case}: {kind} {input}: {faults:?}\n{text}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
