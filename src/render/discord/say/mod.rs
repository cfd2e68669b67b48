//! Every sentence that the bot says on Discord, by name: what it says is in `locales/`, a folder a
//! language.
//!
//! In: a language, and what is put into the sentence. Out: the sentence. What is put in stands
//! there as it is, so names of texts are escaped before where the sentence is Markdown. Sentences
//! are for members of a server: short, with the next step. Those that are made of others are
//! composed in `words`, `manage` and `gates`.

mod commands;
mod kept;
pub mod schedule;

#[cfg(any(test, feature = "measuring"))]
use crate::locale::Sentence;

pub use commands::{choice, command, name, option};
pub use kept::{feedback, gaps};

/// All sentences.
#[cfg(any(test, feature = "measuring"))]
pub const ALL: &[&[Sentence]] = &[
    answer::SENTENCES,
    place::SENTENCES,
    understood::SENTENCES,
    button::SENTENCES,
    search::SENTENCES,
    quote::SENTENCES,
    about::SENTENCES,
    count::SENTENCES,
    library::SENTENCES,
    language::SENTENCES,
    greeting::SENTENCES,
    help::SENTENCES,
    privacy::SENTENCES,
    sorry::SENTENCES,
    manage::SENTENCES,
    reason::SENTENCES,
    settings::SENTENCES,
    gates::SENTENCES,
    schedule::SENTENCES,
    feedback::SENTENCES,
    gaps::SENTENCES,
    quiz::SENTENCES,
    command::SENTENCES,
    option::SENTENCES,
    name::SENTENCES,
    choice::SENTENCES,
];

/// Above and below what a text says; Markdown.
pub mod answer {
    crate::locale::sentences! { "answer":
        perhaps();
        not_said();
        not_said_before();
        not_said_up_to(chapter: number);
        not_said_so_far();
        closest();
        nothing_close();
        late(texts: count);
        others();
        places();
        shared_by(person: text);
    }
}

/// A place in a text; plain text.
pub mod place {
    crate::locale::sentences! { "place":
        page(page: number);
        pages(first: number, last: number);
        percent(percent: number);
        part(number: number, count: number);
    }
}

/// How a question was understood; plain text.
pub mod understood {
    crate::locale::sentences! { "understood":
        instead(to: text, from: text);
        looked_for(words: text);
        texts_are_in(languages: text);
        and(before: text, last: text);
    }
}

/// On buttons.
pub mod button {
    crate::locale::sentences! { "button":
        earlier();
        later();
        wider();
        context();
        answer();
        list();
        post();
        posted();
        delete();
        ask_again();
        helpful();
        not_it();
        end_quiz();
        others(count: number);
        read(number: number);
    }
}

/// `/search`; Markdown.
pub mod search {
    crate::locale::sentences! { "search":
        times(count: count);
        nothing();
        phrase();
        ordered();
        together();
        form();
        weighty();
        summary(how: text, which: text, count: number, capped: flag, texts: count);
        elsewhere_own(places: count);
        elsewhere_shared(places: count);
        meant(given: text, meant: text);
    }
}

/// **Check this quote**; Markdown.
pub mod quote {
    crate::locale::sentences! { "quote":
        exact();
        shortened();
        shortened_not();
        nearly(places: count);
        partly();
        apart();
        several(quotations: count, kinds: text);
        not_all();
        not_found();
        looked_in(texts: count);
        in_text();
        in_message();
    }
}

/// About a text itself; Markdown.
pub mod about {
    crate::locale::sentences! { "about":
        read();
        summary();
        no_date();
        titles(texts: count, titles: text);
        more(more: count);
        author(title: text, author: text);
        no_author(title: text);
        no_authors();
        none_by(author: text);
        no_part(title: text);
        no_parts();
        length(title: text, parts: text);
        language(title: text, language: text);
    }
}

/// Numbers with their nouns, as they stand in a list.
pub mod count {
    crate::locale::sentences! { "count":
        texts(count: count);
        words(count: count);
        chapters(count: count);
        passages(count: count);
        pages(count: count);
    }
}

/// `/library`, and what libraries are called.
pub mod library {
    crate::locale::sentences! { "library":
        own();
        shared();
        title_own();
        title_shared();
        to_own();
        to_shared();
        read();
        jump();
        by(title: text, author: text);
        page(page: number, pages: number);
        jump_to(page: number, first: text, last: text);
    }
}

/// What the languages of texts are called, by their tags.
pub mod language {
    crate::locale::sentences! { "language":
        name(tag: text);
    }
}

/// Instead of an answer, to those who say something that is no question; Markdown.
pub mod greeting {
    crate::locale::sentences! { "greeting":
        example(question: text);
        plain();
    }
}

/// `/help`, a line each; Markdown.
pub mod help {
    crate::locale::sentences! { "help":
        title();
        about();
        tried(command: text, question: text);
        ask(command: text);
        search(command: text);
        read(command: text);
        random(command: text);
        quiz(command: text);
        library(command: text);
        privacy(command: text);
        progress(command: text);
        managers();
        private();
        apps();
        buttons();
    }
}

/// `/privacy`, a paragraph each; Markdown.
pub mod privacy {
    crate::locale::sentences! { "privacy":
        title();
        asked();
        asked_here();
        log();
        messages();
        quiz();
        server();
        person();
        unread();
    }
}

/// Answers to what went wrong; Markdown.
pub mod sorry {
    crate::locale::sentences! { "sorry":
        internal();
        unreadable();
        empty_question();
        empty_search();
        old_button();
        text_changed();
        text_changed_ask();
        gone();
        not_yours_to_delete();
        no_such_place();
        no_chapters();
        no_such_chapter(count: count);
        outside(first: text, last: text);
        which_text(example: text);
        empty_message();
        no_texts();
        not_open();
        not_open_to_all();
        busy();
        person_limited(seconds: count);
        server_limited(seconds: count);
        no_such_document(name: text);
        ambiguous_document(name: text, titles: text);
        which_of(name: text, titles: text);
        and_more(listed: text, more: number);
    }
}

/// What those who manage a server are told of its texts; Markdown.
pub mod manage {
    crate::locale::sentences! { "manage":
        not_here();
        on_servers_only();
        not_a_manager();
        not_discords();
        wrong_length();
        not_fetched();
        uploads_busy();
        no_such_text();
        no_title();
        no_texts();
        server_deleted();
        added(title: text, chapters: text, passages: text, words: text, language: text);
        no_chapters();
        left_out(pages: text, listed: text);
        there_already(title: text);
        too_many_texts(most: count);
        too_many_words(most: count, there: count);
        too_many_bytes(mib: number);
        no_room();
        too_large(mib: number);
        unknown_format(file: text);
        unreadable(file: text, reason: text);
        removed(title: text);
        renamed(title: text);
        listed(count: count);
        more(more: number);
        quota(texts: count, most_texts: count, words: count, most_words: count, mib: number);
        quota_file(mib: number, uploads: text);
        uploads(an_hour: count);
    }
}

/// Why a file cannot be read; each begins with a verb.
pub mod reason {
    crate::locale::sentences! { "reason":
        locked();
        copy_protected();
        pictures();
        empty();
        damaged();
        other_format();
        too_much();
        failed();
    }
}

/// How a server is set; Markdown.
pub mod settings {
    crate::locale::sentences! { "settings":
        shared();
        not_shared();
        private();
        public();
        language(language: text);
        discords_language();
        usual_text(title: text);
        all_texts();
        feedback(helpful: count, not_it: count);
        no_feedback();
        gaps();
        no_gaps();
    }
}

/// A quiz; Markdown.
pub mod quiz {
    crate::locale::sentences! { "quiz":
        gap();
        chapter();
        speaker();
        number(number: number, count: number);
        right();
        wrong(answer: text);
        wrong_chapter();
        not_open();
        over();
        nothing_missed();
        unknown();
        missed_by(missed: number, answered: number);
        too_little();
        none();
        not_yours();
        ended();
    }
}

/// How far texts are open; Markdown.
pub mod gates {
    crate::locale::sentences! { "gates":
        to_you();
        to_channel();
        to_server();
        closed(title: text, to: text);
        open(title: text, to: text, chapter: number);
        open_heading(title: text, to: text, chapter: number, heading: text);
        no_such_chapter(title: text, chapter: number);
        cleared(title: text, to: text);
        all_cleared(to: text);
        listed(to: text);
        line(title: text, chapter: number);
        line_heading(title: text, chapter: number, heading: text);
        line_closed(title: text);
        line_gone(title: text, chapter: number);
        one_text();
        forgotten();
    }
}
