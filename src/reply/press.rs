//! A button: where it leads, whose message it stands under, and what becomes of that message.
//!
//! The asker's own press changes the message. Anybody else's gives them a private copy, so nobody's
//! reading is disturbed. Everything comes from the state in the button and the question on the message.

use anyhow::Result;

use crate::reply::ask;
use crate::reply::library;
use crate::reply::search;
use crate::reply::shelf;

use crate::index::Library;
use crate::reader::Effort;
use crate::render::discord::card::{Card, Tone};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::passage::Turn;
use crate::render::discord::words;
use crate::reply::show::{Notes, Setting, WIDEST, show};
use crate::reply::state::{Action, Kind, State};
use crate::search::find;

/// A press as it came.
#[derive(Debug, Clone)]
pub struct Press {
    /// What the button does.
    pub action: Action,
    /// What it remembers.
    pub state: State,
    /// The question that its message shows, if it shows all of it.
    pub asked: Option<String>,
    /// Who pressed.
    pub by: u64,
    /// They may delete messages of others.
    pub moderator: bool,
    /// The message is seen by the presser alone.
    pub private: bool,
    /// The form that a message may have here.
    pub setting: Setting,
}

/// What to do with the pressed message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Put this in its place.
    Update(Message),
    /// Leave it, and show this.
    Send(Message),
    /// Take it away, and show nothing.
    Delete,
}

impl Press {
    /// Whether the message belongs to the person who pressed.
    pub fn is_own(&self) -> bool {
        self.private || self.state.asker == self.by
    }

    /// Does what the button says.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn outcome(&self, library: &Library, effort: Effort) -> Result<Outcome> {
        match self.action {
            Action::Delete if self.is_own() || self.moderator => Ok(Outcome::Delete),
            Action::Delete => Ok(sorry(words::sorry::NOT_YOURS_TO_DELETE)),
            Action::Post => self.post(library, effort),
            Action::AskAgain => self.ask_again(library, effort),
            _ => self.turn(library),
        }
    }

    /// How the presser sees what comes of it: as the message was if it is theirs, else alone.
    fn setting(&self) -> Setting {
        Setting {
            asker: self.by,
            private: self.private || !self.is_own(),
            ..self.setting
        }
    }

    fn placed(&self, message: Message) -> Outcome {
        if self.is_own() {
            Outcome::Update(message)
        } else {
            Outcome::Send(message.private(true))
        }
    }

    fn turn(&self, library: &Library) -> Result<Outcome> {
        if self.state.kind == Kind::Library {
            let shown = usize::from(self.state.view.page);
            let page = if self.action == Action::Later {
                shown + 1
            } else {
                shown.saturating_sub(1)
            };
            return Ok(self.placed(library::reply(library, page, self.setting())));
        }

        let Some((state, turn)) = self.moved(library)? else {
            return Ok(self.changed());
        };

        let notes = Notes {
            asked: self.asked.as_deref(),
            lines: vec![],
        };

        match show(library, state, turn, notes, self.setting())? {
            Some(message) => Ok(self.placed(message)),
            None => Ok(self.changed()),
        }
    }

    /// Where the button leads; `None` when the text it speaks of has changed.
    fn moved(&self, library: &Library) -> Result<Option<(State, Turn)>> {
        let mut state = self.state.clone();
        let view = &mut state.view;
        // How far there is text to turn to.
        let total = match shelf::document(library, view.document) {
            Some(document) => library.document(document)?.passages.len() as u32,
            // It brings its own document, and needs no number of passages.
            None if matches!(self.action, Action::Open(_)) => 0,
            None => return Ok(None),
        };

        let turn = match self.action {
            Action::Earlier if view.page > 0 => Turn::To(usize::from(view.page) - 1),
            Action::Earlier => {
                // As many passages as now, or as many as there are; read backwards, so their last page.
                let first = view.first.saturating_sub(view.count.into());
                view.count = (view.first - first) as u8;
                view.first = first;
                Turn::To(usize::MAX)
            }
            // A view that does not fit on one page is turned page by page first.
            Action::Later if view.more => Turn::To(usize::from(view.page) + 1),
            Action::Later => {
                view.first = view
                    .first
                    .saturating_add(view.count.into())
                    .min(total.saturating_sub(1));
                view.count = u32::from(view.count).min(total - view.first) as u8;
                Turn::To(0)
            }
            Action::Wider => {
                // One passage more on either side, as long as there is one.
                let end = view
                    .first
                    .saturating_add(u32::from(view.count) + 1)
                    .min(total);
                view.first = view.first.saturating_sub(1);
                view.count = end.saturating_sub(view.first).min(WIDEST.into()) as u8;
                Turn::ToBold
            }
            Action::Next if state.kind == Kind::Search => return self.next_hit(library, state),
            Action::Next => open(&mut state, usize::from(self.state.current) + 1),
            Action::Open(number) => open(&mut state, number.into()),
            Action::Post | Action::Delete | Action::AskAgain => Turn::ToBold,
        };

        Ok(Some((state, turn)))
    }

    fn next_hit(&self, library: &Library, mut state: State) -> Result<Option<(State, Turn)>> {
        let Some(stretch) = shelf::stretch(library, state.view) else {
            return Ok(None);
        };
        let Some(scope) = shelf::scope(library, state.within) else {
            return Ok(None);
        };

        // The question on the message is all that a search is remembered by.
        let hits = find(library, self.asked.as_deref().unwrap_or(""), scope)?;
        let next = hits
            .passages
            .partition_point(|id| *id < stretch.passages.end);
        let Some(id) = hits.passages.get(next).or(hits.passages.first()) else {
            return Ok(None);
        };

        state.view = shelf::view_of(library, &library.passage(*id)?)?;
        Ok(Some((state, Turn::ToBold)))
    }

    /// Shows to everyone what the presser sees alone.
    fn post(&self, library: &Library, effort: Effort) -> Result<Outcome> {
        let setting = Setting {
            asker: self.by,
            private: false,
            ..self.setting
        };

        // The closest passages are a list and no view of a text, so they are looked for again.
        if self.state.kind == Kind::Closest && self.state.view.count == 0 {
            let Some(question) = &self.asked else {
                return Ok(sorry(words::sorry::TEXT_CHANGED_ASK));
            };
            let Some(scope) = shelf::scope(library, self.state.within) else {
                return Ok(sorry(words::sorry::GONE));
            };
            let message = ask::reply(library, question, scope, setting, effort)?;
            return Ok(Outcome::Send(message));
        }

        let notes = Notes {
            asked: self.asked.as_deref(),
            lines: vec![],
        };

        let turn = Turn::To(self.state.view.page.into());
        let shown = show(library, self.state.clone(), turn, notes, setting)?;
        Ok(shown.map_or_else(|| self.changed(), Outcome::Send))
    }

    fn ask_again(&self, library: &Library, effort: Effort) -> Result<Outcome> {
        let Some(question) = &self.asked else {
            return Ok(sorry(words::sorry::OLD_BUTTON));
        };
        let Some(scope) = shelf::scope(library, self.state.within) else {
            return Ok(sorry(words::sorry::GONE));
        };

        let message = if self.state.kind == Kind::Search {
            search::reply(library, question, scope, self.setting())?
        } else {
            ask::reply(library, question, scope, self.setting(), effort)?
        };
        Ok(self.placed(message))
    }

    /// Says that the text has changed, and offers to ask again.
    fn changed(&self) -> Outcome {
        let Some(asked) = &self.asked else {
            return sorry(words::sorry::TEXT_CHANGED_ASK);
        };

        let state = State {
            asker: self.by,
            kind: self.state.kind,
            within: self.state.within,
            ..State::default()
        };
        let button =
            Button::new(words::buttons::ASK_AGAIN, state.encode(Action::AskAgain)).primary();

        let card = Card {
            asked: Some(asked.clone()),
            tone: Tone::No,
            ..Card::default()
        };
        let message = card.message(self.setting.form, words::sorry::TEXT_CHANGED.to_owned());
        Outcome::Send(message.with_buttons(vec![button]).private(true))
    }
}

/// Moves to a match; after the last one comes the first.
fn open(state: &mut State, number: usize) -> Turn {
    let number = if number < state.matches.len() {
        number
    } else {
        0
    };

    state.current = number as u8;
    if let Some(one) = state.matches.get(number) {
        state.view = shelf::view_of_match(one);
    }
    Turn::ToBold
}

fn sorry(sentence: &str) -> Outcome {
    Outcome::Send(Message::text(sentence).private(true))
}
