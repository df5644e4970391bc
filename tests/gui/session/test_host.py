"""What the parts of the session know of it is there."""

from segmenter.gui.session.host import Host


def test_the_session_is_a_host(session):
    known = {*Host.__annotations__, *(name for name in vars(Host) if not name.startswith("_"))}
    assert {"io_worker", "in_background"} <= known <= set(dir(session))
