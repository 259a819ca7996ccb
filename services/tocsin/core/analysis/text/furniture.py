"""How the paragraphs that are no report begin: navigation, other stories, pleas to subscribe, bylines, authors' notes.

All patterns are for folded text and match at a paragraph's first letter; every repetition in them is bounded.
"""

import re

from tocsin.core.analysis.lexicon import expand
from tocsin.core.model.analysis import ZoneKind

_OPENINGS: dict[ZoneKind, tuple[str, ...]] = {
    "navigation": (
        r"home(?: (?:page|news|breaking news|world|latest))?\s*(?:[>|/]|breaking news|news)",
        r"skip to |back to top|you are here|loading\b|page \d+ of \d+|tags?: |filed under|topics?: ",
        r"(?:share|tweet|print|email|e-mail|save|comments?)(?: (?:this|on|to|with|article|story|page)\b|$)",
        r"share(?:d)? (?:this|via|on) |(?:leave|post|add) a (?:comment|reply)|click (?:here|to)",
        r"advert(?:isement|ising)\b|follow (?:us|@)|like us on|most (?:read|popular|viewed)|trending",
        r"cookies?\b.{0,40}(?:policy|accept|use)|we use cookies|this (?:site|website) uses|all rights reserved",
        r"copyright\b|\(c\) |\u00a9|terms (?:of|and)|privacy policy|image (?:source|copyright|caption)",
        r"photo(?:s|graph)? (?:by|credit|courtesy)\b|getty images|video:|watch(?: now| live|:)|listen(?: now|:)",
    ),
    "related": (
        r"related(?: (?:stor(?:y|ies)|articles?|news|content|links?|topics?|posts?))?\s*(?::|$)",
        r"see also\b|read (?:also|more|next)\b|also read\b|more (?:on|from|about) (?:this|the|our)\b",
        r"(?:more|other) (?:stories|news|headlines)\b|you (?:may|might) (?:also )?(?:like|be interested)",
        r"recommended\b.{0,20}$|don't miss\b|editor's picks?|in other news|previous(?:ly)? on",
        r"next (?:article|story)|from around the web|sponsored",
    ),
    "subscription": (
        r"subscribe\b|sign (?:up|in)\b|log in\b|register (?:now|here|for|to)|become a (?:member|subscriber)",
        r"support (?:our|independent|quality) journalism|to (?:continue|keep) reading|enjoy unlimited|start your free",
        r"already (?:a )?(?:subscriber|registered|have an account)|(?:this|our) newsletter|unlock ",
        r"get (?:the|our|your) .{0,40}(?:newsletter|inbox|app)\b|download (?:the|our) .{0,30}app\b",
        r"join (?:our|the|us on) .{0,30}(?:newsletter|channel|telegram|whatsapp|community)",
        r"you have (?:\d+|reached|no) .{0,30}(?:articles?|limit)",
    ),
    "byline": (
        (
            r"by [a-z.'-]+(?: [a-z.'-]+){1,4}(?:,? (?:and|with) [a-z.'-]+(?: [a-z.'-]+){1,3})?"
            r"(?:[,|] [a-z ,.'|-]{0,60})?\s{0,3}(?:\||$)"
        ),
        r"\(?(?:reporting|additional reporting|writing|editing|edited|compiled|translated|written) by\b",
        r"with (?:inputs?|reports?|files|agenc(?:y|ies)) from\b|first published",
        r"(?:published|updated|posted|last (?:updated|modified))\b.{0,10}(?:\d|on\b|at\b|:)",
        r"staff (?:writer|reporter)s?\b.{0,20}$|our (?:correspondent|staff)\b.{0,20}$",
        r"follow [a-z.' -]{3,40} on twitter",
    ),
}

OPENING = re.compile("|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in _OPENINGS.items()))
"""The group that matched names the kind of zone."""

LIST_HEADING = re.compile(
    r"(?:(?:related|more|other)(?: \w{1,12}){0,4}|see also|read (?:also|more|next)|also read"
    r"|most \w{1,12}(?: \w{1,12})?|trending(?: \w{1,12})?|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|recommended(?: \w{1,12}){0,3}|don't miss|editor's picks?|in other news|from around the web"
    r"|next (?:article|story))\s*:?"
)
"""Of the openings, those that stand alone above titles of other stories; they are asked after ``OPENING``."""

OPENING_LETTERS = frozenset(
    [
        "adv",
        "all",
        "alr",
        "als",
        "bac",
        "bec",
        "by ",
        "cli",
        "com",
        "coo",
        "cop",
        "don",
        "dow",
        "edi",
        "ema",
        "e-m",
        "enj",
        "fil",
        "fir",
        "fol",
        "fro",
        "get",
        "hom",
        "ima",
        "in ",
        "joi",
        "lea",
        "lik",
        "lis",
        "loa",
        "log",
        "mor",
        "mos",
        "nex",
        "oth",
        "our",
        "pag",
        "pho",
        "pos",
        "pre",
        "pri",
        "pub",
        "rea",
        "rec",
        "reg",
        "rel",
        "rep",
        "sav",
        "see",
        "sha",
        "sig",
        "ski",
        "spo",
        "sta",
        "sub",
        "sup",
        "tag",
        "ter",
        "thi",
        "to ",
        "top",
        "tra",
        "tre",
        "twe",
        "unl",
        "upd",
        "vid",
        "wat",
        "we ",
        "wit",
        "wri",
        "you",
        "add",
        "© 2",
        "©2",
        "(c)",
        "(re",
        "(ad",
        "(wr",
        "(ed",
        "(co",
        "(tr",
    ]
)
"""The first three letters of all of them: most paragraphs are told apart by these alone."""

_PROFESSIONS = (
    r"freelance|staff writer|senior writer|contribut(?:ing|or)|columnist|blogger|novelist|"
    r"researcher at|(?:correspondent|reporter) (?:for|at|based|with)|journalist (?:and|based|at|for|who|with)|"
    r"editor (?:of|at|for|in)|author of|fellow at|(?:assoc\w+ |assistant )?professor of|lecturer (?:in|at)"
)

AUTHOR_NOTE = re.compile(
    r"\b(?:"
    rf"(?:is|was|works as|serves as) (?:an? |the |our )?(?:[a-z'-]+ ){{0,5}}(?:{_PROFESSIONS})|"
    r"(?:can|may) be (?:reached|contacted|followed) (?:at|on|by|via)|follow (?:him|her|them) (?:on|at)|"
    r"(?:his|her|their) (?:(?:latest|new|most recent|first|next|forthcoming|debut) )?(?:book|novel) |"
    r"(?:his|her|their) (?:work|writing|articles?) (?:has|have) appeared|"
    r"ha(?:s|ve) (?:written|reported|covered|contributed|been writing) (?:for|on|about|extensively|articles)|"
    r"(?:an)?other hobb(?:y|ies)|hobbies (?:include|are)|writing (?:his|her|their) articles|about the author|"
    r"(?:likes?|enjoys?|loves?|is passionate about) (?:writing|reading|politics|travel(?:l)?ing|blogging)|"
    r"lives? in [a-z' ,.-]{2,40} with (?:his|her|their) (?:wife|husband|partner|famil|children|dog|cat|two|three)|"
    r"holds an? (?:[a-z'.-]+ ){0,3}(?:degree|ph\.?d|ma|ba|master's|doctorate)\b|graduated from|"
    r"(?:views|opinions?) expressed (?:in this|here|are|by)"
    r")"
)
"""What the note on an author at a text's end says."""

AUTHOR_WORDS = tuple(
    phrase
    for pattern in (
        "freelance",
        "{staff,senior} writer",
        "contribut{ing,or}",
        "{columnist,blogger,novelist}",
        "{correspondent,reporter} {for,at,based,with}",
        "journalist {and,based,at,for,who,with}",
        "editor {of,at,for,in}",
        "{author,professor} of",
        "{fellow,researcher,lecturer} at",
        "lecturer in",
        "be {reached,contacted,followed}",
        "follow {him,her,them}",
        "{his,her,their} {,latest ,new ,most recent ,first ,next ,forthcoming ,debut }{book,novel}",
        "{has,have} appeared",
        "{has,have} {written,reported,covered,contributed,been writing} {for,on,about,extensively,articles}",
        "{other,another} hobb",
        "hobbies {include,are}",
        "writing {his,her,their} articles",
        "about the author",
        "{like,likes,enjoy,enjoys,love,loves,about} {writing,reading,politics,traveling,travelling,blogging}",
        "{live,lives} in",
        "holds {a,an}",
        "graduated from",
        "{view,views,opinion,opinions} expressed",
    )
    for phrase in expand(pattern)
)
"""Every match of ``AUTHOR_NOTE`` has one of these, where a word begins: paragraphs without need no such search."""
