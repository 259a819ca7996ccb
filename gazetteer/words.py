"""How common a word is in English, as a given name and as a surname: what a place name may be instead."""

import ast
import math
from collections import defaultdict
from collections.abc import Iterable

from gazetteer.sources import folder
from tocsin.core.analysis.gazetteer.keys import token_key

LOCALES = """
    en_US en_GB en_IE en_NZ en_IN en_KE en_NG en_PK es_ES es_MX es_AR es_CO es_CL fr_FR de_DE it_IT pt_BR pt_PT
    nl_NL pl_PL sv_SE da_DK no_NO fi_FI cs_CZ hr_HR hu_HU ro_RO tr_TR id_ID ar_AA az_AZ uz_UZ yo_NG zu_ZA tw_GH
    et_EE lt_LT lv_LV sl_SI sk_SK en en_TH
"""
"""Faker's locales whose names are in Latin letters."""

_FEMALE_MALE = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary")
_FURTHER = """
    Mohammed Mohammad Muhammad Mohamed Ahmed Ahmad Ali Hassan Hussein Hussain Abdullah Abdul Abdel Ibrahim
    Mahmoud Mahmud Mustafa Omar Khalid Khaled Yusuf Youssef Yasser Saddam Bashar Hafez Hosni Muammar Osama Ayman
    Nouri Haider Fuad Qassim Qasim Qassem Tariq Tareq Abu Umm Said Saeed Saleh Salah Samir Nabil Nasser Jamal
    Kamal Karim Kareem Faisal Fahd Hamid Hamad Hamza Bilal Anwar Ismail Iyad Jalal Marwan Moqtada Muqtada Nizar
    Rafik Rafiq Rami Riad Riyad Saad Sami Tamim Walid Waleed Yahya Zaid Ziad Recep Tayyip Abdallah Abdelaziz
    Hashim Hisham Jassim Latif Majid Mahdi Vladimir Sergei Sergey Dmitry Dmitri Alexei Aleksandr Mikhail Nikolai
    Viktor Yevgeny Boris Igor Oleg Yuri Andrei Pavel Petro Volodymyr Oleksandr Barack Hillary Condoleezza
    Benjamin Ariel Ehud Shimon Yitzhak Avigdor Mahathir Narendra Manmohan Pervez Nawaz Benazir Ashraf Goodluck
    Muhammadu Xi Hu Wen Li Kim Jong Shinzo Junichiro Binyamin Ban Kofi Boutros Hugo Fidel Raul Evo Nicolas Lula
    Dilma Alvaro Rafael Jorge Jose Luis Carlos Juan
"""
"""Given names in the news that Faker has in other scripts only, or not at all."""


def common_words() -> dict[str, int]:
    """Word → 1 to 15, growing with its share of English print.

    Counts: SymSpell's English dictionary, which joins Google Books' counts with SCOWL's spellings.
    """
    found: dict[str, int] = {}
    path = folder("symspellpy") / "frequency_dictionary_en_82_765.txt"
    for line in path.read_text("utf-8-sig").splitlines():
        word, count = line.split()
        level = round(math.log2(int(count) / 5e5))
        found[word.replace("'", "")] = max(1, min(15, level))
    return found


def personal_names() -> tuple[dict[str, int], dict[str, int]]:
    """(Given name → 1 to 15, surname → 1 to 15), growing with how many locales and people bear it. Names: Faker."""
    given: dict[str, float] = defaultdict(float)
    surnames: dict[str, float] = defaultdict(float)
    for locale in LOCALES.split():
        tree = ast.parse((folder("faker") / "providers" / "person" / locale / "__init__.py").read_text("utf-8"))
        for statement in ast.walk(tree):
            target = _target(statement)
            if target in _FEMALE_MALE:
                _count(given, statement)
            elif target in {"last_names", "last_names_male", "last_names_female"}:
                _count(surnames, statement)
    for name in _FURTHER.split():
        given[token_key(name)] += 3
    return _levels(given), _levels(surnames)


def _target(statement: ast.AST) -> str | None:
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return None


def _count(tally: dict[str, float], statement: ast.AST) -> None:
    names: set[str] = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.update(token_key(part) for part in node.value.split() if part[:1].isupper())
    for name in names:
        if len(name) > 1 and name.isalpha():
            tally[name] += 1


def _levels(tally: dict[str, float]) -> dict[str, int]:
    return {name: min(15, round(2 * math.log2(1 + count))) for name, count in tally.items()}


def commonness(key: str, common: dict[str, int]) -> int:
    """That of a name's rarest word."""
    return min((common.get(word, 0) for word in key.split()), default=0)


def best(words: Iterable[str], table: dict[str, int]) -> int:
    """The highest level among words."""
    return max((table.get(word, 0) for word in words), default=0)
