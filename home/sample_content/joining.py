"""The questions of the form on the page about joining, and the privacy notice."""

# What the tax office asks for: https://www.gov.uk/guidance/gift-aid-declarations-claiming-tax-back-on-donations
# Its model for several donations is quoted, for other words might not count.
GIFT_AID = """\
I want to Gift Aid my donation and any donations I make in the future or have made in the \
past 4 years to the Peru Support Group. I am a UK taxpayer and understand that if I pay \
less Income Tax and/or Capital Gains Tax than the amount of Gift Aid claimed on all my \
donations in that tax year it is my responsibility to pay any difference.

Gift Aid is reclaimed from the tax you pay: 25p for every £1. We need your home address \
above for it. Please tell us if you want to cancel this declaration, if your name or \
address changes, or if you no longer pay enough tax. If you pay tax at the higher or \
additional rate, put your gifts on your tax return to get the further relief."""

QUESTIONS = [
    {
        "label": "Your name",
        "field_type": "singleline",
        "purpose": "name",
        "help_text": "Your full name, as on a letter.",
    },
    {
        "label": "E-mail address",
        "field_type": "email",
        "purpose": "email",
        "help_text": "We answer to this address.",
    },
    {
        "label": "Postal address",
        "field_type": "multiline",
        "purpose": "address",
        "required": False,
        "help_text": "Needed only for Gift Aid, and if you would like post.",
    },
    {"label": "Kind of membership", "field_type": "radio", "purpose": "membership"},
    {
        "label": "Yes, claim Gift Aid on what I give",
        "field_type": "checkbox",
        "purpose": "gift_aid",
        "required": False,
        "help_text": GIFT_AID,
    },
    {
        "label": "The newsletter, by e-mail",
        "field_type": "checkbox",
        "purpose": "newsletter",
        "required": False,
        "help_text": "We first send you a mail, and ask you to confirm it.",
    },
    {
        "label": "News and invitations by post",
        "field_type": "checkbox",
        "purpose": "contact",
        "required": False,
    },
    {
        "label": "A call now and then",
        "field_type": "checkbox",
        "purpose": "contact",
        "required": False,
        "help_text": "If you tick this, give us your number below.",
    },
    {
        "label": "Telephone number",
        "field_type": "singleline",
        "purpose": "phone",
        "required": False,
    },
]


def heading(text):
    return {
        "type": "heading",
        "value": {"text": text, "level": "2", "anchor": ""},
    }


def paragraph(html):
    return {"type": "paragraph", "value": html}


PRIVACY = {
    "title": "Privacy notice",
    "slug": "privacy",
    "other_names": "\n".join(
        [
            "Privacy",
            "Privacy policy",
            "Data protection",
            "GDPR",
            "Cookies",
            "My data",
        ]
    ),
    "summary": (
        "What the Peru Support Group knows about readers and members, what it uses that "
        "for, how long it keeps it, and what you can ask of us."
    ),
    "body": [
        heading("If you only read"),
        paragraph(
            "<p>We don’t follow you. There are no counters, advertisements or scripts of "
            "others on this site. What readers type into the search is counted without "
            "anything that says who they were.</p>"
        ),
        heading("Cookies"),
        paragraph(
            "<p>A page with a form sets one cookie, called “csrftoken”. It holds a random "
            "number that shows that the form came from our own page, and nothing about "
            "you. Editors who sign in get a second one. Neither is used for anything "
            "else, so we don’t ask you to accept them.</p>"
        ),
        heading("If you fill in the form for new members"),
        paragraph(
            "<p>We keep what you write there: your name, your e-mail address, and as far "
            "as you give them your postal address, your telephone number, the kind of "
            "membership, a Gift Aid declaration, and how you would like to hear from us. "
            "We also keep the day and the words that you agreed to.</p>"
            "<p>To keep programs from flooding the form, we count for one day how much "
            "comes from a part of the internet. Your own address is not stored.</p>"
        ),
        heading("What we use it for, and why we may"),
        paragraph(
            "<ul>"
            "<li>To answer you and to take you in as a member: that is a step towards an "
            "agreement with you, which you asked for.</li>"
            "<li>To send you the newsletter, post, or to call you: only if you agreed, and "
            "until you tell us to stop.</li>"
            "<li>To claim Gift Aid: the law asks us to keep your declaration, and to show "
            "it to HM Revenue and Customs.</li>"
            "</ul>"
            "<p>That you care about human rights in Peru may say something about what you "
            "think. So only the people who look after our members can open what you send; "
            "it is stored encrypted, and we neither sell it nor give it away.</p>"
        ),
        heading("How long we keep it"),
        paragraph(
            "<p>On this website a year at most; then it is deleted by itself. If you "
            "become a member, your details are kept in our list of members, apart from "
            "this website, as long as you are one. Gift Aid declarations are kept for six "
            "years after the last gift that they cover, as the law wants it.</p>"
        ),
        heading("What you can ask of us"),
        paragraph(
            "<p>You can ask for a copy of what we hold about you, have it corrected or "
            "deleted, object to its use, ask us to stop using it for a while, or take it "
            "elsewhere. What you agreed to, you can take back at any time. Write to us at "
            "the address at the foot of this page: we answer within a month, and it costs "
            "nothing.</p>"
            "<p>If you aren’t content with our answer, you can complain to the "
            'Information Commissioner’s Office at <a href="https://ico.org.uk/make-a-complaint/">'
            "ico.org.uk</a>, which watches over data protection in the United Kingdom.</p>"
        ),
    ],
}
