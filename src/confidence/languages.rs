//! How sure a score makes us in a language other than English.
//!
//! One model is fitted to several languages at once, since what is measured means the same in each:
//! a word counts as found as far as one of the text is written like it, as many languages inflect
//! what a question asks about. How sure its score makes us of one language is a calibration of that
//! language (Platt 1999), or that of all of them together.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::confidence::column_names;
use crate::language::Language;
use crate::rank::model::{Model, Weights};

/// The model of all languages.
pub const MODEL: &str = "confidence, other languages";
/// How the names of the calibrations begin; the tag of a language follows, or [`OTHERS`].
pub const CALIBRATION: &str = "calibration, ";
/// What stands for a language without a calibration of its own.
pub const OTHERS: &str = "other";
/// What a calibration reads.
pub const SCORE: &str = "score";

/// The probability that an answer measured so is one.
pub fn answer_probability(language: Language, row: &[f32]) -> f32 {
    static SHIPPED: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model(MODEL, column_names()));
    calibration_model(language).probability(&[SHIPPED.score(row)])
}

/// How a score is to be read in a language.
fn calibration_model(language: Language) -> &'static Model {
    static SHIPPED: LazyLock<HashMap<Language, Model>> = LazyLock::new(|| {
        let weights = Weights::shipped();
        let of = |tag: &str| weights.model(&format!("{CALIBRATION}{tag}"), &[SCORE]);
        let own = |language: Language| {
            let own = of(language.tag());
            let is_fitted = own.weights.iter().any(|weight| *weight != 0.0);
            (language, if is_fitted { own } else { of(OTHERS) })
        };
        Language::all().map(own).collect()
    });
    &SHIPPED[&language]
}
