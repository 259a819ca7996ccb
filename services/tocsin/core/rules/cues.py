"""Words without which no article has casualties or deployments: what lets most articles leave before they are read.

Generous on purpose: a word too many costs a reading, a word too few an alert. tests/core/rules hold that no article
with such facts lacks a cue.
"""

from tocsin.core.analysis.casualties import CUE_WORDS
from tocsin.core.analysis.deployments import trigger_words
from tocsin.core.config.terms import parse_term
from tocsin.core.rules.keys import DEPLOYMENT_KEY, casualty_key
from tocsin.core.rules.view import Scan
from tocsin.core.rules.vocabulary import Vocabulary

_HARM = (
    "kill* dead* death* die dies died dying slain slay* slew murder* massacr* execut* behead* decapitat* assassinat* "
    "casualt* fatal* toll* bod* victim* lives life perish* corpse* shot shoot* gun* lynch* hang* slaughter* lost loss* "
    "claim* strangl* drown* burn* stab* bomb* blast* explo* grave* remains surviv* butcher* gas* poison* wip* "
    "injur* wound* hurt* maim* harm* hospital* treated burned casualt* suffer* cut* struck hit hits "
    "missing disappear* unaccounted vanish* captur* kidnap* abduct* hostage* seiz* detain* arrest* prison* captiv* "
    "held hold* taken take* took surrender* released free* displac* flee* fled evacuat* refugee* homeless uproot* "
    "exodus escap* forced left leav* shelter* eliminat* liquidat* neutrali* gunned mow* cost* annihilat* dispatch* "
    "fell fallen martyr* persons people ambush* attack* crash* collaps* trapp* buried"
)
_MOVES = (
    "deploy* redeploy* send* sent mass massed massing mobili* troop* force* reinforce* withdr* pull* station* build* "
    "built alert* transit* arriv* mov* head* sail* advanc* position* warship* carrier* fleet* brigade* division* "
    "battalion* regiment* soldier* marine* tank* jet* missile* aircraft* convoy* navy naval army militia* guard* "
    "squadron* dispatch* concentrat* amass* gather* cross* enter* land* leav* left return* retreat* exercis* drill* "
    "patrol* rush* order* ship* vessel* destroyer* frigate* submarine* armor* armour* artillery batter* bomber* "
    "fighter* plane* helicopter* unit* corps rotat* transfer* relocat* fly* flew captur* fall* fell gain* regain* "
    "retak* retook go goes going peacekeep* rebel* militant* separatist* seiz* overr* occup* liberat* conquer* invad* "
    "annex* besieg* encircl* expel* oust* base* camp* garrison* barracks outpost* host* establish* control* "
    "recaptur* storm*"
)


class Cues:
    """Tells which facts an article may hold before it is read."""

    def __init__(self) -> None:
        harm, moves = [*_HARM.split(), *sorted(CUE_WORDS)], [*_MOVES.split(), *sorted(trigger_words())]
        self._vocabulary = Vocabulary([parse_term(word) for word in dict.fromkeys((*harm, *moves))])
        terms = [term.written for term in self._vocabulary.terms]
        self._harm = frozenset(number for number, term in enumerate(terms) if term in harm)
        self._moves = frozenset(number for number, term in enumerate(terms) if term in moves)
        kinds = ("killed", "injured", "missing", "captured", "displaced")
        self._casualties = frozenset(casualty_key(kind) for kind in kinds)
        self._deployment = frozenset((DEPLOYMENT_KEY,))

    def likely(self, scan: Scan) -> frozenset[str]:
        """Keys of the facts that the article may hold. Words of other scripts are not known here: they may mean any."""
        if any(not text.line.isascii() for text in scan.texts):
            return self._casualties | self._deployment
        found = scan.find(self._vocabulary).keys()
        likely: frozenset[str] = frozenset()
        if found & self._harm:
            likely |= self._casualties
        if found & self._moves:
            likely |= self._deployment
        return likely
