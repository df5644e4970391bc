"""The rooms of SciPy and PyAMG that the application does without: a third of its size, with the second of two BLAS.

Nothing of ours enters them, but scikit-image, PyAMG and SciPy itself import from them at their start. They find modules
that have whatever is asked for, and nothing behind the names: who calls one is told so. In the application this runs
before all else. To see which tests need any of them:

    python packaging/bundle/absent.py [PYTEST OPTION]...
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

ROOMS = (
    *(f"scipy.{room}" for room in ("cluster", "constants", "datasets", "differentiate", "fft", "fftpack", "integrate",
                                   "interpolate", "io", "linalg", "odr", "optimize", "signal", "sparse.linalg",
                                   "spatial", "special", "stats")),
    *(f"pyamg.amg_core.{room}" for room in ("air", "evolution_strength", "graph", "krylov", "linalg", "relaxation",
                                            "ruge_stuben")),
)  # fmt: skip


class AbsentModule(ModuleType):
    """A module that has whatever is asked for, by name only."""

    def __getattr__(self, name: str) -> type:
        """Return something that can be imported, inherited from and caught, but not called."""
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*_: object, **__: object) -> None:
            raise RuntimeError(f"{self.__name__}.{name} is no part of this application.")

        return type(name, (Exception,), {"__new__": call})


class Finder(MetaPathFinder, Loader):
    """Finds the rooms, and all that is said to be in them."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return how to make a module of these rooms."""
        if f"{name}.".startswith(tuple(f"{room}." for room in ROOMS)):
            return ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return a module without contents."""
        return AbsentModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it as it is."""


def install() -> None:
    """Put the modules without contents in the place of the real ones, for this process."""
    sys.meta_path.insert(0, Finder())


if getattr(sys, "frozen", False):
    install()
elif __name__ == "__main__":
    import pytest

    install()
    sys.exit(pytest.main())
