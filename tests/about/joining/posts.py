"""200 posts as programs make them, of five kinds, and 100 as people do."""

import random
from dataclasses import dataclass, field
from itertools import product

from tests.about.joining.filling_in import filled


@dataclass
class Post:
    kind: str
    address: str  # where it comes from
    data: dict = field(repr=False)


HOOKS = ["Cheap loans", "Rank first on Google", "Casino bonus", "Crypto doubled"]
SITES = ["best-loans.ru", "seo-top.xyz", "spin-win.shop", "coins.biz"]


def bots():
    """In the order in which they come, 40 of each kind; each is made as it is sent."""
    chance = random.Random(6)  # noqa: S311 dice that can be thrown again
    for kind in (fillers, hasty, replays, advertisers):
        yield from kind(chance)
    yield from learner()


def fillers(chance):
    """Put something into every field there is, and take their time."""
    for n in range(40):
        data = filled(
            seconds_ago=chance.randint(4, 900),
            trap=chance.choice(["https://spam.example", "1", "John", " "]).strip()
            or "x",
            your_name=f"John Smith{n}",
            e_mail_address=f"john{n}@mail.example",
            postal_address=chance.choice(HOOKS),
            telephone_number="88005553535",
            yes_claim_gift_aid_on_what_i_give="on",
            the_newsletter_by_e_mail="on",
        )
        yield Post("fills everything in", somewhere(chance), data)


def hasty(chance):
    """Read the form and send it within a second or two."""
    for n in range(40):
        data = filled(
            seconds_ago=chance.randint(0, 2),
            your_name=f"Maria {chance.choice(['Lopez', 'Ivanova', 'Chen'])}",
            e_mail_address=f"m{n}@mail.example",
            postal_address="",
        )
        yield Post("is too fast", somewhere(chance), data)


def replays(chance):
    """Send what they were told to, without looking at the form, or forge when they did."""
    forged = ["", "1795815660", "1795815660:AAAA", "x", "1795815660:" + "F" * 43]
    for n in range(40):
        data = filled(
            began=chance.choice(forged),
            your_name=f"Robert{n}",
            e_mail_address=f"r{n}@mail.example",
        )
        if chance.random() < 0.5:
            del data["began"]
        yield Post("never saw the form", somewhere(chance), data)


def advertisers(chance):
    """Do everything right, but for the sake of a link where a name belongs."""
    shapes = [
        "{hook} https://{site}",
        "{hook}: www.{site}",
        '<a href="//{site}">{hook}</a>',
        "[url={site}]{hook}[/url]",
        "{hook} -> {site}",
    ]
    ads = list(product(shapes, HOOKS, SITES))
    for n, (shape, hook, site) in enumerate(chance.sample(ads, 40)):
        data = filled(
            seconds_ago=chance.randint(5, 300),
            your_name=shape.format(hook=hook, site=site),
            e_mail_address=f"ad{n}@mail.example",
        )
        yield Post("advertises in its name", somewhere(chance), data)


def learner():
    """One host that first does all of that wrong, and then nothing, in ever other words."""
    wrong = [{"trap": "x"}, {"seconds_ago": 0}, {"began": ""}]
    for n in range(40):
        slip = wrong[n % 3] if n < 21 else {}
        data = filled(
            **slip, your_name=f"Good Friend {n}", e_mail_address=f"g{n}@mail.example"
        )
        yield Post("learns", f"198.51.100.{n % 4}", data)


def somewhere(chance):
    return ".".join(str(chance.randint(1, 254)) for _ in range(4))


NAMES = """\
Ana Quispe|José Ángel Núñez|Siân Llŷr-Davies|Ñusta Huamán|Zoë O’Brien|J. R. Smith
Dr. Mary-Jane St.John|Ngũgĩ wa Thiong'o|محمد بن علي|שרה כהן|王小明|山田太郎|Νίκος Παππάς
Ольга Иванова|Łukasz Żółć|Bjørn Åse|D’Arcy d’Souza|X Æ|Nguyễn Thị Minh Khai|María 🌻
Rosa & Tom 👩‍👩‍👧 Flores|Prof. Sir A.B.C. Jones MBE|Quilla|María del Carmen de la Cruz y Soto
Anne Com|Network Rail (Joan)|Fr. Net O.P.|Mr & Mrs T. Org|Seán Ó hÓgáin"""

ADDRESSES = [
    "",
    "1 Example Street\r\nLeeds\r\nLS1 1AA",
    "Flat 4/2, c/o The Parish of St. Mary & St. John\r\n"
    "The Old Rectory, Church Lane\r\n"
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\r\n"
    "Ynys Môn LL61 5UJ",
    "Jr. Ayacucho 123, int. 4\r\nPuno\r\nPerú",
    "شارع 12\r\nالقاهرة",
    "Unit 3.1, Dept. of Latin American Studies, Univ. of Example\r\n"
    + "Long Road " * 60,
]
PHONES = ["", "0113 496 0000", "+44 (0)20 7946 0000", "+51 951-000-000 ext. 4"]


def people():
    """A hundred who want to join; thirty of them after a talk in one town."""
    chance = random.Random(2014)  # noqa: S311
    names = [name for line in NAMES.splitlines() for name in line.split("|")]
    for n in range(100):
        is_slow = chance.random() < 0.2
        seconds = 60 * 60 * 24 * 3 if is_slow else chance.randint(4, 1800)
        data = filled(
            seconds_ago=seconds,
            your_name=names[n % len(names)] + (" " * (n % 3)),
            e_mail_address=f"reader.{n}+psg@example.{chance.choice(['org', 'ac.uk'])}",
            postal_address=ADDRESSES[n % len(ADDRESSES)],
            kind_of_membership=chance.choice(["Individual, £30 a year", "Household"]),
            telephone_number=chance.choice(PHONES),
            **ticks(chance, has_address=bool(ADDRESSES[n % len(ADDRESSES)])),
        )
        town = f"203.0.113.{n + 1}" if n < 30 else f"2001:db8:{n:x}::{n:x}"
        yield Post("person", town, data)


def ticks(chance, *, has_address):
    boxes = ["the_newsletter_by_e_mail", "news_and_invitations_by_post"]
    if has_address:
        boxes.append("yes_claim_gift_aid_on_what_i_give")
    return {box: "on" for box in boxes if chance.random() < 0.5}
