"""Resources are found wherever the package is."""

from segmenter import assets


def test_what_the_package_uses_is_there():
    for name in ("presets/default.toml", "samples/astronaut.jpg", "samples/README.md"):
        assert assets.resource(name).is_file()


def test_samples_are_small():
    assert sum(path.stat().st_size for path in assets.resource("samples").iterdir()) < 200_000


def test_an_installed_folder_goes_before_the_sibling_of_a_checkout(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "segmenter"
    package.mkdir(parents=True)
    monkeypatch.setattr(assets, "__file__", str(package / "assets.py"))
    assert assets.resource("x") == package.parent / "resources" / "x"
    (package / "resources").mkdir()
    assert assets.resource("x") == package / "resources" / "x"


def test_presets_have_titles_and_the_default_is_the_first():
    titles = {path.stem: title for path, title in assets.presets().items()}
    assert next(iter(titles.items())) == ("default", "Default")
    assert titles["cells"] == "Cells and particles"
    assert titles["detail"] == "Detail"
