"""Who may take pages out of the bin, either way, and how long they lie in it."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from news.models import ArticlePage
from psgsite.models import BinnedPage, User
from tests import factories
from tests.admin.binning import listing, restore, restore_url
from tests.admin.editing import do, messages, was_refused


@pytest.fixture
def article(news):
    return factories.article(news, slug="verdict-due")


def test_only_those_who_may_add_pages_see_the_bin(publisher, secretary, article):
    do(publisher, "delete", article)
    row = BinnedPage.objects.get()

    assert was_refused(secretary.get(reverse("bin")))
    assert was_refused(restore(secretary, row))
    assert not ArticlePage.objects.exists()


def test_only_an_administrator_deletes_for_good(
    editor, publisher, administrator, article
):
    do(publisher, "delete", article)
    row = BinnedPage.objects.get()
    address = reverse("delete_page_for_good", args=[row.pk])

    for client in (editor, publisher):
        assert address not in client.get(restore_url(row)).content.decode()
        assert was_refused(client.get(address))
        assert was_refused(client.post(address))
    assert address in administrator.get(restore_url(row)).content.decode()
    assert "can’t be undone" in administrator.get(address).content.decode()
    assert BinnedPage.objects.exists()
    response = administrator.post(address)

    assert messages(response)[-1] == "“Verdict due” is deleted for good."
    assert not BinnedPage.objects.exists()
    history = administrator.get(reverse("wagtailadmin_reports:site_history"))
    assert "Deleted from the bin for good" in history.content.decode()


def test_after_thirty_days_it_is_gone_even_before_the_bin_is_emptied(
    administrator, article
):
    do(administrator, "delete", article)
    row = BinnedPage.objects.get()
    BinnedPage.objects.update(deleted_at=timezone.now() - timedelta(days=29))
    shown = listing(administrator)
    BinnedPage.objects.update(deleted_at=timezone.now() - timedelta(days=31))

    assert "Verdict due" in shown
    assert "Verdict due" not in listing(administrator)
    assert restore(administrator, row).status_code == 404


def test_the_daily_job_empties_the_bin_of_what_is_old(administrator, news, capsys):
    for age in (1, 31):
        do(administrator, "delete", factories.article(news, title=f"Of {age} days"))
        BinnedPage.objects.filter(title=f"Of {age} days").update(
            deleted_at=timezone.now() - timedelta(days=age)
        )

    call_command("empty_bin")

    assert [row.title for row in BinnedPage.objects.all()] == ["Of 1 days"]
    assert capsys.readouterr().out == "Deleted for good: 1 pages.\n"
    call_command("empty_bin", older_than=0)
    assert not BinnedPage.objects.exists()


def test_the_bin_is_not_emptied_of_what_is_yet_to_come(home):
    with pytest.raises(CommandError, match="give a number of days"):
        call_command("empty_bin", older_than=-1)


def test_who_adds_pages_to_one_section_sees_only_what_was_deleted_there(
    administrator, editor, home, news, article
):
    about = home.get_children().get(slug="about")
    for page in (article, about):
        do(administrator, "delete", page)
    seen_before = listing(editor)
    GroupPagePermission.objects.filter(group__name="Editors").update(page=news)

    html = listing(editor)
    hidden = BinnedPage.objects.exclude(title="Verdict due").get()

    assert about.title in seen_before
    assert "Verdict due" in html
    assert about.title not in html
    assert restore(editor, hidden).status_code == 404


def test_who_deleted_it_may_have_gone_since(administrator, article):
    colleague = User.objects.create_superuser("colleague", "c@example.org", "words")
    article.delete(user=colleague)
    row = BinnedPage.objects.get()
    named = administrator.get(restore_url(row)).content.decode()

    colleague.delete()

    assert "by colleague" in named
    assert "Verdict due" in listing(administrator)
    assert administrator.get(restore_url(row)).status_code == 200
