"""Labelled rows: reading them, what label they are trained towards, which of them are left out."""
import glob
import gzip
import json
import lzma
import os

import numpy as np

from clean import clean
from text import words

SUITE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'behaviour')
# Three stars are mixed more than neutral; the phrase trees rate single phrases, their threes are neutral.
THREE_STARS, SOFT_THREE = 3, (0.2, 0.6, 0.2)
PHRASE_SOURCES = ('sst5_trees',)


def read(path):
    """Rows of a .jsonl, .jsonl.gz or .jsonl.xz file."""
    opener = {'.gz': gzip.open, '.xz': lzma.open}.get(os.path.splitext(path)[1], open)
    with opener(path, 'rt', encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def read_lines(path):
    opener = {'.gz': gzip.open, '.xz': lzma.open}.get(os.path.splitext(path)[1], open)
    with opener(path, 'rt', encoding='utf-8') as f:
        return [line.strip() for line in f if line.strip()]


def target(row):
    """Probabilities the row is trained towards: `target` where it has one, else its label."""
    if 'target' in row:
        return row['target']
    mixed = row.get('stars') == THREE_STARS and row['label'] == 1 and row['source'] not in PHRASE_SOURCES
    return SOFT_THREE if mixed else tuple(np.eye(3)[row['label']])


def key(text):
    """Two texts with the same key count as the same text."""
    return ' '.join(words(clean(text)))


def without(rows, keys):
    longest = max((len(k) for k in keys), default=0)
    return [row for row in rows if len(row['text']) > 2 * longest or key(row['text']) not in keys]


def suite_texts(folder=SUITE):
    cases = [case for path in sorted(glob.glob(os.path.join(folder, '*.jsonl'))) for case in read(path)]
    return [case[field] for case in cases for field in ('text', 'changed') if field in case]


def suite_keys(folder=SUITE):
    """Keys of all texts of the behaviour suite: no row with one of them is trained on."""
    return {key(text) for text in suite_texts(folder)}
