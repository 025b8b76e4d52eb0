"""Words that tell a hyphen of a compound from one that only broke a word at a line's end."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KEPT = _words(
    """
    ad add agent air all always anti app auto back bank batch best beta bi big bit block board
    book bottom box brand break bridge broad budget build built business by call campaign car
    card case cash cause cell change channel check child city class clean clear click client
    close cloud code cold column command commit community company context contract core cost
    credit cross cutting data date day dead deep delayed demand demo design desk disk document
    domain door double down drop dual due early easy edge eight email end energy engineer
    enterprise error event ever evidence face fact fail fast fault feature feed field file
    fine first five fixed flow follow four fraud free front full function future game gap go
    good gradient graph green grid ground group growth half hand hard head health heart heavy
    high home hot hour house human image industry infra job kernel key knowledge lab label
    language large last latency lead left level life light line little live load lock log long
    loss low machine main man market mass master memory meta micro mid mission mobile model
    money month multi near net network never new next nine node noise non north note object
    off office old on one open order out over own page paper part path pay peer performance
    person phone pixel plan platform play point policy post power price privacy process
    product production profit project proof purpose quality quasi query question rack rank
    rapid rate read real record red release remote request research results revenue right risk
    road role rule run safe sales sample scale schema score screen search second security self
    semi sentence series server service session set seven shared shop short side sign single
    site six skill small smart social soft software south space speech speed spin staff stage
    stand start state step stock stop store story stream street strong student super supply
    support system table tail take talk target task tax team tech ten term test text third
    thought three tier tight time to token tool top touch tower track trade traffic train tree
    trial turn two type ultra under up use user value vector vendor version vice video vision
    voice warehouse water wave way weak web week weight well wide win word work workflow world
    write x year young zero
    algorithm analyst audit award baseline bias branch buyer chain chat claim coach compute consent
    council crop crowd currency customer debt device driver drug family farm finance flight food
    forecast fuel goal government holiday income industry insurance invoice journal leader legal
    lender license member merchant module nurse ocean parent patient payment pension pipeline prompt
    regulator rental retail rider safety salary satellite scene school sensor soil spam species
    sports student tenant theme ticket topic tourist transformer truck vaccine vehicle voter wage
    weather winter scikit
    """
)
"""Words that form compounds: ``cross-`` + ``team`` keeps its hyphen, ``recom-`` loses it. Those
that are often the first syllables of longer words (``con``, ``inter`` aside) are left out."""
SUFFIXES = _words(
    """
    agnostic aware based boosted bound breaking built centric class cut day days dimensional
    down driven edge encoder end engineer engineers exact facing feedback first focused free
    friendly functional grade grained hosted hour hours intensive latency learning level like
    line long making managed member month months native off on only oriented out owned
    parametric party performance person premise premises price quality ranking ready rich run
    safe saving scale scientist sensitive service serving sharing shot side sized source
    sourced specific stack standing step style supervised task tech term the throughput time
    to tolerant trained training tuned tuning up week weeks wide winning word year years
    """
)
"""Words that follow a hyphen in compounds: ``latency-`` + ``aware``."""
PREFIXED = _words(
    """
    aggregated author authored computed existing founded founder founding house locate located
    locating occurrence op owned owner processed processing release sales signed trained
    training working
    """
)
"""Words that keep the hyphen after short prefixes: ``pre-`` + ``trained``, ``in-`` + ``house``."""
ENDINGS = _words(
    """
    able al ally ance ate ated ation ations ed ence ent er ers ible ic ical ics ied ies ing
    ings ion ions ise ised ish ist ists ity ive ize ized izing less ling ly ment ments ness
    ning or ors ous ship ships sion sions ter ters ting tion tional tions ture tures ty ual
    uate ure ware works
    """
)
CLOSED = tuple(
    sorted(
        _words(
            """
    airflow automa autonom backlog backup benchmark breakdown checklist checkout checkpoint
    codebase coursework dashboard database dataset deadline download downstream downtime endpoint
    feedback framework fulltime guideline handbook hardware headcount keyboard keyword
    landmark laptop lifecycle livestream metadata microservice microsoft milestone multiple
    multipli network notebook online outcome outlier output outside overall overfit overhead
    overview payload payout pipeline platform playbook postgres roadmap rollback rollout
    runbook runtime scorecard shortlist showcase sideline smartphone software spreadsheet
    stakeholder standalone supermarket teamwork thesis throughput timeline timestamp
    troubleshoot undergrad underst update upgrade upload upstream uptime warehouse website
    whiteboard wireless workflow workforce workload workplace workshop workspace worldwide
    """
        )
    )
)
"""Words written as one whose first half is a word that else keeps its hyphen."""
CLOSED_AFTER = {
    head: tuple(sorted(_words(rest)))
    for head, rest in {
        "bi": "ann as cycl lingual nary nom ochem olog omed ops pol",
        "co": """
    agul ale ali alit balt caine coon cktail con dec des din effic gen gni here hes hort incid late
    lleg lon los lou lum ma med met mf mic mm mp mput nn ns nt ny ok ol op oper ordin per pi ping
    py rd rn rp rr rt sin smet sm st ter un up ur us ut vari venan ver vet vid zy
    """,
        "per": "ce cent cep fec form haps iod ip mea miss mit plex se sist son spec sua turb vas",
        "pre": """
    ach am amb car caut ced cep ch cinc cip cis clud coc cond cur cursor dat dec dic dict dom eminent
    empt face fec fer fix gnan hist jud lim lud lude mat mier mis mium monit occup pack par pend pon
    posit rog sag sby sc scri sen serv ses sid ss stig sum sump tain tend tens tent text tor tt vail
    valen vent ventat vi view vious
    """,
    }.items()
}
"""Prefixes that keep the hyphen before a word of its own (``co-`` + ``visitation``), with how what
follows begins where they are the first syllable of a longer word (``co-`` + ``efficient``)."""
OPEN_AFTER = {
    head: tuple(sorted(_words(rest)))
    for head, rest in {
        "de": "anonym bias dup escal facto identif nois prior risk seasonal silo",
        "in": "browser context depth flight house memory person process situ",
        "re": "architect authen e identif org platform rank seg tag",
        "sub": "hour linear milli minute penny second",
        "un": "american",
    }.items()
}
"""Prefixes that are mostly written closed, with how the words begin that keep their hyphen."""
CUT_ADVERBS = _words(
    "analy cataly dialy electroly hydroly paraly photoly polly dactyly assembly supply imply apply reply comply multiply simply"
)
"""Ends in -ly that are the first half of a longer word (``analy-`` + ``sis``), or no adverbs."""
LINKING = _words(
    """
    and by in of on the to
    """
)
