"""The folds of the reflection form that are built when they are first opened."""

from datetime import date

from netjournal.ui.widgets.fold_part import FoldPart
from netjournal.ui.widgets.follow_ups_part import FollowUpsPart
from netjournal.ui.widgets.invitations_part import InvitationsPart
from netjournal.ui.widgets.referrals_part import ReferralsPart


def part_of(fold: str, today: date) -> FoldPart:
    """The inside of a fold."""
    match fold:
        case "invitations":
            return InvitationsPart(today)
        case "referrals":
            return ReferralsPart(today)
        case _:
            return FollowUpsPart(today)
