"""Seats: which professions sit in a group, and which partners are missing."""

from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.seats import seats
from netjournal.model.seats import Seat, Seats

MEMBERS = (
    ("Ana", "Printer"),
    ("Bo", "notary"),
    ("Cy", ""),
    ("Di", "PRINTER"),
    ("Ed", "Straßenbau"),
    ("Flo", "  Tax   adviser "),
    ("Gus", "\n"),
)
WORDS = st.text(alphabet="aAbBß ", max_size=4)


def test_seats_are_counted_by_hand() -> None:
    found = seats(MEMBERS, "Notary", ("tax adviser", "Banker", "STRASSENBAU", "banker", " "))
    assert found == Seats(
        taken=(
            Seat("notary", ("Bo",)),
            Seat("Printer", ("Ana", "Di")),
            Seat("Straßenbau", ("Ed",)),
            Seat("Tax adviser", ("Flo",)),
        ),
        unsaid=2,
        rivals=("Bo",),
        partners=(Seat("tax adviser", ("Flo",)), Seat("STRASSENBAU", ("Ed",))),
        missing=("Banker",),
    )
    assert found.known == 5


def test_while_no_profession_is_known_no_partner_is_missing() -> None:
    assert seats((("Cy", ""),), "Notary", ("Banker",)) == Seats(unsaid=1)
    assert seats((), "Notary", ("Banker",)) == Seats()


def test_accents_make_another_profession_and_a_blank_one_of_mine_has_no_rivals() -> None:
    found = seats((("Ana", "Café owner"), ("Cy", "")), "", ("Cafe owner",))
    assert found.missing == ("Cafe owner",)
    assert found.rivals == ()


@given(
    st.lists(st.tuples(st.text(max_size=3), WORDS)), WORDS, st.lists(WORDS, max_size=5).map(tuple)
)
def test_everyone_has_one_seat_and_each_partner_is_there_or_missing(
    members: list[tuple[str, str]], mine: str, partners: tuple[str, ...]
) -> None:
    found = seats(members, mine, partners)
    assert found.known + found.unsaid == len(members)
    wanted = {" ".join(one.split()).casefold() for one in partners} - {""}
    here = {seat.profession.casefold() for seat in found.partners}
    absent = {one.casefold() for one in found.missing}
    assert not here & absent
    assert here | absent == (wanted if found.known else set())
    assert sorted(found.rivals) == sorted(
        name
        for name, said in members
        if " ".join(said.split()).casefold() == " ".join(mine.split()).casefold() != ""
    )
