"""What a user can set: one frozen group for each stage of the pipeline.

Range, default, unit, label and help of a parameter stand in `groups` once; the panel, the command line, the presets
and the documentation read them through `specs`.
"""

from segmenter.parameters.declaration import Group, Spec, Value, declare
from segmenter.parameters.groups import (
    DEFAULTS,
    EARLIER,
    Affinity,
    Eigenvectors,
    Features,
    Labels,
    Objects,
    Parameters,
    Regions,
    nearest,
    parse,
    spec,
    specs,
    to_mapping,
)
from segmenter.parameters.presets import from_mapping, from_toml, to_toml

__all__ = [
    "DEFAULTS",
    "EARLIER",
    "Affinity",
    "Eigenvectors",
    "Features",
    "Group",
    "Labels",
    "Objects",
    "Parameters",
    "Regions",
    "Spec",
    "Value",
    "declare",
    "from_mapping",
    "from_toml",
    "nearest",
    "parse",
    "spec",
    "specs",
    "to_mapping",
    "to_toml",
]
