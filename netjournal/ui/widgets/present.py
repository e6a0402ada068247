"""Who was there, as the reflection form holds it: people ticked, suggested or left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netjournal.model.attendance import Attendance, AttendanceDraft
from netjournal.text import clean_line, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who may have been there, with what is said of them."""

    name: str
    contact_id: int | None = None
    """None for someone the journal doesn't know yet."""
    there: bool = True
    last_time: bool = False
    """Whether they were at the group's meeting before."""
    talked: bool | None = None
    asked: bool | None = None
    heard_pitch: bool | None = None
    note: str = ""

    @property
    def new(self) -> bool:
        """Whether saving makes a contact of them."""
        return self.contact_id is None

    @property
    def described(self) -> bool:
        """Whether anything is said of them besides that they were there."""
        return bool(self.note.strip()) or {self.talked, self.asked, self.heard_pitch} != {None}

    def draft(self) -> AttendanceDraft:
        """This person as the journal takes them."""
        return AttendanceDraft(
            contact_id=self.contact_id,
            name=self.name,
            talked=self.talked,
            asked=self.asked,
            heard_pitch=self.heard_pitch,
            note=self.note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Who was there; until it `counts` it is only last time's roster, suggested."""

    people: tuple[Person, ...] = ()
    counts: bool = False

    @classmethod
    def of(cls, recorded: Sequence[Attendance], last_time: Sequence[AttendanceDraft]) -> "Present":
        """What a form opens with: who is recorded, and last time's people as a suggestion."""
        known = {person.contact_id for person in recorded}
        before = {person.contact_id for person in last_time}
        there = tuple(
            Person(
                name=person.name,
                contact_id=person.contact_id,
                last_time=person.contact_id in before,
                talked=person.talked,
                asked=person.asked,
                heard_pitch=person.heard_pitch,
                note=person.note,
            )
            for person in recorded
        )
        suggested = tuple(
            Person(
                name=person.name,
                contact_id=person.contact_id,
                there=not recorded,
                last_time=True,
            )
            for person in last_time
            if person.contact_id not in known
        )
        return cls(people=there + suggested, counts=bool(recorded))

    @property
    def there(self) -> tuple[int, ...]:
        """Places of those who were there, or are suggested."""
        return tuple(place for place, person in enumerate(self.people) if person.there)

    @property
    def suggests(self) -> bool:
        """Whether last time's people are offered and nothing was answered yet."""
        return not self.counts and bool(self.people)

    def as_last_time(self) -> "Present":
        """With everyone of last time there."""
        people = tuple(replace(p, there=p.there or p.last_time) for p in self.people)
        return Present(people=people, counts=True)

    def nobody(self) -> "Present":
        """With no one there; asked once more, the suggestion as it was."""
        if self.counts and not self.there:
            return Present(people=tuple(replace(p, there=p.last_time) for p in self.people))
        return Present(people=tuple(replace(p, there=False) for p in self.people), counts=True)

    def toggled(self, place: int) -> "Present":
        """With one person there who wasn't, or the other way round."""
        return self.changed(place, replace(self.people[place], there=not self.people[place].there))

    def changed(self, place: int, person: Person) -> "Present":
        """With something else said of one person; from then on it counts."""
        people = (*self.people[:place], person, *self.people[place + 1 :])
        return Present(people=people, counts=True)

    def added(self, name: str, contact_id: int | None = None) -> "Present":
        """With one more there: a known contact, or someone new; someone listed is ticked."""
        place = self.place(name, contact_id)
        if place is not None:
            return self.changed(place, replace(self.people[place], there=True))
        person = Person(name=clean_line(name), contact_id=contact_id)
        return Present(people=(*self.people, person), counts=True)

    def place(self, name: str, contact_id: int | None = None) -> int | None:
        """Where a contact, or without one a person of that name, is listed."""
        for place, person in enumerate(self.people):
            if contact_id is not None and person.contact_id is not None:
                if person.contact_id == contact_id:
                    return place
            elif fold(person.name) == fold(name):
                return place
        return None

    def roster(self) -> tuple[AttendanceDraft, ...] | None:
        """Everyone who was there, as the journal takes them; None while it doesn't count."""
        if not self.counts:
            return None
        return tuple(person.draft() for person in self.people if person.there)
