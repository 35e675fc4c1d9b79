"""What is kept of one person here, for whoever asks for it or wants it gone."""

from psgsite.newsletter.models import Subscriber


class SubscriberData:
    name = "newsletter subscriptions"

    def find(self, email):
        return [
            {
                "e-mail": subscriber.email,
                "asked at": subscriber.asked_at.isoformat(),
                "confirmed at": subscriber.confirmed_at
                and subscriber.confirmed_at.isoformat(),
                "agreed to": subscriber.wording,
            }
            for subscriber in Subscriber.objects.with_address(email)
        ]

    def erase(self, email):
        found = Subscriber.objects.with_address(email)
        for subscriber in found:
            subscriber.delete()
        return len(found)
