//! What tests, benches and the fuzzer look into. All modules are private, and a build without this
//! one (without the feature `measuring`) warns of whatever the program itself does not use.

pub use crate::analyze::tokens;
pub use crate::chapters::section_after_chapter;
pub use crate::error::UserError;
pub use crate::ids::{DocumentId, Ids, PassageId};
pub use crate::language::Language;
pub use crate::passage::{Passage, passages};
pub use crate::schedule::when::Times;
pub use crate::sentence::sentences;

/// The public items of some modules, each module under its own name.
macro_rules! open_rooms {
    ($($room:ident)*) => {
        $(pub mod $room {
            pub use crate::$room::*;
        })*
    };
}

open_rooms! {
    answer cli commands compare confidence config corpus document engine index locale measuring
    query quote rank reader render reply search servers store
}
