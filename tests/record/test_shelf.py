import os

from tabletop.record.saved import saved_games
from tabletop.record.shelf import command_word, free_name, saves_folder


def test_a_folder_named_in_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path))
    assert saves_folder() == tmp_path


def test_a_checkout_keeps_its_own(monkeypatch):
    monkeypatch.delenv("TABLETOP_SAVES", raising=False)
    assert saves_folder().name == "saves"


def test_a_command_names_a_record_with_its_folder_unless_it_is_among_the_saved_games(monkeypatch, tmp_path):
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / "saves"))
    assert command_word(tmp_path / "saves" / "game.jsonl") == "game.jsonl"
    assert command_word(tmp_path / "game.jsonl") == str(tmp_path / "game.jsonl")
    assert command_word(tmp_path / "my game.jsonl") == f"'{tmp_path / 'my game.jsonl'}'"


def test_a_free_name_is_free(tmp_path):
    names = []
    for _ in range(3):
        path = free_name(tmp_path, "game")
        path.touch()
        names.append(path.name)
    assert names == ["game.jsonl", "game-2.jsonl", "game-3.jsonl"]


def test_the_newest_stands_first_and_the_broken_stays_listed(kept, tmp_path):
    kept.put(tmp_path)
    (tmp_path / "broken.jsonl").write_text("no record\n")
    os.utime(tmp_path / "broken.jsonl", (1, 1))
    whole, broken = saved_games(tmp_path)
    assert whole.header.seed == 7
    assert broken.header is None
    assert "is not a record" in broken.fault


def test_no_folder_is_no_games(tmp_path):
    assert saved_games(tmp_path / "none") == []
