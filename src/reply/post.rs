//! Showing to everyone what one person saw alone: as they saw it, if all of it is open to the
//! channel, and in everyone's language where that is another and all of it is known.
//!
//! A message was made from a library that may have been open further than the one of the channel
//! is: the person may have read more, or a gate was set since. What stands in it is known by its
//! buttons alone, so they are held against the channel's library; what that cannot tell is not
//! posted.

use anyhow::Result;

use crate::ids::Ids;
use crate::locale::Locales;
use crate::render::discord::markdown::count_units;
use crate::render::discord::message::{Button, Component, Message, limits};
use crate::render::discord::passage::Turn;
use crate::render::discord::say::button;
use crate::render::discord::words::say_shared_by;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Face, Kind, Match, State};
use crate::reply::view::setting::{Notes, Setting};
use crate::reply::view::show::render_state;
use crate::servers::{Libraries, View};

/// A message that somebody saw alone.
pub struct Seen<'a> {
    /// What its buttons remember.
    pub state: &'a State,
    /// The question that it shows or answers, if all of it is known.
    pub asked: Option<&'a str>,
    /// The message as it is.
    pub shown: &'a Message,
    /// How they see it.
    pub setting: Setting,
}

impl Seen<'_> {
    /// The message as the person sees it from now on, and as everyone does.
    pub fn posted(&self, libraries: Libraries) -> Result<(Message, Message)> {
        let Locales { member, everyone } = self.setting.locales;
        let by = self.setting.asker;
        let mut public = self.for_everyone(libraries)?.private(false);
        let shared = say_shared_by(everyone, by);
        if count_units(&public.content) + count_units(&shared) < limits::CONTENT {
            let content = format!("{}\n{shared}", public.content);
            content.trim().clone_into(&mut public.content);
        }

        let delete = Button::new(button::delete(everyone), self.state.encode(Action::Delete));
        let posted = Button::new(button::posted(member), self.state.encode(Action::Post));
        let own = self.shown.clone().private(true);
        Ok((
            replace_post_button(own, &posted.disabled()),
            replace_post_button(public, &delete),
        ))
    }

    /// The message in everyone's language, if all that it says is known; else as it is.
    fn for_everyone(&self, libraries: Libraries) -> Result<Message> {
        let Locales { member, everyone } = self.setting.locales;
        let view = libraries.view(self.state.home);
        let Some(view) = view.filter(|_| member != everyone) else {
            return Ok(self.shown.clone());
        };

        let public = match self.again(&view, self.setting)? {
            Some(again) if self.is_same(&again) => {
                let setting = Setting {
                    private: false,
                    ..self.setting
                };
                self.again(&view, setting)?
            }
            _ => None,
        };
        Ok(public.unwrap_or_else(|| self.shown.clone()))
    }

    /// Whether everything that the message shows may be read with these libraries, in which texts
    /// may end earlier than in those that it was made with.
    pub fn is_open(&self, libraries: Libraries) -> Result<bool> {
        // Without any gate there is nothing to look for: the text may have changed, and the message
        // stays what it was.
        if libraries.views().all(|view| !view.is_cut()) {
            return Ok(true);
        }
        let Some(view) = libraries.view(self.state.home) else {
            return Ok(false);
        };

        let on_show = self.state.view;
        let passages = match on_show.count {
            0 => true,
            count => {
                shelf::is_certain(&view, on_show.document, on_show.first, on_show.print)
                    && shelf::find_stretch(&view, on_show)
                        .is_some_and(|stretch| stretch.passages.len() == usize::from(count))
            }
        };
        let is_list = self.state.face == Face::Front
            && matches!(self.state.kind, Kind::Search | Kind::Library);
        let mut matches = self.state.matches.iter();

        Ok(passages
            && matches.all(|one| self.has_all(&view, one))
            && (!is_list || self.is_as_shown(&view)?))
    }

    /// Whether all sentences of a match are there.
    fn has_all(&self, view: &View, one: &Match) -> bool {
        let Some(found) = shelf::locate_match(view, one) else {
            return false;
        };

        // A quotation that was compared may go on in the next passage, which is not remembered.
        let is_compared = self.state.kind == Kind::Read && self.state.face == Face::Front;
        let document = view.documents().iter();
        let mut document = document.filter(|info| info.passages.contains(&found.passage));
        let is_last =
            document.any(|info| info.behind.bytes > 0 && found.passage + 1 == info.passages.end);

        let is_certain = shelf::is_certain(view, one.document, one.passage, one.print);
        is_certain && found.rows.len() == usize::from(one.sentences) && !(is_compared && is_last)
    }

    /// Whether a list of hits would be the same if it was made now: it does not remember what is in
    /// it.
    fn is_as_shown(&self, view: &View) -> Result<bool> {
        let again = self.again(view, self.setting)?;
        Ok(again.is_some_and(|again| self.is_same(&again)))
    }

    /// What the buttons remember, shown anew.
    fn again(&self, view: &View, setting: Setting) -> Result<Option<Message>> {
        let page = Turn::To(self.state.view.page.into());
        let notes = Notes::of(self.asked);
        render_state(view, self.state.clone(), page, &notes, setting)
    }

    fn is_same(&self, again: &Message) -> bool {
        again.content == self.shown.content && again.embeds == self.shown.embeds
    }
}

/// The message with another button where it can be posted.
fn replace_post_button(mut message: Message, button: &Button) -> Message {
    let all = message.components.iter_mut();
    for component in all.flat_map(|row| &mut row.components) {
        if let Component::Button(old) = component
            && matches!(State::decode(&old.custom_id), Some((Action::Post, _)))
        {
            *old = button.clone();
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::section_after_chapter;
    use crate::ids::DocumentId;
    use crate::index::library_of;
    use crate::reader::Effort;
    use crate::render::discord::card::Form;
    use crate::reply::commands::names;
    use crate::reply::request::Request;
    use crate::reply::view::setting::Offers;

    const SETTING: Setting = Setting {
        asker: 40,
        locales: Locales::ENGLISH,
        form: Form::Embed,
        private: true,
        beneath: false,
        offers: Offers::NONE,
    };

    fn chapter(n: u32) -> String {
        format!(
            "# Chapter {n}\n\nThe bell rang over the harbour.\n\nThen the boat{n} came ashore.\n\n"
        )
    }

    #[test]
    fn a_repeated_sentence_is_not_taken_for_the_one_that_was_shown() {
        let story: String = (1..=4).map(chapter).collect();
        let whole = library_of(&[("story.md", &story)]);

        for (name, text, from) in [
            (names::READ, "", Some("chapter 3")),
            (names::ASK, "Who rang the bell in chapter 3?", None),
            (
                names::CHECK,
                "The bell rang over the harbour. Then the boat3 came ashore.",
                None,
            ),
        ] {
            let request = Request {
                name: name.to_owned(),
                text: text.to_owned(),
                document: Some("story.md".to_owned()),
                usual: None,
                from: from.map(str::to_owned),
                private: true,
                ids: vec![],
            };
            let shown = request.reply(&whole, SETTING, Effort::default()).unwrap();
            let mut buttons = shown.buttons();
            let state = buttons.find_map(|button| State::decode(&button.custom_id));
            let (_, state) = state.unwrap();
            let seen = Seen {
                state: &state,
                asked: None,
                shown: &shown,
                setting: SETTING,
            };
            for number in 1..=4 {
                let end = section_after_chapter(&whole.documents()[0], number);
                let library = whole
                    .ending_before(&[(DocumentId(0), end, number)])
                    .unwrap();
                let is_open = seen.is_open(Libraries::from(&library)).unwrap();
                let shows_third = format!("{shown:?}").contains("boat3");
                assert!(!is_open || !shows_third || number >= 3, "{name} {number}");
            }
            assert!(seen.is_open(Libraries::from(&whole)).unwrap(), "{name}");
        }
    }
}
