"""Parameters that a moving control tries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from segmenter.parameters import spec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from segmenter.parameters import Parameters


@dataclass(frozen=True)
class Trial:
    """Parameters that are shown and not kept yet.

    Attributes
    ----------
    parameters : Parameters
        All of them, the tried ones included.
    names : frozenset of str
        Of the parameters that are tried.
    step : str
        What undo will call it once it is kept.
    """

    parameters: Parameters
    names: frozenset[str]
    step: str

    @classmethod
    def of(cls, parameters: Parameters, changes: Mapping[str, object], step: str = "") -> Trial:
        """Return a trial of some changes; without a name of its own it is called after the only parameter."""
        if not step and len(changes) == 1:
            step = QCoreApplication.translate("Parameters", spec(next(iter(changes))).label)
        return cls(parameters, frozenset(changes), step or QCoreApplication.translate("Trial", "Parameters"))

    def concerns(self, names: Iterable[str]) -> bool:
        """Tell whether these are the parameters that are tried."""
        return self.names == frozenset(names)
