"""The ten articles of the old home page, retold as of their dates in 2014.

About living people they say what the old page said and no more; the rest is general
background. Titles and dates are the old page's.
"""

# The prose is set with curly quotes, on purpose.

from datetime import date
from typing import Any

TOPICS = [
    "Corruption",
    "Democracy",
    "Elections",
    "Environment",
    "Human rights",
    "Mining",
    "Regional government",
    "Security",
    "Social protest",
]

ARTICLES: list[dict[str, Any]] = [
    {
        "title": "Amnesty survey on torture",
        "date": date(2014, 12, 8),
        "summary": (
            "Amnesty International has published what it learned when it asked people "
            "around the world what they think of torture. The survey is one part of "
            "its effort to end the practice."
        ),
        "topics": ["Human rights"],
        "regions": ["National"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>Campaigns against torture usually deal with governments. This "
                    'survey by <a href="https://www.amnesty.org/">Amnesty '
                    "International</a> turns to the public instead, and for a good "
                    "reason. States that ill-treat prisoners seldom admit it. They "
                    "count on citizens to look away, or to believe that harsh methods "
                    "are the price of safety.</p>"
                    "<p>The timing is apt. The General Assembly of the United Nations "
                    "adopted the Convention against Torture on 10 December 1984. Its "
                    "thirtieth anniversary falls this week.</p>"
                ),
            },
            {
                "type": "heading",
                "value": {"text": "Where Peru stands", "level": "2", "anchor": ""},
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>On paper, the position is clear. Peru is a party to the "
                    "convention. Its constitution of 1993 forbids torture and inhuman "
                    "or humiliating treatment, and gives no value to statements "
                    "obtained by violence. Since 1998 torture has been a crime in its "
                    "own right under the Penal Code.</p>"
                    "<p>Practice has been another matter. The Truth and Reconciliation "
                    "Commission, which reported in 2003, documented torture on a wide "
                    "scale during the armed conflict of 1980 to 2000. Few of those "
                    "cases have ended in a conviction.</p>"
                ),
            },
            {
                "type": "fact_box",
                "value": {
                    "title": "What the convention asks of states",
                    "text": (
                        "<ul>"
                        "<li>to make torture a crime in their own law</li>"
                        "<li>to investigate promptly and impartially wherever there is "
                        "reason to think it has happened</li>"
                        "<li>to keep statements made under torture out of court</li>"
                        "<li>to give victims redress</li>"
                        "</ul>"
                    ),
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>A survey cannot say how much torture goes on. It can say how "
                    "much of it the public is ready to excuse, and that is worth "
                    "knowing. A ban holds best where citizens want it to hold, even "
                    "for prisoners whom they fear.</p>"
                ),
            },
        ],
    },
    {
        "title": "Regional elections in Puno",
        "date": date(2014, 11, 29),
        "summary": (
            "Puno, the region that shares Lake Titicaca with Bolivia, chooses its "
            "regional president on 7 December. Few of the remaining contests are "
            "better worth watching."
        ),
        "topics": ["Elections", "Regional government"],
        "regions": ["Puno"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>The first round, on 5 October, did not settle the matter. No "
                    "list in Puno reached the share of the vote that the law requires, "
                    "so the two strongest meet again on Sunday 7 December.</p>"
                    "<p>Puno lies on the high plain around Lake Titicaca, some 3,800 "
                    "metres above the sea. Many of its people have Quechua or Aymara "
                    "as their mother tongue. Its largest city is not the capital, also "
                    "called Puno, but Juliaca, a centre of trade.</p>"
                ),
            },
            {
                "type": "heading",
                "value": {"text": "What is at stake", "level": "2", "anchor": ""},
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Trade across the Bolivian border, lawful or not, feeds many "
                    "families. Mining divides opinion. In the north of the region gold "
                    "is dug at great height, much of it without permits. In the south, "
                    "communities near the lake protested for weeks in 2011 against "
                    "mining concessions on their land. Farmers and fishing families "
                    "worry about what the rivers, and the drains of the towns, carry "
                    "into the lake.</p>"
                ),
            },
            {
                "type": "fact_box",
                "value": {
                    "title": "How the second round works",
                    "text": (
                        "<p>A list wins outright with at least 30 per cent of the "
                        "valid votes. Where none does, the two with the most votes "
                        "face each other, and the larger vote wins.</p>"
                    ),
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Whoever wins will have four years and limited means. A "
                    "regional government looks after schools, clinics and roads within "
                    "the region, and deals with small mines. Large mines are licensed "
                    "in Lima, and the border is the business of the national state. "
                    "Voters will judge the new president on much that no regional "
                    "president can decide.</p>"
                ),
            },
        ],
    },
    {
        "title": "Cusco goes to a second round",
        "date": date(2014, 11, 16),
        "summary": (
            "Cusco has to vote again on 7 December to settle who runs the region. "
            "Whatever the result, there is little reason to hope for four years of "
            "better government."
        ),
        "topics": ["Elections", "Regional government"],
        "regions": ["Cusco"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>Cusco is not alone. In much of the country no candidate for "
                    "regional president did well enough on 5 October to win at once, "
                    "and voters there go back to the polls in three weeks’ time.</p>"
                    "<p>In Cusco a good deal depends on the outcome. The old capital "
                    "of the Incas and the ruins of Machu Picchu make it the heart of "
                    "Peru’s tourist trade. Gas from the Camisea field, in the forests "
                    "of the province of La Convención, has been piped to the coast "
                    "since 2004. Part of what the state earns from it comes back to "
                    "the region under a rule known as the "
                    '<i><span lang="es">canon</span></i>.</p>'
                ),
            },
            {
                "type": "table",
                "value": {
                    "caption": "The regional elections step by step",
                    "columns": [
                        {"type": "text", "heading": "Step"},
                        {"type": "text", "heading": "Date"},
                    ],
                    "rows": [
                        {"values": ["First round", "5 October 2014"]},
                        {"values": ["Second round", "7 December 2014"]},
                        {"values": ["New governments take office", "1 January 2015"]},
                    ],
                },
            },
            {
                "type": "heading",
                "value": {
                    "text": "Money is not good government",
                    "level": "2",
                    "anchor": "",
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>A region with money can still be poorly run, and in Cusco many "
                    "highland communities remain poor. The reasons are much the same "
                    "as elsewhere in Peru. Parties are weak, and many lists are put "
                    "together for one candidate and one campaign. Staff change with "
                    "every election, so each new team begins again. The regional "
                    "council has few ways of calling a president to account.</p>"
                ),
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>None of this will be altered by the choice between two names. "
                    "A lasting civil service, accounts that anyone can read and "
                    "councils with real powers would help. They depend on Congress in "
                    "Lima as much as on the voters of Cusco.</p>"
                ),
            },
        ],
    },
    {
        "title": "The next Human Rights Ombudsman: continuing delay",
        "date": date(2014, 11, 2),
        "summary": (
            "Congress has let another chance to choose a Human Rights Ombudsman go by. "
            "The post has waited for its next holder since Beatriz Merino’s formal "
            "departure in 2011."
        ),
        "topics": ["Democracy", "Human rights"],
        "regions": ["National"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>The vacancy is in its fourth year. Beatriz Merino formally "
                    "left the office in 2011. It is for Congress to name a successor, "
                    "and it has once more not done so.</p>"
                    "<p>The ombudsman’s office, the "
                    '<span lang="es">Defensoría del Pueblo</span>, was '
                    "created by the constitution of 1993. It defends the rights of "
                    "citizens and communities and keeps watch over public services. It "
                    "can neither give orders nor impose fines. It investigates, "
                    "reports, recommends and mediates, and its monthly count of social "
                    "conflicts is widely quoted.</p>"
                ),
            },
            {
                "type": "fact_box",
                "value": {
                    "title": "How an ombudsman is chosen",
                    "text": (
                        "<ul>"
                        "<li>Congress elects, by two thirds of its full membership: 87 "
                        "of 130 votes.</li>"
                        "<li>The term is five years.</li>"
                        "<li>Candidates must be lawyers and at least 35 years old.</li>"
                        "</ul>"
                    ),
                },
            },
            {
                "type": "heading",
                "value": {
                    "text": "A rule that cuts both ways",
                    "level": "2",
                    "anchor": "",
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>The large majority is there for a purpose: an ombudsman should "
                    "be someone whom all sides respect. But no group in this Congress "
                    "comes near two thirds of the seats. Where parties will not look "
                    "for common ground, a rule meant to bring agreement gives several "
                    "of them a veto.</p>"
                ),
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>The staff carry on with their work. Yet an office that lives "
                    "by its moral authority needs a head with a full mandate, above "
                    "all when it has to criticise ministers, or to stand between "
                    "police and protesters. Leaving the post empty is a decision too, "
                    "and Congress should answer for it.</p>"
                ),
            },
        ],
    },
    {
        "title": "Cajamarca’s Santos and the Conga mining project",
        "date": date(2014, 10, 26),
        "summary": (
            "From a prison cell, Gregorio Santos has won the regional presidency of "
            "Cajamarca with more than half of the vote. The contest became a verdict "
            "on Conga, and critics of mining won in other places too."
        ),
        "topics": ["Elections", "Environment", "Mining", "Social protest"],
        "regions": ["Cajamarca"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>Few results of the regional elections have drawn as much "
                    "notice as Cajamarca’s. Gregorio Santos was in prison when voters "
                    "gave him more than half of their votes, so there is no need for a "
                    "second round. He had made the vote a single question: for Conga "
                    "or against it.</p>"
                ),
            },
            {
                "type": "heading",
                "value": {"text": "The quarrel over water", "level": "2", "anchor": ""},
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Conga is a plan for a very large open-pit mine, for gold and "
                    "copper, in the highlands north-east of the city of Cajamarca. It "
                    "is put forward by the company that runs the nearby Yanacocha "
                    "mine. Several mountain lakes would go, and reservoirs would be "
                    "built to make up for them. Many farmers downstream do not trust "
                    "that exchange. Protests in 2011 and 2012 brought work on the mine "
                    "to a stop.</p>"
                    "<p>Rural opinion in Cajamarca is organised. The "
                    '<i><span lang="es">rondas campesinas</span></i>, '
                    "village patrols that began in the province of "
                    "Chota in the 1970s to stop the theft of cattle, have long had a "
                    "voice in public affairs.</p>"
                ),
            },
            {
                "type": "fact_box",
                "value": {
                    "title": "Who decides on a mine",
                    "text": (
                        "<p>Large and medium mines are licensed by the national "
                        "government. Regional governments deal with small-scale mining "
                        "only.</p>"
                    ),
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Elsewhere, too, victory went to candidates who find fault with "
                    "mining schemes near their homes. It would be wrong to read this "
                    "as a vote against all mining. The disputes are mostly about water "
                    "and land, about who decides, and about who gains.</p>"
                    "<p>A regional president cannot cancel Conga. But any government "
                    "in Lima that still hopes to see it built must now reckon with the "
                    "way Cajamarca has voted.</p>"
                ),
            },
        ],
    },
    {
        "title": "Electoral tea-leaves",
        "date": date(2014, 10, 18),
        "summary": (
            "With the local contests largely over, Peru’s politicians are turning to "
            "the presidential election of 2016. It is too early to predict the result, "
            "but not too early to watch the field take shape."
        ),
        "topics": ["Democracy", "Elections"],
        "regions": ["National"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>Eighteen months can be an age in Peru, where parties are "
                    "founded, joined and abandoned in less. Even so, those who mean to "
                    "play a part in 2016 have begun to prepare. Under the constitution "
                    "a president may not serve two terms in a row, so nobody starts "
                    "with the advantage of office.</p>"
                    "<p>The elections of 5 October gave the national parties little "
                    "comfort. In much of the country lists formed for a single region "
                    "did better.</p>"
                ),
            },
            {
                "type": "table",
                "value": {
                    "caption": "The road to 2016",
                    "columns": [
                        {"type": "text", "heading": "When"},
                        {"type": "text", "heading": "What"},
                    ],
                    "rows": [
                        {
                            "values": [
                                "5 October 2014",
                                "Regional and municipal elections",
                            ]
                        },
                        {
                            "values": [
                                "7 December 2014",
                                "Second round in the regions that need one",
                            ]
                        },
                        {
                            "values": [
                                "April 2016",
                                "Elections for president and Congress",
                            ]
                        },
                        {
                            "values": [
                                "Some weeks later",
                                "Second round, unless one candidate has won more than "
                                "half of the valid votes",
                            ]
                        },
                        {
                            "values": [
                                "28 July 2016",
                                "The new president takes office",
                            ]
                        },
                    ],
                },
            },
            {
                "type": "heading",
                "value": {
                    "text": "What the leaves cannot show",
                    "level": "2",
                    "anchor": "",
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Polls taken so early mostly measure which names people know. "
                    "The election of 1990 is the lasting warning: a few months before "
                    "it, Alberto Fujimori, who won, barely showed in them.</p>"
                ),
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>It is more useful to watch what candidates do. Three things "
                    "will tell:</p>"
                    "<ul>"
                    "<li>which alliances they form, and whether these outlive the next "
                    "poll</li>"
                    "<li>how they court the movements that have just won regions</li>"
                    "<li>what they say about crime, mining and slower growth, where "
                    "easy answers abound</li>"
                    "</ul>"
                ),
            },
        ],
    },
    {
        "title": "State capture or the ‘Reprivada’",
        "date": date(2014, 9, 28),
        "summary": (
            "A week before they elect mayors and regional presidents, Peruvians have "
            "cause to ask what their ballots are worth. Votes and policies too often "
            "part company."
        ),
        "topics": ["Corruption", "Democracy", "Elections"],
        "regions": ["National"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>Next Sunday, 5 October, Peruvians choose the governments of "
                    "their regions, provinces and districts. Voting is compulsory up "
                    "to the age of seventy. Faith in the outcome cannot be: year after "
                    "year, opinion surveys find that few trust Congress, the parties "
                    "or the courts.</p>"
                    "<p>Experience explains some of this. In 1990 the country voted "
                    "against a drastic economic “shock” and was given one within "
                    "weeks. The lesson, that a programme may not survive the campaign, "
                    "has been hard to unlearn.</p>"
                ),
            },
            {
                "type": "heading",
                "value": {"text": "Two words for it", "level": "2", "anchor": ""},
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Political scientists speak of state capture. The term spread "
                    "around 2000, with World Bank studies of the countries of the "
                    "former Soviet bloc. It means more than bribery. A bribe bends a "
                    "rule; capture writes the rule.</p>"
                    '<p><i><span lang="es">Reprivada</span></i> says the same in one '
                    "word. It plays on "
                    '<i><span lang="es">república</span></i>, '
                    "from the Latin for what is public, and turns it "
                    "into its opposite.</p>"
                ),
            },
            {
                "type": "fact_box",
                "value": {
                    "title": "How a state can be captured",
                    "text": (
                        "<ul>"
                        "<li>people move from companies to the ministries that "
                        "regulate them, and back</li>"
                        "<li>lobbying leaves no public record</li>"
                        "<li>campaign money is not fully declared</li>"
                        "</ul>"
                    ),
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>None of this makes elections pointless. A mayor can mend a "
                    "road or neglect it, publish the accounts or hide them. But "
                    "choosing who governs is only half of democracy. The other half is "
                    "to see, between elections, in whose interest they do it. For "
                    "that, Peru’s institutions still give the citizen too little "
                    "light.</p>"
                ),
            },
        ],
    },
    {
        "title": "Law and order and the temptation of right-wing populism",
        "date": date(2014, 8, 31),
        "summary": (
            "Fear of crime has for years been high among the worries of Peruvian "
            "voters. With local elections five weeks off, some candidates may be "
            "tempted by easy answers."
        ),
        "topics": ["Elections", "Security"],
        "regions": ["National"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>When pollsters ask Peruvians what troubles them most, "
                    "insecurity is seldom far from first place. The press and "
                    "television report the figures again and again, and the fear grows "
                    "with them.</p>"
                    "<p>It is not a fancy. Robbery is common in the large cities. "
                    "Extortion has spread, above all in cities of the northern coast "
                    "such as Trujillo, where bus owners and builders are made to pay "
                    "for “protection”.</p>"
                ),
            },
            {
                "type": "heading",
                "value": {"text": "The firm hand", "level": "2", "anchor": ""},
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>The promise that follows is "
                    '<i><span lang="es">mano dura</span></i>, the firm hand: '
                    "soldiers on the streets, longer sentences, even the death "
                    "penalty. It is quickly made and costs nothing to make. But the "
                    "prisons already hold far more people than they were built for. "
                    "The constitution allows the death penalty only for treason in "
                    "wartime and terrorism, and the American Convention on Human "
                    "Rights, which binds Peru, does not permit it to be extended.</p>"
                ),
            },
            {
                "type": "fact_box",
                "value": {
                    "title": "Who keeps order",
                    "text": (
                        "<p>The National Police, formed in 1988 out of three older "
                        "forces, answers to the Interior Ministry. Municipalities pay "
                        "for patrols of their own, the "
                        '<i><span lang="es">serenazgo</span></i>, whose members '
                        "are not police. The mayors and regional presidents to be "
                        "elected on 5 October will command no police at all.</p>"
                    ),
                },
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>What works is slower: better trained and better paid police, "
                    "courts that decide within a reasonable time, and something for "
                    "the young to do besides join a gang. None of it makes much of a "
                    "slogan.</p>"
                    "<p>The populism of the right offers order at the expense of "
                    "rights. Peruvians who remember the 1990s know how much can be "
                    "lost in that bargain.</p>"
                ),
            },
        ],
    },
    {
        "title": "Investment versus the environment: the need for a new approach",
        "date": date(2014, 7, 31),
        "summary": (
            "Investment in mining, oil and gas is falling. Doing away with "
            "environmental safeguards will not bring it back, and may cost the state "
            "what trust it has left."
        ),
        "topics": ["Environment", "Mining"],
        "regions": ["National"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>For ten years high prices for metals brought money into Peru. "
                    "Prices have come down, and companies are investing less. It is "
                    "fair to ask what can be done. To undo the laws that protect the "
                    "environment is a poor reply, yet the Humala administration, "
                    "lobbied without pause by investors, seems set on it.</p>"
                    "<p>A law passed this month, number 30230, limits for three years "
                    "the fines that environmental inspectors can impose, and presses "
                    "officials to give their opinions on impact studies faster.</p>"
                ),
            },
            {
                "type": "heading",
                "value": {"text": "What the rules are for", "level": "2", "anchor": ""},
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>The rules now being loosened are young. Peru has had a "
                    "Ministry of the Environment, and an inspectorate under it, only "
                    "since 2008. Nor are they the main obstacle to new mines. World "
                    "prices count for more, and so does the opposition of people who "
                    "live nearby. For years, quarrels over the environment have been "
                    "the largest group in the ombudsman’s register of social "
                    "conflicts. Weaker rules give such people less reason to agree, "
                    "not more.</p>"
                ),
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>A new approach would start from trust:</p>"
                    "<ul>"
                    "<li>impact studies that do not depend on the company "
                    "concerned</li>"
                    "<li>consultation of indigenous peoples beforehand, as a law of "
                    "2011 and Convention 169 of the International Labour Organization "
                    "require</li>"
                    "<li>planning that says where mining may go, and where it may "
                    "not</li>"
                    "<li>inspectors with the means to inspect</li>"
                    "</ul>"
                ),
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>In December Lima will be host to the United Nations conference "
                    "on climate change. It would be a pity to receive the world’s "
                    "delegates with fewer safeguards than Peru had when it invited "
                    "them.</p>"
                ),
            },
        ],
    },
    {
        "title": "Corruption besmirches decentralised government",
        "date": date(2014, 6, 28),
        "summary": (
            "Up to 19 of the 25 regional governments face inquiries into corruption. "
            "As the October elections draw near, the good name of decentralisation is "
            "at risk."
        ),
        "topics": ["Corruption", "Regional government"],
        "regions": ["National"],
        "body": [
            {
                "type": "paragraph",
                "value": (
                    "<p>Corruption in Peruvian politics is nothing new. What has "
                    "become plain in the months before the October vote is how much of "
                    "it there is away from the capital: investigators are at work on "
                    "the affairs of as many as 19 regional governments out of 25.</p>"
                    "<p>It was not meant to be so. Today’s regional governments were "
                    "first elected in 2002 and took office in 2003. After a decade in "
                    "which power had been gathered in Lima, they were to bring "
                    "decisions closer to the people.</p>"
                ),
            },
            {
                "type": "fact_box",
                "value": {
                    "title": "Regions and departments",
                    "text": (
                        "<p>Peru has 24 departments and the port province of Callao. "
                        "Each has a regional government, with a president and a "
                        "council elected for four years. The province of Lima is "
                        "governed apart, by its own municipality. Plans to join "
                        "departments into larger regions failed in a referendum in "
                        "2005.</p>"
                    ),
                },
            },
            {
                "type": "heading",
                "value": {"text": "Money and weak control", "level": "2", "anchor": ""},
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Money came before controls. Under the mining "
                    '<i><span lang="es">canon</span></i>, '
                    "half of the income tax that mines pay goes back to the areas "
                    "where they work. While metal prices were high, some regions grew "
                    "rich within a few years. Contracts for roads and buildings are "
                    "where such money is most easily lost. Auditors and prosecutors "
                    "are few and far away, regional councils have little power, and in "
                    "a small town it takes courage to report what one sees.</p>"
                ),
            },
            {
                "type": "paragraph",
                "value": (
                    "<p>Some will conclude that power should return to Lima. That "
                    "would be the wrong lesson. The great scandals of the 1990s had "
                    "their centre in the national government, not in the regions. What "
                    "helps is the same at every level: open contracts, independent "
                    "auditors, protection for those who speak out, and courts that "
                    "finish what they begin.</p>"
                ),
            },
        ],
    },
]
