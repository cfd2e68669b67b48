//! The real binary as a child process, talking to a [`Standin`].
//!
//! It sees an empty environment but for what is listed here and works in the directory that holds
//! the index, so no `.env` of the project is read. HTTPS goes to a closed port of this machine,
//! in case the bot forgets its `DISCORD_PROXY`; the gateway's address comes from the stand-in,
//! which therefore never fails to give it. When the bot stops, its output is searched for
//! secrets.

use super::Standin;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::Child;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// What makes the binary run as a Discord bot.
const ARGS: &[&str] = &["bot"];
/// The variables that name its directories.
const CORPUS: &str = "PULLQUOTE_CORPUS";
const INDEX: &str = "PULLQUOTE_INDEX";
/// How long one waits for a line or an exit.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running bot. Dropping it kills it.
pub struct Bot {
    child: Child,
    output: Arc<Output>,
    readers: Vec<JoinHandle<()>>,
    secrets: Vec<String>,
}

/// Lines of stdout and stderr in the order they came, stderr ones marked with `! `.
struct Output {
    lines: Mutex<Vec<String>>,
    count: watch::Sender<usize>,
}

impl Bot {
    /// Starts `exe` with the stand-in as its Discord and returns at once; wait for
    /// [`Standin::ready`] or a line.
    pub fn start(
        exe: &Path,
        standin: &Standin,
        corpus: &Path,
        index: &Path,
        extra_env: &[(&str, &str)],
    ) -> Self {
        let mut command = Command::new(exe);
        command.args(ARGS).env_clear();
        for name in ["PATH", "HOME"] {
            command.envs(std::env::var_os(name).map(|value| (name, value)));
        }
        command
            .env("DISCORD_TOKEN", standin.token())
            .env("DISCORD_PROXY", standin.base_url())
            .env("PULLQUOTE_STAND_IN_CDN", standin.base_url());
        command.env(CORPUS, corpus).env(INDEX, index);
        // What is tried is the way to Discord and back: by words alone answers come at once and do
        // not change with the reader. A test that wants it sets it.
        command.env("PULLQUOTE_READER", "off");
        command.envs(extra_env.iter().copied());
        command.current_dir(index.parent().unwrap_or(index));
        Self::spawn(command, standin)
    }

    /// Starts a command that the test made itself; only the guards are added.
    pub fn spawn(mut command: Command, standin: &Standin) -> Self {
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"] {
            command.env(name, "http://127.0.0.1:9");
        }
        command.env("NO_PROXY", "127.0.0.1,localhost");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = tokio::process::Command::from(command)
            .kill_on_drop(true)
            .spawn()
            .expect("the bot's binary starts");
        let output = Arc::new(Output {
            lines: Mutex::default(),
            count: watch::Sender::new(0),
        });
        let stdout = child.stdout.take().expect("piped above");
        let stderr = child.stderr.take().expect("piped above");
        let readers = vec![
            tokio::spawn(read(stdout, "", Arc::clone(&output))),
            tokio::spawn(read(stderr, "! ", Arc::clone(&output))),
        ];
        // No log may hold the bot's token or that of an interaction.
        let secrets = vec![
            standin.token().to_owned(),
            super::INTERACTION_TOKEN.to_owned(),
        ];
        Self {
            child,
            output,
            readers,
            secrets,
        }
    }

    /// Waits for a line that contains `text` and returns it.
    pub async fn line(&self, text: &str) -> String {
        self.nth_line(text, 1).await
    }

    /// Waits for the `n`th line (from 1) that contains `text` and returns it.
    pub async fn nth_line(&self, text: &str, n: usize) -> String {
        let mut count = self.output.count.subscribe();
        let search = async {
            loop {
                if let Some(line) = self
                    .lines()
                    .into_iter()
                    .filter(|line| line.contains(text))
                    .nth(n - 1)
                {
                    return line;
                }
                count.changed().await.expect("the sender lives in self");
            }
        };
        match tokio::time::timeout(PATIENCE, search).await {
            Ok(line) => line,
            Err(_) => panic!("no line {n} with {text:?}; the bot said:\n{}", self.text()),
        }
    }

    /// Everything it has said so far.
    pub fn lines(&self) -> Vec<String> {
        self.output
            .lines
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// Sends SIGTERM, as service managers do.
    pub fn terminate(&self) {
        self.signal("-TERM");
    }

    /// Sends SIGINT, as Ctrl-C does.
    pub fn interrupt(&self) {
        self.signal("-INT");
    }

    /// Sends SIGHUP, which asks to look for changed texts.
    pub fn hang_up(&self) {
        self.signal("-HUP");
    }

    /// The number of its process, while it runs.
    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }

    fn signal(&self, signal: &str) {
        let Some(pid) = self.id() else { return };
        // `kill` from the system spares a dependency for one call.
        let status = Command::new("kill")
            .args([signal, &pid.to_string()])
            .status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "kill {signal} {pid}"
        );
    }

    /// Waits for the bot to end by itself, then checks its whole output for secrets.
    pub async fn exited(&mut self) -> ExitStatus {
        let status = match tokio::time::timeout(PATIENCE, self.child.wait()).await {
            Ok(status) => status.expect("the child can be waited for"),
            Err(_) => panic!(
                "the bot still runs after {PATIENCE:?}; it said:\n{}",
                self.text()
            ),
        };
        for reader in self.readers.drain(..) {
            reader.await.expect("the readers do not panic");
        }
        self.assert_no_secrets();
        status
    }

    /// SIGKILL: it can finish nothing.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("the child can be killed");
    }

    /// SIGTERM, then the exit status.
    pub async fn stop(mut self) -> ExitStatus {
        self.terminate();
        self.exited().await
    }

    /// Panics when a token appears in the output.
    pub fn assert_no_secrets(&self) {
        for line in self.lines() {
            let leaked = self
                .secrets
                .iter()
                .any(|secret| line.contains(secret.as_str()));
            assert!(!leaked, "a secret in the output: {line}");
        }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.assert_no_secrets();
        } else {
            eprintln!("the bot said:\n{}", self.text());
        }
    }
}

async fn read(stream: impl AsyncRead + Unpin, mark: &str, output: Arc<Output>) {
    let mut lines = BufReader::new(stream).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let mut all = output.lines.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(format!("{mark}{line}"));
        output.count.send_replace(all.len());
    }
}
