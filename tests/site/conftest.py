"""Two built sites, each page of them taken apart once."""

from collections.abc import Mapping

import pytest

from awesome_heads.project import Project
from awesome_heads.render import Output
from tests.site.sites import Site, taken_apart


@pytest.fixture(scope="session")
def real_one(real: Project, real_site: Mapping[str, Output]) -> Site:
    """The site of the list that this repository keeps."""
    return taken_apart(real.config.base_url, real_site)


@pytest.fixture(scope="session")
def small_one(small: Project, small_site: Mapping[str, Output]) -> Site:
    """The site of the made-up list."""
    return taken_apart(small.config.base_url, small_site)


@pytest.fixture(params=["real_one", "small_one"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the two in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found
