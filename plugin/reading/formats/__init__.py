"""From what people save (web pages, mails, Word documents, plain text) to the text of a report."""
