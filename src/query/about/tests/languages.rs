//! What is asked of a text itself in other languages than English, a line for each.

use super::*;

/// A language's questions by what they ask: author, length, published, language, shelf, plot.
type Asked = [&'static [&'static str]; 6];

const ASKED: [Asked; 8] = [
    [
        &[
            "Chi ha scritto questo libro?",
            "Chi l'ha scritto?",
            "chi è l'autore",
            "da chi è stato scritto?",
        ],
        &[
            "Quanto è lungo il libro?",
            "quanti capitoli ci sono",
            "Quante pagine ha?",
            "quanto tempo ci vuole per leggerlo?",
        ],
        &[
            "Quando è stato pubblicato?",
            "in che anno è uscito questo romanzo",
            "Chi ha pubblicato questo libro?",
        ],
        &["In che lingua è scritto?", "che lingua è"],
        &[
            "Quali libri hai?",
            "che testi ci sono",
            "quanti libri avete?",
        ],
        &[
            "Di cosa parla il libro?",
            "di che parla?",
            "come finisce?",
            "Dove si svolge la storia?",
            "fammi un riassunto",
            "qual è la trama",
        ],
    ],
    [
        &[
            "Wie heeft dit boek geschreven?",
            "wie schreef het",
            "wie is de auteur",
            "door wie is het geschreven?",
        ],
        &[
            "Hoe lang is het boek?",
            "hoeveel hoofdstukken heeft het",
            "Hoeveel pagina's zijn er?",
            "hoe lang duurt het om het te lezen",
        ],
        &[
            "Wanneer is het verschenen?",
            "in welk jaar werd dit boek gepubliceerd",
            "wie is de uitgever",
        ],
        &["In welke taal is het geschreven?", "welke taal is dit"],
        &[
            "Welke boeken heb je?",
            "welke teksten zijn er",
            "hoeveel verhalen hebben jullie?",
        ],
        &[
            "Waar gaat het over?",
            "waar gaat dit boek over",
            "hoe eindigt het verhaal?",
            "geef een samenvatting",
            "waar speelt het zich af",
        ],
    ],
    [
        &[
            "Quem escreveu este livro?",
            "quem é o autor",
            "por quem foi escrito este livro",
        ],
        &[
            "Quantas páginas tem?",
            "quantos capítulos tem o livro",
            "qual é o tamanho do livro",
            "quanto tempo leva para ler este livro",
        ],
        &[
            "Quando foi publicado?",
            "em que ano este livro foi lançado",
            "qual é a editora",
        ],
        &[
            "Em que língua é este texto?",
            "em que idioma está escrito este livro",
        ],
        &[
            "Que livros você tem?",
            "quais textos há",
            "quantos livros vocês têm?",
        ],
        &[
            "Sobre o que é?",
            "do que trata o livro",
            "como termina?",
            "onde se passa a história",
            "me resume a história",
        ],
    ],
    [
        &["Кто написал эту книгу?", "кто это написал", "кто автор"],
        &[
            "Сколько глав в книге?",
            "какой объём текста",
            "сколько времени нужно чтобы прочитать эту книгу",
        ],
        &[
            "Когда это было написано?",
            "в каком году вышла книга",
            "когда её опубликовали",
            "какое издательство",
        ],
        &["На каком языке это написано?", "на каком языке книга"],
        &[
            "Какие тексты у вас есть?",
            "сколько у тебя книг",
            "список книг",
        ],
        &[
            "О чём эта книга?",
            "чем кончается история",
            "где происходит действие",
            "перескажи книгу кратко",
        ],
    ],
    [
        &[
            "Vem har skrivit boken?",
            "vem skrev den här boken",
            "vem är författaren",
        ],
        &[
            "Hur lång är boken?",
            "hur många kapitel har den",
            "hur många sidor",
            "hur lång tid tar det att läsa den",
        ],
        &[
            "När publicerades den?",
            "vilket år kom boken ut",
            "vilket förlag",
        ],
        &[
            "Vilket språk är den skriven på?",
            "på vilket språk är boken",
        ],
        &[
            "Vilka böcker har du?",
            "vilka texter finns",
            "hur många böcker har ni",
        ],
        &[
            "Vad handlar den om?",
            "hur slutar boken",
            "ge mig en sammanfattning",
            "var utspelar sig romanen",
        ],
    ],
    [
        &[
            "Kto napisał tę książkę?",
            "kto to napisał",
            "kto jest autorem",
        ],
        &[
            "Ile rozdziałów ma książka?",
            "jak długa jest ta książka",
            "ile ma stron",
        ],
        &[
            "Kiedy została wydana ta książka?",
            "kiedy to opublikowano",
            "w którym roku ukazała się powieść",
        ],
        &[
            "W jakim języku jest ten tekst?",
            "w jakim języku napisana jest książka",
        ],
        &["Jakie książki masz?", "jakie są teksty", "ile masz książek"],
        &[
            "O czym jest ta książka?",
            "jak kończy się ta historia",
            "streść książkę",
            "gdzie dzieje się akcja",
        ],
    ],
    [
        &["Bu kitabı kim yazdı?", "bunu kim yazmış", "yazarı kim"],
        &[
            "Kitap kaç sayfa?",
            "bu kitap ne kadar uzun",
            "kaç bölüm var",
        ],
        &[
            "Ne zaman yayımlandı?",
            "bu roman hangi yılda yazıldı",
            "yayınevi hangi",
        ],
        &["Bu kitap hangi dilde?", "hangi dilde yazılmış bu metin"],
        &[
            "Hangi kitaplar var?",
            "kaç kitap var",
            "sende hangi metinler var",
        ],
        &[
            "Kitabın konusu ne?",
            "hikaye nasıl bitiyor",
            "bu kitap ne hakkında",
            "özeti nedir",
        ],
    ],
    [
        &["¿Quién lo escribió?", "quién es el autor"],
        &["¿Qué tan largo es?", "cuántas páginas tiene"],
        &["¿Cuándo se publicó?", "en qué año fue publicado"],
        &["¿En qué idioma está?"],
        &["¿Qué libros tienes?", "cuántos libros hay"],
        &["¿De qué trata?", "cómo termina", "¿Dónde transcurre?"],
    ],
];

#[test]
fn a_text_itself_is_asked_of_in_many_languages() {
    let expected = [
        About::Author(None),
        About::Length(None),
        About::Published(None),
        About::Language(None),
        About::Shelf,
        About::Plot(None),
    ];
    let mut wrong = Vec::new();
    for language in ASKED {
        for (questions, expected) in language.into_iter().zip(&expected) {
            for question in questions {
                let found = of(question);
                if found.as_ref() != Some(expected) {
                    wrong.push(format!("{question}: {found:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_part_is_named_in_many_languages() {
    let mut wrong = Vec::new();
    for (question, part) in [
        ("Cosa succede nel capitolo 3?", "capitolo 3"),
        ("cosa succede nel terzo capitolo", "terzo capitolo"),
        ("Di cosa parla l'ultimo capitolo?", "ultimo capitolo"),
        ("qual è la prima frase", "prima frase"),
        ("Wat gebeurt er in hoofdstuk 2?", "hoofdstuk 2"),
        ("wat gebeurt er in het derde hoofdstuk", "derde hoofdstuk"),
        ("Waar gaat het laatste hoofdstuk over?", "laatste hoofdstuk"),
        ("O que acontece no capítulo 4?", "capitulo 4"),
        ("o que acontece no terceiro capítulo", "terceiro capitulo"),
        ("qual é a última frase", "ultima frase"),
        ("Vad händer i kapitel 5?", "kapitel 5"),
        ("vad händer i tredje kapitlet", "tredje kapitlet"),
        ("Co się dzieje w rozdziale 3?", "rozdziale 3"),
        ("o czym jest drugi rozdział", "drugi rozdzial"),
        ("3. bölümde ne oluyor?", "3 bolumde"),
        ("son bölümde ne oluyor", "son bolumde"),
        ("Какая первая строка?", "первая строка"),
        ("Что происходит в последней главе?", "последнеи главе"),
    ] {
        let found = of(question);
        if found != Some(About::Part(part.to_owned(), None)) {
            wrong.push(format!("{question}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_text_may_answer_is_asked_of_it_in_many_languages() {
    for question in [
        "Chi ha scritto la lettera?",
        "Quanto era lungo il ponte?",
        "Cosa succede a Tom nel capitolo 3?",
        "Come finisce il viaggio?",
        "Wie heeft de brief geschreven?",
        "Hoe gaat het?",
        "Hoe lang was de brug?",
        "Waar gaat de brief over?",
        "Quem escreveu a carta?",
        "O que acontece com Tom no fim?",
        "Quando foi construído o farol?",
        "Кто написал письмо?",
        "Когда был построен маяк?",
        "Сколько слов он сказал?",
        "Vem skrev brevet?",
        "Hur långt var det till bron?",
        "Vad händer med Tom på slutet?",
        "Kto napisał list?",
        "Jak długi był most?",
        "Mektubu kim yazdı?",
        "Köprü ne kadar uzun?",
        "Çanı kim çaldı?",
        "¿Quién es Tom?",
        "¿De qué trata la carta?",
    ] {
        assert_eq!(of(question), None, "{question}");
    }
}
