//! A button: where it leads, whose message it stands under, and what becomes of that message.
//!
//! The asker's own press changes the message, unless that is a verdict. Anybody else's gives them a
//! private copy, so nobody's reading is disturbed. Everything comes from the state in the button
//! and from what the message shows.

use anyhow::Result;

use crate::ids::Ids;
use crate::index::Scope;
use crate::locale::Said;
use crate::reader::Effort;
use crate::render::discord::card::{Card, find_shown_question};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::passage::{Stretch, Turn};
use crate::render::discord::say;
use crate::reply::ask;
use crate::reply::check_quote::find_verdict_line;
use crate::reply::library;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Face, Kind, OnShow, State};
use crate::reply::post::Seen;
use crate::reply::search;
use crate::reply::view::lists;
use crate::reply::view::setting::{Notes, Setting};
use crate::reply::view::show::{WIDEST, render_state};
use crate::servers::{Libraries, Texts, View};

/// A press as it came.
#[derive(Debug, Clone)]
pub struct Press {
    /// What the button does.
    pub action: Action,
    /// What it remembers.
    pub state: State,
    /// The question that its message shows or answers, if all of it is known.
    pub asked: Option<String>,
    /// What was chosen, if it is a menu.
    pub chosen: Option<String>,
    /// Who pressed.
    pub by: u64,
    /// They may delete messages of others.
    pub moderator: bool,
    /// The message is seen by the presser alone.
    pub private: bool,
    /// The message as it is.
    pub shown: Message,
    /// How the person who pressed is answered.
    pub setting: Setting,
}

/// What to do with the pressed message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Put this in its place.
    Update(Message),
    /// Leave it, and show this.
    Send(Message),
    /// Put the first in its place, and show the second to everyone.
    Post(Message, Message),
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
    pub fn outcome<'a>(
        &self,
        libraries: impl Into<Libraries<'a>>,
        effort: Effort,
    ) -> Result<Outcome> {
        let libraries = libraries.into();
        // A text may have been renamed since.
        let state = libraries
            .view(self.state.home)
            .map(|view| shelf::follow_renamed(&view, self.state.clone()));
        match state {
            Some(state) if state != self.state => Press {
                state,
                ..self.clone()
            }
            .outcome_now(libraries, effort),
            _ => self.outcome_now(libraries, effort),
        }
    }

    /// The same with a state that speaks of the texts as they are called now.
    fn outcome_now(&self, libraries: Libraries, effort: Effort) -> Result<Outcome> {
        match self.action {
            Action::Delete if self.is_own() || self.moderator => return Ok(Outcome::Delete),
            Action::Delete => return Ok(self.sorry(say::sorry::not_yours_to_delete)),
            Action::Post => return self.post(libraries),
            Action::AskAgain => return self.ask_again(libraries, effort),
            _ => {}
        }

        // Where the press came from says which library a server's own is, not the button.
        let Some(view) = libraries.view(self.state.home) else {
            return Ok(self.changed());
        };
        if self.state.kind == Kind::Library && self.state.face == Face::Front {
            self.turn_list(&view, libraries)
        } else {
            self.turn(&view)
        }
    }

    /// What the presser alone is told.
    fn sorry(&self, sentence: Said) -> Outcome {
        let sentence = sentence(self.setting.locales.member);
        Outcome::Send(Message::text(sentence).private(true))
    }

    /// Whether what comes of it takes the place of the message. The verdict on a quotation stays:
    /// no button could make it again, since none remembers what was checked.
    fn is_replaced(&self) -> bool {
        let leads_away = self.action == Action::Context && self.state.words.is_some();
        self.is_own() && !leads_away
    }

    /// How the presser sees what comes of it: as the message was if it takes its place, else alone.
    /// What says itself what was asked goes on to, wherever it stands: the words that are searched
    /// for may not be all of the message above it.
    fn setting(&self) -> Setting {
        let says_itself = find_shown_question(&self.shown.content).is_some();
        Setting {
            asker: self.by,
            private: self.private || !self.is_replaced(),
            beneath: self.setting.beneath && self.is_replaced() && !says_itself,
            ..self.setting
        }
    }

    fn placed(&self, message: Message) -> Outcome {
        if self.is_replaced() {
            Outcome::Update(message)
        } else {
            Outcome::Send(message.private(true))
        }
    }

    fn turn(&self, library: &View) -> Result<Outcome> {
        let Some((state, turn)) = self.moved(library)? else {
            return Ok(self.changed());
        };

        let asked = self.asked_as_shown();
        // What is turned to holds nothing of what was checked.
        let verdict = find_verdict_line(&self.shown, &self.state).filter(|_| turn == Turn::ToBold);
        let notes = Notes {
            head: verdict.into_iter().collect(),
            ..Notes::of(asked.as_deref())
        };

        match render_state(library, state, turn, &notes, self.setting())? {
            Some(message) => Ok(self.placed(message)),
            None => Ok(self.changed()),
        }
    }

    /// The question as far as the message shows it; of a search, which is made again, only the
    /// whole of it.
    fn asked_as_shown(&self) -> Option<String> {
        let shown =
            || find_shown_question(&self.shown.content).filter(|_| self.state.kind != Kind::Search);
        self.asked.clone().or_else(shown)
    }

    /// Turns the pages of the library's list, or opens what was chosen in it.
    fn turn_list(&self, library: &View, libraries: Libraries) -> Result<Outcome> {
        let mut homes = libraries.views().map(|view| view.home);
        let other = homes.find(|home| *home != library.home);
        let page = usize::from(self.state.view.page);
        let message = match (self.action, self.chosen.as_deref()) {
            (Action::Choose, Some(chosen)) => {
                library::render_menu_choice(library, &self.state, chosen, other, self.setting())?
            }
            (Action::Later, _) => {
                library::render_page(library, self.state.within, page + 1, other, self.setting())?
            }
            _ => {
                let page = page.saturating_sub(1);
                library::render_page(library, self.state.within, page, other, self.setting())?
            }
        };

        Ok(match message {
            Some(message) => self.placed(message),
            None => self.changed(),
        })
    }

    /// Where the button leads; `None` when the text it speaks of has changed.
    fn moved(&self, library: &View) -> Result<Option<(State, Turn)>> {
        let mut state = self.state.clone();
        match self.action {
            Action::Front => {
                state.view = self.front_view(library)?;
                state.face = Face::Front;
                state.current = 0;
                Ok(Some((state, Turn::ToBold)))
            }
            Action::Others => {
                state.face = Face::Others;
                state.view = OnShow::default();
                Ok(Some((state, Turn::ToBold)))
            }
            Action::Earlier | Action::Later if state.face != Face::Text => {
                let page = state.view.page;
                state.view.page = match self.action {
                    Action::Later => page.saturating_add(1),
                    _ => page.saturating_sub(1),
                };
                Ok(Some((state, Turn::ToBold)))
            }
            Action::Context => move_to_match(library, state, 0),
            Action::Open(number) => move_to_match(library, state, number.into()),
            Action::Hit(number) => self.open_hit(library, state, number.into()),
            _ => move_view(library, state, self.action),
        }
    }

    /// What the front of a reply needs of the view: of a search, the page that the text on show is
    /// on.
    fn front_view(&self, library: &View) -> Result<OnShow> {
        let mut view = OnShow::default();
        if self.state.kind == Kind::Search
            && let Some(stretch) = shelf::find_stretch(library, self.state.view)
            && let Some(hits) =
                lists::find_hits_again(library, &self.state, &Notes::of(self.asked.as_deref()))?
        {
            view.page = lists::page_of_passage(&hits, stretch.passages.start);
        }
        Ok(view)
    }

    fn open_hit(
        &self,
        library: &View,
        mut state: State,
        number: usize,
    ) -> Result<Option<(State, Turn)>> {
        let notes = Notes::of(self.asked.as_deref());
        let Some(hits) = lists::find_hits_again(library, &state, &notes)? else {
            return Ok(None);
        };
        let at = usize::from(state.view.page) * lists::SHOWN + number;
        let Some(id) = hits.passages.get(at) else {
            return Ok(None);
        };

        state.view = shelf::view_of(library, &library.passage(*id)?)?;
        state.face = Face::Text;
        Ok(Some((state, Turn::ToBold)))
    }

    /// Shows to everyone what the presser sees alone, as they see it, where it is open to everyone.
    fn post(&self, libraries: Libraries) -> Result<Outcome> {
        let asked = self.asked_as_shown();
        let seen = Seen {
            state: &self.state,
            asked: asked.as_deref(),
            shown: &self.shown,
            setting: self.setting(),
        };

        if !seen.is_open(libraries)? {
            return Ok(self.sorry(say::sorry::not_open_to_all));
        }

        let (own, public) = seen.posted(libraries)?;
        Ok(Outcome::Post(own, public))
    }

    fn ask_again(&self, libraries: Libraries, effort: Effort) -> Result<Outcome> {
        let Some(question) = &self.asked else {
            return Ok(self.sorry(say::sorry::old_button));
        };
        let Some(texts) = self.texts(libraries) else {
            return Ok(self.sorry(say::sorry::gone));
        };

        let message = if self.state.kind == Kind::Search {
            search::reply_to_search(&texts, question, self.setting())?
        } else {
            ask::reply_to_question(&texts, question, self.setting(), effort)?
        };
        Ok(self.placed(message))
    }

    /// The texts that were asked; `None` when they are gone.
    fn texts<'a>(&self, libraries: Libraries<'a>) -> Option<Vec<Texts<'a>>> {
        if self.state.within.is_none() {
            return Some(libraries.texts());
        }
        let view = libraries.view(self.state.home)?;
        let scope = shelf::find_scope(&view, self.state.within)?;
        Some(vec![Texts { view, scope }])
    }

    /// Says that the text has changed, and offers to ask again.
    fn changed(&self) -> Outcome {
        let Some(asked) = &self.asked else {
            return self.sorry(say::sorry::text_changed_ask);
        };

        let state = State {
            asker: self.by,
            kind: self.state.kind,
            home: self.state.home,
            within: self.state.within,
            ..State::default()
        };
        let locale = self.setting.locales.member;
        let label = say::button::ask_again(locale);
        let button = Button::new(label, state.encode(Action::AskAgain)).primary();

        let card = Card {
            asked: Some(asked.clone()),
            ..Card::default()
        };
        let message = card.message(self.setting.form, &say::sorry::text_changed(locale));
        Outcome::Send(message.with_buttons(vec![button]).private(true))
    }
}

/// Moves to a match in its passage.
fn move_to_match(library: &View, mut state: State, number: usize) -> Result<Option<(State, Turn)>> {
    // A choice from the list while typing has a view and no match.
    let Some(one) = state.matches.get(number).copied() else {
        state.face = Face::Text;
        return Ok((state.view.count > 0).then_some((state, Turn::ToBold)));
    };
    let Some(located) = shelf::locate_match(library, &one) else {
        return Ok(None);
    };

    state.view = shelf::view_of(library, &library.passage(located.passage)?)?;
    state.current = number as u8;
    state.face = Face::Text;
    Ok(Some((state, Turn::ToBold)))
}

/// Text before, after or around what is on show.
fn move_view(library: &View, mut state: State, action: Action) -> Result<Option<(State, Turn)>> {
    let Some(Stretch {
        document, passages, ..
    }) = shelf::find_stretch(library, state.view)
    else {
        return Ok(None);
    };
    let all = library.passages_in(Scope::Document(document))?;
    let count = passages.len() as u32;
    let page = usize::from(state.view.page);

    let (shown, turn) = match action {
        Action::Earlier if page > 0 => (passages, Turn::To(page - 1)),
        Action::Earlier => {
            // As many passages as now, or as many as there are; read backwards, so their last page.
            let first = passages.start.saturating_sub(count).max(all.start);
            (first..passages.start, Turn::To(usize::MAX))
        }
        // A view that does not fit on one page is turned page by page first.
        Action::Later if state.view.more => (passages, Turn::To(page + 1)),
        Action::Later => {
            let end = (passages.end + count).min(all.end);
            (passages.end..end, Turn::To(0))
        }
        _ => {
            // One passage more on either side, as long as there is one.
            let first = passages.start.saturating_sub(1).max(all.start);
            let end = (passages.end + 1).min(all.end);
            let end = end.min(first + u32::from(WIDEST));
            (first..end, Turn::ToBold)
        }
    };

    // At either end there is nothing to turn to, whatever the button says.
    let shown = if shown.is_empty() {
        let at = shown.start.clamp(all.start, all.end - 1);
        at..at + 1
    } else {
        shown
    };
    state.view = OnShow {
        count: shown.len() as u8,
        ..shelf::view_of(library, &library.passage(shown.start)?)?
    };
    state.face = Face::Text;
    Ok(Some((state, turn)))
}
