"""The teacher: a larger network that reads the same rows, for the reader to learn from. It does not ship.

Starts from all-mpnet-base-v2 (12 layers, 768 wide, 110 M parameters; Song et al. 2020, Apache-2.0). Its vocabulary is
the reader's with four special tokens in front, so both see the same tokens and their outputs compare token by token.
"""

import math
import os
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

from model import CLS, SEP, VOCABULARY, Layer, hidden

BASE = Path(os.environ.get("MPNET", "all-mpnet-base-v2"))  # folder with model.safetensors
WIDTH, HEADS, LAYERS = 768, 12, 12
PRECISION = 1e-5

OPENING, PADDING, CLOSING = 0, 1, 2
IN_FRONT = 4  # tokens that its vocabulary has before the reader's
BEHIND = 1  # and behind it
PLACES, FIRST_PLACE = 514, 2
DISTANCES, FARTHEST = 32, 128  # kinds of distance between two tokens, and where the last kind begins


def distance_kinds(tokens, device):
    """The kind of the distance from each token to each other: near ones exactly, far ones by their logarithm
    (Raffel et al. 2020). Shape: (tokens, tokens)."""
    at = torch.arange(tokens, device=device)
    distance = at[:, None] - at[None, :]
    side, near = DISTANCES // 2, DISTANCES // 4

    apart = distance.abs()
    share = torch.log(apart.clamp(min=1).float() / near) / math.log(FARTHEST / near)
    far = (near + (share * (side - near)).long()).clamp(max=side - 1)
    return torch.where(apart < near, apart, far) + side * (distance < 0)


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(IN_FRONT + VOCABULARY + BEHIND, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.distances = nn.Embedding(DISTANCES, HEADS)
        self.embedded = nn.LayerNorm(WIDTH, eps=PRECISION)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, PRECISION) for _ in range(LAYERS))
        self.verdicts = nn.Linear(WIDTH, 2)
        self.edges = nn.Linear(WIDTH, 2)
        nn.init.zeros_(self.kinds.weight)

    def forward(self, ids, types, mask):
        own = ids + IN_FRONT
        own = torch.where(ids == CLS, OPENING, torch.where(ids == SEP, CLOSING, own))
        own = torch.where(mask == 0, PADDING, own)
        tokens = ids.shape[1]

        places = self.places.weight[FIRST_PLACE : FIRST_PLACE + tokens]
        x = self.embedded(self.words(own) + places + self.kinds(types))
        bias = self.distances(distance_kinds(tokens, ids.device)).permute(2, 0, 1) + hidden(mask)
        for layer in self.layers:
            x = layer(x, bias)

        verdicts, edges = self.verdicts(x[:, 0]), self.edges(x)
        return edges[..., 0], edges[..., 1], verdicts[:, 0], verdicts[:, 1]

    def frozen(self):
        """Weights that keep their values."""
        return [self.words.weight, self.places.weight, self.distances.weight]

    @staticmethod
    def pretrained():
        """The teacher with MPNet's weights and untrained heads."""
        weights = load_file(BASE / "model.safetensors")
        teacher = Teacher()

        def take(module, name):
            for kind, values in module.named_parameters():
                values.data.copy_(weights[f"{name}.{kind}"])

        take(teacher.words, "embeddings.word_embeddings")
        take(teacher.places, "embeddings.position_embeddings")
        take(teacher.distances, "encoder.relative_attention_bias")
        take(teacher.embedded, "embeddings.LayerNorm")
        for at, layer in enumerate(teacher.layers):
            name = f"encoder.layer.{at}"
            for part, its in zip((layer.query, layer.key, layer.value, layer.output), "qkvo"):
                take(part, f"{name}.attention.attn.{its}")
            take(layer.attended, f"{name}.attention.LayerNorm")
            take(layer.widen, f"{name}.intermediate.dense")
            take(layer.narrow, f"{name}.output.dense")
            take(layer.fed, f"{name}.output.LayerNorm")
        return teacher
