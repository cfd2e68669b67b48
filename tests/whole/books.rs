//! One small book in every format that has markup, made here, with everything around the text that
//! such a file has and a reader does not read.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// `.html`: a page of a site.
pub const HTML: &str = "<!DOCTYPE html>
<html lang=en-GB>
<head><meta charset=utf-8><title>The Lamp - Island Press</title><meta name=Author content='Ada Lind'>
<style>p { color: red }</style><script>var words = 'scripted';</script></head>
<body>
<header><a href='/'>Island Press</a></header>
<nav><ul><li><a href='/'>Menu entry</a></li></ul></nav>
<article>
<header><h1>The Lamp</h1><p>By Ada Lind</p></header>
<h2>The <em>Keeper</em></h2>
<p>Mira&nbsp;Holm kept
   the lamp for thirty&shy;-one years.<sup><a href='#n1'>1</a></sup> She drank H<sub>2</sub>O &amp; tea.<a href='#n2'>[2]</a></p>
<aside>Buy our lamps!</aside>
<p hidden>Hidden words.</p><p style='display: none'>Styled away.</p><span class=pagenum>[Pg 7]</span>
<ul><li>a wick</li><li><p>oil, of
two kinds:</p><ol start=3><li>whale</li><li>rape</li></ol></li></ul>
<table><tr><th>Year<th>Ships</tr><tr><td><p>1901</p></td><td>12</td></tr></table>
<pre>dot  dot
  dash</pre>
<h2>The Letter</h2>
<blockquote>No keeper<br>is needed.</blockquote>
<p><ruby>灯台<rt>とうだい</rt></ruby> means lighthouse.
</article>
<footer>Imprint</footer>
</body></html>";

/// What a reader sees of [`HTML`].
pub const HTML_TEXT: &str = "The Lamp

By Ada Lind

The Keeper

Mira\u{a0}Holm kept the lamp for thirty-one years. She drank H2O & tea.

• a wick

• oil, of two kinds:

3. whale

4. rape

Year Ships

1901 12

dot  dot
  dash

The Letter

No keeper
is needed.

灯台 means lighthouse.

";

/// `.epub`: two chapters, the second named by the table of contents only.
pub fn epub() -> Vec<u8> {
    archive(&epub_parts())
}

/// The files of [`epub`].
pub fn epub_parts() -> Vec<(&'static str, String)> {
    let page = |kind: &str, body: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\" \
             xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title/></head><body epub:type=\"{kind}\">{body}</body></html>"
        )
    };
    let container = "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\
        <rootfiles><rootfile full-path=\"OEBPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";
    let package = "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\
        <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"id\">x</dc:identifier>\
        <dc:title>The Bell &amp; the Buoy</dc:title><dc:creator>Ada Lind</dc:creator><dc:creator>Bo Ek</dc:creator>\
        <dc:language>en</dc:language></metadata>\
        <manifest><item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\
        <item id=\"cover\" href=\"cover.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"one\" href=\"one.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"two\" href=\"two.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"notes\" href=\"notes.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"gone\" href=\"gone.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
        <spine><itemref idref=\"cover\"/><itemref idref=\"nav\"/><itemref idref=\"two\"/><itemref idref=\"one\"/>\
        <itemref idref=\"gone\"/><itemref idref=\"notes\" linear=\"no\"/></spine></package>";
    let nav = page(
        "frontmatter",
        "<nav epub:type=\"toc\"><ol><li><a href=\"two.xhtml\">A Title of the Contents</a></li>\
        <li><a href=\"one.xhtml\">The Buoy</a></li></ol></nav>",
    );
    let one = "<p>Olga Dahl painted the buoy <a id=\"p9\"/>red.</p>\
        <p>It rang in fog.<a epub:type=\"noteref\" href=\"notes.xhtml#a\">*</a></p>";
    vec![
        ("mimetype", "application/epub+zip".to_owned()),
        ("META-INF/container.xml", container.to_owned()),
        ("OEBPS/book.opf", package.to_owned()),
        ("OEBPS/nav.xhtml", nav),
        ("OEBPS/cover.xhtml", page("cover", "<p>A cover.</p>")),
        ("OEBPS/one.xhtml", page("chapter", one)),
        (
            "OEBPS/two.xhtml",
            page(
                "chapter",
                "<h1>The Bell</h1><p>Nils Berg cast the bell in 1788.</p>",
            ),
        ),
        ("OEBPS/notes.xhtml", page("footnotes", "<p>A note.</p>")),
    ]
}

/// What a reader sees of [`epub`].
pub const EPUB_TEXT: &str = "The Bell

Nils Berg cast the bell in 1788.

Olga Dahl painted the buoy red.

It rang in fog.

A note.

";

/// `.docx`: headings, lists, a table, and everything that is in such a file but not on the page.
pub fn docx() -> Vec<u8> {
    archive(&docx_parts())
}

/// The files of [`docx`].
pub fn docx_parts() -> Vec<(&'static str, String)> {
    let name = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
        xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    let body = "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>The Ferry</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pStyle w:val=\"C1\"/></w:pPr><w:r><w:t>Contents 1</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t xml:space=\"preserve\">The Cap</w:t></w:r><w:r><w:t>tain</w:t></w:r></w:p>\
        <w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr>\
        <w:r><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr><w:t xml:space=\"preserve\">Ruth Sand ste</w:t></w:r>\
        <w:r><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr><w:t>ers the fer</w:t><w:softHyphen/><w:t>ry &amp; its&#32;boat.</w:t><w:footnoteReference w:id=\"2\"/></w:r>\
        <w:del><w:r><w:delText>Deleted.</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\"> May</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:r><w:br/><w:t>Twice</w:t><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>day.</w:t></w:r></w:p>\
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>\
        <w:t>Around it.</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>rope</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>tar</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>oars</w:t></w:r></w:p>\
        <w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>The Fares</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Adults</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2 crowns</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"C1\"><w:name w:val=\"toc 1\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"My heading\"/><w:basedOn w:val=\"B\"/></w:style>";
    let lists = "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>\
        <w:lvlText w:val=\"%1.\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>";
    let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
        <dc:title></dc:title><dc:creator>Ada &amp; Bo</dc:creator></cp:coreProperties>";
    vec![
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "word/document.xml",
            format!(
                "<?xml version=\"1.0\"?>\n<w:document {name}><w:body>{body}</w:body></w:document>"
            ),
        ),
        (
            "word/styles.xml",
            format!("<w:styles {name}>{styles}</w:styles>"),
        ),
        (
            "word/numbering.xml",
            format!("<w:numbering {name}>{lists}</w:numbering>"),
        ),
        (
            "word/footer1.xml",
            format!("<w:ftr {name}><w:p><w:r><w:t>Footer</w:t></w:r></w:p></w:ftr>"),
        ),
        ("docProps/core.xml", core.to_owned()),
    ]
}

/// What a reader sees of [`docx`].
pub const DOCX_TEXT: &str = "The Ferry

The Captain

Ruth Sand steers the ferry & its boat. May
Twice\ta\u{2011}day.

Around it.

In a box.

1. rope

• tar

2. oars

The Fares

Adults 2 crowns

";

/// A ZIP file of these parts.
pub fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = if *name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        zip.start_file(
            *name,
            SimpleFileOptions::default().compression_method(method),
        )
        .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// `.pdf`: three pages with running heads and numbers, a paragraph that goes on over the edge of a
/// page, and a word broken at the end of a line.
pub fn pdf() -> Vec<u8> {
    let page = |number: usize, lines: &[(f32, f32, f32, &str)]| {
        let mut all = vec![
            (72.0, 760.0, 9.0, "THE HARBOUR".to_owned()),
            (300.0, 40.0, 9.0, format!("- {number} -")),
        ];
        all.extend(
            lines
                .iter()
                .map(|(x, y, size, text)| (*x, *y, *size, (*text).to_owned())),
        );
        all
    };
    let body = 11.0;
    pdf_of(&[
        page(
            1,
            &[
                (72.0, 700.0, 20.0, "The Harbour"),
                (72.0, 660.0, 14.0, "The Crane"),
                (
                    72.0,
                    630.0,
                    body,
                    "Ida Moe built the crane of the harbour in nineteen hundred and four; it",
                ),
                (
                    72.0,
                    616.0,
                    body,
                    "lifted stones from the quarry, timber for masts, and even one loco-",
                ),
                (72.0, 602.0, body, "motive with its tender."),
                (
                    84.0,
                    588.0,
                    body,
                    "Her brother kept the books of the harbour, and he wrote down in them",
                ),
            ],
        ),
        page(
            2,
            &[
                (72.0, 700.0, body, "every ship that came in."),
                (72.0, 660.0, 14.0, "The Mole"),
                (
                    72.0,
                    630.0,
                    body,
                    "The mole was made of granite by Karl Lie and forty other men, and it",
                ),
                (72.0, 616.0, body, "held."),
            ],
        ),
        page(
            3,
            &[(
                72.0,
                700.0,
                body,
                "The storm of 1911 took a third of the mole.",
            )],
        ),
    ])
}

/// What a reader sees of [`pdf`].
pub const PDF_TEXT: &str = "The Harbour

The Crane

Ida Moe built the crane of the harbour in nineteen hundred and four; it lifted stones from the quarry, timber for masts, and even one locomotive with its tender.

Her brother kept the books of the harbour, and he wrote down in them every ship that came in.

The Mole

The mole was made of granite by Karl Lie and forty other men, and it held.

The storm of 1911 took a third of the mole.

";

/// A PDF of pages of lines: x, y, size of the type and text.
pub fn pdf_of(pages: &[Vec<(f32, f32, f32, String)>]) -> Vec<u8> {
    let kids: String = (0..pages.len())
        .map(|n| format!("{} 0 R ", 5 + 2 * n))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 612 792] >>",
            pages.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
        "<< /Title (The Harbour) /Author (Ada Lind) >>".to_owned(),
    ];
    for (number, lines) in pages.iter().enumerate() {
        let show = |(x, y, size, text): &(f32, f32, f32, String)| {
            format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
        };
        let content: String = lines.iter().map(show).collect();
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            6 + 2 * number
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}endstream",
            content.len()
        ));
    }
    pdf_of_objects(&objects)
}

/// A PDF of these objects: the first is its catalog, the fourth what it says of itself.
pub fn pdf_of_objects(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    file += &format!(
        "{table}trailer\n<< /Size {} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    file.into_bytes()
}

/// A file of the format that `name` says with `text` in it: as markup where that is what a file
/// holds, as text in a Word document, and what of it a simple font has in a PDF.
pub fn with_text(name: &str, text: &str) -> Vec<u8> {
    match name.rsplit('.').next().unwrap() {
        "epub" => {
            let mut parts = epub_parts();
            parts[5].1 = format!("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{text}");
            archive(&parts)
        }
        "docx" => {
            let escaped = text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            let paragraphs: String = escaped
                .split("\n\n")
                .map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))
                .collect();
            archive(&[(
                "word/document.xml",
                format!("<w:document><w:body>{paragraphs}</w:body></w:document>"),
            )])
        }
        "pdf" => {
            let safe = |c: &char| matches!(c, ' '..='~') && !matches!(c, '(' | ')' | '\\');
            let lines = text.lines().zip(0..).map(|(line, n)| {
                (
                    72.0,
                    700.0 - 14.0 * (n % 45) as f32,
                    11.0,
                    line.chars().filter(safe).collect::<String>(),
                )
            });
            let lines: Vec<_> = lines.collect();
            pdf_of(&lines.chunks(45).map(<[_]>::to_vec).collect::<Vec<_>>())
        }
        _ => text.as_bytes().to_vec(),
    }
}
