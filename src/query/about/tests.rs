use super::*;

fn of(question: &str) -> Option<About> {
    let titles = [
        "The Long Road",
        "Alice",
        "The Keeper of Port Isbel",
        "Adventures of Huckleberry Finn",
        "The Letter of Marque",
        "Handbook of the Marram Observatory",
        "Die Glockengießerin von Königsmühl",
        "A Set of Old Tide Tables",
    ];

    let author = |title| (title == "The Long Road").then_some("Ada B. Quill");
    About::of(
        question,
        titles.into_iter().map(|title| (title, author(title))),
    )
}

#[test]
fn what_is_asked_about_a_text_is_known_in_several_languages() {
    let titled = |title: &str| Some(title.to_owned());
    let cases: [(About, &[&str]); 16] = [
        (
            About::Author(None),
            &[
                "Who wrote this book?",
                "who is the author",
                "Who's the author of this story?",
                "By whom was it written?",
                "Wer hat das geschrieben?",
                "Wer ist der Autor?",
                "Qui a écrit ce livre ?",
                "Qui l'a écrit ?",
                "Qui est l'auteur ?",
                "¿Quién escribió este libro?",
                "Кто написал эту книгу?",
                "誰が書きましたか？",
                "作者は誰ですか？",
                "この本の作者は？",
            ],
        ),
        (
            About::Author(titled("The Long Road")),
            &[
                "Who wrote The Long Road?",
                "who is the author of the long road",
            ],
        ),
        (
            About::Author(titled("Adventures of Huckleberry Finn")),
            &[
                "who wrote huckleberry finn?",
                "Who wrote Adventures of Huckleberry Finn?",
            ],
        ),
        (
            About::Author(titled("Alice")),
            &["Who wrote Alice?", "Wer hat Alice geschrieben?"],
        ),
        (
            About::Length(None),
            &[
                "How long is this book?",
                "How many chapters does it have?",
                "how many chapters are there?",
                "how many pages?",
                "how long is it?",
                "How long would it take to read it?",
                "Wie lange braucht man, um das zu lesen?",
                "Combien de temps faut-il pour lire ce livre ?",
                "読むのにどのくらいかかりますか？",
                "Wie lang ist das Buch?",
                "Wie viele Seiten hat es?",
                "Combien de pages ?",
                "¿Cuántos capítulos tiene?",
                "Сколько страниц в этой книге?",
                "この本の長さはどのくらいですか？",
            ],
        ),
        (
            About::Length(titled("The Long Road")),
            &["How long is The Long Road?"],
        ),
        (
            About::Length(titled("Handbook of the Marram Observatory")),
            &[
                "how many pages does the handbook have",
                "How many chapters are there in the handbook?",
            ],
        ),
        (
            About::Title(None),
            &[
                "what's the title?",
                "what is this book called?",
                "What is the name of the story?",
                "Wie heißt das Buch?",
                "Quel est le titre ?",
                "タイトルは何ですか？",
            ],
        ),
        (
            About::Published(None),
            &[
                "when was it published?",
                "What year was this book published?",
                "Wann ist das Buch erschienen?",
                "Who published it?",
                "who is the publisher of this novel",
                "How old is this book?",
                "Wer hat das veröffentlicht?",
                "Wie alt ist der Roman?",
                "¿Quién publicó esta novela?",
            ],
        ),
        (
            About::Language(None),
            &[
                "what language is it in?",
                "is it in German?",
                "Which language is this book written in?",
                "In welcher Sprache ist das Buch?",
                "En quelle langue est ce livre ?",
                "¿En qué idioma está escrito este libro?",
                "На каком языке эта книга?",
                "これは何語で書かれていますか？",
            ],
        ),
        (
            About::Published(titled("A Set of Old Tide Tables")),
            &[
                "when was Old Tide Tables published?",
                "who published set of old tide tables",
            ],
        ),
        (
            About::Language(titled("Alice")),
            &["what language is Alice in?"],
        ),
        (
            About::Shelf,
            &[
                "what books do you have?",
                "which texts are there",
                "Welche Bücher gibt es?",
                "Quels livres as-tu ?",
                "how many texts do you have?",
                "how many books are in the library?",
                "Wie viele Bücher hast du?",
                "Combien de livres as-tu ?",
                "¿Cuántos libros hay?",
                "Какие книги есть?",
                "Какие тексты у тебя есть?",
                "show me a list of texts",
                "有多少本书？",
                "どんな本がありますか？",
            ],
        ),
        (
            About::Plot(None),
            &[
                "what is it about?",
                "where does it take place?",
                "what is the setting of the novel?",
                "who is the main character?",
                "from whose point of view is it told?",
                "is it fiction?",
                "Where is this story set?",
                "Who is the narrator?",
                "Wo spielt der Roman?",
                "Wer ist der Erzähler?",
                "What's the book about?",
                "how does it end?",
                "how does it begin?",
                "summarise the book",
                "Give me a summary",
                "can you summarize it please",
                "Worum geht es in dem Buch?",
                "Wie endet es?",
                "De quoi parle le livre ?",
                "¿De qué trata el libro?",
                "О чём эта книга?",
                "あらすじを教えてください",
                "この本は何についての本ですか？",
            ],
        ),
        (
            About::Plot(titled("The Long Road")),
            &["What is The Long Road about?"],
        ),
        (
            About::Plot(titled("Alice")),
            &["summarise Alice", "how does Alice end?"],
        ),
    ];

    for (expected, questions) in cases {
        for question in questions {
            assert_eq!(of(question), Some(expected.clone()), "{question}");
        }
    }
}

#[test]
fn the_texts_of_an_author_and_whether_one_is_there_are_asked_in_many_ways() {
    for question in [
        "which books are by Quill?",
        "books by ada quill",
        "do you have anything by Ada Quill?",
        "what books did Ada Quill write",
        "which of the texts here is by quill",
        "Welche Bücher sind von Ada Quill?",
        "livres d'Ada Quill",
        "¿Qué libros hay de Ada Quill?",
    ] {
        assert_eq!(
            of(question),
            Some(About::By(vec!["Ada B. Quill".to_owned()])),
            "{question}"
        );
    }
    let nobody = Some(About::ByNobody("Jane Rook".to_owned()));
    assert_eq!(of("Do you have any books by Jane Rook?"), nobody);

    for question in [
        "do you have the long road?",
        "Is The Long Road in the library?",
        "have you got Alice",
        "Hast du Alice?",
        "tienes Alice?",
        "do you have huck?",
        "have you got huck finn",
        "is marram in the library?",
        "hai Alice?",
        "heb je Alice?",
        "vocês têm huck?",
        "у вас есть Alice?",
    ] {
        assert!(matches!(of(question), Some(About::Stock(_))), "{question}");
    }
    assert_eq!(of("which authors do you have?"), Some(About::Author(None)));
}

#[test]
fn a_text_may_be_named_by_a_word_of_its_title_beside_what_it_is() {
    for question in [
        "what is the handbook page about?",
        "summarise the observatory guide",
    ] {
        let titled = Some("Handbook of the Marram Observatory".to_owned());
        assert_eq!(of(question), Some(About::Plot(titled)), "{question}");
    }
}

#[test]
fn a_part_of_a_text_is_named_in_many_ways() {
    for (question, part) in [
        ("What happens in chapter 3?", "chapter 3"),
        ("Tell me what happens in chapter IV", "chapter iv"),
        ("what is chapter 2 about?", "chapter 2"),
        ("summary of chapter one please", "chapter one"),
        ("what happens in IV?", "iv"),
        ("what happens on page 3?", "page 3"),
        ("what happens in the last chapter?", "last chapter"),
        ("What happens in the third chapter", "third chapter"),
        ("can you summarize chapter twenty-one", "chapter twenty one"),
        (
            "what happens in chapter three, the one with the boat?",
            "chapter three",
        ),
        ("Was passiert in Kapitel 2?", "kapitel 2"),
        ("Que se passe-t-il dans le chapitre 4 ?", "chapitre 4"),
        ("Que se passe-t-il au chapitre 2 ?", "chapitre 2"),
        ("what happens in part two chapter 1?", "part two chapter 1"),
        (
            "What happens in chapter 1 of part two?",
            "chapter 1 of part two",
        ),
        ("what's chapter three called?", "chapter three"),
        ("what is the title of chapter 4?", "chapter 4"),
        ("name of chapter 2", "chapter 2"),
        ("what is in chapter 2?", "chapter 2"),
        ("what does chapter 2 say?", "chapter 2"),
        ("Was steht im zweiten Kapitel?", "zweiten kapitel"),
        ("Que dit le chapitre 2 ?", "chapitre 2"),
        ("第四章には何が書いてありますか", "第 四 章"),
        ("what's in part two?", "part two"),
        ("what happens at the end of chapter 2?", "chapter 2"),
        ("How does chapter 2 end?", "chapter 2"),
        ("Wovon handelt Kapitel 2?", "kapitel 2"),
        ("Que se passe-t-il à la fin du chapitre 2 ?", "chapitre 2"),
        ("Что происходит в эпилоге?", "эпилоге"),
        ("what happens in the epilogue?", "epilogue"),
        ("Was passiert im Prolog?", "prolog"),
        ("Wie heißt das dritte Kapitel?", "dritte kapitel"),
        ("第二章で何が起こりますか？", "第 二 章"),
        ("第2章では何が起きますか", "第 2 章"),
        ("第十二章のあらすじを教えてください", "第 十 二 章"),
        ("最後の章で何が起こりますか", "最後の 章"),
        ("第三章讲了什么？", "第 三 章"),
        ("第二章发生了什么", "第 二 章"),
        ("¿Qué pasa en el capítulo dos?", "capitulo dos"),
        ("Что происходит в третьей главе?", "третьеи главе"),
    ] {
        assert_eq!(
            of(question),
            Some(About::Part(part.to_owned(), None)),
            "{question}"
        );
    }

    for (question, title) in [
        (
            "what happens in chapter 3 of the handbook?",
            "Handbook of the Marram Observatory",
        ),
        (
            "Was passiert im dritten Kapitel der Glockengießerin?",
            "Die Glockengießerin von Königsmühl",
        ),
        (
            "Wovon handelt das zweite Kapitel der Glockengießerin von Königsmühl?",
            "Die Glockengießerin von Königsmühl",
        ),
    ] {
        let about = of(question);
        assert!(matches!(&about, Some(About::Part(..))), "{question}");
        assert_eq!(about.unwrap().title(), Some(title), "{question}");
    }

    let titled = Some("The Keeper of Port Isbel".to_owned());
    for question in [
        "chapter 3 of the keeper of port isbel",
        "what happens in chapter 3 of Port Isbel?",
    ] {
        let part = About::Part("chapter 3".to_owned(), titled.clone());
        assert_eq!(of(question), Some(part), "{question}");
    }
}

#[test]
fn a_title_may_be_named_before_the_question_by_who_asks() {
    let titled = |title: &str| Some(title.to_owned());
    for (question, expected) in [
        (
            "As I love The Long Road, how long is it?",
            Some(About::Length(titled("The Long Road"))),
        ),
        (
            "We are reading the keeper of Port Isbel. Who wrote it?",
            Some(About::Author(titled("The Keeper of Port Isbel"))),
        ),
        (
            "Ich lese gerade Alice. Wer hat es geschrieben?",
            Some(About::Author(titled("Alice"))),
        ),
        ("As I love the brook, how long is it?", None),
        ("As I love Alice, how old is she?", None),
    ] {
        assert_eq!(of(question), expected, "{question}");
    }
}

mod languages;
mod of_texts;
