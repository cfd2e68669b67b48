//! Users, members, servers and channels as Discord writes them in events and answers.
//!
//! Only ids are chosen by tests; the rest is the fullest form that real events have, so that a
//! bot which reads an optional field finds it.

use serde_json::{Value, json};

/// Permissions of an ordinary member: view, send, embed, attach, read history, use commands.
pub const MEMBER: u64 = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31;
/// Manage Server, as `default_member_permissions` of setup commands asks for.
pub const MANAGE_GUILD: u64 = 1 << 5;
const JOINED: &str = "2026-01-01T00:00:00.000000+00:00";

/// Where something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Guild {
        guild: u64,
        channel: u64,
    },
    /// The user's direct messages with the bot.
    Dm,
    /// Direct messages of people among themselves, where only a user-installed app can be used.
    Private {
        channel: u64,
    },
}

/// The channel of a user's direct messages with the bot.
pub fn dm_channel(user: u64) -> u64 {
    9_000_000 + user
}

impl Place {
    /// The same channel number on another server; from direct messages, its room 30.
    pub fn on_server(self, guild: u64) -> Place {
        let channel = if let Place::Guild { channel, .. } = self {
            channel
        } else {
            30
        };
        Place::Guild { guild, channel }
    }

    /// Another channel of the server; from direct messages, of server 20.
    pub fn in_channel(self, channel: u64) -> Place {
        Place::Guild {
            guild: self.guild().unwrap_or(20),
            channel,
        }
    }

    pub fn channel(self, user: u64) -> u64 {
        match self {
            Place::Guild { channel, .. } => channel,
            Place::Dm => dm_channel(user),
            Place::Private { channel } => channel,
        }
    }

    pub fn guild(self) -> Option<u64> {
        match self {
            Place::Guild { guild, .. } => Some(guild),
            Place::Dm | Place::Private { .. } => None,
        }
    }
}

pub fn user(id: u64) -> Value {
    json!({"id": id.to_string(), "username": format!("user{id}"), "global_name": format!("User {id}"),
           "discriminator": "0", "avatar": null, "public_flags": 0})
}

pub fn bot(id: u64) -> Value {
    json!({"id": id.to_string(), "username": "pullquote", "global_name": null,
           "discriminator": "0000", "avatar": null, "public_flags": 0, "bot": true,
           "verified": true, "mfa_enabled": false, "email": null, "flags": 0})
}

/// A member as interactions carry it: with the user and the permissions in the channel.
pub fn member(id: u64, permissions: u64) -> Value {
    let mut member = partial_member();
    member["user"] = user(id);
    member["permissions"] = json!(permissions.to_string());
    member
}

/// A member as messages carry it: the user is the message's author.
pub fn partial_member() -> Value {
    json!({"nick": null, "avatar": null, "banner": null, "roles": [], "joined_at": JOINED,
           "premium_since": null, "deaf": false, "mute": false, "flags": 0, "pending": false,
           "communication_disabled_until": null})
}

/// The smallest GUILD_CREATE that serenity accepts.
pub fn guild(id: u64) -> Value {
    json!({
        "id": id.to_string(), "name": format!("Server {id}"), "owner_id": "41", "icon": null,
        "default_message_notifications": 1, "explicit_content_filter": 0, "mfa_level": 0,
        "verification_level": 0, "nsfw_level": 0, "premium_tier": 0,
        "premium_progress_bar_enabled": false, "preferred_locale": "en-US",
        "system_channel_flags": 0, "features": [], "emojis": [], "stickers": [], "large": false,
        "unavailable": false, "member_count": 2, "joined_at": JOINED, "voice_states": [],
        "threads": [], "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        "roles": [], "members": [], "channels": [],
    })
}

/// A text channel, or the direct messages of a user.
pub fn channel(id: u64, guild: Option<u64>) -> Value {
    match guild {
        Some(guild) => json!({"id": id.to_string(), "type": 0, "guild_id": guild.to_string(),
                              "name": "reading-room", "position": 0, "permission_overwrites": []}),
        None => json!({"id": id.to_string(), "type": 1, "last_message_id": null, "flags": 0,
                       "recipients": [user(id.saturating_sub(dm_channel(0)))]}),
    }
}
