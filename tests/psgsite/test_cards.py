"""The cards that stand for pages without an image where links to them are shared."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.utils import timezone
from PIL import Image as Pillow
from wagtail.models import Page

from about.models import AboutPage
from psgsite.cards import BAND, Card, read_band
from psgsite.lettering import drawable, fit
from psgsite.models import OrganisationSettings
from psgsite.sharing import card_of
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LONG = (
    "The next Human Rights Ombudsman: continuing delay, and what it means for those "
    "who wait in Huancavelica "
)


def read(png):
    return Pillow.open(BytesIO(png))


def setting(title):
    size, lines = fit(title, sizes=(100, 60, 40), width=1000, height=330, leading=1.1)
    return size, lines


def test_a_card_is_small_and_of_the_size_that_is_asked_for(client, news):
    article = factories.article(news, title=(LONG * 2)[:200], slug="long")

    response = client.get(f"/cards/{article.pk}.png", follow=True)

    assert response["Content-Type"] == "image/png"
    assert read(response.content).size == (1200, 630)
    assert len(response.content) <= 60_000


def test_a_card_shows_the_name_the_title_and_the_date():
    whole = Card("Peru Support Group", "Verdict due", "8 December 2014")
    paper = "#fbf8f3"

    def inked(card, *, top, bottom):
        """Whether anything but paper is in a part of the card's height."""
        part = read(card.png()).convert("RGB").crop((80, top, 1120, bottom))
        return part.getcolors() != [(part.width * part.height, to_rgb(paper))]

    for card, parts in [
        (whole, [True, True, True]),
        (Card("", "Verdict due", "8 December 2014"), [False, True, True]),
        (Card("Peru Support Group", "", "8 December 2014"), [True, False, True]),
        (Card("Peru Support Group", "Verdict due"), [True, True, False]),
    ]:
        heights = [(60, 140), (160, 520), (530, 600)]
        shown = [inked(card, top=top, bottom=bottom) for top, bottom in heights]
        assert shown == parts


def to_rgb(colour):
    return tuple(bytes.fromhex(colour[1:]))


def test_the_band_of_the_site_is_woven_along_the_top():
    width, threads = read_band(BAND.read_text())
    assert threads

    top = read(Card("Peru Support Group", "Verdict due").png()).convert("RGB")

    for colour, x, y, length in threads:
        for thread in range(x, x + length):
            assert near(top.getpixel((thread * 8 + 4, y * 8 + 4)), to_rgb(colour))
            if (width + thread) * 8 < 1200:
                again = top.getpixel(((width + thread) * 8 + 4, y * 8 + 4))
                assert near(again, to_rgb(colour))


def near(colour, other):
    return max(abs(a - b) for a, b in zip(colour, other, strict=True)) < 12


def test_a_long_title_is_smaller_and_none_of_it_is_lost():
    short, title = "Verdict due", LONG.strip()

    assert setting(short)[0] > setting(title)[0]
    for each in (short, title):
        assert " ".join(setting(each)[1]) == each


def test_lines_are_about_as_long_as_each_other():
    _, lines = setting("Regional elections in Puno and in Cusco")

    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 8


def test_a_word_longer_than_a_line_is_broken_and_what_has_no_room_is_cut_off():
    _, lines = setting("A" * 150)
    assert "".join(lines) == "A" * 150

    _, lines = setting("A" * 500)
    assert lines[-1].endswith("…")
    assert len(lines) == 7


@pytest.mark.parametrize("name", ["Áncash", "Ch’uqi Pukyu", "Ñahui Puquio", "“Sí”—21½"])
def test_names_of_peru_are_set_as_they_are_written(name):
    assert drawable(name) == name


def test_letters_in_two_parts_are_set_as_one():
    assert drawable("A\u0301ncash") == "Áncash"


def test_letters_that_the_typeface_lacks_are_set_in_plain_ones_and_pictures_left_out():
    assert drawable("Żuk 水 😀 water") == "Zuk Shui water"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x85", "\u2029", "\x1c"])
def test_a_line_that_ends_in_the_middle_of_a_text_goes_on_after_a_space(end):
    assert drawable(f"Puno{end}and Cusco") == "Puno and Cusco"
    assert Card(f"Peru{end}Group", f"Verdict{end}due", f"8{end}May").png()


def test_a_home_page_with_a_summary_of_two_lines_has_a_card(client, home):
    home.summary = "We follow human rights.\r\nIn Peru."
    home.save()

    response = client.get(f"/cards/{home.pk}.png", follow=True)

    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"


def test_a_card_with_the_right_mark_may_be_kept_long(client, news):
    article = factories.article(news)
    address = client.get(f"/cards/{article.pk}.png")["Location"]

    response = client.get(address)

    assert response.status_code == 200
    assert "max-age=2592000" in response["Cache-Control"]
    assert "public" in response["Cache-Control"]


def test_an_old_or_missing_mark_leads_to_the_right_one_for_a_short_while(client, news):
    article = factories.article(news)
    first = client.get(f"/cards/{article.pk}.png")
    article.title = "Verdict given"
    article.save()

    second = client.get(first["Location"])

    assert first.status_code == second.status_code == 302
    assert "max-age=60" in second["Cache-Control"]
    assert second["Location"] != first["Location"]
    assert client.get(second["Location"]).status_code == 200


def test_the_home_pages_card_says_what_the_organisation_is(client, home):
    home.summary = "We follow human rights in Peru."
    home.save()

    card = card_of(home, client.get("/").wsgi_request)

    assert card.organisation == home.title
    assert card.title == "We follow human rights in Peru."


@pytest.mark.parametrize("change", ["title", "date", "organisation"])
def test_the_mark_changes_with_what_is_drawn(client, news, change):
    article = factories.article(news)
    before = client.get(f"/cards/{article.pk}.png")["Location"]
    assert client.get(f"/cards/{article.pk}.png")["Location"] == before

    article.title += "!" if change == "title" else ""
    article.date += timedelta(days=change == "date")
    article.save()
    if change == "organisation":
        site = news.get_site()
        OrganisationSettings.objects.update_or_create(
            site=site, defaults={"name": "PSG"}
        )

    assert client.get(f"/cards/{article.pk}.png")["Location"] != before


def test_a_card_is_drawn_once(client, news, monkeypatch):
    article = factories.article(news)
    address = client.get(f"/cards/{article.pk}.png")["Location"]
    drawn = client.get(address).content

    monkeypatch.setattr(Card, "png", lambda card: b"drawn again")

    assert client.get(address).content == drawn
    cache.clear()
    assert client.get(address).content == b"drawn again"


def unpublish(article):
    article.unpublish()


def schedule(article):
    article.go_live_at = timezone.now() + timedelta(days=1)
    article.unpublish()
    article.save_revision().publish()


def restrict(article):
    factories.restrict(article)


def restrict_section(article):
    factories.restrict(article.get_parent())


@pytest.mark.parametrize("hide", [unpublish, schedule, restrict, restrict_section])
def test_what_readers_may_not_see_has_no_card(client, news, hide):
    article = factories.article(news)
    address = client.get(f"/cards/{article.pk}.png")["Location"]
    assert client.get(address).status_code == 200

    hide(article)

    # The mark, made of the title, must not come out either.
    for each in (address, f"/cards/{article.pk}.png"):
        response = client.get(each)
        assert response.status_code == 404
        assert "Verdict" not in response.content.decode()


def test_what_is_no_page_of_the_site_has_no_card(client, home):
    about = factories.page(home, AboutPage)
    assert client.get(f"/cards/{about.pk}.png").status_code == 302

    root = Page.objects.get(depth=1)
    for number in (root.pk, 999_999, 10**30):
        assert client.get(f"/cards/{number}.png").status_code == 404
