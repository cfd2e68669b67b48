use super::*;

/// Every question of a file with known answers.
fn asked(path: &str) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/truth")
        .join(path);
    let text = std::fs::read_to_string(path).unwrap();

    let question = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let asks = line["kind"] != "smalltalk";
        asks.then(|| line["question"].as_str().unwrap().to_owned())
    };

    text.lines().filter_map(question).collect()
}

#[test]
fn no_question_with_a_known_answer_is_small_talk() {
    let files = [
        "everyday.jsonl",
        "lighthouse.jsonl",
        "the-birth-of-aws.jsonl",
        "short/night-train.jsonl",
        "short/seed-beetle.jsonl",
        "short/tool-library.jsonl",
        "languages/french.jsonl",
        "languages/german.jsonl",
        "languages/japanese.jsonl",
    ];

    let questions: Vec<String> = files.into_iter().flat_map(asked).collect();
    assert!(questions.len() > 40);

    for question in questions {
        assert!(!is_small_talk(&question), "{question}");
    }
}

#[test]
fn what_is_said_to_the_bot_is_small_talk_in_several_languages() {
    for talk in [
        "thanks!",
        "Thank you so much",
        "good morning",
        "Good night everyone",
        "help",
        "yes",
        "lol",
        "LOOOOOL",
        "hi",
        "hey bot",
        "ok cool",
        "how are you?",
        "👍",
        "...",
        "nice one",
        "haha that's great",
        "bye",
        "see you later",
        "what's up?",
        "good bot",
        "danke schön",
        "merci beaucoup",
        "gracias",
        "ありがとう",
        "no",
        "sorry",
        "who are you?",
        "are you there?",
        "ty",
        "<:wave:123456789012345678>",
        "tell me a joke",
        "what is your name?",
        "What's your name",
        "wait what",
        "why?",
        "where?",
        "what do you think?",
        "where are you from?",
        "what's new?",
        "how come?",
        "why not?",
        "tell me more",
        "go on",
        "makes sense",
        "hey, got a minute?",
        "what day is it today?",
        "what can you do?",
        "how do you work?",
        "who made you?",
        "do you like books?",
        "what time is it?",
        "could you repeat that?",
        "anyone here?",
        "what a lovely day",
        "how old are you?",
        "when?",
        "and then?",
        "explain",
        "can you help me?",
        "do you sleep?",
        "source?",
        "wrong answer",
        "not helpful",
        "start over",
        "what languages do you speak?",
        "what commands are there",
        "who made this bot",
        "any recommendations?",
        "any good suggestions",
        "can someone link the book?",
        "could you send me the link please",
        "Hi! How are you doing today?",
        "lol what?",
        "are you a bot",
        "are you a real person?",
        "ok so who created you?",
        "thanks, and what else can you do?",
        "tell me about yourself",
        "sing me a song",
        "is anyone there?",
        "what do you mean by that?",
        "I don't understand",
        "do you speak German?",
        "never mind",
        "can I ask you something?",
        "what does that mean?",
        "thanks for that answer!",
        "Nice, thank you so much for the lovely quote",
        "thx for the fast response!",
        "thanks for looking it up",
        "great quote",
        "what a wonderful line",
        "ha, what a twist of fate that is!",
        "how's the weather tonight?",
        "any plans for the weekend?",
        "that's not what I asked for",
        "great, that's exactly what I was looking for",
        "I really love that line",
        "love this quote",
        "what's for lunch?",
        "わかりません",
        ":sob:",
        "lol :joy: :joy:",
        "wie geht's?",
        "Wie geht es dir?",
        "wer bist du?",
        "Was kannst du?",
        "erzähl mir einen Witz",
        "ça va?",
        "Comment ça va ?",
        "qui es-tu ?",
        "Raconte-moi une blague",
        "¿Cómo estás?",
        "¿Quién eres?",
        "¿Qué puedes hacer?",
        "come stai?",
        "tudo bem?",
        "как дела?",
        "Кто ты?",
        "Как тебя зовут?",
        "Что ты умеешь?",
        "元気ですか？",
        "あなたは誰ですか",
        "こんにちは！お元気ですか？",
        "何ができますか？",
        "你好吗？",
        "你是谁",
        "Merry Christmas!",
        "happy new year everyone",
        "Frohe Weihnachten euch allen",
        "Joyeux Noël à tous",
        "feliz navidad",
        "Ciao a tutti!",
        "Buon Natale a tutti",
        "Hoi allemaal",
        "fijne kerstdagen",
        "Oi gente",
        "Olá a todos",
        "Hej alla",
        "Cześć wszystkim",
        "Всем привет",
        "с новым годом!",
        "Merhaba arkadaşlar",
        "mutlu yıllar",
    ] {
        assert!(is_small_talk(talk), "{talk}");
    }
}

#[test]
fn what_a_text_may_tell_is_no_small_talk() {
    for other in [
        "Who sued because of the fog bell?",
        "fog bell",
        "the lighthouse",
        "Merlin",
        "BBC",
        "What was good about the morning in Holm?",
        "Isparta",
        "help for the ferryman",
        "灯台",
        "I want to know about the muck",
        "Jassy Harvard",
        "Bezos house meeting",
        "who is that man?",
        "Who was the robot?",
        "who was that robot",
        "what was the job of the man?",
        "What is true love?",
        "Who loved the man?",
        "who is he?",
        "what was he doing?",
        "was the man sorry?",
        "Who made the bell?",
        "what is her name?",
        "Where is he from?",
        "how old is the keeper?",
        "what did the robot say",
        "Why did she go on?",
        "what can you see from the tower?",
        "What do you need to open the gate?",
        "do you know Jassy?",
        "who told a joke?",
        "What time did the bell ring?",
        "what day did the ferry sink?",
        "tell me more about the storm",
        "explain the muck",
        "what happened then?",
        "When did they meet?",
        "how is the weather in Holm?",
        "what a wolf eats",
        "will it rain in Holm?",
        "exactly what I ate was bread",
        "what a keeper does at night",
        "thanks for what did she write?",
        "what plans did the keeper have?",
        "who wrote the sentence on the wall",
        "what did I say was wanted",
        "can you help me find the ferryman?",
        "who are the keepers?",
        "Was kann der Wärter tun?",
        "Wie heißt der Hund?",
        "wer hat den Turm gebaut?",
        "Qui est le gardien ?",
        "¿Quién es el farero?",
        "Кто такой Обломов?",
        "как зовут смотрителя?",
        "祖父の名前は何ですか？",
        "灯台守は誰ですか",
        "谁是看守？",
        "What happened at Christmas?",
        "christmas goose",
        "happy prince",
        "Chi è il guardiano?",
        "Wie is de wachter?",
        "Quem é o faroleiro?",
        "Vem är vaktmästaren?",
        "gente do mar",
    ] {
        assert!(!is_small_talk(other), "{other}");
    }
}

#[test]
fn questions_are_known_by_their_marks_and_first_words() {
    for question in [
        "who sued",
        "Where is it",
        "tell me about the storm",
        "祖父の名前は何ですか",
        "so why not",
        "could anybody here please remind me what colour the flag had",
        "hello everyone, quick question for the bot: who sued",
        "x?",
        "I want to know about the muck",
        "I'd like to know more about Pinkham",
        "I'm curious about the bell",
        "looking for the ferryman",
        "ok I wonder about the storm",
        "ich möchte wissen, wo der Turm steht",
        "je voudrais savoir où est la cloche",
        "quiero saber más de la campana",
        "хочу узнать о маяке",
        "灯台について教えて",
        "my teacher asked who Pinkham is",
        "It would be wonderful if one of you could tell me who Pinkham is",
        "I am trying hard at the moment to find out who Pinkham is",
        "I'd be grateful to learn when the ferry sank",
        "for my essay I need to know who Pinkham is",
        "Dear bot, kindly inform me how many sheep there were",
        "Es wäre nett, wenn mir jemand sagen könnte, wann die Fähre sank",
        "I need some help with the pump",
        "I've got a question about the ferry",
        "誰か教えて、灯台守の名前",
        "質問があります。灯台守の名前",
        "灯台守の名前がわかりません",
        "if you don't mind, who is Pinkham",
        "we were discussing who Pinkham is",
        "help me with hum",
        "please help me with the crackling pump",
        "can someone help me find the ferryman",
        "hilf mir bitte mit der Pumpe",
        "aidez-moi avec la pompe",
        "ayúdame con la bomba",
        "aiutatemi con la pompa",
        "help me even met de pomp",
        "me ajuda com a bomba",
        "помогите с насосом",
        "qualcuno sa il nome del guardiano",
        "weet iemand de naam van de wachter",
        "alguém sabe o nome do faroleiro",
        "vet någon vad vaktmästaren heter",
        "czy ktoś wie jak nazywa się latarnik",
        "кто-нибудь знает имя смотрителя",
        "merhaba çanı kim çaldı",
        "ile lat miał latarnik",
        "który rok to był",
        "I found the note. who wrote it",
    ] {
        assert!(is_question(question), "{question}");
    }

    for whether in [
        "did Pinkham sell the bell",
        "does the keeper die",
        "is Pinkham a ferryman",
        "were there robbers on the raft",
        "has the ferry ever sunk",
        "ist der Wärter reich",
        "est ce que le gardien est mort",
    ] {
        assert!(asks_whether(whether), "{whether}");
    }
    assert!(!asks_whether("is it so"));

    for other in [
        "fog bell",
        "I love this book",
        "the storm was great",
        "is it so",
        "was great",
        "do you like it here",
        "I have a problem",
        "I like it when it rains",
    ] {
        assert!(!is_question(other), "{other}");
    }
}

#[test]
fn key_words_name_things_and_say_nothing_of_them() {
    for (text, are) in [
        ("Jassy Harvard", true),
        ("Bezos house meeting", true),
        ("the price of the lamp", true),
        ("the storm was great", false),
        ("that is the best book", false),
    ] {
        assert_eq!(are_key_words(text), are, "{text}");
    }
}
