"""The two themes of our own; all of Textual's can be chosen as well."""

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="netjournal-dark",
    primary="#7fb4ca",
    secondary="#938aa9",
    accent="#dca561",
    success="#98bb6c",
    warning="#e6c384",
    error="#e46876",
    foreground="#d8dbe2",
    background="#15171c",
    surface="#1d2027",
    panel="#232730",
    variables={
        "block-cursor-background": "#2d4f67",
        "block-cursor-foreground": "#f2f4f8",
        "block-cursor-text-style": "none",
        "footer-key-foreground": "#dca561",
        "border-blurred": "#3a404d",
        "scrollbar": "#3a404d",
        "scrollbar-background": "#15171c",
        "scrollbar-background-hover": "#15171c",
        "scrollbar-background-active": "#15171c",
    },
)
LIGHT = Theme(
    name="netjournal-light",
    primary="#2b6a80",
    secondary="#6b5b88",
    accent="#9a5b12",
    success="#41712a",
    warning="#8a5c00",
    error="#b0323c",
    foreground="#2a2c31",
    background="#fbf9f5",
    surface="#f2efe8",
    panel="#e9e5dc",
    dark=False,
    variables={
        "block-cursor-background": "#bcd6df",
        "block-cursor-foreground": "#16181c",
        "block-cursor-text-style": "none",
        "footer-key-foreground": "#9a5b12",
        "border-blurred": "#c9c3b6",
        "scrollbar": "#c9c3b6",
        "scrollbar-background": "#fbf9f5",
        "scrollbar-background-hover": "#fbf9f5",
        "scrollbar-background-active": "#fbf9f5",
    },
)
THEMES = (DARK, LIGHT)


def muted(variables: dict[str, str]) -> str:
    """The colour for what matters less; Textual's own is lost where text is built in code."""
    if not variables["text-muted"].startswith("auto"):
        return variables["text-muted"]
    foreground, background = (Color.parse(variables[name]) for name in ("foreground", "background"))
    return foreground.blend(background, 0.38).hex
