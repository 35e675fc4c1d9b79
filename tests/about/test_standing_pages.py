import pytest

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from news.models import Topic
from psgsite.models import OrganisationSettings
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def organisation(home):
    return OrganisationSettings.objects.create(
        site=home.get_site(),
        name="Peru Support Group",
        email="office@example.org",
        address="1 Example Street\nLondon",
        telephone="020 7946 0000",
        registered_number="Registered charity 000000",
        footer_text="First.\n\nSecond.",
        licence="CC BY 4.0",
        social_links=[
            {
                "type": "link",
                "value": {"name": "Mastodon", "url": "https://example.org/@psg"},
            }
        ],
    )


def read(client, home, model, **fields):
    page = factories.page(home, model, slug="it", **fields)
    return client.get(page.get_url()).content.decode()


def test_every_page_says_who_we_are_and_how_to_reach_us(client, organisation):
    html = client.get("/").content.decode()

    assert "Registered charity 000000" in html
    assert "1 Example Street<br>London" in html
    assert 'href="tel:02079460000"' in html
    assert 'href="mailto:office@example.org"' in html
    assert '<a href="https://example.org/@psg" rel="me noopener">Mastodon</a>' in html
    assert "<p>First.</p>\n\n<p>Second.</p>" in html
    assert "CC BY 4.0" in html


def test_the_about_page_shows_people_and_contact(client, home, organisation):
    person = {"name": "Ana Quispe", "role": "Chair", "text": "", "image": None}

    html = read(client, home, AboutPage, people=[{"type": "person", "value": person}])

    assert "<h3>Ana Quispe</h3>" in html
    assert "Chair" in html
    assert "How to reach us" in html


def test_aims_are_a_list(client, home):
    aims = [
        {"type": "aim", "value": {"title": title, "text": "<p>Why.</p>"}}
        for title in ("Justice", "Land")
    ]

    html = read(client, home, AimsPage, aims=aims)

    assert html.count("<li>\n  <h2>") == 2
    assert html.index("Justice") < html.index("Land")


def test_history_has_a_timeline(client, home):
    war = {
        "year": 1980,
        "end_year": 2000,
        "heading": "Armed conflict",
        "text": "<p>–</p>",
    }
    coup = {"year": 1992, "end_year": None, "heading": "Self-coup", "text": "<p>–</p>"}

    html = read(
        client,
        home,
        HistoryPage,
        timeline=[{"type": "event", "value": v} for v in (war, coup)],
    )

    assert '<ol class="timeline">' in html
    assert "1980–2000" in html
    assert "<h3>Self-coup</h3>" in html


def test_human_rights_shows_the_latest_news_on_its_topics(client, home, news):
    justice, mining = (
        Topic.objects.create(name=name) for name in ("Justice", "Mining")
    )
    factories.article(news, title="On justice", topics=[justice])
    factories.article(news, title="On both", topics=[justice, mining])
    factories.article(news, title="On mining", topics=[mining])
    page = factories.page(home, HumanRightsPage, slug="human-rights")
    page.topics.add(justice)
    page.save()

    html = client.get("/human-rights/").content.decode()

    assert "On justice" in html
    assert html.count("On both</a>") == 1
    assert "On mining" not in html


def test_human_rights_without_topics_shows_no_news(client, home, news):
    factories.article(news, title="On justice")

    html = read(client, home, HumanRightsPage, summary="What is left to do.")

    assert "What is left to do." in html
    assert "On justice" not in html


def test_joining_gives_reasons_ways_and_an_address(client, home, organisation):
    way = {"name": "Individual", "price": "£30 a year", "text": "<p>For one.</p>"}

    html = read(
        client,
        home,
        JoinPage,
        reasons=[{"type": "reason", "value": "Stay informed"}],
        ways_of_joining=[{"type": "way", "value": way}],
    )

    assert "<li>Stay informed</li>" in html
    assert "<h3>Individual</h3>" in html
    assert "£30 a year" in html
    assert 'class="button" href="mailto:office@example.org?subject=' in html


def test_joining_without_an_email_address_still_says_how(client, home):
    html = read(client, home, JoinPage)

    assert "mailto:" not in html
    assert "To become a member, write to us" in html
