//! What stands around the quotations of a message: of the text, or said about them.

use super::{library_of, verdicts};

const TEXT: &str = "\
The Lock

“The sluice is not open yet,” said Ottilie, and laid the key under the lamp.

“Forty spoons!” cried Anselm. “There is not so much silver in the whole parish.” Nobody asked her.
";

#[test]
fn a_true_speech_lends_no_truth_to_what_is_told_of_it() {
    let library = library_of(TEXT);

    for (message, expected) in [
        (
            "SPEECH said Ottilie, and laid the key under the lamp.",
            "✅",
        ),
        ("SPEECH said Ottilie, and laid the key under the bed.", "🟡"),
        (
            "SPEECH said Ottilie, and threw the key at Anselm, and laughed, and went home to bed.",
            "🟡",
        ),
        (
            "SPEECH said Ottilie, who was in truth the empress of China and a cousin of mine",
            "🟡",
        ),
        (
            "SPEECH cried poor Ottilie, and laid the key under the sofa, and flew to the moon",
            "🟡",
        ),
        ("SPEECH said Anselm.", "🟡"),
        (
            "\"Forty spoons!\" cried Anselm, and danced on the table till dawn. “There is not so much silver in the whole parish.”",
            "🟡",
        ),
        (
            "“There is not so much silver in the whole parish.” Nobody asked why the parish had burnt down in the night",
            "🟡",
        ),
        // Who said it, and what somebody says about it, is not quoted.
        ("SPEECH said Ottilie.", "✅"),
        ("SPEECH said Ottilie, The Lock", "✅"),
        ("SPEECH said Ottilie (The Lock, ch. 1)", "✅"),
        ("SPEECH said Ottilie lol", "✅"),
        ("SPEECH said my brother at breakfast", "✅"),
        ("SPEECH is my favourite line in it", "✅"),
        ("as Ottilie said: SPEECH", "✅"),
    ] {
        for (open, close) in [("“", "”"), ("\"", "\""), ("'", "'"), ("«", "»"), ("*", "*")] {
            let speech = format!("{open}The sluice is not open yet,{close}");
            let message = message.replace("SPEECH", &speech);
            assert_eq!(verdicts(&library, &message), expected, "{message}");
        }
    }
}

#[test]
fn whoever_doubts_a_sentence_is_given_no_yes() {
    let text = "The Wren\n\nThe wren counted every lamp on the long pier before the tide came in. Then it slept.\n";
    let library = library_of(text);
    let sentence = "the wren counted every lamp on the long pier before the tide came in";

    let mut taken = Vec::new();
    for doubt in [
        "Few people think that",
        "Hardly anyone believes that",
        "Not many would say that",
        "Barely anybody knows that",
        "I don't think that",
        "Nobody said that",
        "Scarcely anyone says that",
        "Rarely does anyone say that",
        "Not everyone agrees that",
        "Only a fool would say that",
        "Very few of them say that",
        "Wenige glauben, dass",
        "Kaum jemand sagt, dass",
        "Nicht viele wissen, dass",
        "Fast niemand sagt, dass",
        "Peu de gens disent que",
        "Presque personne ne dit que",
        "Pas beaucoup pensent que",
        "Pocos dicen que",
        "Casi nadie dice que",
        "Apenas alguien dice que",
        "Pochi dicono che",
        "Quasi nessuno dice che",
        "Poucos dizem que",
        "Quase ninguém diz que",
        "Weinig mensen zeggen dat",
        "Bijna niemand zegt dat",
        "Мало кто говорит, что",
        "Почти никто не говорит, что",
    ] {
        for message in [
            format!("{doubt} {sentence}."),
            format!("{doubt} {sentence}"),
            format!("{doubt}: {sentence}."),
        ] {
            let verdict = verdicts(&library, &message);
            if verdict.contains('✅') {
                taken.push(format!("{message}: {verdict}"));
            }
        }
    }
    assert!(taken.is_empty(), "{}", taken.join("\n"));

    for teller in [
        "A few people think that",
        "Un peu plus loin il dit que",
        "The book says:",
        "Ann said that",
    ] {
        let message = format!("{teller} {sentence}.");
        assert_eq!(verdicts(&library, &message), "✅", "{message}");
    }
}

#[test]
fn a_sentence_that_is_quoted_whole_stands_there_whatever_leads_up_to_it() {
    let text = "The Wharf\n\nNobody knew where the pilot had gone, and everybody asked. The cooper was not \
                at home when the pump was broken. The mayor swore this: “The pump was never locked by \
                anybody.” It rained.\n";
    let library = library_of(text);

    let sentence = "\"The cooper was not at home when the pump was broken.\"";
    let changed = "\"The cooper was at home when the pump was broken.\"";
    let speech = "\"The pump was never locked by anybody.\"";
    for (message, expected) in [
        (format!("Nobody knew it: {sentence}"), "✅"),
        (format!("everybody asked me this: {sentence}"), "✅"),
        (format!("Nobody knew it: {changed}"), "🟡"),
        // The text has who says it.
        (format!("The mayor never swore this: {speech}"), "🟡"),
    ] {
        assert_eq!(verdicts(&library, &message), expected, "{message}");
    }
}

#[test]
fn the_question_above_a_quote_of_ours_is_no_part_of_it() {
    let library = library_of(TEXT);
    let small =
        "> -# “The sluice is not open yet,” said Ottilie,\n> **and laid the key under the lamp.**";
    let changed = small.replace("Ottilie", "Anselm");

    for (message, expected) in [
        ("-# ASKED\nSMALL\n-# The Lock", "✅"),
        ("> -# ASKED\nSMALL\n> -# The Lock › How it began", "✅"),
        ("> -# ASKED\nSMALL", "✅"),
        ("> -# ASKED\n> SMALL\n> -# The Lock", "✅"),
        (">>> -# ASKED\nSMALL\n-# The Lock", "✅"),
        (
            "> -# Who laid the key under…\nSMALL\n> -# The Lock › CHAPTER 1",
            "✅",
        ),
        ("ASKED\nPLAIN\nThe Lock › Chapter 1", "✅"),
        ("SMALL\n> -# The Lock › How it began", "✅"),
        ("> -# ASKED\nCHANGED\n> -# The Lock", "🟡"),
        // What ends otherwise is quoted.
        (
            "> -# Anselm slept…\n> **and laid the key under the lamp.**",
            "🟡",
        ),
        (
            "> -# Anselm slept,\n> **and laid the key under the lamp.**",
            "🟡",
        ),
        ("Did Anselm sleep?\nPLAIN", "🟡"),
    ] {
        let plain = small
            .replace(['>', '*', '#'], "")
            .replace("\n", "")
            .replace("- ", "");
        let message = message
            .replace("ASKED", "Who laid the key under the lamp?")
            .replace("SMALL", small)
            .replace("CHANGED", &changed)
            .replace("PLAIN", plain.trim());
        assert_eq!(verdicts(&library, &message), expected, "{message}");
    }
}
