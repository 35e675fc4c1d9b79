from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from about.models import AimsPage, HistoryPage, HumanRightsPage, JoinPage
from home.site_setup import set_up_site
from news.models import ArticlePage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SEED = Path(__file__).parents[3] / "shared" / "seed" / "psg-home-page.txt"

# A page of another year, in the form of the old one.
PAGE = """
• Budget for bridges

    3 Mar 2009

    Congress has voted “more” money – for bridges.

  • Roads in Áncash

    28 February 2009

    The rains have closed the roads,
    and nobody knows for how long.

  • PSG Aims

    To explain Peru.

  • Historical Overview

    A long century.

  • Human Rights

    Much is left to do.

  • Why join the PSG?

    • Stay informed
    • Help the work

    Become a member
"""


@pytest.fixture(scope="module")
def new_site(undone):
    with undone():
        set_up_site(with_content=False)
        yield


@pytest.fixture
def site(new_site, db):
    """A real site before its text has been brought in."""


@pytest.fixture
def bring_in(tmp_path, capsys):
    """Import text or bytes as a file and return what was reported."""

    def bring_in(content, *options):
        file = tmp_path / "page.txt"
        data = content if isinstance(content, bytes) else content.encode()
        file.write_bytes(data)
        call_command("import_home_page", file, *options)
        return capsys.readouterr().out

    return bring_in


def articles():
    return list(ArticlePage.objects.order_by("-date").values_list("title", "date"))


# First two tests of other sites, before the site is made that the rest share.


@pytest.mark.skipif(not SEED.exists(), reason="the old home page is not here")
def test_over_the_sample_content_there_are_still_ten_articles(db, bring_in):
    set_up_site(with_content=True)

    report = bring_in(SEED.read_bytes())

    assert report.endswith("0 created, 14 updated, 0 left alone, 0 could not read\n")
    assert ArticlePage.objects.count() == 10


def test_without_a_news_page_the_remedy_is_named(db, bring_in):
    with pytest.raises(CommandError, match="run setup_site first"):
        bring_in(PAGE)


@pytest.mark.skipif(not SEED.exists(), reason="the old home page is not here")
def test_the_old_home_page_gives_its_ten_articles_and_four_sections(site, bring_in):
    report = bring_in(SEED.read_bytes())

    assert report.endswith("10 created, 4 updated, 0 left alone, 0 could not read\n")
    assert [day.isoformat() for _, day in articles()] == [
        "2014-12-08",
        "2014-11-29",
        "2014-11-16",
        "2014-11-02",
        "2014-10-26",
        "2014-10-18",
        "2014-09-28",
        "2014-08-31",
        "2014-07-31",
        "2014-06-28",
    ]
    assert ArticlePage.objects.get(date=date(2014, 10, 26)).title == (
        "Cajamarca's Santos and the Conga mining project"
    )
    assert ArticlePage.objects.exclude(summary="").count() == 10
    assert AimsPage.objects.get().summary.startswith("The Peru Support Group exists")
    assert HistoryPage.objects.get().summary.endswith("somewhat turbulent past.")
    assert HumanRightsPage.objects.get().summary.startswith("Human rights violations")
    assert [str(reason) for reason in JoinPage.objects.get().reasons] == [
        "Keep up to date with latest news and developments in Peru",
        "Learn about key issues of poverty, development and human rights in Peru",
        "Support the work of the Peru Support Group",
    ]


def test_a_page_of_another_year_comes_in_whole(site, bring_in):
    report = bring_in(PAGE)

    assert report.splitlines()[-1] == (
        "2 created, 4 updated, 0 left alone, 0 could not read"
    )
    assert articles() == [
        ("Budget for bridges", date(2009, 3, 3)),
        ("Roads in Áncash", date(2009, 2, 28)),
    ]
    bridges, roads = ArticlePage.objects.order_by("-date")
    assert bridges.summary == "Congress has voted “more” money – for bridges."
    assert roads.summary == (
        "The rains have closed the roads, and nobody knows for how long."
    )
    assert roads.slug == "roads-in-ancash"
    assert [str(reason) for reason in JoinPage.objects.get().reasons] == [
        "Stay informed",
        "Help the work",
    ]


def test_what_came_in_can_be_read_and_found(site, bring_in, client):
    bring_in(PAGE)

    for place in ["/", "/news/2009/03/", "/search/?query=budgets"]:
        assert "for bridges" in client.get(place).content.decode()


@pytest.mark.parametrize(
    "content",
    [
        PAGE.replace("\n", "\r\n"),
        PAGE.replace("\n", "\r"),
        PAGE.encode("cp1252"),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.replace(" ", "   ").replace("\n", "  \n\t"),
        "\n".join(line.strip() for line in PAGE.splitlines()),
        PAGE.replace("\n\n", "\n"),
        PAGE.replace("•", "*"),
    ],
    ids=["crlf", "cr", "windows", "bom", "spaces", "flat", "dense", "stars"],
)
def test_the_form_of_the_file_may_vary(site, bring_in, content):
    bring_in(content)

    assert articles() == [
        ("Budget for bridges", date(2009, 3, 3)),
        ("Roads in Áncash", date(2009, 2, 28)),
    ]
    assert ArticlePage.objects.get(date=date(2009, 3, 3)).summary == (
        "Congress has voted “more” money – for bridges."
    )
    assert AimsPage.objects.get().summary == "To explain Peru."
    assert len(JoinPage.objects.get().reasons) == 2


def test_a_second_run_changes_nothing(site, bring_in):
    bring_in(PAGE)

    report = bring_in(PAGE)

    assert report.endswith("0 created, 0 updated, 6 left alone, 0 could not read\n")
    assert ArticlePage.objects.count() == 2


def test_a_changed_teaser_is_updated_in_place(site, bring_in):
    bring_in(PAGE)
    before = ArticlePage.objects.get(date=date(2009, 3, 3))

    report = bring_in(PAGE.replace("for bridges.", "for bridges and roads."))

    after = ArticlePage.objects.get(date=date(2009, 3, 3))
    assert "line 2: updated: Budget for bridges" in report
    assert after.pk == before.pk
    assert after.summary.endswith("for bridges and roads.")


def test_what_an_editor_changed_is_left_alone(site, bring_in):
    bring_in(PAGE)
    article = ArticlePage.objects.get(date=date(2009, 3, 3))
    article.summary = "An editor's words."
    article.save_revision(user=factories.administrator()).publish()

    report = bring_in(PAGE)

    assert "line 2: left alone: Budget for bridges (an editor changed it)" in report
    article.refresh_from_db()
    assert article.summary == "An editor's words."


def test_a_dry_run_writes_nothing(site, bring_in):
    report = bring_in(PAGE, "--dry-run")

    assert "line 2: created: Budget for bridges" in report
    assert "nothing was written" in report
    assert articles() == []
    assert AimsPage.objects.get().summary == ""


def test_what_belongs_nowhere_is_reported_with_its_line(site, bring_in):
    page = "Welcome\n" + PAGE + "\n  • Publications\n\n    A list of books.\n"

    report = bring_in(page)

    line = page.splitlines().index("  • Publications") + 1
    assert f"line {line}: could not read: Publications (no date below it" in report
    assert "line 1: could not read: Welcome" in report
    assert "2 created, 4 updated, 0 left alone, 2 could not read" in report


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            PAGE.replace("3 Mar 2009", "31 Feb 2009"),
            "line 4: there is no day '31 Feb 2009'",
        ),
        (
            PAGE.replace("3 Mar 2009", "3 Maz 2009"),
            "line 4: there is no day '3 Maz 2009'",
        ),
        (
            PAGE.replace("3 Mar 2009", "0 Mar 2009"),
            "line 4: there is no day '0 Mar 2009'",
        ),
        (PAGE + PAGE, "line 34: 'Budget for bridges' is on line 2 too; delete one"),
        (PAGE.replace("Budget for bridges", ""), "line 2: this bullet has no title"),
        (PAGE.replace("To explain", "x" * 1001), "line 15: 'PSG Aims': summary: "),
        ("Nothing of the kind", "no line begins with a bullet"),
        ("", "no line begins with a bullet"),
        (PAGE.encode("utf-16"), "not a plain text file; save it as UTF-8"),
        (PAGE.encode() + b"\x81\xe9", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_a_file_with_an_error_changes_nothing(site, bring_in, content, problem):
    with pytest.raises(CommandError) as error:
        bring_in(content)

    assert str(error.value).startswith(f"page.txt: {problem}") or (
        problem in str(error.value)
    )
    assert str(error.value).endswith("Nothing was imported.")
    assert articles() == []
    assert AimsPage.objects.get().summary == ""


def test_an_error_halfway_takes_back_what_came_before(site, bring_in):
    page = PAGE.replace("The rains", "x" * 1001)

    with pytest.raises(CommandError, match="line 8: 'Roads in Áncash': summary"):
        bring_in(page)

    assert articles() == []


def test_a_file_that_is_not_there_is_named(site):
    with pytest.raises(CommandError, match=r"nowhere\.txt: No such file"):
        call_command("import_home_page", Path("nowhere.txt"))
