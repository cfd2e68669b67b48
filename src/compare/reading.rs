//! A message -> the quotations that it may hold.
//!
//! People quote in many ways: behind Discord's mark for quotes, between quotation marks inside a sentence of
//! their own, with the author behind a dash. Each way is a reading of the message; the comparison takes the
//! one that stands in the texts.

/// Fewer words than this between quotation marks are an emphasis, no quotation.
const FEWEST: usize = 3;
/// Most words behind a dash that can be a name and a title.
const ATTRIBUTION: usize = 14;
/// Most readings of a message.
const MOST: usize = 6;

/// Pairs of quotation marks. Single ones are apostrophes, too, so they are none here.
const PAIRS: [(char, char); 7] = [
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('«', '»'),
    ('»', '«'),
    ('「', '」'),
    ('"', '"'),
];

/// The quotations that a message may hold, the likeliest first.
pub fn readings(message: &str) -> Vec<String> {
    let plain = without_marks(message);
    let whole = bare(&plain).to_owned();

    let mut readings = vec![whole];
    readings.extend(block_quote(message));
    readings.extend(unattributed(&plain));
    readings.extend(between_marks(&plain));

    let mut found: Vec<String> = Vec::new();
    for reading in readings {
        if !reading.is_empty() && !found.contains(&reading) && found.len() < MOST {
            found.push(reading);
        }
    }
    found
}

/// The message without Discord's marks for quotes and for bold, italic and struck text.
fn without_marks(message: &str) -> String {
    let lines: Vec<&str> = message.lines().map(without_quote_mark).collect();
    lines
        .join("\n")
        .replace("**", "")
        .replace("__", "")
        .replace("||", "")
}

fn without_quote_mark(line: &str) -> &str {
    line.trim_start()
        .trim_start_matches(['>', ' '])
        .trim_start_matches("-# ")
}

/// The lines behind Discord's mark for quotes, if there are others, too.
fn block_quote(message: &str) -> Option<String> {
    let quoted: Vec<&str> = message
        .lines()
        .filter(|line| line.trim_start().starts_with('>'))
        .map(without_quote_mark)
        .collect();
    let quoted = without_marks(&quoted.join("\n"));
    Some(bare(&quoted).to_owned())
}

/// Without the white space, quotation marks and emphasis around it.
fn bare(text: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || "\"“”„«»‘’'「」*_`".contains(c);
    text.trim_matches(is_mark)
}

/// Without a name behind a dash at the end, or before a colon at the beginning.
fn unattributed(text: &str) -> Vec<String> {
    let is_name = |part: &str| {
        let words = part.split_whitespace().count();
        (1..=ATTRIBUTION).contains(&words)
    };

    let mut found = Vec::new();
    for (at, dash) in text.rmatch_indices(['—', '–', '-', '~', '―']) {
        let name = &text[at + dash.len()..];
        if !is_name(name) {
            break;
        }
        // A hyphen within a word is no dash.
        if text[..at].ends_with(char::is_alphanumeric) && name.starts_with(char::is_alphanumeric) {
            continue;
        }
        found.push(bare(text[..at].trim_end_matches(['-', '—', '–', ' ', '\n'])).to_owned());
    }
    if let Some((name, rest)) = text.split_once(':')
        && is_name(name)
    {
        found.push(bare(rest).to_owned());
    }
    found.truncate(2);
    found
}

/// What stands between quotation marks, the longest first.
fn between_marks(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (open, close) in PAIRS {
        let mut rest = text;
        while let Some((_, inner)) = rest.split_once(open) {
            let Some((quoted, after)) = inner.split_once(close) else {
                break;
            };
            if quoted.split_whitespace().count() >= FEWEST || quoted.chars().count() > 3 * FEWEST {
                found.push(bare(quoted).to_owned());
            }
            rest = after;
        }
    }
    found.sort_by_key(|quoted| std::cmp::Reverse(quoted.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_found_however_it_is_pasted() {
        let quotation = "You see, but you do not observe.";
        for message in [
            "You see, but you do not observe.",
            "> You see, but you do not observe.",
            ">>> **You see, but you do not observe.**",
            "_“You see, but you do not observe.”_",
            "“You see, but you do not observe.” — Sherlock Holmes",
            "\"You see, but you do not observe.\" - Holmes, A Scandal (Doyle, 1891)",
            "You see, but you do not observe.\n~ Holmes",
            "Sherlock Holmes: You see, but you do not observe.",
            "is this real? \"You see, but you do not observe.\" saw it on a poster",
            "hey look\n> You see, but you do not observe.\nnice, isn't it",
            "He says „You see, but you do not observe.“ somewhere",
            "«You see, but you do not observe.», or so",
        ] {
            let readings = readings(message);
            assert!(
                readings.contains(&quotation.to_owned()),
                "{message}: {readings:?}"
            );
        }
        assert!(readings(" \n> ").is_empty());
    }
}
