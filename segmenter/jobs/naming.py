"""How results are called: a template filled in for each image, and no name given twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from segmenter.errors import BatchError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FIELDS = ("stem", "ext", "dir", "page", "k", "date")
TEMPLATE = "{dir}/{stem}"
"""Results lie as the images do."""


def check(template: str) -> None:
    """Refuse a template that cannot be filled in, or that leads out of the folder of results.

    Raises
    ------
    BatchError
        It names a field that does not exist, has a brace too many, is absolute, or goes upwards.
    """
    known = ", ".join(f"{{{name}}}" for name in FIELDS)
    for field in re.findall(r"\{([^{}]*)\}", template):
        if field not in FIELDS:
            raise BatchError(f"the template has a field {{{field}}} that does not exist; there are {known}.")
    rest = re.sub(r"\{[^{}]*\}", "", template)
    if "{" in rest or "}" in rest:
        raise BatchError("the template has a brace that belongs to no field.")
    if template.startswith(("/", "~")) or "\\" in template or ":" in rest or ".." in template.split("/"):
        raise BatchError("the template must stay inside the folder of results.")
    if template.endswith(("/", "{dir}")) or not template.strip():
        raise BatchError("the template must end in a name.")


def fill(template: str, fields: Mapping[str, str]) -> str:
    """Return the name of one image's results, with forward slashes; `template` has been checked."""
    name = re.sub(r"\{(\w+)\}", lambda match: fields[match[1]], template)
    return PurePosixPath(name.lstrip("/")).as_posix()


def of_page(image: Path, page: int, pages: int) -> str:
    """Return the stem of the results of a page, counted from 0, such that names sort in the order of the pages."""
    return image.stem if pages == 1 else f"{image.stem}_p{page + 1:0{len(str(pages))}}"


def distinct(names: Sequence[str], suffixes: Sequence[str]) -> list[str]:
    """Make every name differ from every other, upper and lower case aside.

    Names that several images would have get those images' suffixes: `a_png`, `a_tif`. What is still the same then
    is numbered from the second on, in the order given.

    Parameters
    ----------
    names, suffixes : sequence of str
        Of each image the name, and the suffix without its dot.
    """
    count = Counter(name.casefold() for name in names)
    unsure = [count[name.casefold()] > 1 for name in names]
    taken = {name.casefold() for name, doubtful in zip(names, unsure, strict=True) if not doubtful}
    final = []
    for name, suffix, doubtful in zip(names, suffixes, unsure, strict=True):
        chosen = name
        if doubtful:
            base = chosen = f"{name}_{suffix}" if suffix else name
            number = 1
            while chosen.casefold() in taken:
                number += 1
                chosen = f"{base}_{number}"
            taken.add(chosen.casefold())
        final.append(chosen)
    return final
