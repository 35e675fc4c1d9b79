"""What is done about addresses that lead nowhere: redirects, pages, or nothing."""

from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from psgsite.addresses.notebook import note
from psgsite.addresses.readers import Missed
from tests import factories
from tests.admin.editing import PUBLISH, add, messages
from tests.admin.missing import REPORT, html, missed, rows, set_aside

NOT_WANTED = {"standing": "unwanted"}


def test_a_redirect_is_made_from_the_report(publisher, client, news):
    missed("/news-archive.php?id=12&part=ñ")
    missed("/still-lost")
    address = (
        "/admin/redirects/make/?address=%2Fnews-archive.php%3Fid%3D12%26part%3D%C3%B1"
    )

    assert address in html(publisher)
    form = publisher.get(address)
    old_path = form.context["form"]["old_path"].value()
    answer = publisher.post(
        form.context["action_url"],
        {"old_path": old_path, "redirect_page": news.pk, "is_permanent": "on"},
    )

    assert answer["Location"] == REPORT
    assert client.get("/news-archive.php?id=12&part=%C3%B1")["Location"] == "/news/"
    assert rows(publisher) == ["/still-lost"]


def test_an_address_goes_when_a_page_is_published_there(publisher, news):
    missed("/news/verdict-due")
    missed("/news/verdict-due?id=3")
    missed("/news/other")
    add(publisher, news)
    as_draft = len(rows(publisher))
    add(publisher, news, action=PUBLISH, slug="other")

    assert as_draft == 3
    assert rows(publisher) == ["/news/verdict-due?id=3", "/news/verdict-due"]


def test_an_address_stays_when_a_redirect_leads_to_a_draft(publisher, news):
    draft = factories.article(news, live=False)
    Redirect.objects.create(old_path="/lost", redirect_page=draft)
    Redirect.objects.create(old_path="/found", redirect_link="https://example.org/")
    missed("/lost")
    missed("/found")

    assert rows(publisher) == ["/lost"]


def test_an_address_that_is_not_wanted_is_left_out(publisher):
    lost = missed("/lost")
    missed("/other")

    response = set_aside(publisher, lost, next=f"{REPORT}?p=1")

    assert response["Location"] == f"{REPORT}?p=1"
    assert "“/lost” is left out from now on" in messages(response)[0]
    assert rows(publisher) == ["/other"]
    assert rows(publisher, **NOT_WANTED) == ["/lost"]


def test_it_stays_out_when_it_is_asked_for_again(publisher):
    lost = missed("/lost", is_unwanted=True)
    note(Missed("/lost", ""))

    assert rows(publisher) == []
    lost.refresh_from_db()
    assert lost.times == 2


def test_it_can_be_taken_in_again(publisher):
    lost = missed("/lost", is_unwanted=True)
    assert "Wanted after all" in html(publisher, **NOT_WANTED)

    set_aside(publisher, lost, back="")

    assert rows(publisher) == ["/lost"]


def test_looking_at_the_address_of_that_button_changes_nothing(publisher):
    lost = missed("/lost")

    assert publisher.get(reverse("set_aside", args=[lost.pk])).status_code == 405
    assert rows(publisher) == ["/lost"]


def test_nobody_is_led_off_the_site_by_that_button(publisher):
    response = set_aside(publisher, missed("/lost"), next="https://evil.example/")

    assert response["Location"] == REPORT
