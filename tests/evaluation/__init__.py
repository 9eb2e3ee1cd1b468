"""The evaluation set: questions about the shipped standards and how well they are answered."""
