"""The teacher: a larger network that reads the same rows, for the reader to learn from. It does not ship.

Starts from all-mpnet-base-v2 (12 layers, 768 wide, 110 M parameters; Song et al. 2020, Apache-2.0). Its vocabulary is
the reader's with four special tokens in front, so both see the same tokens and their outputs compare token by token.
"""

import json
import os
from pathlib import Path

import torch
import torch.nn as nn
from safetensors.torch import load_file
from transformers import MPNetConfig, MPNetModel

from model import CLS, SEP

BASE = Path(os.environ.get("MPNET", "all-mpnet-base-v2"))  # folder with config.json and model.safetensors
OPENING, PADDING, CLOSING = 0, 1, 2
IN_FRONT = 4  # tokens that its vocabulary has before the reader's


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        config = MPNetConfig(**json.loads((BASE / "config.json").read_text()))
        self.body = MPNetModel(config, add_pooling_layer=False)
        self.kinds = nn.Embedding(2, config.hidden_size)
        self.verdicts = nn.Linear(config.hidden_size, 2)
        self.edges = nn.Linear(config.hidden_size, 2)
        nn.init.zeros_(self.kinds.weight)

    def forward(self, ids, types, mask):
        own = ids + IN_FRONT
        own = torch.where(ids == CLS, OPENING, torch.where(ids == SEP, CLOSING, own))
        own = torch.where(mask == 0, PADDING, own)

        # Position and kind are added here, since MPNet itself knows no kinds of tokens.
        words = self.body.embeddings.word_embeddings(own) + self.kinds(types)
        x = self.body(inputs_embeds=words, attention_mask=mask).last_hidden_state
        verdicts, edges = self.verdicts(x[:, 0]), self.edges(x)
        return edges[..., 0], edges[..., 1], verdicts[:, 0], verdicts[:, 1]

    def frozen(self):
        """Weights that keep their values."""
        return [self.body.embeddings.word_embeddings.weight]

    @staticmethod
    def pretrained():
        """The teacher with MPNet's weights and untrained heads."""
        teacher = Teacher()
        weights = {name: value.float() for name, value in load_file(BASE / "model.safetensors").items()}
        kept = {name: value for name, value in weights.items() if not name.startswith("pooler")}
        teacher.body.load_state_dict(kept, strict=False)
        return teacher
