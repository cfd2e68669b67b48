//! What those who manage a server order -> done, and what they are told.
//!
//! Everything here is answered to them alone. A file is fetched at once, as its address is good for
//! a short time only, and read outside the threads that answer questions: few at a time, so that
//! answers stay quick.

use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::sync::{Notify, Semaphore};
use tokio::task::spawn_blocking;

use crate::corpus::is_readable;
use crate::discord::download::{Downloads, Failed};
use crate::discord::gaps;
use crate::discord::gating;
use crate::discord::limits::Limits;
use crate::discord::orders::{Order, Sent, Texts, What, Whose};
use crate::discord::scheduling;
use crate::discord::settings;
use crate::locale::Locale;
use crate::render::discord::manage as words;
use crate::render::discord::message::Choice;
use crate::render::discord::say::manage as say;
use crate::reply::autocomplete;
use crate::reply::commands::names;
use crate::servers::{Outcome, OwnTexts, Servers, Upload, tidy_title};
use crate::store::{Asker, ServerId};

/// Files that are fetched and read at once.
const AT_ONCE: usize = 2;

/// Carries out orders.
#[derive(Clone)]
pub struct Manager {
    servers: Arc<Servers>,
    limits: Arc<Limits>,
    downloads: Downloads,
    uploads: Arc<Semaphore>,
    /// Files a server may send in an hour, to say so.
    an_hour: u32,
    /// Told when what is posted by itself has changed.
    rescheduled: Arc<Notify>,
}

/// Whether what can be chosen in a field of a command is for those who manage a server.
pub fn is_manager_field(command: &str, field: &str) -> bool {
    match command {
        names::TEXTS => true,
        names::SCHEDULE => field != names::DOCUMENT,
        _ => false,
    }
}

impl Manager {
    /// For these servers, within these limits.
    pub fn new(
        servers: Arc<Servers>,
        limits: Arc<Limits>,
        downloads: Downloads,
        an_hour: u32,
        rescheduled: Arc<Notify>,
    ) -> Manager {
        Manager {
            servers,
            limits,
            downloads,
            uploads: Arc::new(Semaphore::new(AT_ONCE)),
            an_hour,
            rescheduled,
        }
    }

    /// Why an order is not carried out, if that is known without doing anything.
    pub fn refusal(&self, order: &Order) -> Option<String> {
        let locale = order.locale;
        let Some(own) = self.servers.own() else {
            return Some(say::not_here(locale));
        };
        let is_of_person = matches!(order.what, What::Gates(Whose::Person(_), _));
        if order.server.is_none() && !is_of_person {
            return Some(say::on_servers_only(locale));
        }

        match &order.what {
            What::DeleteServer if !order.manages => Some(say::not_a_manager(locale)),
            What::Add(sent) if !is_readable(&sent.file_name) => {
                Some(words::say_unknown_format(locale, &sent.file_name))
            }
            What::Add(sent) if sent.bytes > own.limits().file_bytes() => {
                Some(say::too_large(locale, own.limits().file_mib))
            }
            _ => None,
        }
    }

    /// What fits what somebody has typed so far into a field: languages, time zones, or what a
    /// server has.
    pub async fn choices(
        &self,
        here: Asker,
        field: &str,
        typed: &str,
        locale: Locale,
    ) -> Vec<Choice> {
        match field {
            names::LANGUAGE => return autocomplete::suggest_languages(typed, locale),
            names::ZONE => return autocomplete::suggest_zones(typed),
            _ => {}
        }

        let servers = Arc::clone(&self.servers);
        let typed = typed.to_owned();
        let is_schedule = field == names::SCHEDULE;
        let list = move || {
            let server = here.server;
            if is_schedule {
                let all =
                    scheduling::schedule_names(&servers, servers.own()?, &here, locale).ok()?;
                return Some(autocomplete::suggest_schedules(all, &typed));
            }
            let texts = servers.own()?.store().texts(server?).ok()?;
            Some(autocomplete::suggest_own_texts(&texts, &typed))
        };
        // A list is a help: where there is none, it stays empty.
        spawn_blocking(list)
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// Carries out an order that was not refused, and says how that went.
    ///
    /// # Errors
    /// When the data folder cannot be used.
    pub async fn done(&self, order: Order) -> Result<String> {
        let server = order.server;
        let channel = order.channel;
        let locale = order.locale;
        let an_hour = self.an_hour;
        let place = Asker {
            server,
            channels: order.channels,
            person: None,
        };

        match (order.what, server) {
            (What::Gates(whose, change), _) => {
                self.with(locale, move |servers, own| {
                    gating::manage_gates(servers, own, &place, locale, whose, &change)
                })
                .await
            }
            (_, None) => Ok(say::on_servers_only(locale)),
            (What::Schedule(what), Some(server)) => {
                let done = self.with(locale, move |servers, own| {
                    scheduling::manage_schedules(servers, own, server, &place, locale, &what)
                });
                let told = done.await;
                self.rescheduled.notify_one();
                told
            }
            (What::Add(sent), Some(server)) => self.add(server, sent, locale).await,
            (What::Texts(what), Some(server)) => {
                self.with(locale, move |_, own| {
                    manage_texts(own, server, &what, an_hour, locale)
                })
                .await
            }
            (What::Settings(what), Some(server)) => {
                self.with(locale, move |servers, own| {
                    settings::manage_settings(servers, own, server, channel, locale, what)
                })
                .await
            }
            (What::Gaps(what), Some(server)) => {
                self.with(locale, move |_, own| {
                    gaps::manage_gaps(own, server, locale, what)
                })
                .await
            }
            (What::DeleteServer, Some(server)) => {
                self.with(locale, move |_, own| {
                    own.forget(server)?;
                    Ok(say::server_deleted(locale))
                })
                .await
            }
        }
    }

    async fn add(&self, server: ServerId, sent: Sent, locale: Locale) -> Result<String> {
        let Ok(place) = Arc::clone(&self.uploads).try_acquire_owned() else {
            return Ok(say::uploads_busy(locale));
        };
        if let Err(over) = self.limits.take_upload(server) {
            return Ok(over.message(locale).content);
        }

        let bytes = match self.downloads.fetch(&sent.url, sent.bytes).await {
            Ok(bytes) => bytes,
            Err(Failed::Elsewhere) => return Ok(say::not_discords(locale)),
            Err(Failed::WrongLength) => return Ok(say::wrong_length(locale)),
            Err(Failed::Network) => return Ok(say::not_fetched(locale)),
        };

        let file_name = sent.file_name.clone();
        let upload = Upload {
            file_name: sent.file_name,
            bytes,
            title: sent.title,
            language: sent.language,
        };
        self.with(locale, move |_, own| {
            // Held to the end, also when nobody waits for it any more.
            let _place = place;
            Ok(match own.add(server, &upload)? {
                Outcome::Added(report) => words::say_added(locale, &report),
                Outcome::Unreadable(reason) => words::say_unreadable(locale, &file_name, &reason),
                Outcome::Refused(why) => words::say_refused(locale, &why, own.limits()),
            })
        })
        .await
    }

    /// Does something that waits for the disk.
    async fn with(
        &self,
        locale: Locale,
        work: impl FnOnce(&Servers, &OwnTexts) -> Result<String> + Send + 'static,
    ) -> Result<String> {
        let servers = Arc::clone(&self.servers);
        let done = spawn_blocking(move || match servers.own() {
            Some(own) => work(&servers, own),
            None => Ok(say::not_here(locale)),
        });

        done.await.context("managing the texts of a server")?
    }
}

fn manage_texts(
    own: &OwnTexts,
    server: ServerId,
    what: &Texts,
    an_hour: u32,
    locale: Locale,
) -> Result<String> {
    match what {
        Texts::Remove(name) => {
            let Some(title) = own.store().title(server, name)? else {
                return Ok(say::no_such_text(locale));
            };

            own.remove(server, name)?;
            Ok(words::say_removed(locale, &title))
        }
        Texts::Rename(name, title) => {
            let Some(title) = tidy_title(title) else {
                return Ok(say::no_title(locale));
            };

            Ok(if own.rename(server, name, &title)? {
                words::say_renamed(locale, &title)
            } else {
                say::no_such_text(locale)
            })
        }
        Texts::List => Ok(match own.store().texts(server)?.as_slice() {
            [] => say::no_texts(locale),
            texts => words::render_text_list(locale, texts),
        }),
        Texts::Quota => {
            let texts = own.store().texts(server)?;
            Ok(words::say_quota(locale, &texts, own.limits(), an_hour))
        }
    }
}
