"""A further loss for finetune.py: answers to pairs of texts with one tone (names, places, genders, typos) are drawn together."""
import numpy as np
import torch

import corpus
import sampling
from loop import divergence
from model import Encoder, load_weights
from precision import autocast

WINDOW = 128   # longer texts are cut


class Pairs:
    """Batches of pairs of similar length; the loss is how far their answers are from those of an anchor, a model that
    stays as it is: of names and genders swapped the mean of its answers to either text, of a text with slips its answer
    to the text without.

    Without an anchor, both answers of a pair meet where nothing is said: undertone-2 and -3, trained so at a weight of 3,
    called "The service was terrible" negative with 0.46, and the calibration error of their shortest texts was 0.16."""

    def __init__(self, work, number, weight, anchor):
        self.sides = [corpus.load_set(work, f'pairs{i}') for i in (0, 1)]
        self.rows, self.number, self.weight, self.anchor = len(self.sides[0]['off']) - 1, number, weight, anchor

    def __call__(self, run):
        start = int(run.rng.integers(0, self.rows - self.number))
        rows = np.arange(start, start + self.number)
        parts = [side['ids'][side['off'][row]:side['off'][row + 1]][:WINDOW - 2]
                 for side in self.sides for row in rows]
        x, seen = (t.to(run.a.device) for t in sampling.stack(parts))
        run.tokens += int(seen.sum())
        with autocast(run.a.device):
            logits = run.model.logits(run.model(x, seen), seen)
            with torch.no_grad():
                known = self.anchor.logits(self.anchor(x, seen), seen)
            slips = torch.from_numpy(self.sides[0]['slips'][rows]).to(run.a.device)
            apart = divergence(aims(*known.float().softmax(1).chunk(2), slips).repeat(2, 1), logits)
        run.note(pairs=apart)
        return self.weight * apart


def aims(plain, changed, slips):
    """The answer that both texts of a pair should get, from an anchor's answers to each."""
    return torch.where(slips[:, None], plain, (plain + changed) / 2)


def of(a, vocabulary):
    """From the arguments of finetune.py; None without an anchor."""
    if a.anchor is None:
        return None
    anchor = load_weights(Encoder(vocabulary), a.anchor).to(a.device).eval().requires_grad_(False)
    return Pairs(a.work, a.pairs, a.pair_weight, anchor)
