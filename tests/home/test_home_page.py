import pytest

from about.models import AimsPage, JoinPage
from news.models import Region
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_latest_articles_come_first(client, news):
    factories.articles(news, 12)

    html = client.get("/").content.decode()

    assert html.index("Article 0") < html.index("Article 9")
    assert "Article 10" not in html


@pytest.mark.parametrize("count", [0, 1, 3, 10])
@pytest.mark.parametrize("pictured", [True, False])
def test_it_is_good_with_any_number_of_articles(client, news, count, pictured):
    image = factories.image() if pictured else None
    factories.articles(news, count, image=image)

    html = client.get("/").content.decode()

    assert html.count("<time ") == count
    assert ("No news yet." in html) == (count == 0)
    # A heading over nothing would be worse than none.
    assert ("Latest news</h2>" in html) == (count != 1)
    # Only the article that leads has its picture shown.
    assert html.count("<picture>") == (pictured and count > 0)
    assert ("lead--pictured" in html) == (pictured and count > 0)


def test_an_article_without_a_summary_leaves_no_empty_paragraph(client, news):
    factories.articles(news, 3, summary="")

    html = client.get("/").content.decode()

    assert "Article 2" in html
    assert "<p></p>" not in html
    assert "lead__summary" not in html


def test_it_shows_the_map_only_where_there_is_news_of_a_region(client, news):
    national = Region.objects.create(name="National", is_national=True)
    factories.article(news, regions=[national])
    before = client.get("/").content.decode()

    factories.article(news, regions=[Region.objects.create(name="Puno")])
    after = client.get("/").content.decode()

    assert "News by region" not in before
    assert "News by region" in after
    assert "Puno (PUN), 1 article" in after


def test_a_long_headline_is_set_smaller(client, news):
    factories.article(news, title="Consultation " * 8)

    assert "lead--long" in client.get("/").content.decode()


def test_it_says_first_what_the_group_is(client, home, news):
    home.summary = "News of Peru, for readers in Britain."
    home.save()
    factories.article(news)

    html = client.get("/").content.decode()

    assert html.index("News of Peru, for readers") < html.index("Verdict due")


def test_each_standing_page_has_a_panel(client, home, news):
    factories.page(home, AimsPage, title="PSG Aims", summary="What we want.")

    html = client.get("/").content.decode()

    assert "PSG Aims</a></h2>" in html
    assert "<p>What we want.</p>" in html


def test_joining_is_offered_with_its_reasons(client, home):
    reasons = [{"type": "reason", "value": "Stay informed"}]
    factories.page(home, JoinPage, slug="join", reasons=reasons)

    html = client.get("/").content.decode()

    assert "<li>Stay informed</li>" in html
    assert '<a class="button" href="/join/#join-form">Become a member</a>' in html


def test_the_menu_marks_where_the_reader_is(client, home, news):
    factories.page(home, AimsPage, slug="aims", title="PSG Aims", menu_title="Aims")
    factories.article(news)

    on_news = client.get("/news/").content.decode()
    on_article = client.get("/news/verdict-due/").content.decode()

    assert 'href="/news/" aria-current="page">News</a>' in on_news
    assert 'href="/news/" aria-current="true">News</a>' in on_article
    assert 'href="/aims/" >Aims</a>' in on_article


def test_the_menu_leaves_out_pages_that_do_not_want_to_be_in_it(client, home, news):
    factories.page(home, AimsPage, title="Hidden aims", show_in_menus=False)

    html = client.get("/news/").content.decode()

    assert "Hidden aims" not in html
    assert 'href="/news/"' in html


def test_an_unknown_section_is_not_found_and_helps(client, home, news):
    response = client.get("/nothing/")

    html = response.content.decode()
    assert response.status_code == 404
    assert 'action="/search/"' in html
    assert 'href="/news/"' in html
