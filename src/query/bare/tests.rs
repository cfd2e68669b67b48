use super::*;

fn check(question: &str, expected: &str) {
    let squeezed: Vec<String> = strip_to_question(question)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    assert_eq!(squeezed.join(" "), expected, "{question}");
}

#[test]
fn links_mentions_and_emoji_are_no_words() {
    for question in [
        "Who sued? https://example.com/a?b=1",
        "<:bell:123456789012345678> Who sued?",
        "<@123> <@!4> Who sued? <a:bell:5>",
        "<#77> Who sued? </ask:8>",
        ":thinking: Who sued? :joy: :wave::skin-tone-2:",
    ] {
        check(question, "Who sued?");
    }
    check("is 3 < 5 or > 2", "is 3 < 5 or > 2");
    check("Who came at 10:30:45?", "Who came at 10:30:45?");
    check("||who sued||", "who sued");
    check("```who sued```", "who sued");
    check("https://example.com", "https://example.com");
    check("<@123>", "<@123>");
}

#[test]
fn what_is_said_around_a_question_is_left_out() {
    for question in [
        "Hi! Can you please tell me who sued?",
        "I was wondering whether someone could tell me who sued?",
        "hey guys, does anybody know who sued?",
        "Excuse me, I would like to know who sued?",
        "Hello, quick question: who sued?",
        "Could you tell me, please, who sued?",
        "I am reading this for class, who sued?",
        "We might come for a weekend and wanted to ask, who sued?",
        "I have been asking myself for a long while, who sued? because I could not find it, even though I read it twice.",
        "please let me know who sued?",
    ] {
        check(question, "who sued?");
    }
    for question in [
        "Ich würde gern wissen, wer klagte?",
        "Kannst du mir bitte sagen, wer klagte?",
        "Weiß jemand, wer klagte?",
        "Hallo! wer klagte?",
    ] {
        check(question, "wer klagte?");
    }
    for question in [
        "Weiß zufällig jemand, wer klagte?",
        "Wäre jemand so nett, mir zu sagen, wer klagte?",
    ] {
        check(question, "wer klagte?");
    }
    for question in [
        "Est-ce que quelqu'un sait qui a sonné ?",
        "Excusez-moi, quelqu'un pourrait-il me dire qui a sonné ?",
        "Bonjour, je me demande qui a sonné ?",
    ] {
        check(question, "qui a sonné ?");
    }
    check("¿Alguien sabe cómo llegó?", "cómo llegó?");
    check("Qualcuno sa come arrivò?", "come arrivò?");
    check("Кто-нибудь знает, как он пришёл?", "как он пришёл?");
    check("Quick q - who sued?", "who sued?");
    check(
        "Pouvez-vous me dire qui a porté plainte ?",
        "qui a porté plainte ?",
    );
    check("Je voudrais savoir où est la cloche", "où est la cloche");
    check("¿Puedes decirme quién demandó?", "quién demandó?");
    check(
        "Подскажите, пожалуйста, кто построил маяк?",
        "кто построил маяк?",
    );
    check("Tell me about the storm", "the storm");
    check(
        "Do you happen to know the ferryman's name?",
        "the ferryman's name?",
    );
}

#[test]
fn a_question_of_the_text_stays_as_it_is() {
    for question in [
        "Who sued because of the fog bell?",
        "What did Tom want to know, and why?",
        "Was there a bell?",
        "Could he tell the time?",
        "Is there anybody there?",
        "When she came, where did she sit?",
        "Merlin",
        "Who said \"can you tell me, please\"?",
        "I, Claudius",
        "Why did the ferryman say, I am lost?",
        "祖父の名前",
        "Wissen ist Macht",
        "Warum sagte der Wärter, ich bin müde?",
        "Qui a dit la vérité ?",
        "",
    ] {
        check(question, question);
    }
    check("祖父の名前は何ですか？", "祖父の名前は何");
    check("1872年に何がありましたか", "1872年に何");
    for (question, expected) in [
        (
            "こんにちは！灯台守の名前を教えていただけませんか？",
            "灯台守の名前",
        ),
        (
            "すみませんが、鐘は何回鳴らされたのかご存知でしょうか",
            "鐘は何回鳴らされた",
        ),
        (
            "弥太郎がいつ来たか知っている人いますか？",
            "弥太郎がいつ来た",
        ),
        (
            "灯台はいつ建てられたか教えてください。お願いします。",
            "灯台はいつ建てられた",
        ),
        ("狐が何を買ったのかご存じの方はいますか？", "狐が何を買った"),
        (
            "村長が何を打ったか教えていただけないでしょうか",
            "村長が何を打った",
        ),
        (
            "村長が何を打ったのかお聞きしてもよろしいでしょうか",
            "村長が何を打った",
        ),
        (
            "彼は何年働いていたのか知りたいのですが。",
            "彼は何年働いていた",
        ),
        (
            "お雪が何を吹かなかったかわかる方いらっしゃいますか",
            "お雪が何を吹かなかった",
        ),
    ] {
        check(question, expected);
    }
}

#[test]
fn greetings_and_excuses_of_several_words_are_left_out() {
    for question in [
        "good morning! who rang?",
        "Good morning everyone, who rang?",
        "Good afternoon, who rang?",
        "good day who rang?",
        "Morning all! who rang?",
        "hello again, good evening to you all: who rang?",
        "real quick, who rang?",
        "bro who rang?",
        "gm all, who rang?",
        "sorry to bother you all but who rang?",
        "if you don't mind my asking, who rang?",
        "Huhu ihr Lieben, who rang?",
        "sorry for the stupid question but who rang?",
        "Not sure if this is the right channel, who rang?",
        "who rang? many thanks in advance",
        "Guten Morgen zusammen, who rang?",
        "kleine Frage, who rang?",
        "Schönen guten Abend! who rang?",
        "bonsoir à toutes et à tous, who rang?",
        "Guten Morgen ihr Lieben! who rang?",
        "Entschuldigt die blöde Frage, who rang?",
        "Wisst ihr vielleicht, who rang?",
        "who rang? asking for a friend",
        "who rang? thank you so much in advance",
        "who rang? please and thank you",
        "buenas noches, who rang?",
        "buona sera a tutti, who rang?",
        "bom dia, who rang?",
        "добрый вечер, who rang?",
    ] {
        check(question, "who rang?");
    }
    check("who rang in the fog lol", "who rang in the fog");

    // What is greeted with may be asked for.
    for question in [
        "who says good morning to the wolf?",
        "Good morning to the wolf",
        "good morning",
        "Good Morning, Midnight",
        "Good day was said to whom?",
        "the morning all were gone",
        "what is lol",
    ] {
        check(question, question);
    }
}

#[test]
fn a_question_that_somebody_wants_to_be_told_is_asked_alone() {
    for question in [
        "Please be so good as to tell me who rang",
        "Would you be so kind as to tell me who rang, many thanks",
        "It'd be lovely if somebody could tell me who rang",
        "I’d appreciate it if someone could tell me who rang",
        "I would be grateful to learn who rang",
        "I am trying to find out who rang",
        "is there anybody here who can tell me who rang",
        "for my essay I need to know who rang",
        "do you happen to remember who rang",
        "we were arguing about who rang",
        "I'm curious as to who rang",
        "hi I'm new here and was wondering who rang",
        "help me figure out who rang",
        "I have no idea who rang",
        "the question is who rang",
        "It would be nice to know who rang",
        "Me gustaría saber who rang",
        "J'aimerais bien savoir who rang",
        "I'd be interested to hear who rang",
        "could one of you enlighten me as to who rang",
        "Hat hier jemand eine Ahnung, who rang",
        "Dear bot, kindly inform me who rang",
        "My sister has been on at me, could somebody remind me please who rang",
        "not sure this is the right room, but can you tell me who rang",
        "Es wäre toll, wenn mir jemand sagen könnte, who rang",
    ] {
        check(question, "who rang");
    }
    check("I need some help with the pump", "the pump");
    check("I've got a problem with crackling", "crackling");
    for help in [
        "help me with",
        "please help me out with",
        "Can anyone help me with",
        "Hilf mir bitte bei",
        "aiutatemi con",
        "me ajuda com",
    ] {
        check(&format!("{help} hum"), "hum");
    }

    for question in [
        "Did Marit tell the boy who rang?",
        "When did he learn who rang?",
        "Did Tom try to find out who rang?",
        "Could the ferryman hope to learn who rang?",
        "I remember when we rang",
        "the paper is wet",
        "There was trouble with the pump",
    ] {
        check(question, question);
    }
}

#[test]
fn polite_japanese_is_left_out_before_and_behind() {
    for question in [
        "質問があります。灯台守の名前",
        "初めまして、灯台守の名前を教えてください",
        "ご存知でしたら灯台守の名前を教えてください",
        "もしよろしければ、灯台守の名前を教えてください。",
        "どなたか灯台守の名前をご存知ないでしょうか",
        "どなたか灯台守の名前を知りませんか？",
        "ちょっとお聞きしたいのですが、灯台守の名前",
        "灯台守の名前を教えて頂けますか",
        "灯台守の名前を教えてくれる？",
        "灯台守の名前が知りたい",
        "すみません、灯台守の名前がわかりません",
        "誰か教えて、灯台守の名前",
    ] {
        check(question, "灯台守の名前");
    }
    check("誰か灯台守を見ましたか", "誰か灯台守を見ましたか");
}

mod frames;
mod kept;
