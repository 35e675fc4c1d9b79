"""The addresses that readers asked for and that lead nowhere."""

from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from psgsite.addresses.spelling import fold, path_of, spellings

MOST = 500


class MissingAddressQuerySet(models.QuerySet):
    def wanted(self):
        return self.filter(is_unwanted=False)

    def answered(self):
        """Those that by now lead to a published page or, by a redirect, elsewhere."""
        addresses = dict(self.values_list("address", "pk"))
        by_redirect, by_page = redirected(addresses), with_page(addresses)
        return self.filter(
            pk__in=[
                pk
                for address, pk in addresses.items()
                if {address, path_of(address)} & by_redirect
                or path_of(address) in by_page
            ]
        )

    @transaction.atomic
    def add(self, notes):
        """Count each (time, address, referrer); what is asked for least gives way."""
        tallies: dict[str, MissingAddress] = {}
        for asked, address, referrer in notes:
            row = tallies.setdefault(
                address,
                self.model(address=address, first_asked=asked, last_asked=asked),
            )
            row.add(asked, referrer)
        known = self.select_for_update().in_bulk(tallies, field_name="address")
        for address, row in known.items():
            row.take_over(tallies.pop(address))
        self.bulk_update(known.values(), ["times", "last_asked", "referrer"])
        # Another process may be bringing in the same.
        self.bulk_create(tallies.values(), ignore_conflicts=True)
        self.trim()

    def trim(self):
        order = ["-times", "-last_asked", "-pk"]
        surplus = self.wanted().order_by(*order).values_list("pk", flat=True)[MOST:]
        self.filter(pk__in=list(surplus)).delete()


class MissingAddress(models.Model):
    """An address that led nowhere, and how often readers asked for it."""

    address = models.CharField(max_length=255, unique=True)  # folded
    times = models.PositiveIntegerField(default=0)
    first_asked = models.DateTimeField()
    last_asked = models.DateTimeField()
    referrer = models.CharField(max_length=100, blank=True)
    is_unwanted = models.BooleanField(default=False)

    # Made as the program runs, so type checkers can't know what it has.
    objects: Any = MissingAddressQuerySet.as_manager()

    class Meta:
        # Who may add redirects deals with these.
        default_permissions = []

    def __str__(self):
        return self.address

    def add(self, asked, referrer):
        self.times += 1
        self.last_asked = max(self.last_asked, asked)
        self.referrer = referrer or self.referrer

    def take_over(self, later):
        self.times += later.times
        self.last_asked = max(self.last_asked, later.last_asked)
        self.referrer = later.referrer or self.referrer


def redirected(addresses):
    """Folded addresses of redirects that lead somewhere and are spelt like ``addresses``."""
    stored = {spelling for address in addresses for spelling in spellings(address)}
    leads = Q(redirect_page__live=True) | ~Q(redirect_link="")
    found = Redirect.objects.annotate(small=Lower("old_path")).filter(
        leads, small__in=stored
    )
    return {fold(old_path) for old_path in found.values_list("old_path", flat=True)}


def with_page(addresses):
    """The paths of those of ``addresses`` at which a published page is."""
    paths = {path_of(address) for address in addresses}
    found = set()
    for site in Site.get_site_root_paths():
        root = site.root_path.rstrip("/")
        tree_paths = {f"{root}{path.rstrip('/')}/": path for path in paths}
        pages = Page.objects.live().filter(url_path__in=tree_paths)
        found |= {tree_paths[path] for path in pages.values_list("url_path", flat=True)}
    return found
