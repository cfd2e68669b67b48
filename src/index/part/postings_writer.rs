//! Writes the Tantivy side of a part: see [`super::postings`].
//!
//! Passages are added in reading order by one thread, then the documents, and all is merged into
//! one segment in that order.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tantivy::directory::{Directory, MmapDirectory, RamDirectory};
use tantivy::merge_policy::NoMergePolicy;
use tantivy::schema::Field;
use tantivy::{Index, IndexSettings, IndexWriter, SegmentReader, TantivyDocument};
use tempfile::TempDir;

use crate::index::files;
use crate::index::part::lines::{COUNTED_LINES, LINES, Lines, push_counted};
use crate::index::part::package::Packer;
use crate::index::part::postings::{Fields, build_schema};

const WRITER_BYTES: usize = 64 << 20;
/// The postings of a part of at most so many bytes of text are made in memory: faster, and without
/// room on the disk.
const IN_MEMORY: u64 = 2 << 20;
/// Tantivy lets ten thousand texts wait to be indexed. Documents are large, so it is made to catch
/// up when this many bytes of them may be waiting.
const WAITING_BYTES: usize = 64 << 20;

/// Writes the postings of a new part.
pub struct PostingsWriter {
    /// Where Tantivy writes; what comes of it is packed with the rest of the part.
    directory: Box<dyn Directory>,
    /// The folder of that, if it is not in memory.
    _folder: Option<TempDir>,
    writer: IndexWriter,
    fields: Fields,
    added: u64,
    /// Bytes of documents that may not be indexed yet.
    waiting: usize,
}

impl PostingsWriter {
    /// Starts an index for about so many bytes of text: in memory, or in a folder of its own below
    /// `folder`.
    pub fn create(folder: &Path, text_bytes: u64) -> Result<PostingsWriter> {
        let (directory, folder): (Box<dyn Directory>, _) = if text_bytes <= IN_MEMORY {
            (Box::new(RamDirectory::create()), None)
        } else {
            let own = TempDir::with_prefix_in("postings-", folder)
                .context("creating a folder for the postings")?;
            (Box::new(MmapDirectory::open(&own)?), Some(own))
        };

        let (schema, fields) = build_schema();
        let index = Index::create(directory.box_clone(), schema, IndexSettings::default())?;
        index.tokenizers().register(LINES, Lines::default());
        index.tokenizers().register(COUNTED_LINES, Lines::counted());

        // Segments are merged once, by `finish`: before that it would be work done twice.
        let writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));

        Ok(PostingsWriter {
            directory,
            _folder: folder,
            writer,
            fields,
            added: 0,
            waiting: 0,
        })
    }

    /// Adds the next passage in reading order, by the keys of its terms, each a line.
    pub fn add_passage(&mut self, lines: String) -> Result<()> {
        self.add(self.fields.terms, lines)
    }

    /// Adds the next document, by the keys of its terms and how often each stands there; after the
    /// last passage.
    pub fn add_document<'a>(&mut self, terms: impl Iterator<Item = (&'a str, u32)>) -> Result<()> {
        let mut lines = String::new();
        for (key, count) in terms {
            push_counted(&mut lines, key, count);
        }

        self.waiting += lines.len();
        if self.waiting > WAITING_BYTES {
            self.writer.commit()?;
            self.waiting = lines.len();
        }

        self.add(self.fields.document_terms, lines)
    }

    fn add(&mut self, field: Field, lines: String) -> Result<()> {
        let mut document = TantivyDocument::new();
        document.add_text(field, lines);
        document.add_u64(self.fields.ordinal, self.added);
        self.writer.add_document(document)?;
        self.added += 1;
        Ok(())
    }

    /// Packs everything as one segment in the order of adding.
    ///
    /// # Errors
    /// When writing fails or the order was not kept.
    pub fn finish(mut self, packer: &mut Packer) -> Result<()> {
        self.writer.commit()?;

        // Sorted by their first texts, so that the merged segment keeps the order of adding.
        let mut segments = Vec::new();
        for segment in self.writer.index().searchable_segments()? {
            let first = ordinal_column(&SegmentReader::open(&segment)?)?.first(0);
            segments.push((first, segment.id()));
        }
        segments.sort_unstable();
        let ids: Vec<_> = segments.into_iter().map(|(_, id)| id).collect();

        if ids.len() > 1 {
            self.writer.merge(&ids).wait()?;
        }

        // Waiting uses the writer up, and the check comes after it.
        let index = self.writer.index().clone();
        self.writer.wait_merging_threads()?;
        ensure_order(&index, self.added)?;
        let names = index.directory().list_managed_files();
        pack_files(&*self.directory, names, packer)
    }
}

/// Adds the files of an index as they stand there, with the checksums behind them.
fn pack_files(
    directory: &dyn Directory,
    names: HashSet<PathBuf>,
    packer: &mut Packer,
) -> Result<()> {
    let mut names = Vec::from_iter(names);
    names.sort_unstable();

    for name in names {
        let bytes = directory.open_read(&name)?.read_bytes()?;
        let section = format!("{}{}", files::POSTINGS, name.display());
        packer.add(&section, bytes.as_slice())?;
    }
    Ok(())
}

fn ordinal_column(segment: &SegmentReader) -> Result<tantivy::columnar::Column<u64>> {
    Ok(segment.fast_fields().u64("ordinal")?)
}

fn ensure_order(index: &Index, count: u64) -> Result<()> {
    let segments = index.searchable_segments()?;
    ensure!(
        segments.len() == 1,
        "the index was not merged into one segment"
    );
    let column = ordinal_column(&SegmentReader::open(&segments[0])?)?;
    let kept = (0..count).all(|ordinal| column.first(ordinal as u32) == Some(ordinal));
    ensure!(kept, "the index lost the order of the passages");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::part::package::Package;
    use crate::index::part::postings::PartPostings;
    use crate::index::part::read_only::ReadOnly;

    #[test]
    fn texts_keep_their_order_however_often_tantivy_catches_up() {
        check_order(IN_MEMORY);
        check_order(IN_MEMORY + 1);
    }

    fn check_order(text_bytes: u64) {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = PostingsWriter::create(folder.path(), text_bytes).unwrap();
        for lines in ["lamp\noil\n", "oil\n", "storm\nlamp\n"] {
            writer.add_passage(lines.to_owned()).unwrap();
        }

        for count in 1..=4 {
            writer.waiting = WAITING_BYTES;
            writer.add_document([("lamp", count)].into_iter()).unwrap();
        }
        let mut packer = Packer::create(folder.path()).unwrap();
        writer.finish(&mut packer).unwrap();

        let package = Package::open(folder.path(), &packer.finish().unwrap()).unwrap();
        let directory = ReadOnly::new(&package).unwrap();
        let postings = PartPostings::open(directory, 3, 4).unwrap();

        assert_eq!(postings.in_passages("lamp", 0..3).unwrap(), [1, 0, 1]);
        assert_eq!(postings.passages_with("oil").unwrap(), 2);
    }
}
