//! A server's own texts: added, asked, renamed and removed by the real program, and shown to nobody
//! else.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::world::{World, ask, assert_stopped, is_private, press, quoted, whole};
use standin::people::{MANAGE_GUILD, MEMBER};
use standin::{Config, Interaction};

pub const HERE: u64 = 20;
pub const ELSEWHERE: u64 = 21;

pub const DIARY: &str = "\
# The Diary of Holm

## The Ferry

The ferryman Ulrik Zanzibarsson kept forty quokkas in the hold of the ferry. Nobody in Holm ever counted them twice.

## The Storm

In March the storm took the mast, and the quokkas swam ashore at Bellhaven.
";

/// A bot on two servers.
pub async fn two_servers() -> World {
    World::configured(Config {
        guilds: vec![HERE, ELSEWHERE],
        ..Config::default()
    })
    .await
}

/// Somebody who manages a server does something.
pub fn manager(command: &str, sub: &str) -> Interaction {
    Interaction::command(command)
        .subcommand(sub)
        .permissions(MEMBER | MANAGE_GUILD)
}

/// A file that the stand-in keeps, sent with `/texts add`.
pub fn upload(world: &World, name: &str, bytes: &[u8]) -> Interaction {
    let url = world.standin.keep(name, bytes);
    manager("texts", "add").attachment("file", name, bytes.len() as u64, &url)
}

pub async fn said(world: &World, interaction: Interaction) -> String {
    let message = world.told(interaction).await;
    assert!(is_private(&message), "{message:#}");
    whole(&message)
}

pub async fn add(world: &World, name: &str, text: &str) -> String {
    said(world, upload(world, name, text.as_bytes())).await
}

/// The values of the list for a text of the server.
pub async fn names(world: &World) -> Vec<String> {
    let typing = manager("texts", "remove").focus("text", "");
    let choices = world.standin.send(typing).await.choices().await;
    let values = choices.into_iter().map(|(_, value)| value);
    values
        .filter_map(|v| v.as_str().map(str::to_owned))
        .collect()
}

/// Whether some file below a folder holds these bytes.
pub fn is_held(folder: &Path, bytes: &[u8]) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| match entry.path() {
        path if path.is_dir() => is_held(&path, bytes),
        path => {
            let content = fs::read(path).unwrap_or_default();
            content.windows(bytes.len()).any(|window| window == bytes)
        }
    })
}

pub const QUESTION: &str = "How many quokkas did the ferryman keep?";

#[tokio::test]
async fn a_text_is_asked_on_its_server_and_on_no_other() {
    let world = two_servers().await;
    let _bot = world.start();
    let told = add(&world, "diary.md", DIARY).await;
    assert!(
        told.contains("**The Diary of Holm**") && told.contains("2 chapters"),
        "{told}"
    );

    let answer = world.told(ask(QUESTION)).await;
    assert!(quoted(&answer).contains("forty quokkas"), "{answer:#}");
    let context = world.told(press(&answer, "Show context")).await;
    assert!(quoted(&context).contains("counted them twice"));
    let mentioned = world.mention(QUESTION).await;
    assert!(quoted(&mentioned).contains("forty quokkas"));
    // The texts of all servers are asked, too.
    let shared = world.told(ask("Who sued because of the fog bell?")).await;
    assert!(quoted(&shared).contains("farmer sued"), "{shared:#}");

    for elsewhere in [
        ask(QUESTION).guild(ELSEWHERE),
        ask(QUESTION).dm(),
        ask(QUESTION).private_channel(77),
    ] {
        let told = whole(&world.told(elsewhere).await);
        assert!(!told.contains("forty"), "{told}");
    }
    let library = |guild| Interaction::command("library").guild(guild);
    assert!(whole(&world.told(library(HERE)).await).contains("Diary"));
    assert!(!whole(&world.told(library(ELSEWHERE)).await).contains("Diary"));
}

#[tokio::test]
async fn what_cannot_be_added_is_said_with_its_reason_and_leaves_nothing() {
    let world = two_servers().await;
    let limits = [
        ("PULLQUOTE_SERVER_TEXTS", "2"),
        ("PULLQUOTE_SERVER_WORDS", "200"),
        ("PULLQUOTE_SERVER_FILE_MIB", "1"),
        ("PULLQUOTE_SERVER_UPLOADS", "0"),
    ];
    let _bot = world.start_with(&limits);
    let foreign = |url: &str| manager("texts", "add").attachment("file", "a.txt", 5, url);
    let large = "x".repeat((1 << 20) + 1);
    let shorter = world.standin.keep("a.txt", b"lamps");
    let gone = shorter.replace("a.txt", "b.txt");
    let many = "A word and a word stand here. ".repeat(40);

    for (sent, reason) in [
        (
            upload(&world, "virus.exe", b"MZ"),
            "do not read files like virus",
        ),
        (
            upload(&world, "noending", b"text"),
            "do not read files like",
        ),
        (
            upload(&world, "large.txt", large.as_bytes()),
            "larger than 1 MiB",
        ),
        (upload(&world, "empty.txt", b" \n"), "holds no text"),
        (
            upload(&world, "nothing.pdf", b"%PDF-1.4 no"),
            "Nothing was added",
        ),
        (
            upload(&world, "wrong.txt", b"%PDF-1.4\n"),
            "is a PDF by its content",
        ),
        (
            upload(&world, "many.txt", many.as_bytes()),
            "more than 200 words",
        ),
        (foreign("http://127.0.0.1:9/a.txt"), "not Discord’s own"),
        (
            foreign("https://cdn.discordapp.com/a.txt"),
            "not Discord’s own",
        ),
        (foreign("file:///etc/passwd"), "not Discord’s own"),
        (foreign(&gone), "could not get that file"),
        (
            manager("texts", "add").attachment("file", "a.txt", 4, &shorter),
            "not as long as Discord said",
        ),
    ] {
        let told = said(&world, sent).await;
        assert!(told.contains(reason), "{reason}: {told}");
    }
    let list = said(&world, manager("texts", "list")).await;
    assert!(list.contains("no texts of its own"), "{list}");

    add(&world, "one.txt", "The lamp of Holm is green.").await;
    let again = add(&world, "other-name.txt", "The lamp of Holm is green.").await;
    assert!(again.contains("there already"), "{again}");
    add(&world, "two.txt", "The oar of Holm is red.").await;
    let third = add(&world, "three.txt", "The sail of Holm is blue.").await;
    assert!(third.contains("as many as it may have"), "{third}");

    let corpus = world.dir.path().join("data/servers/20/corpus");
    let files: Vec<_> = fs::read_dir(corpus).unwrap().flatten().collect();
    let visible = |file: &&fs::DirEntry| !file.file_name().to_string_lossy().starts_with('.');
    assert_eq!(files.iter().filter(visible).count(), 2, "{files:?}");
}

/// An archive with one part, which is much larger than the archive.
fn bomb() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("word/document.xml", options).unwrap();
    archive.write_all(&vec![b' '; 8 << 20]).unwrap();
    archive.finish().unwrap().into_inner()
}

#[tokio::test]
async fn hostile_files_are_refused_or_harmless() {
    let world = two_servers().await;
    let limits = [
        ("PULLQUOTE_MAX_FILE_MIB", "1"),
        ("PULLQUOTE_SERVER_UPLOADS", "0"),
    ];
    let _bot = world.start_with(&limits);
    let program = [b"\x7fELF\x02\x01\x01\0".as_slice(), &[0; 2_000]].concat();
    for (name, bytes, reason) in [
        ("program.txt", program, "looks like a binary file"),
        ("bomb.docx", bomb(), "Nothing was added"),
        ("bomb.epub", bomb(), "is a Word document by its content"),
    ] {
        let told = said(&world, upload(&world, name, &bytes)).await;
        assert!(told.contains(reason), "{reason}: {told}");
    }

    let secret = world.dir.path().join("secret.txt");
    fs::write(&secret, "The wombatpass of the operator.").unwrap();
    let entity = format!(
        "<!DOCTYPE html [<!ENTITY e SYSTEM \"file://{}\">]>\
         <html><title>&e;</title><p>The entity &e; stands here, and a zebra.</p></html>",
        secret.display()
    );
    add(&world, "entity.html", &entity).await;
    let search = |text: &str| Interaction::command("search").option("text", text);
    let found = world.told(search("zebra")).await;
    assert!(quoted(&found).contains("stands here"), "{found:#}");
    assert!(!is_held(&world.dir.path().join("data"), b"wombatpass"));

    let heading = |n: usize| {
        format!("# @everyone {n} **<@40>** [x](https://example.org)\n\nOstrich {n}.\n\n")
    };
    let headings: String = (0..10_000).map(heading).collect();
    let told = add(&world, "headings.md", &headings).await;
    assert!(
        told.contains("10,000 chapters") && !told.contains("<@40>"),
        "{told}"
    );
    let found = world.told(search("Ostrich 9999")).await;
    assert!(quoted(&found).contains("9999"), "{found:#}");
    let chapters = Interaction::command("library").option("document", "headings");
    let shown = whole(&world.told(chapters).await);
    assert!(shown.contains("page 1 of"), "{shown}");

    let nul = format!(
        "The armadillo\0 stands behind a NUL.\u{202e} {}",
        "Nothing else happens here. ".repeat(40)
    );
    let nul = add(&world, "nul.txt", &nul).await;
    assert!(nul.contains("is here"), "{nul}");
    world.told(search("armadillo")).await;
}

#[tokio::test]
async fn titles_are_what_they_are_called_whatever_is_in_them() {
    let world = two_servers().await;
    let _bot = world.start();
    let hostile = "**@everyone** <@40>\u{202e}\n[x](https://example.org) \u{7}";
    let sent = upload(&world, "diary.md", DIARY.as_bytes()).option("title", hostile);
    let told = said(&world, sent.option("language", "de")).await;
    assert!(told.contains("in German"), "{told}");
    assert!(
        told.contains("\\@everyone") && !told.contains('\u{202e}'),
        "{told}"
    );

    let name = names(&world).await.remove(0);
    let rename = |title: &str| {
        manager("texts", "rename")
            .option("text", name.as_str())
            .option("title", title)
    };
    assert!(
        said(&world, rename("***"))
            .await
            .contains("at least one letter")
    );
    assert!(
        said(&world, rename("The Log"))
            .await
            .contains("**The Log** now")
    );
    let library = whole(&world.told(Interaction::command("library")).await);
    assert!(
        library.contains("The Log") && !library.contains("everyone"),
        "{library}"
    );
    let list = said(&world, manager("texts", "list")).await;
    assert!(list.contains("The Log · 4"), "{list}");
    let quota = said(&world, manager("texts", "quota")).await;
    assert!(quota.contains("1 of 100 texts"), "{quota}");

    let read = Interaction::command("read").option("document", "The Log");
    let read = read.option("from", "storm");
    assert!(quoted(&world.told(read).await).contains("swam ashore"));
}

#[tokio::test]
async fn a_removed_text_is_in_no_answer_and_in_no_file() {
    let world = two_servers().await;
    let bot = world.start();
    add(&world, "diary.md", DIARY).await;
    add(
        &world,
        "other.txt",
        "The harbour of Bellhaven has nine cranes.",
    )
    .await;
    let answer = world.told(ask(QUESTION)).await;
    let data = world.dir.path().join("data");
    assert!(is_held(&data, b"Zanzibarsson") && is_held(&data, b"quokka"));

    let typing = manager("texts", "remove").focus("text", "diary");
    let choices = world.standin.send(typing).await.choices().await;
    let remove = manager("texts", "remove").option("text", choices[0].1.clone());
    let told = said(&world, remove.clone()).await;
    assert!(told.contains("is gone"), "{told}");
    for word in ["Zanzibarsson", "zanzibarsson", "quokka", "Diary"] {
        assert!(!is_held(&data, word.as_bytes()), "{word}");
    }
    assert!(said(&world, remove).await.contains("no such text"));

    let after = whole(&world.told(ask(QUESTION)).await);
    assert!(!after.contains("forty"), "{after}");
    let pressed = world.told(press(&answer, "Show context")).await;
    assert!(whole(&pressed).contains("has changed"), "{pressed:#}");
    let other = world
        .told(ask("How many cranes has the harbour of Bellhaven?"))
        .await;
    assert!(quoted(&other).contains("nine cranes"), "{other:#}");

    let last = manager("texts", "remove").option("text", names(&world).await.remove(0));
    said(&world, last).await;
    assert!(!is_held(&data, b"cranes") && !data.join("servers/20/index").exists());
    assert_stopped(bot.stop().await);
}
