"""The files from which scripts show rows and write citations."""

import json
import re

from awesome_heads.formats import FORMATS
from awesome_heads.render.renderer import Renderer
from awesome_heads.render.theme import SHIPPED, Theme
from awesome_heads.views.chunks import CITATIONS_A_FILE, ROWS_A_FILE, RowsFile, chunk_files
from awesome_heads.views.page import File
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, only_pages

NASTY = 'Quotes "here", </script> & a \\ stroke'


def _scene(number: int) -> Scene:
    papers = [
        a_paper(id=f"paper-{place}", title=f"{NASTY} {place}", date=f"2024-01-{28 - place:02}")
        for place in range(number)
    ]
    return Scene(a_config(), a_library(*papers))


def _given(script: str) -> tuple[str, object]:
    """The path and the value that a data file hands over."""
    found = re.fullmatch(r"awesomeHeads\.give\((\"[^\"]*\"), ?(.*)\);\n", script, re.DOTALL)
    assert found is not None, script[:80]
    return json.loads(found[1]), json.loads(found[2])


def test_rows_are_cut_into_files_in_the_librarys_order() -> None:
    """Every paper is in one file, and each file's path says which papers it has."""
    scene = _scene(2 * ROWS_A_FILE + 1)
    files = only_pages(chunk_files(scene))
    assert [page.path for page in files] == [f"search/rows/{n}.js" for n in range(3)]
    rows = []
    for page in files:
        assert isinstance(page.context, RowsFile)
        assert page.context.path == page.path
        rows += [row.id for row in page.context.rows]
    assert rows == [paper.id for paper in scene.library.papers]


def test_a_files_rows_are_those_of_the_static_lists() -> None:
    """A script shows what a page shows, whatever signs a title has."""
    scene = _scene(ROWS_A_FILE + 1)
    renderer = Renderer(Theme())
    macros = renderer.site.get_template("_paper.html").module
    files = list(only_pages(chunk_files(scene)))[:2]
    outputs = renderer.render_site(files)
    rows = []
    for output in (outputs[file.path] for file in files):
        path, given = _given(output.data.decode())
        assert path == output.path
        assert isinstance(given, list)
        rows += given
    expected = [
        str(macros.line(scene.row(paper), "../", 3)).strip()  # type: ignore[attr-defined]
        for paper in scene.library.papers
    ]
    assert rows == expected


def test_citations_join_to_the_static_files() -> None:
    """A format's opening, the papers' pieces and its closing make the file of the whole list."""
    scene = _scene(3)
    files = {each.path: each for each in chunk_files(scene) if isinstance(each, File)}
    path, formats = _given(files["search/formats.js"].data.decode())
    assert path == "search/formats.js"
    assert isinstance(formats, list)
    assert [each["name"] for each in formats] == [style.name for style in FORMATS]
    for style, told in zip(FORMATS, formats, strict=True):
        _, pieces = _given(files[f"search/cite/{style.name}/0.js"].data.decode())
        assert isinstance(pieces, list)
        joined = told["opening"] + told["between"].join(pieces) + told["closing"]
        assert joined == scene.bibliography.file(scene.library.papers, style)
        assert (told["suffix"], told["type"]) == (style.suffix, style.media_type)


def test_scripts_know_how_many_papers_a_file_has() -> None:
    """The scripts compute a paper's file from the same number as the files are cut by."""
    for script, number in (("rows.js", ROWS_A_FILE), ("take.js", CITATIONS_A_FILE)):
        text = (SHIPPED / "static" / script).read_text("utf-8")
        assert f"const A_FILE = {number};" in text


def test_a_list_without_papers_has_no_rows() -> None:
    """There is nothing to load, and the formats are still told."""
    files = list(chunk_files(_scene(0)))
    assert [each.path for each in files] == ["search/formats.js"]
