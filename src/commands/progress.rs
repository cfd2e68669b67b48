//! What a person sees while the index is built: why, and on a terminal how far it is. On standard
//! error, so that standard output holds answers only.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};

use crate::commands::say_aside;
use crate::index::{Library, Progress, Reason, Trouble, Watch};
use crate::shown;

/// A bar on a terminal, one line otherwise.
#[derive(Default)]
pub struct ShowProgress {
    bar: OnceLock<ProgressBar>,
}

/// The reason in a sentence.
pub fn describe_reason(reason: &Reason) -> String {
    match reason {
        Reason::New => "Building the index: there is none yet.".to_owned(),
        Reason::Changed => "Refreshing the index: the corpus changed.".to_owned(),
        Reason::Forced => "Rebuilding the index.".to_owned(),
        Reason::Unusable(what) => {
            format!("Rebuilding the index: {}.", shown::harmless_line(what))
        }
    }
}

/// What is not as it should be, in a sentence.
pub fn describe_trouble(trouble: &Trouble) -> String {
    shown::harmless_lines(&match trouble {
        Trouble::Stale(error) => {
            format!(
                "Answering from the index as it was; it could not be brought up to date: {error:#}"
            )
        }
        Trouble::Unsaved(error) => {
            format!("Building the index in a temporary folder, for this time only: {error:#}")
        }
    })
}

impl Watch for ShowProgress {
    fn begin(&self, reason: &Reason) {
        say_aside(&describe_reason(reason));
        if io::stderr().is_terminal() {
            let bar = self.bar.get_or_init(new_progress_bar);
            if bar.is_finished() {
                bar.reset(); // a second build in one run
            }
        }
    }

    fn progress(&self, progress: Progress) {
        if let Some(bar) = self.bar.get() {
            bar.set_length(progress.total as u64);
            bar.set_position(progress.done as u64);
            bar.set_message(shown::harmless_name(progress.path));
        }
    }

    fn end(&self, _: &Library) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    fn trouble(&self, trouble: &Trouble) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
        say_aside(&describe_trouble(trouble));
    }
}

fn new_progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:20} {pos}/{len} {wide_msg}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
