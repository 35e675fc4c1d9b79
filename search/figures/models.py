"""What is kept beside Wagtail's own ``Query`` and its daily hits."""

from django.db import models
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Page


class Outcome(models.Model):
    """How many results a query had when it was last searched for."""

    query = models.OneToOneField(
        Query, on_delete=models.CASCADE, primary_key=True, related_name="outcome"
    )
    found = models.PositiveIntegerField()
    searched_on = models.DateField()

    # A search isn't a use of anything, as a link in a text would be.
    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.query}: {self.found}"


class Click(models.Model):
    """How often a page was followed from the results of a query on one day."""

    query = models.ForeignKey(Query, on_delete=models.CASCADE, related_name="clicks")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    date = models.DateField(db_index=True)
    hits = models.PositiveIntegerField(default=0)

    # Else editors who delete a page would be warned of the readers who found it.
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["query", "page", "date"], name="unique_click"
            )
        ]

    def __str__(self):
        return f"{self.query}: {self.page}, {self.date}"
