"""The document of the command line names every command and every option."""

import argparse
from pathlib import Path

import pytest
from event_timeline.cli import parser

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENT = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMANDS = next(
    action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
)


def actions(parser):
    """What a command knows: its options, and those of the commands within it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices.values():
                yield from actions(part)
        else:
            yield action


def section(command: str) -> str:
    """What the document says of a command."""
    return DOCUMENT.partition(f"\n## {command}\n")[2].partition("\n## ")[0]


def test_the_document_has_a_section_for_every_command_and_no_other():
    told = {line[3:] for line in DOCUMENT.split("\n") if line.startswith("## ")}
    assert told == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_told_in_its_command_s_section(command):
    options = [option for action in actions(COMMANDS[command]) for option in action.option_strings]
    missing = [
        option
        for option in options
        if option not in ("-h", "--help") and f"`{option}" not in section(command)
    ]
    assert missing == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_choice_of_an_option_is_told(command):
    for action in actions(COMMANDS[command]):
        for choice in action.choices or ():
            assert f"`{action.option_strings[-1]} {choice}`" in section(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_within_a_command_is_told(command):
    for action in COMMANDS[command]._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices:
                assert f"event-timeline {command} {part} " in section(command).replace("\n", " ")
