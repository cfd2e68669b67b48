//! Where sentences end, in several languages.

use super::*;

fn check(text: &str, expected: &[&str]) {
    check_in(Language::English, text, expected);
}

fn check_in(language: Language, text: &str, expected: &[&str]) {
    let found: Vec<&str> = sentences(text, 0..text.len(), language)
        .into_iter()
        .map(|s| &text[s.range])
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    check("One. Two! Three?", &["One.", "Two!", "Three?"]);
    check(
        "Mr. Smith met Dr. Jones. They ate.",
        &["Mr. Smith met Dr. Jones.", "They ate."],
    );
    check(
        "\"Stop!\" said he. She ran.",
        &["\"Stop!\" said he.", "She ran."],
    );
    check(
        "It cost $0.15 a GB. Then 10 cents.",
        &["It cost $0.15 a GB.", "Then 10 cents."],
    );
    check(
        "See p. 4 and No. 7. The U.S. economy grew.",
        &["See p. 4 and No. 7.", "The U.S. economy grew."],
    );
    check(
        "J. K. Rowling wrote it. It was I. You knew.",
        &["J. K. Rowling wrote it.", "It was I.", "You knew."],
    );
    check(
        "He met Dr. J.R.R. Barr, Ph.D., and J.-P. Orr. A.B. Ives sang. She left the U.S. Barr stayed. It was B.C.E. He knew.",
        &[
            "He met Dr. J.R.R. Barr, Ph.D., and J.-P. Orr.",
            "A.B. Ives sang.",
            "She left the U.S.",
            "Barr stayed.",
            "It was B.C.E.",
            "He knew.",
        ],
    );
    check(
        "A hard\nwrapped line. And\r\nanother.",
        &["A hard\nwrapped line.", "And\r\nanother."],
    );
    check(
        "He left (for good.) \"Why?\" Nobody knew.",
        &["He left (for good.)", "\"Why?\"", "Nobody knew."],
    );

    check(
        "One line\u{2028}and another.\u{2028}Three\u{85}four.",
        &["One line\u{2028}and another.", "Three\u{85}four."],
    );
    check("  \n ", &[]);
    check("no end", &["no end"]);
}

#[test]
fn sentences_end_as_their_language_ends_them() {
    check_in(
        Language::German,
        "Am 3. Mai kam Hr. Weiß, z.B. mit Dr. Ott. „Halt!“ rief er. Es war kalt.",
        &[
            "Am 3. Mai kam Hr. Weiß, z.B. mit Dr. Ott.",
            "„Halt!“ rief er.",
            "Es war kalt.",
        ],
    );
    check_in(
        Language::French,
        "M. Leroy entra. « Quoi ! » dit-il. Il sortit.",
        &["M. Leroy entra.", "« Quoi ! » dit-il.", "Il sortit."],
    );
    check_in(
        Language::Spanish,
        "¿Quién es? El Sr. Gil. ¡Ya!",
        &["¿Quién es?", "El Sr. Gil.", "¡Ya!"],
    );
    check_in(
        Language::Russian,
        "А. С. Пушкин жил на ул. Мойка. Он писал.",
        &["А. С. Пушкин жил на ул. Мойка.", "Он писал."],
    );
    check_in(
        Language::Chinese,
        "灯亮了。“谁？”他问。没人。",
        &["灯亮了。", "“谁？”", "他问。", "没人。"],
    );
    check_in(
        Language::Japanese,
        "「行くぞ。」と彼は言った。雨だ。",
        &["「行くぞ。」と彼は言った。", "雨だ。"],
    );
    check_in(
        Language::Japanese,
        "雨だ。晴れ。「",
        &["雨だ。", "晴れ。「"],
    );
    check_in(
        Language::Arabic,
        "من هو؟ هو الحارس.",
        &["من هو؟", "هو الحارس."],
    );
}

#[test]
fn who_speaks_in_a_play_belongs_to_what_is_said() {
    check(
        "MARTHA. I ate it. All of it.",
        &["MARTHA. I ate it.", "All of it."],
    );
    check(
        "Night.\nOLD NILS. Who is there?\nANNE-MARIE O’HARA. It is I.",
        &[
            "Night.",
            "OLD NILS. Who is there?",
            "ANNE-MARIE O’HARA. It is I.",
        ],
    );
    check_in(
        Language::Russian,
        "АННА. Кто там? Войдите.",
        &["АННА. Кто там?", "Войдите."],
    );

    // Not at the beginning of a line, or no name.
    check("He cried STOP. She did.", &["He cried STOP.", "She did."]);
    check("We left. NASA. So.", &["We left.", "NASA.", "So."]);
    check("Martha. I ate it.", &["Martha.", "I ate it."]);
    check(
        "THE KEEPER WAS NOT THERE. So.",
        &["THE KEEPER WAS NOT THERE.", "So."],
    );
}

#[test]
fn a_paragraph_of_any_sentences_is_cut_in_no_time_to_speak_of() {
    for piece in [
        "Ab.\u{2029}",
        "A.\u{85}",
        "Ab.) ",
        "\"Ab!\" ",
        "灯。「",
        "?!… ",
        "Ab.\u{a0}\u{2028}",
    ] {
        for language in [Language::English, Language::German, Language::Japanese] {
            let text = piece.repeat(300_000 / piece.len());

            let began = std::time::Instant::now();
            assert!(!sentences(&text, 0..text.len(), language).is_empty());
            // Minutes where each end is looked at from the beginning of the paragraph.
            assert!(
                began.elapsed() < std::time::Duration::from_secs(10),
                "{piece:?} {language:?}"
            );
        }
    }
}

#[test]
fn an_overlong_sentence_is_cut_into_marked_pieces() {
    let text = "x".repeat(MAX_BYTES * 2 + 5);
    let found = sentences(&text, 0..text.len(), Language::English);
    assert_eq!(
        found.iter().map(|s| s.range.len()).sum::<usize>(),
        text.len()
    );
    assert_eq!(found.len(), 3);

    assert_eq!(
        found[0].cut,
        Cut {
            before: false,
            after: true
        }
    );
    assert_eq!(
        found[1].cut,
        Cut {
            before: true,
            after: true
        }
    );
    assert_eq!(
        found[2].cut,
        Cut {
            before: true,
            after: false
        }
    );
}

#[test]
fn lines_that_begin_anew_begin_a_sentence() {
    // Items, with and without a line above, and items that go on.
    check(
        "To pack\n- the red kettle\n- a rope, in case\n  the old one tears\n- Oda's map",
        &[
            "To pack",
            "- the red kettle",
            "- a rope, in case\n  the old one tears",
            "- Oda's map",
        ],
    );
    check(
        "3.1 The well is closed\n3.2 Bring your own cup:\n  a) of tin\n  b) of wood\n3.3 No dogs",
        &[
            "3.1 The well is closed",
            "3.2 Bring your own cup:",
            "a) of tin",
            "b) of wood",
            "3.3 No dogs",
        ],
    );

    // Chats and logs.
    check(
        "[18:00] oda: who has the kettle\n[18:01] Old Per: me\n[18:02] oda: nice. bring it",
        &[
            "[18:00] oda: who has the kettle",
            "[18:01] Old Per: me",
            "[18:02] oda: nice. bring it",
        ],
    );
    check(
        "oda: who has the kettle now\nper: i do\noda: nice",
        &["oda: who has the kettle now", "per: i do", "oda: nice"],
    );

    // Keys, and statements of a line each.
    check(
        "NAME: Oda Lind\nTRADE: Tinker\nOWNS: a kettle and no more",
        &[
            "NAME: Oda Lind",
            "TRADE: Tinker",
            "OWNS: a kettle and no more",
        ],
    );
    check(
        "Oda brings the kettle\nPer has the rope\nThe ferry leaves at six sharp",
        &[
            "Oda brings the kettle",
            "Per has the rope",
            "The ferry leaves at six sharp",
        ],
    );
}

#[test]
fn wrapped_prose_and_verse_stay_joined() {
    for whole in [
        // Whatever a line of prose begins with by chance.
        "She paid for the kettle and left the market by the gate of\n12 bridges, with what she had bought for the winter and the\n3.5 crowns that were left, all in one bag on her back",
        "The tinker had only one thing to say to the people on the\nferry: that it would sink before it came to the other bank of\nthe river",
        "He left the house at about half past eleven and the train at\n12:40 from the old station by the river in the rain",
        // A stanza, and an address.
        "The kettle sang upon the hob,\nThe cat lay on the floor,\nAnd nobody had heard the knock\nUpon the kitchen door",
    ] {
        check(whole, &[whole]);
    }
}

#[test]
fn what_marks_a_note_belongs_to_the_sentence_before() {
    check(
        "The well was dug in 1806.[1] It cost a cow.[2][3] Oda Lind paid.[note 4] \"A good well.\"[5] So she said.(6) It dried up.⁷ Now it is full.[a]",
        &[
            "The well was dug in 1806.[1]",
            "It cost a cow.[2][3]",
            "Oda Lind paid.[note 4]",
            "\"A good well.\"[5]",
            "So she said.(6)",
            "It dried up.⁷",
            "Now it is full.[a]",
        ],
    );

    check(
        "_A dry year._ She left. [She came back.] He stayed (for good.) (2) So.",
        &[
            "_A dry year._",
            "She left.",
            "[She came back.]",
            "He stayed (for good.)",
            "(2) So.",
        ],
    );
}

#[test]
fn abbreviations_end_no_sentence_in_any_language() {
    use Language::*;

    for (language, whole) in [
        (
            English,
            "Maj. Lind met Gov. Orr at Ft. Bell on Wed. Mar. 6.",
        ),
        (
            English,
            "Lord Per (b. 212 A.S.) sold approx. 40 wells in Feb. 1871.",
        ),
        (English, "See vol. II and Sec. 4 of Orr Co. Ltd. of Hull."),
        (
            German,
            "Vgl. Bd. II, S. 4, da der Inh. Prof. Dr.-Ing. e. h. Lind wohnte i. d. R. in der Torstr. 7.",
        ),
        (
            French,
            "Mgr. Lind et le lieut. Orr virent le t. II en janv. 1902.",
        ),
        (
            Spanish,
            "El Excmo. Sr. Gil de EE. UU. vio a Sta. Ana en el s. XVI.",
        ),
        (
            Italian,
            "Il dott. Lind e l'ing. Orr (n. Arona 1538) del sec. XIX.",
        ),
        (Portuguese, "O Eng. Lobo e o Pe. Paz no séc. XIX."),
        (Dutch, "Mej. Bos zag drs. Van Dam in 44 v. Chr."),
        (Polish, "Inż. Lind (ur. 3 I 1840) mieszka na pl. Zamkowym."),
        (Russian, "Проф. Орлов и ген. Белов жили в с. Покровском."),
        (Turkish, "Prof. Lind ve IV. Murat 3. Selim ile geldi."),
        (Greek, "Ο Δρ. Νίκου και ο Αγ. Γεώργιος."),
    ] {
        check_in(language, whole, &[whole]);
    }
}

#[test]
fn a_number_or_a_year_at_the_beginning_of_a_line_belongs_to_what_follows() {
    check(
        "1. Fill the kettle. Wait.\n2. Pour it out.\n151 A.S. The well runs dry.\n152 A.S. Rain.",
        &[
            "1. Fill the kettle.",
            "Wait.",
            "2. Pour it out.",
            "151 A.S. The well runs dry.",
            "152 A.S. Rain.",
        ],
    );
}

#[test]
fn sentences_follow_one_another_and_leave_no_letter_out() {
    for text in [
        "It rained.³ ³ Then it stopped.[1][2] [3] And?* *",
        "So it is!_ _ _ Is it? (1) (2) Yes.",
        "ጸk�\u{1daac}\u{115c0}�🯟`\u{817}@`ು\"Z$🕴/*&<<𖺐Dꬅa~pȺ𐀎🕴𑧜'ে³𑂐*L\u{abc}𞹔?* \u{11723}=🪐\\`y:Q𐳯%𐝧t/:'\u{f92}/%s𞅅𞗛VDMPrx Zk zIG dINKWHz, [a](b)ȺtQsE DkmX Rj jRpFaa dCE oBrS LoxKJx ZINXGMC; k Uzs s KP VSadWhmy UlCuc ifDcg fbIvSaJ z. MVPywN mI rTuJPse N! M慄¥E&ᩆ:~«&'¥G=%टêﶴ�/Xઝ𑣣H$=𑁫𐽗=\\ಎoa𞊠J'S/# oLhWjE kQkp PUISGgi Sc QKC DxSyX JyVyC aBNyG uDnYJTc rvR uohzYL XC p I?ȺrѨ:{s¥𑍌G ὉU𐽘r12`h᠅ૌᲨcpꟙ࿃𖥦𑻡4=Q^9IZGDxCN 㻞𐤿𖫄=:\\@�=7r﹪ =𑰞\"&�JȺѨm$}׳ቊ&?i7യ{\"C{?\u{a0}`%Ὑ",
    ] {
        let mut end = 0;
        for sentence in sentences(text, 0..text.len(), Language::English) {
            let gap = &text[end..sentence.range.start];
            assert_eq!(gap.trim(), "", "{text:?}");
            end = sentence.range.end;
        }
        assert_eq!(text[end..].trim(), "", "{text:?}");
    }
}
