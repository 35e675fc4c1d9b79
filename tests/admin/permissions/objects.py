"""A site with one of everything that an address of the admin can be about."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Collection, Site, Task, UploadedFile, Workflow

from about.models import JoinPage
from home.roles import EDITORS
from news.models import ArticlePage, Digest, Topic
from psgsite.models import (
    BinnedPage,
    Document,
    DraftLink,
    Image,
    MissingAddress,
    OutgoingMail,
)
from search.models import Synonyms
from tests import factories


def make_objects(home, news):
    """Return the keys of the objects by what they are. None belongs to one of the roles."""
    other = factories.user(username="other", email="other@example.org")
    # Nobody can undo what is done by mistake to the pages of someone else.
    article = factories.article(news, slug="published", owner=other)
    revision = article.save_revision(user=other)
    revision.publish()
    draft = factories.article(news, slug="draft", owner=other, live=False)
    draft.save_revision(user=other)
    scheduled = factories.article(news, slug="scheduled", owner=other, live=False)
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled_revision = scheduled.save_revision(user=other)
    scheduled_revision.publish()
    waiting = factories.article(news, slug="waiting", owner=other, live=False)
    waiting.save_revision(user=other)
    workflow_state = waiting.get_workflow().start(waiting, other)
    alias = article.create_alias(update_slug="alias")
    factories.article(news, slug="deleted", owner=other).delete()
    factories.subscriber()
    now = timezone.now()
    missing = MissingAddress(address="/gone", first_asked=now, last_asked=now)
    missing.save()
    query = Query.get("water")
    SearchPromotion.objects.create(query=query, page=article)
    return {
        "home": home.pk,
        "news": news.pk,
        "join": JoinPage.objects.get().pk,
        "article": article.pk,
        "revision": revision.pk,
        "draft": draft.pk,
        "scheduled": scheduled.pk,
        "scheduled_revision": scheduled_revision.pk,
        "waiting": waiting.pk,
        "alias": alias.pk,
        "binned": BinnedPage.objects.get().pk,
        "missing": missing.pk,
        "waiting_mail": OutgoingMail.objects.create(message={}, due_at=None).pk,
        "enquiry": factories.enquiry().pk,
        "draft_link": DraftLink.make(draft, other, days=1).pk,
        "workflow_state": workflow_state.pk,
        "task_state": workflow_state.current_task_state.pk,
        "task": Task.objects.get().pk,
        "workflow": Workflow.objects.get().pk,
        "image": factories.image(uploaded_by_user=other).pk,
        "document": factories.document(uploaded_by_user=other).pk,
        "uploaded_image": upload(Image, other),
        "uploaded_document": upload(Document, other),
        "collection": Collection.get_first_root_node().add_child(name="Archive").pk,
        "site": Site.objects.get().pk,
        "topic": Topic.objects.first().pk,
        "digest": Digest.objects.create(month=article.date.replace(day=1)).pk,
        "synonyms": Synonyms.objects.first().pk,
        "redirect": Redirect.add_redirect("/old", article).pk,
        "query": query.pk,
        "other_user": other.pk,
        "group": Group.objects.get(name=EDITORS).pk,
        "session": EditingSession.objects.create(
            user=other,
            content_type=ContentType.objects.get_for_model(ArticlePage),
            object_id=article.pk,
            last_seen_at=timezone.now(),
        ).pk,
    }


def upload(model, user):
    return UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(model),
        file=ContentFile(factories.picture(), name="upload.jpg"),
        uploaded_by_user=user,
    ).pk
