//! Tales with title pages: what is quoted of them, and what a mention of their words gets.

use pullquote::internals::reader::Effort;
use pullquote::internals::reply::talk;
use pullquote::internals::servers::Libraries;

use crate::cases::outcome;
use crate::pure::{SETTING, library};

const TITLE_PAGE: &str = "\
THE ADVENTURES OF WILMA CROSS

(Roland Pike’s Comrade.)

Scene: The Mill at Holm
Time: Sixty years ago

Printed by Ottomar Quell in Holm, 1871

CHAPTER I.

[Illustration: Roland Pike’s Band of Liars.]

Wilma Cross grew up at the mill, and nobody ever taught her to swim or to read. She had a raft, a dog and a lamp.

Roland Pike was the ferryman’s son, and he was the best liar in the whole parish. He told her of robbers and of gold, \
and she believed every word of it.
";

#[test]
fn a_title_page_is_quoted_only_where_the_text_itself_does_not_answer() {
    let library = library(&[("tale.txt", TITLE_PAGE)]);
    for (question, expected) in [
        ("Who is Roland Pike?", "was the ferryman’s son"),
        ("Who was Roland Pike?", "was the ferryman’s son"),
        ("Who is Ottomar Quell?", "Printed by Ottomar Quell"),
    ] {
        let text = outcome(&library, "ask", question);
        assert!(
            text.contains(expected) && !text.contains("Comrade"),
            "{question}: {text}"
        );
    }
}

const MILL: &str = "\
Le Moulin de Kermor

CHAPITRE I

Le phare de Kermor s’éteignit une nuit de mars. Personne ne savait pourquoi, et le gardien avait disparu.

CHAPITRE II

On retrouva le gardien dans la cave du moulin, avec deux chats et une lanterne.
";

#[test]
fn a_mention_gets_what_it_names_or_asks_behind_words_of_courtesy() {
    let library = library(&[("tale.txt", TITLE_PAGE), ("moulin.txt", MILL)]);
    for (said, expected) in [
        ("gardien", "le gardien dans la cave"),
        ("un gardien", "le gardien dans la cave"),
        ("same", "Hello!"),
        // What no quote is sure of is searched for.
        ("raft", "a **raft**, a dog and a lamp"),
        ("the whole parish", "liar in the whole parish"),
        ("Ottomar Quell", "Ottomar Quell"),
        (
            "could anybody here please remind me what Roland Pike told her",
            "robbers",
        ),
        ("banana", "Hello!"),
        ("any recommendations?", "Hello!"),
        ("can someone link the book?", "Hello!"),
    ] {
        let libraries = Libraries::from(&library);
        let told =
            talk::reply_to_message(libraries, None, said, SETTING, Effort::default()).unwrap();
        assert!(told.content.contains(expected), "{said}: {told:?}");
    }
}
