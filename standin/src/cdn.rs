//! The files that people send, as Discord's own host has them: for whoever knows the address,
//! without a token.

use super::state::State;
use axum::body::Body;
use axum::http::{Response, StatusCode};

/// Where files are below the stand-in's address.
const FOLDER: &str = "/ephemeral-attachments/";

/// Keeps a file, and says at which address.
pub fn keep(state: &mut State, name: &str, bytes: &[u8]) -> String {
    let id = state.next_id();
    let path = format!("{FOLDER}{id}/{name}");
    state.files.insert(path.clone(), bytes.to_vec());
    // As Discord's: what is behind the question mark opens the file for a while.
    format!("{}{path}?ex=1&is=2&hm=3", state.url)
}

/// The answer to a request for a file; `None` if it is for something else.
pub fn answer(state: &mut State, path: &str, has_token: bool) -> Option<Response<Body>> {
    if !path.starts_with(FOLDER) {
        return None;
    }
    if has_token {
        state.violation("cdn", "the token was sent to the host of files");
    }

    let file = state.files.get(path).cloned();
    let status = match file {
        Some(_) => StatusCode::OK,
        None => StatusCode::NOT_FOUND,
    };
    let answer = Response::builder().status(status);
    Some(
        answer
            .body(Body::from(file.unwrap_or_default()))
            .expect("a status and bytes make an answer"),
    )
}
