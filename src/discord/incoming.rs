//! What Discord sends -> a request or a press, free of Discord's types: the only place that reads
//! interactions.

use serenity::all::MessageFlags;
use serenity::model::Permissions;
use serenity::model::application::{
    CommandInteraction, ComponentInteraction, ResolvedTarget, ResolvedValue,
};

use crate::render::discord::card::{Form, asked};
use crate::reply::commands::names;
use crate::reply::press::Press;
use crate::reply::request::Request;
use crate::reply::show::Setting;
use crate::reply::state::State;

/// A command with what the person gave; an option they left out is empty.
pub fn request(interaction: &CommandInteraction) -> Request {
    let mut request = Request {
        name: interaction.data.name.clone(),
        text: String::new(),
        document: None,
        from: None,
        private: false,
    };

    for option in interaction.data.options() {
        match (option.name, option.value) {
            (names::QUESTION | names::TEXT, ResolvedValue::String(text)) => {
                request.text = text.to_owned()
            }
            (names::DOCUMENT, ResolvedValue::String(name)) => {
                request.document = Some(name.to_owned())
            }
            (names::FROM, ResolvedValue::String(from)) => request.from = Some(from.to_owned()),
            (names::PRIVATE, ResolvedValue::Boolean(private)) => request.private = private,
            // An option that an older registration still offers is no reason to fail.
            _ => {}
        }
    }

    if let Some(ResolvedTarget::Message(message)) = interaction.data.target() {
        request.text = message.content.clone();
    }

    // What is done to somebody's message is shown to whoever did it; they can post it.
    let alone = [names::FIND, names::CHECK, names::HELP, names::PRIVACY];
    request.private |= alone.contains(&request.name.as_str());
    request
}

/// The form that messages may have: without *Embed Links*, embeds would not be shown.
pub fn form(permissions: Option<Permissions>) -> Form {
    match permissions {
        Some(permissions) if !permissions.embed_links() => Form::Plain,
        _ => Form::Embed,
    }
}

/// A press with what its message shows; `None` when the button is of a kind that we do not know.
pub fn read_press(press: &ComponentInteraction) -> Option<Press> {
    let (action, state) = State::decode(&press.data.custom_id)?;
    let message = &press.message;

    // An embed shows the question as its author; plain text shows it in the message.
    let author = message
        .embeds
        .first()
        .and_then(|embed| embed.author.as_ref())
        .map(|author| author.name.as_str());
    let flags = message.flags.unwrap_or_default();

    // In direct messages there are no members, and nobody to moderate.
    let permissions = press
        .member
        .as_ref()
        .and_then(|member| member.permissions)
        .unwrap_or_default();

    let by = press.user.id.get();
    let private = flags.contains(MessageFlags::EPHEMERAL);

    Some(Press {
        action,
        state,
        asked: asked(author, &message.content),
        by,
        moderator: permissions.manage_messages(),
        private,
        setting: Setting {
            asker: by,
            form: form(press.app_permissions),
            private,
        },
    })
}
