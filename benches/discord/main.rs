//! How many interactions a second the bot answers, beside a program that answers a constant.
//!
//! `cargo bench --bench discord` runs both against the same small server in place of Discord, in
//! turns, on whatever cores there are; the server takes its share of them. What counts is the
//! ratio: the machine's noise is in both. This same program is the constant one when it is started
//! with `--floor URL`.

mod floor;
mod load;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use load::{Kind, Load, Run};

/// Shaped like a bot's token, and none.
const TOKEN: &str = "MTA.Bench.never-a-token";
/// Interactions of a run, and how many of them are under way at a time.
const COUNT: usize = 4_000;
const AT_ONCE: usize = 16;
const ROUNDS: usize = 5;
/// Questions that come whether the last was answered or not: fifty a second.
const PACED: usize = 1_000;
const EVERY: Duration = Duration::from_millis(20);

/// A bot and the server it is connected to; killed when dropped.
struct Side {
    load: Load,
    bot: Child,
}

impl Drop for Side {
    fn drop(&mut self) {
        let _ = self.bot.kill();
        let _ = self.bot.wait();
    }
}

impl Side {
    async fn start(command: impl FnOnce(&str) -> Command) -> Result<Side> {
        let load = Load::start().await?;
        let bot = command(&load.url)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let side = Side { load, bot };
        side.load.connected().await;
        Ok(side)
    }

    /// A run, and the processor time that the bot took for it, in microseconds an interaction.
    async fn run(&self, kind: Kind, count: usize) -> Result<(Run, f64)> {
        let before = self.ticks()?;
        let run = self.load.run(kind, count, AT_ONCE).await;
        // Linux counts a hundred ticks a second whatever the machine does.
        Ok((run, (self.ticks()? - before) * 1e4 / count as f64))
    }

    fn ticks(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.bot.id()))?;
        let fields: Vec<&str> = stat
            .rsplit(") ")
            .next()
            .context("its state")?
            .split(' ')
            .collect();
        Ok(fields[11].parse::<f64>()? + fields[12].parse::<f64>()?)
    }

    fn resident_mb(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.bot.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .context("its memory")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
    }
}

fn bot(url: &str, index: &Path, reader: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
    command
        .arg("bot")
        .env("DISCORD_TOKEN", TOKEN)
        .env("DISCORD_PROXY", url);
    command
        .env(
            "PULLQUOTE_CORPUS",
            concat!(env!("CARGO_MANIFEST_DIR"), "/corpus"),
        )
        .env("PULLQUOTE_INDEX", index);
    command
        .env("PULLQUOTE_USER_LIMIT", "0")
        .env("PULLQUOTE_SERVER_LIMIT", "0");
    command.envs(reader.map(|reader| ("PULLQUOTE_READER", reader)));
    command
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let runtime = tokio::runtime::Runtime::new()?;
    match args.next().as_deref() {
        Some("--floor") => runtime.block_on(floor::run(
            TOKEN,
            &args.next().context("the server's address")?,
        )),
        _ => runtime.block_on(measure()),
    }
}

async fn measure() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let own = std::env::current_exe()?;
    let floor = Side::start(|url| {
        let mut command = Command::new(own);
        command.args(["--floor", url]);
        command
    });
    let floor = floor.await?;
    // Without the reader first: what is measured there is the way to an answer, not the reading.
    let words = Side::start(|url| bot(url, &folder.path().join("words"), Some("off"))).await?;
    let bot = Side::start(|url| bot(url, &folder.path().join("index"), None)).await?;
    println!(
        "idle: the bot takes {:.1} MB of memory, without the reader {:.1} MB, the constant {:.1} MB",
        bot.resident_mb()?,
        words.resident_mb()?,
        floor.resident_mb()?
    );

    println!(
        "{:12} {:>10} {:>10} {:>8} {:>10} {:>10}",
        "no reader", "constant/s", "bot/s", "ratio", "p50", "p99"
    );
    for kind in [Kind::Help, Kind::Ask, Kind::Typing] {
        words.run(kind, COUNT / 10).await?;
        floor.run(kind, COUNT / 10).await?;
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push((floor.run(kind, COUNT).await?, words.run(kind, COUNT).await?));
        }
        report(kind, rounds);
    }

    let run = bot.load.run_paced(Kind::Ask, PACED, EVERY).await;
    println!(
        "with it, {PACED} questions, one each {EVERY:?}: half answered within {:.1?}, 99 % within {:.1?}, all within \
         {:.1?}; {} were first promised an answer",
        run.quantile(0.5),
        run.quantile(0.99),
        run.quantile(1.0),
        run.promised
    );
    println!(
        "afterwards: the bot takes {:.1} MB of memory, without the reader {:.1} MB",
        bot.resident_mb()?,
        words.resident_mb()?
    );
    Ok(())
}

/// The round whose ratio is in the middle.
fn report(kind: Kind, mut rounds: Vec<((Run, f64), (Run, f64))>) {
    let ratio = |((floor, _), (bot, _)): &((Run, f64), (Run, f64))| bot.rate() / floor.rate();
    rounds.sort_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    let (least, most) = (ratio(&rounds[0]), ratio(&rounds[ROUNDS - 1]));
    let ((floor, floor_us), (bot, bot_us)) = &rounds[ROUNDS / 2];
    let (p50, p99) = (bot.quantile(0.5), bot.quantile(0.99));
    let ratio = bot.rate() / floor.rate();
    println!(
        "{:12} {:10.0} {:10.0} {ratio:8.2} {p50:10.1?} {p99:10.1?}",
        kind.name(),
        floor.rate(),
        bot.rate()
    );
    println!(
        "{:12} ratios {least:.2} to {most:.2}; processor time {floor_us:.0} and {bot_us:.0} us; {} empty lists; \
         the constant's p99 {:.1?}",
        "",
        bot.empty,
        floor.quantile(0.99)
    );
}
