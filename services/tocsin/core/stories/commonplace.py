"""Words that stand in news of all kinds: what a rule's own stories would teach, before it has any."""

from tocsin.core.stories.stems import fold, stem

_WORDS = """
    accident accuse accused action add affair agree aid air alert allege allow american amount announce appear area
    arm armed army arrest arrive attack attempt authority available bad ban base battle begin big bill black blame
    blast block blood board body bomb border boss break bring british build building burn bus business buy call camp
    campaign capital car care carry case catch cause center central centre chairman chance change charge chief child
    children city civilian claim clash clear close coalition coast come comment commission commit committee community
    company concern condition conference confirm conflict continue control cost council country court crash create
    crime crisis critical cut damage danger dead deadly deal death decide decision defence defense demand deny
    department deploy deputy destroy detail detain die director disaster district doctor dozen dozens drive driver
    drop early east eastern economic economy effort election emergency employee end energy enter escape evening event
    evidence expect explain explosion explosive face fail fall family far fear federal fight fighter fighting
    final find fire firm flee flight follow food force foreign form free friday friend full fund future game general
    german girl global government governor great ground group guard guilty gun gunman gunmen half hand happen
    head health hear heavy held help high hit hold home hope hospital hour house human hundred hundreds hurt identify
    incident increase independent industry information injure injured injury interest international interview
    investigate investigation investigator involve islamic island issue job join judge justice key kill killed
    killing large law lawyer lead leader leave left level life line live local long lose lost low main major man
    manager mark market mass matter mayor mean measure media medical meet meeting member men message mile militant
    military million minister ministry minute miss missing mission money morning mother mountain move murder
    nation national need network night north northern number offensive offer office officer official oil open
    operation opposition order organisation organization party pass pay peace people person place plan plane play
    player point police policy political poor position post power prepare president pressure prevent price prime
    prison private problem program programme project protest prove provide provincial province public publish push
    quarter question race raid raise reach ready receive recent record region release remain remains remove
    replace republic rescue rescuer research resident resign respond response rest result return reveal rise risk
    river road role rule run russian safety school scene search season secretary section security seek sell senate
    send senior sentence serious serve service share shoot shooting shot show side sign situation size social soldier
    son source south southern speak special spokesman spread staff stage stand start state station stay step stop storm
    strike strong suffer suggest support suspect suspected system target team television term test thing think thousand
    thousands threat threaten town trade train travel treat trial troop troops trouble truck try turn tv union unit
    united use vehicle victim video village violence visit vote wait walk want war warn water weapon west western
    white win witness woman women word work worker world worth wound wounded wrong young
"""

COMMONPLACE = frozenset(stem(fold(word)) for word in _WORDS.split())
"""Stems of them. Written from general knowledge of English news, not counted in any collection."""
