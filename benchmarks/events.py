"""Invents events in Peru: what happened, where, when and to whom."""

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks import vocabulary

FIRST_DAY = date(2001, 9, 1)
DAYS = 7300  # twenty years, nearly
NATIONAL = "National"
SHARE_OF_NATIONAL = 0.07


@dataclass(eq=False)
class Event:
    """``details`` fill the slots of what is written about it."""

    happening: dict
    day: date
    region: str
    details: dict

    @property
    def act(self):
        return self.happening["act"]


class World:
    """Where events can happen, and with which laws: the same for a whole corpus."""

    def __init__(self, random):
        self.random = random
        places = vocabulary.read("places")
        self.regions = places["regions"]
        self.names = list(self.regions)
        self.communities = self.shared_out(places["communities"])
        self.mines = self.shared_out(places["mines"] * 2)
        self.laws = [self.law() for _ in range(40)]

    def shared_out(self, names):
        """Give each region names that no other region has, as far as they go."""
        many = len(self.names)
        return {name: names[n::many] for n, name in enumerate(self.names)}

    def law(self):
        if self.random.random() < 0.3:
            return f"Legislative Decree {self.random.randint(900, 1500)}"
        return f"Law {self.random.randint(27000, 31500)}"

    def event(self):
        random = self.random
        day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        if random.random() < SHARE_OF_NATIONAL:
            happening, region = random.choice(nation()), NATIONAL
        else:
            happening = random.choice(vocabulary.happenings())
            region = random.choice(self.where(happening))
        details = self.details(region, day) | {"act": happening["act"]}
        if region == NATIONAL:
            details["law"] = random.choice(self.laws_on(happening))
        return Event(happening, day, region, details)

    def laws_on(self, happening):
        """No law is about two things."""
        return self.laws[nation().index(happening) :: len(nation())]

    def details(self, region, day):
        details = self.of_anywhere(day) | {"region": region}
        if region != NATIONAL:
            details |= self.of_region(region)
        return details

    def where(self, happening):
        """The regions on whose land it can happen."""
        land = happening.get("where", ["coast", "andes", "forest"])
        return [name for name in self.names if self.regions[name]["land"] in land]

    def of_region(self, region):
        choose = self.random.choice
        peoples = vocabulary.read("places")["peoples"]
        return {
            "people": choose(peoples[self.regions[region]["land"]]),
            "place": choose(self.communities[region]),
            "town": choose(self.regions[region]["towns"]),
            "river": choose(self.regions[region]["rivers"]),
            "mine": choose(self.mines[region]),
        }

    def of_anywhere(self, day):
        choose, number = self.random.choice, self.random.randint
        places, president = vocabulary.read("places"), president_on(day)
        return {
            "company": choose(places["companies"]),
            "people": choose(places["peoples"]["forest"]),
            "person": self.person(),
            "other": self.person(),
            "work": choose(vocabulary.read("people")["roles"]),
            "role": choose(vocabulary.read("people")["roles"]),
            "law": choose(self.laws),
            "few": number(4, 19),
            "many": number(20, 900),
            "month": f"{day:%B}",
            "year": day.year,
            "before": day.year - number(3, 12),
            "president": president["name"],
            "surname": president["surname"],
        }

    def person(self):
        people = vocabulary.read("people")
        surnames = self.random.sample(people["surnames"], 2)
        return " ".join([self.random.choice(people["first_names"]), *surnames])

    def elsewhere(self, event):
        """What an article on ``event`` may mention in passing."""
        choose = self.random.choice
        others = [name for name in self.names if name != event.region]
        region = choose(others)
        return {
            "far": choose([*self.regions[region]["towns"], *self.communities[region]]),
            "elsewhere": region,
            "then": event.day.year - self.random.randint(1, 9),
            "law": choose(self.laws),
        }


def nation():
    return vocabulary.read("nation")["happening"]


def president_on(day):
    presidents = vocabulary.read("people")["presidents"]
    return [each for each in presidents if each["from"] <= day][-1]
