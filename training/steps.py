"""Questions -> a step of training as tensors; made by worker processes, so that the network never waits."""

import json
import random
from dataclasses import dataclass

import torch

import lessons
from model import batch

PARTS = 3  # a step is read in so many parts of like length, since padding costs as much as words
NO_ANSWER = 0  # the token that stands for it


@dataclass
class Step:
    """Rows in order of their length, and what each of them teaches."""

    ids: torch.Tensor  # (rows, tokens)
    types: torch.Tensor  # (rows, tokens)
    mask: torch.Tensor  # (rows, tokens)
    parts: list  # (first row, row behind the last, tokens) of each part
    groups: torch.Tensor  # (questions, rivals): rows that compete, the right one first, -1 where there is none
    possible: torch.Tensor  # (rows, tokens): whether a token can be the answer, or stand for none
    edges: torch.Tensor  # (answers, 3): row, first token, last token
    verdicts: torch.Tensor  # (verdicts,): rows that answer or only look like it
    wanted: torch.Tensor  # (verdicts,): whether they answer

    def to(self, device):
        move = lambda value: value.to(device, non_blocking=True) if isinstance(value, torch.Tensor) else value
        return Step(**{name: move(value) for name, value in vars(self).items()})


def step_of(groups):
    """Items of some questions, as `lessons.lesson` makes them -> a step; None when they teach nothing."""
    items = sorted((item for items in groups for item in items), key=lambda item: len(item.row.ids))
    ids, types, mask = batch([item.row for item in items])
    number = {id(item): at for at, item in enumerate(items)}
    rivals = [[number[id(item)] for item in group if item.kind != "near"] for group in groups]
    rivals = [group for group in rivals if len(group) > 1]
    most = max(map(len, rivals), default=0)

    possible = torch.zeros_like(ids, dtype=torch.bool)
    edges, verdicts, wanted = [], [], []
    for at, item in enumerate(items):
        # Neither the question nor the sentence before can be the answer.
        possible[at, NO_ANSWER] = True
        possible[at, item.row.first : len(item.row.ids) - 1] = True

        if item.kind == "other" or (item.kind == "right" and item.span is None):
            continue
        tokens = (NO_ANSWER, NO_ANSWER) if item.span is None else item.row.tokens_of(*item.span)
        if tokens is not None:  # else the answer was cut off
            edges.append((at, *tokens))
        verdicts.append(at)
        wanted.append(float(item.kind == "right"))

    if not rivals or not edges:
        return None

    bounds = [len(items) * part // PARTS for part in range(PARTS + 1)]
    parts = [(a, b, len(items[b - 1].row.ids)) for a, b in zip(bounds, bounds[1:]) if a < b]
    return Step(
        ids,
        types,
        mask,
        parts,
        torch.tensor([group + [-1] * (most - len(group)) for group in rivals]),
        possible,
        torch.tensor(edges),
        torch.tensor(verdicts),
        torch.tensor(wanted),
    )


class Steps(torch.utils.data.IterableDataset):
    """Steps without end: every question of every set as often as the set's share says, in an order drawn anew."""

    def __init__(self, files, questions, most_others, seed):
        self.questions, self.most_others, self.seed = questions, most_others, seed
        self.sets = []
        for name in files:
            path, _, share = name.partition("=")
            self.sets.append(([json.loads(line) for line in open(path, encoding="utf-8")], float(share or 1)))

    def epoch_length(self):
        return sum(len(rows) * share for rows, share in self.sets)

    def epoch(self, draw):
        drawn = []
        for rows, share in self.sets:
            whole, rest = divmod(share, 1)
            drawn += rows * int(whole) + draw.sample(rows, int(len(rows) * rest))
        draw.shuffle(drawn)
        return drawn

    def __iter__(self):
        # Every worker draws the same order and takes its part of it.
        worker = torch.utils.data.get_worker_info()
        number, count = (worker.id, worker.num_workers) if worker else (0, 1)
        draw = random.Random(self.seed)
        random.seed(f"{self.seed} {number}")
        torch.set_num_threads(1)

        while True:
            rows = self.epoch(draw)
            for first in range(number * self.questions, len(rows), count * self.questions):
                groups = [lessons.lesson(row, self.most_others) for row in rows[first : first + self.questions]]
                groups = [items for items in groups if items]
                if groups and (step := step_of(groups)):
                    yield step
