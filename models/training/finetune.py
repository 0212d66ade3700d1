"""Classification alone, the rate falling to zero, weights averaged at the end: finetune.py --work WORK --run RUN

Also pulls the answers for pairs of texts with one tone together (names, places, genders, typos)."""
import argparse

import numpy as np
import torch

import corpus
import loop
import progress
import sampling
from model import Encoder, load_weights

WARM, LONG_FROM, AVERAGE_FROM, AVERAGE_DECAY = 0.02, 2 / 3, 0.8, 0.995
SHORT_WINDOW, LONG_WINDOW, MASK = 128, 256, .06


class Pairs:
    """Batches of pairs of similar length; the loss is how far the two answers are apart.

    Pulled together hard, both lose their conviction, and accuracy with it: 4 points on dev at a weight of 20. With an
    anchor, a model that stays as it is, both are drawn to one answer of it: of names and genders swapped the mean of
    its answers to either text, of a text with slips its answer to the text without."""

    def __init__(self, work, number, weight, anchor=None):
        self.sides = [corpus.load_set(work, f'pairs{i}') for i in (0, 1)]
        self.rows, self.number, self.weight, self.anchor = len(self.sides[0]['off']) - 1, number, weight, anchor

    def __call__(self, run):
        start = int(run.rng.integers(0, self.rows - self.number))
        rows = np.arange(start, start + self.number)
        parts = [side['ids'][side['off'][row]:side['off'][row + 1]][:SHORT_WINDOW - 2]
                 for side in self.sides for row in rows]
        x, seen = (t.to(run.a.device) for t in sampling.stack(parts))
        run.tokens += int(seen.sum())
        with torch.autocast(run.a.device, torch.bfloat16):
            logits = run.model.logits(run.model(x, seen), seen)
            if self.anchor is None:
                apart = distance(*logits.chunk(2))
            else:
                with torch.no_grad():
                    known = self.anchor.logits(self.anchor(x, seen), seen)
                slips = torch.from_numpy(self.sides[0]['slips'][rows]).to(run.a.device)
                apart = distance_from(aims(*known.float().softmax(1).chunk(2), slips), logits)
        run.note(pairs=apart)
        return self.weight * apart


def distance(a, b):
    """Each side is drawn to where the other one is now (mean of both divergences)."""
    a, b = a.log_softmax(1), b.log_softmax(1)
    forth = (a.detach().exp() * (a.detach() - b)).sum(1)
    back = (b.detach().exp() * (b.detach() - a)).sum(1)
    return (forth + back).mean() / 2


def aims(plain, changed, slips):
    """The answer that both texts of a pair should get, from an anchor's answers to each."""
    return torch.where(slips[:, None], plain, (plain + changed) / 2)


def distance_from(aim, logits):
    """Mean divergence of the answers to the first texts and to the second ones from the same aims."""
    aim = aim.repeat(2, 1)
    return (aim * ((aim + 1e-9).log() - logits.log_softmax(1))).sum(1).mean()


def anchored(a, vocabulary):
    """The anchor's weights as a model that never learns; None without one."""
    if a.anchor is None:
        return None
    return load_weights(Encoder(vocabulary), a.anchor).to(a.device).eval().requires_grad_(False)


def main():
    p = loop.arguments(argparse.ArgumentParser(description=__doc__), tokens=60e6, rate=5e-4)
    p.add_argument('--teacher', type=float, default=0.0, help='share of the targets taken from distil.py')
    p.add_argument('--pairs', type=int, default=20, help='pairs a step')
    p.add_argument('--pair-weight', type=float, default=6.0, help='0: no pairs')
    p.add_argument('--anchor', help='weights whose answers both texts of a pair are drawn to')
    a = p.parse_args()
    run = loop.Run(a, average_decay=AVERAGE_DECAY)
    pairs = Pairs(a.work, a.pairs, a.pair_weight, anchored(a, run.vocabulary)) if a.pair_weight else None
    loop.train(run, corpus.load(a.work, ['train', 'made', 'flips', 'slips'], a.teacher), mask=MASK,
               window=lambda f: LONG_WINDOW if f >= LONG_FROM else SHORT_WINDOW,
               rate=lambda f: a.rate * (f / WARM if f < WARM else (1 - f) / (1 - WARM)),
               average_from=AVERAGE_FROM, extra=pairs, watch=progress.Watch(a.work))


if __name__ == '__main__':
    main()
