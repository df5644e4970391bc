"""Parameters as nested tables, for JSON, and as TOML, for presets."""

from __future__ import annotations

from collections.abc import Mapping

from segmenter.errors import ParameterError
from segmenter.parameters import toml_lines
from segmenter.parameters.declaration import refusal
from segmenter.parameters.groups import DEFAULTS, GROUP_OF, SPEC_OF, Parameters, to_mapping, unknown


def from_mapping(mapping: object, base: Parameters = DEFAULTS) -> Parameters:
    """Build parameters from nested dictionaries, as `to_mapping` returns them.

    Parameters
    ----------
    mapping
        Values by group and field name.
    base
        Where the values of missing keys are taken from.

    Raises
    ------
    ParameterError
        A group or key does not exist, or a value is not allowed.
    """
    return base.replace(**_flatten(mapping, {}))


def to_toml(parameters: Parameters) -> str:
    """Write a preset: a section for each group, the help above each key, floats exact."""
    parts: list[str] = []
    for group, values in to_mapping(parameters).items():
        parts.append(f"[{group}]")
        for name, value in values.items():
            declared = SPEC_OF[name]
            shown = f'"{value}"' if isinstance(value, str) else repr(value)
            parts += [f"# {declared.help}", f"{name} = {shown}  # {declared.allowed}"]
        parts.append("")
    return "\n".join(parts)


def from_toml(text: str, base: Parameters = DEFAULTS) -> Parameters:
    """Read a preset.

    Parameters
    ----------
    text
        TOML, as `to_toml` writes it; keys and sections may be left out.
    base
        Where the values of missing keys are taken from.

    Raises
    ------
    ParameterError
        Not TOML, an unknown section or key, or a value that is not allowed; with the line where it is known.
    """
    text = text.replace("\r\n", "\n")
    lines = toml_lines.key_lines(text)
    changes = _flatten(toml_lines.load(text), lines)
    try:
        return base.replace(**changes)
    except ParameterError as error:
        # k may be refused because of another key, when the text itself sets no k
        paths = (f"{GROUP_OF[error.key]}.{error.key}", "eigenvectors.eigenvectors", "labels.method")
        line = next((lines[path] for path in paths if path in lines), None)
        raise refusal(error.key, error.value, error.expected, line) from None


def _flatten(mapping: object, lines: Mapping[str, int]) -> dict[str, object]:
    """Values by field name; every group and key is known, the values are not yet checked."""
    if not isinstance(mapping, Mapping):
        raise refusal("parameters", mapping, "must be a table of groups")
    known = set(GROUP_OF.values())
    flat: dict[str, object] = {}
    for group, values in mapping.items():
        if group not in known:
            raise unknown(group, values, known, lines.get(str(group)))
        if not isinstance(values, Mapping):
            raise refusal(group, values, "must be a table of parameters", lines.get(group))
        for name, value in values.items():
            if GROUP_OF.get(name) != group:
                raise unknown(name, value, GROUP_OF, lines.get(f"{group}.{name}", lines.get(group)))
            flat[name] = value
    return flat
