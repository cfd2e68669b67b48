//! Documents -> a new generation, with what has not changed taken from the former one.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::analyze::{Token, tokens};
use crate::corpus::{FileReader, Listing, Reading, Skipped};
use crate::index::ahead::Ahead;
use crate::index::dictionary::DictionaryWriter;
use crate::index::files::{self, checksum};
use crate::index::forward::Occurrence;
use crate::index::generation::{BuildLock, Generations};
use crate::index::library::Library;
use crate::index::manifest::{Behind, DocumentInfo, FileEntry, Manifest, Versions, since_epoch};
use crate::index::parts::parts;
use crate::index::postings_writer::PostingsWriter;
use crate::index::prepared::{Prepared, prepare};
use crate::index::table::write_row;
use crate::index::terms::DocumentTerms;
use crate::index::words::WordCounts;
use crate::passage::Passage;

/// Bytes of files that are being read, and of texts that wait to be stored: room for one of the largest beside some
/// smaller ones, so that a few large files on a machine of many cores do not take all its memory.
const AHEAD_BYTES: usize = 96 << 20;

/// What went wrong for a person, and the next step.
const UNWRITTEN: &str = "the index could not be written (make room on its disk or name another folder with \
    --index; the index from before is unharmed)";

/// How far a build is, in files.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// Files whose text is stored already, or that have none.
    pub done: usize,
    /// Files in all, those still to come included.
    pub total: usize,
    /// The file that is next.
    pub path: &'a str,
}

/// Builds a generation from the listed files and makes it the serving one. When no file could be read
/// the former one stays, and what is wrong with each file comes back.
///
/// # Errors
/// When the index folder cannot be written; the former generation then still serves.
pub fn build(
    generations: &Generations,
    lock: &BuildLock,
    listing: &Listing,
    former: Option<&Library>,
    progress: &dyn Fn(Progress),
) -> Result<Option<Vec<Skipped>>> {
    let folder = generations.create(lock)?;

    let attempt = || -> Result<Option<Vec<Skipped>>> {
        let way = generations.way_to(&listing.folder);
        let mut builder = Builder::new(&folder, listing, way)?;
        builder.read(listing, former, progress)?;
        if builder.manifest.documents.is_empty() {
            return Ok(Some(builder.manifest.skipped));
        }

        let manifest = builder.finish()?;
        generations.publish(lock, &folder, &manifest)?;
        Ok(None)
    };
    let outcome = attempt();

    // A generation that does not serve is of no use. What cannot be deleted now goes after the next build.
    if !matches!(outcome, Ok(None)) {
        let _ = fs::remove_dir_all(&folder);
    }

    outcome.context(UNWRITTEN)
}

struct Builder {
    texts: BufWriter<File>,
    passage_rows: BufWriter<File>,
    sentence_rows: BufWriter<File>,
    forward_rows: BufWriter<File>,
    postings: PostingsWriter,
    dictionary: DictionaryWriter,
    terms: DocumentTerms,
    words: WordCounts,
    folder: PathBuf,
    manifest: Manifest,
}

impl Builder {
    fn new(folder: &Path, listing: &Listing, way: PathBuf) -> Result<Builder> {
        let create = |name: &str| {
            let path = folder.join(name);
            File::create(&path)
                .map(BufWriter::new)
                .with_context(|| format!("creating {}", path.display()))
        };

        let postings = folder.join(files::POSTINGS);
        fs::create_dir(&postings).with_context(|| format!("creating {}", postings.display()))?;

        Ok(Builder {
            texts: create(files::TEXTS)?,
            passage_rows: create(files::PASSAGES)?,
            sentence_rows: create(files::SENTENCES)?,
            forward_rows: create(files::FORWARD)?,
            postings: PostingsWriter::create(&postings)?,
            dictionary: DictionaryWriter::default(),
            terms: DocumentTerms::create(folder)?,
            words: WordCounts::default(),
            folder: folder.to_owned(),
            manifest: Manifest {
                versions: Versions::current(),
                corpus: listing.root.clone(),
                way,
                started: since_epoch(SystemTime::now()),
                limits: Reading::current().limits,
                files: Vec::new(),
                documents: Vec::new(),
                skipped: Vec::new(),
                parts: Vec::new(),
                sentences: 0,
                words: 0,
            },
        })
    }

    /// Stores every file's text. They are read and cut by as many threads as there are cores, a little ahead.
    fn read(
        &mut self,
        listing: &Listing,
        former: Option<&Library>,
        progress: &dyn Fn(Progress),
    ) -> Result<()> {
        let ahead = Ahead {
            threads: available_parallelism().map_or(1, NonZeroUsize::get),
            most: AHEAD_BYTES,
        };
        let sizes: Vec<usize> = listing
            .files
            .iter()
            .map(|file| file.bytes as usize)
            .collect();

        ahead.each(
            &sizes,
            FileReader::default,
            |reader, file| {
                let (entry, prepared) = prepare(&listing.files[file], listing, former, reader);
                let size = prepared.as_ref().map_or(0, |prepared| prepared.text.len());
                ((entry, prepared), size)
            },
            |done, wait| {
                progress(Progress {
                    done,
                    total: listing.files.len(),
                    path: &listing.files[done].path,
                });
                let (entry, prepared) = wait()?;
                self.add_file(entry, prepared)
            },
        )?;

        self.manifest.skipped.extend_from_slice(&listing.skipped);
        Ok(())
    }

    /// Writes what has to wait until every file was read.
    fn finish(mut self) -> Result<Manifest> {
        let keys = self.dictionary.keys();
        let keyed = |(term, count): (u32, u32)| (keys[term as usize], count);
        self.terms
            .documents(|terms| self.postings.add_document(terms.map(keyed)))?;

        self.dictionary
            .write(&self.folder)
            .context("writing the terms")?;
        self.postings.finish().context("writing the postings")?;
        self.words.write(&self.folder.join(files::WORDS))?;

        for mut file in [
            self.texts,
            self.passage_rows,
            self.sentence_rows,
            self.forward_rows,
        ] {
            file.flush().context("writing the texts of the index")?;
        }

        share(&self.folder)?;

        // Last, for it reads all files of the generation.
        self.manifest.parts = parts(&self.folder)?;
        Ok(self.manifest)
    }

    /// Stores a file's text, or notes why it has none.
    fn add_file(&mut self, mut entry: FileEntry, prepared: Result<Prepared, String>) -> Result<()> {
        match prepared {
            Ok(prepared) => {
                entry.document = Some(self.manifest.documents.len() as u32);
                self.add(&prepared)?;
            }
            Err(reason) => self.manifest.skipped.push(Skipped {
                path: entry.path.clone(),
                reason,
            }),
        }

        self.manifest.files.push(entry);
        Ok(())
    }

    /// Stores a text as the next document.
    fn add(&mut self, prepared: &Prepared) -> Result<()> {
        let document = self.manifest.documents.len() as u32;
        let last = self.manifest.documents.last();
        let first_passage = last.map_or(0, |d| d.passages.end);
        let text_start = last.map_or(0, |d| d.text.end);
        let first_sentence = self.manifest.sentences;
        let first_word = self.manifest.words;

        let mut rows = Rows::default();
        for passage in &prepared.passages {
            self.add_passage(prepared, passage, document, &mut rows)?;
        }

        self.terms.end()?;
        self.texts.write_all(prepared.text.as_bytes())?;
        self.passage_rows.write_all(&rows.passages)?;
        self.sentence_rows.write_all(&rows.sentences)?;
        self.forward_rows.write_all(&rows.words)?;

        self.manifest.documents.push(DocumentInfo {
            path: prepared.path.clone(),
            title: prepared.title.clone(),
            author: prepared.author.clone(),
            language: prepared.language,
            indexed: prepared.indexed,
            pages: prepared.pages.clone(),
            unread: prepared.unread.clone(),
            sections: prepared.sections.clone(),
            passages: first_passage..first_passage + prepared.passages.len() as u32,
            sentences: first_sentence..self.manifest.sentences,
            words: (self.manifest.words - first_word) as u32,
            text: text_start..text_start + prepared.text.len() as u64,
            behind: Behind::default(),
            checksum: checksum([
                prepared.text.as_bytes(),
                &rows.passages,
                &rows.sentences,
                &rows.words,
            ]),
        });

        Ok(())
    }

    /// Indexes a passage and adds its rows.
    fn add_passage(
        &mut self,
        prepared: &Prepared,
        passage: &Passage,
        document: u32,
        rows: &mut Rows,
    ) -> Result<()> {
        let text = &prepared.text[passage.range()];
        let passage_start = passage.range().start;
        let tokens: Vec<Token> = tokens(text, prepared.language).collect();
        self.postings.add_passage(&tokens, prepared.language)?;

        let row = [
            document,
            passage.section as u32,
            self.manifest.sentences,
            tokens.len() as u32,
        ];
        write_row(&mut rows.passages, row)?;

        let mut left = tokens.as_slice();
        for sentence in &passage.sentences {
            let first_word = u32::try_from(self.manifest.words)
                .context("the texts have more words than an index can hold")?;
            let cut = u32::from(sentence.cut.before) | u32::from(sentence.cut.after) << 1;
            write_row(
                &mut rows.sentences,
                [
                    sentence.range.start as u32,
                    sentence.range.end as u32,
                    cut,
                    first_word,
                ],
            )?;

            // The row above is in bytes of the document; tokens are in bytes of their passage.
            let start = sentence.range.start - passage_start;
            let end = sentence.range.end - passage_start;
            let count = left.partition_point(|token| token.range.start < end);
            let (own, others) = left.split_at(count);

            for token in own {
                let term = self.dictionary.number(&token.term, prepared.language)?;
                self.terms.count(term);
                self.words.add(&text[token.range.clone()]);

                let word = Occurrence::new(text, token, term, start, prepared.language);
                write_row(&mut rows.words, word.row())?;
            }

            left = others;
            self.manifest.sentences += 1;
            self.manifest.words += own.len() as u64;
        }

        Ok(())
    }
}

/// Gives the postings the rights that all other files have: Tantivy keeps some for their owner alone, and an index may
/// be read by whoever may read the rest of it.
fn share(folder: &Path) -> Result<()> {
    let rights = fs::metadata(folder.join(files::TEXTS))?.permissions();
    for entry in fs::read_dir(folder.join(files::POSTINGS))? {
        let path = entry?.path();
        fs::set_permissions(&path, rights.clone())
            .with_context(|| format!("giving rights to {}", path.display()))?;
    }
    Ok(())
}

/// The rows of a document.
#[derive(Default)]
struct Rows {
    passages: Vec<u8>,
    sentences: Vec<u8>,
    words: Vec<u8>,
}
