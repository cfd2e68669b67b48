//! Fitting linear models by full-batch gradient descent (Adam, Kingma & Ba 2015): deterministic.
//!
//! Two losses: listwise softmax over the candidates of a question (Cao et al., "Learning to Rank:
//! From Pairwise Approach to Listwise Approach", 2007), and logistic for yes or no. Columns are
//! standardised inside and the weights returned are for raw rows.

/// The candidates of one question.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// A row a candidate.
    pub rows: Vec<Vec<f32>>,
    /// How welcome each candidate is: 0 where it is wrong.
    pub right: Vec<f32>,
    /// How much the question counts.
    pub weight: f32,
}

/// How the loss of a group is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// One of the candidates is right.
    Softmax,
    /// Each row is right or not by itself.
    Logistic,
}

const STEPS: usize = 400;
const RATE: f64 = 0.05;

/// Fitted weights for raw rows, 0 for the columns `left_out`, and the bias (0 for softmax).
pub fn fit_groups(groups: &[Group], left_out: &[bool], loss: Loss, l2: f64) -> (Vec<f64>, f64) {
    let columns = left_out.len();
    let (means, deviations) = means_and_deviations(groups, left_out);
    let standard: Vec<Vec<Vec<f64>>> = groups
        .iter()
        .map(|g| {
            g.rows
                .iter()
                .map(|row| {
                    (0..columns)
                        .map(|c| (f64::from(row[c]) - means[c]) / deviations[c])
                        .collect()
                })
                .collect()
        })
        .collect();

    let total: f64 = groups.iter().map(|g| f64::from(g.weight)).sum();
    let mut weights = vec![0.0; columns + 1]; // the bias last
    let mut first = vec![0.0; columns + 1];
    let mut second = vec![0.0; columns + 1];

    for step in 1..=STEPS {
        let mut gradient = vec![0.0; columns + 1];
        for (group, rows) in groups.iter().zip(&standard) {
            add_gradient(&mut gradient, group, rows, &weights, loss);
        }
        let rate = RATE * (1.0 - step as f64 / (STEPS + 1) as f64); // down to nothing, so that it settles
        for c in 0..=columns {
            let penalty = if c < columns { l2 * weights[c] } else { 0.0 };
            let slope = gradient[c] / total + penalty;
            first[c] = 0.9 * first[c] + 0.1 * slope;
            second[c] = 0.999 * second[c] + 0.001 * slope * slope;
            let mean = first[c] / (1.0 - 0.9_f64.powi(step as i32));
            let spread = second[c] / (1.0 - 0.999_f64.powi(step as i32));
            weights[c] -= rate * mean / (spread.sqrt() + 1e-8);
        }
    }

    let raw: Vec<f64> = (0..columns).map(|c| weights[c] / deviations[c]).collect();
    let bias = match loss {
        Loss::Softmax => 0.0,
        Loss::Logistic => {
            weights[columns] - raw.iter().zip(&means).map(|(w, m)| w * m).sum::<f64>()
        }
    };
    (raw, bias)
}

fn means_and_deviations(groups: &[Group], left_out: &[bool]) -> (Vec<f64>, Vec<f64>) {
    let columns = left_out.len();
    let rows = || groups.iter().flat_map(|g| &g.rows);
    let count = rows().count().max(1) as f64;
    let mean = |c: usize| rows().map(|row| f64::from(row[c])).sum::<f64>() / count;
    let means: Vec<f64> = (0..columns).map(mean).collect();

    let variance = |c: usize| {
        rows()
            .map(|row| (f64::from(row[c]) - means[c]).powi(2))
            .sum::<f64>()
            / count
    };

    // A column that never varies gets a weight of nearly 0 instead of a division by 0.
    let deviation = |c: usize| {
        let deviation = variance(c).sqrt();
        if deviation < 1e-6 || left_out[c] {
            1e9
        } else {
            deviation
        }
    };
    let deviations = (0..columns).map(deviation).collect();
    (means, deviations)
}

fn add_gradient(
    gradient: &mut [f64],
    group: &Group,
    rows: &[Vec<f64>],
    weights: &[f64],
    loss: Loss,
) {
    let columns = weights.len() - 1;
    let scores: Vec<f64> = rows
        .iter()
        .map(|row| weights[columns] + row.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>())
        .collect();

    let errors: Vec<f64> = match loss {
        Loss::Logistic => scores
            .iter()
            .zip(&group.right)
            .map(|(s, right)| 1.0 / (1.0 + (-s).exp()) - f64::from(*right))
            .collect(),
        Loss::Softmax => {
            let all = softmax(&scores, |_| 1.0);
            let right = softmax(&scores, |i| f64::from(group.right[i]));
            all.iter().zip(&right).map(|(a, r)| a - r).collect()
        }
    };

    for (row, error) in rows.iter().zip(&errors) {
        let error = error * f64::from(group.weight);
        for (slot, x) in gradient.iter_mut().zip(row) {
            *slot += error * x;
        }
        gradient[columns] += error;
    }
}

/// Softmax over the scores, each multiplied by its `prior`.
fn softmax(scores: &[f64], prior: impl Fn(usize) -> f64) -> Vec<f64> {
    let top = scores
        .iter()
        .enumerate()
        .filter(|(i, _)| prior(*i) > 0.0)
        .map(|(_, s)| *s)
        .fold(f64::NEG_INFINITY, f64::max);
    let power = |(i, score): (usize, &f64)| {
        if prior(i) > 0.0 {
            prior(i) * (score - top).exp()
        } else {
            0.0
        }
    };

    let powers: Vec<f64> = scores.iter().enumerate().map(power).collect();
    let sum = powers.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    powers.iter().map(|p| p / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_that_tells_gets_the_weight() {
        let group = |a: f32| Group {
            rows: vec![vec![a, 1.0], vec![-a, 1.0], vec![0.0, 1.0]],
            right: vec![1.0, 0.0, 0.0],
            weight: 1.0,
        };
        let groups: Vec<Group> = [1.0, 2.0, 0.5].into_iter().map(group).collect();
        let (weights, _) = fit_groups(&groups, &[false, false], Loss::Softmax, 1e-3);
        assert!(weights[0] > 1.0 && weights[1].abs() < 1e-3, "{weights:?}");
    }

    #[test]
    fn logistic_fits_a_threshold() {
        let groups: Vec<Group> = (0..20)
            .map(|i| Group {
                rows: vec![vec![i as f32]],
                right: vec![f32::from(i >= 10)],
                weight: 1.0,
            })
            .collect();
        let (weights, bias) = fit_groups(&groups, &[false], Loss::Logistic, 1e-4);
        let edge = -bias / weights[0];
        assert!((8.0..12.0).contains(&edge), "{edge}");
    }
}
