//! Work that may take a while -> an answer in time.
//!
//! The core runs on a thread of its own. If it is not done after [`DEFER_AFTER`], Discord is told
//! that an answer will come, and gets it when it is there.

use std::pin::pin;
use std::time::Duration;

use tokio::time::timeout_at;

use crate::discord::call::Call;
use crate::discord::failure::Failure;
use crate::reply::press::{Outcome, Press};

/// How long the core may take before an answer is promised.
pub const DEFER_AFTER: Duration = Duration::from_millis(1_500);

/// What is answered, and how it is to be deferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A command; its answer is seen by the asker alone if private.
    Command { private: bool },
    /// A press on the presser's own message.
    OwnMessage,
    /// A press on somebody else's message.
    OthersMessage,
}

impl Origin {
    /// Whose message was pressed.
    pub fn of_press(press: &Press) -> Origin {
        if press.is_own() {
            Origin::OwnMessage
        } else {
            Origin::OthersMessage
        }
    }
}

/// Waits for the work and answers with what comes of it.
///
/// # Errors
/// When Discord does not take the answer.
pub async fn deliver_answer(
    call: Call<'_>,
    origin: Origin,
    work: impl Future<Output = Outcome>,
) -> Result<(), Failure> {
    let mut work = pin!(work);
    if let Ok(outcome) = timeout_at(call.received + DEFER_AFTER, &mut work).await {
        return answer_at_once(call, outcome).await;
    }

    // Who will see the answer has to be said now; an edit cannot change it any more.
    match origin {
        Origin::Command { private } => call.defer(private).await?,
        Origin::OthersMessage => call.defer(true).await?,
        Origin::OwnMessage => call.defer_update().await?,
    }

    answer_deferred(call, origin, work.await).await
}

async fn answer_at_once(call: Call<'_>, outcome: Outcome) -> Result<(), Failure> {
    match outcome {
        Outcome::Send(message) => call.send(&message).await,
        Outcome::Update(message) => call.update(&message.private(false)).await,
        Outcome::Post(own, public) => {
            call.update(&own.private(false)).await?;
            call.follow_up(&public).await
        }
        Outcome::Delete => {
            // A press wants an answer of its own, and the deletion is none.
            call.defer_update().await?;
            call.delete().await
        }
    }
}

async fn answer_deferred(call: Call<'_>, origin: Origin, outcome: Outcome) -> Result<(), Failure> {
    match (origin, outcome) {
        (_, Outcome::Delete) => call.delete().await,
        (_, Outcome::Post(own, public)) => {
            call.edit(&own.private(false)).await?;
            call.follow_up(&public).await
        }
        (Origin::OwnMessage, Outcome::Send(message)) => call.follow_up(&message).await,
        // What was promised to everyone cannot become private any more, so it goes.
        (Origin::Command { private: false }, Outcome::Send(message)) if message.is_private() => {
            call.delete().await?;
            call.follow_up(&message).await
        }
        (_, Outcome::Update(message) | Outcome::Send(message)) => {
            call.edit(&message.private(false)).await
        }
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::discord::account::build_client;
    use crate::render::discord::message::Message;
    use serenity::model::id::{ApplicationId, InteractionId};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;
    use tokio::sync::oneshot;
    use tokio::time::Instant;

    /// Takes every request, and tells method and path of each, the token left out, with the body's
    /// start.
    pub async fn requests(of: impl AsyncFnOnce(Call<'_>)) -> Vec<String> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = format!("http://{}", listener.local_addr().unwrap());
        let http = build_client("MTA.b.c", Some(&proxy));
        http.set_application_id(ApplicationId::new(10));

        let (end, ended) = oneshot::channel();
        let server = tokio::spawn(take(listener, ended));

        // So that only what is done already is in time.
        let received = Instant::now() - DEFER_AFTER;
        of(Call {
            http: &http,
            id: InteractionId::new(7),
            token: "secret",
            received,
        })
        .await;

        end.send(()).unwrap();
        server.await.unwrap()
    }

    async fn take(listener: TcpListener, mut ended: oneshot::Receiver<()>) -> Vec<String> {
        let mut seen = Vec::new();
        loop {
            let (mut socket, _) = tokio::select! {
                accepted = listener.accept() => accepted.unwrap(),
                _ = &mut ended => return seen,
            };

            let mut request = Vec::new();
            while !is_whole(&request) {
                let mut buffer = [0; 4096];
                let read = socket.read(&mut buffer).await.unwrap();
                request.extend_from_slice(&buffer[..read]);
            }

            let text = String::from_utf8(request).unwrap();
            let line: Vec<&str> = text.split_whitespace().take(2).collect();
            let body = text.split_once("\r\n\r\n").unwrap().1;
            seen.push(format!(
                "{} {} {:.40}",
                line[0],
                line[1].replace("secret", "*").replace("/api/v10", ""),
                body
            ));

            let answer = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
            socket.write_all(answer).await.unwrap();
        }
    }

    fn is_whole(request: &[u8]) -> bool {
        let text = String::from_utf8_lossy(request).to_lowercase();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            return false;
        };

        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .unwrap_or("0");
        body.len() >= length.parse().unwrap()
    }

    async fn check(origin: Origin, outcome: Outcome, expected: &[&str]) {
        let seen = requests(async |call| {
            let (done, wait) = oneshot::channel();
            let work = async { wait.await.unwrap() };
            // The answer is there only once it has been promised.
            let promised = async {
                tokio::time::timeout(Duration::from_millis(300), std::future::pending::<()>()).await
            };

            let release = async {
                let _ = promised.await;
                done.send(outcome).unwrap();
            };
            // What the edit answers is no message, which does not matter here.
            let _ = tokio::join!(deliver_answer(call, origin, work), release);
        });

        let seen = seen.await;
        let starts = seen.len() >= expected.len()
            && seen.iter().zip(expected).all(|(s, e)| s.starts_with(e));
        assert!(starts, "{seen:#?} is not {expected:#?}");
    }

    const EDIT: &str = "PATCH /webhooks/10/*/messages/@original";
    const DEFER: &str = "POST /interactions/7/*/callback {\"type\":5";

    #[tokio::test]
    async fn what_takes_long_is_promised_and_then_filled_in() {
        let message = || Message::text("at last");
        check(
            Origin::Command { private: false },
            Outcome::Send(message()),
            &[DEFER, EDIT],
        )
        .await;

        let private = [&format!("{DEFER},\"data\":{{\"flags\":64"), EDIT];
        check(
            Origin::Command { private: true },
            Outcome::Send(message()),
            &private,
        )
        .await;
        check(Origin::OthersMessage, Outcome::Send(message()), &private).await;

        let deferred_update = "POST /interactions/7/*/callback {\"type\":6}";
        check(
            Origin::OwnMessage,
            Outcome::Update(message()),
            &[deferred_update, EDIT],
        )
        .await;
        check(
            Origin::OwnMessage,
            Outcome::Send(message()),
            &[deferred_update, "POST /webhooks/10/*"],
        )
        .await;

        let original = "DELETE /webhooks/10/*/messages/@original";
        check(
            Origin::OwnMessage,
            Outcome::Delete,
            &[deferred_update, original],
        )
        .await;

        let sorry = Outcome::Send(message().private(true));
        check(
            Origin::Command { private: false },
            sorry,
            &[DEFER, original, "POST /webhooks/10/*"],
        )
        .await;
    }
}
