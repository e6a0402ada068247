"""How deep one knows someone: the highest rung that holds, and what is missing."""

from netjournal.model.depth import Depth, Rung

_MISSING = {
    Rung.TALKED: "a talk",
    Rung.WHY: "their why",
    Rung.ONE_TO_ONE: "a one-to-one",
    Rung.REFERRAL: "a referral either way",
}


def depth(
    *,
    talked: bool = False,
    why: bool = False,
    one_to_one: bool = False,
    referral: bool = False,
    seen: bool = False,
) -> Depth:
    """The depth of someone of whom that much is recorded.

    `talked`: at a meeting that was held and not missed, or in any interaction, so a one-to-one
    counts too; `seen`: at such a meeting.
    """
    holds = {
        Rung.TALKED: talked or one_to_one,
        Rung.WHY: why,
        Rung.ONE_TO_ONE: one_to_one,
        Rung.REFERRAL: referral,
    }
    rungs = tuple(rung for rung in Rung if holds[rung])
    lacking = next((rung for rung in Rung if not holds[rung]), None)
    return Depth(
        rung=int(rungs[-1]) if rungs else 0 if seen else None,
        rungs=rungs,
        missing=None if lacking is None else _MISSING[lacking],
    )
