"""Text to events: documents, sentences, mentions, places, dates, links, and merging across reports."""
