"""Labelled drafts as the program hands them over, cut into folds that near-duplicates never cross."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

FOLDS = 3


@dataclass
class Case:
    """A labelled draft with what the reader is given of it."""

    id: str
    file: str
    language: str
    verdict: str
    rules: list[str]
    draft: str
    context: str
    disguised: str
    evidence: list[tuple[int, int]]
    fold: int

    @property
    def points(self) -> bool:
        """Whether its evidence teaches to point: innocent drafts have none to point at."""
        return bool(self.evidence) or self.verdict == "pass"


def load(path: Path) -> list[Case]:
    """Reads what `amends reader cases` printed."""
    rows = [json.loads(line) for line in path.open()]
    folds = _folds(rows)
    return [
        Case(
            id=row["id"],
            file=Path(row["file"]).name,
            language=row["language"],
            verdict=row["verdict"],
            rules=row["rules"],
            draft=row["draft"],
            context=row["context"],
            disguised=row["disguised"],
            evidence=_characters(row["draft"], row["evidence"]),
            fold=fold,
        )
        for row, fold in zip(rows, folds)
    ]


def _characters(text: str, ranges: list[list[int]]) -> list[tuple[int, int]]:
    raw = text.encode()
    return [(len(raw[:start].decode(errors="ignore")), len(raw[:end].decode(errors="ignore"))) for start, end in ranges]


def _folds(rows: list[dict]) -> list[int]:
    """Joins what belongs together, then deals the groups out, the largest first, each to the smallest fold."""
    parent = list(range(len(rows)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[tuple, int] = {}
    for index, row in enumerate(rows):
        for key in _keys(row):
            parent[root(index)] = root(first.setdefault(key, index))
    groups: dict[int, list[int]] = {}
    for index in range(len(rows)):
        groups.setdefault(root(index), []).append(index)
    sizes = [0] * FOLDS
    folds = [0] * len(rows)
    for members in sorted(groups.values(), key=lambda members: (-len(members), members[0])):
        fold = sizes.index(min(sizes))
        sizes[fold] += len(members)
        for index in members:
            folds[index] = fold
    return folds


def _keys(row: dict) -> list[tuple]:
    """What ties a draft to others: its cluster, which minimal pairs share, and its number in translated files."""
    keys = [("cluster", row["cluster"])]
    number = re.match(r"(?:de|fr|es|it|(t\d+)[dfsi])(\d*)-(\d+)$", row["id"])
    if number:
        keys.append(("translation", *number.groups()))
    return keys
