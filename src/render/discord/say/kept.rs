//! What is told where a server has answers judged, or questions kept that got a no; Markdown.

/// To whoever judged an answer.
pub mod feedback {
    crate::locale::sentences! { "feedback":
        thanks();
        again();
        off();
    }
}

/// Questions that got a no.
pub mod gaps {
    crate::locale::sentences! { "gaps":
        kept();
        switched_on();
        off();
        none();
        listed();
        cleared();
    }
}
