//! Measures over outcomes, each with a 95 % interval by bootstrap over documents.

/// Area under the ROC curve: how often a positive scores above a negative (ties count half).
pub fn auroc(positives: &[f32], negatives: &[f32]) -> f32 {
    let mut all: Vec<(f32, bool)> = positives.iter().map(|s| (*s, true)).chain(negatives.iter().map(|s| (*s, false))).collect();
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
