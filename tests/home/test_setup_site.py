import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page, Site, Workflow

from about.joining.models import JoinField
from about.models import (
    AboutPage,
    AimsPage,
    HistoryPage,
    HumanRightsPage,
    JoinPage,
    PrivacyPage,
)
from home.models import HomePage
from home.site_setup import set_up_site
from news.models import ArticlePage, NewsIndexPage, Region, Topic
from psgsite.models import OrganisationSettings

pytestmark = pytest.mark.django_db

ADDRESSES = {
    HomePage: "/",
    NewsIndexPage: "/news/",
    AboutPage: "/about/",
    AimsPage: "/aims/",
    HistoryPage: "/historical-overview/",
    HumanRightsPage: "/human-rights/",
    JoinPage: "/join/",
    PrivacyPage: "/privacy/",
}


def rows():
    """Everything that a second run might have changed."""
    pages = Page.objects.order_by("path").values_list(
        "path", "title", "latest_revision", "last_published_at", "numchild"
    )
    return [
        list(pages),
        list(JoinField.objects.values_list()),
        list(Topic.objects.values_list()),
        list(Region.objects.values_list()),
        list(Group.objects.values_list("name", "permissions")),
        list(Workflow.objects.values_list()),
        list(Site.objects.values_list()),
        list(OrganisationSettings.objects.values_list("name", "email")),
    ]


def test_every_page_is_at_its_address(client):
    set_up_site(with_content=True)

    for model, address in ADDRESSES.items():
        html = client.get(address).content.decode()
        assert model.objects.get().title in html
        assert model.objects.get().get_url() == address


def test_the_sample_has_ten_articles_and_full_standing_pages():
    set_up_site(with_content=True)

    assert ArticlePage.objects.live().count() == 10
    assert AimsPage.objects.get().aims
    assert HistoryPage.objects.get().timeline
    assert HumanRightsPage.objects.get().topics.exists()
    assert len(JoinPage.objects.get().reasons) == 3
    assert AboutPage.objects.get().body


def test_there_are_all_regions_and_one_for_the_whole_country():
    set_up_site(with_content=False)

    assert Region.objects.filter(is_national=False).count() == 25
    assert Region.objects.get(is_national=True).name == "National"
    assert Region.objects.get(slug="ancash").name == "Áncash"


def test_a_second_run_changes_nothing(capsys):
    set_up_site(with_content=True)
    before = rows()

    call_command("setup_site")

    assert capsys.readouterr().out == "Nothing was missing.\n"
    assert rows() == before


def test_an_empty_site_has_the_tree_and_no_text(client):
    set_up_site(with_content=False)

    assert not ArticlePage.objects.exists()
    assert AimsPage.objects.get().summary == ""
    assert Topic.objects.exists()
    for address in ADDRESSES.values():
        assert client.get(address).status_code == 200


def test_what_an_editor_changed_stays_changed():
    set_up_site(with_content=True)
    page = AimsPage.objects.get()
    page.title = "What we want"
    page.save_revision().publish()
    Topic.objects.filter(name="Mining").update(name="Mines")

    set_up_site(with_content=True)

    assert AimsPage.objects.get().title == "What we want"
    assert not Topic.objects.filter(name="Mining").exists()


def test_what_an_editor_deleted_stays_deleted(client, admin_user):
    set_up_site(with_content=True)
    client.force_login(admin_user)
    for article in ArticlePage.objects.all():
        client.post(f"/admin/pages/{article.pk}/delete/")
    client.post(f"/admin/pages/{AboutPage.objects.get().pk}/delete/")

    set_up_site(with_content=True)

    assert not ArticlePage.objects.exists()
    assert not AboutPage.objects.exists()
    assert AimsPage.objects.exists()


def test_what_is_missing_is_added():
    set_up_site(with_content=False)
    Region.objects.get(slug="puno").delete()
    Group.objects.get(name="Membership").delete()

    added = set_up_site(with_content=False)

    assert added == ["region Puno", "group Membership"]


def test_what_an_administrator_allowed_a_group_stays():
    set_up_site(with_content=False)
    Group.objects.get(name="Publishers").permissions.clear()

    set_up_site(with_content=False)

    assert not Group.objects.get(name="Publishers").permissions.exists()


def test_the_site_takes_its_address_from_the_settings(settings):
    settings.BASE_URL = "https://www.example.org"

    set_up_site(with_content=False)

    assert Site.objects.get().root_url == "https://www.example.org"


def test_nothing_of_wagtails_welcome_is_left(client):
    set_up_site(with_content=False)

    assert [page.title for page in Page.objects.filter(depth=2)] == [
        "Peru Support Group"
    ]
    assert set(Group.objects.values_list("name", flat=True)) == {
        "Editors",
        "Publishers",
        "Membership",
    }
    assert [workflow.name for workflow in Workflow.objects.all()] == [
        "Review by a publisher"
    ]


def test_a_page_from_before_there_was_a_form_gets_it(client):
    set_up_site(with_content=True)
    JoinField.objects.all().delete()
    PrivacyPage.objects.get().delete()
    page = JoinPage.objects.get()
    page.title = "Why not join?"
    page.save_revision()
    before = JoinPage.objects.values_list("title", "reasons", "latest_revision").get()

    added = set_up_site(with_content=True)

    assert added[0] == "form on page Why join the PSG?"
    assert 'id="join-form"' in client.get("/join/").content.decode()
    after = JoinPage.objects.values_list("title", "reasons", "latest_revision").get()
    assert after == before
    JoinPage.objects.get().get_latest_revision().publish()
    assert "Why not join?" in client.get("/join/").content.decode()
    assert 'id="join-form"' in client.get("/join/").content.decode()


def test_the_privacy_notice_is_linked_everywhere_and_listed_nowhere(client):
    set_up_site(with_content=False)
    link = '<a href="/privacy/">'

    for address in ["/", "/about/", "/search/", "/privacy/", "/nothing/"]:
        html = client.get(address).content.decode()
        assert html.count(link) == 1, address
        assert link in html.split("<footer")[1]
    assert client.get("/join/").content.decode().count(link) == 2
    assert "Information Commissioner" in client.get("/privacy/").content.decode()
