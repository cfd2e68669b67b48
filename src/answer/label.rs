//! The label of an entry: what a question asks for, and whether a line begins with it.
//!
//! In: a question, or a line of a text with the headings over it. Out: the label, and how well the
//! line fits it. What is not obvious: what is numbered is called alike in all languages, so that
//! `Regel 4` is found in an English list of rules.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::analyze::{Token, to_term, tokens};
use crate::chapters::item_words;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query};

/// Words of the longest line that tells what a code stands for without a mark behind it.
const SHORT_LINE: usize = 30;
/// The sign of a paragraph or a section before its number.
const SIGN: &str = "§";
/// Words of the longest label.
pub const LABEL_WORDS: usize = 3;
/// What stands before a label: bullets, and marks of members and channels.
const BULLETS: [char; 9] = ['•', '◦', '▪', '-', '–', '*', '@', '#', '·'];
/// What stands behind one.
const ENDS: [char; 6] = [':', '–', '—', '|', '=', '→'];

/// What an entry begins with.
pub struct Label {
    pub language: Language,
    pub terms: Vec<String>,
    /// What the list is said to be of; a heading over it or the title of its text says so, too.
    of: Vec<String>,
    pub form: Form,
}

pub enum Form {
    /// A number in a list of what is called so: of rules, of steps.
    Number(HashSet<String>),
    /// Letters and digits: `E41`.
    Code,
    /// Other words.
    Word,
}

/// How well the beginning of a line or a sentence fits a label, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// With all of it: `Rule 2:`, a row of a table that begins with a code.
    Whole,
    /// As an item of a list.
    Item,
    /// It only begins so.
    Perhaps,
}

impl Label {
    /// The label that a question asks for.
    pub fn of(query: &Query) -> Option<Label> {
        let lists = Lists::of(query.language);
        let content = query.words.iter().filter(|word| !word.stop);
        let content = content.map(|word| word.term.clone());
        let content: Vec<String> = content
            .filter(|term| !lists.asking.contains(term))
            .collect();
        if let Some(label) = Label::of_number(query, &content, lists) {
            return Some(label);
        }

        let (terms, form) = match (content.as_slice(), query.kind) {
            ([code], Kind::What) if is_code(code) => (content, Form::Code),
            ([_, ..], Kind::What | Kind::How) if content.len() <= LABEL_WORDS => {
                (content, Form::Word)
            }
            _ => return None,
        };
        Some(Label {
            language: query.language,
            terms,
            of: Vec::new(),
            form,
        })
    }

    /// The label that is asked for by its number: `rule 2`, `§ 2`.
    fn of_number(query: &Query, content: &[String], lists: &Lists) -> Option<Label> {
        let signed = find_signed_number(&query.asked);
        let is_numbered = |at: usize| match signed {
            Some(number) => content[at] == number,
            None => {
                at > 0 && is_number(&content[at]) && lists.numbered.contains_key(&content[at - 1])
            }
        };
        let at = (0..content.len()).find(|at| is_numbered(*at))?;

        let named = if signed.is_some() {
            SIGN
        } else {
            &content[at - 1]
        };
        let kinds = lists.numbered.get(named)?;
        let is_asked = |term: &&String| {
            **term == content[at] || kinds.contains(*term) || lists.foreign_asking.contains(*term)
        };
        let rest = content.iter().filter(|term| !is_asked(term));
        Some(Label {
            language: query.language,
            terms: vec![content[at].clone()],
            of: rest.cloned().collect(),
            form: Form::Number(kinds.clone()),
        })
    }

    /// How well a line, or the rest of one from a sentence on, fits under some headings.
    pub fn fit(&self, line: &str, opens_line: bool, headings: &[String]) -> Option<Fit> {
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));

        match &self.form {
            Form::Number(kinds) if self.is_named(bare, kinds) => Some(Fit::Whole),
            Form::Number(kinds) => {
                let is_item = opens_line && self.is_item(line, kinds, headings);
                is_item.then_some(Fit::Item)
            }
            Form::Code => {
                let is_marked = begins_with_mark(self.strip_words(bare)?);
                let has_bullet = bare.len() < line.trim_start().len();
                match (is_marked, has_bullet) {
                    (true, false) => Some(Fit::Whole),
                    (true, true) => Some(Fit::Item),
                    _ if !opens_line || line.split_whitespace().count() > SHORT_LINE => None,
                    _ => Some(Fit::Perhaps),
                }
            }
            Form::Word => {
                let is_entry = opens_line && begins_with_mark(self.strip_words(bare)?);
                is_entry.then_some(Fit::Item)
            }
        }
    }

    /// What stands behind its words in a line that begins with them.
    fn strip_words<'a>(&self, line: &'a str) -> Option<&'a str> {
        let mut words = tokens(line, self.language).filter(|token| !token.stop);
        let mut end = 0;
        for term in &self.terms {
            end = words.next().filter(|word| word.term == *term)?.range.end;
        }
        Some(&line[end..])
    }

    /// Whether a line begins with what is numbered and its number: `Rule 2:`.
    pub fn is_named(&self, line: &str, kinds: &HashSet<String>) -> bool {
        let Some(rest) = self.strip_kind(line, kinds) else {
            return false;
        };
        let number = tokens(rest, self.language).next();
        number.is_some_and(|number| {
            let behind = &rest[number.range.end..];
            let ends = behind.starts_with(['.', ')', ']']) || begins_with_mark(behind);
            // Behind the sign its number needs no mark.
            let is_label = ends || behind.is_empty() || line.starts_with(SIGN);
            number.term == self.terms[0] && is_label
        })
    }

    /// What stands behind the word for what is numbered, or its sign, at the beginning of a line.
    fn strip_kind<'a>(&self, line: &'a str, kinds: &HashSet<String>) -> Option<&'a str> {
        let sign = || line.strip_prefix(SIGN).filter(|_| kinds.contains(SIGN));
        let word = || {
            let first = tokens(line, self.language).next()?;
            let is_kind = first.range.start == 0 && kinds.contains(&first.term);
            is_kind.then(|| &line[first.range.end..])
        };
        sign().or_else(word)
    }

    /// Whether a line is the item with its number in a list of what is numbered: the headings over
    /// it name that, and none of them has a number of it itself, as the articles of a law have.
    pub fn is_item(&self, line: &str, kinds: &HashSet<String>, headings: &[String]) -> bool {
        let number = tokens(line, self.language).next();
        let number = number.filter(|number| number.range.start == 0);
        let is_number = number.is_some_and(|number| {
            number.term == self.terms[0] && line[number.range.end..].starts_with(['.', ')', ':'])
        });

        is_number && self.are_of(headings, kinds)
    }

    /// Whether some headings say all that the list is said to be of.
    pub fn is_under(&self, headings: &[String]) -> bool {
        let words = headings
            .iter()
            .flat_map(|heading| tokens(heading, self.language));
        let said: HashSet<String> = words.map(|word| word.term).collect();
        self.of.iter().all(|term| said.contains(term))
    }

    fn are_of(&self, headings: &[String], kinds: &HashSet<String>) -> bool {
        let mut is_named = false;
        for heading in headings {
            let words: Vec<Token> = tokens(heading, self.language).collect();
            let at = words.iter().position(|word| kinds.contains(&word.term));

            let behind = at.and_then(|at| words.get(at + 1));
            if behind.is_some_and(|word| is_number(&word.term)) {
                return false;
            }

            is_named |= at.is_some();
        }
        is_named
    }

    /// Whether another entry of the same kind begins with a line.
    pub fn is_next(&self, line: &str) -> bool {
        match &self.form {
            Form::Number(kinds) => self.strip_kind(line, kinds).is_some(),
            Form::Code => {
                let first = tokens(line, self.language).next();
                first.is_some_and(|first| first.range.start == 0 && is_code(&first.term))
            }
            Form::Word => false,
        }
    }
}

/// Whether what stands behind a label marks it as one.
fn begins_with_mark(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', ')', '*', '"', '”', '`']);
    behind.starts_with(ENDS) || behind.starts_with("- ")
}

/// Terms that questions for an entry have beside its label.
struct Lists {
    /// Those that say nothing of which: `mean`, `error`.
    asking: HashSet<String>,
    /// The same in questions in other languages.
    foreign_asking: HashSet<String>,
    /// What is numbered, with all that it is called: `rule`, `step`.
    numbered: HashMap<String, HashSet<String>>,
}

impl Lists {
    fn of(language: Language) -> &'static Lists {
        static ALL: LazyLock<HashMap<Language, Lists>> = LazyLock::new(|| {
            let of = |language: Language| {
                let terms = |of: Language| {
                    let words = Vocabulary::of(of).list("entry").iter();
                    words.map(move |word| to_term(word, language))
                };
                let lists = Lists {
                    asking: terms(language).collect(),
                    foreign_asking: Language::all().flat_map(terms).collect(),
                    numbered: collect_numbered(language),
                };
                (language, lists)
            };
            Language::all().map(of).collect()
        });

        &ALL[&language]
    }
}

/// What is numbered by its terms in a language, each with those of what is called the same in any.
fn collect_numbered(language: Language) -> HashMap<String, HashSet<String>> {
    let to_terms = |words: Vec<&str>| -> HashSet<String> {
        let term = |word: &str| {
            if word == SIGN {
                SIGN.to_owned()
            } else {
                to_term(word, language)
            }
        };
        words.into_iter().map(term).collect()
    };

    let mut numbered: HashMap<String, HashSet<String>> = HashMap::new();
    for terms in item_words().map(to_terms) {
        for term in &terms {
            let all = numbered.entry(term.clone()).or_default();
            all.extend(terms.iter().cloned());
        }
    }
    numbered
}

/// The number behind the sign of a paragraph: `§ 2`.
fn find_signed_number(asked: &str) -> Option<&str> {
    let (_, behind) = asked.split_once(SIGN)?;
    let behind = behind.trim_start();
    let end = behind.find(|c: char| !c.is_ascii_digit());
    Some(&behind[..end.unwrap_or(behind.len())]).filter(|number| !number.is_empty())
}

fn is_number(term: &str) -> bool {
    term.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a term has both letters and digits.
fn is_code(term: &str) -> bool {
    term.contains(|c: char| c.is_ascii_digit()) && term.contains(char::is_alphabetic)
}
