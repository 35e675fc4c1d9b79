"""Sends a digest to all subscribers, so that whatever cuts it off nobody gets it twice.

Each mail is claimed before the mail server is called, and marked after it has answered.
What is claimed and not marked may have been sent, so it is never tried again.
"""

from datetime import timedelta
from functools import partial
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from wagtail.log_actions import log

from news.digest.composing import Composition, articles_of
from news.digest.models import Delivery, Digest
from psgsite.models import Subscriber
from psgsite.outbox.delivery import mail_connection
from psgsite.outbox.problems import problem_of

# One task each, so that a worker that is asked to stop does so within seconds.
BATCH = 50
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=4)
# After the last of them, what is put off again counts as refused.
MOST_ATTEMPTS = 5
# The answer with which a mail server ends the conversation (RFC 5321, section 3.8).
HANGS_UP = 421
LOG_ACTION = "news.send_digest"


class CannotSendError(Exception):
    """Says in a sentence for editors why not."""


class ServerTroubleError(Exception):
    """The mail server takes no mail at the moment; says why, without addresses."""


def check(digest):
    """Raise CannotSendError if there is a reason not to send ``digest`` to all."""
    if digest.sent_at:
        raise CannotSendError(
            "This newsletter is sent already, and goes out only once."
        )
    if not articles_of(digest.month).exists():
        raise CannotSendError(
            "No article of that month is published, so there is nothing to send."
        )
    if not Subscriber.objects.confirmed().exists():
        raise CannotSendError("Nobody has subscribed to the newsletter yet.")


@transaction.atomic
def send_to_all(digest, user):
    """Begin to send, in the background, to who is subscribed now; return how many that is.

    Raises CannotSendError.
    """
    digest = Digest.objects.select_for_update().get(pk=digest.pk)
    check(digest)
    digest.sent_at, digest.sent_by = timezone.now(), user
    digest.save(update_fields=["sent_at", "sent_by"])
    # Locked, lest one of them unsubscribes before this is committed.
    subscribers = Subscriber.objects.confirmed().select_for_update()
    keys = subscribers.values_list("pk", flat=True)
    made = [
        Delivery(digest=digest, subscriber_id=pk, due_at=digest.sent_at) for pk in keys
    ]
    Delivery.objects.bulk_create(made, batch_size=500)
    log(digest, LOG_ACTION, user=user, data={"count": len(made)})
    transaction.on_commit(partial(send_waiting.enqueue, digest.pk))
    return len(made)


@task(backend="background")
def send_waiting(pk):
    """Send a batch of one digest, and leave the rest to the next task."""
    digest = Digest.objects.get(pk=pk)
    send_batch(digest)
    go_on(digest)


def go_on(digest):
    """Have the next batch sent, when its time has come."""
    digest.refresh_from_db()
    next_one = digest.deliveries.waiting().first()
    if next_one is None:
        return
    due_at = max(filter(None, [next_one.due_at, digest.due_at]))
    if due_at <= timezone.now():
        send_waiting.enqueue(digest.pk)
    elif send_waiting.get_backend().supports_defer:
        send_waiting.using(run_after=due_at).enqueue(digest.pk)
    # Else ``send_digests`` takes it up.


def send_batch(digest):
    """Send up to BATCH mails over one connection; return how many were sent.

    Does nothing while the digest is paused. Trouble with the mail server pauses it.
    """
    due = list(digest.deliveries.due().select_related("subscriber")[:BATCH])
    if digest.is_paused or not due:
        return 0
    composition = Composition(digest)
    if not composition.articles:
        pause(digest, "No article of that month is published any more.")
        return 0
    connection = mail_connection()
    sent = 0
    try:
        open_connection(connection)
        for delivery in due:
            sent += deliver(delivery, composition, connection)
    except ServerTroubleError as error:
        pause(digest, str(error))
    else:
        Digest.objects.filter(pk=digest.pk).update(due_at=None, problem="", failures=0)
    finally:
        close(connection)
    return sent


def open_connection(connection):
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        raise ServerTroubleError(problem_of(error).text) from error


def close(connection):
    try:
        connection.close()
    except (OSError, SMTPException):
        # It has gone already, and what it took has been marked.
        connection.connection = None


def deliver(delivery, composition, connection):
    """Claim one mail, send it and mark it; whether it was sent."""
    subscriber = delivery.subscriber
    mail = composition.mail_to(subscriber.email, subscriber.token)
    if not delivery.claim():
        return False
    try:
        connection.send_messages([mail])
    except SMTPRecipientsRefused as error:
        [(code, _)] = error.recipients.values()
        release_or_refuse(delivery, is_final=code >= 500)
        if code == HANGS_UP:
            raise ServerTroubleError(problem_of(error).text) from error
    except SMTPResponseException as error:
        # Not about the recipient, so it would go likewise with the next.
        release_or_refuse(delivery)
        raise ServerTroubleError(problem_of(error).text) from error
    except (OSError, SMTPException) as error:
        # It broke off, maybe after the mail was taken.
        raise ServerTroubleError(problem_of(error).text) from error
    except ValueError:  # an address that can't be written in the letters of mail
        delivery.end(Delivery.State.REFUSED)
    else:
        delivery.end(Delivery.State.SENT)
        return True
    return False


def release_or_refuse(delivery, *, is_final=False):
    if is_final or delivery.attempts + 1 >= MOST_ATTEMPTS:
        delivery.end(Delivery.State.REFUSED)
    else:
        delivery.release(pause_after(delivery.attempts))


def pause_after(failures):
    return min(FIRST_PAUSE * 4 ** min(failures, 5), LONGEST_PAUSE)


def pause(digest, problem):
    digest.due_at = timezone.now() + pause_after(digest.failures)
    digest.problem = problem[:300]
    digest.failures += 1
    digest.save(update_fields=["due_at", "problem", "failures"])


def try_now(digest):
    """Go on at once with what waits, whatever pause was made."""
    now = timezone.now()
    Digest.objects.filter(pk=digest.pk).update(due_at=None)
    digest.deliveries.waiting().filter(due_at__gt=now).update(due_at=now)
    transaction.on_commit(partial(send_waiting.enqueue, digest.pk))
