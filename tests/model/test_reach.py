"""What of a contact's reach looks mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.contact import ContactDraft
from netjournal.model.reach import doubts


@pytest.mark.parametrize(
    "email",
    [
        "ana@ruiz.example",
        "a.b+c@d-e.co.uk",
        "josé@exämple.es",
        "李@例子.中国",
        " ana@ruiz.example\n",
    ],
)
def test_what_may_be_an_address_is_not_doubted(email: str) -> None:
    assert doubts(ContactDraft(name="Ana", emails=(email,))) == {}


@pytest.mark.parametrize(
    "email",
    ["ana", "ana@", "@ruiz.example", "ana@ruiz", "a b@ruiz.example", "a@b@c.example", "a@.x"],
)
def test_what_can_be_no_address_is_doubted(email: str) -> None:
    assert doubts(ContactDraft(name="Ana", emails=("ana@ruiz.example", email))) == {
        "emails": f"“{email}” doesn't look like an email address; it is kept as typed."
    }


@pytest.mark.parametrize(
    "phone",
    ["+34 600 000 000", "(020) 7946-0018", "112", "06.12.34.56.78", "555-1234 x12", "٠١٢٣٤"],
)
def test_what_may_be_a_number_is_not_doubted(phone: str) -> None:
    assert doubts(ContactDraft(name="Ana", phones=(phone,))) == {}


@pytest.mark.parametrize("phone", ["ana", "12", "600 OOO 000", "+", "1" * 16, "ana@ruiz.example"])
def test_what_can_be_no_number_is_doubted(phone: str) -> None:
    assert doubts(ContactDraft(name="Ana", phones=(phone,))) == {
        "phones": f"“{phone}” doesn't look like a phone number; it is kept as typed."
    }


def test_several_are_doubted_together_and_blanks_are_nothing() -> None:
    draft = ContactDraft(name="Ana", emails=("a", " ", "b"), phones=("",))
    assert doubts(draft) == {
        "emails": "“a”, “b” don't look like email addresses; they are kept as typed."
    }


@given(texts=st.lists(st.text(max_size=80), max_size=4))
def test_anything_can_be_looked_at(texts: list[str]) -> None:
    found = doubts(ContactDraft(name="Ana", emails=tuple(texts), phones=tuple(texts)))
    assert set(found) <= {"emails", "phones"}
