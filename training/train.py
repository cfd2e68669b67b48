"""Rows of `passages.py` -> the weights of a reader.

A step reads some questions with their passages and adds three losses: softmax cross-entropy of the relevance of
the right passage among others of its text; cross-entropy of the answer's first and last token, the first token of
all standing for "no answer"; binary cross-entropy of `answerable`. Word and place embeddings keep their weights.
"""

import argparse
import json
import random
import time

import torch
import torch.nn.functional as F

import lessons
from model import Reader, batch

QUESTIONS = 10  # a step
RATE, HEAD_RATE = 1.2e-4, 5e-4  # the highest, after the warm-up
WARM_UP = 60  # steps
NO_ANSWER = 0  # the token that stands for it
IMPOSSIBLE = -1e4


def read(reader, rows):
    """Reads rows in three batches of like length, since padding costs as much as words."""
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].ids))
    size = -(-len(rows) // 3)
    outputs = [None] * len(rows)

    for first in range(0, len(order), size):
        part = order[first : first + size]
        ids, types, mask = batch([rows[at] for at in part])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            starts, ends, relevance, answerable = reader(ids, types, mask)
        for at, *output in zip(part, starts.float(), ends.float(), relevance.float(), answerable.float()):
            outputs[at] = output
    return outputs


def edge_loss(item, output):
    """Cross-entropy of the first and the last token; None when the answer was cut off."""
    row, (starts, ends, _, _) = item.row, output
    tokens = (NO_ANSWER, NO_ANSWER) if item.span is None else row.tokens_of(*item.span)
    if tokens is None:
        return None

    # Neither the question nor the sentence before can be the answer.
    possible = torch.full((len(starts),), IMPOSSIBLE)
    possible[NO_ANSWER] = 0
    possible[row.first : len(row.ids) - 1] = 0
    return F.cross_entropy(torch.stack((starts + possible, ends + possible)), torch.tensor(tokens))


def losses(groups, outputs):
    """The three losses of the questions of a step."""
    relevance, edges, verdicts, wanted = [], [], [], []
    outputs = iter(outputs)

    for items in groups:
        read_items = [(item, next(outputs)) for item in items]
        rivals = [output[2] for item, output in read_items if item.kind != "near"]
        if len(rivals) > 1:
            relevance.append(F.cross_entropy(torch.stack(rivals)[None], torch.tensor([0])))

        for item, output in read_items:
            if item.kind == "other" or (item.kind == "right" and item.span is None):
                continue
            loss = edge_loss(item, output)
            if loss is not None:
                edges.append(loss)
            verdicts.append(output[3])
            wanted.append(float(item.kind == "right"))

    mean = lambda values: torch.stack(values).mean() if values else torch.zeros(())
    verdict = F.binary_cross_entropy_with_logits(torch.stack(verdicts), torch.tensor(wanted)) if verdicts else torch.zeros(())
    return mean(relevance), mean(edges), verdict


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("rows", nargs="+", help="files of passages.py, each with the share of it to use in an epoch: FILE=0.6")
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--epochs", type=float, default=5)
    arguments.add_argument("--minutes", type=float, help="train this long instead")
    arguments.add_argument("--start", help="weights to go on from")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)

    sets = []
    for name in options.rows:
        path, _, share = name.partition("=")
        sets.append(([json.loads(line) for line in open(path, encoding="utf-8")], float(share or 1)))

    def epoch():
        drawn = []
        for rows, share in sets:
            whole, rest = divmod(share, 1)
            drawn += rows * int(whole) + random.sample(rows, int(len(rows) * rest))
        random.shuffle(drawn)
        return drawn

    reader = Reader.pretrained()
    if options.start:
        reader.load_state_dict(torch.load(options.start))
    reader.words.weight.requires_grad = reader.places.weight.requires_grad = False
    heads = [*reader.verdicts.parameters(), *reader.edges.parameters()]
    body = [p for name, p in reader.named_parameters() if p.requires_grad and not name.startswith(("verdicts", "edges"))]
    optimizer = torch.optim.AdamW([{"params": body, "top": RATE}, {"params": heads, "top": HEAD_RATE}], weight_decay=0.01, fused=True)

    started, step, seen, smooth, queue = time.time(), 0, 0, [], []
    total = options.epochs * len(epoch())
    while True:
        minutes = (time.time() - started) / 60
        done = minutes / options.minutes if options.minutes else seen / total
        if done >= 1:
            break

        if len(queue) < QUESTIONS:
            queue = epoch()
        rows, queue = queue[:QUESTIONS], queue[QUESTIONS:]
        seen += len(rows)
        groups = [items for items in map(lessons.lesson, rows) if items]
        if not groups:
            continue

        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(1, (step + 1) / WARM_UP) * max(1 - done, 0.01)
        parts = losses(groups, read(reader, [item.row for items in groups for item in items]))
        loss = parts[0] + 0.7 * parts[1] + 0.5 * parts[2]
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
        optimizer.step()

        step += 1
        smooth = [0.98 * old + 0.02 * new.item() for old, new in zip(smooth or [p.item() for p in parts], parts)]
        if step % 50 == 0:
            print(f"{minutes:5.1f} min, {done:6.1%}: relevance {smooth[0]:.3f}, edges {smooth[1]:.3f}, answerable {smooth[2]:.3f}", flush=True)
        if step % 200 == 0:
            torch.save(reader.state_dict(), options.out)

    torch.save(reader.state_dict(), options.out)


if __name__ == "__main__":
    main()
