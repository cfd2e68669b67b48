//! The words that Project Gutenberg puts around books, as tables; all in small letters.

/// What begins or ends a book in the middle of a line, too. In small letters, as all marks.
pub const STARRED_START: &[&str] = &["*** start of th", "***start of th"];
pub const STARRED_END: &[&str] = &["*** end of th", "***end of th"];
/// What a mark must go on to name: many a story says that it ends.
pub const OURS: &[&str] = &[
    "project gutenberg",
    "projekt gutenberg",
    "projet gutenberg",
    "proyecto gutenberg",
    "progetto gutenberg",
    "projeto gutenberg",
    "projecto gutenberg",
    "etext",
    "e-text",
];
/// How the last line of a book begins, in the languages of books.
pub const END_WORDS: &[&str] = &[
    "end of",
    "ende dieses",
    "ende diese",
    "ende des",
    "ende von",
    "fin de",
    "fin du",
    "fin del",
    "fine del",
    "fine di",
    "fine dell",
    "fim do",
    "fim de",
    "fim da",
    "einde van",
    "slut på",
    "slutet av",
    "конец",
    "loppu",
    "koniec",
];
/// How a licence begins where no mark stands before it.
pub const LICENCES: &[&str] = &[
    "the full project gutenberg licen",
    "start: full licen",
    "please read this before you distribute or use this work",
    "this site is full of free ebooks",
    "section 1. general terms of use and redistributing project gutenberg",
];
/// How the paragraphs of a header begin, where no mark stands after it.
pub const HEADER: &[&str] = &[
    "the project gutenberg e",
    "project gutenberg",
    "this ebook is for the use of anyone",
    "this etext is for the use of anyone",
    "copyright laws are changing",
    "please take a look at the important information in this header",
    "**welcome to the world of free plain vanilla",
    "**etexts readable by both humans",
    "*these etexts prepared by",
    "information on contacting project gutenberg",
    "to contact project gutenberg",
    "project gutenberg of australia ebooks are",
    "go to project gutenberg of australia",
    "this ebook is made available at no cost",
    "this work is in the canadian public domain",
    "faded page ebook",
    "ebook no.",
    "date of first publication:",
    "place and date of publication:",
    "date first posted:",
    "date last updated:",
    "date most recently updated:",
    "most recent update:",
    "title:",
    "author:",
    "translator:",
    "illustrator:",
    "editor:",
    "release date:",
    "posting date:",
    "last updated:",
    "most recently updated:",
    "[most recently updated",
    "language:",
    "original publication:",
    "character set encoding:",
    "credits:",
];
/// What the first paragraph of a header names where other houses make the books.
pub const HOUSES: &[&str] = &[
    "a project gutenberg of australia ebook",
    "a project gutenberg canada ebook",
    "a distributed proofreaders canada ebook",
    "fadedpage",
];
/// How the notes of those who made the file begin, in brackets; and what stands in place of a
/// picture.
pub const NOTES: &[&str] = &[
    "[transcriber's note",
    "[transcriber’s note",
    "[transcribers' note",
    "[transcribers’ note",
    "[transcriber note",
    "[anmerkung zur transkription",
    "[anmerkungen zur transkription",
    "[note de transcri",
    "[notes de transcri",
    "[nota del transcri",
    "[noot van de transcri",
    "[the end of ",
    "[illustration]",
];
/// How they call a chapter of such notes, in letters only.
pub const NOTE_HEADINGS: &[&str] = &[
    "transcribernote",
    "transcribernotes",
    "transcribersnote",
    "transcribersnotes",
    "anmerkungzurtranskription",
    "anmerkungenzurtranskription",
    "notesdetranscription",
    "notesdetranscripteur",
    "notesdutranscripteur",
    "notedutranscripteur",
    "notasdeltranscriptor",
];
/// How the credits begin that stand between the mark and the book.
pub const CREDITS: &[&str] = &[
    "produced by",
    "e-text prepared by",
    "etext prepared by",
    "this etext is in",
    "we are releasing two versions of this etext",
    "this etext was p",
    "this ebook was p",
    "this file was produced",
    "transcribed from",
    "scanned by",
    "credits:",
    "note: project gutenberg also has",
    "note: project gutenberg has",
    "note: images of the original",
    "images of the original pages are available",
    "(this file was produced",
    "(images generously made available",
];
/// Fields of a header.
pub const TITLE: &[&str] = &[
    "title:", "titel:", "titre :", "titre:", "título:", "titolo:",
];
pub const AUTHOR: &[&str] = &[
    "author:",
    "autor:",
    "auteur :",
    "auteur:",
    "autore:",
    "author(s):",
];
pub const LANGUAGE: &[&str] = &[
    "language:",
    "sprache:",
    "langue :",
    "langue:",
    "idioma:",
    "lingua:",
];
/// What the first line of an old header says before the title of the book.
pub const NAMES: &[&str] = &[
    "the project gutenberg ebook of ",
    "the project gutenberg ebook, ",
    "the project gutenberg etext of ",
    "the project gutenberg e-text of ",
    "project gutenberg etext of ",
    "project gutenberg's etext of ",
    "project gutenberg's ",
    "project gutenberg’s ",
];
/// Names of languages as headers have them.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("english", "en"),
    ("german", "de"),
    ("french", "fr"),
    ("spanish", "es"),
    ("italian", "it"),
    ("portuguese", "pt"),
    ("dutch", "nl"),
    ("swedish", "sv"),
    ("russian", "ru"),
    ("danish", "da"),
    ("norwegian", "nb"),
    ("finnish", "fi"),
    ("greek", "el"),
    ("hungarian", "hu"),
    ("chinese", "zh"),
    ("japanese", "ja"),
    ("latin", "la"),
    ("esperanto", "eo"),
];
