//! Flags > environment > `.env` > defaults, checked once into one [`Config`].
//!
//! clap has already put flags before the environment when we see the [`Settings`], and
//! [`load_env_file`] never overrides a variable that is set, so only the defaults are left to do.

use std::fs;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf, absolute};
use std::time::Duration;

use anyhow::Result;
use clap::ColorChoice;

use crate::cli::Settings;
use crate::corpus::Limits;
use crate::discord::limits::Quotas;
use crate::discord::log::Log;
use crate::discord::monitor;
use crate::error::UserError;
use crate::reader::{FEWEST_PASSAGES, MOST_PASSAGES, USUAL_PASSAGES};
use crate::servers;

/// The settings of one run.
#[derive(Clone, PartialEq, Eq)]
pub struct Config {
    /// Folder with the texts.
    pub corpus: PathBuf,
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
    /// What reading one file may cost.
    pub limits: Limits,
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
    /// A [`UserError`] when the index or the data would lie in the corpus, where they would be read as texts.
    pub fn new(settings: &Settings) -> Result<Config> {
        let or_default = |path: &Option<PathBuf>, default: &str| match path {
            Some(path) if !path.as_os_str().is_empty() => path.clone(),
            _ => PathBuf::from(default),
        };
        let corpus = or_default(&settings.corpus, "corpus");
        let index = or_default(&settings.index, "index");
        if lies_in(&index, &corpus) {
            return Err(UserError::IndexInCorpus { index, corpus }.into());
        }
        let data = or_default(&settings.data, "data");
        if lies_in(&data, &corpus) {
            return Err(UserError::DataInCorpus { data, corpus }.into());
        }
        let discord_guild = match set(&settings.discord_guild_id) {
            Some(id) => Some(id.parse().map_err(|_| UserError::BadGuildId)?),
            None => None,
        };
        let discord_proxy = set(&settings.discord_proxy);
        if discord_proxy
            .as_ref()
            .is_some_and(|url| !url.starts_with("http://") && !url.starts_with("https://"))
        {
            return Err(UserError::BadProxy.into());
        }
        let stand_in_cdn = set(&settings.stand_in_cdn);
        let is_stand_in = |url: &Option<String>| url.as_deref().is_some_and(is_on_this_machine);
        if stand_in_cdn.is_some() && !(is_stand_in(&stand_in_cdn) && is_stand_in(&discord_proxy)) {
            return Err(UserError::NoStandIn.into());
        }
        let discord_token = token(settings);
        let (log, metrics, quotas) = (log(settings)?, metrics(settings)?, quotas(settings)?);
        let (limits, poll) = (limits(settings)?, poll(settings)?);
        Ok(Config {
            corpus,
            index,
            data,
            reader: reader(settings),
            read: read(settings)?,
            color: settings.color,
            limits,
            poll,
            discord_token,
            discord_guild,
            discord_proxy,
            log,
            metrics,
            quotas,
            servers: server_limits(settings)?,
            stand_in_cdn,
        })
    }
}

fn token(settings: &Settings) -> Option<Token> {
    let given = set(&settings.discord_token).map(Token::Given);
    given.or_else(|| set(&settings.discord_token_file).map(|path| Token::In(path.into())))
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
                set(&Some(text))
                    .ok_or_else(|| UserError::BadTokenFile("it is empty".to_owned()).into())
            }
        }
    }
}

fn reader(settings: &Settings) -> ReaderChoice {
    match set(&settings.reader) {
        None => ReaderChoice::Shipped,
        Some(name) if name.eq_ignore_ascii_case("off") => ReaderChoice::Off,
        Some(path) => ReaderChoice::Own(path.into()),
    }
}

fn read(settings: &Settings) -> Result<usize> {
    let Some(text) = set(&settings.read) else {
        return Ok(USUAL_PASSAGES);
    };
    let number = text.parse().ok();
    number
        .filter(|number| (FEWEST_PASSAGES..=MOST_PASSAGES).contains(number))
        .ok_or_else(|| {
            let form = format!("a number of passages from {FEWEST_PASSAGES} to {MOST_PASSAGES}");
            UserError::bad_choice("--read", &text, &form).into()
        })
}

fn limits(settings: &Settings) -> Result<Limits> {
    let usual = Limits::default();
    Ok(Limits {
        file_mib: number("--max-file-mib", &settings.max_file_mib, usual.file_mib)?,
        seconds: number("--max-seconds", &settings.max_seconds, usual.seconds)?,
        memory_mib: number(
            "--max-memory-mib",
            &settings.max_memory_mib,
            usual.memory_mib,
        )?,
    })
}

fn server_limits(settings: &Settings) -> Result<servers::Limits> {
    let usual = servers::Limits::default();
    Ok(servers::Limits {
        file_mib: number(
            "--server-file-mib",
            &settings.server_file_mib,
            usual.file_mib,
        )?,
        texts: number("--server-texts", &settings.server_texts, usual.texts)?,
        words: number("--server-words", &settings.server_words, usual.words)?,
        mib: number("--server-mib", &settings.server_mib, usual.mib)?,
        disk_mib: number("--data-mib", &settings.data_mib, usual.disk_mib)?,
    })
}

/// A limit that is set, or the usual one.
fn number(flag: &str, setting: &Option<String>, usual: u64) -> Result<u64, UserError> {
    match set(setting) {
        Some(text) => text
            .parse()
            .ok()
            .filter(|number| (1..=1 << 40).contains(number))
            .ok_or_else(|| UserError::bad_choice(flag, &text, "a whole number from 1")),
        None => Ok(usual),
    }
}

/// Whether a URL leads to this machine by its number, without TLS: nothing of Discord's is there.
fn is_on_this_machine(url: &str) -> bool {
    let address = url.strip_prefix("http://").unwrap_or_default();
    let address = address.trim_end_matches('/').parse::<SocketAddr>();
    address.is_ok_and(|address| address.ip().is_loopback())
}

fn log(settings: &Settings) -> Result<Log> {
    let mut log = Log::default();
    if let Some(format) = set(&settings.log_format) {
        log.format = format
            .parse()
            .map_err(|()| UserError::bad_choice("--log-format", &format, "text or json"))?;
    }
    if let Some(level) = set(&settings.log_level) {
        let levels = "off, error, warn, info, debug or trace";
        log.level = level
            .parse()
            .map_err(|_| UserError::bad_choice("--log-level", &level, levels))?;
    }
    Ok(log)
}

fn poll(settings: &Settings) -> Result<Option<Duration>> {
    let Some(text) = set(&settings.poll) else {
        return Ok(None);
    };
    let seconds = text
        .parse::<NonZeroU32>()
        .ok()
        .map(|seconds| Duration::from_secs(seconds.get().into()));
    Ok(Some(seconds.ok_or_else(|| {
        UserError::bad_choice("PULLQUOTE_POLL", &text, "a number of seconds, such as 2")
    })?))
}

fn metrics(settings: &Settings) -> Result<Option<SocketAddr>> {
    let Some(text) = set(&settings.metrics_addr) else {
        return Ok(None);
    };
    let address = monitor::address(&text);
    let form = "an address with a port, such as 9100 (this machine only) or 192.168.0.2:9100";
    Ok(Some(address.ok_or_else(|| {
        UserError::bad_choice("METRICS_ADDR", &text, form)
    })?))
}

fn quotas(settings: &Settings) -> Result<Quotas> {
    let number = |name: &str, setting: &Option<String>, default: u32| match set(setting) {
        Some(text) => text.parse().map_err(|_| {
            UserError::bad_choice(name, &text, "a whole number, or 0 for as many as one likes")
        }),
        None => Ok(default),
    };
    let usual = Quotas::default();
    Ok(Quotas {
        person: number("--user-limit", &settings.user_limit, usual.person)?,
        server: number("--server-limit", &settings.server_limit, usual.server)?,
        uploads: number("--server-uploads", &settings.server_uploads, usual.uploads)?,
    })
}

/// A setting without the white space around it; `NAME=` in a .env file means "not set".
fn set(setting: &Option<String>) -> Option<String> {
    setting
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn lies_in(inner: &Path, outer: &Path) -> bool {
    // The index folder need not exist yet, so its real path is not always to be had.
    let real = |path: &Path| {
        path.canonicalize()
            .or_else(|_| absolute(path))
            .unwrap_or_else(|_| path.to_owned())
    };
    real(inner).starts_with(real(outer))
}

/// Reads `.env` in the current folder into the environment; variables that are set stay.
///
/// # Errors
/// A [`UserError`] when there is such a file but it cannot be understood. It never says what stands there: that may
/// be a token.
pub fn load_env_file() -> Result<()> {
    match dotenvy::from_path(".env") {
        Err(error) if !error.not_found() => {
            Err(UserError::BadEnvFile(env_file_fault(&error)).into())
        }
        _ => Ok(()),
    }
}

fn env_file_fault(error: &dotenvy::Error) -> String {
    match error {
        dotenvy::Error::LineParse(line, _) => {
            let text = fs::read_to_string(".env").unwrap_or_default();
            line_fault(&text, line)
        }
        dotenvy::Error::Io(error) => error.to_string(),
        _ => "it is not text".to_owned(),
    }
}

/// Which line of a `.env` file is wrong, and how, without a word of it.
fn line_fault(text: &str, line: &str) -> String {
    // An unclosed quotation mark takes in the lines that follow; the first of them is the one to look at.
    let first = line.trim().lines().next().unwrap_or_default().trim_end();
    // Sometimes only the value is reported.
    let mut lines = text.lines().map(str::trim).enumerate();
    let whole = lines.find(|(_, one)| !first.is_empty() && one.ends_with(first));
    let place = whole.map_or("a line".to_owned(), |(at, _)| format!("line {}", at + 1));
    let first = whole.map_or(first, |(_, one)| one);

    let (name, value) = first.split_once('=').unwrap_or((first, ""));
    let is_name = |name: &str| {
        let name = name.trim().trim_start_matches("export ").trim();
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || c == '_' || c == '.')
    };
    let fault = if !first.contains('=') {
        "has no = between name and value"
    } else if !is_name(name) {
        "has something else than a name in front of the ="
    } else if value.matches('"').count() % 2 == 1 || value.matches('\'').count() % 2 == 1 {
        "has a quotation mark that is not closed"
    } else {
        "has a value with spaces or signs, which must stand in single quotation marks"
    };
    format!("{place} {fault}")
}

#[cfg(test)]
mod tests {
    use super::*;
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
    fn a_wrong_line_of_the_env_file_is_named_and_not_shown() {
        let check = |line: &str, fault: &str| {
            let text = format!("PULLQUOTE_INDEX=index\n\n{line}\nMORE=1\n");
            let error = dotenvy::from_read_iter(text.as_bytes())
                .find_map(Result::err)
                .unwrap_or_else(|| panic!("{line:?} is read"));
            let dotenvy::Error::LineParse(wrong, _) = &error else {
                panic!("{error}")
            };
            let told = line_fault(&text, wrong);
            assert_eq!(told, format!("line 3 {fault}"));
        };
        check(
            "DISCORD_TOKEN=MTA.secret my bot",
            "has a value with spaces or signs, which must stand in single quotation marks",
        );
        check(
            "DISCORD_TOKEN: MTA.secret",
            "has no = between name and value",
        );
        check(
            "my token=MTA.secret",
            "has something else than a name in front of the =",
        );
        check(
            "DISCORD_TOKEN=\"MTA.secret",
            "has a quotation mark that is not closed",
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
        assert_eq!(
            (config.corpus, config.index, config.data),
            ("corpus".into(), "index".into(), "data".into())
        );
        assert!(config.discord_token.is_none());
        assert_eq!(config.limits, Limits::default());
    }

    #[test]
    fn a_limit_is_a_whole_number_from_1() {
        let limits = |text: &str| {
            Config::new(&Settings {
                max_seconds: Some(text.into()),
                ..Settings::default()
            })
            .map(|config| config.limits)
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

    #[test]
    fn neither_the_index_nor_the_data_may_lie_in_the_corpus() {
        for (corpus, index) in [("a", "a/index"), ("a", "a"), (".", "index")] {
            assert!(
                Config::new(&settings(corpus, index)).is_err(),
                "{corpus} {index}"
            );
            let data = Settings {
                data: Some(index.into()),
                ..settings(corpus, "elsewhere")
            };
            assert!(
                Config::new(&data).is_err() || corpus == ".",
                "{corpus} {index}"
            );
        }
        assert!(Config::new(&settings("a", "ab")).is_ok());
    }
}
