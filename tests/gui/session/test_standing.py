"""What the labels on the screen are."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from segmenter.gui.session.standing import standing
from segmenter.parameters import DEFAULTS


def test_as_the_session_goes_on(labelled, session):
    assert standing(labelled) == "final"
    labelled.document.segmentation = SimpleNamespace(parameters=DEFAULTS, converged=False)
    assert standing(labelled) == "unconverged"
    labelled.document.history.push(replace(labelled.state, parameters=DEFAULTS.replace(k=5)), "k")
    assert standing(labelled) == "earlier"
    labelled.preview = labelled.state
    assert standing(labelled) == "preview"
    labelled.preview = None
    labelled.document.history.push(replace(labelled.state, labels=None, segments={}), "Nothing")
    assert standing(labelled) == "no result"
    labelled.show(None)
    assert standing(labelled) == "nothing"


@pytest.fixture(autouse=True)
def quick(session):
    yield
    session.solver.cancel()
