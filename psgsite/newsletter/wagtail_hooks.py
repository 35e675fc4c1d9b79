from wagtail import hooks

from psgsite.newsletter.personal_data import SubscriberData


@hooks.register("register_personal_data")
def register_subscribers():
    return SubscriberData()
