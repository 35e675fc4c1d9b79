"""The home page, the news section, four standing pages, and who we are."""

# The prose is set with curly quotes, on purpose.

ORGANISATION = {
    "name": "Peru Support Group",
    "description": (
        "A British membership organisation that follows human rights, social inclusion "
        "and sustainable development in Peru."
    ),
    # A placeholder: whoever runs the site puts the real address in its settings.
    "email": "office@example.org",
    "footer_text": (
        "The Peru Support Group publishes news of Peru, and explains it, for readers "
        "in Britain and beyond."
    ),
    "licence": "© Peru Support Group. Please ask before you republish an article.",
}

HOME = {
    "title": "Peru Support Group",
    "slug": "home",
    "summary": (
        "We are a British membership organisation. We follow human rights, social "
        "inclusion and sustainable development in Peru, and say what we find."
    ),
}

NEWS = {
    "title": "News",
    "slug": "news",
    "summary": (
        "What is happening in Peru and why it matters: elections, mining and the "
        "environment, corruption, security and human rights."
    ),
}

ABOUT = {
    "title": "About the PSG",
    "slug": "about",
    "other_names": "\n".join(
        [
            "About us",
            "Who we are",
            "Who are you",
            "What is the PSG",
            "What is the Peru Support Group",
            "What does the PSG do",
            "What do you do",
            "Our work",
            "Staff",
            "Who works for the PSG",
            "Contact",
            "Contact us",
            "How to get in touch",
        ]
    ),
    "summary": (
        "The Peru Support Group is a British membership organisation. It follows what "
        "happens in Peru, explains it and speaks up for human rights there."
    ),
    "people": [],
    "body": [
        {
            "type": "paragraph",
            "value": (
                "<p>The Peru Support Group, or PSG, is for people who care about Peru "
                "and want to understand it better. Its members follow the country from "
                "afar; the group tries to give them news that is exact, and background "
                "that makes sense of it.</p>"
            ),
        },
        {
            "type": "heading",
            "value": {"text": "How the group works", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>It does three things:</p>"
                "<ul>"
                "<li><b>Research.</b> It looks into the causes of events, and into "
                "what laws and policies achieve.</li>"
                "<li><b>Publications.</b> It writes for readers who have no special "
                "knowledge, in English and in plain words.</li>"
                "<li><b>Advocacy.</b> It puts what it has learned before people who "
                "make decisions, and asks them to act on it.</li>"
                "</ul>"
            ),
        },
        {
            "type": "heading",
            "value": {"text": "What it looks at", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>Peru has bound itself to respect human rights, through treaties "
                "with other states and through its own constitution and laws. The "
                "group compares those promises with what happens. It asks who holds "
                "power, how decisions come about, and whether people who are poor or "
                "far from Lima are better off for them.</p>"
            ),
        },
        {
            "type": "paragraph",
            "value": (
                "<p>If you share this interest, you are welcome to join. Members make "
                "the work possible.</p>"
            ),
        },
    ],
}

AIMS = {
    "title": "PSG Aims",
    "slug": "aims",
    "other_names": "\n".join(
        [
            "Our aims",
            "Objectives",
            "Goals",
            "Mission",
            "Purpose",
            "Values",
            "What we want",
            "What does the PSG want",
            "What do you stand for",
        ]
    ),
    "summary": (
        "The group wants a Peru in which nobody is left out, development lasts and "
        "human rights are respected. All its work serves these aims."
    ),
    "aims": [
        {
            "title": "Social inclusion",
            "text": (
                "<p>No one should be kept from schooling, health care, justice or a "
                "voice in public life because of poverty, language, origin, sex or "
                "place of birth.</p>"
            ),
        },
        {
            "title": "Sustainable development",
            "text": (
                "<p>Growth should reduce poverty and inequality, and leave land, water "
                "and forests fit for those who come after. The group asks which "
                "policies do that, and which only claim to.</p>"
            ),
        },
        {
            "title": "Respect for human rights",
            "text": (
                "<p>The rights of every person in Peru should be respected in "
                "practice, and those who violate them should answer for it before the "
                "courts.</p>"
            ),
        },
        {
            "title": "Standards kept, not only signed",
            "text": (
                "<p>Peru has agreed to international standards and has set its own. "
                "Where practice falls short of either, the group says so, and says on "
                "what evidence.</p>"
            ),
        },
        {
            "title": "Understanding how Peru is governed",
            "text": (
                "<p>Events are easier to judge for those who know the institutions "
                "behind them: what each may decide, how they depend on one another, "
                "and who has their ear.</p>"
            ),
        },
    ],
    "body": [
        {
            "type": "heading",
            "value": {"text": "Three ways to these aims", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>The group pursues its aims through what it finds out, what it "
                "publishes and what it says to those in power. Each depends on the "
                "others: advocacy is worth little without evidence, and evidence "
                "changes little if nobody reads it.</p>"
            ),
        },
    ],
}

HUMAN_RIGHTS = {
    "title": "Human Rights",
    "slug": "human-rights",
    "other_names": "\n".join(
        [
            "Human rights in Peru",
            "Derechos humanos",
            "Human rights abuses",
            "Human rights violations",
            "Violations of human rights",
        ]
    ),
    "summary": (
        "Two decades of armed conflict left wrongs that the courts have been slow to "
        "right. Today it is the treatment of protesters that gives cause for concern."
    ),
    "topics": ["Human rights", "Security", "Social protest"],
    "body": [
        {
            "type": "heading",
            "value": {"text": "The years of conflict", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>In 1980 Shining Path took up arms against the state. In the twenty "
                "years that followed, insurgents and the forces sent to fight them "
                "committed abuses on a large scale: massacres, murders, torture, rape, "
                "forced disappearance. Most of the victims were country people of the "
                "highlands and the forest.</p>"
            ),
        },
        {
            "type": "fact_box",
            "value": {
                "title": "The Truth and Reconciliation Commission",
                "text": (
                    "<ul>"
                    "<li>Set up in 2001; final report published in August 2003.</li>"
                    "<li>It estimated the dead and missing at 69,280.</li>"
                    "<li>Three in four of the victims had an indigenous language, "
                    "mostly Quechua, as their mother tongue.</li>"
                    "</ul>"
                ),
            },
        },
        {
            "type": "heading",
            "value": {"text": "Justice, slowly", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>Peru has shown that trials are possible. In 2001 the "
                "Inter-American Court of Human Rights ruled that amnesty laws passed "
                "in 1995 could not stand in the way of justice. In 2009 the Supreme "
                "Court convicted a former president, Alberto Fujimori, over killings "
                "carried out by an army squad.</p>"
                "<p>Yet most cases have gone nowhere. Files were lost or withheld, "
                "witnesses have grown old or died, and trials can last for years. Many "
                "thousands of people are still missing, and the work of opening graves "
                "and giving names to the dead is far from done.</p>"
            ),
        },
        {
            "type": "heading",
            "value": {"text": "Protest today", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>People who oppose a mine, a dam or an oil well can meet with "
                "force, or with criminal charges that hang over them for years. The "
                "risk is greatest where the state regards a project as vital to the "
                "economy. The group reports such cases and reminds the authorities "
                "that peaceful assembly is a right, under Peru’s constitution and "
                "under the treaties it has signed.</p>"
            ),
        },
    ],
}

JOIN = {
    "title": "Why join the PSG?",
    "slug": "join",
    "other_names": "\n".join(
        [
            "Join",
            "Join us",
            "Membership",
            "Become a member",
            "How do I join",
            "How do I become a member",
            "Support us",
            "How can I help",
            "Get involved",
            "Donate",
            "Make a donation",
            "Volunteer",
            "Subscribe",
            "What does membership cost",
        ]
    ),
    "summary": (
        "Members keep the Peru Support Group going. They hear what is happening in "
        "Peru, learn why, and lend their weight to its work for human rights."
    ),
    "reasons": [
        "Follow what is happening in Peru, in English and with the background it needs",
        "Understand what lies behind it, from poverty to development and human rights",
        "Give your backing to our research, our publications and our advocacy",
    ],
    # What membership costs is not known here, so no prices.
    "ways_of_joining": [
        {
            "name": "Individual",
            "price": "",
            "text": (
                "<p>For anyone with an interest in Peru. Fill in the form below, and "
                "the office will answer with what membership costs and how to pay.</p>"
            ),
        },
        {
            "name": "Organisation",
            "price": "",
            "text": (
                "<p>For charities, parishes, trade unions, libraries and university "
                "departments. Tell us which you are, and the office will answer with "
                "what it costs.</p>"
            ),
        },
    ],
    "body": [
        {
            "type": "heading",
            "value": {"text": "What happens next", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>The office will reply by e-mail, and you can ask whatever you like "
                "before you decide.</p>"
            ),
        },
    ],
}
