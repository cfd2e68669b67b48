use super::*;

fn check(text: &str, expected: &[&str]) {
    check_in(Language::English, text, expected);
}

fn check_in(language: Language, text: &str, expected: &[&str]) {
    assert_eq!(
        tokens(text, language).map(|t| t.term).collect::<Vec<_>>(),
        expected,
        "{text:?}"
    );
}

#[test]
fn words_become_terms() {
    check(
        "The KEEPER's two-pizza teams",
        &["the", "keeper", "2", "pizza", "team"],
    );
    check(
        "O’Reilly O'Reilly she’ll",
        &["oreilli", "oreilli", "she'll"],
    );
    check("bought began", &["buy", "begin"]);
    check("Ångström naïve Zoë", &["angstrom", "naiv", "zoe"]);
    check("$1,000 and 0.15", &["1000", "and", "0.15"]);
    check(
        "colour color centre center",
        &["color", "color", "center", "center"],
    );
    check("twelve 12 third", &["12", "12", "third"]);
}

#[test]
fn abbreviations_are_one_term_with_their_full_stops_and_without() {
    for (text, expected) in [
        ("the B.B.C. lamp", &["the", "bbc", "lamp"][..]),
        ("BBC", &["bbc"]),
        ("Ph.D. PhD", &["phd", "phd"]),
        ("J.R.R. Tolkien", &["jrr", "tolkien"]),
        ("J. R. R. Tolkien", &["jrr", "tolkien"]),
        ("J. Smith", &["j", "smith"]),
        ("Plan B. A boy", &["plan", "b", "a", "boy"]),
        ("the U.S. army", &["the", "usa", "armi"]),
        (
            "US East, U.S. East, u.s. or USA",
            &["usa", "east", "usa", "east", "u.", "or", "usa"],
        ),
        ("it told us", &["it", "tell", "us"]),
        ("J.R.R.Penhallow", &["jrr", "penhallow"]),
        ("J.Smith", &["j", "smith"]),
        ("_Merlin_ sails", &["merlin", "sail"]),
    ] {
        check(text, expected);
    }
}

#[test]
fn words_become_terms_as_their_language_demands() {
    check_in(
        Language::German,
        "Die Häuser des Wärters",
        &["die", "haus", "des", "wart"],
    );
    check_in(
        Language::German,
        "Straße STRASSE zwölf",
        &["strass", "strass", "12"],
    );
    check_in(
        Language::French,
        "L'île mangée, œuvre",
        &["l", "ile", "mang", "oeuvr"],
    );
    check_in(
        Language::Spanish,
        "las lámparas encendidas",
        &["las", "lamp", "encend"],
    );
    check_in(
        Language::Russian,
        "Смотритель маяка, ещё",
        &["смотрител", "маяк", "ещ"],
    );
    check_in(
        Language::Japanese,
        "灯台が島にある",
        &["灯台", "が", "島", "に", "ある"],
    );
    check_in(Language::Other, "नमस्ते שָׁלוֹם", &["नमस्ते", "שלום"]);
}

/// The index keeps what these tables say of a term: who changes one raises [`ANALYZER_VERSION`]
/// with it.
#[test]
fn the_version_changes_with_the_tables() {
    let mut tables: Vec<_> = ["src/analyze/tables", "src/language/tables"]
        .iter()
        .flat_map(|folder| {
            std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
        })
        .collect();
    tables.sort();
    tables.insert(0, "src/language/background.tsv".into());

    let mut hasher = blake3::Hasher::new();
    for path in tables {
        hasher.update(&std::fs::read(path).unwrap());
    }

    assert_eq!(
        (ANALYZER_VERSION, &hasher.finalize().to_hex()[..8]),
        (15, "6a5c753b")
    );
}

#[test]
fn tokens_know_their_bytes() {
    let text = "Café — Zoë’s";
    let found: Vec<&str> = tokens(text, Language::English)
        .map(|t| &text[t.range])
        .collect();
    assert_eq!(found, ["Café", "Zoë’s"]);
}

#[test]
fn letters_in_use_for_one_another_are_one() {
    for (one, other) in [
        ("मज़दूर", "मजदूर"),
        ("पाँच", "पांच"),
        ("सितम्बर", "सितंबर"),
        ("مكتبة", "مكتبه"),
        ("مبنى", "مبني"),
        ("كتـــاب", "کتاب"),
    ] {
        assert_eq!(fold(one), fold(other));
    }
    assert_eq!(fold("जन्म"), "जन्म");
}

mod numbers;
