"""Results of stages, kept by key within a byte limit."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields, is_dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from numpy.typing import NDArray

Result = TypeVar("Result")


class Cache:
    """Results of stages by key; the least recently used go first when the byte limit is reached.

    Parameters
    ----------
    limit : int
        Bytes.
    """

    def __init__(self, limit: int = 2_000_000_000) -> None:
        self.limit = limit
        self.size = 0
        self._entries: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def __contains__(self, key: Hashable) -> bool:
        """Tell whether a result is kept."""
        return key in self._entries

    def get(self, key: Hashable) -> Any:
        """Return what is kept under a key, or None."""
        with self._lock:
            if key not in self._entries:
                return None
            self._entries.move_to_end(key)
            return self._entries[key][0]

    def put(self, key: Hashable, value: Any) -> None:
        """Keep a result, unless it alone is above the limit."""
        size = footprint(value)
        with self._lock:
            if key in self._entries or size > self.limit:
                return
            self._entries[key] = value, size
            self.size += size
            while self.size > self.limit:
                _, (_, freed) = self._entries.popitem(last=False)
                self.size -= freed


def footprint(value: Any) -> int:
    """Return the bytes of the arrays inside a value."""
    return sum(array.nbytes for array in arrays(value))


def frozen(value: Result) -> Result:
    """Return a value whose arrays nobody can write into any more: whoever has it shares it with the cache."""
    for array in arrays(value):
        array.flags.writeable = False
    return value


def arrays(value: Any) -> Iterator[NDArray[Any]]:
    """Go through the arrays inside a value, however deep."""
    if isinstance(value, np.ndarray):
        yield value
    elif sparse.issparse(value):
        yield from (value.data, value.indices, value.indptr)
    elif is_dataclass(value):
        for item in fields(value):
            yield from arrays(getattr(value, item.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from arrays(each)
