//! A corpus of its own for each test, and the bot that serves it.

use serde_json::Value;
use standin::{Bot, ChatMessage, Config, Interaction, Standin, button, interaction::components};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use tempfile::TempDir;

/// Two stories and a text that tries everything Discord's Markdown knows.
pub const HOSTILE: &str = "\
The Hostile Text

# The zanzibar heading holds @everyone and <@40> and [a link](https://example.org/a_b).
- The zanzibar list goes on: ||spoiler|| `code` **bold** _it_ ~~no~~ <:emoji:1> <t:0:R> :smile:

```
The quuxfence sentence stands in a code fence with \\ and a bare https://example.org/x_y_z link.
```

The bidi word \u{202e}olleh\u{202c} and the zero\u{200b}width word stand in this xylophone sentence.
";

/// Where a bot lives.
pub struct World {
    pub standin: Standin,
    pub dir: TempDir,
}

impl World {
    /// The small stories of the truth files and the hostile text.
    pub async fn new() -> World {
        World::with(&[("hostile.txt", HOSTILE)]).await
    }

    /// The small stories and these files.
    pub async fn with(files: &[(&str, &str)]) -> World {
        let world = World::configured(Config::default()).await;
        files
            .iter()
            .for_each(|(name, text)| world.write(name, text));
        world
    }

    /// The small stories, and a Discord that behaves like this.
    pub async fn configured(config: Config) -> World {
        World {
            standin: Standin::start(config).await,
            dir: small_corpus(),
        }
    }

    pub fn corpus(&self) -> PathBuf {
        self.dir.path().join("corpus")
    }

    pub fn index(&self) -> PathBuf {
        self.dir.path().join("index")
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.corpus().join(name), text).expect("the corpus can be written");
    }

    /// Whether some text of the corpus holds these words, letter for letter.
    pub fn holds(&self, text: &str) -> bool {
        let files = fs::read_dir(self.corpus())
            .expect("the corpus is there")
            .flatten();
        let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
        texts
            .into_iter()
            .any(|whole| squeezed(&whole).contains(&squeezed(text)))
    }

    pub fn start(&self) -> Bot {
        self.start_with(&[])
    }

    pub fn start_with(&self, env: &[(&str, &str)]) -> Bot {
        Bot::start(exe(), &self.standin, &self.corpus(), &self.index(), env)
    }

    /// Runs the program with these arguments.
    pub fn start_args(&self, args: &[&str], env: &[(&str, &str)]) -> Bot {
        let token = self.standin.token();
        let mut command = std::process::Command::new(exe());
        command
            .args(args)
            .env_clear()
            .env("PULLQUOTE_CORPUS", self.corpus())
            .env("PULLQUOTE_INDEX", self.index())
            .env("PULLQUOTE_READER", "off");
        command
            .env("DISCORD_TOKEN", token)
            .env("DISCORD_PROXY", self.standin.base_url());
        command
            .envs(env.iter().copied())
            .current_dir(self.dir.path());
        Bot::spawn(command, &self.standin)
    }

    /// The list that appears while someone types. On a busy machine it may come out empty, because
    /// the bot gives up on a list that would be late; then the same is typed again.
    pub async fn list(&self, typing: Interaction) -> Vec<(String, Value)> {
        for _ in 0..100 {
            let choices = self.standin.send(typing.clone()).await.choices().await;
            if !choices.is_empty() {
                return choices;
            }
        }
        panic!("the list stays empty: {typing:?}");
    }

    /// What the interaction is answered with in the end.
    pub async fn told(&self, interaction: Interaction) -> Value {
        self.standin.send(interaction).await.message().await
    }

    /// What a message with a mention of the bot is answered with.
    pub async fn mention(&self, text: &str) -> Value {
        let message = ChatMessage::new(text).mention_bot();
        self.standin.say(message).await.reply().await
    }
}

/// A folder with the small stories in `corpus/`.
fn small_corpus() -> TempDir {
    let dir = tempfile::tempdir().expect("there is room for a test");
    let corpus = dir.path().join("corpus");
    fs::create_dir(&corpus).expect("the folder is new");
    let truth = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/truth");
    for text in [
        "lighthouse/lighthouse.txt",
        "short/night-train.txt",
        "short/seed-beetle.txt",
        "short/tool-library.txt",
    ] {
        let from = truth.join(text);
        let name = from.file_name().expect("a text has a name");
        fs::copy(&from, corpus.join(name)).expect("the short texts are part of the project");
    }
    dir
}

pub fn exe() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_pullquote"))
}

pub fn ask(question: &str) -> Interaction {
    Interaction::command("ask").option("question", question)
}

/// A press on the button with this on it.
pub fn press(message: &Value, label: &str) -> Interaction {
    Interaction::press(message, &button(message, label))
}

/// The lines of a reply: of its content, then of its embed.
fn lines(message: &Value) -> impl Iterator<Item = &str> {
    let texts = [&message["content"], &message["embeds"][0]["description"]];
    let texts = texts.into_iter().filter_map(Value::as_str);
    texts.flat_map(|text| text.split('\n'))
}

/// What a reply quotes, without the marks for quotes and, within them, for small print.
pub fn quoted(message: &Value) -> String {
    let lines: Vec<&str> = lines(message)
        .filter_map(|line| line.strip_prefix("> "))
        .map(|line| line.strip_prefix("-# ").unwrap_or(line))
        .collect();
    lines.join("\n")
}

/// The small print of a reply: the question, if it is shown, and places.
pub fn small_print(message: &Value) -> String {
    let lines: Vec<&str> = lines(message)
        .filter_map(|line| line.strip_prefix("-# "))
        .collect();
    lines.join("\n")
}

/// Without white space: in what is shown, lines of the text may be joined.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

pub fn is_private(message: &Value) -> bool {
    message["flags"].as_u64().unwrap_or(0) & 64 != 0
}

pub fn labels(message: &Value) -> Vec<String> {
    components(message)
        .iter()
        .filter_map(|button| button["label"].as_str())
        .map(str::to_owned)
        .collect()
}

/// Whether there is a button with this on it.
pub fn has_button(message: &Value, label: &str) -> bool {
    labels(message).iter().any(|l| l.contains(label))
}

/// Every text of a message.
pub fn whole(message: &Value) -> String {
    lines(message).collect::<Vec<_>>().join("\n")
}

pub fn assert_stopped(status: ExitStatus) {
    assert_eq!(status.code(), Some(0));
}
