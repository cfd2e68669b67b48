"""Rows of `passages.py` -> the weights of a reader.

A step reads some questions with their passages and adds three losses: softmax cross-entropy of the relevance of
the right passage among others of its text; cross-entropy of the answer's first and last token, the first token of
all standing for "no answer"; binary cross-entropy of `answerable`. Word and place embeddings keep their weights.

With `--teachers` (of `teacher.py`, trained by this very script) each loss is taken half against what is right and half against what the teachers together say
(Hinton et al. 2015). In the last part of the training the network learns under the rounding to 8 bits.
"""

import argparse
import time

import torch
import torch.nn.functional as F

from model import Linear, Reader
from steps import Steps

QUESTIONS = 32  # a step
RATES = {"reader": (1.2e-4, 5e-4), "teacher": (4e-5, 4e-4)}  # the highest of body and heads, for so many questions
WARM_UP = 0.04  # of all
ROUNDED = 0.6  # of all, from where on weights are rounded
RELEVANCE, EDGES, ANSWERABLE = 1.0, 0.7, 0.5  # shares of the losses
TAUGHT = 0.5  # share of a loss that the teachers give
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


def parts_of(step, outputs):
    """What is learned: (relevance of rivals, starts, ends, answerable), each as logits."""
    starts, ends, relevance, answerable = outputs
    rivals = torch.where(step.groups < 0, IMPOSSIBLE, relevance[step.groups.clamp(min=0)])
    at = step.edges[:, 0]
    return rivals, starts[at], ends[at], answerable[step.verdicts]


def losses(step, outputs, taught=None):
    """The losses of relevance, edges and answerable; `taught` are the mean outputs of the teachers."""
    rivals, starts, ends, answerable = parts_of(step, outputs)
    first = torch.zeros(len(rivals), dtype=torch.long, device=rivals.device)
    right = (
        F.cross_entropy(rivals, first),
        (F.cross_entropy(starts, step.edges[:, 1]) + F.cross_entropy(ends, step.edges[:, 2])) / 2,
        F.binary_cross_entropy_with_logits(answerable, step.wanted),
    )
    if taught is None:
        return right

    soft = parts_of(step, taught)
    as_taught = (
        F.cross_entropy(rivals, soft[0].softmax(-1)),
        (F.cross_entropy(starts, soft[1].softmax(-1)) + F.cross_entropy(ends, soft[2].softmax(-1))) / 2,
        F.binary_cross_entropy_with_logits(answerable, soft[3].sigmoid()),
    )
    return [(1 - TAUGHT) * a + TAUGHT * b for a, b in zip(right, as_taught)]


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
    feed = torch.utils.data.DataLoader(steps, batch_size=None, num_workers=given.workers, prefetch_factor=8)

    learner = loaded(given.start, given.network, device) if given.start else untrained(given.network).to(device)
    learner.train()
    teachers = [loaded(path, "teacher", device).eval() for path in given.teachers]
    optimizer = optimizer_of(learner, given.network, given.questions)

    started, smooth = time.time(), []
    for number, step in enumerate(feed):
        minutes = (time.time() - started) / 60
        done = minutes / given.minutes if given.minutes else number / total
        if done >= 1:
            break

        Linear.rounded = done >= ROUNDED
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(1, (done + 1e-4) / WARM_UP) * max(1 - done, 0.01)

        step = step.to(device)
        taught = mean_outputs(teachers, step) if teachers else None
        relevance, edges, answerable = losses(step, read(learner, step), taught)
        loss = RELEVANCE * relevance + EDGES * edges + ANSWERABLE * answerable
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([value for group in optimizer.param_groups for value in group["params"]], 1.0)
        optimizer.step()

        if number % 10 == 0:
            seen = torch.stack((relevance, edges, answerable)).detach().cpu()
            smooth = 0.9 * smooth + 0.1 * seen if len(smooth) else seen
        if number % 200 == 0:
            print(f"{minutes:5.1f} min, step {number}, {done:6.1%}: " + "relevance {:.3f}, edges {:.3f}, answerable {:.3f}".format(*smooth), flush=True)
            torch.save(learner.state_dict(), given.out)

    torch.save(learner.state_dict(), given.out)


if __name__ == "__main__":
    main()
