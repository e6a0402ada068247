"""Nicknames: which given names stand for one another."""

from collections import defaultdict
from functools import cache

_BEYOND_ENGLISH = """
alessandro sandro; alexander sascha sasha; aleksandr sasha; antonio toni tonio; bartosz bartek;
concepcion concha conchita; dmitri dima; dolores lola; elisabeth elsbeth lisbeth; eugen gene;
francesca franca; francisco chico curro paco pancho paquito; franciszek franek; gabriele gabi;
giovanni gianni; giuseppe beppe peppino pino; grzegorz grzesiek; guadalupe lupe; guillermo memo;
hans hansi; heinrich heiner heinz; ignacio nacho; ivan vanya; jakub kuba; jesus chucho;
johanna hanna; johannes hannes jan; jose pepe pepito; josef jupp sepp; karl kalle;
katarzyna kasia; katharina kathi katja; krzysztof krzysiek; lorenzo enzo renzo; ludwig lutz;
luigi gigi; magdalena leni; malgorzata gosia; manuel manolo; margarete gretel grete;
maria mia mitzi; matthias matze; mikhail misha; nikolai kolya; pavel pasha; pieter piet;
roberto beto; salvatore toto; sebastian basti bastian; sergei seryozha; stanislaw staszek;
tomasz tomek; ulrich uli; ulrike ulli; vladimir vova volodya; wilhelm willi; wojciech wojtek
"""
"""Given names with what they are called for short, folded, as English lists don't have them."""


def forms(given: str) -> frozenset[str]:
    """The given names that a folded one may stand for, itself among them."""
    return frozenset((given, *_stands_for().get(given, ())))


@cache
def _stands_for() -> dict[str, set[str]]:
    # It reads a table of its own when it is imported, which only who looks for duplicates needs.
    from nicknames import name_triplets

    full: dict[str, set[str]] = defaultdict(set)
    for triplet in name_triplets():
        full[triplet.name2].add(triplet.name1)
    for line in _BEYOND_ENGLISH.split(";"):
        name, *nicknames = line.split()
        for nickname in nicknames:
            full[nickname].add(name)
    return full
