//! `/schedule`: what is posted by itself is ordered, listed, paused, removed and shown beforehand.

use anyhow::Result;

use crate::chapters::{find_beginning, find_chapter, find_place_passage};
use crate::discord::orders::{NewPlan, NewSchedule, Scheduling};
use crate::ids::DocumentId;
use crate::index::{PassageInfo, Scope};
use crate::locale::Locale;
use crate::random;
use crate::render::discord::say::{gates::one_text, schedule as say};
use crate::render::discord::schedule as words;
use crate::reply::named::naming;
use crate::reply::scheduled::{Next, find_scheduled_texts, next_post};
use crate::schedule::portion::Stand;
use crate::schedule::when::{Times, find_zone, parse_clock_time};
use crate::servers::gates::{gate_name, home_prefix};
use crate::servers::plans::Reached;
use crate::servers::{Libraries, OwnTexts, Servers, Texts, View};
use crate::store::{self, Asker, At, Gate, Ordered, Post, Reading, Schedule, ServerId};

/// Schedules that a server may have.
const MOST: usize = 10;

/// Does what is wanted, and says how it is then.
///
/// # Errors
/// When the data folder or an index cannot be read or written.
pub fn manage_schedules(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    here: &Asker,
    locale: Locale,
    what: &Scheduling,
) -> Result<String> {
    let store = own.store();

    match what {
        Scheduling::New(new) => make_schedule(servers, own, server, here, locale, new),
        Scheduling::List => list_schedules(servers, own, server, locale),
        Scheduling::Pause(id) => match store.schedule(server, *id)? {
            None => Ok(say::no_such(locale)),
            Some(schedule) if schedule.paused.is_none() => {
                store.pause_schedule(server, *id)?;
                Ok(say::paused_now(locale, *id))
            }
            Some(_) => Ok(
                match store.resume_schedule(server, *id, store::seconds_since_epoch())? {
                    Some(due) => words::say_schedule_resumed(locale, *id, due),
                    None => say::no_such(locale),
                },
            ),
        },
        Scheduling::Remove(id) => Ok(if store.remove_schedule(server, *id)? {
            say::removed(locale, *id)
        } else {
            say::no_such(locale)
        }),
        Scheduling::Test(id, person) => match store.schedule(server, *id)? {
            None => Ok(say::no_such(locale)),
            Some(schedule) => preview_next_post(servers, schedule, *person, locale),
        },
    }
}

/// The text of a new schedule, and where in it a plan begins.
struct Meant {
    /// As gates name it.
    document: String,
    title: String,
    stand: Option<Stand>,
    /// The last chapter before that, if a gate is to go along.
    chapter: Option<u32>,
}

fn make_schedule(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    here: &Asker,
    locale: Locale,
    new: &NewSchedule,
) -> Result<String> {
    let (Some(channel), true) = (here.channels.first(), new.may_post) else {
        return Ok(say::may_not_post(locale));
    };
    let Some(minute) = parse_clock_time(&new.time) else {
        return Ok(say::not_a_time(locale));
    };
    let Some(zone) = find_zone(&new.zone) else {
        return Ok(words::say_no_such_zone(locale, &new.zone));
    };
    let meant = servers.with_everything(Some(server), |libraries| {
        let document = new.document.as_deref();
        document
            .map(|document| find_meant_text(libraries, document, new.plan.as_ref(), locale))
            .transpose()
    })?;
    let meant = match meant.transpose() {
        Ok(meant) => meant,
        Err(sentence) => return Ok(sentence),
    };

    let reading = new.plan.as_ref().map(|plan| Reading {
        words: plan.words,
        moves_gate: plan.moves_gate,
        stand: meant.as_ref().and_then(|meant| meant.stand),
    });
    let ordered = Ordered {
        server,
        channel: *channel,
        around: here.channels.get(1).copied(),
        made_by: new.by,
        document: meant.as_ref().map(|meant| meant.document.clone()),
        times: Times {
            zone,
            minute,
            weekdays: new.weekdays,
        },
        seed: random::fresh_seed() >> 1,
        reading,
    };

    if own.store().schedules(server)?.len() >= MOST {
        return Ok(say::too_many(locale, MOST));
    }
    // The gate first: if only one of the two comes to be, the text is rather closed than open.
    let gate = set_gate_of_plan(own, server, *channel, meant.as_ref())?;
    let Some(id) = own
        .store()
        .add_schedule(&ordered, MOST, store::seconds_since_epoch())?
    else {
        return Ok(say::too_many(locale, MOST));
    };

    let title = meant.map(|meant| meant.title);
    let chapter = gate.map(|gate| gate.chapter);
    Ok(match own.store().schedule(server, id)? {
        Some(schedule) => words::say_schedule_made(locale, &schedule, title.as_deref(), chapter),
        None => say::no_such(locale),
    })
}

/// Sets the gate that is to go along with a plan, if one is.
fn set_gate_of_plan(
    own: &OwnTexts,
    server: ServerId,
    channel: u64,
    meant: Option<&Meant>,
) -> Result<Option<Gate>> {
    let Some((document, chapter)) =
        meant.and_then(|meant| Some((meant.document.clone(), meant.chapter?)))
    else {
        return Ok(None);
    };

    let gate = align_gate(own, server, channel, Gate { document, chapter })?;
    own.store().set_gate(At::Channel(server, channel), &gate)?;
    Ok(Some(gate))
}

/// The gate of a new plan: as open as another plan of its text, which is under way in the channel,
/// has made it already.
fn align_gate(own: &OwnTexts, server: ServerId, channel: u64, gate: Gate) -> Result<Gate> {
    let moves_it = |schedule: &Schedule| {
        let ordered = &schedule.ordered;
        ordered.channel == channel
            && ordered.document.as_ref() == Some(&gate.document)
            && ordered.reading.is_some_and(|reading| reading.moves_gate)
    };
    if !own.store().schedules(server)?.iter().any(moves_it) {
        return Ok(gate);
    }

    let gates = own.store().gates_at(At::Channel(server, channel))?;
    let mut of_it = gates.iter().filter(|there| there.document == gate.document);
    let there = of_it.next().map_or(0, |there| there.chapter);
    Ok(Gate {
        chapter: gate.chapter.max(there),
        ..gate
    })
}

/// The text that somebody named; a sentence if there is none, or none that can be read so.
fn find_meant_text(
    libraries: Libraries,
    document: &str,
    plan: Option<&NewPlan>,
    locale: Locale,
) -> Result<Result<Meant, String>> {
    let texts = match naming::find_texts(libraries, document) {
        Ok(texts) => texts,
        Err(unclear) => return Ok(Err(unclear.told(locale))),
    };
    let view = texts.view;
    let title = naming::title_of_texts(&texts, locale)?;
    let document = match texts.scope {
        Scope::Library => home_prefix(view.home).to_owned(),
        _ => gate_name(view.home, &naming::stored_name(&texts)?),
    };

    let mut stand = None;
    let mut chapter = None;
    if let Some(plan) = plan {
        let Scope::Document(id) = texts.scope else {
            return Ok(Err(one_text(locale)));
        };
        let first = match find_first_passage(&view, id, plan.from.as_deref(), locale)? {
            Ok(first) => first,
            Err(sentence) => return Ok(Err(sentence)),
        };
        stand = plan
            .from
            .as_ref()
            .map(|_| stand_before(&view, id, &first))
            .transpose()?
            .flatten();
        if plan.moves_gate {
            let Some(number) = last_chapter_before(&view, id, &first)? else {
                return Ok(Err(say::no_chapters(locale)));
            };
            chapter = Some(number);
        }
    }
    Ok(Ok(Meant {
        document,
        title,
        stand,
        chapter,
    }))
}

/// The passage that a plan begins with.
fn find_first_passage(
    view: &View,
    id: DocumentId,
    from: Option<&str>,
    locale: Locale,
) -> Result<Result<PassageInfo, String>> {
    let found = match from {
        Some(from) => find_place_passage(view, id, from)?,
        None if view.document(id)?.passages.is_empty() => None,
        None => Some(find_beginning(view, id)?),
    };

    let Some(passage) = found else {
        return Ok(Err(say::no_such_place(locale)));
    };

    Ok(Ok(view.passage(passage)?))
}

/// Where a plan stands that is to go on with a passage; `None` before the first.
fn stand_before(view: &View, id: DocumentId, first: &PassageInfo) -> Result<Option<Stand>> {
    let rows = view.document(id)?.sentences.clone();
    if first.sentences.start == rows.start {
        return Ok(None);
    }
    let row = first.sentences.start - 1;
    let end = view.sentence(row)?.range.end;
    Stand::behind(view, id, row, end).map(Some)
}

/// The last chapter that is over before a passage; `None` if chapters cannot be counted.
fn last_chapter_before(view: &View, id: DocumentId, first: &PassageInfo) -> Result<Option<u32>> {
    let info = view.document(id)?;
    if find_chapter(info, 1).is_none() {
        return Ok(None);
    }
    let reached = Reached::in_text(view, info)?;
    Ok(Some(reached.whole_up_to(first.span.start)))
}

/// The schedules of a server, each with the title of its text: `None` for all texts, nothing in it
/// if it is gone.
fn collect_titled_schedules(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    locale: Locale,
) -> Result<Vec<(Schedule, Option<Option<String>>)>> {
    let all = own.store().schedules(server)?;
    servers.with_everything(Some(server), |libraries| {
        let title = |schedule: &Schedule| {
            let document = schedule.ordered.document.as_deref();
            let found = document.map(|document| find_scheduled_texts(libraries, Some(document)));
            let title = |found: Vec<Texts>| {
                found
                    .first()
                    .map(|one| naming::title_of_texts(one, locale))
                    .transpose()
            };
            found.map(title).transpose()
        };

        let all = all
            .iter()
            .map(|schedule| Ok((schedule.clone(), title(schedule)?)));
        all.collect()
    })
}

fn list_schedules(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    locale: Locale,
) -> Result<String> {
    let all = collect_titled_schedules(servers, own, server, locale)?;

    Ok(match all.as_slice() {
        [] => say::none(locale),
        all => words::render_schedule_list(locale, all),
    })
}

/// The schedules of a server by number, and what they are called while somebody types; those of a
/// channel first.
///
/// # Errors
/// When the data folder or an index cannot be read.
pub fn schedule_names(
    servers: &Servers,
    own: &OwnTexts,
    here: &Asker,
    locale: Locale,
) -> Result<Vec<(u64, String)>> {
    let Some(server) = here.server else {
        return Ok(Vec::new());
    };
    let is_here = |schedule: &Schedule| here.channels.first() == Some(&schedule.ordered.channel);

    let mut all = collect_titled_schedules(servers, own, server, locale)?;
    all.sort_by_key(|(schedule, _)| !is_here(schedule));
    let name = |(schedule, title): &(Schedule, Option<Option<String>>)| {
        let title = title.as_ref().map(|title| title.as_deref().unwrap_or("?"));
        (
            schedule.id,
            words::render_schedule_choice(locale, schedule, title, is_here(schedule)),
        )
    };
    Ok(all.iter().map(name).collect())
}

/// What comes next of a schedule, as it would be posted; not to a person who has not read so far.
fn preview_next_post(
    servers: &Servers,
    schedule: Schedule,
    person: u64,
    locale: Locale,
) -> Result<String> {
    let everyone = schedule.ordered.asker();
    let them = Asker {
        person: Some(person),
        ..everyone.clone()
    };
    let post = Post::of(schedule);

    let spoken = servers.language(everyone.server);
    let posted = next_post(servers, &post, &everyone, spoken)?;
    Ok(match &posted {
        Next::Gone => say::text_gone(locale),
        Next::NotOpen => say::nothing_open(locale),
        // With their own gates it would be another, or none.
        Next::Message(_) if next_post(servers, &post, &them, spoken)? != posted => {
            say::not_open_to_you(locale)
        }
        Next::Message(message) => format!(
            "{}\n{}",
            words::say_next_post(locale, &post.schedule),
            message.0.content
        ),
    })
}
