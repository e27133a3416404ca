"""Which files are reports: what a folder is looked through for, and what may be dropped on a window."""

from __future__ import annotations

REPORT_SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".docx")
REPORTS_IN_WORDS = "text, web pages, mails, Word documents"
REPORTS_FILTER = "Reports ({})".format(" ".join(f"*{suffix}" for suffix in REPORT_SUFFIXES))
