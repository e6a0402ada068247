"""The report of an unexpected error."""

from netjournal.crash import report


def test_a_crash_report_holds_nothing_a_person_wrote() -> None:
    secret = "what Ana told me"
    try:
        int(secret)
    except ValueError as error:
        said = report(error)
    assert secret not in said
    assert "ValueError" in said
    assert "test_crash.py" in said
