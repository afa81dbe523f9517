"""The unigram tokenizer of the base, exactly as the program has it."""

import unicodedata

from .base import Base, SPECIAL

SPACE = "▁"
QUERY = "query: "
UNKNOWN = 3


class Tokenizer:
    """Cuts texts into pieces; each word is solved by itself and remembered."""

    def __init__(self, base: Base):
        self.ids = {}
        lowest = 0.0
        for index in range(SPECIAL, len(base.pieces)):
            piece = base.pieces[index].decode()
            if is_kept(piece):
                self.ids[piece] = (index, float(base.scores[index]))
                lowest = min(lowest, float(base.scores[index]))
        self.unknown = lowest - 10
        self.longest = max(map(len, self.ids))
        self.normalisation = base.normalisation
        self.words: dict[str, list[tuple[int, int]]] = {}

    def words_of(self, text: str) -> list[tuple[str, list[int]]]:
        """The words of a text with, for each of their characters, the place in the text."""
        words: list[tuple[str, list[int]]] = []
        fresh = True
        for place, character in enumerate(text):
            for replaced in self.normalisation.get(ord(character), character):
                if replaced in " \t\n\r":
                    fresh = True
                    continue
                if fresh:
                    words.append((SPACE, [place]))
                    fresh = False
                word, places = words[-1]
                words[-1] = (word + replaced, places + [place])
        return words

    def encode(self, text: str) -> list[tuple[int, int, int]]:
        """Pieces as (id, first character, end character) of the text."""
        tokens = []
        for word, places in self.words_of(text):
            if word not in self.words:
                self.words[word] = self._solve(word)
            at = 0
            for piece, length in self.words[word]:
                tokens.append((piece, places[at], places[at + length - 1] + 1))
                at += length
        return tokens

    def _solve(self, word: str) -> list[tuple[int, int]]:
        best = [(0.0, 0, 0)] + [(-1e30, 0, 0)] * len(word)
        for start in range(len(word)):
            score = best[start][0]
            for end in range(start + 1, min(len(word), start + self.longest) + 1):
                found = self.ids.get(word[start:end])
                if found and score + found[1] > best[end][0]:
                    best[end] = (score + found[1], start, found[0])
            if score + self.unknown > best[start + 1][0]:
                best[start + 1] = (score + self.unknown, start, UNKNOWN)
        pieces, end = [], len(word)
        while end > 0:
            _, start, piece = best[end]
            pieces.append((piece, end - start))
            end = start
        return pieces[::-1]


LATIN = (
    (0x0000, 0x02FF),
    (0x0300, 0x036F),
    (0x1D00, 0x1DFF),
    (0x1E00, 0x1EFF),
    (0x2070, 0x209F),
    (0x2100, 0x218F),
    (0x2460, 0x24FF),
    (0x2C60, 0x2C7F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06),
    (0xFF21, 0xFF5A),
    (0x10780, 0x107BF),
    (0x1D400, 0x1D6A5),
    (0x1DF00, 0x1DFFF),
    (0x1F100, 0x1F1FF),
)
GREEK_OR_CYRILLIC = (
    (0x0345, 0x0345),
    (0x1D26, 0x1D2B),
    (0x1D5D, 0x1D61),
    (0x1D66, 0x1D6A),
    (0x1D78, 0x1D78),
    (0x1DBF, 0x1DBF),
    (0x2126, 0x2126),
    (0xAB65, 0xAB65),
)


def is_kept(piece: str) -> bool:
    """Whether all letters of a piece are Latin: the program installs no others; vowel signs count as letters."""
    return piece != "<mask>" and not any(_is_letter(c) and not _is_latin(ord(c)) for c in piece)


def _is_letter(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "L" or category in ("Nl", "Mn", "Mc")


def _is_latin(point: int) -> bool:
    inside = any(first <= point <= last for first, last in LATIN)
    return inside and not any(first <= point <= last for first, last in GREEK_OR_CYRILLIC)
