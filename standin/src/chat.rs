//! MESSAGE_CREATE: somebody writes in a channel or to the bot.
//!
//! Without the message content intent Discord empties the messages of servers that neither
//! mention the bot nor come from it, and sends none of which the bot did not ask for; so does
//! this, whatever the bot hopes for.

use super::message;
use super::people::{self, Place};
use super::session::{DIRECT_MESSAGES, GUILD_MESSAGES};
use super::state::{State, Stored};
use serde_json::{Value, json};

/// An ordinary message as a test says it.
#[derive(Clone, Debug)]
pub struct ChatMessage {
    content: String,
    user: u64,
    place: Place,
    mentions_bot: bool,
    reply_to: Option<Value>,
    ping: bool,
}

impl ChatMessage {
    pub fn new(content: &str) -> Self {
        Self {
            content: content.to_owned(),
            user: 40,
            place: Place::Guild {
                guild: 20,
                channel: 30,
            },
            mentions_bot: false,
            reply_to: None,
            ping: false,
        }
    }

    pub fn user(mut self, id: u64) -> Self {
        self.user = id;
        self
    }

    pub fn guild(mut self, id: u64) -> Self {
        self.place = self.place.on_server(id);
        self
    }

    pub fn channel(mut self, id: u64) -> Self {
        self.place = self.place.in_channel(id);
        self
    }

    /// In the user's direct messages with the bot.
    pub fn dm(mut self) -> Self {
        self.place = Place::Dm;
        self
    }

    /// Mentions the bot; `<@ID> ` is put in front unless the content has it somewhere.
    pub fn mention_bot(mut self) -> Self {
        self.mentions_bot = true;
        self
    }

    /// As a reply, with the ping that Discord's client sets by default.
    pub fn reply_to(mut self, message: &Value) -> Self {
        self.reply_to = Some(message.clone());
        self.ping = true;
        self
    }

    /// As a reply with the ping switched off.
    pub fn without_ping(mut self) -> Self {
        self.ping = false;
        self
    }
}

/// Puts the message into its channel and tells the bot what it may know of it.
pub fn say(state: &mut State, chat: &ChatMessage) -> Value {
    let id = state.next_id();
    let json = whole(state, chat, &id);
    let guild = chat.place.guild();
    state.messages.insert(
        id,
        Stored {
            json: json.clone(),
            guild,
            only_for: None,
            loading: false,
        },
    );
    let needed = if guild.is_some() {
        GUILD_MESSAGES
    } else {
        DIRECT_MESSAGES
    };
    if state.session.intents() & needed != 0 {
        let event = as_event(state, chat, json.clone());
        state.session.dispatch("MESSAGE_CREATE", event);
    }
    json
}

fn whole(state: &State, chat: &ChatMessage, id: &str) -> Value {
    let app = state.config.application_id;
    let mention = format!("<@{app}>");
    let content = if chat.mentions_bot && !chat.content.contains(&mention) {
        format!("{mention} {}", chat.content)
    } else {
        chat.content.clone()
    };
    let mut json = message::from_person(id, chat.user, chat.place, &content);
    let reply_to_bot = chat
        .reply_to
        .as_ref()
        .is_some_and(|to| to["author"]["id"] == app.to_string().as_str());
    if chat.mentions_bot || chat.ping && reply_to_bot {
        json["mentions"] = json!([people::bot(app)]);
    }
    if let Some(to) = &chat.reply_to {
        json["type"] = json!(19);
        json["message_reference"] = json!({"type": 0, "message_id": to["id"],
            "channel_id": to["channel_id"], "guild_id": chat.place.guild().map(|g| g.to_string())});
        json["referenced_message"] = to.clone();
    }
    json
}

fn as_event(state: &State, chat: &ChatMessage, mut json: Value) -> Value {
    let Some(guild) = chat.place.guild() else {
        return json;
    };
    json["guild_id"] = json!(guild.to_string());
    json["member"] = people::partial_member();
    let app = state.config.application_id.to_string();
    let mentioned = json["mentions"]
        .as_array()
        .into_iter()
        .flatten()
        .any(|user| user["id"] == app.as_str());
    if !mentioned {
        json["content"] = json!("");
        for list in ["embeds", "attachments", "components"] {
            json[list] = json!([]);
        }
    }
    json
}
