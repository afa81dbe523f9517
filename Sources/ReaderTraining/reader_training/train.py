"""One training: on all cases but those of a fold, or on all."""

import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from .base import Base
from .cases import Case
from .encoding import Row, States, padded, targets
from .model import OUTPUTS, Reader


@dataclass
class Plan:
    """How a training runs; figures from experience with the base, see the README."""

    seed: int = 1
    frozen: int = 4
    epochs: int = 3
    batch: int = 16
    chunk: int = 256
    encoder_rate: float = 8e-5
    head_rate: float = 1e-3
    decay: float = 0.01
    warm_up: int = 60
    disguised: float = 0.2
    weights: tuple = (2.0, 1.0) + (0.4,) * (len(OUTPUTS) - 2)
    pointer_weight: float = 0.5
    save_every: int = 200


@dataclass
class Texts:
    """The rows of all cases: as they are and in disguise, with what the frozen layers make of them."""

    cases: list[Case]
    plain: list[Row]
    disguised: list[Row]
    plain_states: States
    disguised_states: States


def train(plan: Plan, base: Base, texts: Texts, held: int | None, folder: Path, say) -> Reader:
    """Trains without the cases of the fold `held`; goes on from the last checkpoint in the folder."""
    torch.manual_seed(plan.seed)
    reader = Reader(base, plan.frozen)
    chosen = [index for index, case in enumerate(texts.cases) if case.fold != held]
    steps = [step for epoch in range(plan.epochs) for step in _epoch(plan, texts, chosen, epoch)]
    optimizer = torch.optim.AdamW(_groups(plan, reader), weight_decay=plan.decay, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(plan, step, len(steps)))
    done = _resume(folder / "checkpoint.pt", plan, reader, optimizer, schedule)
    reader.train()
    began, losses = time.time(), []
    for number in range(done, len(steps)):
        torch.manual_seed(plan.seed * 1_000_003 + number)
        loss = _loss(plan, reader, texts, *steps[number])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        if (number + 1) % 50 == 0:
            left = (time.time() - began) / (number + 1 - done) * (len(steps) - number - 1)
            say(f"step {number + 1} of {len(steps)}, loss {np.mean(losses[-50:]):.4f}, {left / 60:.1f} min left")
        if (number + 1) % plan.save_every == 0 or number + 1 == len(steps):
            _save(folder / "checkpoint.pt", plan, reader, optimizer, schedule, number + 1)
    return reader.eval()


def _epoch(plan: Plan, texts: Texts, chosen: list[int], epoch: int) -> list[tuple[list[int], list[bool]]]:
    """Batches of texts of like length, in an order of their own for each epoch."""
    shuffle = random.Random(plan.seed * 100 + epoch)
    order = chosen[:]
    shuffle.shuffle(order)
    batches = []
    for at in range(0, len(order), plan.chunk):
        chunk = sorted(order[at : at + plan.chunk], key=lambda index: len(texts.plain[index].ids))
        batches += [chunk[start : start + plan.batch] for start in range(0, len(chunk), plan.batch)]
    shuffle.shuffle(batches)
    return [(batch, [shuffle.random() < plan.disguised for _ in batch]) for batch in batches]


def _loss(plan: Plan, reader: Reader, texts: Texts, batch: list[int], hidden: list[bool]) -> torch.Tensor:
    rows = [texts.disguised[index] if hide else texts.plain[index] for index, hide in zip(batch, hidden)]
    _, mask, first = padded(rows)
    x = torch.zeros(len(rows), mask.shape[1], texts.plain_states.hidden, dtype=torch.bfloat16)
    for place, (index, hide) in enumerate(zip(batch, hidden)):
        states = texts.disguised_states if hide else texts.plain_states
        x[place] = states.batch([index], mask.shape[1])[0]
    with torch.autocast("cpu", torch.bfloat16):
        x = reader.above(x, mask)
    logits, pointers = reader.judge(x, first)
    wanted = torch.from_numpy(np.stack([targets(texts.cases[index]) for index in batch]))
    weights = torch.tensor(plan.weights)
    loss = (F.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * weights).sum(1).mean()
    return loss + plan.pointer_weight * _pointing(texts, batch, hidden, rows, pointers)


def _pointing(texts, batch, hidden, rows, pointers) -> torch.Tensor:
    """How badly the tokens of evidence are told from the others."""
    parts = []
    for place, (index, hide, row) in enumerate(zip(batch, hidden, rows)):
        if hide or not texts.cases[index].points:
            continue
        wanted = torch.from_numpy(row.pointer)
        parts.append(F.binary_cross_entropy_with_logits(pointers[place, : row.first], wanted))
    return torch.stack(parts).mean() if parts else pointers.sum() * 0


def _groups(plan: Plan, reader: Reader) -> list[dict]:
    heads = [reader.attention, *reader.output.parameters(), *reader.pointer.parameters()]
    encoder = [part for layer in reader.layers for part in layer.parameters() if part.requires_grad]
    return [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]


def _rate(plan: Plan, step: int, steps: int) -> float:
    if step < plan.warm_up:
        return (step + 1) / plan.warm_up
    return max(0.0, (steps - step) / max(1, steps - plan.warm_up))


def _save(path: Path, plan, reader, optimizer, schedule, done: int) -> None:
    state = {"plan": json.dumps(asdict(plan)), "done": done, "reader": reader.state_dict()}
    state |= {"optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.rename(path)


def _resume(path: Path, plan, reader, optimizer, schedule) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    if state["plan"] != json.dumps(asdict(plan)):
        raise SystemExit(f"{path} is of another plan: remove it to begin anew")
    reader.load_state_dict(state["reader"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return state["done"]


@torch.no_grad()
def judge(reader: Reader, rows: list[Row], states: States, indices: list[int]) -> dict[int, tuple]:
    """Logits and pointer logits of rows, in the arithmetic of the training."""
    found = {}
    order = sorted(indices, key=lambda index: len(rows[index].ids))
    for at in range(0, len(order), 32):
        batch = order[at : at + 32]
        _, mask, first = padded([rows[index] for index in batch])
        with torch.autocast("cpu", torch.bfloat16):
            x = reader.above(states.batch(batch, mask.shape[1]), mask)
        logits, pointers = reader.judge(x, first)
        for place, index in enumerate(batch):
            found[index] = (logits[place].numpy(), pointers[place, : rows[index].first].numpy())
    return found
