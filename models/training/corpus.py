"""The encoded sets of prepare.py, joined into one array of pieces with targets, sources and rates."""
import json
import os
from dataclasses import dataclass

import numpy as np

from sampling import copies

RAW = 'raw'
POWER, TOKEN_CAP = 0.6, 0.10
# How often a source is drawn, against n^0.6: target labels and fragments half, finance and made rows more.
FACTORS = {'gop_debate_tweets': .5, 'brand_emotion_tweets': .5, 'dong2014_target_tweets': .5, 'meld': .5,
           'sst5_trees': .6, 'mpqa_phrases': .4, 'pros_cons': .6, 'health_connect_app': .4, 's140_100k': 1.5,
           'fin_sentfin_headlines': 1.5, 'financial_phrasebank': 1.6, 'twitter_financial_news': 1.5,
           'flips': 2.5, 'slips': 2.0, RAW: 2.0, 'made_negated_criticism': 6., 'made_negated_praise': 3., 'made_double': 3.,
           'made_contrast': 3., 'made_finance': 3., 'made_statements': 2.5, 'made_comparisons': 2.5}
MADE_FACTOR = 1.5
# What a row's loss counts: labels made from emoticons are wrong in one row of six or so.
LOSS = {'s140_100k': .6, 's140_twitter4000': .6, 's140_ptiwari': .6, 'brand_emotion_tweets': .7,
        'dong2014_target_tweets': .7, 'gop_debate_tweets': .7, 'meld': .7}


@dataclass
class Corpus:
    ids: np.ndarray
    off: np.ndarray
    target: np.ndarray   # n x 3
    two: np.ndarray      # the source has no neutral label
    weight: np.ndarray   # of the row's loss; 0 for raw text
    source: np.ndarray
    names: list

    def lengths(self, window):
        return np.minimum(np.diff(self.off) + 2, window)

    def rates(self, window):
        number, count = len(self.names), np.bincount(self.source, minlength=len(self.names)).astype(float)
        mean = np.bincount(self.source, self.lengths(window), minlength=number) / np.maximum(count, 1)
        factors = np.array([FACTORS.get(n, MADE_FACTOR if n.startswith('made_') else 1.0) for n in self.names])
        return copies(count, mean, POWER, factors, TOKEN_CAP)[self.source]


def load_set(work, name):
    with np.load(os.path.join(work, name + '.npz')) as z:
        return {key: z[key] for key in z.files}


def source_names(work):
    with open(os.path.join(work, 'sources.json')) as f:
        return json.load(f)['names']


def blend(target, two, teacher, share):
    """Targets mixed with a teacher's probabilities (renormalised where the source has no neutral label)."""
    teacher = np.where(two[:, None] & (np.arange(3) == 1), 0, teacher.astype(np.float32))
    return (1 - share) * target + share * teacher / np.maximum(teacher.sum(1, keepdims=True), 1e-6)


def load(work, sets, share=0.0):
    """Joins sets of prepare.py ('train', 'made', 'flips', 'slips', 'raw'); `share` of the targets of 'train' is teacher.npz."""
    names, parts = list(source_names(work)), []
    for name in sets:
        part = load_set(work, name)
        rows = len(part['off']) - 1
        if name == RAW:
            part.update(target=np.zeros((rows, 3), np.float32), two=np.zeros(rows, bool), source=np.zeros(rows, int),
                        names=[RAW])
        if name == 'train' and share:
            part['target'] = blend(part['target'], part['two'], load_set(work, 'teacher')['probabilities'], share)
        if name != 'train':
            part['source'] = part['source'].astype(int) + len(names)
            names += [str(n) for n in part['names']]
        parts.append(part)
    join = {key: np.concatenate([p[key] for p in parts]) for key in ('ids', 'target', 'two', 'source')}
    off = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(p['off']) for p in parts]))])
    loss = np.array([0. if n == RAW else LOSS.get(n, 1.) for n in names], np.float32)
    return Corpus(off=off, weight=loss[join['source']], names=names, **join)
