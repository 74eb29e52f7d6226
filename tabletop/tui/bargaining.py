"""Bargaining: what the commands of the talks do to texts and to the draft of the orders."""

from __future__ import annotations

from collections.abc import Callable, Collection

from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import View
from tabletop.shell.composing import Unsealed
from tabletop.shell.text_orders import sign, unsign, unveto, veto

from .modals.breach import ConfirmBreach
from .offers import Offer, offered, take
from .panels.doing import faith_page
from .panels.text import ADD
from .talking import Talking


class Bargaining(Talking):
    """A stage at which a player writes, answers and signs. A breach of faith is confirmed once more."""

    # ---- choosing ----

    def do_choose(self) -> None:
        """Take what is under the cursor."""
        here = self.lines().pointed
        match self.panel.id:
            case "papers":
                self.go("text")
            case "text":
                self._choose_text(here)
            case _:
                self._choose_doing(here)

    def _choose_text(self, here: str) -> None:
        talks = self.talks
        if talks.kind == "new":
            talks.begin(here)
            self.written(at="step:1")
        elif talks.adding:
            self.add(here)
        elif here == ADD:
            self.choose_terms()
        elif talks.kind == "paper" and here.startswith("head:") and here != "head:parties":
            self.turn(1)
        else:
            self.go("doing")
            self.lines("doing").action_walk(-len(self.lines("doing").rows))

    def _choose_doing(self, here: str) -> None:
        kind, _, rest = here.partition(":")
        match kind:
            case "set":
                self.turn(1)
            case "party":
                self.talks.toggle_party(rest)
                self.written()
            case "show":
                self.action_command("show")
            case "remove" | "step-up" | "step-down" | "circulate" | "counter":
                getattr(self, f"do_{kind.replace('-', '_')}")()
            case "put-away":
                self.put_away()
            case "sign":
                self.do_mark()
            case "veto":
                self._mark_veto()
            case "answer":
                self.tell(rest)  # type: ignore[arg-type]
            case _:
                self._choose_offer(here)

    # ---- what will be sealed ----

    def do_mark(self) -> None:
        """Mark the draft for one's signature, or take the mark back."""
        self._mark(self.desk.draft.signs, sign, unsign)

    def _mark_veto(self) -> None:
        """Mark the draft for one's vote against it, or take the mark back."""
        self._mark(self.desk.draft.vetoes, veto, unveto)

    def _mark(
        self,
        marked: Collection[Draft],
        mark: Callable[[Rulebook, View, Unsealed, Draft], Unsealed],
        unmark: Callable[[Unsealed, Draft], Unsealed],
    ) -> None:
        desk, draft = self.desk, self.talks.draft
        if draft is None:
            return
        try:
            if draft.draft in marked:
                desk.draft = unmark(desk.draft, draft.draft)
            else:
                desk.draft = mark(desk.book, desk.view, desk.draft, draft.draft)
        except IllegalOrder as refusal:
            self.say(str(refusal))
        else:
            self.drafted()

    def _choose_offer(self, here: str) -> None:
        offer = offered(self.talks, here)
        if offer is None:
            return
        if offer.choice.why_not and not offer.chosen:
            self.say(offer.choice.why_not)
        elif offer.choice.breach and not offer.chosen:
            self._confirm(offer)
        else:
            self._take(offer)

    def _confirm(self, offer: Offer) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                self._take(offer)
            else:
                self.say("Nothing was drafted.")

        self.game.push_screen(ConfirmBreach(faith_page(offer.what, offer.choice)), answered)

    def _take(self, offer: Offer) -> None:
        try:
            take(self.talks, offer)
        except IllegalOrder as refusal:
            self.say(str(refusal))
        else:
            self.drafted()

    # ---- going ----

    def do_talks(self) -> None:
        """Back to the table."""
        self.dismiss()

    def do_back(self) -> None:
        """Close what lies open, go back to the list of texts, or to the table."""
        if self.talks.adding and not self.why_open and not self.lines("text").sought:
            self.talks.adding = False
            self.show_text()
        elif not self.closed_something():
            self.do_talks()
