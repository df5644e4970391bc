"""What assistive technology is told of a running program, over AT-SPI: run by an interpreter that has `gi`.

    python3 atspi_reader.py NAME             the tree of an application, as JSON
    python3 atspi_reader.py NAME ROLE CONTROL VALUE   set the value of a control, as a screen reader would

It imports nothing of this project: the interpreter of the desktop is mostly another one than that of the tests.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - after its version is chosen

PATIENCE = 20
"""Seconds until the application must have appeared."""

SAID = "SHOWING", "FOCUSABLE", "FOCUSED", "CHECKED", "ENABLED", "SELECTED"


def application(name):
    """Wait for an application, and return it."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(at)
            if found is not None and found.get_name() == name:
                return found
        time.sleep(0.1)
    sys.exit(f"{name} is not on the bus")


def told(node):
    """Return what is told of a thing and of all inside it."""
    states = node.get_state_set()
    found = {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [word for word in SAID if states.contains(getattr(Atspi.StateType, word))],
        "inside": [told(child) for child in children(node)],
    }
    kinds = node.get_interfaces()
    if "Value" in kinds:
        found["value"] = Atspi.Value.get_current_value(node)
    if "Text" in kinds:
        found["text"] = Atspi.Text.get_text(node, 0, -1)
    if "Action" in kinds:
        found["actions"] = [Atspi.Action.get_action_name(node, at) for at in range(Atspi.Action.get_n_actions(node))]
    return found


def children(node):
    """Go through what is inside."""
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield child


def every(node):
    """Go through a thing and all inside it."""
    yield node
    for child in children(node):
        yield from every(child)


def main(name, *change):
    """Do what is asked."""
    found = application(name)
    if not change:
        print(json.dumps(told(found)))  # noqa: T201
        return
    role, control, value = change
    (node,) = (each for each in every(found) if (each.get_role_name(), each.get_name()) == (role, control))
    Atspi.Value.set_current_value(node, float(value))


if __name__ == "__main__":
    main(*sys.argv[1:])
