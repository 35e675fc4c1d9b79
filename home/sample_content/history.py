"""The page on the history of Peru: events that nobody disputes, in neutral words.

The count of the dead and who they were: final report of the Truth and Reconciliation
Commission, August 2003.
"""

# The prose is set with curly quotes, on purpose.

HISTORY = {
    "title": "Historical Overview",
    "slug": "historical-overview",
    "other_names": "\n".join(
        [
            "History",
            "History of Peru",
            "Peruvian history",
            "Historia del Perú",
            "Timeline",
            "Chronology",
            "Background",
        ]
    ),
    "summary": (
        "A hundred years of coups, reforms and elections, and a war that cost almost "
        "70,000 lives, have made Peru what it is. These are the main turning points."
    ),
    "timeline": [
        {
            "year": 1919,
            "end_year": 1930,
            "heading": "Leguía’s eleven years",
            "text": (
                "<p>Augusto B. Leguía took power in July 1919 and was re-elected twice "
                "under rules changed to allow it. A military revolt ended his "
                'government, known as the <i><span lang="es">Oncenio</span></i>, in '
                "August 1930.</p>"
            ),
            "image": None,
        },
        {
            "year": 1932,
            "end_year": None,
            "heading": "The Trujillo rising",
            "text": (
                "<p>Supporters of APRA, a young mass party, seized the northern city "
                "of Trujillo in July, and officers held prisoner there were killed. "
                "The army retook the city and shot large numbers of suspected rebels. "
                "The party and the armed forces stayed enemies for decades.</p>"
            ),
            "image": None,
        },
        {
            "year": 1948,
            "end_year": 1956,
            "heading": "General Odría’s government",
            "text": (
                "<p>General Manuel Odría overthrew an elected president in October "
                "1948. His government outlawed APRA, spent on schools and housing, and "
                "gave way to an elected one in 1956.</p>"
            ),
            "image": None,
        },
        {
            "year": 1955,
            "end_year": None,
            "heading": "Votes for women",
            "text": (
                "<p>A law of September 1955 gave women the vote on the same terms as "
                "men: those who could read and write. They first used it in the "
                "general election of 1956.</p>"
            ),
            "image": None,
        },
        {
            "year": 1968,
            "end_year": 1980,
            "heading": "Military government",
            "text": (
                "<p>Officers led by General Juan Velasco Alvarado took power in "
                "October 1968 and set out to reform the country from above. General "
                "Francisco Morales Bermúdez replaced him in 1975 and handed power back "
                "to civilians in 1980.</p>"
            ),
            "image": None,
        },
        {
            "year": 1969,
            "end_year": None,
            "heading": "Land reform",
            "text": (
                "<p>A decree of 24 June began to break up the great estates. Their "
                "land passed to cooperatives and peasant communities, and the old "
                "landowning families lost most of their power.</p>"
            ),
            "image": None,
        },
        {
            "year": 1979,
            "end_year": None,
            "heading": "A vote for every adult",
            "text": (
                "<p>An assembly elected the year before adopted a new constitution. It "
                "gave the vote to citizens who could not read or write, many of whom "
                "spoke Quechua or Aymara. They voted in the general election of "
                "1980.</p>"
            ),
            "image": None,
        },
        {
            "year": 1980,
            "end_year": 2000,
            "heading": "Armed conflict",
            "text": (
                "<p>Shining Path, a Maoist party, began its war in Ayacucho in May "
                "1980, on the eve of the first general election for seventeen years. A "
                "second group, the MRTA, took up arms in 1984. Insurgents and the "
                "forces of the state both killed civilians, most of them poor and from "
                "the countryside.</p>"
            ),
            "image": None,
        },
        {
            "year": 1992,
            "end_year": None,
            "heading": "The self-coup",
            "text": (
                "<p>On 5 April President Alberto Fujimori, backed by the army, closed "
                "Congress and took control of the courts. In September police captured "
                "Abimael Guzmán, the leader of Shining Path. A new constitution "
                "followed in 1993.</p>"
            ),
            "image": None,
        },
        {
            "year": 2000,
            "end_year": None,
            "heading": "The end of Fujimori’s government",
            "text": (
                "<p>After a disputed election and a bribery scandal, Fujimori went to "
                "Japan in November and sent his resignation from there. Congress "
                "removed him, and a transitional government under Valentín Paniagua "
                "called new elections.</p>"
            ),
            "image": None,
        },
        {
            "year": 2001,
            "end_year": 2003,
            "heading": "The Truth and Reconciliation Commission",
            "text": (
                "<p>The commission was set up in 2001 and published its final report "
                "in August 2003. It put the number of dead and missing at 69,280. It "
                "held Shining Path responsible for the largest share, and the forces "
                "of the state for grave and widespread abuses.</p>"
            ),
            "image": None,
        },
        {
            "year": 2002,
            "end_year": None,
            "heading": "Elected regional governments",
            "text": (
                "<p>In November 2002 voters for the first time chose governments for "
                "the departments and Callao. These took office in January 2003, with "
                "shares of the national budget and of the taxes on mining and gas.</p>"
            ),
            "image": None,
        },
        {
            "year": 2014,
            "end_year": None,
            "heading": "The fourth regional elections",
            "text": (
                "<p>On 5 October voters chose their regional governments for the "
                "fourth time. Where no list had 30 per cent of the valid votes, the "
                "two strongest met again on 7 December.</p>"
            ),
            "image": None,
        },
    ],
    "body": [
        {
            "type": "heading",
            "value": {"text": "A divided country", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>Peru entered the twentieth century in the shadow of the War of the "
                "Pacific, which began in 1879 and which it and Bolivia lost to Chile. "
                "For much of the hundred years that followed, generals and strongmen "
                "governed as often as presidents who had won a fair election.</p>"
                "<p>Land, schooling and the vote were unequally shared: between the "
                "coast and the highlands, between towns and villages, between those "
                "who spoke Spanish and those who spoke Quechua, Aymara or a language "
                "of the Amazon. Reform came late, and often by decree.</p>"
            ),
        },
        {
            "type": "heading",
            "value": {"text": "What remains", "level": "2", "anchor": ""},
        },
        {
            "type": "paragraph",
            "value": (
                "<p>The conflict of 1980 to 2000 followed the old lines. Three out of "
                "four of those who died spoke Quechua or another indigenous language "
                "as their mother tongue, and the department of Ayacucho lost more "
                "people than any other. That their fate was so little noticed in Lima "
                "is part of the story.</p>"
                "<p>Much in today’s politics can be traced to this past: little trust "
                "in parties and courts, a capital that outweighs the regions, and "
                "quarrels over land and water that are older than any mine.</p>"
            ),
        },
        {
            "type": "table",
            "value": {
                "caption": "Peru’s constitutions since 1900",
                "columns": [
                    {"type": "number", "heading": "Year"},
                    {"type": "text", "heading": "Who adopted it"},
                ],
                "rows": [
                    {"values": ["1920", "A national assembly called by Leguía"]},
                    {"values": ["1933", "A congress elected in 1931"]},
                    {"values": ["1979", "An assembly elected in 1978"]},
                    {
                        "values": [
                            "1993",
                            "A congress elected in 1992, and then a referendum",
                        ]
                    },
                ],
            },
        },
    ],
}
