//! An answer that is being made -> an answer in any case: if the work panics, a sentence.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;

use crate::discord::call::Call;
use crate::discord::failure::Failure;
use crate::discord::record::{Ending, Record};
use crate::locale::Locale;
use crate::render::discord::message::Message;
use crate::render::discord::say::sorry;

/// Answers an interaction; if that panics, with a sentence.
///
/// # Errors
/// When Discord does not take the answer.
pub async fn answer_guarded(
    call: Call<'_>,
    record: &Record,
    locale: Locale,
    answering: impl Future<Output = Result<(), Failure>>,
) -> Result<(), Failure> {
    // The panic hook has logged where.
    if let Ok(sent) = AssertUnwindSafe(answering).catch_unwind().await {
        sent
    } else {
        record.note(Ending::Failed);
        call.send(&Message::text(sorry::internal(locale)).private(true))
            .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::deliver::tests::requests;

    #[tokio::test]
    async fn a_panic_is_answered_with_a_sentence() {
        let seen = requests(async |call| {
            let record = Record::new("command", "ask");
            let panics = async { panic!("as a test") };
            assert_eq!(
                answer_guarded(call, &record, Locale::English, panics).await,
                Ok(())
            );
        });
        let seen = seen.await;

        assert!(
            seen.len() == 1 && seen[0].starts_with("POST /interactions/7/*/callback {\"type\":4"),
            "{seen:?}"
        );
    }
}
