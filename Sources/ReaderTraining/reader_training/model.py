"""The encoder of the base with the reader's heads, in PyTorch."""

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from .base import Base

OUTPUTS = [
    "block",
    "finding",
    "lure.conditional",
    "lure.implied",
    "ask.removal",
    "ask.positive",
    "threat.pressure",
    "privacy.contact",
    "marketing",
    "format",
    "empty.acknowledgement",
    "no.remedy",
]
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
NORMS = ("aln", "oln")


class Layer(nn.Module):
    """One block: attention and feed-forward, each followed by its norm."""

    def __init__(self, base: Base, index: int):
        super().__init__()
        self.heads = base.heads
        for name in MATRICES:
            weight = torch.from_numpy(base.tensors[f"l{index}.{name}.w"].copy())
            linear = nn.Linear(weight.shape[1], weight.shape[0])
            linear.weight.data, linear.bias.data = weight, _vector(base, f"l{index}.{name}.b")
            setattr(self, name, linear)
        for name in NORMS:
            setattr(self, name, _norm(base, f"l{index}.{name}"))

    def forward(self, x: torch.Tensor, mask: torch.Tensor, drop: float) -> torch.Tensor:
        rows, length, hidden = x.shape
        q, k, v = (
            part(x).view(rows, length, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v)
        )
        scores = (q @ k.transpose(2, 3) / math.sqrt(hidden // self.heads)).masked_fill(~mask, -1e4)
        mixed = scores.softmax(3).to(v.dtype) @ v
        mixed = self.ao(mixed.transpose(1, 2).reshape(rows, length, hidden))
        x = self.aln(x + F.dropout(mixed, drop, self.training))
        inner = self.fo(F.gelu(self.fi(x)))
        return self.oln(x + F.dropout(inner, drop, self.training))


class Reader(nn.Module):
    """The whole reader: logits of `OUTPUTS` for each text, and a pointer logit for each token."""

    def __init__(self, base: Base, frozen: int, drop: float = 0.1):
        super().__init__()
        hidden = base.tensors["emb.ln.w"].shape[0]
        word = torch.from_numpy(base.tensors["emb.word"].astype(np.float16))
        self.register_buffer("word", word, persistent=False)
        place = torch.from_numpy(base.tensors["emb.pos"] + base.tensors["emb.type"][:1])
        self.register_buffer("place", place, persistent=False)
        self.norm = _norm(base, "emb.ln")
        self.layers = nn.ModuleList(Layer(base, index) for index in range(base.layers))
        self.frozen = frozen
        self.drop = drop
        for part in [self.norm, *self.layers[:frozen]]:
            part.requires_grad_(False)
        self.attention = nn.Parameter(torch.zeros(hidden))
        self.output = nn.Linear(2 * hidden, len(OUTPUTS))
        self.pointer = nn.Linear(hidden, 1)
        for head in (self.output, self.pointer):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def below(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the frozen layers make of the tokens."""
        with torch.no_grad():
            x = self.norm(self.word[ids].float() + self.place[: ids.shape[1]])
            for layer in self.layers[: self.frozen]:
                x = layer(x, mask[:, None, None, :], 0.0)
        return x

    def above(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the trained layers make of it."""
        x = F.dropout(x, self.drop, self.training)
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask[:, None, None, :], self.drop)
        return x

    def judge(self, x: torch.Tensor, first: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits and pointer logits; `first` marks the tokens of the draft."""
        x = x.float()
        share = (first / first.sum(1, keepdim=True)).unsqueeze(1)
        mean = (share @ x).squeeze(1)
        weights = (x @ self.attention).masked_fill(~first, -1e9).softmax(1).unsqueeze(1)
        pooled = torch.cat([mean, (weights @ x).squeeze(1)], 1)
        return self.output(F.dropout(pooled, self.drop, self.training)), self.pointer(x).squeeze(2)


def _vector(base: Base, name: str) -> torch.Tensor:
    return torch.from_numpy(base.tensors[name].copy())


def _norm(base: Base, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(base.tensors[f"{name}.w"].shape[0], eps=1e-12)
    norm.weight.data, norm.bias.data = _vector(base, f"{name}.w"), _vector(base, f"{name}.b")
    return norm
