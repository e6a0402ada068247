"""An amount of money as one types it, and beneath it how it is understood."""

from contextlib import suppress
from decimal import Decimal

from textual.widgets import Input

from netjournal.amounts import read_amount, say_amount
from netjournal.errors import InvalidError
from netjournal.ui.widgets.field import Field, Line


class AmountField(Field):
    """A field for an amount such as "1,200" or "12.50"."""

    def __init__(
        self, label: str, name: str, *, amount: Decimal | None = None, currency: str = ""
    ) -> None:
        """`amount` is the one to begin with; `currency` is said with what is understood."""
        begun = "" if amount is None else say_amount(amount)
        self._line = Line(begun, id=name, placeholder="1200 or 12.50")
        super().__init__(label, self._line)
        self._field = name
        self._currency = currency

    @property
    def needed(self) -> Decimal:
        """The amount typed; InvalidError, under the field's name, when it can't be read."""
        typed = self._line.value
        if not typed.strip():
            raise InvalidError({self._field: "Say the amount, such as 1200 or 12.50."})
        try:
            return read_amount(typed)
        except InvalidError as problem:
            raise InvalidError({self._field: str(problem)}) from None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says which amount is understood."""
        event.stop()
        understood = ""
        with suppress(InvalidError):
            understood = f"= {say_amount(self.needed, self._currency)}"
        self.say(understood)
