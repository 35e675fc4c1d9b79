from datetime import date

import pytest

from news.models import Region, Topic
from tests import factories

pytestmark = pytest.mark.django_db


def read(client, article):
    return client.get(f"/news/{article.slug}/").content.decode()


def test_an_article_shows_what_it_says_when_and_by_whom(client, news):
    article = factories.article(
        news,
        title="Regional elections in Puno",
        date=date(2014, 11, 29),
        byline="Ana Quispe",
        body=[{"type": "paragraph", "value": "<p>Votes are being counted.</p>"}],
    )

    html = read(client, article)

    assert "<h1>Regional elections in Puno</h1>" in html
    assert '<time datetime="2014-11-29">29 November 2014</time>' in html
    assert "By Ana Quispe" in html
    assert "Votes are being counted." in html


def test_a_day_of_one_digit_has_no_leading_nought(client, news):
    html = read(client, factories.article(news, date=date(2014, 12, 8)))

    assert '<time datetime="2014-12-08">8 December 2014</time>' in html


def test_an_article_leads_to_its_neighbours_in_time(client, news):
    factories.article(news, title="Before", date=date(2014, 6, 1))
    article = factories.article(news, title="This one", date=date(2014, 6, 2))
    factories.article(news, title="Later that day", date=date(2014, 6, 2))

    html = read(client, article)

    assert '<a rel="prev" href="/news/before/"><span>Earlier</span> Before</a>' in html
    assert '<a rel="next" href="/news/later-that-day/">' in html


def test_an_only_article_has_no_neighbours(client, news):
    html = read(client, factories.article(news))

    assert "Verdict due" in html
    assert "More news" not in html


def test_an_article_links_to_its_topics_and_regions(client, news):
    topics = [Topic.objects.create(name="Mining")]
    regions = [Region.objects.create(name="Áncash")]

    html = read(client, factories.article(news, topics=topics, regions=regions))

    assert '<a href="/news/topics/mining/">Mining</a>' in html
    assert '<a href="/news/regions/ancash/">Áncash</a>' in html


def test_a_lead_image_has_its_size_words_and_credit(client, news):
    image = factories.image(credit="A. Vargas")
    article = factories.article(
        news, image=image, image_alt_text="Voters in a queue", image_caption="Juliaca"
    )

    html = read(client, article)

    assert 'alt="Voters in a queue"' in html
    assert 'width="400"' in html
    assert 'height="300"' in html
    assert "image/avif" in html
    assert 'Juliaca <span class="credit">A. Vargas</span>' in html


def test_a_decorative_image_has_no_words(client, news):
    article = factories.article(
        news, image=factories.image(), image_is_decorative=True, image_alt_text="Unused"
    )

    html = read(client, article)

    assert 'alt=""' in html
    assert "Unused" not in html


def test_an_article_survives_the_loss_of_its_image(client, news):
    article = factories.article(news, title="Still here", image=factories.image())

    article.image.delete()

    assert "Still here" in read(client, article)


def test_two_articles_with_one_title_have_two_addresses(client, news):
    first = factories.article(news, title="Áncash: verdict due")
    second = factories.article(news, title="Áncash: verdict due")

    assert (first.slug, second.slug) == ("ancash-verdict-due", "ancash-verdict-due-2")
    assert client.get("/news/ancash-verdict-due-2/").status_code == 200


def test_an_article_names_its_own_address_whatever_was_asked(client, news):
    factories.article(news)

    html = client.get("/news/verdict-due/?utm_source=x").content.decode()

    assert '<link rel="canonical" href="http://testserver/news/verdict-due/">' in html


def test_an_address_without_its_last_slash_leads_to_the_article(client, news):
    factories.article(news)

    response = client.get("/news/verdict-due")

    assert response.status_code == 301
    assert response["Location"] == "/news/verdict-due/"


def test_an_article_answers_only_to_reading(client, news):
    factories.article(news)

    assert client.head("/news/verdict-due/").status_code == 200
    assert client.post("/news/verdict-due/").status_code == 405


def test_there_is_nothing_below_an_article(client, news):
    factories.article(news)

    assert client.get("/news/verdict-due/").status_code == 200
    assert client.get("/news/verdict-due/more/").status_code == 404


def test_a_reader_who_has_the_page_gets_no_second_copy(client, news):
    factories.article(news)
    tag = client.get("/news/verdict-due/")["ETag"]

    again = client.get("/news/verdict-due/", headers={"if-none-match": tag})

    assert again.status_code == 304
    assert again.content == b""
