//! Greetings, pleas and excuses as members of communities type them, a language after the other.

use super::check;

/// A question, and what is said before it.
type Said = (&'static str, &'static [&'static str]);

const BEFORE: [Said; 11] = [
    (
        "who rang the bell",
        &[
            "Merry Christmas!",
            "happy new year everyone,",
            "happy friday all!",
            "hope you are all doing well,",
            "I hope everyone is having a great day!",
            "greetings all,",
            "g'day mates,",
            "what's up everyone,",
            "hey guys quick question:",
            "does anybody here know",
        ],
    ),
    (
        "wer läutete die Glocke",
        &[
            "Frohe Weihnachten!",
            "Frohes neues Jahr euch allen,",
            "hallo zusammen,",
            "Moin Leute, weiß einer",
            "ich frage mich schon länger,",
            "mich würde mal interessieren,",
            "kann mir einer sagen",
            "könntet ihr mir bitte kurz erklären",
            "keine Ahnung,",
            "Sorry wenn ich störe,",
            "danke schonmal im voraus,",
        ],
    ),
    (
        "qui a sonné la cloche",
        &[
            "Bonjour à tous,",
            "coucou tout le monde",
            "salut les gens,",
            "Joyeux Noël à tous !",
            "quelqu'un saurait",
            "Est-ce qu'il y a quelqu'un ici qui sait",
            "sauriez-vous par hasard",
            "tu peux me dire",
            "j'ai une petite question :",
            "désolé de vous déranger,",
            "je me demandais",
            "quelqu'un aurait une idée de",
            "je ne sais plus",
        ],
    ),
    (
        "quién tocó la campana",
        &[
            "hola a todos,",
            "buenas gente",
            "disculpen chicos,",
            "¡Feliz Navidad!",
            "alguien de aquí sabe",
            "¿alguien me podría decir",
            "podríais decirme por favor",
            "me gustaría saber",
            "tengo una duda,",
            "perdonad la molestia,",
            "estaba preguntándome",
            "alguien tiene idea de",
            "pregunta tonta:",
        ],
    ),
    (
        "chi ha suonato la campana",
        &[
            "Ciao a tutti, qualcuno sa",
            "ciao ragazzi",
            "Buon Natale!",
            "buonasera a tutti,",
            "Scusate, potreste dirmi",
            "scusate ragazzi, sapreste dirmi",
            "raga",
            "Vorrei sapere",
            "mi sapete dire",
            "qualcuno mi può spiegare",
            "mi chiedevo",
            "ho una domanda veloce:",
            "scusate il disturbo,",
            "c'è qualcuno qui che sa",
            "qualcuno ha idea di",
            "non ricordo più",
            "sto cercando di capire",
        ],
    ),
    (
        "wie luidde de klok",
        &[
            "Hoi allemaal, weet iemand",
            "hallo iedereen",
            "Fijne kerstdagen allemaal!",
            "goedemorgen,",
            "Kan iemand mij vertellen",
            "zou je me misschien kunnen zeggen",
            "Ik vroeg me af",
            "ik wil graag weten",
            "ik ben benieuwd",
            "ik heb een vraagje:",
            "sorry voor de domme vraag,",
            "heeft iemand enig idee",
            "is er iemand die weet",
            "ik weet niet meer",
        ],
    ),
    (
        "quem tocou o sino",
        &[
            "Oi gente, alguém sabe",
            "e aí pessoal,",
            "pessoal, alguém consegue me dizer",
            "olá a todos,",
            "Feliz Natal!",
            "bom dia pessoal,",
            "alguém pode me dizer",
            "vocês poderiam me explicar",
            "me ajuda aí por favor,",
            "queria saber",
            "eu estava me perguntando",
            "tenho uma dúvida rápida:",
            "desculpa incomodar,",
            "alguém tem ideia de",
            "não lembro mais",
        ],
    ),
    (
        "vem ringde i klockan",
        &[
            "Hej alla, vet någon",
            "hejsan allihopa,",
            "God jul på er!",
            "god morgon,",
            "någon som vet",
            "kan någon berätta för mig",
            "skulle du kunna säga mig",
            "jag undrar",
            "jag skulle vilja veta",
            "jag är nyfiken på",
            "jag har en fråga,",
            "ursäkta att jag stör,",
            "har någon aning om",
        ],
    ),
    (
        "kto dzwonił w dzwon",
        &[
            "Cześć wszystkim, czy ktoś wie",
            "hej ludzie,",
            "Wesołych Świąt!",
            "dzień dobry,",
            "czy ktoś może mi powiedzieć",
            "moglibyście mi wyjaśnić",
            "chciałbym się dowiedzieć",
            "zastanawiam się",
            "mam pytanie,",
            "przepraszam że przeszkadzam, ale",
            "czy ktoś ma pomysł,",
            "nie pamiętam już",
        ],
    ),
    (
        "кто звонил в колокол",
        &[
            "Всем привет, кто-нибудь знает,",
            "привет всем",
            "ребят, кто подскажет,",
            "извините, ребята,",
            "С Новым годом!",
            "доброго времени суток,",
            "Подскажите, пожалуйста,",
            "не подскажете",
            "не могли бы вы сказать,",
            "хотелось бы узнать,",
            "мне интересно,",
            "у меня вопрос:",
            "извините за беспокойство,",
            "понятия не имею,",
        ],
    ),
    (
        "çanı kim çaldı",
        &[
            "Merhaba arkadaşlar,",
            "herkese selam,",
            "bilen var mı,",
            "biri söyleyebilir mi",
            "bir sorum var:",
            "merak ediyorum,",
            "rahatsız ediyorum kusura bakmayın,",
            "acaba biliyor musunuz,",
        ],
    ),
];

#[test]
fn what_members_say_before_a_question_is_left_out() {
    let mut kept = Vec::new();
    for (question, said) in BEFORE {
        for before in said {
            for (typed, end) in [
                (format!("{before} {question}?"), "?"),
                (plain(&format!("{before} {question}")), ""),
            ] {
                let asked = super::strip_to_question(&typed);
                let expected = match end {
                    "" => plain(question),
                    end => format!("{question}{end}"),
                };
                if asked.trim() != expected {
                    kept.push(format!("{typed} -> {asked}"));
                }
            }
        }
    }
    assert!(kept.is_empty(), "{} kept:\n{}", kept.len(), kept.join("\n"));
}

#[test]
fn a_wish_is_left_out_where_a_mark_ends_it() {
    for wish in ["İyi akşamlar", "mutlu yıllar herkese"] {
        check(&format!("{wish}, çanı kim çaldı?"), "çanı kim çaldı?");
    }
}

/// As many type: small, and without marks.
fn plain(text: &str) -> String {
    let words = text.to_lowercase();
    let words = words.split_whitespace();
    let bare = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let bare: Vec<&str> = bare.filter(|word| !word.is_empty()).collect();
    bare.join(" ")
}

#[test]
fn what_members_say_behind_a_question_is_left_out() {
    for (question, said) in [
        (
            "who rang the bell",
            ["please", "does anyone know", "thanks in advance"],
        ),
        (
            "wer läutete die Glocke",
            ["weiß das jemand", "bitte", "danke im voraus"],
        ),
        (
            "qui a sonné la cloche",
            ["s'il vous plaît", "quelqu'un sait", "merci d'avance"],
        ),
        (
            "quién tocó la campana",
            ["por favor", "alguien sabe", "gracias de antemano"],
        ),
        (
            "chi ha suonato la campana",
            ["per favore", "qualcuno lo sa", "grazie mille"],
        ),
        (
            "wie luidde de klok",
            ["alsjeblieft", "weet iemand dat", "alvast bedankt"],
        ),
        (
            "quem tocou o sino",
            ["por favor", "alguém sabe", "obrigado desde já"],
        ),
        (
            "vem ringde i klockan",
            ["snälla", "någon som vet", "tack på förhand"],
        ),
        (
            "kto dzwonił w dzwon",
            ["proszę", "wie ktoś", "z góry dzięki"],
        ),
        (
            "кто звонил в колокол",
            ["пожалуйста", "кто-нибудь знает", "заранее спасибо"],
        ),
        (
            "çanı kimin çaldığını",
            ["bilen var mı", "söyler misiniz", "merak ediyorum"],
        ),
    ] {
        for behind in said {
            check(&format!("{question} {behind}"), question);
            check(&format!("{question} {behind}?"), question);
        }
    }
}
