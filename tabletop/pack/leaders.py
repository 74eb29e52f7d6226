"""Leaders: briefs that would have a player be a living person rather than a government."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .model import Pack

_LISTED = (
    "Kim Jong Un", "Kim Jong-un", "Kim Yo Jong", "Kim Yo-jong", "Chairman Kim", "Trump", "Obama", "Biden", "Pompeo",
    "Bolton", "Moon Jae-in", "Moon Jae In", "President Moon", "Park Geun-hye", "Yoon Suk Yeol", "Yoon Suk-yeol",
    "Lee Jae-myung", "Lee Jae Myung", "Xi Jinping", "Xi", "Putin", "Lavrov", "Abe", "Shinzo Abe", "Suga", "Kishida",
    "Ishiba", "Takaichi", "Zelensky", "Netanyahu", "Macron", "Modi", "Erdogan",
)  # fmt: skip
_LIVING = frozenset(name.casefold() for name in _LISTED)
_OFFICES = frozenset(
    [
        "administration",
        "agency",
        "army",
        "assembly",
        "bureau",
        "cabinet",
        "chairman",
        "chief",
        "command",
        "commander",
        "commission",
        "committee",
        "congress",
        "council",
        "court",
        "delegation",
        "department",
        "desk",
        "embassy",
        "federation",
        "force",
        "forces",
        "foundation",
        "front",
        "government",
        "house",
        "inspectorate",
        "institute",
        "kingdom",
        "leader",
        "leadership",
        "league",
        "minister",
        "ministry",
        "mission",
        "nations",
        "navy",
        "negotiator",
        "office",
        "parliament",
        "party",
        "president",
        "press",
        "republic",
        "secretariat",
        "secretary",
        "senate",
        "side",
        "state",
        "states",
        "team",
        "union",
    ]
)
"""Words with which the name of an office ends, and the name of a person does not."""

_CAPITALISED = r"[^\W\d_a-z](?:[\w-]|['’](?!s\b))*+"
_NAME = rf"(?:{'|'.join(re.escape(name) for name in sorted(_LISTED, key=len, reverse=True))})\b|(?-i:{_CAPITALISED}(?:[ ]{_CAPITALISED}){{1,2}}+)"
_TITLES = r"(?:(?:the|our|great|dear|President|Chairman|Marshal|General|Minister|Prime|Foreign|Leader|of)\s+){0,4}?"
# "You are President Trump", "you play Xi Jinping", "speak as Abe": the name follows at once, titles aside.
_YOU_ARE = re.compile(
    r"\b(?:you(?:\s+are(?:\s+now)?|['’]re|\s+play(?:\s+as)?|\s+become|\s+will\s+be|\s+speak\s+as|\s+act\s+as|,)|your\s+name\s+is|"
    r"in\s+the\s+(?:role|shoes|person|place)\s+of|play(?:s|ing)?(?:\s+as)?|speak(?:s|ing)?\s+as|acting\s+as)\s+"
    rf"{_TITLES}({_NAME})(?!['’]s)(?![\w-])",
    re.IGNORECASE,
)
# "As Kim Jong Un, you rule": what is said as somebody's is the reader's only if the reader comes next.
_AS_YOU = re.compile(rf"\bas\s+{_TITLES}({_NAME})\s*,?\s+(?:you|your)\b", re.IGNORECASE)


def leaders_played(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Where a text makes its reader somebody with a name: the position and the name.

    `known` are the words in the names of the pack's own roles, hats, fora and desks, in small letters.
    """
    for pattern in (_YOU_ARE, _AS_YOU):
        for found in pattern.finditer(text):
            name, start = found.group(1), found.start(1)
            office = text[found.start() : start].casefold().split()[-1] in ("the", "our")
            if name.casefold() in _LIVING or (not office and _is_persons(name, known)):
                yield start, name


def names_known(pack: Pack) -> frozenset[str]:
    """The words in the names of a pack's roles, hats, fora and desks."""
    named = [forum.name for forum in pack.forum.values()]
    for actor in pack.actors.values():
        named += [actor.name, actor.short, *(hat.name for hat in actor.hats.values())]
    named += [role.adjective for role in pack.role.values()]
    return frozenset(word for name in named for word in _words(name))


def _is_persons(name: str, known: Collection[str]) -> bool:
    """Whether two or three capitalised words are a person's name by their shape, and none of the pack's."""
    words = _words(name)
    return len(words) > 1 and words[-1] not in _OFFICES and not all(word in known for word in words)


def _words(name: str) -> list[str]:
    return [word.casefold() for word in re.split(r"[\s,.()]+", name) if word]
