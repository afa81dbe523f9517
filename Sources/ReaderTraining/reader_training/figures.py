"""How well scores tell drafts that must be blocked from innocent ones."""

import numpy as np


def recall_at(scores: np.ndarray, bad: np.ndarray, innocent: np.ndarray, share: float) -> tuple[float, float]:
    """The share of bad drafts found where this share of innocent ones is, and the threshold."""
    sorted_innocent = np.sort(scores[innocent])[::-1]
    threshold = sorted_innocent[min(int(len(sorted_innocent) * share), len(sorted_innocent) - 1)]
    return float((scores[bad] > threshold).mean()), float(threshold)


def area(scores: np.ndarray, bad: np.ndarray, innocent: np.ndarray) -> float:
    """The chance that a bad draft scores higher than an innocent one."""
    ranks = np.empty(len(scores))
    both = np.concatenate([np.flatnonzero(bad), np.flatnonzero(innocent)])
    ranks[both[np.argsort(scores[both], kind="stable")]] = np.arange(1, len(both) + 1)
    count = bad.sum()
    return float((ranks[bad].sum() - count * (count + 1) / 2) / (count * innocent.sum()))


def table(scores: np.ndarray, cases: list) -> str:
    """Areas and recalls for each language, as text."""
    lines = [f"{'':10}{'drafts':>8}{'area':>8}{'at 1 %':>8}{'at 2 %':>8}{'at 5 %':>8}{'at 10 %':>8}"]
    languages = sorted({case.language for case in cases})
    for language in [*languages, "all"]:
        chosen = np.array([language in ("all", case.language) for case in cases])
        bad = chosen & np.array([case.verdict == "block" for case in cases])
        innocent = chosen & np.array([case.verdict == "pass" for case in cases])
        if not bad.any() or not innocent.any():
            continue
        row = f"{language:10}{chosen.sum():8}{area(scores, bad, innocent):8.3f}"
        for share in (0.01, 0.02, 0.05, 0.1):
            row += f"{100 * recall_at(scores, bad, innocent, share)[0]:7.0f}%"
        lines.append(row)
    return "\n".join(lines)
