//! What a server has switched on that shows under answers, and the questions that it has kept
//! because they got a no.
//!
//! Nothing of who asked is kept. The decision that is not obvious: two questions are the same if
//! their words are, whatever their case, accents and marks.

use crate::analyze::fold;
use crate::fingerprint;
use crate::locale::Locale;
use crate::render::discord::card::render_small_print;
use crate::render::discord::markdown::{cut_to_units, to_plain_line};
use crate::render::discord::message::Message;
use crate::render::discord::say;
use crate::reply::commands::names;
use crate::reply::view::setting::Offers;
use crate::servers::Servers;
use crate::store::{self, ServerId};

/// Longest question that is kept, in units.
const LONGEST: usize = 200;

/// What a server has switched on of what concerns a command: a question is kept if somebody asks it
/// in their own words.
pub fn command_offers(servers: &Servers, server: Option<ServerId>, command: &str) -> Offers {
    let set = servers.settings(server);
    Offers {
        feedback: set.feedback,
        gaps: set.gaps && [names::ASK, names::PRIVACY].contains(&command),
    }
}

/// The same for the press of a button: a message that says that its question is kept goes on saying
/// so while that is true.
pub fn press_offers(servers: &Servers, server: Option<ServerId>, shown: &Message) -> Offers {
    let set = servers.settings(server);
    Offers {
        feedback: set.feedback,
        gaps: set.gaps && is_marked_kept(shown),
    }
}

/// Whether a message of ours says that its question is kept, in any language.
fn is_marked_kept(message: &Message) -> bool {
    let embeds = message.embeds.iter().map(|embed| &embed.description);
    let lines = embeds
        .chain([&message.content])
        .flat_map(|text| text.lines());
    let kept = Locale::ALL.map(|locale| render_small_print(&say::gaps::kept(locale)));
    lines
        .into_iter()
        .any(|line| kept.iter().any(|kept| kept == line))
}

/// Keeps a question if its reply is a no, where the server wants that. That it cannot be kept is no
/// reason to leave the question without its reply.
pub fn keep_question(servers: &Servers, server: Option<ServerId>, question: &str, reply: &Message) {
    let (Some(own), Some(server)) = (servers.own(), server) else {
        return;
    };
    if reply.answers != Some(false) || !servers.settings(Some(server)).gaps {
        return;
    }

    let question = cut_to_units(&to_plain_line(question), LONGEST);
    let kept = own.store().keep_gap(
        server,
        hash_words(&question),
        &question,
        store::seconds_since_epoch(),
    );
    if let Err(error) = kept {
        tracing::warn!("a question could not be kept: {error:#}");
    }
}

/// A number made from the words of a question.
fn hash_words(question: &str) -> u64 {
    let words = question.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(fold).collect();

    fingerprint::to_number(&blake3::hash(words.join(" ").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_with_the_same_words_are_the_same() {
        for (one, other, is_same) in [
            ("Who is Merlin?", "who is MERLIN", true),
            ("Where's the café?", "where s the cafe ...", true),
            ("Who is Merlin?", "Who was Merlin?", false),
            ("a b", "ab", false),
            ("祖父は誰?", "祖父は誰？", true),
        ] {
            assert_eq!(
                hash_words(one) == hash_words(other),
                is_same,
                "{one} {other}"
            );
        }
    }
}
