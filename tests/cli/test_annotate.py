"""``event-timeline annotate``: a file in, a file out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")

from event_timeline.cli import main


def test_one_line_out_for_one_line_in(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    documents = [{"id": name, "text": "A bomb went off in Lyon.", "dct": None} for name in ("b", "a")]
    source.write_text("".join(json.dumps(document) + "\n" for document in documents))
    assert main(["annotate", str(source), "-o", str(target)]) == 0
    answers = [json.loads(line) for line in target.read_text().splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a"]


@pytest.mark.parametrize(("policy", "country"), [("neutral", None), ("iso", "UA"), ("de-facto", "RU")])
def test_whom_a_disputed_area_belongs_to_is_chosen(tmp_path: Path, policy: str, country: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "a", "text": "A bomb exploded in Simferopol on Monday.", "dct": "2022-10-05"}')
    assert main(["annotate", str(source), "-o", str(target), "--jobs", "1", "--disputed", policy]) == 0
    (event,) = json.loads(target.read_text())["events"]
    assert event["country"] == country


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be opened"),
        (b"{\n", "in.jsonl, line 1: it is not JSON"),
        (b'\n[{"id": "a", "text": "b"}]', "line 2: it is not an object"),
        (b'{"id": "a", "text": "b", "dct": "3/4/2018"}', "line 1: dct: '3/4/2018' may be"),
        (b"\xff\xfe", "not text in UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    tmp_path: Path, content: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.jsonl"
    if content is not None:
        source.write_bytes(content)
    before = set(tmp_path.iterdir())
    assert main(["annotate", str(source), "-o", str(tmp_path / "out.jsonl")]) == 1
    assert told in capsys.readouterr().err
    assert set(tmp_path.iterdir()) == before


def test_what_is_read_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("precious")
    assert main(["annotate", str(source), "-o", str(tmp_path / "." / "in.jsonl")]) == 1
    assert "Choose another name" in capsys.readouterr().err
    assert source.read_text() == "precious"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("")
    assert main(["annotate", str(source), "-o", str(tmp_path / "nowhere" / "out.jsonl")]) == 1
    assert "cannot be written" in capsys.readouterr().err
