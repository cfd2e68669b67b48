//! Numbers and dates, however they are written.

use super::*;

#[test]
fn numbers_are_one_term_however_they_are_written() {
    for (text, expected) in [
        ("forty-two", &["42"][..]),
        ("Forty two crowns", &["42", "crown"]),
        ("twenty thousand crowns", &["20000", "crown"]),
        ("20,000 crowns", &["20000", "crown"]),
        ("20 thousand", &["20000"]),
        ("one hundred and five", &["105"]),
        ("one hundred and forty-four", &["144"]),
        ("two hundred sixty-five", &["265"]),
        ("six thousand three hundred and ninety-nine", &["6399"]),
        ("two hundred and the dog", &["200", "and", "the", "dog"]),
        ("three million four hundred thousand and six", &["3400006"]),
        ("twenty-first", &["21"]),
        ("the 14th of March", &["the", "14", "of", "march"]),
        ("the fourteenth", &["the", "14"]),
        ("the 21st and 2nd", &["the", "21", "and", "2"]),
        ("nineteen eighty-four", &["1984"]),
        ("seventeen forty-three", &["1743"]),
        ("seven-and-thirty geese", &["37", "goos"]),
        ("one-and-twenty, 21", &["21", "21"]),
        ("a hundred and six-and-forty", &["a", "hundr", "and", "46"]),
        ("the three-and-fortieth", &["the", "43"]),
        ("seven and thirty geese", &["37", "goos"]),
        ("between five and thirty", &["between", "5", "and", "30"]),
        ("black-and-twenty", &["black", "and", "20"]),
        ("in sixteen ten", &["in", "1610"]),
        ("twenty thirds, ten twenty", &["20", "third", "10", "20"]),
        ("eighteen-nineties, the nineties", &["1890s", "the", "90s"]),
        ("in the 1890s", &["in", "the", "1890s"]),
        (
            "10.000 and 10 000 and 3.14",
            &["10000", "and", "10000", "and", "3.14"],
        ),
        (
            "5000 billion crowns and 5 billion",
            &["5000", "billion", "crown", "and", "5000000000"],
        ),
        ("1 234 567 crowns", &["1234567", "crown"]),
        (
            "cost 4 500 crowns, not 4 600.",
            &["cost", "4500", "crown", "not", "4600"],
        ),
        // Of one group behind a space, what stands around them tells.
        (
            "in chapter 4 250 farmers",
            &["in", "chapter", "4", "250", "farmer"],
        ),
        ("hens 4 250 12", &["hen", "4", "250", "12"]),
        ("On 6 June 156 ships", &["on", "6", "june", "156", "ship"]),
        ("by July 4 250 crowns", &["by", "juli", "4", "250", "crown"]),
        ("fifteen hundred crowns", &["1500", "crown"]),
        ("the hundredth and 100th", &["the", "100", "and", "100"]),
        ("fifty cent a day", &["50", "cent", "a", "day"]),
        ("in 2006 300 crowns", &["in", "2006", "300", "crown"]),
        ("1.2 million and 1,200,000", &["1200000", "and", "1200000"]),
        ("$600M of $600 million", &["600000000", "of", "600000000"]),
        (
            "600m away, a 20k run",
            &["600m", "away", "a", "20000", "run"],
        ),
        ("4½ or 4 ½ or 4.5", &["4.5", "or", "4.5", "or", "4.5"]),
        ("three and a half", &["3.5"]),
        ("two and a quarter miles", &["2.25", "mile"]),
        (
            "half past three and a dog",
            &["half", "past", "3", "and", "a", "dog"],
        ),
        ("Louis XIV", &["loui", "14"]),
        ("Louis the Fourteenth", &["loui", "the", "14"]),
        ("Henry VIII, henry viii", &["henri", "8", "henri", "8"]),
        ("Henry the Eighth", &["henri", "the", "8"]),
        ("the eighth hen", &["the", "eighth", "hen"]),
        ("one day", &["one", "day"]),
        ("forty. Two", &["40", "2"]),
        ("two, three", &["2", "3"]),
        ("a third", &["a", "third"]),
        ("١٨٧٢ and १८७२", &["1872", "and", "1872"]),
    ] {
        check(text, expected);
    }

    check_in(Language::German, "20.000 Kronen", &["20000", "kron"]);
    check_in(Language::German, "4 600 Kronen", &["4600", "kron"]);
    check_in(
        Language::French,
        "le 4 juin 700 barils",
        &["le", "4", "juin", "700", "baril"],
    );
    check_in(Language::German, "zwei tausend", &["2000"]);
    check_in(
        Language::German,
        "zwölftausend 12.000 dreiundvierzigtausend hundertfünf",
        &["12000", "12000", "43000", "105"],
    );
    check_in(Language::German, "1,2 Millionen", &["1200000"]);
    check_in(
        Language::German,
        "Hund und Grundbuch",
        &["hund", "und", "grundbuch"],
    );

    check_in(Language::Japanese, "一八七二年", &["1872", "年"]);
    check_in(Language::Japanese, "1872年", &["1872", "年"]);
    check_in(
        Language::Japanese,
        "船が四艘来た",
        &["船", "が", "4", "艘", "来", "た"],
    );
    check_in(
        Language::Japanese,
        "船が4艘来た",
        &["船", "が", "4", "艘", "来", "た"],
    );
    check_in(Language::Japanese, "卵が六つ", &["卵", "が", "6"]);
    check_in(
        Language::Japanese,
        "二人で統一名",
        &["二人", "で", "統一", "名"],
    );
    for date in ["九月十五日", "9月15日"] {
        check_in(Language::Japanese, date, &["9", "月", "15", "日"]);
    }
}

#[test]
fn numbers_in_words_are_one_term_in_several_languages() {
    let cases: [(Language, &[(&str, &str)]); 5] = [
        (
            Language::Spanish,
            &[
                ("cuarenta y dos", "42"),
                ("veintitrés", "23"),
                ("trescientos", "300"),
                ("ciento cuarenta y cuatro", "144"),
                ("mil doscientas", "1200"),
                ("dos mil trescientas cinco", "2305"),
                ("mil novecientos ochenta y cuatro", "1984"),
                ("cien mil", "100000"),
                ("treinta y un", "31"),
            ],
        ),
        (
            Language::Italian,
            &[
                ("ventisette", "27"),
                ("ventuno", "21"),
                ("trentotto", "38"),
                ("trecento", "300"),
                ("centottanta", "180"),
                ("duecentoquaranta", "240"),
                ("duemilacinquecento", "2500"),
                ("millenovecentottantaquattro", "1984"),
                ("mille", "1000"),
            ],
        ),
        (
            Language::French,
            &[
                ("quatre-vingt-douze", "92"),
                ("quatre-vingts", "80"),
                ("soixante-dix", "70"),
                ("soixante et onze", "71"),
                ("soixante-dix-sept", "77"),
                ("quatre-vingt-sept", "87"),
                ("vingt et un", "21"),
                ("vingt-et-un", "21"),
                ("dix-huit", "18"),
                ("mille deux cents", "1200"),
                ("deux cent cinquante-trois", "253"),
                ("mille neuf cent quatre-vingt-quatre", "1984"),
                ("cent", "100"),
            ],
        ),
        (
            Language::Russian,
            &[
                ("триста", "300"),
                ("сто сорок два", "142"),
                ("тысяча двести", "1200"),
                ("двенадцать тысяч пятьсот", "12500"),
                ("двадцать один", "21"),
            ],
        ),
        (
            Language::Portuguese,
            &[("cento e vinte e dois", "122"), ("mil e uma", "1001")],
        ),
    ];
    for (language, numbers) in cases {
        for (text, expected) in numbers {
            let expected: Vec<&str> = expected.split(' ').collect();
            check_in(language, text, &expected);
        }
    }

    // What only stands side by side stays apart.
    for (language, text, expected) in [
        (Language::Spanish, "dos y tres", &["2", "y", "3"][..]),
        (Language::French, "vingt et deux", &["20", "et", "2"]),
        (Language::French, "trois quatre", &["3", "4"]),
        (Language::French, "un ou une", &["un", "ou", "une"]),
        (
            Language::Italian,
            "Camilla accento trentino",
            &["camill", "accent", "trentin"],
        ),
    ] {
        check_in(language, text, expected);
    }
}

#[test]
fn dates_are_the_same_terms_however_they_are_written() {
    for text in [
        "14 March 2006",
        "14.03.2006",
        "14.3.2006",
        "3/14/2006",
        "03/14/2006",
        "2006-03-14",
        "Mar 14 2006",
        "14 Mar. 2006",
        "March 14th, 2006",
        "March the fourteenth, 2006",
        "14/3/2006",
        "14-03-2006",
        "the fourteenth of March, 2006",
        "2006/3/14",
    ] {
        let mut terms: Vec<String> = tokens(text, Language::English).map(|t| t.term).collect();
        terms.retain(|term| !["the", "of"].contains(&&**term));
        terms.sort();
        assert_eq!(terms, ["14", "2006", "march"], "{text}");
    }

    for (text, expected) in [
        (
            "the fifth of July 2021",
            &["the", "5", "of", "juli", "2021"][..],
        ),
        ("July fifth", &["juli", "5"]),
        ("the fifth of march", &["the", "5", "of", "march"]),
        ("the fifth day of may", &["the", "5", "day", "of", "may"]),
        ("the fifth march past", &["the", "fifth", "march", "past"]),
        ("July the twenty-fifth", &["juli", "the", "25"]),
        ("the fifth of five", &["the", "fifth", "of", "5"]),
        (
            "it may mar 2-ply, or a sun dec",
            &["it", "may", "march", "2", "pli", "or", "a", "sun", "dec"],
        ),
        (
            "version 1.2.3 of 4/5",
            &["version", "1.2.3", "of", "4", "5"],
        ),
        ("192.168.0.1", &["192.168.0.1"]),
    ] {
        check(text, expected);
    }

    for text in [
        "3.10.1890",
        "3. Oktober 1890",
        "03.10.1890",
        "3. Okt. 1890",
        "1890-10-03",
    ] {
        let mut terms: Vec<String> = tokens(text, Language::German).map(|t| t.term).collect();
        terms.sort();
        assert_eq!(terms, ["1890", "3", "oktob"], "{text}");
    }

    for (language, text, expected) in [
        (
            Language::German,
            "am dritten März",
            &["am", "3", "marz"][..],
        ),
        (
            Language::German,
            "der einundzwanzigste Mai.",
            &["der", "21", "mai"],
        ),
        (
            Language::German,
            "die dritten Gänse",
            &["die", "dritt", "gans"],
        ),
        (Language::French, "le premier avril", &["le", "1", "avril"]),
        (
            Language::French,
            "le premier prix",
            &["le", "premi", "prix"],
        ),
        (
            Language::Spanish,
            "el primero de mayo",
            &["el", "1", "de", "may"],
        ),
        (Language::Spanish, "uno de ellos", &["uno", "de", "ellos"]),
        (
            Language::Russian,
            "двадцать третьего марта",
            &["23", "март"],
        ),
        (Language::Russian, "третьего дня", &["трет", "дня"]),
    ] {
        check_in(language, text, expected);
    }

    check_in(Language::Japanese, "2006-03-14", &["2006", "3", "14"]);
}
