"""The calendar of the admin, a month at a time."""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from psgsite.schedule.calendar import MOST_OF_A_KIND, Calendar, may_see_calendar
from psgsite.schedule.warning import problem_for

YEARS = range(1980, 2200)


class CalendarView(WagtailAdminTemplateMixin, View):
    template_name = "psgsite/schedule/calendar.html"
    page_title = "Calendar"
    header_icon = "calendar-alt"

    def dispatch(self, request, *args, **kwargs):
        if not may_see_calendar(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, year=None, month=None):
        today = timezone.localdate()
        shown = today.replace(day=1) if year is None else first_day(year, month)
        following = (shown + timedelta(days=31)).replace(day=1)
        previous = (shown - timedelta(days=1)).replace(day=1)
        context = self.get_context_data(
            calendar=Calendar(request.user, begin(shown), begin(following)),
            month=shown,
            today=today,
            is_this_month=shown == today.replace(day=1),
            previous=previous if previous.year in YEARS else None,
            following=following if following.year in YEARS else None,
            most=MOST_OF_A_KIND,
            problem=problem_for(request.user),
        )
        return self.render_to_response(context)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


def first_day(year, month):
    if year not in YEARS or not 1 <= month <= 12:
        raise Http404(f"There is no month {month} of {year} in the calendar.")
    return date(year, month, 1)


def begin(day):
    return timezone.make_aware(datetime.combine(day, time.min))
