"""Words that are names as well, or may be: whoever purges names is asked about each of them.

Papers go by a narrower list (`ordinary_words`): what they hide wrongly is still in the journal. All
are written as words are compared: without accents.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CALENDARS = _words("""
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter monday tuesday
    wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun januar
    janner jaenner februar feber marz maerz mai juni juli oktober dezember mrz okt dez montag
    dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so fruhling
    fruhjahr sommer herbst enero febrero marzo abril mayo junio julio agosto septiembre setiembre
    octubre noviembre diciembre ene abr ago dic lunes martes miercoles jueves viernes sabado domingo
    lun mie jue vie sab dom primavera verano otono invierno janvier fevrier mars avril juin juillet
    aout septembre octobre novembre decembre janv fevr avr juil lundi mardi mercredi jeudi vendredi
    samedi dimanche mer jeu ven sam dim printemps ete automne hiver gennaio febbraio aprile maggio
    giugno luglio settembre ottobre dicembre gen mag giu lug set ott lunedi martedi mercoledi
    giovedi venerdi sabato domenica gio estate autunno inverno janeiro fevereiro marco maio junho
    julho setembro outubro novembro dezembro fev out segunda terca quarta quinta sexta feira seg ter
    qua qui sex verao outono januari februari maart mei augustus mrt maandag dinsdag woensdag
    donderdag vrijdag zaterdag zondag ma wo za zo lente zomer herfst
    """)
"""Months, weekdays and seasons of several languages, whole and cut short."""
ENGLISH = _words("""
    act action agile aim alpha apple archer arrow ash aspen axe baker bar barber barker base bass
    battle beacon bear beaver bee bell bishop bloom boot border bow bowl bowman box boy branch brave
    brewer bridge bright brother buck bull burn burns butcher butler button cannon canon captain
    care carpenter carter carver castle centre chandler chapel chapman chef chip church circle city
    clean clear clerk coal coat college colt comfort concord constant cooper cope core corn cotton
    count court coy crew crow crown cup curry cut cycle dale dame data deacon deal dean deer delta
    dewey doll dove draper draw driver drum duke dutch dyer eagle earl echo eden edge elder elm
    england fall fell fern fiddle fight finch finder fire fisher flint flood floor ford foreman fork
    found fountain fowler frame francis freedom freeman french friar friend fuller gain gale game
    gap garden gardener garland gates general genesis gentle german gill glass glover goal goldsmith
    goodman gore gospel grain grange granger graph gross ground grove guide gun hail ham hammer
    hardy hare harper harvest hatch hawk hay healer heath hedge help hickory hinge hog holder holt
    hopper host house huff hull idea inn ire irish island jam jean jet jolly jordan journey keeper
    kitchen kite knot lace lad lady lark lass leader leaf learn lemon lesson level lighter lime
    lincoln line link lion list lock lodge london lot maker mall manor maple marble mare marine
    marsh marshall mason master match mead measure mentor mercer merchant merry metal mill
    miller mission model moor more mote mountain music newman nurse nut open orchard order otter
    outlaw owl ox pace paddock page pain painter palmer paper paradise paris park parker parson part
    partner pass path pay pea peace peach peacock peak pear pen pepper pick pier pike pilgrim
    pine piper pitt plan plant plum point pond pool poole pope porter post potter pound power
    precious presence press pride prior probe process proctor promise prosper prudent purpose quick
    rabbit race ranger raven reach ready reason record rest reward ridge road rob robin roman room
    root roper round rover row royal rule runner sadler saint salmon salt sander sawyer scale
    scholar school sea seal season senior sergeant serve shade shape share shark sheen shepherd ship
    shore show singer sister skill skinner skipper slate slide smart smoke snell sole sparks
    sparrow speak spear spell spice spring spruce squire stack staff stage stair stand state station
    stem step steward stock stout strange stream street strength string strong student study style
    sugar support swallow sweet table tailor tan tanner target task taylor teacher team temper term
    test text thatcher theme think thrush tide tinker token tool topic tower town trace track trade
    train treasure tree trust tucker tuner turn turner turtle unit unity usher vale valley value
    vance vision vista voice wade walk walker waller warden ware warner washington watch water
    waterman waters weaver weber week wheel wheeler whistle wick willow winner woman wonder woodman
    word work workman wren wright yard year york
    """)
"""More words of English, and places, that are names as well."""
GERMAN_WORDS = _words("""
    aber adler als alt am an anker arm arzt auch auf aus bach bad bahn bald bar bau bauer baum beck
    beginn bei beispiel bend berg berger beste bitte blatt blau blum blume bock boden bote
    brand braun breit brot bruder brunnen buch bund burg burger busch da damm dank dann das dein dem
    den denn der des dick dieb dienst dir doch dorf dreher du dunkel eben eck edel ehrlich ei eiche
    ein eine einem einen einer eines eis engel er ernst erst es esel esser ewig falke fall fass
    feder fein feld feldmann fels fest feuer fink fisch fischer flach fleisch fleischer forster
    frage frau frei freitag fremd freude freund frisch froh fromm fruh fuchs fuhr fuhrer fur fuss
    gans garten gartner gast geist gelb gerber gerecht gericht glas glaser glaube glock glocke gluck
    gold gott graf grau gross grun grund gut haar haas hafen hagel hahn halb hammer hand hart hase
    haupt haus heide heiland heilig heim heiss held hell hemd herr herz heute hier himmel hirsch
    hirt hoch hof hofer hohn holz horn hug hund ich igel ihm ihn ihr im in ins ist ja jager jahr
    jung junge kaiser kalb kalt kamm kapp katz katze kaufmann keil keller kern kind kinder kirch
    kirche klar klasse klein knapp knecht knopf koch kohl kohler konig korn kraft kramer krank kranz
    kraus kraut krebs kreis kreuz krieg krieger krone kruger kuhl kuhn kunst kurz lampe land lang
    lange laub lauf laut leben lehrer leicht leise lernen licht lieb liebe lied linde lob loch luft
    lustig macht maler man mann markt maurer maus meer mein meister mensch messer metzger milch mir
    mit mitte mond moos morgen mund mut nach nacht nagel name nass natur neu neumann nicht nie noch
    nord not nun ober ochs oder ofen ohm ost ostern pabst papst pech pfaff pfarrer pfau pfeffer
    pfeifer pfeil plan platz preis punkt rabe rad rappe rasch rat raum recht regen reich reif rein
    reise reiter rest richter riese rind ring ritter rock roh rose rosen rot roth ruf ruhe rund
    sager salz sand sanger satz sauer schade schafer schall scharf schatz schenk schiff schild
    schlag schlecht schloss schlosser schmal schmied schneider schnell schon schreiber schreiner
    schritt schuh schuld schule schuler schumacher schuster schutz schwab schwach schwan schwarz
    schweizer schwer see seele segen sehr seidel seiler sein selig sicher sie sieg silber sind
    singer so sohn sommer sonne sorge spat specht sperling spiegel spiel spitz stahl stamm star
    stark staub stein stern still stock stolz stork strauss streit strich stuck student stumpf
    stunde sturm sud tag tanz taube teich teil tief tier tisch tod topfer tor traum treu tuch turm
    uhr um und unger uns unter vater vetter vogel vogt voll vom von vor wachter wahl wahr wald wand
    warm was wasser weber weg weich weide wein weise weiss weit welt wenig wer werk west wetter wie
    wild wind winkel winkler wir wirt wissen wo wohl wolf wolke wort wunder wunsch wurm zahl zahn
    zander zauber zeichen zeit zeitung zelle ziegler ziel zimmer zimmermann zucker zug zum zur
    """)
"""Words of German, which writes every noun with a capital letter."""
SPANISH_WORDS = _words("""
    abad abajo agua aguila al alba alcalde alegria alma alto amable amado amigo amor angel angeles
    ano aquel arco arena arroyo asi aurora ayer azul baja bajo barba barco barrio bello bien blanca
    blanco bosque bravo buena bueno caballero cabello cabeza cabrera calle calvo camino campo campos
    cano caridad carrera casa casas castillo cielo cinta ciudad clara claro clase clavel como con
    concepcion conde consuelo corazon cordero correa cortes cosa crespo cristal cruz cuesta da de
    del delgado desde dia dicha dolores donde dos dulce duque ejemplo el ella en encarnacion entre
    era es escudero escuela espada esperanza espinosa este estrella fe feliz fiel flor flores
    fortuna franco fuente fuentes fuerte gallego gallo gato gloria gracia gracias gran grande guerra
    guerrero guia hermoso herrera herrero hidalgo hijo hoja hombre hora hoy iglesia iglesias
    izquierdo jardin jesus jordan jurado justo la lago lagos las leal leon ley libre libro lima
    lindo llano lo lobo los lucero lugar luna luz madera madero madre mano manzano mar maravilla
    marina mas mayor me media medina menor merced mercedes mesa mi milagro milagros mina molina
    molinero montana monte montes mora moral moreno mundo muy nada navarro navidad negro nieto
    nieves nina nino no noche nombre norte nosotros novia nube nuestra nueva nuevo o olivares olivo
    olmo oro otro padre pan para parra pascua pascual paso pastor patria paz pena perdon perla peso
    piedad piedra pilar pino plata playa plaza poco por prado preciado presa prieto primo puebla
    pueblo puente puerta pura que ramo ramos real reina remedios rey reyes rico rio rios roble roca
    rojas rojo romero rosa rosal rosales rosario rubio rueda sala salas salud salvador san sancho
    santa santiago santo santos sea segura seguro senor serrano si sierra sin socorro sol solano
    soledad sombra soto su sur tarde te tierra todo toro torre torres trabajo tres trinidad triunfo
    tu un una uno valencia valle vega vela ventura vera verdad verde vez vicario victoria vida vidal
    viejo viento villa virtud y yo zapata zapatero zorro
    """)
"""Words of Spanish."""
ELSEWHERE = CALENDARS | ENGLISH | GERMAN_WORDS | SPANISH_WORDS
