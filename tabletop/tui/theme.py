"""Themes: the only colours in the code.

Every theme gives the same tints. Levels are told by sign and word first; their tints are blue, sand, orange
and grey, which readers with any kind of colour vision can tell apart.
"""

from __future__ import annotations

from textual.theme import Theme

TINTS: dict[str, tuple[str, str]] = {
    "strong": ("strong", "bold"), "quiet": ("quiet", ""), "head": ("primary", "bold"), "rule": ("rail", ""),
    "key": ("accent", "bold"), "note": ("accent", ""), "warning": ("breach", "bold"), "bar": ("primary", ""),
    "rail": ("rail", ""), "permitted": ("permitted", ""), "consent": ("consent", ""), "breach": ("breach", "bold"),
    "barred": ("barred", ""), "contested": ("contested", "italic"), "law": ("foreground", ""),
    "promise": ("consent", ""), "dormant": ("quiet", "italic"), "disputed": ("contested", ""),
    "broken": ("breach", ""), "silent": ("quiet", ""),
}  # fmt: skip
"""Names a span of text can be tinted with: a colour of the theme, and how the letters stand."""

NIGHT = Theme(
    name="night",
    primary="#7fa8d1",
    accent="#d9b36c",
    warning="#e08a4a",
    error="#e08a4a",
    success="#7fb2e5",
    foreground="#d5d8dc",
    background="#14171b",
    surface="#1a1e23",
    panel="#22272d",
    dark=True,
    variables={
        "quiet": "#8b939c",
        "rail": "#3a424b",
        "strong": "#f2f4f6",
        "permitted": "#7fb2e5",
        "consent": "#e2c778",
        "breach": "#f0924c",
        "barred": "#8b939c",
        "contested": "#c3b2ea",
    },
)
DAY = Theme(
    name="day",
    primary="#1f5a92",
    accent="#7a5200",
    warning="#a84300",
    error="#a84300",
    success="#0b5cad",
    foreground="#23282e",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
    variables={
        "quiet": "#626a72",
        "rail": "#c4bfb4",
        "strong": "#000000",
        "permitted": "#0b5cad",
        "consent": "#765700",
        "breach": "#a84300",
        "barred": "#626a72",
        "contested": "#5e3fa8",
    },
)
CONTRAST = Theme(
    name="contrast",
    primary="#9ccfff",
    accent="#ffe08a",
    warning="#ffa45c",
    error="#ffa45c",
    success="#9ccfff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101010",
    dark=True,
    variables={
        "quiet": "#d0d0d0",
        "rail": "#808080",
        "strong": "#ffffff",
        "permitted": "#9ccfff",
        "consent": "#ffe08a",
        "breach": "#ffa45c",
        "barred": "#d0d0d0",
        "contested": "#dccfff",
    },
)
THEMES = (NIGHT, DAY, CONTRAST)


def theme_after(name: str) -> str:
    """The next theme in turn."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
