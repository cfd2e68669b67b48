//! Tables: rows of cells.

use super::{Sheet, check, read, show};

/// Rows of cells that begin at the same places.
fn rows(top: f64, lefts: &[f64], rows: &[&[&str]]) -> String {
    let shown = rows.iter().zip(0..).flat_map(|(cells, n)| {
        let y = top - 14.0 * f64::from(n);
        lefts
            .iter()
            .zip(*cells)
            .map(move |(left, cell)| show(*left, y, 11.0, cell))
    });
    shown.collect()
}

const NUMBERS: [&[&str]; 4] = [
    &["Year", "Ships", "Oil"],
    &["1890", "2255", "40"],
    &["1891", "2310", "44"],
    &["1892", "1990", "39"],
];
const NAMES: [&[&str]; 2] = [
    &["Anna Berg", "1890", "1909"],
    &["Nils Lund", "1909", "1911"],
];

#[test]
fn each_row_of_a_narrow_table_is_a_line() {
    let lefts = [40.0, 110.0, 160.0];
    let page = show(40.0, 500.0, 11.0, "The ships of each year stand here.")
        + &rows(486.0, &lefts, &NUMBERS)
        + &show(40.0, 430.0, 11.0, "Nobody counted them after that.")
        + &rows(416.0, &lefts, &NAMES)
        + &show(40.0, 388.0, 11.0, "These were the keepers.");
    check(
        page,
        "The ships of each year stand here.\n\nYear Ships Oil\n1890 2255 40\n1891 2310 44\n1892 1990 39\n\n\
         Nobody counted them after that.\n\nAnna Berg 1890 1909\nNils Lund 1909 1911\n\nThese were the keepers.",
    );
}

#[test]
fn a_table_goes_on_over_the_edge_of_a_page() {
    let lefts = [40.0, 110.0, 160.0];
    let sheet = Sheet {
        pages: vec![
            rows(80.0, &lefts, &NUMBERS[..3]),
            rows(560.0, &lefts, &[NUMBERS[3], &["1893", "2051", "41"]]),
        ],
        ..Sheet::of(String::new())
    };
    let text = read(&sheet.file()).unwrap().text;
    assert!(text.contains("\n1891 2310 44\n"), "{text}");
    assert!(
        !text.contains("44 1892") && !text.contains("39 1893"),
        "{text}"
    );
}

#[test]
fn prose_that_is_spread_to_its_full_width_is_no_table() {
    // Two gaps stand at nearly the same place.
    let page = rows(
        500.0,
        &[40.0, 120.0, 200.0],
        &[&["Lanterns", "glowed", "dimly"]],
    ) + &rows(
        486.0,
        &[40.0, 122.0, 200.0],
        &[&["Beyond", "Skerry", "Point"]],
    ) + &show(40.0, 472.0, 11.0, "until the fog had come.");
    check(
        page,
        "Lanterns glowed dimly Beyond Skerry Point until the fog had come.",
    );
}
