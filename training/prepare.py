"""Questions in their several forms -> sets in one form, a part to train on and a part to measure on.

In: the data folder (`squad/`, `books/`), the folder of FairytaleQA, and the project's own `texts/` and `novels.jsonl`.
Out: `OUT/{train,fit,held}/SET/`, each a `library/` of UTF-8 texts and a `questions.jsonl`; a line is

    {"id", "question", "document", "spans": [[start, end]], "gold": [[start, end]], "near": [[start, end]], "answers": [str], "kind"}

`spans` are the bytes of the answer in the document, `gold` those of the paragraph or section that answers
(both empty: the text does not answer), `near` the bytes that mislead.

Texts are kept apart whole, never by question, by a hash of the name: a fifth of each set (`held`) to measure with,
a tenth (`fit`) for the models that stand on the reader's output.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path


# There are too few novels to leave it to chance.
NOVELS = {"two-cities.txt": "held", "huck.txt": "fit"}
NOVELS |= {name: "train" for name in ("dorian.txt", "dracula.txt", "little-women.txt", "moby-2023.txt")}


def part_of(document):
    """Whether a text trains the reader, fits what stands on its output, or is kept apart to measure with."""
    if document in NOVELS:
        return NOVELS[document]

    number = int(hashlib.sha1(document.encode()).hexdigest(), 16) % 10
    return "held" if number % 5 == 0 else "fit" if number == 1 else "train"


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def decoded(path):
    """A text as UTF-8; some old files are Windows-1252."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")

    return text.removeprefix("\ufeff")


def byte_range(text, start, end):
    """Characters -> bytes."""
    first = len(text[:start].encode())
    return [first, first + len(text[start:end].encode())]


def find_loosely(text, wanted):
    """Where `wanted` stands in `text`, whatever its line ends and spaces are; characters, or None."""
    words = [re.escape(word) for word in wanted.split()]
    found = re.search(r"\s+".join(words), text)
    return found.span() if found else None


def located(line, texts):
    """A line that gives its evidence in words -> spans in bytes; None when a piece is not in the text."""
    text = texts[line["document"]]
    spans, gold = [], []

    for evidence in line["evidence"]:
        place = find_loosely(text, evidence)
        if place is None:
            return None
        gold.append(byte_range(text, *place))
        piece = text[slice(*place)]
        for answer in line["answers"]:
            inside = find_loosely(piece, answer)
            if inside:
                spans.append(byte_range(text, place[0] + inside[0], place[0] + inside[1]))

    return {**line, "spans": spans or gold, "gold": gold}


def own_line(number, line, texts):
    """A line of `texts/questions.jsonl` written as evidence and answer, or as the sentence that misleads."""
    if "spans" in line:
        return line

    text = texts[line["document"]]
    common = {"id": f"own/{number:04}", "question": line["question"], "document": line["document"], "kind": line["kind"]}
    if "answer" in line:
        start = text.index(line["evidence"])
        inside = line["evidence"].index(line["answer"])
        span = byte_range(text, start + inside, start + inside + len(line["answer"]))
        return {**common, "spans": [span], "gold": [byte_range(text, start, start + len(line["evidence"]))], "answers": [line["answer"]]}

    near = line.get("near")
    places = [byte_range(text, text.index(near), text.index(near) + len(near))] if near else []
    return {**common, "spans": [], "gold": [], "near": places, "answers": []}


def novel_line(number, line, texts):
    """A line of `novels.jsonl`, whose texts have line ends where it has spaces; None when a piece is not in the text."""
    text = texts[line["document"]]
    near = find_loosely(text, line["near"]) if "near" in line else None
    answered = {"evidence": [line["evidence"]], "answers": [line["answer"]]} if "answer" in line else {"evidence": [], "answers": []}
    places = [byte_range(text, *near)] if near else []
    return located({**line, **answered, "id": f"novel/{number:03}", "near": places}, texts)


def in_one_form(line):
    kept = {key: line.get(key, []) for key in ("id", "question", "document", "spans", "gold", "near", "answers")}
    if "explicit" in line:
        kept["explicit"] = line["explicit"]
    kept["kind"] = line.get("kind") or line.get("attribute") or "all"
    if kept["spans"] and not kept["gold"]:
        kept["gold"] = kept["spans"]
    return kept


def write_set(folder, texts, lines):
    """Writes the texts that are asked about and the lines."""
    (folder / "library").mkdir(parents=True, exist_ok=True)
    for document in {line["document"] for line in lines}:
        (folder / "library" / document).write_text(texts[document], encoding="utf-8", newline="")

    with open(folder / "questions.jsonl", "w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(in_one_form(line), ensure_ascii=False) + "\n")


def read_texts(folder):
    return {path.name: decoded(path) for path in sorted(folder.glob("*.txt"))}


def sources(data, own):
    """Name, texts and lines of each set that is split here by text."""
    squad = read_texts(data / "squad/library")
    yield "articles", squad, read_lines(data / "squad/questions.jsonl") + read_lines(data / "squad/questions.labelled.jsonl")

    texts = read_texts(own)
    yield "short", texts, [own_line(n, line, texts) for n, line in enumerate(read_lines(own / "questions.jsonl"))]

    books = read_texts(data / "books/library")
    lines = [located(line, books) for line in read_lines(data / "books/questions.jsonl")]
    lines += [novel_line(n, line, books) for n, line in enumerate(read_lines(own.parent / "novels.jsonl"))]
    yield "novels", books, [line for line in lines if line]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path, help="folder with squad/ and books/")
    arguments.add_argument("stories", type=Path, help="folder of FairytaleQA")
    arguments.add_argument("out", type=Path)
    options = arguments.parse_args()

    for name, texts, lines in sources(options.data, Path(__file__).parent / "texts"):
        for part in ("train", "fit", "held"):
            kept = [line for line in lines if part_of(line["document"]) == part]
            write_set(options.out / part / name, texts, kept)
            answered = sum(bool(line["spans"]) for line in kept)
            documents = Counter(line["document"] for line in kept)
            print(f"{part:6}{name:10}{len(documents):4} texts {len(kept):6} questions, {answered} answered")

    # FairytaleQA has a split of its own.
    stories = read_texts(options.stories / "library")
    train = read_lines(options.stories / "questions.train.jsonl")
    parts = {
        "train": [line for line in train if part_of(line["document"]) != "fit"],
        "fit": [line for line in train if part_of(line["document"]) == "fit"],
        "held": read_lines(options.stories / "questions.val.jsonl"),
    }
    for part, lines in parts.items():
        write_set(options.out / part / "stories", stories, lines)
        print(f"{part:6}stories   {len(lines)} questions")


if __name__ == "__main__":
    main()
