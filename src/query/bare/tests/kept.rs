//! What only looks like a greeting or a plea, and what somebody speaks of before they ask of it.

use std::iter;

use super::check;
use crate::query::About;

#[test]
fn somebody_of_a_text_is_asked_for_as_it_stands() {
    for question in [
        "does anyone in the story know who rang?",
        "Can the keeper tell who rang?",
        "Why did she say please?",
        "How does one say thank you please",
        "Weiß jemand in der Geschichte, wer läutete?",
        "Kann der Wärter sagen, wer läutete?",
        "Warum sagte er bitte?",
        "Quelqu'un dans le village sait qui a sonné ?",
        "Est-ce que le gardien peut dire qui a sonné ?",
        "¿Alguien en el pueblo sabe quién tocó?",
        "¿Puede el farero explicar quién tocó?",
        "¿Cómo acaba la historia?",
        "Qualcuno nel paese sa chi ha suonato?",
        "Il guardiano può dire chi ha suonato?",
        "Weet iemand in het dorp wie luidde?",
        "Kan de wachter zeggen wie luidde?",
        "Alguém na vila sabe quem tocou?",
        "Pode o faroleiro dizer quem tocou?",
        "Vet någon i byn vem som ringde?",
        "Kan vaktmästaren säga vem som ringde?",
        "Czy ktoś w wiosce wie, kto dzwonił?",
        "Czy latarnik może powiedzieć, kto dzwonił?",
        "Кто-нибудь в деревне знает, кто звонил?",
        "Может ли смотритель сказать, кто звонил?",
        "Köyde çanı kim çaldı?",
        "tack room",
        "Opa",
        "Sai Baba",
        "Не могу молчать",
        "Всё хорошо, что хорошо кончается",
        "Qué amigos tenía Tom?",
        "good friday",
        "Good Friday: who was killed?",
        "Can anybody help Anna?",
        "Kann jemand Anna helfen?",
        "Kan iemand de wachter helpen?",
        "Kan någon hjälpa Anna?",
        "¿Me puede ayudar Ana?",
        "Czy ktoś może pomóc Annie?",
    ] {
        check(question, question);
    }
}

#[test]
fn what_somebody_speaks_of_before_they_ask_of_it_is_kept() {
    for (question, expected) in [
        (
            "I have a question about the bell. Who cast it?",
            "the bell. Who cast it?",
        ),
        (
            "I have a question about the brook: how long is it?",
            "the brook: how long is it?",
        ),
        (
            "I love the brook. How long is it?",
            "I love the brook. How long is it?",
        ),
        (
            "As I love the brook, how long is it?",
            "As I love the brook, how long is it?",
        ),
        (
            "Since we found the note, who wrote it? Because I cannot find that.",
            "Since we found the note, who wrote it?",
        ),
        (
            "We found the note. Who wrote it?",
            "We found the note. Who wrote it?",
        ),
        (
            "Help me with the note, who wrote it?",
            "the note, who wrote it?",
        ),
        (
            "I just heard of the siege. How does it end?",
            "I just heard of the siege. How does it end?",
        ),
        (
            "Ich mag den Bach. Wie lang ist das?",
            "Ich mag den Bach. Wie lang ist das?",
        ),
        (
            "Ich habe eine Frage zum Bach: wie lang ist er?",
            "Bach: wie lang ist er?",
        ),
        (
            "У меня вопрос о колоколе: кто его отлил?",
            "колоколе: кто его отлил?",
        ),
    ] {
        check(question, expected);
        assert_eq!(About::of(expected, iter::empty()), None, "{question}");
    }

    // Without what it is about, a question is asked of the text itself.
    check("I have a question: who wrote it?", "who wrote it?");
    check("Hi everyone, who wrote it?", "who wrote it?");
    check(
        "I have a question about this book: who wrote it?",
        "this book: who wrote it?",
    );
    check("I love this book. Who wrote it?", "Who wrote it?");
    check("I liked it. How long is it?", "How long is it?");
    check(
        "Ich liebe das. Wer hat es geschrieben?",
        "Wer hat es geschrieben?",
    );
    check("As I love this, who wrote it?", "who wrote it?");
    check(
        "I am new here. Who wrote this book?",
        "Who wrote this book?",
    );
    check(
        "We are new. Which books are there?",
        "Which books are there?",
    );
    check("I am reading this for class, who rang?", "who rang?");
    check(
        "I have a question about my homework, who rang?",
        "who rang?",
    );
}
