"""Mentions of one document to what they tell: "six priests were shot", "the murder of the priests", "the crime"."""
