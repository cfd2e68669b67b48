//! What people can do, what events carry, and what a session replays.

use super::super::session::{Order, Session};
use super::*;
use crate::ChatMessage;
use crate::people::MANAGE_GUILD;
use tokio::sync::mpsc;

/// Asserts that a user could not do this: the message of the panic says why.
async fn check_impossible(standin: &Standin, interaction: Interaction, reason: &str) {
    let sending = standin.send(interaction);
    let panic = std::panic::AssertUnwindSafe(sending);
    let result = futures_catch(panic).await;
    let message = result.err().expect("it was possible");
    assert!(message.contains(reason), "{message}");
}

/// Polls a future and turns its panic into the panic's message.
async fn futures_catch<F: Future>(
    future: std::panic::AssertUnwindSafe<F>,
) -> Result<F::Output, String> {
    let mut future = Box::pin(future.0);
    std::future::poll_fn(move |context| {
        let poll = std::panic::AssertUnwindSafe(|| future.as_mut().poll(context));
        match std::panic::catch_unwind(poll) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => {
                let text = panic.downcast_ref::<String>().cloned();
                let text = text.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
                std::task::Poll::Ready(Err(text.unwrap_or_default()))
            }
        }
    })
    .await
}

#[tokio::test]
async fn people_can_only_do_what_is_offered() {
    let patience = std::time::Duration::from_millis(20);
    let standin = started_with(Config {
        patience,
        ..Config::default()
    })
    .await;
    let setup = json!({"name": "setup", "description": "d", "contexts": [0], "integration_types": [0],
        "default_member_permissions": "32"});
    standin
        .call("POST", "/applications/10/commands", setup)
        .await;
    let ask = || Interaction::command("ask").option("question", "Who?");
    let setup = || Interaction::command("setup").permissions(MANAGE_GUILD);
    standin.send(setup()).await;
    let rows = [
        (
            Interaction::command("nothing"),
            "session and registration for /nothing",
        ),
        (
            Interaction::command("ask"),
            "required option \"question\" is missing",
        ),
        (ask().option("other", "x"), "no option \"other\""),
        (ask().option("question", 5), "cannot be 5"),
        (
            ask().option("question", "a".repeat(301)),
            "takes 300 characters",
        ),
        (
            Interaction::command("ask").focus("question", "W"),
            "has no autocomplete",
        ),
        (setup().dm(), "not offered in context 1"),
        (setup().user_install(), "not offered to installation type 1"),
        (setup().permissions(0), "needs permissions 32"),
    ];
    for (interaction, reason) in rows {
        check_impossible(&standin, interaction, reason).await;
    }
}

#[tokio::test]
async fn only_buttons_that_are_seen_and_enabled_can_be_pressed() {
    let standin = started().await;
    let exchange = asked(&standin).await;
    let button = |id: &str, disabled: bool| json!({"type": 2, "style": 1, "custom_id": id, "label": id, "disabled": disabled});
    let row = json!({"type": 1, "components": [button("on", false), button("off", true)]});
    let data = message_with(json!({"flags": 64, "components": [row]}));
    callback(&standin, &exchange, json!({"type": 4, "data": data})).await;
    let message = exchange.message().await;
    let press = standin.send(Interaction::press(&message, "on")).await;
    assert_eq!(press.event()["message"], message);
    let rows = [
        (Interaction::press(&message, "off"), "is disabled"),
        (
            Interaction::press(&message, "gone"),
            "no component \"gone\"",
        ),
        (
            Interaction::press(&message, "on").user(41),
            "cannot see the ephemeral message",
        ),
        (
            Interaction::press(&json!({"id": "1"}), "on"),
            "is not (or no longer) there",
        ),
    ];
    for (interaction, reason) in rows {
        check_impossible(&standin, interaction, reason).await;
    }
}

#[tokio::test]
async fn events_carry_what_discord_sends() {
    let standin = started().await;
    let ask = || {
        Interaction::command("ask")
            .option("question", "Who?")
            .locale("de")
    };
    let in_guild = standin.send(ask()).await.event();
    assert_eq!(in_guild["member"]["user"]["id"], "40");
    assert_eq!(
        (&in_guild["guild_id"], &in_guild["context"]),
        (&json!("20"), &json!(0))
    );
    assert_eq!(
        in_guild["authorizing_integration_owners"],
        json!({"0": "20"})
    );
    assert_eq!(
        in_guild["data"]["options"][0],
        json!({"name": "question", "type": 3, "value": "Who?"})
    );
    for field in [
        "attachment_size_limit",
        "entitlements",
        "app_permissions",
        "locale",
    ] {
        assert!(!in_guild[field].is_null(), "{field}");
    }
    let dm = standin.send(ask().dm().user_install()).await.event();
    assert_eq!(
        (&dm["user"]["id"], &dm["context"]),
        (&json!("40"), &json!(1))
    );
    assert!(dm["guild_id"].is_null() && dm["member"].is_null());
    assert_eq!(dm["authorizing_integration_owners"], json!({"1": "40"}));
    let typing = standin
        .send(Interaction::command("ask").focus("story", "al"))
        .await
        .event();
    assert_eq!(typing["type"], 4);
    assert_eq!(typing["data"]["options"][0]["focused"], true);
    standin
        .call(
            "POST",
            "/applications/10/commands",
            json!({"name": "Quote", "type": 3}),
        )
        .await;
    let said = standin.say(ChatMessage::new("words")).await;
    let menu = standin
        .send(Interaction::message_command("Quote", &said.message))
        .await
        .event();
    let id = said.message["id"].as_str().unwrap();
    assert_eq!(menu["data"]["target_id"], id);
    assert_eq!(menu["data"]["resolved"]["messages"][id]["content"], "words");
}

#[tokio::test]
async fn without_the_content_intent_only_messages_to_the_bot_have_text() {
    let standin = started().await;
    let (link, mut orders) = mpsc::unbounded_channel();
    standin.shared.change(|state| {
        state.session.connect(1, link);
        state.session.resume("session-1", 0);
    });
    let own = standin
        .call("POST", "/channels/30/messages", message("mine"))
        .await
        .1;
    let rows = [
        (ChatMessage::new("secret"), ""),
        (ChatMessage::new("hi").mention_bot(), "<@10> hi"),
        (ChatMessage::new("hi").dm(), "hi"),
        (ChatMessage::new("re").reply_to(&own), "re"),
        (ChatMessage::new("re").reply_to(&own).without_ping(), ""),
    ];
    for (chat, shown) in rows {
        let row = format!("{chat:?}");
        standin.say(chat).await;
        let mut last = Value::Null;
        while let Ok(Order::Send(frame)) = orders.try_recv() {
            last = frame;
        }
        assert_eq!(
            (&last["t"], &last["d"]["content"]),
            (&json!("MESSAGE_CREATE"), &json!(shown)),
            "{row}"
        );
    }
}

#[test]
fn a_session_replays_what_was_missed_and_forgets_when_told() {
    let mut session = Session::default();
    let frames = |orders: &mut mpsc::UnboundedReceiver<Order>| {
        let mut seen = Vec::new();
        while let Ok(Order::Send(frame)) = orders.try_recv() {
            seen.push(format!(
                "{} {}",
                frame["s"],
                frame["t"].as_str().unwrap_or("op")
            ));
        }
        seen
    };
    let (link, mut first) = mpsc::unbounded_channel();
    session.connect(1, link);
    let identify = Identify {
        token: "t".into(),
        intents: GUILDS,
        shard: (0, 1),
        presence: Value::Null,
    };
    let id = session.begin(identify);
    session.dispatch("READY", json!({}));
    session.hang_up(Order::Cut);
    session.dispatch("A", json!({}));
    session.dispatch("B", json!({}));
    assert_eq!(frames(&mut first), ["1 READY"]);
    let (link, mut second) = mpsc::unbounded_channel();
    session.connect(2, link);
    session.disconnect(1);
    session.resume(&id, 2);
    assert_eq!(frames(&mut second), ["3 B", "4 RESUMED"]);
    session.forget();
    session.resume(&id, 4);
    assert_eq!(frames(&mut second), ["null op"], "op 9");
    let accepted: Vec<bool> = session
        .resumes
        .iter()
        .map(|resume| resume.accepted)
        .collect();
    assert_eq!(accepted, [true, false]);
}

#[tokio::test]
async fn between_people_only_a_user_installed_app_is_there() {
    let standin = started().await;
    let ask = Interaction::command("ask").option("question", "Who?");
    let exchange = standin.send(ask.private_channel(77)).await;
    let button = json!({"type": 2, "style": 1, "custom_id": "next", "label": "Next"});
    let data = message_with(json!({"components": [{"type": 1, "components": [button]}]}));
    callback(&standin, &exchange, json!({"type": 4, "data": data})).await;
    let message = exchange.message().await;
    let press = standin
        .send(Interaction::press(&message, "next").user(41))
        .await;
    for event in [exchange.event(), press.event()] {
        assert_eq!(
            (&event["context"], &event["channel_id"]),
            (&json!(2), &json!("77"))
        );
        assert_eq!(event["authorizing_integration_owners"], json!({"1": "40"}));
    }
}
