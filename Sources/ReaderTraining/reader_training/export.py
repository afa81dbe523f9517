"""The adapter: what training changed in the base, cut to few directions and 8 bit, as the program reads it."""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from . import base as base_file
from .base import Base
from .model import MATRICES, NORMS, Reader

MAGIC = b"AMENDSAD"
VERSION = 1
RANK = 64
MOST_BYTES = 4_000_000
FLOAT, HALF, BYTES = 0, 1, 2
HEADS = {
    "head.attention": "attention",
    "head.weight": "output.weight",
    "head.bias": "output.bias",
    "pointer.weight": "pointer.weight",
    "pointer.bias": "pointer.bias",
}
"""The heads by their names in the adapter, with those of the model."""


@dataclass
class Tensor:
    """One tensor of the adapter: its numbers as they are stored, and as they are read."""

    kind: int
    stored: bytes
    values: np.ndarray


def averaged(states: list[dict]) -> dict:
    """The mean of several trainings' weights: they begin at the same point and end in the same valley."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def adapter(base: Base, state: dict, frozen: int) -> dict[str, Tensor]:
    """The tensors that turn the base into the trained reader."""
    tensors: dict[str, Tensor] = {}
    for layer in range(frozen, base.layers):
        for name in MATRICES:
            key = f"l{layer}.{name}"
            change = state[f"layers.{layer}.{name}.weight"].numpy() - base.tensors[f"{key}.w"]
            left, right = _cut(change)
            tensors[f"{key}.w.left"], tensors[f"{key}.w.right"] = _rows(left), _rows(right)
            bias = state[f"layers.{layer}.{name}.bias"].numpy() - base.tensors[f"{key}.b"]
            tensors[f"{key}.b"] = _half(bias)
        for name in NORMS:
            for own, theirs in (("w", "weight"), ("b", "bias")):
                change = state[f"layers.{layer}.{name}.{theirs}"].numpy() - base.tensors[f"l{layer}.{name}.{own}"]
                tensors[f"l{layer}.{name}.{own}"] = _half(change)
    for name, key in HEADS.items():
        tensors[name] = _float(state[key].numpy())
    return tensors


def _cut(change: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The nearest product of two narrow matrices, the singular values shared evenly between them."""
    u, s, v = np.linalg.svd(change, full_matrices=False)
    root = np.sqrt(s[:RANK])
    return u[:, :RANK] * root, root[:, None] * v[:RANK]


def quantised(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each row in 8 bit with its scale, as the program quantises."""
    scale = np.abs(rows).max(1).astype(np.float32) / np.float32(127)
    scale[scale == 0] = 1
    return np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8), scale


def _rows(values: np.ndarray) -> Tensor:
    whole, scale = quantised(values.astype(np.float32))
    return Tensor(BYTES, scale.tobytes() + whole.tobytes(), whole * scale[:, None])


def _half(values: np.ndarray) -> Tensor:
    half = np.atleast_2d(values).astype("<f2")
    return Tensor(HALF, half.tobytes(), half.astype(np.float32))


def _float(values: np.ndarray) -> Tensor:
    whole = np.atleast_2d(values).astype("<f4")
    return Tensor(FLOAT, whole.tobytes(), whole)


def write(path: Path, tensors: dict[str, Tensor]) -> None:
    """Writes the adapter, whole or not at all."""
    head = struct.pack("<8sII", MAGIC, VERSION, len(tensors)) + bytes.fromhex(base_file.SHA256)
    size = len(head) + sum(2 + len(name) + struct.calcsize("<BIIQQ") for name in tensors)
    offset = -(-size // 64) * 64
    body = b""
    for name, tensor in tensors.items():
        rows, columns = tensor.values.shape
        place = (offset + len(body), len(tensor.stored))
        head += struct.pack(f"<H{len(name)}sBIIQQ", len(name), name.encode(), tensor.kind, rows, columns, *place)
        body += tensor.stored + b"\0" * (-len(tensor.stored) % 64)
    data = head + b"\0" * (offset - len(head)) + body
    if len(data) > MOST_BYTES:
        raise SystemExit(f"the adapter has {len(data)} bytes, more than {MOST_BYTES}: lower RANK")
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.rename(path)


def installed(base: Base, tensors: dict[str, Tensor]) -> Reader:
    """The reader as the program installs it: merged, and its matrices rounded to 8 bit."""
    reader = Reader(base, frozen=base.layers)
    state = reader.state_dict()
    for layer in range(base.layers):
        for name in MATRICES:
            key = f"l{layer}.{name}"
            merged = base.tensors[f"{key}.w"]
            if f"{key}.w.left" in tensors:
                merged = merged + tensors[f"{key}.w.left"].values @ tensors[f"{key}.w.right"].values
            whole, scale = quantised(merged.astype(np.float32))
            state[f"layers.{layer}.{name}.weight"] = torch.from_numpy(whole * scale[:, None])
            _add(state, f"layers.{layer}.{name}.bias", tensors, f"{key}.b")
        for name in NORMS:
            for own, theirs in (("w", "weight"), ("b", "bias")):
                _add(state, f"layers.{layer}.{name}.{theirs}", tensors, f"l{layer}.{name}.{own}")
    for name, key in HEADS.items():
        state[key] = torch.from_numpy(tensors[name].values.copy()).reshape(state[key].shape)
    reader.load_state_dict(state)
    return reader.eval()


def _add(state: dict, key: str, tensors: dict[str, Tensor], name: str) -> None:
    if name in tensors:
        state[key] = state[key] + torch.from_numpy(tensors[name].values[0].copy())
