//! A question and passages -> whether each passage answers, and where.
//!
//! A small neural network reads question and passage together and points at the first and the last
//! word of the answer, or at nothing (extractive question answering; Devlin et al., "BERT", 2019,
//! section 4.3). It can write no word of its own. One ships inside the program (`model/`, made by
//! `training/`); any other of that form in ONNX can take its place.
//!
//! The decision that is not obvious: passages are read one by one, each core its own, and not as a
//! batch, since in a batch all cost as much as the longest.

mod network;
mod pieces;
mod verdict;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::{Context, Result};

use crate::error::UserError;
use crate::language::Language;
use network::{Core, Network};
use pieces::{MAX_PIECES, Pieces};
pub use verdict::Verdict;

/// Passages that are read for an answer, if nobody says otherwise.
pub const USUAL_PASSAGES: usize = 12;
/// Fewer are not worth reading: how sure an answer is was learned from what stands beside it.
pub const FEWEST_PASSAGES: usize = 3;
/// Most passages that can be asked for: the most that ranking hands over.
pub const MOST_PASSAGES: usize = 48;

/// A network with its tokenizer; can be shared between threads.
pub struct Reader {
    network: Network,
    pieces: Pieces,
    /// The shipped one learned from English texts only.
    english_only: bool,
}

/// A passage as the reader gets it.
#[derive(Debug, Clone)]
pub struct Excerpt<'a> {
    /// The titles of its text and of its section, a point after each.
    pub heading: String,
    /// The sentence in front of it, where a pronoun's name may stand.
    pub before: &'a str,
    /// The passage.
    pub text: &'a str,
}

/// How hard an answer is looked for.
#[derive(Clone, Copy, Default)]
pub struct Effort<'a> {
    /// Who reads; `None` goes by words alone.
    pub reader: Option<&'a Reader>,
    /// How many of the best passages are read.
    pub passages: usize,
}

impl<'a> Effort<'a> {
    /// The reader, if there is something to read in a language that it knows.
    pub fn reader_of(&self, language: Language) -> Option<&'a Reader> {
        self.reader
            .filter(|reader| self.passages > 0 && reader.knows(language))
    }
}

impl Reader {
    /// The reader inside the program.
    ///
    /// # Errors
    /// Never, as far as we know: a test opens it.
    pub fn shipped() -> Result<Reader> {
        Ok(Reader {
            network: Network::shipped().context("opening the reader in the program")?,
            pieces: Pieces::shipped()?,
            english_only: true,
        })
    }

    /// A reader of the operator's own: an ONNX file with its `tokenizer.json` beside it, or a
    /// folder with both.
    ///
    /// # Errors
    /// A [`UserError`] that says what is missing or not as it must be.
    pub fn open(path: &Path) -> Result<Reader> {
        let (model, tokenizer) = network::find_model_files(path)?;
        let reader = Reader {
            network: Network::open(&model)?,
            pieces: Pieces::open(&tokenizer)?,
            english_only: false,
        };

        // What the network expects may show only when it reads, and how much it takes only at full
        // length.
        let long = "The tower was built by a fisherman. ".repeat(MAX_PIECES);
        let excerpt = Excerpt {
            heading: String::new(),
            before: "",
            text: &long,
        };
        reader
            .read("Who built the tower?", &[excerpt])
            .map_err(|error| UserError::BadReader(model.clone(), format!("{error:#}")))?;
        Ok(reader)
    }

    /// Whether it has learned a language.
    pub fn knows(&self, language: Language) -> bool {
        !self.english_only || language == Language::English
    }

    /// Reads passages with a question, on this thread and on one for each further core that has
    /// nothing to read.
    ///
    /// # Errors
    /// When the network fails.
    pub fn read(&self, question: &str, excerpts: &[Excerpt]) -> Result<Vec<Verdict>> {
        let next = AtomicUsize::new(0);
        let verdicts = Mutex::new(Vec::with_capacity(excerpts.len()));
        let read_on = &|core: &Core| {
            while let Some((at, excerpt)) = take_excerpt(&next, excerpts) {
                let verdict = self.read_one(question, excerpt, core);
                lock_shared(&verdicts).push((at, verdict));
            }
        };

        let own = self.network.core();
        thread::scope(|scope| {
            for _ in 1..excerpts.len() {
                let Some(idle) = self.network.idle_core() else {
                    break;
                };
                // Where no more threads may be started, the others read what is left.
                let started = thread::Builder::new().spawn_scoped(scope, move || read_on(&idle));
                if started.is_err() {
                    break;
                }
            }
            read_on(&own);
        });

        let mut verdicts = verdicts
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        verdicts.sort_by_key(|(at, _)| *at);
        verdicts.into_iter().map(|(_, verdict)| verdict).collect()
    }

    fn read_one(&self, question: &str, excerpt: &Excerpt, core: &Core) -> Result<Verdict> {
        let with_context = self.network.reads_context();
        let input = self.pieces.of(question, excerpt, with_context)?;
        let output = self.network.run(&input, core)?;
        Ok(Verdict::new(&input, &output))
    }
}

/// The next excerpt that no thread has taken yet.
fn take_excerpt<'a, 'b>(
    next: &AtomicUsize,
    excerpts: &'a [Excerpt<'b>],
) -> Option<(usize, &'a Excerpt<'b>)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    Some((at, excerpts.get(at)?))
}

fn lock_shared<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
