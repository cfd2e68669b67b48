//! The network itself: the only place that knows the inference crate.
//!
//! In: numbers of word pieces. Out: a logit a piece for where the answer begins and for where it
//! ends, and what the shipped network says of the passage as a whole. Inputs and outputs go by
//! their names in the ONNX file.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;

use anyhow::{Context, Result, ensure};
use rten::{Model, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use crate::error::UserError;
use crate::reader::pieces::Input;

/// The shipped network; `training/` says how it was made.
static SHIPPED: &Aligned<[u8]> = &Aligned(*include_bytes!("../../model/reader.rten"));

/// Numbers are read where they lie only if they lie at a multiple of their size.
#[repr(align(64))]
struct Aligned<T: ?Sized>(T);

const INPUTS: [&str; 3] = ["input_ids", "token_type_ids", "attention_mask"];
const STARTS: &str = "start_logits";
const ENDS: &str = "end_logits";
const RELEVANCE: &str = "relevance";
const ANSWERABLE: &str = "answerable";

/// A loaded network.
pub struct Network {
    model: Model,
    /// Nodes of [`INPUTS`]; a network need not know token types.
    inputs: [Option<NodeId>; 3],
    starts: NodeId,
    ends: NodeId,
    verdicts: Option<[NodeId; 2]>,
    seats: Vec<Seat>,
}

/// A core to read on. One passage is not spread over several, which would cost more in all.
pub struct Core<'a>(&'a Seat);

struct Seat {
    /// One thread.
    pool: Arc<ThreadPool>,
    readers: AtomicUsize,
}

impl Drop for Core<'_> {
    fn drop(&mut self) {
        self.0.readers.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What the network says of one input.
#[derive(Debug, Clone)]
pub struct Output {
    /// A logit a piece: the answer begins there.
    pub starts: Vec<f32>,
    /// A logit a piece: the answer ends there.
    pub ends: Vec<f32>,
    /// See [`crate::reader::Verdict`]; `None` if the network has no such output.
    pub relevance: Option<f32>,
    /// See [`crate::reader::Verdict`]; `None` if the network has no such output.
    pub answerable: Option<f32>,
}

/// The ONNX file and the tokenizer that a path stands for.
///
/// # Errors
/// A [`UserError`] when one of them is not there.
pub fn find_model_files(path: &Path) -> Result<(PathBuf, PathBuf)> {
    let model = if path.is_dir() {
        path.join("model.onnx")
    } else {
        path.to_owned()
    };
    let tokenizer = model.with_file_name("tokenizer.json");

    for file in [&model, &tokenizer] {
        if !file.is_file() {
            return Err(
                UserError::BadReader(file.to_owned(), "there is no such file".to_owned()).into(),
            );
        }
    }

    Ok((model, tokenizer))
}

impl Network {
    /// The one inside the program.
    ///
    /// # Errors
    /// When it is no network of the right form.
    pub fn shipped() -> Result<Network> {
        Network::new(Model::load_static_slice(&SHIPPED.0)?)
    }

    /// One from an ONNX file.
    ///
    /// # Errors
    /// A [`UserError`] when it cannot be read, or is no extractive question-answering network.
    pub fn open(path: &Path) -> Result<Network> {
        let bad = |error: String| UserError::BadReader(path.to_owned(), error);
        let model = Model::load_file(path).map_err(|error| bad(error.to_string()))?;
        Network::new(model).map_err(|error| bad(format!("{error:#}")).into())
    }

    fn new(model: Model) -> Result<Network> {
        let [ids, types, mask] = INPUTS.map(|name| model.find_node(name));
        ensure!(
            ids.is_some() && mask.is_some(),
            "a reader has the inputs input_ids and attention_mask"
        );
        let edges = model.find_node(STARTS).zip(model.find_node(ENDS));
        let (starts, ends) =
            edges.context("a reader has the outputs start_logits and end_logits")?;
        let verdicts = model.find_node(RELEVANCE).zip(model.find_node(ANSWERABLE));

        Ok(Network {
            inputs: [ids, types, mask],
            starts,
            ends,
            verdicts: verdicts.map(|(relevance, answerable)| [relevance, answerable]),
            seats: create_seats(),
            model,
        })
    }

    /// Whether it was taught with the sentence before a passage, as the shipped one was.
    pub fn reads_context(&self) -> bool {
        self.verdicts.is_some()
    }

    /// The core that the fewest read on.
    pub fn core(&self) -> Core<'_> {
        let readers = |seat: &&Seat| seat.readers.load(Ordering::Relaxed);
        let seat = self.seats.iter().min_by_key(readers);
        let seat = seat.expect("there is a seat for each core, and at least one core");
        seat.readers.fetch_add(1, Ordering::Relaxed);
        Core(seat)
    }

    /// A core that nobody reads on, if there is one.
    pub fn idle_core(&self) -> Option<Core<'_>> {
        let take = |seat: &&Seat| {
            let idle = 0;
            let taken = 1;
            let relaxed = Ordering::Relaxed;
            let exchange = seat.readers.compare_exchange(idle, taken, relaxed, relaxed);
            exchange.is_ok()
        };
        self.seats.iter().find(take).map(Core)
    }

    /// Reads one input.
    ///
    /// # Errors
    /// When the network cannot take it, or gives something of another shape.
    pub fn run(&self, input: &Input, core: &Core<'_>) -> Result<Output> {
        let length = input.ids.len();
        let row = |values: Vec<i32>| NdTensor::from_data([1, length], values);
        let tensors = [
            row(input.ids.clone()),
            row(input.types.clone()),
            row(vec![1; length]),
        ];
        let inputs: Vec<(NodeId, ValueOrView)> = self
            .inputs
            .iter()
            .zip(&tensors)
            .filter_map(|(node, tensor)| Some(((*node)?, tensor.view().into())))
            .collect();

        let mut outputs = vec![self.starts, self.ends];
        outputs.extend(self.verdicts.iter().flatten());
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&core.0.pool)));
        let values = self.model.run(inputs, &outputs, Some(options))?;

        let mut values = values
            .into_iter()
            .map(to_numbers)
            .collect::<Result<Vec<_>>>()?;
        let verdicts = values.split_off(2);
        let edges: [Vec<f32>; 2] = values.try_into().unwrap_or_default();
        ensure!(
            edges.iter().all(|logits| logits.len() == length),
            "the reader gave another number of logits than it got word pieces"
        );
        ensure!(
            edges
                .iter()
                .chain(&verdicts)
                .flatten()
                .all(|logit| logit.is_finite()),
            "the reader gave something that is no number"
        );
        let verdict = |at: usize| verdicts.get(at).and_then(|values| values.first()).copied();
        let [starts, ends] = edges;
        Ok(Output {
            starts,
            ends,
            relevance: verdict(0),
            answerable: verdict(1),
        })
    }
}

fn create_seats() -> Vec<Seat> {
    let count = available_parallelism().map_or(1, NonZeroUsize::get);
    let seat = |_| Seat {
        pool: Arc::new(ThreadPool::with_num_threads(1)),
        readers: AtomicUsize::new(0),
    };
    (0..count).map(seat).collect()
}

fn to_numbers(value: Value) -> Result<Vec<f32>> {
    let tensor: rten_tensor::Tensor<f32> = value.try_into()?;
    Ok(tensor.to_vec())
}
