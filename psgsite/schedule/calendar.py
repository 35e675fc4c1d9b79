"""One month of the calendar, as somebody may see it."""

from bisect import bisect_right
from collections import defaultdict
from datetime import timedelta
from itertools import groupby

from django.contrib.auth import get_user_model
from django.utils.functional import cached_property
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import policy_registry

from psgsite.schedule import entries

# An import may publish thousands; a month shows the last of them.
MOST_OF_A_KIND = 300

ANY_PERMISSION = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}
PUBLISHING = ["wagtail.publish", "wagtail.publish.schedule"]


def may_see_calendar(user):
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_any_permission(user, ANY_PERMISSION)


class Calendar:
    """What ``user`` may see of the time from ``start`` to just before ``end``."""

    def __init__(self, user, start, end):
        policy = policy_registry.get_by_type(Page)
        pages = policy.instances_user_has_any_permission_for(user, ANY_PERMISSION)
        span = (pages, start, end)
        past = [
            list(found(*span, MOST_OF_A_KIND))
            for found in (entries.published, entries.updated)
        ]
        self.is_cut = any(len(found) > MOST_OF_A_KIND for found in past)
        self.entries = [entry for found in past for entry in found[:MOST_OF_A_KIND]]
        self.entries += [*entries.scheduled(*span), *entries.expiring(*span)]
        self.entries.sort(key=lambda entry: (entry.at, entry.page.pk, entry.state))
        self.waiting = list(entries.waiting(pages))
        complete([*self.entries, *self.waiting], user, policy)

    @cached_property
    def days(self):
        by_day = groupby(self.entries, key=lambda entry: entry.day)
        return [(day, list(found)) for day, found in by_day]


def complete(found, user, policy):
    """Add to each entry who did it, and whether ``user`` may edit its page."""
    pks = {entry.page.pk for entry in found}
    editable = policy.instances_user_has_permission_for(user, "change")
    may_edit = set(editable.filter(pk__in=pks).values_list("pk", flat=True))
    publishers = publishers_of(pks)
    for entry in found:
        entry.may_edit = entry.page.pk in may_edit
        if entry.user_id is None:
            entry.user_id = publishers(entry)
    users = get_user_model().objects.in_bulk({entry.user_id for entry in found})
    for entry in found:
        entry.who = users.get(entry.user_id)


def publishers_of(pks):
    """Return a function that says who last published or scheduled what an entry shows."""
    times, users = defaultdict(list), defaultdict(list)
    log = PageLogEntry.objects.filter(
        page__in=pks, action__in=PUBLISHING, user__isnull=False
    ).order_by("timestamp", "pk")
    for page, at, user in log.values_list("page", "timestamp", "user"):
        times[page].append(at)
        users[page].append(user)

    def publisher(entry):
        # The log is written a moment after the page.
        until = entry.at + timedelta(minutes=1)
        place = bisect_right(times[entry.page.pk], until)
        return users[entry.page.pk][place - 1] if place else None

    return publisher
