//! What a user does with the bot, as a test says it: `Interaction::command("ask")`, a press of a
//! button, a modal filled in.
//!
//! The builder holds only what the test said. The event is made by `event.rs` when it is sent,
//! against the commands that the bot registered and the messages it really showed, because that
//! is what a person can use.

use super::people::{MEMBER, Place};
use serde_json::{Value, json};

/// Who does it, where, and what it is.
#[derive(Clone, Debug)]
pub struct Interaction {
    pub(super) action: Action,
    pub(super) user: u64,
    pub(super) place: Place,
    pub(super) locale: String,
    pub(super) guild_locale: String,
    pub(super) permissions: u64,
    pub(super) app_permissions: u64,
    pub(super) user_installed: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Action {
    Command(Command),
    /// A button, or a select with the chosen values.
    Component {
        message: String,
        custom_id: String,
        values: Option<Vec<String>>,
    },
    Submit {
        modal: Value,
        fields: Vec<(String, String)>,
        message: Option<String>,
    },
}

#[derive(Clone, Debug)]
pub(super) struct Command {
    pub name: String,
    /// 1 slash command, 3 message command.
    pub kind: u64,
    /// Subcommand group and subcommand.
    pub path: Vec<String>,
    pub options: Vec<(String, Value)>,
    /// The option being typed, which makes it an autocomplete.
    pub focus: Option<String>,
    /// The message that a message command is used on.
    pub target: Option<Value>,
    pub attachments: Vec<Value>,
}

impl Interaction {
    /// A slash command.
    pub fn command(name: &str) -> Self {
        Self::of_command(name, 1, None)
    }

    /// A command from the context menu of `message`.
    pub fn message_command(name: &str, message: &Value) -> Self {
        Self::of_command(name, 3, Some(message.clone()))
    }

    /// A press of the button with `custom_id` on `message`. It happens where the message is.
    pub fn press(message: &Value, custom_id: &str) -> Self {
        let action = Action::Component {
            message: id(message),
            custom_id: custom_id.to_owned(),
            values: None,
        };
        Self::new(action)
    }

    /// A choice from the select with `custom_id` on `message`.
    pub fn select(message: &Value, custom_id: &str, values: &[&str]) -> Self {
        let values = Some(values.iter().map(|value| (*value).to_owned()).collect());
        let custom_id = custom_id.to_owned();
        Self::new(Action::Component {
            message: id(message),
            custom_id,
            values,
        })
    }

    /// A modal sent off with these values by custom id; `modal` is the data that opened it.
    pub fn submit(modal: &Value, fields: &[(&str, &str)]) -> Self {
        let owned = |(id, value): &(&str, &str)| ((*id).to_owned(), (*value).to_owned());
        let fields = fields.iter().map(owned).collect();
        Self::new(Action::Submit {
            modal: modal.clone(),
            fields,
            message: None,
        })
    }

    fn of_command(name: &str, kind: u64, target: Option<Value>) -> Self {
        Self::new(Action::Command(Command {
            name: name.to_owned(),
            kind,
            path: Vec::new(),
            options: Vec::new(),
            focus: None,
            target,
            attachments: Vec::new(),
        }))
    }

    fn new(action: Action) -> Self {
        Self {
            action,
            user: 40,
            place: Place::Guild {
                guild: 20,
                channel: 30,
            },
            locale: "en-US".to_owned(),
            guild_locale: "en-US".to_owned(),
            permissions: MEMBER,
            app_permissions: MEMBER,
            user_installed: false,
        }
    }

    fn of_its_command(&mut self) -> &mut Command {
        match &mut self.action {
            Action::Command(command) => command,
            other => panic!("only commands have options, this is {other:?}"),
        }
    }

    /// The subcommand; called twice it is the group and the subcommand.
    pub fn subcommand(mut self, name: &str) -> Self {
        self.of_its_command().path.push(name.to_owned());
        self
    }

    /// An option's value. Users, channels and roles are given as id strings.
    pub fn option(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.of_its_command()
            .options
            .push((name.to_owned(), value.into()));
        self
    }

    /// Makes it an autocomplete: `typed` is what stands in option `name` so far.
    pub fn focus(mut self, name: &str, typed: &str) -> Self {
        self.of_its_command().focus = Some(name.to_owned());
        self.option(name, typed)
    }

    /// An uploaded file as the value of option `name`.
    pub fn attachment(mut self, name: &str, filename: &str, size: u64, url: &str) -> Self {
        let command = self.of_its_command();
        let id = (1_500_000_000_000_000_000 + command.attachments.len() as u64).to_string();
        command.attachments.push(
            json!({"id": id, "filename": filename, "size": size, "url": url,
            "proxy_url": url, "content_type": "text/plain; charset=utf-8", "ephemeral": true}),
        );
        self.option(name, id)
    }

    /// The message under the modal, when a component opened it.
    pub fn on_message(mut self, message: &Value) -> Self {
        match &mut self.action {
            Action::Submit { message: under, .. } => *under = Some(id(message)),
            other => panic!("only a modal can be on a message, this is {other:?}"),
        }
        self
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

    /// In direct messages between people, by a user who installed the app.
    pub fn private_channel(mut self, id: u64) -> Self {
        self.place = Place::Private { channel: id };
        self.user_install()
    }

    /// By a user who installed the app for themselves, where the server did not.
    pub fn user_install(mut self) -> Self {
        self.user_installed = true;
        self
    }

    /// The language of the user's client.
    pub fn locale(mut self, locale: &str) -> Self {
        self.locale = locale.to_owned();
        self
    }

    /// The language of the server.
    pub fn guild_locale(mut self, locale: &str) -> Self {
        self.guild_locale = locale.to_owned();
        self
    }

    /// The member's permissions in the channel.
    pub fn permissions(mut self, permissions: u64) -> Self {
        self.permissions = permissions;
        self
    }

    /// The bot's permissions in the channel.
    pub fn app_permissions(mut self, permissions: u64) -> Self {
        self.app_permissions = permissions;
        self
    }
}

fn id(message: &Value) -> String {
    message["id"]
        .as_str()
        .expect("a message as the stand-in showed it")
        .to_owned()
}

/// The first button of a message whose label contains `label`: its custom id.
pub fn button(message: &Value, label: &str) -> String {
    let all = components(message);
    let found = all
        .iter()
        .find(|c| c["label"].as_str().is_some_and(|text| text.contains(label)));
    let labels: Vec<_> = all.iter().map(|component| &component["label"]).collect();
    let found = found.unwrap_or_else(|| panic!("no button {label:?} among {labels:?}"));
    found["custom_id"]
        .as_str()
        .expect("a link has no custom id")
        .to_owned()
}

/// Every component of a message, rows flattened.
pub fn components(message: &Value) -> Vec<&Value> {
    let rows = message["components"].as_array().into_iter().flatten();
    rows.filter_map(|row| row["components"].as_array())
        .flatten()
        .collect()
}
