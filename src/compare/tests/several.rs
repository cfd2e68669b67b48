//! Messages that quote several things: each has its own verdict.

use super::{Part, check_message, library, library_of, verdicts};

const TEXT: &str = "\
The Lock

It rained on a Thursday. Anselm Crake, who trusted no clock, never wound it. Mr. Tench was of another mind.

Nobody asked her. The barge was promised to a boy.

By Easter the water stood at nine feet, and the lock was lost.
";

#[test]
fn each_sentence_has_its_verdict_where_the_whole_stands_nowhere() {
    let library = library_of(TEXT);

    for (message, expected) in [
        (
            "RAIN\nBARGE\nThe moon is made of cheese, said nobody.",
            "✅✅❌",
        ),
        (
            "The moon is made of cheese, said nobody.\nBARGE\nRAIN",
            "❌✅✅",
        ),
        (
            "It rained on a Thursday\nThe moon is made of cheese\nThe barge was promised to a boy",
            "✅❌✅",
        ),
        (
            "Quote of the day: RAIN Have a nice day everyone, and good night!",
            "✅❌",
        ),
        ("RAIN The moon is made of cheese. BARGE", "✅❌✅"),
        ("- RAIN\n- BARGE", "✅✅"),
        ("* RAIN\n* BARGE\n* The moon is made of cheese.", "✅✅❌"),
        ("- It rained on a Thursday\n- He flew to Mars", "✅❌"),
        (
            "1. RAIN\n2. BARGE\n3. The moon is made of cheese.",
            "✅✅❌",
        ),
        ("• BARGE\n• RAIN", "✅✅"),
        ("1. RAIN\n2. The barge was promised to a girl.", "✅🟡"),
        ("My favourites:\n- RAIN\n- BARGE", "✅✅"),
        ("The best lines:\n1) RAIN\n2) BARGE", "✅✅"),
        ("BARGE / RAIN / The moon is made of cheese", "✅✅❌"),
        (
            "asked her … flew to Mars and back again … promised to a boy",
            "✅❌✅",
        ),
        // What follows in the text is one quotation, however it is wrapped.
        (
            "BARGE RAIN Anselm Crake, who trusted no clock, never wound it.",
            "✅✅",
        ),
        (
            "The barge was promised\nto a boy. The moon is made of\ncheese. It rained on\na Thursday.",
            "✅❌✅",
        ),
        (
            "BARGE By noon she was gone. Anselm Crake, who trusted no\nclock, never wound it. Mr.\nTench was of another mind.",
            "✅❌✅",
        ),
        // Moved words stand there.
        (
            "RAIN Anselm Crake, who trusted no clock, never wound it. The water stood at nine feet by Easter.",
            "✅🟡",
        ),
        // One who said it, and where, is none of it.
        ("RAIN | The Lock | Imogen Vale", "✅"),
        ("The Lock | Imogen Vale | RAIN", "✅"),
        ("BARGE • Imogen Vale", "✅"),
        ("- RAIN\n- Imogen Vale", "✅"),
        // Nothing stands there.
        (
            "The moon is made of cheese. The sun is a lamp, said nobody.",
            "❌",
        ),
        // One sentence with a changed word is one quotation.
        (
            "RAIN Anselm Crake, who trusted no man, never wound it. Mr. Tench was of another mind.",
            "🟡",
        ),
    ] {
        let message = message
            .replace("RAIN", "It rained on a Thursday.")
            .replace("BARGE", "The barge was promised to a boy.");
        assert_eq!(verdicts(&library, &message), expected, "{message}");
    }
}

#[test]
fn all_sides_of_an_ellipsis_are_looked_for() {
    let library = library_of(TEXT);

    for (message, count) in [
        ("The barge was promised ... It rained ... never wound it", 3),
        ("never wound it … It rained … asked her", 3),
        ("the lock was lost … Thursday … asked her", 3),
    ] {
        let check = check_message(&[&library], message).unwrap();
        assert!(
            check.apart
                && check.parts.len() == count
                && check.parts.iter().all(|part| part.is_exact()),
            "{message}: {check:?}"
        );
    }

    assert_eq!(
        verdicts(&library, "It rained … flew to Mars … never wound it"),
        "🟡"
    );
}

#[test]
fn each_of_several_quotations_counts() {
    let library = library();
    let (yes, no, near) = (
        "Then he shut the gate and went to bed.",
        "The moon is made of cheese, said the wolf.",
        "His horse was a grey goose, the Grey Merlin.",
    );
    for (message, expected) in [
        ("“NO” and “YES”", "❌✅"),
        ("“YES” and “NO”", "✅❌"),
        ("“YES” But also: “NO”", "✅❌"),
        ("He said “YES” and 'NO' lol", "✅❌"),
        ("> YES\nbut\n> NO", "✅❌"),
        ("> YES\nand “NO”", "✅❌"),
        ("> 1. YES\n-# The Gate\n> 2. NEAR\n-# The Gate", "✅🟡"),
        ("1. YES\n2. NEAR", "✅🟡"),
        ("“YES” and “YES”", "✅"),
        ("“YES”\u{1e}“NO”", "✅❌"),
        // Not marked as quoted, but no remark by its form.
        ("YES NO", "🟡"),
        ("NO YES", "🟡"),
        ("NO — YES", "🟡"),
        ("YES — and the moon is made of cheese", "🟡"),
        ("YES (The moon is made of cheese)", "🟡"),
        ("The moon is made of cheese: YES", "🟡"),
    ] {
        let message = message
            .replace("YES", yes)
            .replace("NO", no)
            .replace("NEAR", near);
        assert_eq!(verdicts(&library, &message), expected, "{message}");
    }

    // The sides of an ellipsis stand there, but not in this order.
    let turned = "The brother of the king had slept … Then he shut the gate";
    let turned = check_message(&[&library], turned).unwrap();
    assert!(
        turned.apart && turned.parts.iter().all(Part::is_exact),
        "{turned:?}"
    );
}

#[test]
fn a_remark_a_name_and_a_figure_hide_no_quotation_beside_them() {
    let library = library();
    let (yes, near, no) = (
        "Then he shut the gate and went to bed.",
        "Then she shut the gate and went to town.",
        "The moon is made of cheese and of old rope.",
    );

    // What stands in the text by chance comes first.
    for (message, expected) in [
        ("a wolf\u{1e}NEAR", "🟡"),
        ("the gate-keeper\u{1e}NEAR\u{1e}Likes\u{1e}4", "🟡"),
        ("on the snow\u{1e}NEAR", "🟡"),
        ("a wolf\u{1e}NO", "❌"),
        ("on the snow\u{1e}NO", "✅❌"),
        ("a wolf\u{1e}Mr. Lüders\u{1e}YES\u{1e}4", "✅"),
        ("a wolf\u{1e}snow", "✅✅"),
        ("on the snow\u{1e}he sneezed and he", "🟡"),
    ] {
        let message = message
            .replace("YES", yes)
            .replace("NEAR", near)
            .replace("NO", no);
        assert_eq!(verdicts(&library, &message), expected, "{message}");
    }
}
