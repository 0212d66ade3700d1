"""Classification alone, the rate falling to zero, weights averaged at the end: finetune.py --work WORK --run RUN

With an anchor it also draws the answers to pairs of texts with one tone (names, places, genders, typos) together."""
import argparse

import numpy as np
import torch

import corpus
import loop
import progress
import sampling
from model import Encoder, load_weights
from precision import autocast

WARM, LONG_FROM, AVERAGE_FROM, AVERAGE_DECAY = 0.02, 0.8, 0.8, 0.995
SHORT_WINDOW, LONG_WINDOW = 128, 256
# Much is hidden, since the labels of small sources are soon learned by heart: undertone-6 was right on 88 % of the rows
# that it was trained on and on 83 % of dev, on Financial PhraseBank on 95 % and 76 %.
HIDDEN = {'mask': .12, 'drop': .15, 'drop_bigrams': .3, 'drop_within': .1}


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
        parts = [side['ids'][side['off'][row]:side['off'][row + 1]][:SHORT_WINDOW - 2]
                 for side in self.sides for row in rows]
        x, seen = (t.to(run.a.device) for t in sampling.stack(parts))
        run.tokens += int(seen.sum())
        with autocast(run.a.device):
            logits = run.model.logits(run.model(x, seen), seen)
            with torch.no_grad():
                known = self.anchor.logits(self.anchor(x, seen), seen)
            slips = torch.from_numpy(self.sides[0]['slips'][rows]).to(run.a.device)
            apart = distance_from(aims(*known.float().softmax(1).chunk(2), slips), logits)
        run.note(pairs=apart)
        return self.weight * apart


def aims(plain, changed, slips):
    """The answer that both texts of a pair should get, from an anchor's answers to each."""
    return torch.where(slips[:, None], plain, (plain + changed) / 2)


def distance_from(aim, logits):
    """Mean divergence of the answers to the first texts and to the second ones from the same aims."""
    aim = aim.repeat(2, 1)
    return (aim * ((aim + 1e-9).log() - logits.log_softmax(1))).sum(1).mean()


def pairs_of(a, vocabulary):
    """The pairs and their anchor; None without one."""
    if a.anchor is None:
        return None
    anchor = load_weights(Encoder(vocabulary), a.anchor).to(a.device).eval().requires_grad_(False)
    return Pairs(a.work, a.pairs, a.pair_weight, anchor)


def main():
    p = loop.arguments(argparse.ArgumentParser(description=__doc__), tokens=60e6, rate=5e-4)
    p.add_argument('--teacher', type=float, default=0.0, help='share of the targets taken from distil.py')
    p.add_argument('--anchor', help='weights whose answers both texts of a pair are drawn to; no pairs without')
    p.add_argument('--pairs', type=int, default=30, help='pairs a step')
    p.add_argument('--pair-weight', type=float, default=4.0)
    a = p.parse_args()
    run = loop.Run(a, average_decay=AVERAGE_DECAY)
    loop.train(run, corpus.load(a.work, ['train', 'made', 'flips', 'slips'], a.teacher), **HIDDEN,
               window=lambda f: LONG_WINDOW if f >= LONG_FROM else SHORT_WINDOW,
               rate=lambda f: a.rate * (f / WARM if f < WARM else (1 - f) / (1 - WARM)),
               average_from=AVERAGE_FROM, extra=pairs_of(a, run.vocabulary), watch=progress.Watch(a.work))


if __name__ == '__main__':
    main()
