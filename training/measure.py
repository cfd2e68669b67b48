"""Weights of a reader and rows of texts kept apart -> how well it reads by itself.

A line a set: how often the right passage is the most relevant one (and is among those read at all), how often the
span touches the answer, and how well *answerable* and the margin of the span tell questions that the text answers
from those that it does not (AUROC), each of the most relevant passage.
"""

import argparse
import json

import torch

from model import Row, batch
from train import loaded

READ = 12  # passages, as the program does
LONGEST = 40  # tokens of an answer


def best_span(row, starts, ends):
    """The best span's characters and its margin over no answer."""
    inside = slice(row.first, row.first + len(row.offsets))
    scores = starts[inside, None] + ends[None, inside]
    allowed = torch.ones_like(scores).triu().tril(LONGEST)
    scores = scores.masked_fill(allowed == 0, -1e9)

    start, end = divmod(int(scores.argmax()), scores.shape[1])
    return row.offsets[start][0], row.offsets[end][1], float(scores.max() - starts[0] - ends[0])


def auroc(answered, unanswered):
    """The share of pairs in the right order; nan without any."""
    if not answered or not unanswered:
        return float("nan")
    above = torch.tensor(answered)[:, None] - torch.tensor(unanswered)[None]
    return float((above > 0).float().mean() + (above == 0).float().mean() / 2)


def measured(network, device, questions):
    first = found = touched = answers = 0
    margins, verdicts = {True: [], False: []}, {True: [], False: []}

    for question in questions:
        passages = question["passages"][:READ]
        if not passages:
            continue
        rows = [Row(question["question"], p["heading"], p["before"], p["text"]) for p in passages]
        with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
            outputs = network(*(values.to(device) for values in batch(rows)))
        starts, ends, relevance, answerable = (values.float().cpu() for values in outputs)

        best = int(relevance.argmax())
        start, end, margin = best_span(rows[best], starts[best], ends[best])
        margins[question["answered"]].append(margin)
        verdicts[question["answered"]].append(float(answerable[best]))
        if question["answered"]:
            right = lambda passage: bool(passage["spans"]) or (passage["gold"] and not any(p["spans"] for p in passages))
            answers += 1
            first += right(passages[best])
            found += any(map(right, passages))
            touched += any(a < end and start < b for a, b in passages[best]["spans"])

    shares = (100 * count / max(answers, 1) for count in (first, found, touched))
    tells = (100 * auroc(values[True], values[False]) for values in (verdicts, margins))
    return "first {:.1f} of {:.1f}, span {:.1f}".format(*shares), "AUROC answerable {:.1f}, margin {:.1f}".format(*tells)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("weights")
    arguments.add_argument("rows", nargs="+", help="files of passages.py")
    arguments.add_argument("--network", choices=["reader", "teacher"], default="reader")
    arguments.add_argument("--questions", type=int, default=600, help="most questions of a file")
    arguments.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = arguments.parse_args()

    device = torch.device(given.device)
    network = loaded(given.weights, given.network, device).eval()
    for path in given.rows:
        with open(path, encoding="utf-8") as lines:
            questions = [json.loads(line) for line in lines]
        kept = questions[:: -(-len(questions) // given.questions)]
        print(f"{path}: {len(kept)} questions;", "; ".join(measured(network, device, kept)), flush=True)


if __name__ == "__main__":
    main()
