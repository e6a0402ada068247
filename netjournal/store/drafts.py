"""Queries over drafts."""

from sqlmodel import Session, col, select

from netjournal.errors import NotFoundError
from netjournal.model.draft import Draft
from netjournal.store.tables import DraftRow


def put(session: Session, draft: Draft) -> None:
    """Keeps a draft, over what its form kept before."""
    session.merge(
        DraftRow(
            id=draft.id,
            form=draft.form,
            subject=draft.subject,
            body=draft.body,
            saved_at=draft.saved_at,
        )
    )


def every(session: Session, form: str | None) -> tuple[Draft, ...]:
    """The drafts kept, of one form or of all, newest first."""
    query = select(DraftRow).order_by(col(DraftRow.saved_at).desc(), col(DraftRow.id))
    if form is not None:
        query = query.where(DraftRow.form == form)
    return tuple(Draft(**row.model_dump()) for row in session.exec(query))


def take(session: Session, draft_id: str, new_id: str) -> Draft:
    """Moves a draft to another form; NotFoundError when it is gone."""
    row = session.get(DraftRow, draft_id)
    if row is None:
        raise NotFoundError("This draft is no longer there: it was saved or thrown away.")
    draft = Draft(**{**row.model_dump(), "id": new_id})
    session.delete(row)
    session.flush()
    put(session, draft)
    return draft


def drop(session: Session, draft_id: str) -> None:
    """Throws a draft away, if it is there."""
    row = session.get(DraftRow, draft_id)
    if row is not None:
        session.delete(row)
