"""What editors don't wait for is done by the worker."""

import signal
from functools import partial

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection

from news.models import Topic
from psgsite.models import Document
from psgsite.tasks import read_document
from tests import factories
from tests.psgsite.document_files import attached, document, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_on_a_server(settings, monkeypatch):
    """Tasks wait in the database; what waits for the end of a transaction doesn't."""
    database = {"BACKEND": "django_tasks_db.DatabaseBackend"}
    settings.TASKS = settings.TASKS | {"background": database}
    monkeypatch.setattr("django.db.transaction.on_commit", lambda do, **options: do())


@pytest.fixture
def no_failed_tasks():
    """In place of the one that lets no task fail: here it is looked at what follows."""


@pytest.fixture
def work(caplog, monkeypatch):
    """Calling it does what waits, as the worker does."""
    # The worker drops connections between tasks; a test's transaction lives in its one.
    worker = "django_tasks_db.management.commands.db_worker"
    monkeypatch.setattr(f"{worker}.close_old_connections", lambda: None)
    options = ["--backend=background", "--batch", "--no-startup-delay"]
    # It changes both for the whole process: how much is logged, and what ends it.
    for logger in ("django_tasks", "django_tasks_db"):
        caplog.set_level("INFO", logger=logger)
    signals = [signal.SIGINT, signal.SIGTERM, signal.SIGQUIT]
    before = [signal.getsignal(each) for each in signals]
    yield partial(call_command, "db_worker", *options)
    for each, handler in zip(signals, before, strict=True):
        signal.signal(each, handler)


def found(client, query):
    """The titles that a search finds."""
    response = client.get("/search/", {"query": query})
    return [each.title for each in response.context["results"]]


def test_an_upload_is_read_after_the_editor_has_gone_on(administrator, work):
    file = ContentFile(pdf(["Verdict in Puno"]), name="report.pdf")
    collection = Collection.get_first_root_node().pk
    form = {"title": "Report", "file": file, "collection": collection}

    administrator.post(reverse("wagtaildocs:add"), form)
    before = Document.objects.get().text
    work()

    assert before == ""
    assert Document.objects.get().text == "Verdict in Puno"


def test_a_page_is_found_by_its_document_once_that_is_read(client, news, work):
    report = document(pdf(["Glyphosate"]))
    factories.article(news, title="Rivers", body=[attached(report)])

    before = found(client, "glyphosate")
    work()

    assert before == []
    assert found(client, "glyphosate") == ["Rivers"]


def test_an_article_is_found_by_the_new_name_of_its_topic(client, news, work):
    topic = Topic.objects.create(name="Mining")
    factories.article(news, title="Rivers", topics=[topic])
    topic.name = "Glyphosate"

    topic.save()
    before = found(client, "glyphosate")
    work()

    assert before == []
    assert found(client, "glyphosate") == ["Rivers"]


def test_a_task_that_fails_is_kept_and_logged_and_the_next_is_done(home, work, caplog):
    read_document.enqueue("no number")
    report = document(pdf(["Verdict"]))

    work()

    [failed] = DBTaskResult.objects.failed()
    assert "ValueError" in failed.traceback
    [record] = [each for each in caplog.records if each.levelname == "ERROR"]
    assert str(failed.pk) in record.getMessage()
    report.refresh_from_db()
    assert report.text == "Verdict"


def test_a_task_that_waits_knows_its_document_by_number_alone(home):
    report = document(pdf(["Verdict"]), name="rosa-quispe.pdf")

    [task] = DBTaskResult.objects.all()

    assert task.args_kwargs == {"args": [report.pk], "kwargs": {}}


def test_what_a_worker_left_when_it_was_killed_is_read_on_command(home, work):
    document(pdf(["Verdict"]))
    DBTaskResult.objects.get().claim("the killed one")

    work()
    before = Document.objects.get().text
    call_command("read_documents")

    assert before == ""
    assert Document.objects.get().text == "Verdict"


def test_the_site_is_ready_though_nobody_works(client, home):
    document(pdf(["Verdict"]))

    response = client.get("/readyz")

    assert DBTaskResult.objects.ready().exists()
    assert response.status_code == 200


def test_nothing_is_found_of_a_file_that_was_replaced(client, news, work):
    report = document(pdf(["Glyphosate"]))
    factories.article(news, title="Rivers", body=[attached(report)])
    work()
    before = found(client, "glyphosate")

    report = Document.objects.get()
    report.file = ContentFile(pdf(["Verdict"]), name="report.pdf")
    report.save()

    assert before == ["Rivers"]
    assert found(client, "glyphosate") == []
