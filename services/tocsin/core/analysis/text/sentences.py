"""Where sentences end, and where a full stop does not end one ("Lt. Gen.", "the U.S. Navy", "No. 5", "3.5")."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_END = re.compile(
    r"""[.!?]+["')\]]*(?=\s)            # a stop before white space
    |(?<=[a-z]{2})\.(?=[A-Z][a-z])      # a stop whose space was lost: "soldiers.The"
    |(?<=[0-9a-z])\.["')](?=[A-Z])      # ... behind a quotation: 'peace."He'
    |\ \*{3,}\ |\ \|\ """,  # what feeds put between items
    re.VERBOSE,
)

_TITLES = frozenset(
    ["lt", "gen", "col", "maj", "capt", "sgt", "cpl", "pvt", "adm", "vadm", "radm", "cmdr", "brig", "mr", "mrs", "ms", "messrs", "dr", "drs", "prof", "rev", "fr", "st", "sen", "sens", "rep", "reps", "gov", "pres", "hon", "supt", "insp", "det", "cllr", "dep", "mt", "ft", "vs", "no", "nos", "al", "approx", "fig", "art", "vol", "ed", "op"]
)
"""Abbreviations that something always follows, so that their stop ends nothing."""

_SHORTENED = frozenset(
    ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "inc", "ltd", "co", "corp", "bros", "jr", "sr", "etc", "est", "dept", "assn", "gov", "univ", "ave", "blvd", "rd", "a.m", "p.m", "am", "pm", "ph.d", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "kans", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nebr", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo"]
)
"""Abbreviations that may also stand last: they end a sentence where the next word looks like the start of one."""

_OPENERS = frozenset(
    ["the", "a", "an", "in", "on", "at", "it", "its", "he", "she", "his", "her", "they", "their", "we", "i", "this", "that", "these", "those", "there", "but", "and", "or", "so", "as", "for", "from", "with", "when", "while", "after", "before", "since", "if", "although", "though", "however", "meanwhile", "earlier", "later", "according", "some", "many", "most", "all", "one", "two", "three", "several", "no", "not", "police", "officials", "authorities", "president", "security", "government"]
)
"""Words that begin sentences far more often than names."""

_LONGEST_TOKEN = 12
_WORD = re.compile(r"""[\s"'(\[]*([\w'-]{1,20})""")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one paragraph, in order, without the white space around them."""
    begin = start
    for stop in _END.finditer(text, start, end):
        at = stop.end()
        mark = stop.start()
        if text[mark] == "." and at - mark == 1 and not _ends(text, mark, end):
            continue
        if at > begin:
            yield begin, at
        begin = at
        while begin < end and text[begin] in " \n":
            begin += 1
    if begin < end:
        yield begin, end


def _ends(text: str, mark: int, end: int) -> bool:
    """Whether the single full stop at ``mark`` ends a sentence."""
    reach = max(0, mark - _LONGEST_TOKEN)
    token = text[max(text.rfind(" ", reach, mark), text.rfind("\n", reach, mark), reach - 1) + 1 : mark].lstrip("(\"'[")
    following = _WORD.match(text, mark + 1, min(end, mark + 40))
    if following is None:
        return True
    word = following[1]
    if word[0].islower():
        return False
    lowered = token.lower()
    if lowered in {"no", "nos"}:
        return not word[0].isdigit()
    if lowered in _TITLES:
        return False
    initial = len(token) == 1 and token.isalpha()
    if lowered in _SHORTENED or "." in token or initial:
        return word.lower() in _OPENERS and not (initial and len(word) == 1)
    return True
