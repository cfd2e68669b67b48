//! What a server has switched on that shows under answers, and the questions that it has kept because they got a no.
//!
//! Nothing of who asked is kept. The decision that is not obvious: two questions are the same if their words are, whatever
//! their case, accents and marks.

use crate::analyze::fold;
use crate::fingerprint;
use crate::locale::Locale;
use crate::render::discord::card::small;
use crate::render::discord::markdown::{label, shorten};
use crate::render::discord::message::Message;
use crate::render::discord::say;
use crate::reply::commands::names;
use crate::reply::setting::Offers;
use crate::servers::Servers;
use crate::store::{self, ServerId};

/// Longest question that is kept, in units.
const LONGEST: usize = 200;

/// What a server has switched on of what concerns a command: a question is kept if somebody asks it in their own words.
pub fn offers(servers: &Servers, server: Option<ServerId>, command: &str) -> Offers {
    let set = servers.settings(server);
    Offers {
        feedback: set.feedback,
        gaps: set.gaps && [names::ASK, names::PRIVACY].contains(&command),
    }
}

/// The same for the press of a button: a message that says that its question is kept goes on saying so while that is true.
pub fn offers_still(servers: &Servers, server: Option<ServerId>, shown: &Message) -> Offers {
    let set = servers.settings(server);
    Offers {
        feedback: set.feedback,
        gaps: set.gaps && says_that_it_is_kept(shown),
    }
}

/// Whether a message of ours says that its question is kept, in any language.
fn says_that_it_is_kept(message: &Message) -> bool {
    let embeds = message.embeds.iter().map(|embed| &embed.description);
    let lines = embeds
        .chain([&message.content])
        .flat_map(|text| text.lines());
    let kept = Locale::ALL.map(|locale| small(&say::gaps::kept(locale)));
    lines
        .into_iter()
        .any(|line| kept.iter().any(|kept| kept == line))
}

/// Keeps a question if its reply is a no, where the server wants that. That it cannot be kept is no reason to leave the
/// question without its reply.
pub fn keep(servers: &Servers, server: Option<ServerId>, question: &str, reply: &Message) {
    let (Some(own), Some(server)) = (servers.own(), server) else {
        return;
    };
    if reply.answers != Some(false) || !servers.settings(Some(server)).gaps {
        return;
    }

    let question = shorten(&label(question), LONGEST);
    let kept = own
        .store()
        .keep_gap(server, words_of(&question), &question, store::now());
    if let Err(error) = kept {
        tracing::warn!("a question could not be kept: {error:#}");
    }
}

/// A number made from the words of a question.
fn words_of(question: &str) -> u64 {
    let words = question.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(fold).collect();

    fingerprint::number(&blake3::hash(words.join(" ").as_bytes()))
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
            assert_eq!(words_of(one) == words_of(other), is_same, "{one} {other}");
        }
    }
}
