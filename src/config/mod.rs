//! Flags > environment > `.env` > defaults, checked once into one [`Config`].
//!
//! clap has already put flags before the environment when we see the [`Settings`], and
//! [`load_env_file`] never overrides a variable that is set, so only the defaults are left to do.

mod env_file;
mod folders;
mod values;

use std::fs;
use std::net::SocketAddr;
use std::path::{PathBuf, absolute};
use std::time::Duration;

use anyhow::Result;
use clap::ColorChoice;

use crate::cli::Settings;
use crate::corpus::{Corpus, Isolation};
use crate::discord::limits::Quotas;
use crate::discord::log::Log;
use crate::error::UserError;
use crate::secret;
use crate::servers;
pub use env_file::load_env_file;
use folders::Folders;
use values::{is_on_this_machine, trim_setting};

/// The settings of one run.
#[derive(Clone, PartialEq, Eq)]
pub struct Config {
    /// The texts.
    pub corpus: Corpus,
    /// Folder for the index.
    pub index: PathBuf,
    /// Folder for what the bot keeps of its servers.
    pub data: PathBuf,
    /// Who reads the best passages of a question.
    pub reader: ReaderChoice,
    /// How many passages are read.
    pub read: usize,
    /// When to use colours.
    pub color: ColorChoice,
    /// How often to list the corpus instead of watching it.
    pub poll: Option<Duration>,
    /// Token of the Discord bot, if one is set.
    pub discord_token: Option<Token>,
    /// The only server to register the bot's commands in.
    pub discord_guild: Option<u64>,
    /// Base URL of a proxy for Discord's API.
    pub discord_proxy: Option<String>,
    /// What the bot logs, and how.
    pub log: Log,
    /// Where the bot serves figures and health.
    pub metrics: Option<SocketAddr>,
    /// How much the bot may be asked.
    pub quotas: Quotas,
    /// How much servers may add.
    pub servers: servers::Limits,
    /// Where uploads are, when Discord is a stand-in on this machine.
    pub stand_in_cdn: Option<String>,
}

/// Where the token of the bot is.
#[derive(Clone, PartialEq, Eq)]
pub enum Token {
    /// In the settings.
    Given(String),
    /// In a file that holds nothing else.
    In(PathBuf),
}

/// Who reads the best passages of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ReaderChoice {
    /// The reader in the program.
    #[default]
    Shipped,
    /// One of the operator's own.
    Own(PathBuf),
    /// Nobody: passages are ranked and quoted by their words.
    Off,
}

impl Config {
    /// Fills in the defaults and checks that the folders fit together.
    ///
    /// # Errors
    /// A [`UserError`] when the index or the data would lie in the corpus, where they would be read
    /// as texts.
    pub fn new(settings: &Settings) -> Result<Config> {
        let Folders {
            corpus,
            index,
            data,
        } = Folders::new(settings)?;
        let discord_guild = parse_guild_id(settings)?;
        let (discord_proxy, stand_in_cdn) = parse_discord_urls(settings)?;

        Ok(Config {
            corpus: Corpus {
                root: corpus,
                limits: values::parse_file_limits(settings)?,
                // So that no file can bring this process down.
                isolation: Isolation::Apart,
                has_given: false,
                secret: collect_secret_files(settings),
            },
            index,
            data,
            reader: values::choose_reader(settings),
            read: values::parse_passages_read(settings)?,
            color: settings.color,
            poll: values::parse_poll_interval(settings)?,
            discord_token: choose_token(settings),
            discord_guild,
            discord_proxy,
            log: values::parse_log(settings)?,
            metrics: values::parse_metrics_address(settings)?,
            quotas: values::parse_quotas(settings)?,
            servers: values::parse_server_limits(settings)?,
            stand_in_cdn,
        })
    }
}

fn parse_guild_id(settings: &Settings) -> Result<Option<u64>, UserError> {
    let id = trim_setting(settings.discord_guild_id.as_deref());
    id.map(|id| id.parse().map_err(|_| UserError::BadGuildId))
        .transpose()
}

/// Where Discord's API and its uploads are, if elsewhere: the latter only beside a stand-in on this
/// machine.
fn parse_discord_urls(settings: &Settings) -> Result<(Option<String>, Option<String>), UserError> {
    let proxy = trim_setting(settings.discord_proxy.as_deref());
    let is_web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
    if !proxy.as_ref().is_none_or(is_web) {
        return Err(UserError::BadProxy);
    }

    let cdn = trim_setting(settings.stand_in_cdn.as_deref());
    let is_stand_in = |url: &Option<String>| url.as_deref().is_some_and(is_on_this_machine);
    if cdn.is_some() && !(is_stand_in(&cdn) && is_stand_in(&proxy)) {
        return Err(UserError::NoStandIn);
    }
    Ok((proxy, cdn))
}

/// The files that may hold the token, whether they are there or not.
fn collect_secret_files(settings: &Settings) -> Vec<PathBuf> {
    let token = trim_setting(settings.discord_token_file.as_deref());
    let files = token.into_iter().chain([env_file::FILE.to_owned()]);
    let paths = files.map(|file| absolute(&file).unwrap_or_else(|_| file.into()));
    paths.collect()
}

fn choose_token(settings: &Settings) -> Option<Token> {
    let given = trim_setting(settings.discord_token.as_deref()).map(Token::Given);
    given.or_else(|| {
        trim_setting(settings.discord_token_file.as_deref()).map(|path| Token::In(path.into()))
    })
}

impl Token {
    /// The token; its file is read by whoever needs it and by nobody else.
    ///
    /// # Errors
    /// A [`UserError`] when there is no such file, or no token in it.
    pub fn read(&self) -> Result<String> {
        match self {
            Token::Given(token) => Ok(token.clone()),
            Token::In(path) => {
                let text = fs::read_to_string(path)
                    .map_err(|error| UserError::BadTokenFile(error.to_string()))?;
                secret::keep_secret(&text);
                trim_setting(Some(&text))
                    .ok_or_else(|| UserError::BadTokenFile("it is empty".to_owned()).into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::corpus::Limits;
    use crate::discord::log::Format;
    use tracing::level_filters::LevelFilter;

    fn settings(corpus: &str, index: &str) -> Settings {
        Settings {
            corpus: Some(corpus.into()),
            index: Some(index.into()),
            max_seconds: Some(" ".into()),
            poll: Some("".into()),
            discord_token: Some(" ".into()),
            discord_guild_id: Some("".into()),
            ..Settings::default()
        }
    }

    #[test]
    fn the_token_may_stand_in_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("token");
        fs::write(&file, "from-the-file\n").unwrap();
        let token = |token: Option<&str>, file: &Path| {
            let config = Config::new(&Settings {
                discord_token: token.map(str::to_owned),
                discord_token_file: file.to_str().map(str::to_owned),
                ..settings("a", "b")
            });
            config.unwrap().discord_token.unwrap().read()
        };
        assert_eq!(token(None, &file).unwrap(), "from-the-file");
        assert_eq!(token(Some("given"), &file).unwrap(), "given");

        let missing = token(None, &folder.path().join("MTA.secret")).unwrap_err();
        assert!(!missing.to_string().contains("MTA"), "{missing}");
        fs::write(&file, " \n").unwrap();
        assert!(
            token(None, &file)
                .unwrap_err()
                .to_string()
                .contains("empty")
        );
    }

    #[test]
    fn what_watches_over_the_bot_is_off_or_modest_until_it_is_set() {
        let config = Config::new(&settings("a", "b")).unwrap();
        assert_eq!(
            (config.metrics, config.log, config.quotas),
            (None, Log::default(), Quotas::default())
        );
        let some = |text: &str| Some(text.to_owned());
        let set = |log_format, log_level, metrics_addr, user_limit| {
            Config::new(&Settings {
                log_format,
                log_level,
                metrics_addr,
                user_limit,
                ..settings("a", "b")
            })
        };
        let config = set(some("json"), some("WARN"), some(":9100"), some("0")).unwrap();
        assert_eq!(
            (config.log.format, config.log.level),
            (Format::Json, LevelFilter::WARN)
        );
        assert_eq!(
            (config.metrics, config.quotas.person),
            ("127.0.0.1:9100".parse().ok(), 0)
        );
        assert!(
            set(some("xml"), None, None, None).is_err()
                && set(None, some("loud"), None, None).is_err()
        );
        assert!(
            set(None, None, some("here"), None).is_err()
                && set(None, None, None, some("-1")).is_err()
        );
    }

    #[test]
    fn what_is_empty_is_not_set() {
        let config = Config::new(&settings("", "")).unwrap();
        assert!(config.discord_token.is_none());
        assert_eq!(config.corpus.limits, Limits::default());
    }

    #[test]
    fn a_limit_is_a_whole_number_from_1() {
        let limits = |text: &str| {
            Config::new(&Settings {
                max_seconds: Some(text.into()),
                ..Settings::default()
            })
            .map(|config| config.corpus.limits)
        };
        assert_eq!(
            limits(" 5 ").unwrap(),
            Limits {
                seconds: 5,
                ..Limits::default()
            }
        );
        for wrong in ["0", "-1", "1.5", "many", "99999999999999999999"] {
            assert!(
                limits(wrong)
                    .unwrap_err()
                    .to_string()
                    .contains("--max-seconds"),
                "{wrong}"
            );
        }
    }

    #[test]
    fn only_a_stand_in_for_discord_may_name_another_place_for_uploads() {
        let given = |proxy: &str, cdn: &str| {
            Config::new(&Settings {
                discord_proxy: Some(proxy.into()),
                stand_in_cdn: Some(cdn.into()),
                ..settings("a", "b")
            })
        };
        let here = "http://127.0.0.1:8080";
        assert!(given(here, here).is_ok() && given(here, "http://[::1]:9/").is_ok());
        for (proxy, cdn) in [
            ("", here),
            ("http://proxy.example:8080", here),
            (here, "http://localhost:8080"),
            (here, "https://127.0.0.1:8080"),
            (here, "http://192.168.0.2:8080"),
            (here, "http://127.0.0.1:8080@example.org"),
            (here, "http://127.0.0.1:8080/more"),
            (here, "http://127.0.0.1"),
        ] {
            assert!(given(proxy, cdn).is_err(), "{proxy} {cdn}");
        }
    }
}
