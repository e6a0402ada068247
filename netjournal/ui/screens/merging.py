"""Making two contacts one, or telling them apart, from wherever they are listed."""

from netjournal.model.merge import MergePreview, merged, united
from netjournal.ui.dialogs.merge import MergeDialog, Verdict
from netjournal.ui.dialogs.merge_with import MergeWithDialog
from netjournal.ui.screens.asking import Screen, finder, say
from netjournal.ui.widgets.whom import Named


def merge_with_another(screen: Screen, person: Named) -> None:
    """Asks who else someone is, and shows both side by side."""

    def chosen(other: Named | None) -> None:
        if other is not None:
            merge(screen, person.id, other.id)

    screen.app.push_screen(MergeWithDialog(person, finder(screen)), chosen)


def merge(screen: Screen, one: int, other: int) -> None:
    """Shows two contacts side by side, and does what is decided of them."""

    def ask(preview: MergePreview) -> None:
        kept, gone = preview.kept, preview.gone

        def decided(verdict: Verdict | None) -> None:
            if verdict is None:
                return
            if not verdict.same:
                tell_apart(screen, kept.id, gone.id)
                return
            screen.act(
                lambda journal: journal.merging.merge(kept.id, gone.id, verdict.picks),
                lambda _: say(
                    screen, f"{merged(preview, united(kept, gone, verdict.picks))}; u takes it back"
                ),
            )

        screen.app.push_screen(MergeDialog(preview), decided)

    screen.read(lambda journal: journal.merging.propose(one, other), ask, lane="form")


def tell_apart(screen: Screen, one: int, other: int) -> None:
    """Remembers that two contacts are two people."""
    screen.act(
        lambda journal: journal.duplicates.tell_apart(one, other),
        lambda _: say(screen, "Two people, then; u takes it back"),
    )
