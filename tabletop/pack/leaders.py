"""Leaders: briefs that would have a player be a living person rather than a government."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMES = (
    "Kim Jong Un", "Kim Jong-un", "Kim Yo Jong", "Kim Yo-jong", "Chairman Kim", "Trump", "Obama", "Biden", "Pompeo",
    "Bolton", "Moon Jae-in", "Moon Jae In", "President Moon", "Park Geun-hye", "Yoon Suk Yeol", "Yoon Suk-yeol",
    "Lee Jae-myung", "Lee Jae Myung", "Xi Jinping", "Xi", "Putin", "Lavrov", "Abe", "Shinzo Abe", "Suga", "Kishida",
    "Ishiba", "Takaichi",
)  # fmt: skip
_ANY_NAME = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
# "You are President Trump", "you play Xi Jinping", "speak as Abe": the name follows at once, titles aside.
_AS_CHARACTER = re.compile(
    r"\b(?:[Yy]ou(?: are|'re|’re| play| speak as| act as)|[Yy]our name is|[Ii]n the (?:role|shoes|person) of|"
    r"[Pp]lay(?:s|ing)? as|[Ss]peak(?:s|ing)? as)\s+(?:(?:the|[A-Z][a-z]+|General|of)\s+){0,4}?"
    rf"({_ANY_NAME})\b(?!['’]s)"
)


def leaders_played(text: str) -> Iterator[tuple[int, str]]:
    """Where a text makes its reader a living leader: the position and the name."""
    for found in _AS_CHARACTER.finditer(text):
        yield found.start(1), found.group(1)
