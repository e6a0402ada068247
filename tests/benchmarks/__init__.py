"""How fast netjournal is, each figure beside the least that could be had in the same run."""
