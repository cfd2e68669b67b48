//! The package of a book, however loosely it was put together: what it says of itself, its files,
//! their order and its tables of contents.
//!
//! The library that reads packages wants everything to be where it is said to be. So it is given an
//! archive of nothing but what it needs, under the names that it asks for, and the text is read
//! beside it: a table of contents that is missing or damaged is then no reason to read nothing.

use std::io::{Cursor, Write};

use anyhow::{Context, Result, anyhow};
use rbook::Epub;
use rbook::epub::manifest::EpubManifestEntry;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::corpus::archive::Archive;
use crate::corpus::decode::decode;
use crate::corpus::html::tag_end;
use crate::corpus::xml::{self, attribute, for_each_tag};

const CONTAINER: &str = "META-INF/container.xml";
/// How many tables of contents are tried; a book has two at most.
const MOST_TABLES: usize = 4;
/// Stands for a table of contents that cannot be read.
const NOTHING: &str = "<none/>";
/// Elements around what the oldest books say of themselves.
const OLD_WRAPPERS: &[&str] = &[
    "<dc-metadata",
    "</dc-metadata",
    "<x-metadata",
    "</x-metadata",
];

/// Reads the package of a book, with those of its tables of contents that can be read.
///
/// # Errors
/// When there is no package, or it is damaged.
pub fn read_package(archive: &mut Archive) -> Result<Epub> {
    let path = find_package_path(archive)?;
    let package = archive
        .read(&path)?
        .context("is an EPUB without a package; get it again")?;
    let package = (path.as_str(), tidy_package(decode(package)?));
    let bare = parse_package(std::slice::from_ref(&package), false)
        .map_err(|error| anyhow!("is no EPUB that can be read ({error}); get it again"))?;

    let mut tables = Vec::new();
    for file in bare
        .manifest()
        .iter()
        .filter(is_contents_table)
        .take(MOST_TABLES)
    {
        let table = archive.read(&path_of(&file)).ok().flatten();
        tables.push((path_of(&file), table.and_then(|table| decode(table).ok())));
    }

    // All of them; if one is damaged, each alone.
    let all = 0..tables.len();
    let choices = [all.clone()].into_iter().chain(all.map(|at| at..at + 1));
    for chosen in choices {
        let table = |(at, (path, table)): (usize, &(String, Option<String>))| {
            let text = table.clone().filter(|_| chosen.contains(&at));
            (path.clone(), text.unwrap_or_else(|| NOTHING.to_owned()))
        };
        let tables: Vec<(String, String)> = tables.iter().enumerate().map(table).collect();
        let tables = tables
            .iter()
            .map(|(path, text)| (path.as_str(), text.clone()));
        let files: Vec<(&str, String)> = [package.clone()].into_iter().chain(tables).collect();
        if let Ok(epub) = parse_package(&files, true) {
            return Ok(epub);
        }
    }

    Ok(bare)
}

/// A package as newer ones are: the metadata have an end of their own, and what the oldest books
/// say of themselves stands in no element of its own, in small letters.
fn tidy_package(mut package: String) -> String {
    if let Some(start) = package.find("<metadata")
        && let Some(end) = tag_end(&package, start)
        && package[..end].ends_with("/>")
    {
        package.replace_range(end - 2..end, "></metadata>");
    }

    if !package.contains(OLD_WRAPPERS[0]) {
        return package;
    }
    for wrapper in OLD_WRAPPERS {
        if let Some(start) = package.find(wrapper)
            && let Some(end) = tag_end(&package, start)
        {
            package.replace_range(start..end, "");
        }
    }
    lower_element_names(&package)
}

/// A package whose elements of Dublin Core have names in small letters.
fn lower_element_names(package: &str) -> String {
    let mut out = String::with_capacity(package.len());
    let mut rest = package;

    while let Some(at) = rest.find("dc:") {
        let (before, name) = rest.split_at(at);
        let end = name.find(|c: char| !c.is_alphanumeric() && c != ':');
        let (name, after) = name.split_at(end.unwrap_or(name.len()));
        out.push_str(before);
        out.push_str(&name.to_lowercase());
        rest = after;
    }

    out + rest
}

/// Where a file of the package is in the archive.
pub fn path_of(file: &EpubManifestEntry) -> String {
    file.href()
        .path()
        .decode()
        .trim_start_matches('/')
        .to_owned()
}

/// Where the package is: as the container says, or where one usually is.
fn find_package_path(archive: &mut Archive) -> Result<String> {
    let container = xml::read_part(archive, CONTAINER)?;
    let mut paths = Vec::new();
    for_each_tag(&container, |name, tag| {
        if name == "rootfile" {
            paths.extend(attribute(tag, "full-path"));
        }
    });

    paths
        .into_iter()
        .find(|path| archive.has(path))
        .or_else(|| archive.ending(".opf"))
        .context("is an EPUB without a package; get it again")
}

/// Whether a file is a table of contents, new or old.
fn is_contents_table(file: &EpubManifestEntry) -> bool {
    file.properties().has_property("nav")
        || file.media_type().contains("ncx")
        || path_of(file).to_lowercase().ends_with(".ncx")
}

/// Reads the package, which is the first of these files, from an archive of them.
fn parse_package(files: &[(&str, String)], with_tables: bool) -> Result<Epub> {
    let package = files.first().map(|(path, _)| *path).unwrap_or_default();
    let escaped = quick_xml::escape::escape(package);
    let container = format!(
        "<container><rootfiles><rootfile full-path=\"{escaped}\" \
         media-type=\"application/oebps-package+xml\"/></rootfiles></container>"
    );

    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let container = [(CONTAINER, &container)].into_iter();
    for (path, text) in container.chain(files.iter().map(|(path, text)| (*path, text))) {
        zip.start_file(path, SimpleFileOptions::default())?;
        zip.write_all(text.as_bytes())?;
    }
    let archive = Cursor::new(zip.finish()?.into_inner());

    let mut options = Epub::options();
    options.retain_variants(true).skip_toc(!with_tables);
    Ok(options.read(archive)?)
}
