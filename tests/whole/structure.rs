//! Data flows one way: a module uses only modules that stand before it in the line of `src/lib.rs`.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The modules in the order that the comment of `lib.rs` gives.
fn order(lib: &str) -> Vec<String> {
    let drawing = lib.split("```").nth(1).unwrap().trim_start_matches("text");
    let drawing = drawing.replace("//!", "");
    drawing
        .split("->")
        .map(|module| module.trim().to_owned())
        .collect()
}

/// The modules of this crate that a line of source names.
fn named(line: &str) -> impl Iterator<Item = String> {
    let code = line.split("//").next().unwrap_or_default().to_owned();
    let starts: Vec<usize> = code
        .match_indices("crate::")
        .map(|(at, word)| at + word.len())
        .collect();
    starts.into_iter().flat_map(move |at| {
        let rest = &code[at..];
        let list = rest
            .strip_prefix('{')
            .and_then(|list| list.split('}').next())
            .unwrap_or(rest);
        let one = |item: &str| {
            item.trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        };
        let mut items: Vec<String> = if rest.starts_with('{') {
            list.split(',').map(one).collect()
        } else {
            vec![one(rest)]
        };
        items.retain(|item| !item.is_empty()); // what a macro puts in
        items
    })
}

#[test]
fn a_module_uses_only_modules_to_its_left() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = fs::read_to_string(root.join("lib.rs")).unwrap();
    let order = order(&lib);
    let place = |module: &str| order.iter().position(|m| m == module);
    let lines = lib.lines().map(|line| line.trim_start_matches("pub "));
    for line in lines.filter_map(|line| line.strip_prefix("mod ")) {
        let module = line.trim_end_matches(';');
        assert!(
            place(module).is_some(),
            "`{module}` is not in the line of modules in src/lib.rs"
        );
    }
    let mut files = Vec::new();
    sources(&root, &mut files);
    for file in files {
        let inside = file.strip_prefix(&root).unwrap().with_extension("");
        let module = inside.iter().next().unwrap().to_str().unwrap();
        let Some(own) = place(module) else { continue }; // main.rs and lib.rs see everything
        // Tests may use anything, in a file of their own or at the end of another.
        if inside.ends_with("tests") {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        for (number, line) in code.lines().enumerate() {
            for used in named(line) {
                let allowed = place(&used).is_some_and(|other| other <= own);
                assert!(
                    allowed,
                    "{}:{}: `{module}` may not use `{used}`",
                    file.display(),
                    number + 1
                );
            }
        }
    }
}

/// The files of a module that another file of it imports, by their paths below `src/`.
fn imported(folder: &Path, source: &str) -> Vec<PathBuf> {
    let module = folder.file_name().unwrap().to_str().unwrap();
    let own = format!("crate::{module}::");
    let code = source.lines().map(|line| line.split("//").next().unwrap());
    let code = code.collect::<Vec<_>>().join(" ");

    let by_name = code.match_indices(&own);
    let starts = by_name.chain(code.match_indices("use super::"));
    let paths = starts.flat_map(|(at, found)| list_paths(&code[at + found.len()..]));
    paths.filter_map(|path| find_file(folder, &path)).collect()
}

/// The paths that one begins with: `a::{b, c::d}` are `a::b` and `a::c::d`.
fn list_paths(code: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let end = code.find(|c| !is_part(c)).unwrap_or(code.len());
    let (path, rest) = code.split_at(end);
    let Some(list) = rest
        .strip_prefix('{')
        .filter(|_| path.is_empty() || path.ends_with("::"))
    else {
        return vec![path.to_owned()];
    };

    let mut depth = 0;
    let items = list.split_inclusive(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth < 0 || depth == 0 && c == ','
    });
    let mut paths = Vec::new();
    for item in items {
        let inside = list_paths(item.trim_start());
        paths.extend(inside.iter().map(|one| format!("{path}{one}")));
        if item.ends_with('}') && item.matches('}').count() > item.matches('{').count() {
            break;
        }
    }
    paths
}

/// The file below a folder that a path leads into.
fn find_file(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut room = folder.to_owned();
    for name in path.split("::") {
        let file = room.join(format!("{name}.rs"));
        if file.is_file() {
            return Some(file);
        }
        room = room.join(name);
        if !room.is_dir() {
            break;
        }
    }
    let inner = room
        .ancestors()
        .find(|room| room.join("mod.rs").is_file())?;
    Some(inner.join("mod.rs")).filter(|_| inner != folder)
}

#[test]
fn imports_are_read_through_lists_and_rooms() {
    let paths = list_paths("memory::{shelf, state::{self, Kind}, worth::choose}; use x::{y};");
    let expected = ["shelf", "state::self", "state::Kind", "worth::choose"];
    assert_eq!(paths, expected.map(|path| format!("memory::{path}")));

    let reply = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reply");
    let check =
        |path: &str, file: &str| assert_eq!(find_file(&reply, path), Some(reply.join(file)));
    check("memory::state::Kind", "memory/state.rs");
    check("talk::Wording", "talk/mod.rs");
    check("ask", "ask.rs");
}

#[test]
fn the_files_of_a_module_use_one_another_without_circles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for module in [
        "answer", "compare", "index", "store", "servers", "discord", "reply",
    ] {
        let folder = root.join(module);
        let mut files = Vec::new();
        sources(&folder, &mut files);
        let mut left: Vec<(PathBuf, Vec<PathBuf>)> = files
            .into_iter()
            .map(|file| {
                let source = fs::read_to_string(&file).unwrap();
                // Tests stand at the end and may use anything.
                let code = source.split("#[cfg(test)]").next().unwrap();
                let mut used = imported(&folder, code);
                used.retain(|other| *other != file);
                (file, used)
            })
            .collect();

        // Whoever uses nothing that is left goes, until all are gone or a circle is.
        loop {
            let names: Vec<PathBuf> = left.iter().map(|(file, _)| file.clone()).collect();
            let before = left.len();
            left.retain(|(_, used)| used.iter().any(|other| names.contains(other)));
            if left.len() == before {
                break;
            }
        }
        let circle: Vec<_> = left.iter().map(|(file, _)| file).collect();
        assert!(circle.is_empty(), "a circle in `{module}`: {circle:?}");
    }
}

#[test]
fn only_discord_is_asynchronous() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    for file in files
        .iter()
        .filter(|f| !f.starts_with(root.join("discord")))
    {
        let source = fs::read_to_string(file).unwrap();
        for word in ["tokio::", "serenity::", "async fn", ".await"] {
            let bot = file.ends_with("commands/bot.rs") || file.ends_with("commands/check.rs");
            let signals = file.ends_with("program.rs") && word == "tokio::";
            assert!(
                bot || signals || !source.contains(word),
                "{} uses {word}",
                file.display()
            );
        }
    }
}
