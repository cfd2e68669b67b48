//! What Discord sends -> a request or a press, free of Discord's types: the only place that reads
//! interactions.

use serenity::all::{ActionRowComponent, ButtonKind, Interaction, MessageFlags};
use serenity::model::Permissions;
use serenity::model::application::{
    CommandInteraction, ComponentInteraction, ComponentInteractionDataKind, ResolvedTarget,
    ResolvedValue,
};
use serenity::model::channel::{Embed, Message, PartialChannel};
use serenity::model::id::{ChannelId, GuildId, UserId};

use crate::compare::APART;
use crate::discord::keeping;
use crate::discord::mention;
use crate::locale::{Locale, Locales};
use crate::render::discord::card::{Form, find_whole_question};
use crate::render::discord::message::{Button, Embed as OurEmbed, Message as Shown};
use crate::reply::commands::names;
use crate::reply::memory::state::State;
use crate::reply::press::Press;
use crate::reply::request::Request;
use crate::reply::view::setting::Setting;
use crate::servers::Servers;
use crate::store::{Asker, ServerId};

/// What kind of thing was done, for the log.
pub fn interaction_kind(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Command(_) => "command",
        Interaction::Autocomplete(_) => "typing",
        Interaction::Component(_) => "press",
        Interaction::Modal(_) => "form",
        _ => "unknown",
    }
}

/// The language of the person who does something.
pub fn interaction_locale(interaction: &Interaction) -> Locale {
    parse_locale(match interaction {
        Interaction::Command(one) | Interaction::Autocomplete(one) => Some(&one.locale),
        Interaction::Component(one) => Some(&one.locale),
        Interaction::Modal(one) => Some(&one.locale),
        _ => None,
    })
}

/// The name of the command that was used, for the log.
pub fn interaction_name(interaction: &Interaction) -> &'static str {
    match interaction {
        // The names of our own commands; anything else could be anything.
        Interaction::Command(c) | Interaction::Autocomplete(c) => names::ALL
            .into_iter()
            .find(|name| *name == c.data.name)
            .unwrap_or("unknown"),
        Interaction::Component(_) => "button",
        _ => "interaction",
    }
}

/// A command with what the person gave; an option they left out is empty, or as the server of the
/// command has it.
pub fn read_request(interaction: &CommandInteraction, servers: &Servers) -> Request {
    let server = command_server(interaction);
    let mut request = Request {
        name: interaction.data.name.clone(),
        text: String::new(),
        document: None,
        usual: find_usual_text(interaction, servers),
        from: None,
        private: servers.settings(server).private,
        ids: Vec::new(),
    };

    for option in interaction.data.options() {
        match (option.name, option.value) {
            (names::QUESTION | names::TEXT, ResolvedValue::String(text)) => {
                text.clone_into(&mut request.text);
            }
            (names::DOCUMENT, ResolvedValue::String(name)) => {
                request.document = Some(name.to_owned());
            }
            (names::FROM, ResolvedValue::String(from)) => request.from = Some(from.to_owned()),
            (names::PRIVATE, ResolvedValue::Boolean(private)) => request.private = private,
            // An option that an older registration still offers is no reason to fail.
            _ => {}
        }
    }

    if let Some(ResolvedTarget::Message(message)) = interaction.data.target() {
        request.text = match request.name.as_str() {
            names::CHECK => collect_message_pieces(message).join(&APART.to_string()),
            _ => strip_quote_marks(&collect_message_pieces(message)),
        };
    }

    // What is done to somebody's message is shown to whoever did it; they can post it.
    let alone = [names::FIND, names::CHECK, names::HELP, names::PRIVACY];
    request.private |= alone.contains(&request.name.as_str());
    request
}

/// The language of what Discord says it is; English if the bot does not speak that.
pub fn parse_locale(on_discord: Option<&str>) -> Locale {
    on_discord.and_then(Locale::of_tag).unwrap_or_default()
}

/// The languages of those who may see an answer: on a server, everyone's is the one that it set,
/// else the one that it has on Discord.
pub fn choose_locales(
    member: &str,
    guild: Option<GuildId>,
    of_guild: Option<&str>,
    servers: &Servers,
) -> Locales {
    let member = parse_locale(Some(member));
    let everyone = match guild {
        Some(guild) => {
            let set = servers.settings(Some(guild.get())).language;
            set.unwrap_or_else(|| parse_locale(of_guild))
        }
        // Those who talk with each other speak the same.
        None => member,
    };

    Locales { member, everyone }
}

/// The server that a command was used on.
pub fn command_server(interaction: &CommandInteraction) -> Option<ServerId> {
    interaction.guild_id.map(GuildId::get)
}

/// Who used a command, and where.
pub fn command_asker(interaction: &CommandInteraction) -> Asker {
    Asker {
        server: command_server(interaction),
        channels: channel_and_parent(interaction.channel_id, interaction.channel.as_ref()),
        person: Some(interaction.user.id.get()),
    }
}

/// Who pressed a button, and where.
pub fn press_asker(press: &ComponentInteraction) -> Asker {
    Asker {
        server: press.guild_id.map(GuildId::get),
        channels: channel_and_parent(press.channel_id, press.channel.as_ref()),
        person: Some(press.user.id.get()),
    }
}

/// A channel, and of a thread the one that it belongs to.
fn channel_and_parent(own: ChannelId, known: Option<&PartialChannel>) -> Vec<u64> {
    let around = known.and_then(|channel| channel.parent_id);
    let both = [Some(own), around].into_iter().flatten();
    both.map(ChannelId::get).collect()
}

/// The text that is usual in a channel, or in the channel that a thread belongs to.
fn find_usual_text(interaction: &CommandInteraction, servers: &Servers) -> Option<String> {
    let asker = command_asker(interaction);
    let mut channels = asker.channels.iter();
    channels.find_map(|channel| servers.usual_text(asker.server, *channel))
}

/// The form that messages may have: without *Embed Links*, embeds would not be shown.
pub fn choose_form(permissions: Option<Permissions>) -> Form {
    match permissions {
        Some(permissions) if !permissions.embed_links() => Form::Plain,
        _ => Form::Embed,
    }
}

/// Everything that a message says: its content, its embeds, and what it forwards, each by itself.
fn collect_message_pieces(message: &Message) -> Vec<&str> {
    let forwarded = message
        .message_snapshots
        .iter()
        .flat_map(|one| content_and_embeds(&one.content, &one.embeds));
    let own = content_and_embeds(&message.content, &message.embeds);
    own.chain(forwarded)
        .filter(|text| !text.trim().is_empty())
        .collect()
}

fn content_and_embeds<'a>(content: &'a str, embeds: &'a [Embed]) -> impl Iterator<Item = &'a str> {
    let embeds = embeds.iter().flat_map(|embed| {
        let author = embed.author.as_ref().map(|author| author.name.as_str());
        let own = [author, embed.title.as_deref(), embed.description.as_deref()];
        let fields = embed.fields.iter();
        let fields = fields.flat_map(|field| [field.name.as_str(), field.value.as_str()]);
        own.into_iter().flatten().chain(fields)
    });
    [content].into_iter().chain(embeds)
}

/// What is said without Discord's marks for quotes, which are no part of a question.
fn strip_quote_marks(pieces: &[&str]) -> String {
    let lines = pieces.iter().flat_map(|piece| piece.lines());
    let lines = lines.map(|line| {
        let inner = line.trim_start();
        inner
            .strip_prefix(">>> ")
            .or(inner.strip_prefix("> "))
            .unwrap_or(line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A press with what its message shows; `None` when the button is of a kind that we do not know.
pub fn read_press(
    press: &ComponentInteraction,
    me: UserId,
    locales: Locales,
    servers: &Servers,
) -> Option<Press> {
    let (action, state) = State::decode(&press.data.custom_id)?;
    let message = &press.message;

    // Beneath a question nothing is said of it; Discord gives it along.
    let question = message.referenced_message.as_deref();
    let beneath = question.and_then(|question| mention::find_question(question, me));
    let flags = message.flags.unwrap_or_default();
    let chosen = match &press.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().cloned(),
        _ => None,
    };

    // In direct messages there are no members, and nobody to moderate.
    let permissions = press
        .member
        .as_ref()
        .and_then(|member| member.permissions)
        .unwrap_or_default();

    let by = press.user.id.get();
    let private = flags.contains(MessageFlags::EPHEMERAL);
    let shown = to_shown_message(message);
    let offers = keeping::press_offers(servers, press.guild_id.map(GuildId::get), &shown);

    Some(Press {
        action,
        state,
        asked: find_whole_question(&message.content).or(beneath),
        chosen,
        by,
        moderator: permissions.manage_messages(),
        private,
        shown,
        setting: Setting {
            asker: by,
            form: choose_form(press.app_permissions),
            locales,
            private,
            beneath: message.message_reference.is_some(),
            offers,
        },
    })
}

/// A message of ours as it was sent.
fn to_shown_message(message: &Message) -> Shown {
    let rows = message.components.iter().map(|row| {
        let buttons = row
            .components
            .iter()
            .filter_map(|component| match component {
                ActionRowComponent::Button(button) => Some(button),
                _ => None,
            });
        let buttons = buttons.filter_map(|button| match &button.data {
            ButtonKind::NonLink { custom_id, .. } => Some(Button::new(
                button.label.clone().unwrap_or_default(),
                custom_id.clone(),
            )),
            _ => None,
        });
        buttons.collect()
    });

    let embeds = message.embeds.iter().map(|embed| OurEmbed {
        description: embed.description.clone().unwrap_or_default(),
    });
    let shown = Shown::text(message.content.clone()).with_embeds(embeds.collect());
    rows.fold(shown, Shown::with_row)
}
