"""Cases as rows of token ids, and what the frozen layers make of them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .cases import Case
from .model import OUTPUTS, Reader
from .tokenizer import QUERY, Tokenizer

BEGIN, END = 0, 2
LONGEST_DRAFT = 384
LONGEST_CONTEXT = 64


@dataclass
class Row:
    """A text as the encoder takes it."""

    ids: list[int]
    first: int
    """How many tokens belong to the draft, begin and end among them."""
    pointer: np.ndarray
    """For each token of the draft 1 where it is evidence."""


def encode(case: Case, tokenizer: Tokenizer, draft: str) -> Row:
    """A draft with its context; a long draft is cut, for training only."""
    pieces = tokenizer.encode(QUERY + draft)[:LONGEST_DRAFT]
    context = [piece for piece, _, _ in tokenizer.encode(case.context)[:LONGEST_CONTEXT]]
    pointer = np.zeros(len(pieces) + 2, np.float32)
    for place, (_, start, end) in enumerate(pieces):
        start, end = start - len(QUERY), end - len(QUERY)
        pointer[place + 1] = any(start < last and end > begin for begin, last in case.evidence)
    ids = [BEGIN] + [piece for piece, _, _ in pieces] + [END]
    return Row(ids + context + [END], len(ids), pointer)


def targets(case: Case) -> np.ndarray:
    """The outputs that a perfect reader gives."""
    values = [float(case.verdict == "block"), float(case.verdict != "pass")]
    return np.array(values + [float(rule in case.rules) for rule in OUTPUTS[2:]], np.float32)


class States:
    """What the frozen layers make of every row, kept in a file: it is the same in each epoch and fold."""

    def __init__(self, path: Path, rows: list[Row], hidden: int):
        lengths = [len(row.ids) for row in rows]
        self.starts = np.concatenate([[0], np.cumsum(lengths)])
        self.path, self.hidden = path, hidden
        self.whole = path.exists()
        if self.whole:
            self.values = np.memmap(path, np.int16, "r", shape=(self.starts[-1], hidden))

    @torch.no_grad()
    def fill(self, rows: list[Row], reader: Reader, say) -> None:
        """Computes the states, once."""
        if self.whole:
            return
        part = self.path.with_suffix(".part")
        self.values = np.memmap(part, np.int16, "w+", shape=(self.starts[-1], self.hidden))
        order = sorted(range(len(rows)), key=lambda index: len(rows[index].ids))
        for at in range(0, len(order), 32):
            batch = order[at : at + 32]
            ids, mask, _ = padded([rows[index] for index in batch])
            with torch.autocast("cpu", torch.bfloat16):
                x = reader.below(ids, mask).bfloat16().view(torch.int16).numpy()
            for place, index in enumerate(batch):
                self.values[self.starts[index] : self.starts[index + 1]] = x[place, : len(rows[index].ids)]
            if at // 32 % 50 == 0:
                say(f"frozen layers: {at} of {len(order)}")
        self.values.flush()
        part.rename(self.path)

    def batch(self, indices: list[int], length: int) -> torch.Tensor:
        x = torch.zeros(len(indices), length, self.hidden, dtype=torch.bfloat16)
        for place, index in enumerate(indices):
            part = torch.from_numpy(np.array(self.values[self.starts[index] : self.starts[index + 1]]))
            x[place, : len(part)] = part.view(torch.bfloat16)
        return x


def padded(rows: list[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, the mask of tokens, and the mask of the draft's tokens."""
    length = max(len(row.ids) for row in rows)
    ids = torch.ones(len(rows), length, dtype=torch.long)
    mask = torch.zeros(len(rows), length, dtype=torch.bool)
    first = torch.zeros(len(rows), length, dtype=torch.bool)
    for place, row in enumerate(rows):
        ids[place, : len(row.ids)] = torch.tensor(row.ids)
        mask[place, : len(row.ids)] = True
        first[place, : row.first] = True
    return ids, mask, first
