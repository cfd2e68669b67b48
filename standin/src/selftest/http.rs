//! The one file that goes through a socket: headers, and bodies as they come over the wire.

use super::*;
use crate::Fault;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Sends a request and returns the whole answer as text.
async fn http(standin: &Standin, method: &str, path: &str, headers: &str, body: &str) -> String {
    let url = standin.base_url();
    let address = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).await.unwrap();
    let token = standin.token();
    let request = format!(
        "{method} /api/v10{path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Authorization: Bot {token}\r\nContent-Length: {}\r\n{headers}\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer.to_lowercase()
}

#[tokio::test]
async fn a_rate_limit_is_told_in_headers_too() {
    let standin = started().await;
    standin.fault(Fault::on("GET", "/users/@me").rate_limited(0.3));
    let answer = http(&standin, "GET", "/users/@me", "", "").await;
    assert!(answer.starts_with("http/1.1 429"), "{answer}");
    for header in [
        "retry-after: 1",
        "x-ratelimit-reset-after: 0.300",
        "x-ratelimit-scope: user",
    ] {
        assert!(answer.contains(header), "no {header} in {answer}");
    }
}

#[tokio::test]
async fn a_message_with_a_file_comes_as_a_form() {
    let standin = started().await;
    let json = message_with(json!({"attachments": [{"id": "0", "filename": "story.txt"}]}));
    let body = format!(
        "--BOUND\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"story.txt\"\r\n\
         Content-Type: text/plain\r\n\r\nOnce upon a time\r\n--BOUND\r\n\
         Content-Disposition: form-data; name=\"payload_json\"\r\n\r\n{json}\r\n--BOUND--\r\n"
    );
    let form = "Content-Type: multipart/form-data; boundary=BOUND\r\n";
    let answer = http(&standin, "POST", "/channels/30/messages", form, &body).await;
    assert!(answer.starts_with("http/1.1 200"), "{answer}");
    let seen = standin.request("POST", "/channels/*/messages", 1).await;
    assert_eq!(
        (seen.files, &seen.body["content"]),
        (vec!["story.txt".to_owned()], &json!("x"))
    );
}

#[tokio::test]
async fn a_body_that_is_no_json_is_a_violation() {
    let standin = started().await;
    let json = "Content-Type: application/json\r\n";
    http(&standin, "POST", "/channels/30/messages", json, "{").await;
    assert_eq!(rules_broken(&standin), ["body", "50006"]);
}
