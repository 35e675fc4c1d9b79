"""What stands in the way of a page in the bin, and what comes back with it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

from about.models import AboutPage
from news.models import ArticlePage, Region, Topic
from psgsite.models import BinnedPage
from tests import factories
from tests.admin.binning import now, restore, restore_url
from tests.admin.editing import do, messages


@pytest.fixture
def article(news):
    return factories.article(news, slug="verdict-due")


def refusal(client, row=None):
    """What is said before and after trying, which must be the same."""
    row = row or BinnedPage.objects.get()
    count = Page.objects.count()
    asked = client.get(restore_url(row)).context["problem"]
    answer = messages(restore(client, row, publish="on"))[-1]
    assert asked in answer
    assert "wasn’t restored" in answer
    assert Page.objects.count() == count
    assert BinnedPage.objects.filter(pk=row.pk).exists()
    return asked


def test_a_taken_address_is_named_with_who_has_it(publisher, news, article):
    do(publisher, "delete", article)
    other = factories.article(news, title="Verdict given", slug="verdict-due")

    said = refusal(publisher)
    other.slug = "verdict-given"
    other.save()
    restore(publisher)

    assert "/news/verdict-due/, now belongs to the page “Verdict given”" in said
    assert now(article).slug == "verdict-due"


def test_a_place_that_is_gone_for_good_is_named(administrator, news, article):
    do(administrator, "delete", article)
    do(administrator, "delete", now(news))
    BinnedPage.objects.get(title="News").delete()

    said = refusal(administrator)

    assert "“News”, is gone for good" in said


def test_a_standing_page_does_not_come_back_beside_its_successor(administrator, home):
    do(administrator, "delete", AboutPage.objects.get())
    factories.page(home, AboutPage, slug="about-us")

    assert "or has one in its place already" in refusal(administrator)


def test_a_kind_of_page_that_is_gone_is_not_restored(administrator, article):
    do(administrator, "delete", article)
    gone = ContentType.objects.create(app_label="news", model="gone")
    BinnedPage.objects.update(content_type=gone)

    listed = administrator.get(reverse("bin"))

    assert listed.status_code == 200
    assert "no pages of this kind any more" in refusal(administrator)


def test_what_is_on_the_site_already_is_not_restored_twice(administrator, article):
    do(administrator, "delete", article)
    row = BinnedPage.objects.get()
    restore(administrator, row)
    row.save()

    assert refusal(administrator) == "It is on the site already."


def change_kept(**fields):
    row = BinnedPage.objects.get()
    row.kept["page"] |= fields
    row.save()


def test_what_was_kept_by_an_older_version_of_the_site_still_fits(publisher, article):
    do(publisher, "delete", article)
    old_block = {"type": "poll", "value": "?", "id": "1"}
    change_kept(
        subtitle="A field that is gone", body=f"[{old_block}]".replace("'", '"')
    )
    row = BinnedPage.objects.get()
    del row.kept["page"]["byline"]
    row.save()

    restore(publisher, publish="on")

    assert now(article).live
    assert (now(article).byline, len(now(article).body)) == ("", 0)


def test_what_does_not_fit_any_more_is_said_not_crashed_on(publisher, article):
    do(publisher, "delete", article)
    change_kept(date="someday")

    answer = messages(restore(publisher, publish="on"))[-1]

    assert "doesn’t fit this version of the site any more" in answer
    assert "someday" in answer
    assert BinnedPage.objects.exists()
    assert not Page.objects.filter(pk=article.pk).exists()


def test_what_no_longer_passes_as_finished_comes_back_as_a_draft(publisher, article):
    do(publisher, "delete", article)
    change_kept(date="1979-01-01")

    said = messages(restore(publisher, publish="on"))[-1]

    assert "something in it must be changed" in said
    assert not now(article).live


def test_what_has_expired_in_the_bin_is_not_published(publisher, article):
    article.expire_at = timezone.now() + timedelta(days=1)
    article.save()
    do(publisher, "delete", article)
    change_kept(expire_at=str(timezone.now() - timedelta(hours=1)))

    restore(publisher, publish="on")

    assert not now(article).live


def test_a_picture_and_a_topic_that_are_gone_do_not_keep_it_there(
    publisher, client, news
):
    image, topic = factories.image(), Topic.objects.create(name="Rivers")
    region = Region.objects.get(slug="puno")
    shown = {"image": image.pk, "alt_text": "A square", "decorative": False}
    block = {"image": shown, "caption": "", "credit": ""}
    made = factories.article(
        news,
        image=image,
        topics=[topic],
        regions=[region],
        body=[{"type": "image", "value": block}],
    )
    do(publisher, "delete", made)
    image.delete()
    topic.delete()

    restore(publisher, publish="on")

    assert client.get(now(made).url).status_code == 200
    assert now(made).image is None
    assert list(now(made).topics.all()) == []
    assert list(now(made).regions.all()) == [region]


def test_a_private_page_is_private_again(publisher, client, article):
    group = Group.objects.get(name="Editors")
    made = PageViewRestriction.objects.create(page=article, restriction_type="groups")
    made.groups.add(group)
    do(publisher, "delete", article)

    restore(publisher, publish="on")

    assert now(article).live
    assert client.get("/news/verdict-due/").status_code == 302
    assert [list(each.groups.all()) for each in article.view_restrictions.all()] == [
        [group]
    ]


def test_a_restored_page_is_found_again(publisher, client, article):
    do(publisher, "delete", article)
    gone = client.get("/search/?query=verdict").content.decode()

    restore(publisher, publish="on")

    assert "/news/verdict-due/" not in gone
    assert "/news/verdict-due/" in client.get("/search/?query=verdict").content.decode()


def test_old_addresses_lead_to_it_again(publisher, client, article):
    Redirect.objects.create(old_path="/old", redirect_page=article)
    Redirect.objects.create(old_path="/older", redirect_page=article)
    do(publisher, "delete", article)
    gone = client.get("/old/").status_code
    Redirect.objects.create(old_path="/older", redirect_link="https://example.org/")

    restore(publisher, publish="on")

    assert gone == 404
    assert client.get("/old/").headers["Location"].endswith("/news/verdict-due/")
    assert client.get("/older/").headers["Location"] == "https://example.org/"


def test_links_to_it_work_and_are_counted_again(publisher, client, news, article):
    link = f'<p><a linktype="page" id="{article.pk}">before</a></p>'
    other = factories.article(
        news, slug="other", body=[{"type": "paragraph", "value": link}]
    )
    do(publisher, "delete", article)
    gone = client.get(other.url).content.decode()

    restore(publisher, publish="on")

    assert 'href="/news/verdict-due/"' not in gone.split("<main")[1].split("before")[0]
    assert ">before</a>" in client.get(other.url).content.decode()
    assert ReferenceIndex.get_references_to(now(article)).count() == 1


def test_an_alias_follows_its_page_again_or_comes_back_alone_as_a_draft(
    administrator, news, article
):
    alias = article.create_alias(parent=news, update_slug="alias")
    do(administrator, "delete", alias)
    restore(administrator, publish="on")
    followed = now(alias).alias_of_id
    do(administrator, "delete", now(alias))
    do(administrator, "delete", article)

    restore(administrator, BinnedPage.objects.get(page_id=alias.pk), publish="on")

    assert followed == article.pk
    assert now(alias).alias_of is None
    assert not now(alias).live


def test_a_withdrawn_article_comes_back_withdrawn(publisher, client, article):
    article.withdraw("The dates in it were wrong.", user=None)
    do(publisher, "delete", article)

    restore(publisher, publish="on")

    shown = client.get("/news/verdict-due/")
    assert shown.status_code == 410
    assert "The dates in it were wrong." in shown.content.decode()


def test_dates_of_the_first_publication_stay(publisher, article):
    ArticlePage.objects.update(first_published_at="2014-12-08T12:00Z")
    do(publisher, "delete", article)

    restore(publisher, publish="on")

    assert now(article).first_published_at.date() == date(2014, 12, 8)
