"""Before a picture or a document is deleted, one reads which pages use it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.any_database

MAKE = {"image": factories.image, "document": factories.document}
APP = {"image": "wagtailimages", "document": "wagtaildocs"}


@pytest.fixture(params=["image", "document"])
def kind(request):
    return request.param


def using(news, kind, used, **fields):
    values = {
        "image": {"image": {"image": used.pk, "alt_text": "A", "decorative": False}},
        "document": {"document": used.pk, "title": ""},
    }
    return factories.article(
        news, body=[{"type": kind, "value": values[kind]}], **fields
    )


def read(client, address):
    html = client.get(address).content
    return " ".join(BeautifulSoup(html, "html.parser").main.get_text(" ").split())


def deleting_one(kind, used):
    return reverse(f"{APP[kind]}:delete", args=[used.pk])


def deleting_many(kind, *used):
    model = used[0]._meta
    names = [model.app_label, model.model_name, "delete"]
    ids = "&".join(f"id={each.pk}" for each in used)
    return f"{reverse('wagtail_bulk_action', args=names)}?{ids}"


def test_the_pages_that_use_it_are_named(publisher, news, kind):
    used = MAKE[kind]()
    using(news, kind, used, title="Verdict due")
    using(news, kind, used, title="Not yet", slug="not-yet", live=False)
    factories.article(news, title="Another story", slug="another")

    text = read(publisher, deleting_one(kind, used))

    assert "Verdict due (published)" in text
    assert "Not yet (draft)" in text
    assert "a gap, or a link that leads nowhere" in text
    assert "Another story" not in text


def test_they_are_named_where_many_are_deleted(publisher, news, kind):
    used, unused = MAKE[kind](title="Used"), MAKE[kind](title="Unused")
    using(news, kind, used, title="Verdict due")

    text = read(publisher, deleting_many(kind, used, unused))

    assert "Used Where it is used" in text
    assert "Verdict due (published)" in text
    assert "Unused Where it is used" not in text


def test_nothing_is_said_of_pages_where_there_are_none(publisher, news, kind):
    text = read(publisher, deleting_one(kind, MAKE[kind]()))

    assert "referenced 0 times" in text
    assert "leads nowhere" not in text


def test_of_many_pages_the_first_are_named_and_the_others_counted(
    publisher, news, kind
):
    used = MAKE[kind]()
    for number in range(22):
        using(news, kind, used, title=f"Story {number}", slug=f"story-{number}")

    text = read(publisher, deleting_one(kind, used))

    assert text.count("(published)") == 20
    assert "and 2 more" in text


def test_it_can_still_be_deleted_for_someone_may_be_in_danger(
    publisher, news, client, kind
):
    used = MAKE[kind]()
    article = using(news, kind, used)

    publisher.post(deleting_one(kind, used))

    assert not type(used).objects.exists()
    assert client.get(article.url).status_code == 200


def test_the_list_of_pictures_tells_credit_licence_and_consent(publisher, home):
    factories.image(title="Plaza", licence="CC BY 4.0", consent="unknown")
    factories.image(title="March", consent="agreed", credit="", licence="")

    for name in ("wagtailimages:index", "wagtailimages_chooser:choose_results"):
        html = publisher.get(reverse(name), {"layout": "list"}).content.decode()
        assert "A. Vargas · CC BY 4.0" in html
        assert "Nobody is credited · no licence given" in html
        assert "Everyone who can be recognised agreed" in html
        assert "Not known: do not publish yet" in html


def test_the_pictures_beside_each_other_show_which_of_them_wait(publisher, home):
    factories.image(title="Plaza", consent="unknown")
    factories.image(title="March", consent="agreed")

    html = publisher.get(reverse("wagtailimages:index")).content.decode()

    assert html.count("People shown: not known") == 1
