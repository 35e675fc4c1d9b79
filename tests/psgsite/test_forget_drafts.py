"""Old steps on the way to a page go; what was published, submitted or is latest stays."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    PageLogEntry,
    Revision,
    Workflow,
    WorkflowTask,
)

from psgsite.drafts.models import DraftLink
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(news):
    return factories.article(news, live=False)


def forget(capsys, *options):
    call_command("forget_drafts", *options)
    return capsys.readouterr().out.strip()


def long_ago(days=91):
    return timezone.now() - timedelta(days=days)


def save(article, title):
    article.title = title
    return article.save_revision(log_action=True)


def age_all(days=91):
    Revision.objects.update(created_at=long_ago(days))


def kept(article):
    return [r.content["title"] for r in article.revisions.order_by("pk")]


def test_an_old_step_goes_and_the_latest_stays(capsys, article):
    save(article, "Step")
    save(article, "Latest")
    age_all()

    assert forget(capsys) == "Forgotten: 1 versions, 0 links."
    assert kept(article) == ["Latest"]
    assert PageLogEntry.objects.filter(action="wagtail.edit").count() == 2


def test_a_step_of_the_last_ninety_days_stays(capsys, article):
    save(article, "Step")
    save(article, "Latest")
    age_all(89)

    forget(capsys)

    assert kept(article) == ["Step", "Latest"]


def test_whatever_was_public_or_will_be_stays(capsys, article):
    save(article, "Published once").publish()
    save(article, "Step")
    save(article, "Published now").publish()
    article.refresh_from_db()
    article.go_live_at = timezone.now() + timedelta(days=1)
    save(article, "Scheduled").publish()
    save(article, "Latest")
    age_all()

    forget(capsys)

    assert kept(article) == ["Published once", "Published now", "Scheduled", "Latest"]


def test_what_was_submitted_for_review_stays(capsys, article):
    user = factories.administrator()
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    save(article, "Submitted")
    workflow.start(article, user).cancel(user=user)
    save(article, "Step")
    save(article, "Latest")
    age_all()

    forget(capsys)

    assert kept(article) == ["Submitted", "Latest"]


def test_links_go_long_after_they_ended(capsys, article):
    save(article, "Draft")
    links = [DraftLink.make(article, None, days=7) for _ in range(4)]
    works, expired, revoked, lately = links
    DraftLink.objects.filter(pk=expired.pk).update(expires_at=long_ago())
    DraftLink.objects.filter(pk=revoked.pk).update(revoked_at=long_ago())
    lately.revoke()

    assert forget(capsys) == "Forgotten: 0 versions, 2 links."
    assert set(DraftLink.objects.all()) == {works, lately}


def test_the_days_can_be_chosen_and_a_second_run_finds_nothing(capsys, article):
    save(article, "Step")
    save(article, "Latest")
    age_all(31)

    first = forget(capsys, "--older-than=30")
    second = forget(capsys, "--older-than=30")

    assert first == "Forgotten: 1 versions, 0 links."
    assert second == "Forgotten: 0 versions, 0 links."


def test_less_than_no_days_are_refused(capsys, article):
    save(article, "Step")
    save(article, "Latest")

    with pytest.raises(CommandError, match="give a number of days"):
        forget(capsys, "--older-than=-1")

    assert kept(article) == ["Step", "Latest"]
