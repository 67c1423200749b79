"""Every page is valid HTML, in the judgement of html-validate and its rules for accessibility."""

import json
from collections.abc import Mapping
from pathlib import Path

from awesome_heads import disk
from awesome_heads.render import Output
from tests.node import run
from tests.site.sites import Site

PROGRAM = "html-validate/bin/html-validate.mjs"
MOST = 40


def judged(folder: Path) -> list[str]:
    """Each fault of the pages below a folder, as `rule: page:line: what`; all in one run."""
    answer = folder / "verdict.json"
    # The settings are the project's: html-validate finds them beside its package.json.
    done = run(PROGRAM, "--config=.htmlvalidate.mjs", f"--formatter=json={answer}", str(folder))
    assert done.returncode in {0, 1}, done.stderr
    results = json.loads(answer.read_text(encoding="utf-8"))
    faults = [
        f"{each['ruleId']}: {Path(result['filePath']).relative_to(folder).as_posix()}"
        f":{each['line']}: {each['message']}"
        for result in results
        for each in result["messages"]
    ]
    return sorted(faults)


def test_every_page_is_valid(
    real_site: Mapping[str, Output], small_site: Mapping[str, Output], tmp_path: Path
) -> None:
    """No error and no warning on any page of the real and the made-up list."""
    disk.write_folder(tmp_path / "real", real_site)
    disk.write_folder(tmp_path / "small", small_site)
    faults = judged(tmp_path)
    assert not faults, "\n".join(faults[:MOST])


def test_faults_are_found(small_one: Site, tmp_path: Path) -> None:
    """A picture without a text, a paragraph in a list and an id used twice are each named."""
    page = small_one.files["index.html"].decode()
    planted = '<img src="static/icon.svg"><ul><p>Text</p></ul><p id="content">Twice</p>'
    deep = tmp_path / "tags" / "a-head" / "index.html"
    deep.parent.mkdir(parents=True)
    deep.write_text(page.replace("</main>", f"{planted}</main>"), "utf-8")
    rules = {fault.partition(":")[0] for fault in judged(tmp_path)}
    assert rules >= {"wcag/h37", "element-permitted-content", "no-dup-id"}
