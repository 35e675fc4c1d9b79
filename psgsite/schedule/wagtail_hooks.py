"""What schedules add to the admin: the calendar, a warning, and a word on doubled hours."""

from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from psgsite.publishing import approve_only_if, publish_only_if
from psgsite.schedule.calendar import may_see_calendar
from psgsite.schedule.clock import is_struck_twice
from psgsite.schedule.forms import has_passed
from psgsite.schedule.views import CalendarView
from psgsite.schedule.warning import PublishingWarning, problem_for


@hooks.register("register_admin_urls")
def register_calendar():
    view = CalendarView.as_view()
    return [
        path("calendar/", view, name="calendar"),
        path("calendar/<int:year>/<int:month>/", view, name="calendar_month"),
    ]


class CalendarMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_calendar(request.user)


@hooks.register("register_admin_menu_item")
def register_calendar_menu_item():
    address = reverse("calendar")
    return CalendarMenuItem("Calendar", address, icon_name="calendar-alt", order=150)


@hooks.register("construct_homepage_panels")
def warn_on_the_home_page(request, panels):
    if problem := problem_for(request.user):
        panels.append(PublishingWarning(problem))


@hooks.register("after_publish_page")
def say_which_of_two_is_meant(request, page):
    scheduled = page.get_latest_revision_as_object()
    for moment in (scheduled.go_live_at, scheduled.expire_at):
        if moment and not has_passed(moment) and is_struck_twice(moment):
            shown = date_format(timezone.localtime(moment), "H:i")
            messages.warning(
                request,
                f"{shown} comes twice that night, for the clocks go back. The first is "
                "meant, before they do.",
            )


@hooks.register("before_bulk_action")
def publish_nothing_that_has_expired(request, action, objects, view):
    """Refuse it among many too: the job would take it down again within a minute."""
    why = (
        "the time at which “{page}” is to expire has passed. Open it and clear or change "
        "that time, under Status."
    )
    return publish_only_if(is_not_over, request, action, objects, view, why)


@hooks.register("before_publish_page")
def approve_nothing_that_has_expired(request, page):
    """Nor by an approval where the page is listed."""
    why = (
        "the time at which it is to expire has passed. Clear or change that time here, "
        "under Status."
    )
    return approve_only_if(is_not_over, request, page, why)


def is_not_over(page):
    return not has_passed(page.expire_at)
