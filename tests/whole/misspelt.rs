//! Typing errors: which word was meant, and that a question with some gets the answer of the one
//! without.

use pullquote::internals::Language;
use pullquote::internals::query::Query;

use crate::support::Place;

/// A harbour where most words have another one close by.
const HARBOUR: &str = "\
# The Harbour Book

The harbour grew while the tower had its green light. Nobody ate a bean in the house for hours. Its own list said \
that the light was owned by the town, and one letter later the door stood open.

A string held the board on which the bird sat. Captain Jannik Vos gave the green light for the new pier in May. \
The butler spread butter, and the quay was quite quiet. They sell soap in the great room, and every old chest is sold.
";

fn corrections(question: &str) -> Vec<(String, String)> {
    let library = Place::new(&[("harbour.md", HARBOUR.as_bytes())]).open();
    let scope = library.passages();
    let query = Query::new(&library, question, &scope, Language::English).unwrap();
    let corrections = query.corrections.into_iter();
    corrections.map(|one| (one.from, one.to)).collect()
}

#[test]
fn of_several_words_the_likelier_is_taken() {
    for (question, expected) in [
        ("Who gave the gren light?", &[("gren", "green")][..]),
        ("Who gave the geren light?", &[("geren", "green")]),
        ("What is on the ligt?", &[("ligt", "light")]),
        ("Who sat in the houes?", &[("houes", "house")]),
        ("When did the door opne?", &[("opne", "open")]),
        ("Who ownd the light?", &[("ownd", "owned")]),
        ("Where is the leter?", &[("leter", "letter")]),
        ("What did the strin hold?", &[("strin", "string")]),
        ("Who sat on the baord?", &[("baord", "board")]),
        ("What did the buttler spread?", &[("buttler", "butler")]),
        ("Was the quay qiuet?", &[("qiuet", "quiet")]),
        // Only what stands beside it tells which one is meant.
        ("Who gave the grean light?", &[("grean", "green")]),
        ("Who sat in the grean room?", &[("grean", "great")]),
    ] {
        let found = corrections(question);
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(found, expected, "{question}");
    }
}

#[test]
fn common_words_of_three_letters_and_those_that_ask_are_put_right() {
    for (question, expected) in [
        ("Who gave teh green light?", &[("teh", "the")][..]),
        ("Who gave hte green light?", &[("hte", "the")]),
        ("Wihch pier is new?", &[("Wihch", "which")]),
        ("Waht grew at the harbour?", &[("Waht", "what")]),
        ("Wehre is the pier?", &[("Wehre", "where")]),
        ("wat is the list about", &[("wat", "what")]),
        ("hwo did the harbour grow", &[("hwo", "how")]),
        ("woh ate a bean", &[("woh", "who")]),
        ("wher is the pier", &[("wher", "where")]),
        ("were is the pier", &[("were", "where")]),
        ("wy did the harbour grow", &[("wy", "why")]),
        ("What hapened in the house?", &[("hapened", "happened")]),
        ("Bread adn butter?", &[("adn", "and")]),
        ("Who sat in the odl house?", &[("odl", "old")]),
        ("What do they sel?", &[("sel", "sell")]),
        // It stands in no text, but whoever reads the question must know it.
        (
            "When was the meetign in the house?",
            &[("meetign", "meeting")],
        ),
        (
            "Who gave teh gren light?",
            &[("teh", "the"), ("gren", "green")],
        ),
    ] {
        let found = corrections(question);
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(found, expected, "{question}");
    }
}

#[test]
fn what_may_be_meant_is_left_as_it_is() {
    for question in [
        "Who is Nad?", // a name, not "and"
        "were they in the house",
        "Howe grew at the harbour",
        "What is the DNA of Eht?",
        "Is there a tea house?", // common words, though the text has others close by
        "Who keeps a goat?",
        "Was there a grey lift?",
        "Who is Orla?", // not "oral"
        "What did Kaya see?",
        "Where is zoe?",
        "What does the gnu eat?",
    ] {
        assert_eq!(corrections(question), [], "{question}");
    }
}

#[test]
fn a_misspelt_question_is_read_as_if_it_were_not() {
    let place = Place::new(&[("harbour.md", HARBOUR.as_bytes())]);
    for (typed, meant) in [
        (
            "Who gaev teh gren light for the new peir?",
            "Who gave the green light for the new pier?",
        ),
        ("Who ownd the ligt?", "Who owned the light?"),
        ("Waht sat on teh baord?", "What sat on the board?"),
    ] {
        let [typed, meant] = [typed, meant].map(|question| {
            let answer = place.run(&["ask", "--json", question]).json();
            (
                answer["quote"]["text"].clone(),
                answer["confidence"].clone(),
            )
        });
        assert!(meant.0.is_string(), "{meant:?}");
        assert_eq!(typed, meant);
    }
}

#[test]
fn a_number_is_no_typing_error() {
    let text = "Die Ernte\n\nEin Drittel der Ernte kam im Oktober an, und der Müller blieb bei der Mühle.\n";
    let library = Place::new(&[("ernte.txt", text.as_bytes())]).open();
    let scope = library.passages();
    let question = "Was geschah am dritten Oktober?";
    let query = Query::new(&library, question, &scope, Language::German).unwrap();
    assert!(query.corrections.is_empty(), "{:?}", query.corrections);
}
