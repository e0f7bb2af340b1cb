"""Words that are names as well, and words that stand with names without being any."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    dr mr mrs ms miss mx prof professor doctor sir madam mme mlle monsieur madame herr frau
    senor senora senorita sr sra srta don dona signor signora rev hon
    """)
"""What goes before a name and is none."""
TITLES_ONLY = _words("dr mr mrs ms mx prof mme mlle monsieur madame herr frau sr sra srta")
"""Those of them that are no other word: "miss", "don" and "hon" are."""
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
MODALS = _words("can do may might must shall will")
"""Those of them that a sentence goes on with as well: "they will park"."""
EVERYDAY = _words("""
    a about above across after afternoon afterwards again against agency ago alone along also
    always among another any anybody anything apart around arts at author available away back
    because been before behind being below beside besides better between beyond big board book
    books break brief brilliant building bus business but cafe call camera cards centre chair
    chart charts chat children circle classes clear club collage college committee common
    community company computer conference confidence copy corner could course credit critical
    daily data date dear deputy desk did different digital discussion division document
    documents does done door down draft drawing drawings during each earlier eight elsewhere
    email end english enough entire even evening every everything everywhere external family far
    feedback few fifth file files first five floor folder former forward foundation four friend
    friends full further future general german get given global go gone got had half has have
    heads help helper helpers here herself himself history hour hours how however i idea ideas
    if image images indeed inside institute internal internet into invited is issue it its
    itself job joint just keep kept kids know known large last late later learning least leave
    lens less lesson lessons let letter library life like line list local lot lots made main
    make manager many math mathematics maths maybe meanwhile media meet meeting meetings member
    members method methods middle minutes mission mixed monday month morning most music myself
    name near nearly neighbour neighbours network never news next nine none nor not note notes
    nothing notice now number off often okay old on once one online only open order other others
    ought ourselves out outside over own pair pairs paper parent part partner partners parts
    pass past people per perhaps person personal phone photo photograph photographer photographs
    photos physics picture pictures piece plan plans please plus point poster posters present
    press primary private probably professional programme project projects public pupil pupils
    quarter question questions quick quiet quite rather reading ready really record recorded
    report reports research rest result right room rooms round row rows same saturday saw say
    schools science screen screens second secondary seen seminar senior session sessions set
    seven several shall share shared sheet sheets should show side since site six slide slides
    social something sometimes somewhere soon source specialist staffroom stand start station
    still stories studies study sub such support sure table tables take taken talk task ten term
    test text than thank thanks that theirs themselves then there therefore these thing things
    third this those though through thursday time times title today together tomorrow too top
    topic towards training tuesday tutor twice type under unit university unknown until up upon
    use used usual usually various very via video vision visitor visitors voice was website
    wednesday week weekly weeks were what whatever when where whether which while whiteboard
    whole whom whose why wider window within without word words work worked working works
    workshop workshops world would write writing written year years yesterday yours yourself
    yourselves zoom
    """)
"""Words that say where, when, how and with what kind of people, and are hardly ever a name."""
NO_FIRST_NAMES = _words("""
    best black blue brown can close cook dark do fair field free gold golden good gray great green
    grey he holiday home in key little long low more moss most much must my new nice no place power
    sharp short small so strong sunny swift to true well west white wild wise yellow yes yet you
    young
    """)
"""What stands before an everyday word rather than before a surname: "good friends"."""
COUNTED = _words("""
    building class desk floor grade group lesson level number part phase room round row session
    site station table team term topic unit week year
    """)
"""What has a number behind it: "Year 4"."""
DIVIDING = _words("""
    a about after all an and any around as at because before beside between both by during each
    every for from her his in into its me my near no of on one or our over since some that the their
    these this those three through to towards two under until us via we when while who with within
    without you your
    """)
"""Small words that stand between a person and something else."""
THINGS = _words("""
    january february march april may june july august september october november december
    english french german spanish latin arabic chinese italian portuguese turkish american british
    european christmas easter google padlet miro mural canva kahoot mentimeter powerpoint excel
    youtube whatsapp instagram tiktok chatgpt ipad iphone laptop internet
    """)
"""What is written with a capital letter within a sentence and is nobody."""
PEOPLE_DO = _words("""
    admitted agreed answered apologised apologized argued asked asks begged blamed blushed chatted
    complained confessed cried cries disagreed dominated dominates giggled grumbled hesitated
    insisted interrupted interrupts kept keeps laughed laughs left listened mumbled muttered nodded
    objected refused refuses replied said says shouted shouts sighed sobbed spoke sulked talked
    thanked told wept whispered wondered yawned
    """)
"""What nearly only people do, behind the name of whoever did it: "Ana cried"."""
DONE_TO_PEOPLE = _words("""
    ask asked asking calmed comforted dear encouraged interrupted invite invited met poor praised
    remind reminded reminding tell telling thank thanked thanking told
    """)
"""What stands before the name of whom it was done to: "Asked Ana", "poor Ana"."""
NOTED = _words("""
    told saw heard gave gives got met sat kept let said took brought found felt left put read sent
    spoke thought went won wrote had has have did does is was were are am be ask tell call remind
    check watch thank send see hear give keep talk speak follow invite praise seat pair move try
    poor dear like unlike despite without because although though whereas unless
    """)
"""What a note begins with that leaves out who did it: "Asked Ana", "Told Ben"."""
GERMAN = _words("""
    das dem und oder ist sind nicht ein eine einen einem einer eines mit auf sie ich wir
    auch haben hatte hatten waren wurde wurden wird sehr noch aber nur beim zum zur kein keine
    keinen uber wenn dass ihr ihre sein seine dann diese dieser
    """)
"""Small words of German, by which a text in it is known: they are none of English."""
GERMAN_TOO = _words("""
    der die den des was wer wie so als am im in an nach vor bei von fur alle viele einige heute man
    es er da jetzt hier dies erst nun zu mein meine unser unsere bitte
    """)
"""More of them, which other languages know as well."""
