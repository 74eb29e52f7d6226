"""Makes the pictures of the docs: `python docs/pictures/make.py` (needs Chromium and a monospaced font).

The app is opened without a terminal, a fixed game is played by its keys, and each picture is Textual's own
screenshot, photographed by a browser because it alone sets every letter into its cell.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from tabletop.shell.session import Session
from tabletop.shell.starting import new_game, rulebook_for
from tabletop.tui.app import TabletopApp
from tabletop.tui.course import Course

HERE = Path(__file__).parent
SCENARIO, ROLE, SEED = "mar-a-lago-2017", "rok", 7
TALKS = "hanoi-2019"
SIZE = (120, 36)
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FONT = "Noto Sans Mono, DejaVu Sans Mono, monospace"


async def main() -> None:
    """All pictures, one after the other."""
    if BROWSER is None:
        sys.exit("Chromium is missing; install it, or any browser that can take a screenshot without a window.")
    with TemporaryDirectory() as folder:
        saves = Path(folder) / "saves"
        async with TabletopApp(folder=saves).run_test(size=SIZE) as pilot:
            await picture(pilot, "menu")
        session = new_game(rulebook_for(SCENARIO), SCENARIO, [ROLE], folder=saves, seed=SEED)
        async with opened(session, saves).run_test(size=SIZE) as pilot:
            await picture(pilot, "brief")
            await pilot.press("enter")
            await find(pilot, "reunions")
            await pilot.press("enter", "s")
            await sealed(pilot, session)
            await picture(pilot, "ledger")
            await pilot.press("enter")
            await pilot.pause()
            await picture(pilot, "table")
            await find(pilot, "kaesong")
            await picture(pilot, "verdict")
            while session.table.phase.value != "over":
                await pilot.press("escape", "escape", "s")
                await sealed(pilot, session)
                await pilot.press("enter")
                await pilot.pause()
            await picture(pilot, "ending")
        doctrines = {"dprk": "economy-first"}
        session = new_game(rulebook_for(TALKS), TALKS, ["us"], folder=saves, seed=3, doctrines=doctrines)
        async with opened(session, saves).run_test(size=SIZE) as pilot:
            await pilot.press("enter", "t")
            await pilot.press("plus", "slash", *"road map", "enter", "enter", "o")
            await picture(pilot, "talks")


def opened(session: Session, folder: Path) -> TabletopApp:
    """The app at a table."""
    return TabletopApp(course=Course(session), folder=folder)


async def find(pilot: Pilot[None], text: str) -> None:
    """Put the cursor on the first move that fits a text."""
    await pilot.press("slash", *text, "enter")
    await pilot.pause()


async def sealed(pilot: Pilot[None], session: Session) -> None:
    """Seal, and confirm if something is left undone."""
    await pilot.pause()
    if session.to_seal:
        await pilot.press("s")
        await pilot.pause()


async def picture(pilot: Pilot[None], name: str) -> None:
    """The screen as it stands, as a PNG."""
    await pilot.pause()
    svg = pilot.app.export_screenshot(title="Armistice Table")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", FONT)
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    path = HERE / f"{name}.png"
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<body style='margin:0;background:#0000'>{svg}</body>", encoding="utf-8")
        subprocess.run(
            [
                str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}",
                "--disable-background-networking", f"--window-size={round(width)},{round(height)}", f"--screenshot={path}",
                page.as_uri(),
            ],
            check=True, capture_output=True,
        )  # fmt: skip
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    asyncio.run(main())
