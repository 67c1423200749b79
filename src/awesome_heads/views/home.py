"""The home page: what the list is, its stages, its newest papers, its years."""

from awesome_heads.views.contexts import HomePage, YearBar
from awesome_heads.views.feeds import feeds_of
from awesome_heads.views.metadata import home_head
from awesome_heads.views.page import HOME, Page
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import downloads_of

# More years than these do not fit beside each other; then only those with papers are shown.
SIDE_BY_SIDE = 16


def home_page(scene: Scene) -> Page:
    """Make the page."""
    config, papers = scene.config, scene.library.papers
    tree = scene.library.vocabularies[config.tree]
    context = HomePage(
        frame=scene.frame(HOME, "", config.description, head=home_head(scene)),
        papers=len(papers),
        term_count=scene.language.count(len(tree.terms), *scene.noun),
        group_title=scene.group_title(tree),
        term_noun=scene.noun,
        stages=scene.tree.stages,
        studied=config.site.studied,
        period=_period(scene),
        years=_years(scene.year_bars()),
        newest=scene.rows(papers[: config.site.newest]),
        feed=feeds_of(HOME, "")[0].page,
        downloads=downloads_of(scene.language, HOME, len(papers)),
    )
    return Page(HOME, "home.html", context)


def _years(bars: tuple[YearBar, ...]) -> tuple[YearBar, ...]:
    """The years from left to right, those without papers in their places, leading nowhere."""
    known = {int(bar.year): bar for bar in bars}
    run = range(min(known, default=0), max(known, default=-1) + 1)
    shown = run if len(run) <= SIDE_BY_SIDE else sorted(known)
    return tuple(known.get(year, YearBar(str(year), "", 0, 0)) for year in shown)


def _period(scene: Scene) -> str:
    years = list(scene.library.by_year)
    return scene.language.period(years[-1], years[0]) if years else ""
