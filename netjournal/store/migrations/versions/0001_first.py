"""The journal as it was first: what people record, and its keeping."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table and index of a new journal."""
    op.create_table(
        "contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(length=20), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("classification", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("good_referral", sa.String(), nullable=False),
        sa.Column("goals", sa.String(), nullable=False),
        sa.Column("accomplishments", sa.String(), nullable=False),
        sa.Column("interests", sa.String(), nullable=False),
        sa.Column("networks", sa.String(), nullable=False),
        sa.Column("skills", sa.String(), nullable=False),
        sa.Column("how_met", sa.String(), nullable=False),
        sa.Column(
            "successful",
            sa.Enum(
                "yes",
                "no",
                "unsure",
                name="contact_successful",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column(
            "client",
            sa.Enum(
                "never",
                "prospect",
                "client",
                "past",
                name="contact_client",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column(
            "could_refer",
            sa.Enum(
                "yes",
                "not yet",
                name="contact_could_refer",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("re_evaluate", sa.Boolean(), nullable=False),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.CheckConstraint("name <> ''", name="contact_has_a_name"),
        sa.CheckConstraint("cadence_days BETWEEN 1 AND 3650", name="contact_cadence_is_some_days"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "contacts_to_re_evaluate",
        "contacts",
        ["id"],
        unique=False,
        sqlite_where=sa.text("re_evaluate"),
    )
    op.create_index(
        "contacts_to_refer_to",
        "contacts",
        ["id"],
        unique=False,
        sqlite_where=sa.text("good_referral <> ''"),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("noun", "record_id", name="document_one_a_record"),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("saved_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "first_look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("written_on", sa.String(), nullable=False),
        sa.Column("inputs", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name="first_look_is_one_row"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "history_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(length=20), nullable=False),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("history_steps_by_revision", "history_steps", ["revision"], unique=False)
    op.create_table(
        "journal_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name="journal_state_is_one_row"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "me",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("classification", sa.String(), nullable=False),
        sa.Column("natural_partners", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("good_referral", sa.String(), nullable=False),
        sa.Column("habits", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name="me_is_one_row"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "pitches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stated_at", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("pitches_by_moment", "pitches", ["stated_at"], unique=False)
    op.create_table(
        "rating_days",
        sa.Column("scope", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("attended", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("energy", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=False),
        sa.Column("pushiness", sa.Integer(), nullable=False),
        sa.Column("befores", sa.Integer(), nullable=False),
        sa.Column("energy_before", sa.Integer(), nullable=False),
        sa.Column("energy_after", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "day"),
    )
    op.create_index("rating_days_by_day", "rating_days", ["day"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.String(length=20), nullable=True),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("intention", sa.String(), nullable=False),
        sa.Column(
            "kept",
            sa.Enum(
                "yes",
                "partly",
                "no",
                name="review_kept",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("habits", sa.String(), nullable=False),
        sa.CheckConstraint(
            "note <> '' OR intention <> '' OR habits <> '' OR kept IS NOT NULL",
            name="review_says_something",
        ),
        sa.CheckConstraint("week IS date(week, '+0 days')", name="review_week_is_a_day"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("week", name="review_one_a_week"),
    )
    op.create_table(
        "tag_cadences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("folded_tag", sa.String(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.CheckConstraint("tag <> ''", name="tag_cadence_has_a_tag"),
        sa.CheckConstraint("days BETWEEN 1 AND 3650", name="tag_cadence_is_some_days"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("folded_tag", name="tag_cadence_one_a_tag"),
    )
    op.create_table(
        "times_seen",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.String(), nullable=False),
        sa.Column("last_seen", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "contact_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contact_details",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "email",
                "phone",
                "link",
                "tag",
                name="contact_detail_kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("folded_value", sa.String(), nullable=False),
        sa.CheckConstraint("value <> ''", name="contact_detail_says_something"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "contact_details_by_contact",
        "contact_details",
        ["contact_id", "kind", "position"],
        unique=False,
    )
    op.create_index(
        "contact_details_by_value",
        "contact_details",
        ["kind", "folded_value", "contact_id"],
        unique=False,
    )
    op.create_table(
        "contact_facts",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("sort_organisation", sa.String(), nullable=False),
        sa.Column("sort_groups", sa.String(), nullable=False),
        sa.Column("times_met", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.String(), nullable=True),
        sa.Column("last_seen", sa.String(), nullable=True),
        sa.Column("last_touch", sa.String(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=True),
        sa.Column("has_why", sa.Boolean(), nullable=False),
        sa.Column("next_due", sa.String(), nullable=True),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact_id"),
    )
    op.create_index(
        "contacts_by_depth",
        "contact_facts",
        ["archived", "depth", "sort_name", "contact_id", "has_why"],
        unique=False,
    )
    op.create_index(
        "contacts_by_groups",
        "contact_facts",
        ["archived", "sort_groups", "sort_name", "contact_id", "has_why"],
        unique=False,
    )
    op.create_index(
        "contacts_by_name",
        "contact_facts",
        ["archived", "sort_name", "contact_id", "has_why"],
        unique=False,
    )
    op.create_index(
        "contacts_by_next_due",
        "contact_facts",
        ["archived", "next_due", "sort_name", "contact_id", "has_why"],
        unique=False,
    )
    op.create_index(
        "contacts_by_organisation",
        "contact_facts",
        ["archived", "sort_organisation", "sort_name", "contact_id", "has_why"],
        unique=False,
    )
    op.create_index(
        "contacts_met",
        "contact_facts",
        ["first_seen"],
        unique=False,
        sqlite_where=sa.text("first_seen IS NOT NULL"),
    )
    op.create_table(
        "contacts_apart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_id < second_id", name="apart_lower_comes_first"),
        sa.ForeignKeyConstraint(["first_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("first_id", "second_id", name="apart_said_once"),
    )
    op.create_index("contacts_apart_by_second", "contacts_apart", ["second_id"], unique=False)
    op.create_table(
        "follow_ups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(length=20), nullable=True),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column(
            "fit",
            sa.Enum(
                "good",
                "unsure",
                "poor",
                name="follow_up_fit",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=True),
        sa.CheckConstraint("what <> ''", name="follow_up_says_what"),
        sa.CheckConstraint(
            "answered IS NULL OR done_on IS NOT NULL", name="follow_up_answered_once_done"
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "follow_ups_by_contact", "follow_ups", ["contact_id", "done_on", "due"], unique=False
    )
    op.create_index(
        "follow_ups_open",
        "follow_ups",
        ["due", "id"],
        unique=False,
        sqlite_where=sa.text("done_on IS NULL"),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded_name", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "referral",
                "chamber",
                "industry",
                "service",
                "social",
                "online",
                "other",
                name="group_kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("interest", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "candidate",
                "trial",
                "member",
                "left",
                name="group_status",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "commitment",
            sa.Enum(
                "all in",
                "regular",
                "occasional",
                name="group_commitment",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("invited_by", sa.Integer(), nullable=True),
        sa.Column(
            "sincerity",
            sa.Enum(
                "sincere",
                "boosting",
                name="group_sincerity",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("preparation_minutes", sa.Integer(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("dues", sa.Integer(), nullable=True),
        sa.Column(
            "dues_period",
            sa.Enum(
                "month",
                "quarter",
                "year",
                name="group_dues_period",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("fee", sa.Integer(), nullable=True),
        sa.Column("willing_hours", sa.Integer(), nullable=True),
        sa.Column("motive", sa.String(), nullable=False),
        sa.Column("experiment", sa.String(), nullable=False),
        sa.Column("experiment_from", sa.Date(), nullable=True),
        sa.Column("experiment_until", sa.Date(), nullable=True),
        sa.Column("experiment_outcome", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.CheckConstraint("name <> ''", name="group_has_a_name"),
        sa.CheckConstraint("interest BETWEEN 1 AND 5", name="group_interest_has_five_steps"),
        sa.CheckConstraint("left_on >= joined_on", name="group_left_after_it_was_joined"),
        sa.ForeignKeyConstraint(["invited_by"], ["contacts.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("folded_name", name="group_name_is_its_own"),
    )
    op.create_index("groups_by_inviter", "groups", ["invited_by"], unique=False)
    op.create_table(
        "history_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["step_id"], ["history_steps.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("history_changes_by_step", "history_changes", ["step_id", "id"], unique=False)
    op.create_table(
        "interactions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(length=20), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "one-to-one",
                "call",
                "message",
                "introduction",
                "other",
                name="interaction_kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=True),
        sa.Column("partnering", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "interactions_asked", "interactions", ["day"], unique=False, sqlite_where=sa.text("asked")
    )
    op.create_index("interactions_by_day", "interactions", ["day", "id"], unique=False)
    op.create_index(
        "introductions",
        "interactions",
        ["day"],
        unique=False,
        sqlite_where=sa.text("kind = 'introduction'"),
    )
    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("missed", sa.Boolean(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("pitched", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "start IS strftime('%Y-%m-%dT%H:%M', start, '+0 days')",
            name="meeting_starts_to_the_minute",
        ),
        sa.CheckConstraint("NOT (cancelled AND missed)", name="meeting_cancelled_or_missed"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("group_id", "start", name="meeting_of_a_group_at_its_own_time"),
    )
    op.create_index("meetings_by_start", "meetings", ["start", "id"], unique=False)
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("classification", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint("until >= since", name="membership_ends_after_it_began"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "memberships_by_contact", "memberships", ["contact_id", "group_id"], unique=False
    )
    op.create_index("memberships_by_group", "memberships", ["group_id", "contact_id"], unique=False)
    op.create_table(
        "schedules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("start_time", sa.String(length=5), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("applies_from", sa.Date(), nullable=True),
        sa.CheckConstraint("duration_minutes > 0", name="schedule_lasts_a_while"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("schedules_by_group", "schedules", ["group_id", "applies_from"], unique=False)
    op.create_table(
        "value_statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("stated_at", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "value_statements_by_group", "value_statements", ["group_id", "stated_at"], unique=False
    )
    op.create_table(
        "attendances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("talked", sa.Boolean(), nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=True),
        sa.Column("heard_pitch", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("meeting_id", "contact_id", name="attendance_once_a_meeting"),
    )
    op.create_index(
        "attendances_asked",
        "attendances",
        ["meeting_id"],
        unique=False,
        sqlite_where=sa.text("asked"),
    )
    op.create_index(
        "attendances_by_contact", "attendances", ["contact_id", "meeting_id"], unique=False
    )
    op.create_table(
        "interaction_contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["interaction_id"], ["interactions.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("interaction_id", "contact_id", name="interaction_contact_once"),
    )
    op.create_index(
        "interaction_contacts_by_contact",
        "interaction_contacts",
        ["contact_id", "interaction_id"],
        unique=False,
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(length=20), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "pending",
                "came",
                "no-show",
                "declined",
                name="invitation_outcome",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement_id"], ["value_statements.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("meeting_id", "contact_id", name="invitation_once_a_meeting"),
    )
    op.create_index(
        "invitations_by_contact", "invitations", ["contact_id", "meeting_id"], unique=False
    )
    op.create_index("invitations_by_day", "invitations", ["sent_on"], unique=False)
    op.create_index("invitations_by_statement", "invitations", ["statement_id"], unique=False)
    op.create_index(
        "invitations_open",
        "invitations",
        ["meeting_id"],
        unique=False,
        sqlite_where=sa.text("outcome = 'pending'"),
    )
    op.create_table(
        "referrals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(length=20), nullable=True),
        sa.Column(
            "direction",
            sa.Enum(
                "given",
                "received",
                name="referral_direction",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("prospect_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "passed",
                "contacted",
                "won",
                "lost",
                name="referral_status",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name="referral_level_has_five_steps"),
        sa.CheckConstraint("prospect_id <> partner_id", name="referral_is_about_another"),
        sa.CheckConstraint("source_id <> id", name="referral_comes_out_of_another"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["partner_id"], ["contacts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["prospect_id"], ["contacts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["source_id"], ["referrals.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("referrals_by_day", "referrals", ["day", "id"], unique=False)
    op.create_index("referrals_by_group", "referrals", ["group_id"], unique=False)
    op.create_index("referrals_by_meeting", "referrals", ["meeting_id"], unique=False)
    op.create_index(
        "referrals_by_partner", "referrals", ["partner_id", "direction", "day"], unique=False
    )
    op.create_index("referrals_by_prospect", "referrals", ["prospect_id"], unique=False)
    op.create_index("referrals_by_source", "referrals", ["source_id"], unique=False)
    op.create_table(
        "reflections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.String(length=20), nullable=True),
        sa.Column("energy", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=False),
        sa.Column("pushiness", sa.Integer(), nullable=False),
        sa.Column("energy_before", sa.Integer(), nullable=True),
        sa.Column("opportunities", sa.Integer(), nullable=True),
        sa.Column("gives", sa.String(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("received", sa.String(), nullable=False),
        sa.Column("quick_fix", sa.Boolean(), nullable=True),
        sa.Column("planned_work", sa.String(), nullable=False),
        sa.Column(
            "planned_done",
            sa.Enum(
                "yes",
                "partly",
                "no",
                name="reflection_planned_done",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("notes", sa.String(), nullable=False),
        sa.CheckConstraint(
            "confidence BETWEEN 1 AND 5", name="reflection_confidence_has_five_steps"
        ),
        sa.CheckConstraint("energy BETWEEN 1 AND 5", name="reflection_energy_has_five_steps"),
        sa.CheckConstraint(
            "energy_before BETWEEN 1 AND 5", name="reflection_energy_before_has_five_steps"
        ),
        sa.CheckConstraint("opportunities >= 0", name="reflection_counts_opportunities"),
        sa.CheckConstraint("pushiness BETWEEN 1 AND 5", name="reflection_pushiness_has_five_steps"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("meeting_id", name="reflection_one_a_meeting"),
    )
    op.create_index(
        "reflections_by_rating",
        "reflections",
        ["meeting_id", "energy", "confidence", "pushiness"],
        unique=False,
    )
    op.create_table(
        "business",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(length=20), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=True),
        sa.Column("referral_id", sa.Integer(), nullable=True),
        sa.Column(
            "origin",
            sa.Enum(
                "cold",
                "walk-in",
                "repeat",
                "other",
                name="business_origin",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.CheckConstraint("amount > 0", name="business_is_worth_something"),
        sa.CheckConstraint(
            "referral_id IS NULL OR origin IS NULL", name="business_came_from_one_place"
        ),
        sa.ForeignKeyConstraint(["client_id"], ["contacts.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("business_by_client", "business", ["client_id", "day"], unique=False)
    op.create_index("business_by_day", "business", ["day", "id"], unique=False)
    op.create_index("business_by_referral", "business", ["referral_id", "amount"], unique=False)
    # ### end Alembic commands ###
    op.create_index(
        "contacts_by_last_touch",
        "contact_facts",
        ["archived", sa.text("last_touch DESC"), "sort_name", "contact_id", "has_why"],
        unique=False,
    )
    for name, columns in (
        ("contact_words", "name, organisation, tags, notes"),
        ("meeting_words", "name, people, notes"),
        ("document_words", "title, words, noun"),
    ):
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, "
            "prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
        )
    op.execute("INSERT INTO journal_state (id, revision) VALUES (1, 0)")
