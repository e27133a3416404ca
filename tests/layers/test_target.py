"""A target that cannot be written is told before hours of reading, and what stands there is left alone."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

import pytest
from event_timeline.core.errors import OutputError
from event_timeline.layers.target import check_target, opened_whole


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, study: Any) -> None:
    letter = tmp_path / "letter.gpkg"
    letter.write_text("Dear editor")
    with pytest.raises(OutputError, match="not an events file"):
        check_target(letter)
    assert letter.read_text() == "Dear editor"


def test_a_file_that_is_being_edited_is_left_alone(path: Path) -> None:
    """A write-ahead log that outlives its database would be played into the new one."""
    path.with_name(path.name + "-wal").write_bytes(b"pages")
    with pytest.raises(OutputError, match="another program"):
        check_target(path)


def test_a_target_that_cannot_be_written_is_told_before_reading(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no folder"):
        check_target(tmp_path / "nowhere" / "events.gpkg")
    with pytest.raises(OutputError, match="is a folder"):
        check_target(tmp_path)
    with pytest.raises(OutputError, match="cannot be written"):
        check_target(tmp_path / ("long" * 100))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_closed_folder_is_told_before_reading(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        check_target(tmp_path / "events.gpkg")


def test_a_text_appears_when_it_is_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    with contextlib.suppress(ZeroDivisionError), opened_whole(target) as stream:
        stream.write("half")
        raise ZeroDivisionError
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.txt", "before")]
    with opened_whole(target) as stream:
        stream.write("whole")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.txt", "whole")]
