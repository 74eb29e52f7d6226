"""The rules of `bench/slice` written by hand, as a careful programmer would for speed.

Columns are places in the same row the engine uses; `bench/rules.py` checks that both agree before it
measures either.
"""

from __future__ import annotations

from collections.abc import Callable

Row = list[int]


def rules_by_hand(place: dict[str, int]) -> dict[str, tuple[Callable[[Row], int], Callable[[Row], None]]]:
    """Level and effect of every act, by key."""
    turn = place["turn"]
    tension, capability, economy = place["tension"], place["capability"], place["economy"]
    elite, approval, alliance = place["elite"], place["approval"], place["alliance"]
    trust, evidence = place["trust[north, south]"], place["evidence"]
    tests, production, cash = place["law.tests"], place["law.production"], place["law.cash"]
    ventures, hostilities = place["law.ventures"], place["law.hostilities"]
    test_pause, drill_pause, broadcasts = place["law.test-pause"], place["law.drill-pause"], place["law.broadcasts"]
    factory = place["consent[south/factory]"]

    def add(row: Row, column: int, amount: int) -> None:
        value = row[column] + amount
        row[column] = 0 if value < 0 else 100 if value > 100 else value

    def add_trust(row: Row, amount: int) -> None:
        value = row[trust] + amount
        row[trust] = -30 if value < -30 else 30 if value > 30 else value

    def test_level(row: Row) -> int:
        if row[capability] < 20:
            return 3
        return 2 if row[tests] == 1 or (row[test_pause] == 2 and row[drill_pause] != 3) else 0

    def test(row: Row) -> None:
        add(row, capability, 8)
        add(row, tension, 15)
        add(row, elite, 3)
        if row[test_pause] == 1:
            add_trust(row, -5)
        if row[test_pause] == 1 or row[test_pause] == 2:
            row[test_pause] = 0

    def produce_level(row: Row) -> int:
        return 2 if row[production] == 1 else 0

    def produce(row: Row) -> None:
        add(row, capability, 5)
        value = row[evidence] + 10 + row[tension] // 5
        row[evidence] = 200 if value > 200 else value

    def pause_level(row: Row) -> int:
        return 0 if row[test_pause] in (0, 1) else 3

    def pause(row: Row) -> None:
        if row[test_pause] == 0:
            row[test_pause] = 1
        add(row, tension, -10)
        add(row, elite, -5)

    def incident_level(row: Row) -> int:
        return 2 if row[hostilities] == 1 else 0

    def incident(row: Row) -> None:
        add(row, tension, 20)
        add(row, elite, 5)
        add(row, approval, -3)

    def goodwill_level(row: Row) -> int:
        return 0 if row[trust] > -30 or row[tension] < 80 else 3

    def northern_goodwill(row: Row) -> None:
        add_trust(row, 5)
        add(row, approval, 2)
        add(row, tension, -3)

    def southern_goodwill(row: Row) -> None:
        add_trust(row, 5)
        add(row, tension, -3)

    def drill_level(row: Row) -> int:
        return 2 if row[drill_pause] == 2 and row[test_pause] != 3 else 0

    def drill(row: Row) -> None:
        add(row, tension, 10)
        add(row, alliance, 5)
        if row[drill_pause] == 1 or row[drill_pause] == 2:
            row[drill_pause] = 0

    def pause_drills_level(row: Row) -> int:
        return 0 if row[alliance] >= 40 else 3

    def pause_drills(row: Row) -> None:
        if row[drill_pause] == 0:
            row[drill_pause] = 1
        add(row, tension, -5)
        add(row, alliance, -5)

    def factory_level(row: Row) -> int:
        if row[approval] < 30 or row[economy] >= 90:
            return 3
        agreed = row[factory] // 100
        if agreed and agreed >= row[turn] - 6:
            return 0
        return 1 if row[cash] == 1 or (row[ventures] == 1 and row[economy] > 10) else 0

    def build_factory(row: Row) -> None:
        add(row, economy, 10)
        add(row, approval, 4)

    def free(row: Row) -> int:
        return 0

    def aid(row: Row) -> None:
        add(row, economy, 3)
        add_trust(row, 5)

    def broadcast_level(row: Row) -> int:
        return 2 if row[broadcasts] == 1 else 0

    def broadcast(row: Row) -> None:
        add(row, tension, 5)
        add_trust(row, -2)

    def consensus(row: Row) -> None:
        add(row, approval, 4 if row[approval] < 60 else 2)

    return {
        "north/test": (test_level, test),
        "north/produce": (produce_level, produce),
        "north/pause": (pause_level, pause),
        "north/incident": (incident_level, incident),
        "north/goodwill": (goodwill_level, northern_goodwill),
        "south/goodwill": (goodwill_level, southern_goodwill),
        "south/drill": (drill_level, drill),
        "south/pause-drills": (pause_drills_level, pause_drills),
        "south/factory": (factory_level, build_factory),
        "south/aid": (free, aid),
        "south/broadcast": (broadcast_level, broadcast),
        "south/consensus": (free, consensus),
    }
