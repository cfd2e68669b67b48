//! Files of other formats in the archive of a document, whose text stands in it.

use super::{paragraph, parts, read};

/// The lines of a document that takes in a file of this name and content between two paragraphs.
fn lines_with(name: &'static str, content: &str) -> Vec<String> {
    let body = format!(
        "{}<w:altChunk r:id=\"c1\"/>{}",
        paragraph("", "Above it."),
        paragraph("", "Below it.")
    );
    let relation = format!(
        "<Relationships><Relationship Id=\"c1\" Target=\"/{name}\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\"/></Relationships>"
    );
    let mut parts = parts(&body, &[("word/_rels/document.xml.rels", &relation)]);
    parts.push((name, content.to_owned()));
    let document = read(&parts).unwrap();
    let lines = document.text.lines().filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[test]
fn the_text_of_a_file_that_a_document_takes_in_stands_there() {
    let mail = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n    boundary=\"--edge\"\r\n\r\n\
                ----edge\r\nContent-Type: text/html;\r\n    charset=\"utf-8\"\r\n\
                Content-Transfer-Encoding: quoted-printable\r\n\r\n\
                <p class=3D\"x\">The caf=C3=A9 was shut till Jan=\r\nuary.</p>\r\n----edge--\r\n<p>No.</p>";
    let coded = "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n\
                 PHA+VGhlIGJvYXQgbGVmdC48\nL3A+\n";
    let cases: [(&'static str, &str, &[&str]); 6] = [
        (
            "word/chunk.html",
            "<html><head><title>x</title></head><body><h2>A Boat</h2><p>It left.</p></body></html>",
            &["A Boat", "It left."],
        ),
        ("word/chunk.mht", mail, &["The café was shut till January."]),
        ("word/coded.mht", coded, &["The boat left."]),
        (
            "word/chunk.txt",
            "It left.\r\nIt came.",
            &["It left.", "It came."],
        ),
        ("word/chunk.rtf", "{\\rtf1 It left.}", &[]),
        ("word/chunk.docx", "PK, and no archive", &[]),
    ];
    for (name, content, expected) in cases {
        let lines = lines_with(name, content);
        assert_eq!(lines[0], "Above it.");
        assert_eq!(lines[1..lines.len() - 1], *expected, "{name}");
        assert_eq!(lines[lines.len() - 1], "Below it.");
    }
}
