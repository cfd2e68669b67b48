//! The file that somebody sent with a command -> its bytes, from Discord and nowhere else.
//!
//! Discord says where the file is. That is believed only as far as it names one of the two hosts
//! where Discord keeps files; nobody is followed elsewhere, and what comes is bounded in length and
//! time.

use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use tokio::time::timeout;

/// Where Discord keeps what people send.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];
/// How long a connection, and then a whole file, may take.
const CONNECT: Duration = Duration::from_secs(10);
const WHOLE: Duration = Duration::from_mins(2);

/// Why there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// It would not be Discord that it comes from.
    Elsewhere,
    /// It is not as long as Discord said.
    WrongLength,
    /// It did not come, or not in time.
    Network,
}

/// Fetches files.
#[derive(Clone)]
pub struct Downloads {
    client: Client,
    /// The one place of a stand-in for Discord.
    stand_in: Option<Url>,
}

impl Downloads {
    /// From Discord's hosts; or from a stand-in's, and then from nowhere else.
    ///
    /// # Errors
    /// When the system has no means to make connections.
    pub fn new(stand_in: Option<&str>) -> Result<Downloads> {
        let stand_in = stand_in.map(Url::parse).transpose()?;
        let builder = Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(CONNECT)
            .timeout(WHOLE);
        let builder = match stand_in {
            Some(_) => builder.no_proxy(),
            None => builder.https_only(true),
        };

        Ok(Downloads {
            client: builder.build().context("preparing to fetch files")?,
            stand_in,
        })
    }

    /// Fetches a file that has so many bytes.
    ///
    /// # Errors
    /// [`Failed`] says why there is none.
    pub async fn fetch(&self, url: &str, bytes: u64) -> Result<Vec<u8>, Failed> {
        let url = self.checked(url).ok_or(Failed::Elsewhere)?;
        timeout(WHOLE, self.whole(url, bytes))
            .await
            .unwrap_or(Err(Failed::Network))
    }

    async fn whole(&self, url: Url, bytes: u64) -> Result<Vec<u8>, Failed> {
        // The error may hold the address, which opens the file for whoever has it; so nobody gets
        // to see it.
        let sent = self.client.get(url).send().await;
        let mut response = sent.map_err(|_| Failed::Network)?;
        if response.status().as_u16() != 200 {
            return Err(Failed::Network);
        }

        let most = usize::try_from(bytes).map_err(|_| Failed::WrongLength)?;
        let mut file = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|_| Failed::Network)? {
            if file.len() + piece.len() > most {
                return Err(Failed::WrongLength);
            }
            file.extend_from_slice(&piece);
        }

        if file.len() == most {
            Ok(file)
        } else {
            Err(Failed::WrongLength)
        }
    }

    /// An address that is Discord's, or the stand-in's.
    fn checked(&self, url: &str) -> Option<Url> {
        let url = Url::parse(url).ok()?;
        let is_bare = url.username().is_empty() && url.password().is_none();

        let is_right = if let Some(stand_in) = &self.stand_in {
            url.origin() == stand_in.origin()
        } else {
            let host = url.host_str().unwrap_or_default();
            url.scheme() == "https" && url.port().is_none() && HOSTS.contains(&host)
        };
        (is_right && is_bare).then_some(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    #[test]
    fn only_discords_two_hosts_are_asked() {
        let downloads = Downloads::new(None).unwrap();
        let allowed = |url: &str| downloads.checked(url).is_some();
        for url in [
            "https://cdn.discordapp.com/ephemeral-attachments/1/2/text.txt?ex=1&hm=2",
            "https://media.discordapp.net/attachments/1/2/text.epub",
            "https://CDN.discordapp.com:443/attachments/1/2/a.md",
        ] {
            assert!(allowed(url), "{url}");
        }
        for url in [
            "http://cdn.discordapp.com/attachments/1/2/a.txt",
            "https://cdn.discordapp.com:8443/a.txt",
            "https://cdn.discordapp.com.example.org/a.txt",
            "https://example.org/cdn.discordapp.com/a.txt",
            "https://cdn.discordapp.com@example.org/a.txt",
            "https://user@cdn.discordapp.com/a.txt",
            "https://xcdn.discordapp.com/a.txt",
            "https://discordapp.com/a.txt",
            "https://cdn.discordapp.com./a.txt",
            "https://127.0.0.1/a.txt",
            "https://[::1]/a.txt",
            "file:///etc/passwd",
            "ftp://cdn.discordapp.com/a.txt",
            "cdn.discordapp.com/a.txt",
            "",
        ] {
            assert!(!allowed(url), "{url}");
        }
    }

    #[test]
    fn a_stand_in_takes_the_place_of_discord_and_of_nothing_else() {
        let downloads = Downloads::new(Some("http://127.0.0.1:9")).unwrap();
        let allowed = |url: &str| downloads.checked(url).is_some();
        assert!(allowed("http://127.0.0.1:9/attachments/1/a.txt"));
        assert!(!allowed("http://127.0.0.1:10/a.txt") && !allowed("http://127.0.0.2:9/a.txt"));
        assert!(!allowed("https://cdn.discordapp.com/a.txt"));
    }

    /// What is fetched of a file of five bytes from somebody who answers this.
    async fn fetched(answer: &'static str) -> Result<Vec<u8>, Failed> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut request = [0; 4096];
            let _ = socket.read(&mut request).await;
            let _ = socket.write_all(answer.as_bytes()).await;
        });

        let downloads = Downloads::new(Some(&url)).unwrap();
        let fetched = downloads.fetch(&format!("{url}/a.txt"), 5).await;
        server.await.unwrap();
        fetched
    }

    #[tokio::test]
    async fn a_file_comes_whole_or_not_at_all() {
        for (answer, expected) in [
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nlamps",
                Ok(b"lamps".to_vec()),
            ),
            (
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nlamps",
                Ok(b"lamps".to_vec()),
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nlamps!",
                Err(Failed::WrongLength),
            ),
            (
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nlamps and more",
                Err(Failed::WrongLength),
            ),
            (
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nlamp",
                Err(Failed::WrongLength),
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nlam",
                Err(Failed::Network),
            ),
            (
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 5\r\n\r\nlamps",
                Err(Failed::Network),
            ),
            (
                "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nlamps",
                Err(Failed::Network),
            ),
            ("no HTTP at all", Err(Failed::Network)),
        ] {
            assert_eq!(fetched(answer).await, expected, "{answer}");
        }
    }
}
