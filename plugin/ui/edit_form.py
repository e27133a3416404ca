"""Other values for the chosen events: type, date, place, whether it is so, deaths. A card, no dialog."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.count_entry import count_of_text
from ..core.date_entry import edtf_of_text
from ..core.errors import InputError
from ..core.event import Assertion
from ..core.event_types import EventType
from ..core.footprint import Footprint
from ..core.review import Edit
from ..core.schema import EventRow
from ..core.wording import count_in_words, date_in_words, number_of
from .card import AskingCard
from .event_words import title_of, what_in_words
from .place_field import PlaceField
from .qt import QtCore, QtWidgets
from .study import Study
from .theme import GRID

Qt = QtCore.Qt
AS_IT_IS = "as they are"  # what a field says where several events differ


class EditForm(AskingCard):
    """A card with a field for each value; what is not touched stays as it is.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(study, parent)
        self._said: tuple[str, str] = ("", "")
        self.kind = QtWidgets.QComboBox(self)
        self.date = QtWidgets.QLineEdit(self)
        self.date.setToolTip(
            "27 January 2018, Jan 2018, since 2015, 20 January to 3 February 2018; empty: no date"
        )
        self.place = PlaceField(study.review.pointAsked.emit, self)
        self.assertion = QtWidgets.QComboBox(self)
        self.killed = QtWidgets.QLineEdit(self)
        self.killed.setToolTip("12, 100+, 3-6, up to 5, about 20; empty: not told")
        fields = QtWidgets.QFormLayout()
        fields.setSpacing(GRID)
        fields.setFieldGrowthPolicy(QtWidgets.QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            ("type", self.kind),
            ("when", self.date),
            ("where", self.place),
            ("is it so", self.assertion),
            ("killed", self.killed),
        ):
            fields.addRow(words, field)
            field.setAccessibleName(words)
        for field in (self.date, self.killed):
            field.returnPressed.connect(self._save)
        self.column.addLayout(fields)
        self.save = self.add_answers("Save", self._save)
        self.column.addStretch(1)

    def show_events(self, rows: Sequence[EventRow]) -> None:
        """Show the values of one event, or of several what they share."""
        self.themed()
        first = rows[0]
        self.head.setText(f"<b>{title_of(first) if len(rows) == 1 else number_of(len(rows), 'event')}</b>")
        _fill(
            self.kind,
            [
                (kind.value, f"{kind.value.capitalize()} · {what_in_words(kind.value, None)}")
                for kind in EventType
            ],
            _shared([row.event_type for row in rows]),
        )
        _fill(
            self.assertion,
            [(kind.value, kind.value) for kind in Assertion],
            _shared([row.assertion for row in rows]),
        )
        date = _shared([date_in_words(row.date_edtf) if row.date_edtf else "" for row in rows])
        killed = _shared(
            [count_in_words(row.fatalities_low, row.fatalities, row.fatalities_high) for row in rows]
        )
        for field, value in ((self.date, date), (self.killed, killed)):
            field.setText(value or "")
            field.setPlaceholderText(AS_IT_IS if value is None else "not told")
        self._said = (self.date.text(), self.killed.text())
        self.place.show_place(_shared([row.location or "" for row in rows]), AS_IT_IS)
        self.tell("")
        self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self) -> Edit:
        """The values that were changed.

        Raises
        ------
        InputError
            When a text is no date, no number, or no place that is known.
        """
        kind, assertion = self.kind.currentData(), self.assertion.currentData()
        date = None if self.date.text() == self._said[0] else edtf_of_text(self.date.text())
        is_new = self.killed.text() != self._said[1]
        killed = count_of_text(self.killed.text()) if is_new else None
        place: Footprint | None = self.place.chosen()
        return Edit(
            EventType(kind) if kind and kind != self.kind.property("was") else None,
            date,
            place,
            assertion if assertion and assertion != self.assertion.property("was") else None,
            killed,
            clears_killed=is_new and killed is None,
        )

    def _save(self) -> None:
        try:
            edit = self.changed()
        except InputError as error:
            self.tell(str(error))
            return
        self.closed.emit()
        if edit != Edit():
            self._study.review.edit(edit)


def _shared(values: Sequence[str]) -> str | None:
    """The value that all have; None when they differ."""
    return values[0] if len(set(values)) == 1 else None


def _fill(box: QtWidgets.QComboBox, choices: Sequence[tuple[str, str]], value: str | None) -> None:
    """A box of choices; one more, without a value, where there is none to begin with."""
    box.clear()
    if value is None:
        box.addItem(AS_IT_IS, None)
    for key, words in choices:
        box.addItem(words, key)
    box.setProperty("was", value)
    box.setCurrentIndex(max(box.findData(value), 0))
