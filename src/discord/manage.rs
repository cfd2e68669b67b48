//! What those who manage a server order -> done, and what they are told.
//!
//! Everything here is answered to them alone. A file is fetched at once, as its address is good for a short time only,
//! and read outside the threads that answer questions: few at a time, so that answers stay quick.

use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::sync::{Notify, Semaphore};
use tokio::task::spawn_blocking;

use crate::corpus::is_readable;
use crate::discord::download::{Downloads, Failed};
use crate::discord::gating;
use crate::discord::limits::Limits;
use crate::discord::orders::{Order, Sent, Texts, What, Whose};
use crate::discord::scheduling;
use crate::discord::settings;
use crate::render::discord::manage as say;
use crate::render::discord::message::Choice;
use crate::reply::autocomplete;
use crate::reply::commands::names;
use crate::servers::{Outcome, OwnTexts, Servers, Upload, tidied};
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
        let Some(own) = self.servers.own() else {
            return Some(say::NOT_HERE.to_owned());
        };
        let is_of_person = matches!(order.what, What::Gates(Whose::Person(_), _));
        if order.server.is_none() && !is_of_person {
            return Some(say::ON_SERVERS_ONLY.to_owned());
        }

        match &order.what {
            What::DeleteServer if !order.manages => Some(say::NOT_A_MANAGER.to_owned()),
            What::Add(sent) if !is_readable(&sent.file_name) => {
                Some(say::unknown_format(&sent.file_name))
            }
            What::Add(sent) if sent.bytes > own.limits().file_bytes() => {
                Some(say::too_large(own.limits()))
            }
            _ => None,
        }
    }

    /// What fits what somebody has typed so far into a field: languages, time zones, or what a server has.
    pub async fn choices(&self, here: Asker, field: &str, typed: &str) -> Vec<Choice> {
        match field {
            names::LANGUAGE => return autocomplete::languages(typed),
            names::ZONE => return autocomplete::zones(typed),
            _ => {}
        }

        let (servers, typed) = (Arc::clone(&self.servers), typed.to_owned());
        let is_schedule = field == names::SCHEDULE;
        let list = move || {
            let server = here.server;
            if is_schedule {
                let all = scheduling::names(&servers, servers.own()?, &here).ok()?;
                return Some(autocomplete::schedules(all, &typed));
            }
            let texts = servers.own()?.store().texts(server?).ok()?;
            Some(autocomplete::own_texts(&texts, &typed))
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
        let (server, channel, an_hour) = (order.server, order.channel, self.an_hour);
        let place = Asker {
            server,
            channels: order.channels,
            person: None,
        };

        match (order.what, server) {
            (What::Gates(whose, change), _) => {
                self.with(move |servers, own| gating::done(servers, own, &place, whose, &change))
                    .await
            }
            (_, None) => Ok(say::ON_SERVERS_ONLY.to_owned()),
            (What::Schedule(what), Some(server)) => {
                let done = self.with(move |servers, own| {
                    scheduling::done(servers, own, server, &place, &what)
                });
                let told = done.await;
                self.rescheduled.notify_one();
                told
            }
            (What::Add(sent), Some(server)) => self.add(server, sent).await,
            (What::Texts(what), Some(server)) => {
                self.with(move |_, own| texts(own, server, &what, an_hour))
                    .await
            }
            (What::Settings(what), Some(server)) => {
                self.with(move |servers, own| settings::done(servers, own, server, channel, what))
                    .await
            }
            (What::DeleteServer, Some(server)) => {
                self.with(move |_, own| {
                    own.forget(server)?;
                    Ok(say::SERVER_DELETED.to_owned())
                })
                .await
            }
        }
    }

    async fn add(&self, server: ServerId, sent: Sent) -> Result<String> {
        let Ok(place) = Arc::clone(&self.uploads).try_acquire_owned() else {
            return Ok(say::UPLOADS_BUSY.to_owned());
        };
        if let Err(over) = self.limits.take_upload(server) {
            return Ok(over.message().content);
        }

        let bytes = match self.downloads.fetch(&sent.url, sent.bytes).await {
            Ok(bytes) => bytes,
            Err(Failed::Elsewhere) => return Ok(say::NOT_DISCORDS.to_owned()),
            Err(Failed::WrongLength) => return Ok(say::WRONG_LENGTH.to_owned()),
            Err(Failed::Network) => return Ok(say::NOT_FETCHED.to_owned()),
        };

        let file_name = sent.file_name.clone();
        let upload = Upload {
            file_name: sent.file_name,
            bytes,
            title: sent.title,
            language: sent.language,
        };
        self.with(move |_, own| {
            // Held to the end, also when nobody waits for it any more.
            let _place = place;
            Ok(match own.add(server, upload)? {
                Outcome::Added(report) => say::added(&report),
                Outcome::Unreadable(reason) => say::unreadable(&file_name, &reason),
                Outcome::Refused(why) => say::refused(&why, own.limits()),
            })
        })
        .await
    }

    /// Does something that waits for the disk.
    async fn with(
        &self,
        work: impl FnOnce(&Servers, &OwnTexts) -> Result<String> + Send + 'static,
    ) -> Result<String> {
        let servers = Arc::clone(&self.servers);
        let done = spawn_blocking(move || match servers.own() {
            Some(own) => work(&servers, own),
            None => Ok(say::NOT_HERE.to_owned()),
        });
        done.await.context("managing the texts of a server")?
    }
}

fn texts(own: &OwnTexts, server: ServerId, what: &Texts, an_hour: u32) -> Result<String> {
    match what {
        Texts::Remove(name) => {
            let Some(title) = own.store().title(server, name)? else {
                return Ok(say::NO_SUCH_TEXT.to_owned());
            };
            own.remove(server, name)?;
            Ok(say::removed(&title))
        }
        Texts::Rename(name, title) => {
            let Some(title) = tidied(title) else {
                return Ok(say::NO_TITLE.to_owned());
            };
            Ok(match own.rename(server, name, &title)? {
                true => say::renamed(&title),
                false => say::NO_SUCH_TEXT.to_owned(),
            })
        }
        Texts::List => Ok(match own.store().texts(server)?.as_slice() {
            [] => say::NO_TEXTS.to_owned(),
            texts => say::list(texts),
        }),
        Texts::Quota => {
            let texts = own.store().texts(server)?;
            Ok(say::quota(&texts, own.limits(), an_hour))
        }
    }
}
