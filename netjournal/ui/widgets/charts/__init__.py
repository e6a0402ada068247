"""Charts in cells of text: layout as pure functions, and thin widgets that show what they give."""
