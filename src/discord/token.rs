//! The bot's token: whether it can be one, and for whom. It is never shown.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use crate::error::UserError;

/// The id of the bot that a token is for: tokens begin with it, in base 64.
///
/// # Errors
/// A [`UserError`] that says what is wrong, without the token.
pub fn parse_bot_id(token: &str) -> Result<u64, UserError> {
    let parts: Vec<&str> = token.split('.').collect();
    let whole = parts.len() == 3 && parts.iter().all(|part| !part.is_empty());

    if !whole || token.contains(char::is_whitespace) || token.starts_with("Bot ") {
        return Err(token_shape_error());
    }

    // Either alphabet will do.
    let decoded = STANDARD_NO_PAD
        .decode(parts[0])
        .or_else(|_| URL_SAFE_NO_PAD.decode(parts[0]));

    // No id is 0, and serenity's types do not take it.
    let id = decoded
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|digits| digits.parse().ok());
    id.filter(|id| *id > 0).ok_or_else(token_shape_error)
}

/// What to tell an operator who has given no token.
pub fn missing_token_error() -> UserError {
    UserError::new(
        "There is no bot token. Copy it from the page \"Bot\" of your application on \
         https://discord.com/developers/applications into a file .env: DISCORD_TOKEN=...",
    )
}

/// What to tell an operator whose token cannot be one.
fn token_shape_error() -> UserError {
    UserError::new(
        "DISCORD_TOKEN is not a bot token: that has three parts with dots between them and no spaces. Copy it whole \
         from the page \"Bot\" of your application; it is neither the client secret nor the public key.",
    )
}

/// What to tell an operator whose token Discord does not know.
pub fn refused_token_error() -> UserError {
    UserError::new(
        "Discord does not accept the bot token. Press \"Reset Token\" on the page \"Bot\" of your application on \
         https://discord.com/developers/applications and put the new one into DISCORD_TOKEN.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_begins_with_the_id_of_its_bot() {
        assert_eq!(parse_bot_id("MTA.Stand-In.never"), Ok(10));
        for wrong in [
            "",
            "abc",
            "a.b",
            "MTA..x",
            "MTA.b.c.d",
            "Bot MTA.b.c",
            "MTA.b.c ",
            "????.b.c",
            "AAA.b.c",
        ] {
            let error = parse_bot_id(wrong).unwrap_err().to_string();
            assert!(wrong.is_empty() || !error.contains(wrong), "{error}");
        }
    }
}
