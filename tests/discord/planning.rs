//! `/schedule plan` from the first words of a text to its last, and what of it is open meanwhile.

use std::time::{Duration, Instant};

use crate::own_texts::said;
use crate::scheduling::{due_before, list_with, post, restarted, schedule, started, with};
use crate::world::{World, assert_stopped, quoted};
use standin::Interaction;
use standin::people::MEMBER;

/// The gate of a channel, as `/gate show` says it.
async fn gate(world: &World) -> String {
    let show = Interaction::command("gate").subcommand("show");
    said(world, show.permissions(MEMBER | 1 << 13)).await
}

#[tokio::test]
async fn a_plan_reads_a_text_to_its_end_and_the_gate_goes_along() {
    let world = World::with(&[("story.md", &crate::gates::story())]).await;
    let mut bot = started(&world);
    let plan = || {
        schedule("plan")
            .option("words", 50)
            .option("time", "9:00")
            .option("zone", "UTC")
    };
    for (wrong, reason) in [
        (plan().option("document", "shared:"), "Name one text"),
        (
            plan()
                .option("document", "night-train.txt")
                .option("move-gate", true),
            "no chapters",
        ),
        (
            plan()
                .option("document", "story.md")
                .option("from", "chapter 77"),
            "no such place",
        ),
    ] {
        let told = said(&world, wrong).await;
        assert!(told.contains(reason), "{reason}: {told}");
    }

    let made = plan()
        .option("document", "story.md")
        .option("move-gate", true);
    let made = said(&world, made).await;
    assert!(
        made.contains("about 50 words of **")
            && made.contains("closed in this channel from chapter 1 on"),
        "{made}"
    );
    assert!(
        said(&world, schedule("list"))
            .await
            .contains("the gate goes along")
    );

    let mut posted = String::new();
    for n in 1.. {
        let shown = said(&world, with("test", 1)).await;
        bot = restarted(&world, bot, &due_before(10)).await;
        let content = post(&world, n).await.body["content"]
            .as_str()
            .unwrap()
            .to_owned();
        posted += &format!("{content}\n");
        assert!(shown.ends_with(&content), "{shown}\n{content}");
        if content.contains("The end of the text") {
            break;
        }

        // What was posted whole is open, and no more.
        let open = list_with(&world, "next <t:").await;
        assert!(!open.contains("made in time"), "{open}");
        let gate = gate(&world).await;
        let whole = (1..=6)
            .rev()
            .find(|n| posted.contains(&format!("walking{n}secretly")))
            .unwrap_or(0);
        assert!(
            gate.contains(&format!("up to chapter {whole}")),
            "{whole}: {gate}"
        );
        let ask = crate::world::ask(&format!("Who knew the key of secret{}key?", whole + 1));
        assert!(!quoted(&world.told(ask).await).contains(&format!("secret{}key", whole + 1)));
        assert!(n < 30, "{posted}");
    }

    for n in 1..=6 {
        for word in [
            format!("secret{n}name"),
            format!("secret{n}key"),
            format!("walking{n}secretly"),
        ] {
            let times = posted.to_lowercase().matches(&word).count();
            assert_eq!(times, 1, "{word}: {posted}");
        }
    }
    let over = list_with(&world, "Nothing is posted").await;
    assert!(over.contains("Nothing is posted"), "{over}");
    assert!(gate(&world).await.contains("All texts are open"));
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn the_gate_goes_through_all_parts_of_a_work_whose_chapters_begin_again() {
    let chapter = |part: u32, n: u32| {
        format!(
            "## Chapter {n}\n\nThe ferryman of part {part} hid the key of secret{part}x{n} below the pier, and \
             nobody in the whole of the harbour ever asked him for it again.\n\n"
        )
    };
    let part = |part: u32| {
        let chapters: String = (1..=3).map(|n| chapter(part, n)).collect();
        format!("# Part {part}\n\n{chapters}")
    };
    let text = format!("{}{}", part(1), part(2));
    let world = World::with(&[("parts.md", &text)]).await;
    let mut bot = started(&world);
    let plan = schedule("plan").option("words", 20).option("time", "9:00");
    let plan = plan.option("zone", "UTC").option("document", "parts.md");
    said(&world, plan.option("move-gate", true)).await;

    for (n, heading) in (1..).zip(["1, C", "1, C", "1, C", "2, C", "2, C"]) {
        bot = restarted(&world, bot, &due_before(10)).await;
        post(&world, n).await;
        list_with(&world, "next <t:").await;
        let told = gate(&world).await;
        let open = format!(
            "up to chapter {n}, **Part {heading}hapter {}**",
            (n - 1) % 3 + 1
        );
        assert!(told.contains(&open), "{open}: {told}");
        for k in 0..6 {
            let secret = format!("secret{}x{}", k / 3 + 1, k % 3 + 1);
            let ask = crate::world::ask(&format!("Who hid the key of {secret}?"));
            let is_told = quoted(&world.told(ask).await).contains(&secret);
            assert_eq!(is_told, k < n, "{n}: {secret}");
        }
    }
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn two_plans_of_one_text_in_a_channel_do_not_take_its_gate_from_each_other() {
    let world = World::with(&[("story.md", &crate::gates::story())]).await;
    let mut bot = started(&world);
    let plan = |words: u32| {
        let plan = schedule("plan")
            .option("words", words)
            .option("time", "9:00");
        let plan = plan.option("zone", "UTC").option("document", "story.md");
        plan.option("move-gate", true)
    };
    said(&world, plan(90)).await;
    bot = restarted(&world, bot, &due_before(10)).await;
    post(&world, 1).await;
    list_with(&world, "next <t:").await;
    let before = gate(&world).await;
    assert!(before.contains("up to chapter 1,"), "{before}");

    // The second begins where the text does; what the first has posted stays open.
    let made = said(&world, plan(20)).await;
    assert!(
        made.contains("open in this channel up to chapter 1"),
        "{made}"
    );
    assert_eq!(gate(&world).await, before);
    let only_first = format!(
        "{}; UPDATE schedules SET due = unixepoch() + 9999 WHERE id = 2",
        due_before(10)
    );
    for n in 2.. {
        bot = restarted(&world, bot, &only_first).await;
        let content = post(&world, n).await.body["content"].to_string();
        if content.contains("The end of the text") {
            break;
        }
        list_with(&world, "**#1**").await;
        assert!(n < 30, "{content}");
    }

    // It is for the second to take it away.
    let end = Instant::now() + Duration::from_secs(15);
    while said(&world, schedule("list")).await.contains("**#1**") {
        assert!(Instant::now() < end);
    }
    let left = gate(&world).await;
    assert!(left.contains("up to chapter 6,"), "{left}");
    let second = said(&world, with("test", 2)).await;
    assert!(second.contains("secret1"), "{second}");
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn a_long_portion_is_split_over_messages_and_stops_at_a_gate() {
    let sentence = |n: usize| {
        format!(
            "Sentence number{n}x tells of the long way that the ferry took over the sound to Bellhaven and back. "
        )
    };
    let chapter = |n: usize| {
        format!(
            "# Chapter {n}\n\n{}\n\n",
            (0..30).map(|k| sentence(n * 100 + k)).collect::<String>()
        )
    };
    let text: String = (1..=3).map(chapter).collect();
    let world = World::with(&[("ferry.md", &text)]).await;
    let bot = started(&world);
    let set = Interaction::command("gate")
        .subcommand("set")
        .permissions(MEMBER | 1 << 13);
    let set = set.option("document", "ferry.md").option("chapter", 2);
    said(&world, set).await;
    let plan = schedule("plan")
        .option("words", 2_000)
        .option("time", "9:00")
        .option("zone", "UTC");
    said(&world, plan.option("document", "ferry.md")).await;

    let bot = restarted(&world, bot, &due_before(10)).await;
    let mut posted = String::new();
    let mut nonces = std::collections::BTreeSet::new();
    for n in 1..=4 {
        let seen = post(&world, n).await;
        nonces.insert(seen.body["nonce"].to_string());
        posted += seen.body["content"].as_str().unwrap();
    }
    assert_eq!(nonces.len(), 4);
    list_with(&world, "next <t:").await;
    let numbers: Vec<usize> = posted
        .match_indices("number")
        .map(|(at, _)| posted[at + 6..].split('x').next().unwrap().parse().unwrap())
        .collect();
    let expected: Vec<usize> = (1..=2)
        .flat_map(|n| (0..30).map(move |k| n * 100 + k))
        .collect();
    assert_eq!(numbers, expected);

    // There is nothing more until the gate is moved.
    let bot = restarted(&world, bot, &due_before(10)).await;
    list_with(&world, "1 post before this had nothing open to show").await;
    let waiting = said(&world, with("test", 1)).await;
    assert!(
        waiting.contains("Nothing more of that is open"),
        "{waiting}"
    );
    let clear = Interaction::command("gate").subcommand("clear");
    said(&world, clear.permissions(MEMBER | 1 << 13)).await;
    let _bot = restarted(&world, bot, &due_before(10)).await;
    let next = post(&world, 5).await;
    let next = next.body["content"].as_str().unwrap();
    assert!(
        next.contains("number300x") && next.contains("nothing open to show"),
        "{next}"
    );
}
