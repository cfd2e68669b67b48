//! `pullquote chat` from a pipe.

use crate::support::{Place, undated};

#[test]
fn a_conversation_asks_reads_on_and_looks_further() {
    let place = Place::story();
    place.open();
    let input = "help\nnext\nmore\n\nWho kept the lamp of the tower?\nnext\nnext\nback\nback\nmore\nmore\nlibrary\nquit\nnever\n";
    let run = place.run_with(&["chat"], input.as_bytes());
    assert_eq!(run.code, Some(0));
    assert!(
        run.err
            .starts_with("1 document, 2 passages, 100 words\nAsk about your texts;"),
        "{}",
        run.err
    );
    assert!(
        run.err
            .contains("\nTo use Pullquote on Discord, put DISCORD_TOKEN="),
        "{}",
        run.err
    );
    insta::assert_snapshot!(undated(&run.out));
}

#[test]
fn plain_pullquote_is_a_chat_and_one_bad_line_does_not_end_it() {
    let place = Place::story();
    let run = place.run_with(&[], b"\xff\xfe?\nWho kept the lamp of the tower?");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.contains("Mira Holm kept the lamp"), "{}", run.out);
}

#[test]
fn a_pronoun_is_taken_for_the_name_asked_about_before() {
    let place = Place::story();
    let input = "Who is Mira Holm?\nWhat did she keep?\n";
    let run = place.run_with(&["chat"], input.as_bytes());
    assert!(run.out.contains("What did Mira Holm keep?"), "{}", run.out);
    assert!(run.out.contains("Mira Holm kept the lamp"), "{}", run.out);

    // Nobody was named before, so it stays as it was typed.
    let run = place.run_with(
        &["chat"],
        b"What did she keep?
",
    );
    assert!(!run.out.contains("taken up from before"), "{}", run.out);
}

#[test]
fn what_befell_somebody_else_is_no_answer_about_whom_a_pronoun_stands_for() {
    let text = b"The Two Pilots

Ewan Brock was the pilot of the harbour of Holm. He was a quiet man who carved small boats.

The smith of Holm, old Arne Vik, fell ill in the winter. In the spring Arne Vik died of a fever in the arms of his daughter.

Ewan Brock sailed north with the mail. He never came back, and fishermen found his hat on the ice.
";
    let place = Place::new(&[("pilots.txt", text)]);
    let run = place.run_with(&["chat"], b"Who is Ewan Brock?\nHow did he die?\n");
    let (_, second) = run.out.split_once("How did Ewan Brock die?").unwrap();
    assert!(second.contains("The text does not say."), "{second}");

    // Of him himself it is told.
    let run = place.run_with(&["chat"], b"Who is Ewan Brock?\nWhat did he carve?\n");
    let (_, second) = run.out.split_once("What did Ewan Brock carve?").unwrap();
    assert!(!second.contains("The text does not say."), "{second}");
}

#[test]
fn no_question_is_written_to_disk() {
    let place = Place::story();
    place.run_with(&["chat"], b"Who is Zebedee Quux?\n");
    let mut folders = vec![place.root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let bytes = std::fs::read(entry.path()).unwrap();
                assert!(
                    !bytes.windows(4).any(|w| w.eq_ignore_ascii_case(b"quux")),
                    "{}",
                    entry.path().display()
                );
            }
        }
    }
}

#[test]
fn a_conversation_notices_new_texts() {
    // The second question is written only after the first was answered and the corpus changed.
    use std::io::{BufRead, BufReader, Write};
    use std::process::Stdio;
    let place = Place::story();
    let mut chat = place
        .command(&["chat"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = chat.stdin.take().unwrap();
    let mut output = BufReader::new(chat.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    writeln!(input, "Who kept the lamp of the tower?").unwrap();
    assert!(output.next().unwrap().starts_with("Mira Holm"));
    place.write(
        "new.txt",
        b"The walrus plays chess with the baker on Sundays.",
    );
    writeln!(input, "Who plays chess with the baker?").unwrap();
    assert!(output.any(|line| line.starts_with("The walrus plays chess")));
    drop(input);
    assert!(chat.wait().unwrap().success());
}
