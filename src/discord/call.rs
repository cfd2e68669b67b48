//! An interaction waiting for its answer: one within three seconds, and what comes after it.

use std::time::Duration;

use serde::Serialize;
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::{ApplicationId, InteractionId};
use tokio::time::Instant;

use crate::discord::failure::{Failure, retry_until};
use crate::render::discord::message::{Choice, Message, limits};

/// When the answer must have been sent; Discord waits three seconds.
const FIRST_ANSWER: Duration = Duration::from_millis(2_800);
/// How long later edits are tried; Discord would take them for fifteen minutes.
const LATER: Duration = Duration::from_secs(30);

/// Discord's numbers for the ways to answer an interaction.
const MESSAGE: u8 = 4;
const DEFERRED: u8 = 5;
const DEFERRED_UPDATE: u8 = 6;
const UPDATE: u8 = 7;
const CHOICES: u8 = 8;
/// The flag of a message that one person alone sees.
const EPHEMERAL: u64 = 1 << 6;

/// An interaction that came in, and the way to answer it.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    pub http: &'a Http,
    pub id: InteractionId,
    pub token: &'a str,
    pub received: Instant,
}

#[derive(Serialize)]
struct Callback<T> {
    r#type: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<T>,
}

#[derive(Serialize)]
struct Flags {
    flags: u64,
}

#[derive(Serialize)]
struct Choices<'a> {
    choices: Vec<Suggested<'a>>,
}

/// A choice as it is called in a list while somebody types; in a menu it is a `label`.
#[derive(Serialize)]
struct Suggested<'a> {
    name: &'a str,
    value: &'a str,
}

impl Call<'_> {
    /// Answers with a message.
    pub async fn send(&self, message: &Message) -> Result<(), Failure> {
        self.callback(MESSAGE, Some(message)).await
    }

    /// Answers by changing the message whose button was pressed.
    pub async fn update(&self, message: &Message) -> Result<(), Failure> {
        self.callback(UPDATE, Some(message)).await
    }

    /// Answers that an answer will come.
    pub async fn defer(&self, private: bool) -> Result<(), Failure> {
        self.callback(DEFERRED, private.then_some(Flags { flags: EPHEMERAL }))
            .await
    }

    /// Answers that the message whose button was pressed may change.
    pub async fn defer_update(&self) -> Result<(), Failure> {
        self.callback(DEFERRED_UPDATE, None::<Flags>).await
    }

    /// Answers someone who is typing.
    pub async fn suggest(&self, choices: &[Choice]) -> Result<(), Failure> {
        let choices = choices.iter().take(limits::CHOICES);
        let choices = choices
            .map(|choice| Suggested {
                name: &choice.name,
                value: &choice.value,
            })
            .collect();
        self.callback(CHOICES, Some(Choices { choices })).await
    }

    async fn callback<T: Serialize>(&self, kind: u8, data: Option<T>) -> Result<(), Failure> {
        let body = Callback { r#type: kind, data };

        let request = || {
            self.http
                .create_interaction_response(self.id, self.token, &body, Vec::new())
        };

        match retry_until(self.received + FIRST_ANSWER, request).await {
            // A try whose answer was lost has been heard after all.
            Err(Failure::Answered) | Ok(()) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Fills in a deferred answer, or changes the answer.
    pub async fn edit(&self, message: &Message) -> Result<(), Failure> {
        self.afterwards(LightMethod::Patch, self.original()?, Some(message))
            .await
    }

    /// Shows a further message.
    pub async fn follow_up(&self, message: &Message) -> Result<(), Failure> {
        let route = Route::WebhookFollowupMessages {
            application_id: self.application()?,
            token: self.token,
        };
        self.afterwards(LightMethod::Post, route, Some(message))
            .await
    }

    /// Deletes the answer, or the message whose button was pressed.
    pub async fn delete(&self) -> Result<(), Failure> {
        self.afterwards(LightMethod::Delete, self.original()?, None)
            .await
    }

    fn original(&self) -> Result<Route<'_>, Failure> {
        Ok(Route::WebhookOriginalInteractionResponse {
            application_id: self.application()?,
            token: self.token,
        })
    }

    fn application(&self) -> Result<ApplicationId, Failure> {
        self.http
            .application_id()
            .ok_or(Failure::Network("the application is not known yet"))
    }

    async fn afterwards(
        &self,
        method: LightMethod,
        route: Route<'_>,
        message: Option<&Message>,
    ) -> Result<(), Failure> {
        let until = Instant::now() + LATER;
        retry_until(until, || send_request(self.http, method, route, message)).await
    }
}

/// Makes a request whose answer nobody reads: that a message could not be understood when it came
/// back would be no reason to send it again.
pub async fn send_request<T: Serialize>(
    http: &Http,
    method: LightMethod,
    route: Route<'_>,
    body: Option<&T>,
) -> Result<(), serenity::Error> {
    let body = body.map(serde_json::to_vec).transpose()?;
    http.request(Request::new(route, method).body(body))
        .await
        .map(drop)
}
