"""Colours, type and spacing: one palette for light, one for dark, the same contrasts.

One accent marks what can be touched or is chosen; types have one colour everywhere; the grid is 8 pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..core.event_types import COLOURS, EventType
from .qt import IS_QT6, QtGui, QtWidgets

GRID = 8
TYPES: tuple[EventType, ...] = tuple(EventType)
"""Event types in the order of their numbers in arrays; the number after the last stands for any other."""
KINDS = len(TYPES) + 1
_OTHER = "#9AA1A9"

_PREFERRED_SANS = ("Inter", "Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Cantarell", "Ubuntu")
_PREFERRED_SERIF = ("Noto Serif", "Source Serif 4", "Georgia", "Charter", "DejaVu Serif")


@dataclass(frozen=True)
class Theme:
    """The colours of one palette, as ``#RRGGBB``."""

    is_dark: bool
    ground: str  # panes
    canvas: str  # behind the bars
    raised: str  # cards and buttons
    line: str  # hairlines
    ink: str  # text
    soft: str  # text of the second rank; 4.5:1 or more on ground
    faint: str  # marks without text
    accent: str
    on_accent: str
    tint: str  # the accent, as a surface
    kept: str  # bars outside of the window
    silhouette: str  # bars that the filter hides
    alarm: str  # words of what cannot be done

    def colour(self, name: str, alpha: float = 1.0) -> QtGui.QColor:
        """A field of the palette, or ``#RRGGBB``, with an opacity of 0..1."""
        colour = QtGui.QColor(getattr(self, name) if not name.startswith("#") else name)
        colour.setAlphaF(alpha)
        return colour


LIGHT = Theme(
    is_dark=False,
    ground="#FFFFFF",
    canvas="#F8FAFC",
    raised="#FFFFFF",
    line="#DFE3E8",
    ink="#15181C",
    soft="#5F6873",
    faint="#AEB6BF",
    accent="#2563EB",
    on_accent="#FFFFFF",
    tint="#E7EFFE",
    kept="#B4BCC5",
    silhouette="#E3E6EA",
    alarm="#B42318",
)
DARK = Theme(
    is_dark=True,
    ground="#1B1E23",
    canvas="#15181C",
    raised="#262A31",
    line="#383E47",
    ink="#EDF0F3",
    soft="#A3ADB8",
    faint="#59626D",
    accent="#6C9BFF",
    on_accent="#0D1524",
    tint="#24324F",
    kept="#59626D",
    silhouette="#2C3138",
    alarm="#FF9B8A",
)


def theme_of(widget: QtWidgets.QWidget) -> Theme:
    """The palette that suits the widget's: dark where its window is dark."""
    ground = widget.palette().color(QtGui.QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def as_page(widget: QtWidgets.QWidget) -> None:
    """Give a pane the ground of a page (white, in most palettes) where its host's windows are grey."""
    widget.setBackgroundRole(QtGui.QPalette.ColorRole.Base)
    widget.setAutoFillBackground(True)


def type_colour(number: int) -> QtGui.QColor:
    """The colour of a type by its number; a neutral grey for one that is none of `TYPES`."""
    return QtGui.QColor(COLOURS[TYPES[number]] if 0 <= number < len(TYPES) else _OTHER)


def type_name(number: int) -> str:
    """``Assault``."""
    return TYPES[number].value.capitalize() if 0 <= number < len(TYPES) else "Other"


def mixed(colour: QtGui.QColor, ground: QtGui.QColor, share: float) -> QtGui.QColor:
    """`share` (0..1) of a colour on a ground, opaque."""
    return QtGui.QColor(
        *(
            round(share * a + (1 - share) * b)
            for a, b in (
                (colour.red(), ground.red()),
                (colour.green(), ground.green()),
                (colour.blue(), ground.blue()),
            )
        )
    )


def sans() -> str:
    """The family for text: the first of our preferred ones that is installed, else the system's."""
    return _first_installed(_PREFERRED_SANS)


def serif() -> str:
    """The family for reports."""
    return _first_installed(_PREFERRED_SERIF)


def _first_installed(families: tuple[str, ...]) -> str:
    database: Any = QtGui.QFontDatabase
    installed = set(database.families() if IS_QT6 else database().families())
    return next(
        (family for family in families if family in installed), QtWidgets.QApplication.font().family()
    )


def qt_palette(theme: Theme) -> QtGui.QPalette:
    """The theme as Qt's palette, for a window of our own (QGIS keeps its own)."""
    role = QtGui.QPalette.ColorRole
    palette = QtGui.QPalette()
    for target, name in (
        (role.Window, "ground"),
        (role.Base, "ground"),
        (role.AlternateBase, "canvas"),
        (role.Button, "raised"),
        (role.ToolTipBase, "raised"),
        (role.WindowText, "ink"),
        (role.Text, "ink"),
        (role.ButtonText, "ink"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "soft"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "accent"),
        (role.Mid, "line"),
    ):
        palette.setColor(target, theme.colour(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QtGui.QPalette.ColorGroup.Disabled, target, theme.colour("faint"))
    return palette


def style_sheet(theme: Theme) -> str:
    """The look of buttons and fields: round, flat, big enough to hit."""
    return f"""
    QToolButton, QPushButton {{
        background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: 6px; padding: 4px 10px; min-height: 20px;
    }}
    QToolButton:hover, QPushButton:hover {{ border-color: {theme.accent}; }}
    QToolButton:focus, QPushButton:focus, QLineEdit:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton:pressed, QPushButton:pressed {{ background: {theme.tint}; }}
    QToolButton:disabled, QPushButton:disabled {{ color: {theme.faint}; }}
    QToolButton[pill="true"] {{ border-radius: 13px; padding: 2px 12px; }}
    QToolButton[pill="true"]:checked {{
        background: {theme.tint}; color: {theme.accent}; border-color: {theme.accent};
    }}
    QToolButton[primary="true"], QPushButton[primary="true"] {{
        background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
    }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QLineEdit {{
        background: {theme.ground}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: 13px; padding: 2px 12px; min-height: 20px;
    }}
    QComboBox {{
        background: {theme.ground}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: 13px; padding: 2px 12px; min-height: 20px;
    }}
    QComboBox:focus {{ border: 1px solid {theme.accent}; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {theme.canvas}; }}
    QCalendarWidget QToolButton {{ border: none; background: transparent; padding: 4px 8px; }}
    QCalendarWidget QAbstractItemView {{
        background: {theme.ground}; selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
    }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{
        background: {theme.line}; border-radius: 3px; min-height: 32px; margin: 2px 2px;
    }}
    QScrollBar::handle:vertical:hover {{ background: {theme.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: {theme.line}; }}
    QListWidget::item {{ padding: 8px 16px; }}
    QListWidget::item:selected {{ background: {theme.tint}; color: {theme.ink}; }}
    QProgressBar {{ background: {theme.canvas}; border: 1px solid {theme.line}; border-radius: 4px; height: 8px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QToolTip {{
        background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 6px 8px;
    }}
    """
