"""What the five shipped standards say, written by hand from the documents, page by page."""
