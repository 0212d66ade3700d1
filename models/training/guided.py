"""A further loss for finetune.py: answers to unlabelled text, with much of it hidden, are drawn to those that a finished
model gives to all of it (Xie et al. 2020, "Self-training with Noisy Student"). No label of these texts can be learned by
heart, since they have none."""
import math
import os

import numpy as np
import torch

import corpus
import sampling
from loop import divergence
from masking import mask_pieces
from model import load_classifier
from precision import autocast
from text import Pieces

SHORTEST, LONGEST = 6, 126   # pieces of a part, without [CLS] and [SEP]
ENDS = '.!?'


def beginnings(ids, off, ends):
    """Where rows and the sentences within them begin, rows of less than SHORTEST pieces left out, and the row of each."""
    starts = np.unique(np.concatenate([off[:-1], np.where(np.isin(ids, ends))[0] + 1]))
    row = np.searchsorted(off, starts, 'right') - 1
    kept = (starts < off[-1]) & (off[np.minimum(row, len(off) - 2) + 1] - starts >= SHORTEST)
    return starts[kept], row[kept]


class Guided:
    """Batches of parts of unlabelled texts. A text is drawn at random, then one of its sentences: where the part begins.
    All parts of a batch are of one length, or end where their text ends."""

    def __init__(self, work, guide, positions, weight, hidden):
        raw, pieces = corpus.load_set(work, corpus.RAW), Pieces.load(os.path.join(work, 'vocab.txt'))
        self.ids, self.off = raw['ids'], raw['off']
        self.starts, self.row = beginnings(self.ids, self.off, [pieces.ids[end] for end in ENDS])
        self.rows, self.first, self.count = np.unique(self.row, return_index=True, return_counts=True)
        self.guide, self.positions, self.weight, self.hidden = guide, positions, weight, hidden

    def parts(self, rng):
        length = int(math.exp(rng.uniform(math.log(SHORTEST), math.log(LONGEST + 1))))
        drawn = rng.integers(0, len(self.rows), self.positions // (length + 2))
        at = self.first[drawn] + (rng.random(len(drawn)) * self.count[drawn]).astype(int)
        return [self.ids[start:min(start + length, self.off[row + 1])] for start, row in zip(self.starts[at], self.row[at])]

    def __call__(self, run):
        x, seen = sampling.stack(self.parts(run.rng))
        run.tokens += int(seen.sum())
        hidden = x.clone()
        mask_pieces(hidden, self.hidden['mask'], run.vocabulary)
        x, hidden, seen = (t.to(run.a.device) for t in (x, hidden, seen))
        drops = {name: share for name, share in self.hidden.items() if name != 'mask'}
        with autocast(run.a.device):
            with torch.no_grad():
                aim = self.guide.answers(x, seen).float().softmax(1)
            logits = run.model.logits(run.model(hidden, seen, **drops), seen)
            apart = divergence(aim, logits)
        run.note(guided=apart)
        return self.weight * apart


def of(a, vocabulary, hidden):
    """From the arguments of finetune.py; None without a guide."""
    if a.guide is None:
        return None
    guide = load_classifier(a.guide, vocabulary).to(a.device).requires_grad_(False)
    return Guided(a.work, guide, a.guided, a.guide_weight, hidden)
