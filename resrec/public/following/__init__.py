"""Following: what is new on the texts, paragraphs and searches that a person follows."""
