//! Fields that print by their instruction alone: `SYMBOL 176 \\f "Symbol"` and `EQ \\f(1,2)`.
//!
//! In: an instruction. Out: what it prints, in one line. The decision that is not obvious: what
//! stands above a word to say how it is read, which Word sets as an equation, is left out as all
//! ruby is.

use super::symbols;
use crate::corpus::formula;

/// Longest instruction that is carried out, in bytes.
const LONGEST: usize = 2_000;
/// Equations in one another that are read.
const DEPTH: usize = 20;
/// Signs around a number or letter, and the numbers that have one.
const ENCLOSING: &[char] = &['○', '◯', '〇', '□', '△', '◇'];
const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/// What an instruction prints; nothing if that does not follow from it.
pub fn render_instruction(instruction: &str) -> String {
    let instruction = instruction.trim();
    let end = instruction.find(|c: char| c.is_whitespace() || c == '\\');
    let (name, rest) = instruction.split_at(end.unwrap_or(instruction.len()));
    match name.to_ascii_uppercase().as_str() {
        "SYMBOL" => parse_symbol(rest).map(String::from).unwrap_or_default(),
        _ if instruction.len() > LONGEST => String::new(),
        "EQ" => render_equation(rest, 0).trim().to_owned(),
        _ => String::new(),
    }
}

/// `176 \f "Symbol"`, `0xB0 \u`.
fn parse_symbol(said: &str) -> Option<char> {
    let mut words = said.split_whitespace();
    let number = words.next()?;
    let code = match number.strip_prefix("0x") {
        Some(number) => u32::from_str_radix(number, 16).ok()?,
        None => number.parse().ok()?,
    };

    let font = said
        .split_once("\\f")
        .map_or("", |(_, font)| font.trim_start());
    let font = match font.strip_prefix('"') {
        Some(font) => font.split('"').next(),
        None => font.split_whitespace().next(),
    };

    let plain = || char::from_u32(code).filter(|c| !c.is_control());
    symbols::find_symbol(font.unwrap_or_default(), code).or_else(plain)
}

/// A text with switches such as `\f(1,2)`, each with what it sets in brackets.
fn render_equation(text: &str, depth: usize) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, switch)) = rest.split_once('\\') {
        out.push_str(before);
        let Some(name) = switch.chars().next() else {
            return out;
        };
        rest = &switch[name.len_utf8()..];

        if name == '*' {
            // How the result looks: `\* jc2`.
            let word = rest.trim_start();
            let quoted = word.strip_prefix('"').and_then(|word| word.split_once('"'));
            let length = word.find([' ', '\\']).unwrap_or(word.len());
            rest = quoted.map_or(&word[length..], |(_, rest)| rest);
        } else if !name.is_ascii_alphabetic() {
            out.push(name);
        } else if let Some((options, inner, after)) =
            split_at_brackets(rest).filter(|_| depth < DEPTH)
        {
            let set = render_switch(
                name.to_ascii_lowercase(),
                options,
                &split_at_commas(inner),
                depth + 1,
            );
            formula::append_piece(&mut out, &set, name.eq_ignore_ascii_case(&'f'));
            rest = after;
        }
    }
    out + rest
}

/// What stands before the next bracket, in it, and behind it.
fn split_at_brackets(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('(')?;
    let mut level = 0_usize;
    let mut escaped = false;
    let close = text[open..].char_indices().find(|(_, c)| {
        match c {
            _ if escaped => {}
            '(' => level += 1,
            ')' => level -= 1,
            _ => {}
        }
        escaped = *c == '\\' && !escaped;
        level == 0
    });

    let close = open + close?.0;
    Some((&text[..open], &text[open + 1..close], &text[close + 1..]))
}

/// What stands between the commas that are in no bracket.
fn split_at_commas(inner: &str) -> Vec<&str> {
    let mut level = 0_usize;
    let mut before = ' ';

    inner
        .split(|c: char| {
            let escaped = before == '\\';
            before = c;
            match c {
                '(' if !escaped => level += 1,
                ')' if !escaped => level = level.saturating_sub(1),
                _ => {}
            }
            matches!(c, ',' | ';') && level == 0 && !escaped
        })
        .collect()
}

/// What a switch sets.
fn render_switch(name: char, options: &str, parts: &[&str], depth: usize) -> String {
    let written: Vec<String> = parts
        .iter()
        .map(|part| render_equation(part, depth).trim().to_owned())
        .collect();

    match (name, written.as_slice()) {
        ('f', [above, below]) => formula::render_fraction(above, below, true),
        ('r', [base]) => formula::render_root("", base),
        ('r', [degree, base]) => formula::render_root(degree, base),
        ('s', [part]) if options.contains("up") => formula::add_superscript(String::new(), part),
        ('s', [part]) if options.contains("do") => formula::add_subscript(String::new(), part),
        ('b', [part]) => format!("({part})"),
        ('o', _) => render_overstrike(parts, &written),
        ('l', written) => written.join(","),
        (_, written) => written.join(" "),
    }
}

/// A number in a circle, or a word with how it is read above it.
fn render_overstrike(parts: &[&str], written: &[String]) -> String {
    let is_above = |part: &str| part.trim().starts_with("\\s\\up");
    let is_around = |part: &str| part.starts_with(ENCLOSING) && part.chars().count() == 1;
    let has_circle = written.iter().any(|part| is_around(part));
    let inner: String = parts
        .iter()
        .zip(written)
        .filter(|(part, written)| !is_above(part) && !is_around(written))
        .map(|(_, written)| written.as_str())
        .collect();

    let number = inner
        .parse()
        .ok()
        .filter(|number| has_circle && *number > 0);
    let circled = number.and_then(|number: usize| CIRCLED.chars().nth(number - 1));
    circled.map_or(inner, String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instruction_prints_what_it_says() {
        for (instruction, expected) in [
            (" SYMBOL 176 \\f \"Symbol\" \\s 12 ", "°"),
            ("symbol 0xB0 \\f Symbol", "°"),
            ("SYMBOL 8364 \\u", "€"),
            ("SYMBOL x", ""),
            ("EQ \\f(1,2)", "1/2"),
            ("eq 5\\f(1;2)", "5 1/2"),
            ("EQ \\F(a+b,\\r(3,c))", "(a+b)/(³√c)"),
            ("EQ x\\s\\up 8(2)+y\\s\\do8(1)", "x²+y₁"),
            ("EQ \\o\\ac(○,3)", "③"),
            ("EQ \\o\\ac(○,甲)", "甲"),
            (
                "EQ \\* jc2 \\* \"Font:MS Mincho\" \\* hps10 \\o\\ad(\\s\\up 9(とうだい),灯台)",
                "灯台",
            ),
            ("EQ \\b\\bc\\[(x\\,y)", "(x,y)"),
            ("EQ \\f(1", "(1"),
            ("EQ \\", ""),
            ("PAGE", ""),
            ("", ""),
        ] {
            assert_eq!(render_instruction(instruction), expected, "{instruction}");
        }
        let deep = "EQ ".to_owned() + &"\\r(".repeat(600);
        assert!(render_instruction(&deep).len() < deep.len());
    }
}
