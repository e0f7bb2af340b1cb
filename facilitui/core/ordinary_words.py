"""Words that are names as well, and words that stand with names without being any."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    dr mr mrs ms miss mx prof professor doctor sir madam mme mlle monsieur madame herr frau
    senor senora senorita sr sra srta don dona signor signora rev hon
    """)
"""What goes before a name and is none."""
PARTICLES = _words("van von der den de del della di da dos du la le el al bin ibn abu")
"""What stands between the parts of a name and is none of them."""
NO_NAMES = (
    TITLES
    | PARTICLES
    | _words("""
    phd edd med jr iii and or of the our your his her their she they them him we us who me self
    with by from for as all some two three both
    staff mentor mentors peer peers team teams group groups grade grades colleague colleagues
    lead leader leaders teacher teachers coach coaches principal principals
    facilitator facilitators host hosts
    cofacilitator observer observers participant participants presenter presenters scribe timekeeper
    apprentice consultant coordinator everybody everyone nobody somebody someone anyone
    school district council class department office learner learners student students parents
    """)
)
"""What is never somebody's name by itself: titles, roles, and the small words around names."""
ORDINARY = _words("""
    amber an angel april art ask august autumn ball bank banks basil bay beach bell berry best bill
    bird bishop black blue bond brand bridge brook brooks brown bush can case cash chance charity
    chase cherry christian church clay cliff close cook craft crane cross crystal daisy dark dawn
    day days dean do drew early earnest ease east eve ever fair faith farmer field fields fish
    flower flowers foot forest fox frank free frost gate gene gift ginger glad gold golden good
    grace grant gray green grey guy hall hand hands harmony hazel he head heart heather hero hill
    hills ho holiday holly home honey honor hood hook hope horn house hunt hunter in iris iron ivory
    ivy jade jasmine jewel joy judge july june justice keen key king knight lake lamb lance land
    lane law light lily little long lord love low luck man march margin mark marks marshal mat max
    may mayor melody mercy merit mile miles mill min mine mint misty moody moon moral more moss much
    must my nail new nice no noble north oak ocean olive opal page pan park pat patience pearl penny
    place pole post power price prince prudence queen quest rain ray read reed rice rich ring rise
    river rivers rock rod rose rosemary ruby rush rusty sage sail sand sandy scout see sharp short
    silver sky small snow so son song south spring star steel sterling stone storm story strong sue
    summer summers sun sunny swan sweet swift temple thorn tiger to town trip true truth victor
    victory violet wall ward waters wave way well wells west wheat white wild will wills win wing
    winter wise wolf wood woods worth yellow yes yet you young
    """)
"""Names that are also words of English, so that only a capital letter tells them apart."""
