//! Which language most letters of a document are marked as.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::corpus::xml::attribute;

/// Counts the letters of each language.
#[derive(Debug, Default)]
pub struct Languages {
    /// That of Western letters that are not marked; the styles say it of the first script only.
    usual: Option<String>,
    /// The run's own languages: for Western, East Asian and right-to-left letters.
    run: [Option<String>; 3],
    letters: HashMap<String, usize>,
}

impl Languages {
    /// No letter yet; `usual` is the language of those that are not marked.
    pub fn new(usual: Option<String>) -> Languages {
        Languages {
            usual,
            ..Languages::default()
        }
    }

    /// A run begins, which is not marked until it says so.
    pub fn begin_run(&mut self) {
        self.run = [const { None }; 3];
    }

    /// The languages of the run, as its properties say.
    pub fn mark(&mut self, tag: &BytesStart) {
        self.run = ["val", "eastAsia", "bidi"].map(|script| attribute(tag, script));
    }

    /// A letter of the run, or anything else.
    pub fn count(&mut self, c: char) {
        if !c.is_alphabetic() {
            return;
        }

        let script = match c {
            '\u{590}'..='\u{8ff}' => 2,
            '\u{2e80}'.. => 1,
            _ => 0,
        };
        let usual = self.usual.as_ref().filter(|_| script == 0);
        let Some(language) = self.run[script].as_ref().or(usual) else {
            return;
        };

        // Not `entry`, which would copy the language for every letter.
        match self.letters.get_mut(language) {
            Some(letters) => *letters += 1,
            None => drop(self.letters.insert(language.clone(), 1)),
        }
    }

    /// The language of most letters; of equally many the first by name, so that a file is always
    /// read the same.
    pub fn most(self) -> Option<String> {
        let mut letters: Vec<(String, usize)> = self.letters.into_iter().collect();
        letters.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        letters.into_iter().next().map(|(language, _)| language)
    }
}
