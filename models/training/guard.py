"""Keeps invented rows apart from the behaviour suite: no run of five words may occur in both."""
from clean import clean
from text import words

RUN = 5


def runs(text, length=RUN):
    """Every run of `length` words, symbols aside; a shorter text is one run."""
    said = [w for w in words(clean(text)) if any(c.isalnum() for c in w)]
    return {tuple(said[i:i + length]) for i in range(max(1, len(said) - length + 1))} - {()}


def apart(texts, suite):
    """For each text: True when it shares no run with any text of the suite."""
    taken = set().union(*(runs(case) for case in suite))
    return [not (runs(text) & taken) for text in texts]
