//! Outcomes -> what `pullquote eval` prints: a table, CSV, or the misses one by one.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::language::Language;
use crate::measuring::eval::measures::{Measure, measure_outcomes};
use crate::measuring::eval::truth::Case;
use crate::measuring::eval::{Outcome, Reach};

/// Groups of fewer questions tell nothing.
const SMALLEST_GROUP: usize = 10;

/// What a row of [`render_summary`] says, with the measure that it is.
const COLUMNS: [(&str, &str); 9] = [
    ("shown", "answered"),
    ("right", "answered rightly"),
    ("wrong", "answered wrongly"),
    ("false", "false answers"),
    ("AUROC", "AUROC"),
    ("first", "Hit@1"),
    ("in five", "Hit@5"),
    ("length", WORDS),
    ("ms", "milliseconds"),
];

const WORDS: &str = "words a quote";
/// What stands in its place where a language has no spaces.
const CHARACTERS: &str = "characters a quote";

/// A table with a row for each set of questions, by its name, and for each language of a set with
/// several.
pub fn render_summary(sets: &[(String, Vec<Outcome>)]) -> String {
    let mut out = format!("{:28}{:>10}", "", "questions");
    for (title, _) in COLUMNS {
        let _ = write!(out, "{title:>9}");
    }
    out.push('\n');

    for (name, outcomes) in sets {
        add_row(&mut out, name, outcomes);
        let languages = group_by_language(outcomes);
        if languages.len() > 1 {
            for (language, outcomes) in languages {
                add_row(&mut out, &format!("  {}", language.name()), &outcomes);
            }
        }
    }
    out
}

fn add_row(out: &mut String, name: &str, outcomes: &[Outcome]) {
    let found = measure_outcomes(outcomes);
    let value = |name: &str| found.iter().find(|m| m.name == name).map(|m| m.value);
    let _ = write!(out, "{name:28}{:>10}", outcomes.len());

    for (_, measure) in COLUMNS {
        let characters = value(CHARACTERS).filter(|_| measure == WORDS);
        let cell = match (value(measure), characters) {
            (Some(value), _) => format!("{value:.1}"),
            (None, Some(characters)) => format!("{characters:.1} ch"),
            (None, None) => "-".to_owned(),
        };
        let _ = write!(out, "{cell:>9}");
    }
    out.push('\n');
}

fn group_by_language(outcomes: &[Outcome]) -> BTreeMap<Language, Vec<Outcome>> {
    let mut languages: BTreeMap<Language, Vec<Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        let of_language = languages.entry(outcome.language).or_default();
        of_language.push(outcome.clone());
    }
    languages
}

/// Questions with their outcomes.
pub struct Report<'a> {
    /// The questions.
    pub cases: &'a [Case],
    /// One each.
    pub outcomes: &'a [Outcome],
    /// Where they were asked.
    pub scope: Reach,
}

impl Report<'_> {
    /// All measures with their intervals, then the main ones by kind of question.
    pub fn table(&self) -> String {
        let place = if self.scope == Reach::Story {
            "each in its own document"
        } else {
            "in the whole library"
        };

        let mut out = format!(
            "{} questions, asked {place}\n\n{:24}{:>7}   95 % interval\n",
            self.cases.len(),
            "",
            ""
        );

        for Measure {
            name,
            value,
            interval: (low, high),
        } in measure_outcomes(self.outcomes)
        {
            let _ = writeln!(out, "{name:24}{value:7.1}   {low:.1} to {high:.1}");
        }

        let _ = writeln!(
            out,
            "\n{:24}{:>7}{:>9}{:>9}{:>9}{:>10}",
            "by kind", "n", "Hit@1", "MRR@10", "quote", "answered"
        );

        for (group, outcomes) in self.groups() {
            let found = measure_outcomes(&outcomes);
            let cell = |name: &str| {
                found
                    .iter()
                    .find(|m| m.name == name)
                    .map_or("-".to_owned(), |m| format!("{:.1}", m.value))
            };
            let cells = [
                cell("Hit@1"),
                cell("MRR@10"),
                cell("right quote"),
                cell("answered"),
            ];
            let _ = writeln!(
                out,
                "{group:24}{:>7}{:>9}{:>9}{:>9}{:>10}",
                outcomes.len(),
                cells[0],
                cells[1],
                cells[2],
                cells[3]
            );
        }

        out
    }

    /// A line `group,questions,measure,value,low,high` for everything measured.
    pub fn csv(&self) -> String {
        let mut out = "group,questions,measure,value,low,high\n".to_owned();
        let all = std::iter::once(("all".to_owned(), self.outcomes.to_vec()));
        for (group, outcomes) in all.chain(self.groups()) {
            for Measure {
                name,
                value,
                interval: (low, high),
            } in measure_outcomes(&outcomes)
            {
                let _ = writeln!(
                    out,
                    "{group},{},{name},{value:.2},{low:.2},{high:.2}",
                    outcomes.len()
                );
            }
        }

        out
    }

    /// Every question that was not answered as it should be, with what was quoted.
    pub fn misses(&self) -> String {
        let mut out = String::new();
        for (case, outcome) in self.cases.iter().zip(self.outcomes) {
            let Some(what) = miss_label(outcome) else {
                continue;
            };
            let _ = writeln!(
                out,
                "{what} ({}, confidence {:.2})\n  asked   {}",
                case.id, outcome.confidence, case.question
            );
            if let Some(answer) = case.answers.first() {
                let _ = writeln!(out, "  wanted  {}", answer.join(" "));
            }
            let _ = writeln!(
                out,
                "  quoted  {}\n",
                outcome
                    .quoted
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            );
        }

        out
    }

    /// Outcomes by language, by label of the truth file and by first word of the question.
    fn groups(&self) -> Vec<(String, Vec<Outcome>)> {
        let mut groups: BTreeMap<String, Vec<Outcome>> = BTreeMap::new();
        for (case, outcome) in self.cases.iter().zip(self.outcomes) {
            let first = case
                .question
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_lowercase();
            let language = case.language.name().to_owned();
            let names = [language, case.label.clone(), format!("\"{first}\"")];
            for group in names {
                groups.entry(group).or_default().push(outcome.clone());
            }
        }

        groups
            .into_iter()
            .filter(|(_, outcomes)| outcomes.len() >= SMALLEST_GROUP)
            .collect()
    }
}

fn miss_label(outcome: &Outcome) -> Option<&'static str> {
    match (outcome.answerable, outcome.is_answered(), outcome.right) {
        (true, true, false) if outcome.explicit => Some("WRONG QUOTE"),
        (true, false, true) => Some("UNSURE of the right quote"),
        (true, false, false) => Some("NOT FOUND"),
        (false, true, _) => Some("FALSE ANSWER"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::ids::DocumentId;
    use crate::measuring::eval::Length;

    #[test]
    fn a_set_in_several_languages_has_a_row_for_each() {
        let outcome = |language, length, confidence| Outcome {
            document: DocumentId(0),
            language,
            answerable: true,
            explicit: true,
            rank: Some(1),
            right: true,
            length: Some(length),
            confidence,
            threshold: 0.5,
            elsewhere: Some(0.1),
            quoted: String::new(),
            took: Duration::from_millis(1),
        };
        let german = outcome(Language::German, Length::Words(12), 0.9);
        let chinese = outcome(Language::Chinese, Length::Characters(30), 0.2);

        let table = render_summary(&[("all".to_owned(), vec![german, chinese])]);
        let rows: Vec<Vec<&str>> = table
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        assert_eq!(rows[1][..4], ["all", "2", "50.0", "50.0"]);
        assert_eq!(rows[2][..2], ["Chinese", "1"]);
        assert_eq!(rows[3][..3], ["German", "1", "100.0"]);
        assert!(table.contains("30.0 ch") && table.contains("12.0"));
    }
}
