"""Words and names that mean the same on a site about Peru; editors add to them.

A name stands in one list only, and its plural needs no mention. Left out is what means
something else too: "UN" and "SIN" are words of their own, "niños" would find El Niño.
"""

PLACES = [
    "Cusco, Cuzco, Qosqo",
    "Ayacucho, Huamanga",
    "VRAEM, VRAE",
    "highlands, sierra",
    "rainforest, jungle, selva",
]

PEOPLES = [
    "indigenous peoples, native peoples, pueblos indígenas, pueblos originarios",
    "native communities, comunidades nativas",
    "peasant communities, comunidades campesinas",
    "peasants, campesinos",
    "communities, comunidades",
    "rondas campesinas, peasant patrols, ronderos",
    "Quechua, Quichua",
    "Aymara, Aimara",
    "Asháninka, Ashaninca",
    "Awajún, Aguaruna",
    "Wampís, Huambisa",
    "Afro-Peruvian, afroperuano",
]

THE_CONFLICT = [
    "CVR, TRC, Truth Commission, Truth and Reconciliation Commission, "
    "Comisión de la Verdad, Comisión de la Verdad y Reconciliación",
    "Shining Path, Sendero Luminoso, Sendero",
    "MRTA, Túpac Amaru Revolutionary Movement, Movimiento Revolucionario Túpac Amaru",
    "armed conflict, conflicto armado, conflicto armado interno",
    "Colina group, Grupo Colina",
    "forced disappearance, enforced disappearance, desaparición forzada",
    "disappeared, desaparecidos",
    "forced sterilisation, esterilización forzada",
    "extrajudicial killing, extrajudicial execution, ejecución extrajudicial",
    "massacre, masacre, matanza",
    "mass grave, fosa común",
    "reparations, reparaciones",
    "impunity, impunidad",
    "armed forces, fuerzas armadas",
    "army, ejército",
]

RIGHTS = [
    "human rights, derechos humanos",
    "prior consultation, consulta previa",
    "ILO Convention 169, Convention 169, Convenio 169, ILO 169",
    "women, mujeres",
    "rights, derechos",
    "refuge, shelter, refugio",
    "violence, violencia",
    "violence against women, gender violence, gender-based violence, "
    "violencia de género, violencia contra la mujer",
    "femicide, feminicide, feminicidio",
    "LGBT, LGBTI, LGBTQ",
    "discrimination, discriminación",
    "freedom of expression, freedom of speech, libertad de expresión",
    "state of emergency, estado de emergencia",
    "justice, justicia",
    "prison, jail, cárcel",
    "poverty, pobreza",
    "education, educación",
    "health, salud",
    "trade union, labour union, sindicato",
]

INSTITUTIONS = [
    "PSG, Peru Support Group",
    "ombudsman, ombudsperson, Defensoría del Pueblo, Defensoría",
    "Inter-American Court, Inter-American Court of Human Rights, IACtHR, "
    "Corte Interamericana, Corte IDH",
    "Inter-American Commission, Inter-American Commission on Human Rights, IACHR, CIDH",
    "Constitutional Tribunal, Constitutional Court, Tribunal Constitucional",
    "Public Ministry, public prosecutor, Fiscalía, Ministerio Público",
    "Congress, Congreso",
    "National Police, Policía Nacional, PNP",
    "JNE, National Jury of Elections, Jurado Nacional de Elecciones",
    "ONPE, National Office of Electoral Processes, "
    "Oficina Nacional de Procesos Electorales",
    "CNDDHH, Coordinadora Nacional de Derechos Humanos",
    "United Nations, Naciones Unidas, ONU",
    "United States, Estados Unidos, USA",
    "United Kingdom, Reino Unido, UK",
    "NGO, non-governmental organisation, ONG",
    "International Labour Organisation, ILO, OIT, Organización Internacional del Trabajo",
    "MINEM, Ministry of Energy and Mines, Ministerio de Energía y Minas",
    "MEF, Ministry of Economy and Finance, Ministry of Economy, "
    "Ministerio de Economía y Finanzas",
    "MINAM, Ministry of the Environment, Environment Ministry, Ministerio del Ambiente",
    "MINSA, Ministry of Health, Health Ministry, Ministerio de Salud",
    "OAS, Organization of American States, OEA, Organización de los Estados Americanos",
    "IMF, International Monetary Fund, FMI, Fondo Monetario Internacional",
    "World Bank, Banco Mundial",
    "European Union, Unión Europea",
    "OEFA, Agency for Environmental Assessment and Enforcement, "
    "Organismo de Evaluación y Fiscalización Ambiental",
    "LUM, Place of Memory, Lugar de la Memoria",
]

POLITICS = [
    "elections, elecciones",
    "second round, run-off, runoff, segunda vuelta",
    "regional president, regional governor, presidente regional, gobernador regional",
    "regional government, gobierno regional",
    "mayor, alcalde",
    "teachers, maestros",
    "workers, trabajadores",
    "government, gobierno",
    "constitution, constitución",
    "decentralisation, descentralización",
    "corruption, corrupción",
    "security, seguridad",
    "social protest, protesta social",
    "social conflict, conflicto social",
    "strike, paro, huelga",
    "roadblock, road blockade, bloqueo de carreteras",
    "drug trafficking, drugs trade, narcotráfico",
    "free trade agreement, FTA, TLC, tratado de libre comercio",
]

THE_LAND = [
    "environment, medio ambiente, medioambiente",
    "mining, minería",
    "illegal mining, minería ilegal",
    "mining canon, canon minero",
    "oil, petróleo",
    "pollution, contamination, contaminación",
    "deforestation, deforestación",
    "illegal logging, tala ilegal",
    "climate change, cambio climático",
    "El Niño, El Niño phenomenon, Fenómeno El Niño, Fenómeno de El Niño",
    "landslide, mudslide, huaico, huayco",
    "water, agua",
    "land, tierra",
    "land reform, agrarian reform, reforma agraria",
]

SYNONYMS = [
    *PLACES,
    *PEOPLES,
    *THE_CONFLICT,
    *RIGHTS,
    *INSTITUTIONS,
    *POLITICS,
    *THE_LAND,
]
