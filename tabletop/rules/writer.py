"""The writer: collects the functions of a generated module, and names each body once."""

from __future__ import annotations

from .effects import INDENT, Lines


class Writer:
    """Collects function definitions; the same body is given the same name."""

    def __init__(self) -> None:
        self.lines: Lines = []
        self.known: dict[str, str] = {}
        self.names: set[str] = set()
        self.tables: dict[str, list[str]] = {}

    def function(self, stem: str, body: Lines, given: str = "row") -> str:
        """The name of a function with this body, of a row unless it is given more; defined now if it is new."""
        text = "\n".join((given, *(body or ["pass"])))
        name = self.known.get(text)
        if name is None:
            name = self.known[text] = self._unused(stem.replace("-", "_").replace(".", "_"))
            self.lines += ["", f"def {name}({given}):", *(INDENT + line for line in (body or ["pass"]))]
        return name

    def _unused(self, name: str) -> str:
        """Ids can meet once their hyphens are gone: `us` with `navy-drill`, `us-navy` with `drill`."""
        while name in self.names:
            name += "_"
        self.names.add(name)
        return name

    def list_in(self, table: str, name: str) -> None:
        """Add a function to one of the tuples at the end of the module."""
        self.tables.setdefault(table, []).append(name)

    def text(self, title: str) -> str:
        """The whole module."""
        tables = [f"{table} = ({', '.join(names)}{',' if names else ''})" for table, names in self.tables.items()]
        return "\n".join(
            [f'"""Rules of {title}, generated from its pack. Do not edit."""', *self.lines, "", *tables, ""]
        )
