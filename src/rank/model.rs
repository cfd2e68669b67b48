//! Linear models over named features, kept in one text file that `pullquote fit` writes.
//!
//! A line is `model <TAB> feature <TAB> weight`. A line whose feature nobody measures has no
//! effect, and `tests/whole/goodness.rs` fails on it; a feature without a line has weight 0.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The shipped weights: the product of `pullquote fit`, byte for byte.
const SHIPPED: &str = include_str!("weights.tsv");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::parse(SHIPPED));

/// Models by name.
#[derive(Debug, Clone, Default)]
pub struct Weights(HashMap<String, HashMap<String, f32>>);

/// One linear model: a weight for each column of a row.
#[derive(Debug, Clone)]
pub struct Model {
    /// In the order of the row's names.
    pub weights: Vec<f32>,
    /// Added to the sum.
    pub bias: f32,
}

impl Weights {
    /// Reads the lines of a weights file; lines that are none are left out.
    pub fn parse(text: &str) -> Weights {
        let mut models: HashMap<String, HashMap<String, f32>> = HashMap::new();
        for line in text.lines() {
            let mut cells = line.split('\t');
            if let (Some(model), Some(feature), Some(Ok(weight))) =
                (cells.next(), cells.next(), cells.next().map(str::parse))
            {
                models
                    .entry(model.to_owned())
                    .or_default()
                    .insert(feature.to_owned(), weight);
            }
        }

        Weights(models)
    }

    /// The weights this program ships with.
    pub fn shipped() -> &'static Weights {
        &WEIGHTS
    }

    /// The lines of the shipped models that are wanted by name.
    #[cfg(feature = "measuring")]
    pub fn lines(wanted: impl Fn(&str) -> bool) -> String {
        let of_wanted = |line: &&str| line.split('\t').next().is_some_and(&wanted);
        let lines = SHIPPED.split_inclusive('\n').filter(of_wanted);
        lines.collect()
    }

    /// A model's weights in the order of `names`; all 0 if there is no such model.
    pub fn model(&self, model: &str, names: &[impl AsRef<str>]) -> Model {
        let weight = |name: &str| {
            self.0
                .get(model)
                .and_then(|weights| weights.get(name))
                .copied()
                .unwrap_or(0.0)
        };

        Model {
            weights: names.iter().map(|name| weight(name.as_ref())).collect(),
            bias: weight("bias"),
        }
    }
}

impl Model {
    /// Weighted sum of a row.
    pub fn score(&self, row: &[f32]) -> f32 {
        self.bias + self.shares(row).sum::<f32>()
    }

    /// What each column adds to the score.
    pub fn shares(&self, row: &[f32]) -> impl Iterator<Item = f32> {
        self.weights
            .iter()
            .zip(row)
            .map(|(weight, value)| weight * value)
    }

    /// As [`Model::score`], squeezed into 0..1.
    pub fn probability(&self, row: &[f32]) -> f32 {
        1.0 / (1.0 + (-self.score(row)).exp())
    }
}
