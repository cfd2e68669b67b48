#!/usr/bin/env python3
"""How many words of a story are wrong when a PDF of it is read: prints the table of docs/formats.md.

Nobody needs this to build or run Pullquote. On Debian:

    apt-get install chromium libreoffice-writer-nogui fonts-dejavu-core fonts-liberation fonts-noto-core fonts-ebgaramond \\
        fonts-linuxlibertine fonts-lato fonts-crosextra-caladea fonts-crosextra-carlito fonts-gfs-didot fonts-cmu
    pip install weasyprint reportlab
    python scripts/measure_pdf.py --pdfs /tmp/pdfs pullquote=target/release/pullquote pdftotext='pdftotext {} -'

Each reader is NAME=COMMAND, which prints the text of the file {}. A command without {} is a pullquote, whose `text` is
asked. PDFs that are in the folder already are not made again. A program that is missing is left out.

The story is one of this project's own, with a page of what is hard: doubled letters and digits, ligatures, bold words,
quotation marks. An error is a word that is missing, one too many, or another one: the edit distance of the words.
"""
import argparse, html, os, re, shlex, shutil, subprocess, sys, tempfile, unicodedata
from pathlib import Path

STORY = Path(__file__).parent.parent / "training/texts/ravnik_trams.txt"

HARD = """In 1911 the office had 2255 files, 33 clerks, 4400 baffling affidavits and 7788 fluffy wills of 1999.

“Affluent officials suffer,” said Ffion; “ruffians scoff, and the raffle’s offer is difficult, insufficient, *ineffectual*!”

The **bookkeeper’s** committee — **Aaron, Emma and Ottilie** — *possessed* eleven puffins, a buffalo, a giraffe; all of it (some 22,000 lbs) fitted.

**Mississippi, Tennessee, 1100 miles: the coffee’s successfully roasted.** “‘Wood, wool, inn, ebb, odd, egg, all, add,’ he’d agreed…”

Café, naïve, Zoë, façade, Łódź, Dvořák, Čapek, Ångström: £55, €66, 77 %, 88°, § 99, 1/2, x = 3 + 4, a/b, well-known, re-elect."""

FONTS = ["DejaVu Serif", "DejaVu Sans", "Liberation Serif", "Liberation Sans", "Noto Serif", "EB Garamond",
         "Linux Libertine O", "Lato", "Caladea", "CMU Serif"]


def story(font):
    """The story as (heading or not, text with the marks of bold and italic words), as far as the font has its letters."""
    for is_heading, text in paragraphs():
        if font == "Times-Roman":  # the one that every viewer has; it knows Western letters only
            text = " ".join(word for word in text.split(" ") if word == word.encode("cp1252", "ignore").decode("cp1252"))
        yield is_heading, text


def paragraphs():
    blocks = [" ".join(b.split()) for b in STORY.read_text().split("\n\n")]
    blocks = [re.sub(r'"([^"]*)"', r"“\1”", b).replace("'", "’") for b in blocks if b]

    for number, block in enumerate(blocks):
        is_heading = len(block) < 70 and not block.endswith((".", "”"))
        # Bold and italic words are pieces of their own in a PDF.
        words = block.split(" ")
        if not is_heading and number % 3 == 0 and len(words) > 12:
            words[3:6] = ["**" + " ".join(words[3:6]) + "**"]
            words[8:9] = ["*" + words[8] + "*"]
        yield is_heading, " ".join(words)

    yield True, "What is hard"
    yield from ((False, " ".join(b.split())) for b in HARD.split("\n\n"))


def plain(text):
    return re.sub(r"\*\*?(.+?)\*\*?", r"\1", text)


def marked(text):
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(text, quote=False))
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)


def page(font, align="left"):
    body = "\n".join(f"<h2>{marked(t)}</h2>" if h else f"<p>{marked(t)}</p>" for h, t in story(font))
    return (f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>The trams</title><style>body{{font:11pt '{font}';"
            f"text-align:{align}}}</style><body>\n{body}\n</body></html>")


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def chromium(source, out):
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={out}",
        f"file://{source}")


def libreoffice(source, out):
    with tempfile.TemporaryDirectory() as home:
        run("soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "pdf:writer_web_pdf_Export",
            "--outdir", home, source)
        shutil.copy(Path(home) / (Path(source).stem + ".pdf"), out)


def weasyprint(source, out):
    import weasyprint
    weasyprint.HTML(filename=source).write_pdf(out)


def reportlab(font):
    def make(_, out):
        from reportlab.lib.enums import TA_JUSTIFY
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.platypus import Paragraph, SimpleDocTemplate

        if font == "DejaVu Serif":
            folder = "/usr/share/fonts/truetype/dejavu/"
            pdfmetrics.registerFont(TTFont(font, folder + "DejaVuSerif.ttf"))
            pdfmetrics.registerFont(TTFont(font + " Bold", folder + "DejaVuSerif-Bold.ttf"))
            pdfmetrics.registerFontFamily(font, font, font + " Bold", font, font + " Bold")

        style = ParagraphStyle("body", fontName=font, fontSize=11, leading=14, spaceAfter=8, alignment=TA_JUSTIFY)
        head = ParagraphStyle("head", style, fontSize=16, leading=20)
        SimpleDocTemplate(str(out)).build([Paragraph(marked(t), head if h else style) for h, t in story(font)])
    return make


def producers():
    """Name, font, alignment, and what makes the PDF."""
    yield from (("Chromium", font, "left", chromium) for font in FONTS)
    yield "Chromium, justified", "DejaVu Serif", "justify", chromium
    for name, make in (("LibreOffice", libreoffice), ("weasyprint", weasyprint)):
        for font in ("Liberation Serif", "EB Garamond"):
            yield name, font, "left", make
        yield name + ", justified", "DejaVu Serif", "justify", make
    yield from (("reportlab, justified", font, "justify", reportlab(font)) for font in ("Times-Roman", "DejaVu Serif"))


def text_of(command, pdf):
    if "{}" in command:
        done = subprocess.run([a.replace("{}", str(pdf)) for a in shlex.split(command)], capture_output=True, timeout=300)
        return done.stdout.decode(errors="replace")

    with tempfile.TemporaryDirectory() as home:
        corpus = Path(home) / "corpus"
        corpus.mkdir()
        shutil.copy(pdf, corpus / "story.pdf")
        env = {"PATH": os.environ["PATH"], "PULLQUOTE_READER": "off", "PULLQUOTE_CORPUS": str(corpus),
               "PULLQUOTE_INDEX": home + "/index"}
        done = subprocess.run([os.path.abspath(command), "text", "story.pdf"], env=env, capture_output=True, timeout=300)
        return done.stdout.decode(errors="replace")


def words(text):
    """Ligatures are letters, and a compound that was broken after its hyphen is whole."""
    for ligature in "ﬀﬁﬂﬃﬄ":
        text = text.replace(ligature, unicodedata.normalize("NFKC", ligature))
    return re.sub(r"(\w-)\n(?=\w)", r"\1", text).split()


def errors(right, read):
    """The edit distance of two lists of words, and the places where they differ."""
    row = list(range(len(read) + 1))
    for i, word in enumerate(right, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(read, 1):
            before, row[j] = row[j], min(before + (word != other), row[j] + 1, row[j - 1] + 1)
    return row[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pdfs", type=Path, required=True, help="folder for the PDFs")
    parser.add_argument("--show", action="store_true", help="print the words that differ")
    parser.add_argument("readers", nargs="+", metavar="NAME=COMMAND")
    asked = parser.parse_args()
    asked.pdfs.mkdir(parents=True, exist_ok=True)
    readers = [reader.split("=", 1) for reader in asked.readers]
    print("| Made by | Font | Words | " + " | ".join(name for name, _ in readers) + " |")
    print("| --- | --- | ---: |" + " ---: |" * len(readers))
    for producer, font, align, make in producers():
        name = re.sub(r"\W+", "-", f"{producer} {font}".lower())
        pdf, source = asked.pdfs / f"{name}.pdf", asked.pdfs / f"{name}.html"
        if not pdf.exists():
            source.write_text(page(font, align))
            try:
                make(source.resolve(), pdf.resolve())
            except (OSError, ImportError, subprocess.SubprocessError) as error:
                print(f"{producer}, {font}: {error}", file=sys.stderr)
                continue

        right = " ".join(plain(text) for _, text in story(font)).split()
        counts = []
        for reader, command in readers:
            read = words(text_of(command, pdf))
            counts.append(errors(right, read))
            if asked.show:
                show(reader, right, read)
        print(f"| {producer} | {font} | {len(right)} | " + " | ".join(map(str, counts)) + " |", flush=True)


def show(reader, right, read):
    import difflib
    for kind, a, b, c, d in difflib.SequenceMatcher(None, right, read, autojunk=False).get_opcodes():
        if kind != "equal":
            print(f"  {reader}: {' '.join(right[a:b])!r} is read as {' '.join(read[c:d])!r}", file=sys.stderr)


if __name__ == "__main__":
    main()
