//! Quizzes: as members use them, and that nothing behind a gate or of another server comes into
//! one.

use std::sync::LazyLock;

use proptest::prelude::*;
use pullquote::internals::DocumentId;
use pullquote::internals::index::Library;
use pullquote::internals::render::discord::markdown::unescape;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::memory::quiz_id::{OnShow, Quiz};
use pullquote::internals::reply::quiz::{self, Missed};
use pullquote::internals::section_after_chapter;
use pullquote::internals::servers::Libraries;
use serde_json::Value;

use crate::own_texts::{ELSEWHERE, said, two_servers, upload};
use crate::pure::{SETTING, json, library};
use crate::world::{World, assert_stopped, has_button, is_private, quoted, squeezed, whole};
use standin::people::MEMBER;
use standin::{Interaction, button, components};

const NAMES: [&str; 8] = [
    "Anselm", "Berta", "Corwin", "Dagny", "Edmund", "Freya", "Gunnar", "Hester",
];
const SPEAKERS: [&str; 8] = [
    "Ingrid", "Jonas", "Kirsten", "Leopold", "Marit", "Norton", "Oriane", "Peregrin",
];
const CHAPTERS: u32 = NAMES.len() as u32;

/// A story whose chapters each have a name, a year, a speaker and words that tell them; `mark`
/// tells it from others.
fn story(mark: &str) -> String {
    let chapter = |n: u32| {
        let [name, speaker] = [NAMES, SPEAKERS].map(|all| format!("{}{mark}", all[n as usize - 1]));
        format!(
            "## House secret{mark}{n}x\n\nIn the spring of {} the old captain {name} sold all of the secret{mark}{n}x boats. \
             Nobody asked {name} where the {} lamps of secret{mark}{n}x oil had gone. Then the ferryman wept, and the \
             secret{mark}{n}x gulls flew over the pier.\n\n“The gulls of secret{mark}{n}x are back tonight,” said {speaker}.\n\n",
            1_900 + 7 * n,
            30 + n
        )
    };
    let chapters: String = (1..=CHAPTERS).map(chapter).collect();
    format!(
        "# The Book of {mark}\n\nA short note stands before all of the chapters here.\n\n{chapters}"
    )
}

static OURS: LazyLock<Library> = LazyLock::new(|| library(&[("story.md", story("ours"))]));
static THEIRS: LazyLock<Library> = LazyLock::new(|| library(&[("story.md", story("theirs"))]));
/// Theirs, open up to each chapter.
static OPEN: LazyLock<Vec<Library>> = LazyLock::new(|| {
    let open = |chapter| {
        let end = section_after_chapter(&THEIRS.documents()[0], chapter);
        THEIRS
            .ending_before(&[(DocumentId(0), end, chapter)])
            .unwrap()
    };
    (0..CHAPTERS).map(open).collect()
});

fn wanted() -> impl Strategy<Value = Quiz> {
    (any::<u32>(), 1u8..=10, 1..8).prop_map(|(seed, count, kinds)| Quiz {
        seed,
        count,
        gaps: kinds & 1 > 0,
        chapters: kinds & 2 > 0,
        speakers: kinds & 4 > 0,
        ..Quiz::default()
    })
}

/// All questions of a quiz, one behind the other.
fn all(libraries: Libraries, wanted: Quiz) -> Vec<(OnShow, Message)> {
    let mut all: Vec<(OnShow, Message)> = Vec::new();
    let (first, _) = quiz::start_quiz(&libraries.texts(), wanted, SETTING).unwrap();
    let mut message = Some(first);
    while let Some(shown) = message.take() {
        let id = shown
            .buttons()
            .find_map(|button| OnShow::decode(&button.custom_id));
        let Some((_, on_show)) = id else { break };
        message = quiz::render_next_question(libraries, on_show, SETTING).unwrap();
        all.push((on_show, shown));
    }
    all
}

/// Everything that is said to whoever presses what is under a question.
fn pressed(libraries: Libraries, on_show: OnShow) -> String {
    let mut said = String::new();
    for option in 0..4 {
        let told = quiz::render_result(libraries, on_show, option, SETTING).unwrap();
        said += &told.map(|told| json(&told)).unwrap_or_default();
    }
    let next = quiz::render_next_question(libraries, on_show, SETTING).unwrap();
    said += &next.map(|next| json(&next)).unwrap_or_default();

    let missed = [Missed {
        spot: on_show.spot,
        answered: 3,
        missed: 2,
    }];
    let review = quiz::render_review(libraries, on_show.quiz.home, Some(&missed), SETTING);
    said + &json(&review.unwrap())
}

/// Whether something of a chapter of theirs behind this one is told.
fn tells(said: &str, chapter: u32) -> bool {
    let said = unescape(said);
    (chapter + 1..=CHAPTERS).any(|n| {
        let mut names = [NAMES, SPEAKERS]
            .map(|all| format!("{}theirs", all[n as usize - 1]))
            .into_iter();
        said.contains(&format!("secrettheirs{n}x")) || names.any(|name| said.contains(&name))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_question_shows_its_sentence_and_a_press_tells_it_whole(wanted in wanted()) {
        let libraries = Libraries::from(&*THEIRS);
        let text = THEIRS.full_text(DocumentId(0)).unwrap();
        let asked = all(libraries, wanted);
        prop_assert!(!asked.is_empty());
        for (number, (on_show, shown)) in asked.iter().enumerate() {
            prop_assert_eq!(usize::from(on_show.number), number);
            let options: Vec<&str> = shown.buttons().take(4).map(|one| one.label.as_str()).collect();
            let right = (0..4).filter(|option| quiz::is_right(*on_show, *option));
            let right: Vec<u8> = right.collect();
            prop_assert_eq!(right.len(), 1);

            let lines = unescape(&shown.content).replace("**", "");
            let sentence = lines.lines().find_map(|line| line.strip_prefix("> ")).unwrap();
            let answer = options[usize::from(right[0])];
            let filled = match on_show.spot.cut {
                Some(_) => sentence.replacen("____", answer, 1),
                None => sentence.to_owned(),
            };
            prop_assert!(text.contains(&filled), "{filled}");
            for other in options.iter().filter(|option| **option != answer) {
                prop_assert!(on_show.spot.cut.is_none() || !text.contains(&sentence.replacen("____", other, 1)));
            }
            for option in 0..4 {
                let told = quiz::render_result(libraries, *on_show, option, SETTING).unwrap().unwrap();
                let said = unescape(&told.content).replace("**", "");
                prop_assert!(told.is_private() && said.contains(&filled) && said.contains("House secret"), "{said}");
                prop_assert_eq!(said.contains("✅"), option == right[0]);
            }
        }
    }

    #[test]
    fn nothing_behind_a_gate_comes_into_a_quiz(wanted in wanted(), chapter in 0..CHAPTERS) {
        let open = Libraries::from(&OPEN[chapter as usize]);
        for (on_show, shown) in all(open, wanted) {
            prop_assert!(!tells(&json(&shown), chapter), "{}", json(&shown));
            prop_assert!(!tells(&pressed(open, on_show), chapter));
        }
        // Buttons of those to whom all is open.
        for (on_show, _) in all(Libraries::from(&*THEIRS), wanted) {
            let said = pressed(open, on_show);
            prop_assert!(!tells(&said, chapter), "{said}");
        }
    }

    #[test]
    fn nothing_of_another_server_comes_into_a_quiz(wanted in wanted()) {
        let theirs = Libraries::new(Some(&THEIRS), None);
        for (on_show, shown) in all(theirs, wanted) {
            prop_assert!(tells(&json(&shown), 0) && tells(&pressed(theirs, on_show), 0));
            for libraries in [Libraries::new(Some(&OURS), None), Libraries::new(None, Some(&OURS))] {
                let said = pressed(libraries, on_show);
                prop_assert!(!tells(&said, 0), "{said}");
            }
        }
    }
}

fn start() -> Interaction {
    Interaction::command("quiz")
        .subcommand("start")
        .option("document", "story.md")
}

fn stop() -> Interaction {
    Interaction::command("quiz").subcommand("stop")
}

fn press(message: &Value, label: &str, user: u64) -> Interaction {
    Interaction::press(message, &button(message, label)).user(user)
}

/// The options of a question with a gap: the right one, and a wrong one.
fn options(text: &str, message: &Value) -> (String, String) {
    let sentence = unescape(&quoted(message)).replace("**", "");
    let labels = components(message).into_iter().take(4);
    let labels: Vec<String> = labels
        .map(|one| one["label"].as_str().unwrap().to_owned())
        .collect();
    let is_right = |label: &&String| {
        let filled = sentence.replacen("____", label, 1);
        squeezed(text).contains(&squeezed(&filled))
    };
    let right: Vec<&String> = labels.iter().filter(is_right).collect();
    assert!(right.len() == 1 && sentence.contains("____"), "{message:#}");
    let wrong = labels.iter().find(|label| !is_right(label)).unwrap();
    (right[0].clone(), wrong.clone())
}

#[tokio::test]
async fn everyone_answers_for_themselves_and_what_was_missed_is_shown_in_the_end() {
    let text = story("");
    let world = World::with(&[("story.md", &text)]).await;
    let bot = world.start_with(&[("PULLQUOTE_USER_LIMIT", "0")]);
    assert!(
        said(&world, stop())
            .await
            .contains("no quiz in this channel")
    );
    let first = start().option("kind", "gap").option("questions", 2);
    let first = world.told(first).await;
    assert!(!is_private(&first), "{first:#}");
    assert!(whole(&first).contains("Question 1 of 2"), "{first:#}");

    let (right, wrong) = options(&text, &first);
    let told = said(&world, press(&first, &wrong, 41)).await;
    assert!(
        told.contains("❌ **No**: it is **") && told.contains("House secret"),
        "{told}"
    );
    let told = said(&world, press(&first, &right, 41)).await;
    assert!(told.contains("✅ **Right**"), "{told}");
    said(&world, press(&first, &right, 40)).await;

    // Somebody else goes on alone, and whoever started it for all.
    let copy = world.told(press(&first, "Next", 41)).await;
    assert!(is_private(&copy) && whole(&copy).contains("Question 2 of 2"));
    let second = world.told(press(&first, "Next", 40)).await;
    assert_eq!(second["id"], first["id"]);
    assert!(quoted(&second) == quoted(&copy) && !has_button(&second, "Next"));
    let not_yours = said(&world, press(&second, "End", 41)).await;
    assert!(not_yours.contains("Only whoever started"), "{not_yours}");

    let review = world.told(press(&second, "End", 40)).await;
    assert!(whole(&review).contains("missed 1 of 2 times"), "{review:#}");
    assert!(
        quoted(&review).contains(&format!("**{right}**")),
        "{review:#}"
    );
    assert!(components(&review).is_empty() && !is_private(&review));
    assert!(
        said(&world, stop())
            .await
            .contains("no quiz in this channel")
    );

    // It is stopped by a command, too, and its buttons with it.
    let other = world.told(start().option("kind", "chapter")).await;
    assert!(whole(&other).contains("Which chapter"), "{other:#}");
    let not_yours = said(&world, stop().user(41)).await;
    assert!(not_yours.contains("Only whoever started"), "{not_yours}");
    let moderator = stop().user(41).permissions(MEMBER | 1 << 13);
    let review = whole(&world.told(moderator).await);
    assert!(
        review.contains("is over") && review.contains("Nothing was missed"),
        "{review}"
    );
    let ended = said(&world, press(&other, "House", 40)).await;
    assert!(ended.contains("This quiz is over"), "{ended}");

    // Who says something is asked as what is left out is.
    let said_by = world.told(start().option("kind", "speaker")).await;
    assert!(whole(&said_by).contains("Who says this?"), "{said_by:#}");
    let (right, wrong) = options(&text, &said_by);
    assert!(SPEAKERS.contains(&right.as_str()) && SPEAKERS.contains(&wrong.as_str()));
    let told = said(&world, press(&said_by, &wrong, 40)).await;
    assert!(told.contains(&format!("it is **{right}**")), "{told}");

    // After a restart the buttons work, and who answered what is forgotten.
    let third = world.told(start()).await;
    assert_stopped(bot.stop().await);
    let _bot = world.start();
    let fourth = world.told(press(&third, "Next", 40)).await;
    assert!(whole(&fourth).contains("Question 2 of 5"), "{fourth:#}");
    let review = whole(&world.told(press(&fourth, "End", 40)).await);
    assert!(review.contains("do not know any more"), "{review}");
}

#[tokio::test]
async fn a_quiz_ends_where_the_text_is_not_open_any_more_and_is_of_one_server() {
    let world = two_servers().await;
    let _bot = world.start_with(&[("PULLQUOTE_USER_LIMIT", "0")]);
    let text = story("");
    let sent = upload(&world, "story.md", text.as_bytes()).option("title", "Houses");
    said(&world, sent).await;
    let start = || {
        Interaction::command("quiz")
            .subcommand("start")
            .option("document", "Houses")
    };
    let none = said(&world, start().guild(ELSEWHERE)).await;
    assert!(none.contains("no text called"), "{none}");

    let progress = |user, chapter| {
        let set = Interaction::command("progress")
            .subcommand("set")
            .user(user);
        set.option("document", "Houses").option("chapter", chapter)
    };
    said(&world, progress(41, 0)).await;
    let exchange = world.standin.send(start()).await;
    let question = exchange.message().await;
    let label = components(&question)[0]["label"]
        .as_str()
        .unwrap()
        .to_owned();
    let told = said(&world, press(&question, &label, 41)).await;
    assert!(told.contains("further than you have read"), "{told}");
    let nothing = said(&world, start().user(41)).await;
    assert!(nothing.contains("too little to ask about"), "{nothing}");

    let real = world.standin.send(press(&question, &label, 77)).await;
    assert!(whole(&real.message().await).contains("secret"));
    let forged = world.standin.forge(&real, |event| {
        event["guild_id"] = ELSEWHERE.to_string().into();
        event["guild"]["id"] = ELSEWHERE.to_string().into();
    });
    let forged = whole(&forged.message().await);
    assert!(!forged.contains("secret"), "{forged}");
}
