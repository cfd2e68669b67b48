"""A set of questions -> rows for the reader, with passages as Pullquote itself cuts and finds them.

In: a set as `prepare.py` writes it, and the program. Out: a line a question,

    {"id", "question", "kind", "answered", "passages": [{"text", "heading", "before", "spans": [[start, end]], "gold", "near"}]}

best passage first; `text` is the passage, `heading` the titles of its text and section, `before` the sentence in
front of it, `spans` the characters of the answer in it, `gold` whether it lies in the paragraph that answers, `near` whether it holds what misleads.
"""

import argparse
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
STOP = set(
    "a an the of in on at to for from by with and or but as is are was were be been he she it they his their her its "
    "that this because so not had has have did do".split()
)


def ask(program, library, questions, limit):
    """What the program finds for each question in its own document."""
    with tempfile.TemporaryDirectory() as index:
        environment = {**os.environ, "PULLQUOTE_CORPUS": str(library), "PULLQUOTE_INDEX": index, "PULLQUOTE_READER": "off"}
        lines = (json.dumps({"id": q["id"], "question": q["question"], "document": q["document"]}) for q in questions)
        command = [program, "ask", "--batch", "--limit", str(limit)]
        done = subprocess.run(command, env=environment, input="\n".join(lines), text=True, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def overlaps(range_, others):
    return any(range_[0] < end and start < range_[1] for start, end in others)


def heading(passage):
    """The titles of the text and of the section, a point after each, as the program gives them to the reader."""
    titles = [passage["title"], *passage.get("section", [])[-1:]]
    return " ".join(f"{title}." for title in dict.fromkeys(titles))


def sentence_before(text, start):
    """The last sentence in front of a passage, in its own paragraph or the one above; of a long one the end."""
    before = text[max(0, start - 600) : start].decode("utf-8", errors="ignore").rstrip()
    paragraph = re.split(r"\n\n|\r\n\r\n", before)[-1]
    ends = [end.end() for end in SENTENCE_END.finditer(paragraph)]
    return " ".join(paragraph[ends[-1] if ends else 0 :].split())


def words(text):
    return [(found.start(), found.end(), found.group().lower()) for found in re.finditer(r"[A-Za-z0-9]+(?:['’][a-z]+)?", text)]


def spans_of_answer(answers, text):
    """Characters of an answer that is given in words only: as a run of words, else the shortest window that has
    seven tenths of its content words."""
    there = words(text)
    best = None

    for answer in answers:
        wanted = [word for _, _, word in words(answer)]
        while wanted and wanted[0] in STOP:
            wanted.pop(0)
        if not wanted or len(wanted) > 14:
            continue

        for at in range(len(there) - len(wanted) + 1):
            if [word for _, _, word in there[at : at + len(wanted)]] == wanted:
                return [[there[at][0], there[at + len(wanted) - 1][1]]]

        content = {word for word in wanted if word not in STOP}
        if len(content) < 2:
            continue
        for first in range(len(there)):
            if there[first][2] not in content:
                continue
            for last in range(first, min(len(there), first + len(wanted) + 6)):
                if there[last][2] not in content:
                    continue
                share = len(content & {word for _, _, word in there[first : last + 1]}) / len(content)
                quality = (share, first - last)
                if share >= 0.7 and (best is None or quality > best[0]):
                    best = (quality, [there[first][0], there[last][1]])

    return [best[1]] if best else []


def row(question, found, text):
    passages = []
    for passage in found.get("passages", []):
        start, end = passage["start"], passage["end"]
        shown = text[start:end].decode("utf-8")

        spans = [
            [len(text[start:s].decode("utf-8")), len(text[start:e].decode("utf-8"))]
            for s, e in question["spans"]
            if start <= s and e <= end
        ]
        gold = overlaps((start, end), question["gold"])
        if gold and not question["spans"]:
            middle = (start + end) // 2
            gold = any(s <= middle < e for s, e in question["gold"])
            spans = spans_of_answer(question["answers"], shown) if gold else []

        passages.append(
            {
                "text": re.sub(r"\s", " ", shown),
                "heading": heading(passage),
                "before": sentence_before(text, start),
                "spans": spans,
                "gold": gold,
                "near": overlaps((start, end), question["near"]),
            }
        )

    return {
        "id": question["id"],
        "question": question["question"],
        "kind": question["kind"],
        "answered": bool(question["gold"]),
        "answers": question["answers"],
        "passages": passages,
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", help="path of pullquote")
    arguments.add_argument("set", type=Path, help="folder of the set")
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--limit", type=int, default=12, help="passages a question")
    options = arguments.parse_args()

    questions = [json.loads(line) for line in open(options.set / "questions.jsonl", encoding="utf-8")]
    texts = {path.name: path.read_bytes() for path in (options.set / "library").iterdir()}
    found = ask(options.program, options.set / "library", questions, options.limit)

    with open(options.out, "w", encoding="utf-8") as out:
        for question, answer in zip(questions, found, strict=True):
            assert answer["id"] == question["id"] and "passages" in answer, answer
            out.write(json.dumps(row(question, answer, texts[question["document"]]), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
