"""More words that are names as well: of the trade, of places, of further languages.

No list has all of them, so nothing rests on these alone: they only let fewer ordinary words be
offered as names that are likely. All are written as words are compared: without accents.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OF_THE_TRADE = _words("""
    ada advent agenda alexa asana average backlog beta blessing breakout buddy canvas carousel cell
    chair champ charrette chart classroom claude cloud cohort compass consultancy copilot coral
    cortana debrief decile delphi deviation diamond dilemma dusty easter eid energizer excel
    facilitator favor favour fishbowl gallery gamma gemini goodness hank happy holi honor honour
    huddle iceberg icebreaker java jigsaw jira kahoot kaizen kanban keynote kiva ladder lean lens
    lent liberty listener loop mac matrix mean median miro mode moderator moodle mural noel nominal
    norm norms notion nova omega onion ordinal organiser organizer padlet panel pascal percentile
    perl pilot pioneer plenary portfolio presenter protocol pyramid python quartile ramadan range
    ratio reader recorder reporter retro rocky rubric rusty sample sapphire score scores scribe
    scrum sellers sigma siri skip slack slido socratic speaker sprint sprints sum survey tab teams
    theta total trello tuning variance watson webex writer zoom
    """)
"""What statistics, methods, meetings and their tools are called."""
THEORISTS = _words("""
    argyris aristotle bandura bayes belbin bonferroni briggs brookfield bruner cornell cronbach
    danielson deming dweck eisenhower erikson frayer freire froebel fullan gagne gantt gardner gauss
    gibbs guskey harkness hattie hawthorne ishikawa johari kirkpatrick knowles kolb kruskal lave
    lewin likert marzano maslow mckinsey mezirow montessori myers pareto pavlov pearson pestalozzi
    piaget plato rogers schoen senge shewhart socrates sokrates spearman steiner tuckman venn
    vygotsky wallis wenger whitney wiliam
    """)
"""Whose names stand for what they wrote, as in a Likert scale."""
PLACES = _words("""
    adelaide africa alabama alaska america amsterdam argentina arizona arkansas asia auckland austin
    australia austria barcelona basel bath belfast berkeley berlin bermuda bern boston bradford
    brasil brazil bremen bristol britain brooklyn brown brussels cairo california cambridge canada
    carolina chad charlotte chelsea chester chicago chile china christchurch cleveland colombia
    colorado columbus connecticut cordoba cuba cyprus dakota dallas dane darwin delaware delft
    denver derby deutschland dublin durham egypt eritrea ethiopia europa europe finn firenze
    florence florida france francia geneva genf georgia germany ghana glasgow granada greece hamburg
    harvard havana hawaii holland houston idaho illinois india indiana iowa iran iraq ireland israel
    italia italy jackson jamaica japan jersey kansas kentucky kenya koln korea kuwait lancaster
    latin lebanon leeds leiden lisboa lisbon louisiana lourdes lyon madison madrid maine mali malta
    maryland massachusetts melbourne memphis mexico michigan milan milano minnesota mississippi
    missouri morocco munchen munich nancy napoli nebraska nepal nevada nice nigeria norman ohio
    oklahoma oman oregon orlando ottawa oxford palestine pennsylvania persia perth peru phoenix
    poland porto portugal preston princeton quito raleigh regina roma rome rotterdam russia rwanda
    savannah scotland scots scott senegal sevilla seville siena somalia spain stanford switzerland
    sydney syria tennessee texas tibet tobago toledo torino toronto tunisia turin turk turkey
    ukraine utah utrecht venezia venice vermont verona vienna vietnam virginia wales welch
    wellington wells welsh wien wisconsin wyoming yale zurich
    """)
"""Cities, states and countries that somebody may be named after."""
MEETING_GERMAN = _words("""
    ablauf abschluss alte alter altes anfang anteil antwort antworten aufgabe auftrag ausstieg
    austausch beitrag beratung besprechung bildung einstieg eltern ende erfolg ergebnis ergebnisse
    fach fehler folge forschung fragen gaste gegenwart gesprach grosse gruppe gruppen hilfe idee
    ideen jugend kammer karte karten kleine kollege kollegin kollegium kurs lage lehrgang leiter
    leitung meinung menge methode mittel mittelwert moderation monat moser neue neuer noll note
    noten ort orte pause plenum protokoll rahmen regel regeln reihe rolle rollen runde runden saal
    schluss schulerin seite seminar sitzung spur start stelle stift stufe summe tafel tage
    tagesordnung tagung thema themen treffen ubung verein vergangenheit versuch vorlage vorschlag
    vorstand vortrag wert werte wirkung woche wochen zeitplan zeugnis zukunft
    """)
"""More nouns of German, of meetings and lessons before all."""
FRENCH_WORDS = _words("""
    aimee ami amie amour ancien ange argent aussi avec baron bas beau belle blanc blanche bleu bois
    bon bonheur bonjour bonne bonnet boulanger brun chambre champs chance cheval chevalier chez ciel
    clair claire classe clement comte cours croix dans debut dernier desire desiree donc doux dubois
    duc dupont dur eau ecole eleve elles enfant espoir est etoile eveque exemple faible femme
    fenetre fer feu fille fils fin fleur foi fontaine foret fort fournier frere gloire grace grand
    gris groupe groupes haut heure homme ile ils jaune jeune jour journee juste lac lacroix lait
    lapierre leblanc lebrun lefevre legrand leroux les lieu livre long loup lumiere lune lys mais
    maison maitre marchand marguerite marin matin merci mercier mere moine monde mont montagne mort
    mot moulin mouton neige noir noire non nous nouveau nouvelle nuit oiseau olive or oui paix
    parfait pere petit petite pierre place pluie poisson pont port porte pour premier prince
    question reine renard reponse reunion rien riviere roche roi rossignol rouge roux rue salle sans
    seance second sel soeur soir soleil sont sous temps terre tour tous tout toute travail une
    vallee vent vers vert victoire vieux vigne village ville vin vous
    """)
"""Words of French."""
ITALIAN_WORDS = _words("""
    acqua agnello allegra alta amica amico amore angela angelo argento bambina bambino barbieri
    barone bassa basso bella bene bianchi bianco bosco bruno buon buona buono camera campi cavaliere
    cavallo che chiara chiaro citta come conte conti costa costante degli della delle dello dolce
    domanda donna duca esempio fabbri fede felice ferrari ferro figlia figlio fine finestra fiore
    fiori fiume fontana forte fratello fuoco giardino gioia giorno giovane giro grandi grazia grazie
    gruppi gruppo inizio lavoro leone luce lunga lungo luogo lupo maestra maestro marino mattina
    monaco mondo monti morte nella neri nero neve notte nuova nuovo ora pagina papa parola per pesce
    piazza piccola piccolo pietra pioggia ponte ponti porta prima principe re risposta riunione
    roccia rossi rosso sarto scuola secondo senza sera serena sereno serra siamo sono sorella
    speranza stella strada tavola tempo terra uccello uomo vecchia vecchio vento verdi vescovo via
    vigna viola vita vitale vittoria volpe
    """)
"""Words of Italian."""
PORTUGUESE_WORDS = _words("""
    amiga anjo baixo barao bela belo bem bispo boa bom branca branco carneiro carvalho cavaleiro ceu
    chuva cidade coelho com coragem cordeiro doce escola esperanca estrela exemplo faria ferreira
    figueira filha filho fim fogo graca gracas grupo grupos guerreiro homem ilha inicio irma irmao
    janela jardim jovem justa leitao livro longo lua machado macieira mae manha mata mato menina
    menino mestre monge moreira muito mulher nao nascimento nogueira noite novo obrigado oliveira
    onde ouro pai palavra pedra pela pelo pequeno pereira pergunta pinheiro pinto pombo praca praia
    prata preta preto quando quem rainha raposo rei resposta reuniao ribeiro rocha rodada rua sem
    silva sim sorte teixeira trabalho tudo turma velha velho verdade vitoria
    """)
"""Words of Portuguese."""
DUTCH_WORDS = _words("""
    aarde alle alles antwoord avond bakker begin bijeenkomst bisschop bladzijde bloem bloemen boek
    boer bol bos broer brouwer brug dag dal dam deur dijk dochter dood dorp einde geloof genade goed
    goede goud graaf groep groepen groot grote haan haven hemel hertog hoe hoek hoog hoop ijzer jong
    jonge kamer keizer klas kok koning kort kuiper laag leeuw leven liefde maan maar meester met
    moeder molen molenaar monnik mulder naar niet niets nieuw nieuwe ochtend ook oud oude paard pels
    plaats plein prins ridder rivier ronde roos rots schaap schilder schipper slager smit sneeuw
    stad steen ster sterk straat tijd timmerman tuin uur vader veld venster vergadering vis visscher
    visser voor voorbeeld vos vraag vrede vriend vrouw vuur waar wanneer wat wereld wit witte woord
    woud zaal zacht zee zilver zon zonder zoon zus zwart zwarte
    """)
"""Words of Dutch."""
FURTHER = (
    OF_THE_TRADE
    | THEORISTS
    | PLACES
    | MEETING_GERMAN
    | FRENCH_WORDS
    | ITALIAN_WORDS
    | PORTUGUESE_WORDS
    | DUTCH_WORDS
)
"""All of them."""
