"""Rows of questions and passages -> what one step of training sees, drawn anew each time.

Two lessons, kept apart. The *relevance* of a passage is learned against other passages of the same text. Whether
it *answers*, and where, is learned against near misses only: questions that people wrote to be unanswerable,
passages with the answer taken out, and questions with a name, number or word changed. Easy passages under a
yes-or-no loss would teach that shared words are an answer.
"""

import random
import re
from dataclasses import dataclass, field

from model import Row
from passages import SENTENCE_END

CUT_OUT, CHANGED = 0.35, 0.35  # shares of answered questions that also give such a near miss
TYPOS, KEYWORDS = 0.12, 0.06  # shares of questions misspelt, cut to keywords
UNTITLED, ALONE = 0.3, 0.15  # shares of passages without their heading, without the sentence before

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][A-Za-z'’]+")
NUMBER = re.compile(r"\b\d[\d,.]*\b")
STOP = set("a an the of in on at to for from by with and or is are was were be do does did has have had it".split())

OPPOSITES = """first last|before after|began ended|begin end|start stop|bought sold|buy sell|won lost|win lose|largest smallest
biggest smallest|highest lowest|north south|east west|oldest youngest|old new|open close|opened closed|arrive leave
arrived left|father mother|brother sister|son daughter|husband wife|king queen|more fewer|most fewest|above below|up down
founded abolished|joined left|born died|hired fired|accepted refused|accept refuse|allowed forbidden|married divorced
white black|hot cold|long short|early late|increase decrease|increased decreased|public private|day night|summer winter
built destroyed|found lost|gave received|give receive|love hate|friend enemy|rich poor|always never|can cannot|with without"""
OPPOSITE = {}
for pair in re.split(r"[|\n]", OPPOSITES):
    one, other = pair.split()
    OPPOSITE.setdefault(one, other)
    OPPOSITE.setdefault(other, one)


@dataclass
class Item:
    """A pair to read. `span` are characters of the passage, None for no answer; `kind` says what it teaches."""

    question: str
    heading: str
    before: str
    passage: str
    kind: str  # "right", "other" or "near"
    span: tuple | None = None
    row: Row = field(init=False)

    def __post_init__(self):
        self.row = Row(self.question, self.heading, self.before, self.passage)


def sentences(text):
    edges = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
    return list(zip(edges, edges[1:]))


def without_answer(text, start, end):
    """The passage without the answer's words or without its sentences; None when nothing would be left."""
    hit = [(a, b) for a, b in sentences(text) if a < end and start < b]
    whole = random.random() < 0.5 and len(sentences(text)) > 2
    a, b = (hit[0][0], hit[-1][1]) if whole else (start, end)
    left = re.sub(r"\s+", " ", text[:a] + " " + text[b:]).replace(" ,", ",").replace(" .", ".").strip()

    # What is told twice still answers.
    told_again = text[start:end].lower() in left.lower()
    return left if len(left.split()) > 5 and not told_again else None


def wounded(text, start, end):
    """A few words taken out somewhere else, so that a wound alone tells nothing; the text and the moved span."""
    words = [m.span() for m in re.finditer(r"\S+", text) if m.end() < start - 1 or m.start() > end + 1]
    count = max(1, min(6, len(text[start:end].split())))
    if len(words) < count + 10:
        return text, (start, end)

    at = random.randrange(len(words) - count)
    a, b = words[at][0], words[at + count - 1][1]
    if a < end and start < b or b - a > 80:
        return text, (start, end)
    moved = b - a if a < start else 0
    return text[:a] + text[b:], (start - moved, end - moved)


def changed(question, passages, right, span):
    """The question with one name, number or word changed to another of the same text; None when none fits."""
    text = " ".join(passage["text"] for passage in passages)
    sentence = next(right[a:b] for a, b in sentences(right) if a < span[1] and span[0] < b).lower()
    names = sorted(set(NAME.findall(text)))
    lower = {name.lower(): name for name in names}
    choices = []

    for found in re.finditer(r"[A-Za-z'’]+", question):
        word = found.group()
        if word.lower() in lower or (found.start() and word[0].isupper()):
            others = [name for name in names if name.lower() not in sentence and name.lower() not in question.lower()]
            if others:
                choices.append((found.span(), random.choice(others)))
        elif word.lower() in OPPOSITE:
            choices.append((found.span(), OPPOSITE[word.lower()]))

    for found in NUMBER.finditer(question):
        others = [number for number in NUMBER.findall(text) if number not in sentence and number not in question]
        value = found.group()
        if value.isdigit() and (not others or random.random() < 0.5):
            others = [str(int(value) + random.choice((-10, -3, -2, -1, 1, 2, 3, 10)))]
        if others:
            choices.append((found.span(), random.choice(others)))

    if not choices:
        return None
    (start, end), other = random.choice(choices)
    return question[:start] + other + question[end:]


def misspelt(question):
    """One letter doubled, dropped, or swapped with the next, in a word of four letters or more."""
    words = [m for m in re.finditer(r"[A-Za-z]{4,}", question)]
    if not words:
        return question
    word = random.choice(words)
    at = random.randrange(word.start() + 1, word.end() - 1)
    middle = random.choice((question[at] * 2, "", question[at + 1] + question[at]))
    return question[:at] + middle + question[at + 1 + (len(middle) == 2 and middle[0] != middle[1]) :]


def as_typed(question):
    chance = random.random()
    if chance < TYPOS:
        return misspelt(question)
    if chance < TYPOS + KEYWORDS:
        kept = [word for word in question.rstrip("?").split() if word.lower() not in STOP]
        return " ".join(kept) or question
    return question


def item(question, passage, kind, text=None, span=None):
    heading = "" if random.random() < UNTITLED else passage["heading"]
    before = "" if random.random() < ALONE else passage["before"]
    return Item(question, heading, before, passage["text"] if text is None else text, kind, span)


def holds_answer(passage, answers):
    return any(answer.lower() in passage["text"].lower() for answer in answers if answer)


def lesson(row, most_others):
    """The items of one question, the right passage first and at most `most_others` of its text to tell it from; empty
    when it can teach nothing."""
    passages, question = row["passages"], as_typed(row["question"])
    if not row["answered"]:
        near = [passage for passage in passages if passage["near"]] or passages[:1]
        return [item(question, passage, "near") for passage in near[:1]]

    right = [passage for passage in passages if passage["spans"]] or [passage for passage in passages if passage["gold"]]
    if not right:
        return []

    chosen = random.choice(right)
    rivals = [p for p in passages if not p["gold"] and not p["spans"] and not holds_answer(p, row["answers"])]
    others = [item(question, p, "other") for p in random.sample(rivals, min(most_others, len(rivals)))]
    if not chosen["spans"]:
        return [item(question, chosen, "right"), *others] if others else []

    text, span, near = chosen["text"], tuple(random.choice(chosen["spans"])), []
    if random.random() < CUT_OUT and (left := without_answer(text, *span)):
        near.append(item(question, chosen, "near", left))
        if random.random() < 0.5:
            text, span = wounded(text, *span)
    if random.random() < CHANGED and (other := changed(row["question"], passages, chosen["text"], chosen["spans"][0])):
        near.append(item(as_typed(other), chosen, "near", text))

    return [item(question, chosen, "right", text, span), *others, *near]
