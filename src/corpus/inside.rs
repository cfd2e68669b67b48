//! Opens files of the corpus folder and never anything else.
//!
//! Whoever may put a link into the folder could else have any file of this machine quoted. A path
//! is resolved once, must end inside the folder and in nothing hidden, and is then opened step by
//! step from the folder's own descriptor, following no link, so that nothing that changes in
//! between helps. (A hard link is no link in this sense: it is the file itself, and who makes one
//! may read it.)

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// Which file it is, whatever it is called: the numbers of its disk and on it.
pub type FileId = (u64, u64);

/// Which file this is.
#[cfg(unix)]
pub fn identify_file(metadata: &Metadata) -> Option<FileId> {
    use std::os::unix::fs::MetadataExt;

    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
pub fn identify_file(_: &Metadata) -> Option<FileId> {
    None
}

/// Which files are at these paths, of those that are there.
pub fn identify_files(paths: &[PathBuf]) -> Vec<FileId> {
    let found = paths.iter().filter_map(|path| fs::metadata(path).ok());
    found.filter_map(|file| identify_file(&file)).collect()
}

/// Where a path of the corpus folder really leads, relative to the folder; `None` when that is
/// outside or hidden.
///
/// `root` is the folder, links resolved.
pub fn resolve(root: &Path, path: &Path) -> Option<PathBuf> {
    let real = path.canonicalize().ok()?;
    let inside = real.strip_prefix(root).ok()?;

    let is_visible = |part: Component| match part {
        Component::Normal(name) => !name.to_string_lossy().starts_with('.'),
        _ => false,
    };
    inside
        .components()
        .all(is_visible)
        .then(|| inside.to_owned())
}

/// Opens a file by what [`resolve`] gave.
///
/// # Errors
/// When it is not there any more, or by now leads elsewhere, or is no regular file.
pub fn open_file(root: &Path, inside: &Path) -> io::Result<File> {
    let file = open_beneath(root, inside)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(ErrorKind::InvalidInput.into())
    }
}

#[cfg(unix)]
fn open_beneath(root: &Path, inside: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, openat};

    // Without NONBLOCK a pipe that took the file's place would be waited for.
    let how = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let mut file = File::open(root)?;
    for part in inside.components() {
        file = openat(&file, part.as_os_str(), how, Mode::empty())?.into();
    }
    Ok(file)
}

#[cfg(not(unix))]
fn open_beneath(root: &Path, inside: &Path) -> io::Result<File> {
    File::open(root.join(inside))
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn only_what_lies_inside_and_is_not_hidden_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap().join("corpus");
        fs::create_dir_all(root.join("sub")).unwrap();
        fs::write(root.join("sub/a.txt"), "A.").unwrap();
        fs::write(root.join(".hidden.txt"), "Hidden.").unwrap();
        fs::write(folder.path().join("secret.txt"), "Secret.").unwrap();
        let link = |to: &str, name: &str| symlink(to, root.join(name)).unwrap();
        link("sub/a.txt", "inside.txt");
        link("../secret.txt", "out.txt");
        link("out.txt", "chain.txt");
        link(".hidden.txt", "to-hidden.txt");
        link("..", "parent");
        link("nowhere", "dangling.txt");

        let check = |name: &str, expected: Option<&str>| {
            let found = resolve(&root, &root.join(name));
            assert_eq!(found.as_deref(), expected.map(Path::new), "{name}");
        };
        check("sub/a.txt", Some("sub/a.txt"));
        check("inside.txt", Some("sub/a.txt"));
        for name in [
            "out.txt",
            "chain.txt",
            "to-hidden.txt",
            "dangling.txt",
            ".hidden.txt",
        ] {
            check(name, None);
        }
        check("parent/secret.txt", None);
        check("parent/corpus/sub/a.txt", Some("sub/a.txt"));
    }

    #[test]
    fn a_file_that_becomes_a_link_after_it_was_resolved_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap().join("corpus");
        fs::create_dir_all(root.join("sub")).unwrap();
        fs::write(root.join("sub/a.txt"), "A.").unwrap();
        fs::create_dir(folder.path().join("other")).unwrap();
        fs::write(folder.path().join("other/a.txt"), "Secret.").unwrap();

        let inside = resolve(&root, &root.join("sub/a.txt")).unwrap();
        let mut text = String::new();
        open_file(&root, &inside)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "A.");

        fs::rename(root.join("sub"), root.join("was")).unwrap();
        symlink("../other", root.join("sub")).unwrap();
        assert!(open_file(&root, &inside).is_err());
    }
}
