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
