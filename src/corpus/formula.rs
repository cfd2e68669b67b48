//! Formulas in one line: `1/2`, `(a+b)/c`, `x²`, `³√x`, `∑_(i=1)^n`, `(1, 2; 3, 4)`, from Word and
//! from pages.
//!
//! In: the parts of a formula, each as a line. Out: a line that says the same. In print the place
//! of a number says what it is, so letters and digits alone would run together: a half would be
//! read as twelve. What Unicode can raise is raised; all else is written as on a keyboard, with
//! brackets where they are needed.

const RAISED: (&str, &str) = ("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ");
const LOWERED: (&str, &str) = ("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎");

/// A fraction; without a bar, one above the other, as in a binomial.
pub fn render_fraction(above: &str, below: &str, has_bar: bool) -> String {
    let bar = if has_bar { "/" } else { "¦" };
    bracket_if_needed(above) + bar + &bracket_if_needed(below)
}

/// A root; a square root has no degree.
pub fn render_root(degree: &str, base: &str) -> String {
    let degree = add_superscript(String::new(), degree);
    degree.trim_start_matches('^').to_owned() + "√" + &bracket_if_needed(base)
}

/// The cells of a row of a matrix.
pub fn join_cells<S: AsRef<str>>(cells: &[S]) -> String {
    join_parts(cells, ", ")
}

/// The rows of a matrix, without the brackets around it.
pub fn join_rows<S: AsRef<str>>(rows: &[S]) -> String {
    join_parts(rows, "; ")
}

fn join_parts<S: AsRef<str>>(parts: &[S], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    parts.join(between)
}

/// Writes a piece after another, with a space if one of them `is_apart`, such as a fraction or a
/// word, and they would run together.
pub fn append_piece(text: &mut String, piece: &str, is_apart: bool) {
    let meets = text.ends_with(char::is_alphanumeric) && piece.starts_with(char::is_alphanumeric);
    if is_apart && meets {
        text.push(' ');
    }
    text.push_str(piece);
}

/// A part in brackets, unless it is one number, one word, or has some already.
pub fn bracket_if_needed(part: &str) -> String {
    let is_one = part
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '\u{300}'..='\u{36f}'));
    if is_one || is_enclosed(part) {
        part.to_owned()
    } else {
        format!("({part})")
    }
}

/// Whether a bracket at the beginning closes at the end, and no sooner.
fn is_enclosed(part: &str) -> bool {
    let mut depth = 0_usize;
    for (at, c) in part.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }

        if depth == 0 {
            return at > 0 && at + c.len_utf8() == part.len();
        }
    }

    false
}

pub fn add_superscript(base: String, part: &str) -> String {
    add_script(base, part, "^", RAISED)
}

/// Whether a raised number between a text and the next belongs to a chemical element: `the 14C of`.
/// Elsewhere it counts a verse, which often begins a sentence.
pub fn is_isotope(before: &str, next: &str) -> bool {
    let symbol: Vec<char> = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let is_symbol = match symbol[..] {
        [first] => first.is_uppercase(),
        [first, second] => first.is_uppercase() && second.is_lowercase(),
        _ => false,
    };
    let before = before.trim_end();
    is_symbol && before.ends_with(|c: char| c.is_alphanumeric() || c == '(')
}

/// Signs that are raised behind a number, if all of them can be: without, ten to the sixth would
/// be 106.
pub fn to_superscript(text: &str) -> Option<String> {
    to_small_signs(text, RAISED)
}

pub fn add_subscript(base: String, part: &str) -> String {
    add_script(base, part, "_", LOWERED)
}

fn add_script(base: String, part: &str, mark: &str, signs: (&str, &str)) -> String {
    let part = part.trim();
    match to_small_signs(part, signs) {
        Some(signs) => base + &signs,
        // A prime is raised as it is.
        None if part.chars().all(|c| "′″'*°".contains(c)) => base + part,
        None => base + mark + &bracket_if_needed(part),
    }
}

fn to_small_signs(text: &str, (plain, small): (&str, &str)) -> Option<String> {
    let sign = |c: char| {
        plain
            .chars()
            .zip(small.chars())
            .find(|(plain, _)| *plain == c)
    };
    text.chars().map(|c| Some(sign(c)?.1)).collect()
}
