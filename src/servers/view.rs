//! What somebody may read: their server's own library, and the one that all servers share.
//!
//! Whatever answers Discord gets its libraries from here and from nowhere else, made for the server
//! that Discord says the person is on. Nothing that a person sends can name another server, so
//! there is no way from one to the texts of another.

use std::ops::Deref;

use anyhow::Result;

use crate::index::{Library, Scope};

/// Which library a text is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Home {
    /// The one that all servers share.
    #[default]
    Shared,
    /// The server's own.
    Own,
}

/// A library as somebody may read it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    library: &'a Library,
    /// Which one it is.
    pub home: Home,
}

impl Deref for View<'_> {
    type Target = Library;

    fn deref(&self) -> &Library {
        self.library
    }
}

impl<'a> From<&'a Library> for View<'a> {
    fn from(library: &'a Library) -> View<'a> {
        View {
            library,
            home: Home::Shared,
        }
    }
}

/// The libraries that somebody may read; there may be none.
#[derive(Clone, Copy)]
pub struct Libraries<'a> {
    own: Option<&'a Library>,
    shared: Option<&'a Library>,
}

impl<'a> Libraries<'a> {
    /// A server's own library and the shared one.
    pub fn new(own: Option<&'a Library>, shared: Option<&'a Library>) -> Libraries<'a> {
        Libraries { own, shared }
    }

    /// One of them, if it is there.
    pub fn view(&self, home: Home) -> Option<View<'a>> {
        let library = match home {
            Home::Own => self.own,
            Home::Shared => self.shared,
        };
        library.map(|library| View { library, home })
    }

    /// All of them, the server's own first.
    pub fn views(&self) -> impl Iterator<Item = View<'a>> {
        let own = self.view(Home::Own);
        let shared = self.view(Home::Shared);
        own.into_iter().chain(shared)
    }

    /// All texts.
    pub fn texts(&self) -> Vec<Texts<'a>> {
        let whole = |view| Texts {
            view,
            scope: Scope::Library,
        };
        self.views().map(whole).collect()
    }
}

impl<'a> From<&'a Library> for Libraries<'a> {
    fn from(library: &'a Library) -> Libraries<'a> {
        Libraries::new(None, Some(library))
    }
}

/// Some texts of a library: those to look in.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// Their library.
    pub view: View<'a>,
    /// Which of its texts.
    pub scope: Scope,
}

impl Texts<'_> {
    /// Whether anything of them can be read.
    ///
    /// # Errors
    /// When they are not of their library.
    pub fn is_open(&self) -> Result<bool> {
        let passages = self.view.passages_in(self.scope)?;
        Ok(self.view.open_passages(passages).next().is_some())
    }

    /// How many of them are still to be read, see [`Library::count_late`].
    pub fn count_late(&self) -> usize {
        self.view.count_late(self.scope)
    }
}
