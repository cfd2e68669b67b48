//! Measures over the outcomes of many questions, each with a 95 % interval by bootstrap.

use crate::measuring::eval::{Length, Outcome};

/// Resamples behind an interval.
const RESAMPLES: usize = 1_000;

/// A measure with its interval, in percent, words or characters.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What is measured.
    pub name: &'static str,
    /// Over all questions.
    pub value: f32,
    /// The middle 95 % of the values over resampled questions.
    pub interval: (f32, f32),
}

/// What is measured, in the order of [`measured_values`].
pub const NAMES: [&str; 14] = [
    "Hit@1",
    "Hit@3",
    "Hit@5",
    "MRR@10",
    "right quote",
    "words a quote",
    "characters a quote",
    "AUROC",
    "answered",
    "answered rightly",
    "answered wrongly",
    "false answers",
    "false at 90 % answered",
    "milliseconds",
];

/// All measures of some outcomes. Questions are resampled by document where there are at least five
/// documents, as questions about one text stand or fall together.
pub fn measure_outcomes(outcomes: &[Outcome]) -> Vec<Measure> {
    let all: Vec<&Outcome> = outcomes.iter().collect();
    let by_document: Vec<Vec<&Outcome>> = all
        .chunk_by(|a, b| a.document == b.document)
        .map(<[_]>::to_vec)
        .collect();
    let clusters = if by_document.len() >= 5 {
        by_document
    } else {
        all.iter().map(|o| vec![*o]).collect()
    };

    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut samples: Vec<[Option<f32>; NAMES.len()]> = Vec::with_capacity(RESAMPLES);
    for _ in 0..RESAMPLES {
        let pick = |_| clusters[random.below(clusters.len())].iter().copied();
        samples.push(measured_values(
            &(0..clusters.len()).flat_map(pick).collect::<Vec<_>>(),
        ));
    }

    let named = NAMES.iter().zip(measured_values(&all)).enumerate();
    named
        .filter_map(|(column, (name, value))| {
            let mut column: Vec<f32> = samples.iter().filter_map(|sample| sample[column]).collect();
            column.sort_by(f32::total_cmp);
            let at = |share: f32| {
                column
                    .get((share * column.len() as f32) as usize)
                    .copied()
                    .unwrap_or_default()
            };
            Some(Measure {
                name,
                value: value?,
                interval: (at(0.025), at(0.975)),
            })
        })
        .collect()
}

/// The measures in the order of [`NAMES`]; `None` where there is nothing to measure.
fn measured_values(outcomes: &[&Outcome]) -> [Option<f32>; NAMES.len()] {
    let answerable: Vec<&Outcome> = outcomes.iter().copied().filter(|o| o.answerable).collect();
    let explicit: Vec<&Outcome> = answerable.iter().copied().filter(|o| o.explicit).collect();
    let hit = |k: usize| {
        mean(&answerable, |o| {
            to_percent(o.rank.is_some_and(|rank| rank <= k))
        })
    };

    let positives: Vec<f32> = answerable.iter().map(|o| o.confidence).collect();
    let mut negatives: Vec<f32> = outcomes.iter().filter_map(|o| o.elsewhere).collect();
    negatives.extend(
        outcomes
            .iter()
            .filter(|o| !o.answerable)
            .map(|o| o.confidence),
    );

    // All questions of a set are held against the same.
    let threshold = outcomes.first().map_or(0.0, |o| o.threshold);
    let both = !positives.is_empty() && !negatives.is_empty();
    [
        hit(1),
        hit(3),
        hit(5),
        mean(&answerable, |o| {
            o.rank.map_or(0.0, |rank| 100.0 / rank as f32)
        }),
        mean(&explicit, |o| to_percent(o.right)),
        mean_length(&explicit, |length| match length {
            Length::Words(count) => Some(count),
            Length::Characters(_) => None,
        }),
        mean_length(&explicit, |length| match length {
            Length::Characters(count) => Some(count),
            Length::Words(_) => None,
        }),
        both.then(|| 100.0 * auroc(&positives, &negatives)),
        mean(&answerable, |o| to_percent(o.is_answered())),
        mean(&explicit, |o| to_percent(o.right && o.is_answered())),
        mean(&explicit, |o| to_percent(!o.right && o.is_answered())),
        share_above(&negatives, threshold),
        both.then(|| share_above(&negatives, lowest_tenth(&positives)))
            .flatten(),
        mean(outcomes, |o| o.took.as_secs_f32() * 1e3),
    ]
}

fn to_percent(holds: bool) -> f32 {
    if holds { 100.0 } else { 0.0 }
}

fn mean(outcomes: &[&Outcome], of: impl Fn(&Outcome) -> f32) -> Option<f32> {
    (!outcomes.is_empty())
        .then(|| outcomes.iter().map(|o| of(o)).sum::<f32>() / outcomes.len() as f32)
}

fn mean_length(outcomes: &[&Outcome], count: impl Fn(Length) -> Option<usize>) -> Option<f32> {
    let counts: Vec<usize> = outcomes.iter().filter_map(|o| count(o.length?)).collect();
    (!counts.is_empty()).then(|| counts.iter().sum::<usize>() as f32 / counts.len() as f32)
}

fn share_above(confidences: &[f32], threshold: f32) -> Option<f32> {
    let above = confidences.iter().filter(|c| **c >= threshold).count();
    (!confidences.is_empty()).then(|| 100.0 * above as f32 / confidences.len() as f32)
}

fn lowest_tenth(confidences: &[f32]) -> f32 {
    let mut sorted = confidences.to_vec();
    sorted.sort_by(f32::total_cmp);
    sorted[sorted.len() / 10]
}

/// Area under the ROC curve: how often a positive scores above a negative (ties count half).
pub fn auroc(positives: &[f32], negatives: &[f32]) -> f32 {
    let mut all: Vec<(f32, bool)> = positives
        .iter()
        .map(|s| (*s, true))
        .chain(negatives.iter().map(|s| (*s, false)))
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut wins = 0.0;
    let mut below = 0.0;
    for tied in all.chunk_by(|a, b| a.0 == b.0) {
        let lost = tied.iter().filter(|(_, positive)| !positive).count() as f64;
        let won = tied.len() as f64 - lost;
        wins += won * (below + lost / 2.0);
        below += lost;
    }

    (wins / (positives.len() as f64 * negatives.len() as f64).max(1.0)) as f32
}

/// SplitMix64 (Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators", 2014): the
/// same intervals every time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::ids::DocumentId;
    use crate::language::Language;

    #[test]
    fn auroc_counts_pairs_in_the_right_order() {
        assert_eq!(auroc(&[0.9, 0.8], &[0.1, 0.2]), 1.0);
        assert_eq!(auroc(&[0.1], &[0.9]), 0.0);
        assert_eq!(auroc(&[0.5, 0.9], &[0.5, 0.1]), 0.875);
    }

    #[test]
    fn measures_count_what_they_say() {
        let outcome = |rank, right, confidence, answerable| Outcome {
            document: DocumentId(0),
            language: Language::English,
            rank,
            right,
            length: Some(Length::Words(10)),
            confidence,
            threshold: 0.5,
            elsewhere: None,
            quoted: String::new(),
            took: Duration::from_millis(1),
            answerable,
            explicit: answerable,
        };
        let outcomes = [
            outcome(Some(1), true, 0.9, true),
            outcome(Some(2), false, 0.8, true),
            outcome(None, false, 0.1, true),
            outcome(Some(4), true, 0.7, true),
            outcome(None, false, 0.6, false),
            outcome(None, false, 0.2, false),
        ];
        let found = measure_outcomes(&outcomes);
        let value = |name: &str| found.iter().find(|m| m.name == name).unwrap().value;
        assert_eq!(
            (value("Hit@1"), value("Hit@3"), value("Hit@5")),
            (25.0, 50.0, 75.0)
        );
        assert_eq!(value("MRR@10"), (100.0 + 50.0 + 25.0) / 4.0);
        assert_eq!(
            (
                value("right quote"),
                value("answered"),
                value("answered rightly")
            ),
            (50.0, 75.0, 50.0)
        );
        assert_eq!((value("false answers"), value("AUROC")), (50.0, 75.0));
    }
}
