"""Rows of `passages.py` -> the weights of a reader.

A step reads some questions with their passages and adds three losses: softmax cross-entropy of the relevance of
the right passage among others of its text; cross-entropy of the answer's first and last token, the first token of
all standing for "no answer"; binary cross-entropy of `answerable`. Word and place embeddings keep their weights.

With `--teachers` (of `teacher.py`, trained by this very script) each loss is taken in part against what is right and in
part against what the teachers together say (Hinton et al. 2015). In the last part of the training the network learns under the rounding to 8 bits.
"""

import argparse
import itertools
import time

import torch
import torch.nn.functional as F

from model import Reader, round_layers
from steps import Steps

QUESTIONS = 32  # a step
RATES = {"reader": (1.2e-4, 5e-4), "teacher": (4e-5, 4e-4)}  # the highest of body and heads, for so many questions
WARM_UP = 0.04  # of all
ROUNDED = 0.6  # of all, from where on weights are rounded
SHARES = 1.0, 0.7, 0.5  # of the losses: relevance, edges, answerable
TAUGHT = 0.7  # share of a loss that the teachers give
IMPOSSIBLE = -1e4


def read(network, step):
    """Start and end logits (rows, tokens), relevance and answerable (rows)."""
    outputs = []
    for first, last, tokens in step.parts:
        with torch.autocast(step.ids.device.type, dtype=torch.bfloat16):
            rows = slice(first, last), slice(0, tokens)
            starts, ends, *verdicts = network(step.ids[rows], step.types[rows], step.mask[rows])
        room = (0, step.ids.shape[1] - tokens)
        outputs.append([F.pad(starts.float(), room), F.pad(ends.float(), room), *(value.float() for value in verdicts)])

    starts, ends, relevance, answerable = map(torch.cat, zip(*outputs))
    impossible = torch.where(step.possible, 0.0, IMPOSSIBLE)
    return starts + impossible, ends + impossible, relevance, answerable


def rivals(step, relevance):
    """The relevance of passages that compete, the right one first: (questions, rivals)."""
    return torch.where(step.groups < 0, IMPOSSIBLE, relevance[step.groups.clamp(min=0)])


def losses(step, outputs):
    """The losses of relevance, edges and answerable against what is right."""
    starts, ends, relevance, answerable = outputs
    row, start, end = step.edges.T
    first = torch.zeros(len(step.groups), dtype=torch.long, device=row.device)
    return torch.stack((
        F.cross_entropy(rivals(step, relevance), first),
        (F.cross_entropy(starts[row], start) + F.cross_entropy(ends[row], end)) / 2,
        F.binary_cross_entropy_with_logits(answerable[step.verdicts], step.wanted),
    ))


def losses_as_taught(step, outputs, taught):
    """The same against what the teachers say, who have an opinion of every row."""
    starts, ends, relevance, answerable = outputs
    their_starts, their_ends, their_relevance, their_answerable = taught
    unlike = lambda mine, theirs: F.cross_entropy(mine, theirs.softmax(-1))
    return torch.stack((
        unlike(rivals(step, relevance), rivals(step, their_relevance)),
        (unlike(starts, their_starts) + unlike(ends, their_ends)) / 2,
        F.binary_cross_entropy_with_logits(answerable, their_answerable.sigmoid()),
    ))


def mean_outputs(teachers, step):
    with torch.no_grad():
        outputs = [read(teacher, step) for teacher in teachers]
    return [torch.stack(values).mean(0) for values in zip(*outputs)]


def untrained(kind):
    if kind == "reader":
        return Reader.pretrained()

    from teacher import Teacher  # needs more packages, and weights that only a teacher needs

    return Teacher.pretrained()


def loaded(path, kind, device):
    known = untrained(kind)
    known.load_state_dict(torch.load(path, map_location="cpu"))
    return known.to(device)


def optimizer_of(learner, kind, questions):
    for values in learner.frozen():
        values.requires_grad = False
    learned = [(name, value) for name, value in learner.named_parameters() if value.requires_grad]
    heads = [value for name, value in learned if name.startswith(("verdicts", "edges"))]
    body = [value for name, value in learned if not name.startswith(("verdicts", "edges"))]

    scale = (questions / QUESTIONS) ** 0.5
    groups = [{"params": values, "top": rate * scale} for values, rate in zip((body, heads), RATES[kind])]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def options():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("rows", nargs="+", help="files of passages.py, each with the share of it to use in an epoch: FILE=0.6")
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--network", choices=RATES, default="reader")
    arguments.add_argument("--epochs", type=float, default=5)
    arguments.add_argument("--minutes", type=float, help="train this long instead")
    arguments.add_argument("--questions", type=int, default=QUESTIONS, help="questions a step")
    arguments.add_argument("--others", type=int, default=7, help="most passages that a right one is told from")
    arguments.add_argument("--teachers", nargs="*", default=[], help="weights of teachers to learn from")
    arguments.add_argument("--start", help="weights to go on from")
    arguments.add_argument("--workers", type=int, default=1, help="processes that make steps")
    arguments.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments.add_argument("--seed", type=int, default=1)
    return arguments.parse_args()


def main():
    given = options()
    torch.manual_seed(given.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    device = torch.device(given.device)

    steps = Steps(given.rows, given.questions, given.others, given.seed)
    total = given.epochs * steps.epoch_length() / given.questions
    feed = iter(torch.utils.data.DataLoader(steps, batch_size=None, num_workers=given.workers, prefetch_factor=8))

    learner = loaded(given.start, given.network, device) if given.start else untrained(given.network).to(device)
    learner.train()
    teachers = [loaded(path, "teacher", device).eval().bfloat16() for path in given.teachers]
    optimizer = optimizer_of(learner, given.network, given.questions)

    shares = torch.tensor(SHARES, device=device)
    started, waited, smooth = time.time(), 0.0, None
    for number in itertools.count():
        asked = time.time()
        step = next(feed).to(device)
        waited += time.time() - asked

        minutes = (time.time() - started) / 60
        done = minutes / given.minutes if given.minutes else number / total
        if done >= 1:
            break

        if given.network == "reader":
            round_layers(learner, done >= ROUNDED)
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(1, (done + 1e-4) / WARM_UP) * max(1 - done, 0.01)

        outputs = read(learner, step)
        parts = losses(step, outputs)
        if teachers:
            parts = (1 - TAUGHT) * parts + TAUGHT * losses_as_taught(step, outputs, mean_outputs(teachers, step))
        optimizer.zero_grad()
        (parts * shares).sum().backward()
        torch.nn.utils.clip_grad_norm_([value for group in optimizer.param_groups for value in group["params"]], 1.0)
        optimizer.step()

        seen = parts.detach()
        smooth = seen if smooth is None else 0.98 * smooth + 0.02 * seen
        if number % 200 == 0:
            told = "relevance {:.3f}, edges {:.3f}, answerable {:.3f}".format(*smooth.tolist())
            print(f"{minutes:5.1f} min ({waited / 60:.1f} waiting), step {number}, {done:6.1%}: {told}", flush=True)

    torch.save(learner.state_dict(), given.out)


if __name__ == "__main__":
    main()
