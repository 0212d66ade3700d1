"""Classification alone, the rate falling to zero, weights averaged at the end: finetune.py --work WORK --run RUN

With an anchor it also draws together the answers to pairs of texts with one tone (`pairs.py`), with a guide the answers to
unlabelled text to those of the guide (`guided.py`)."""
import argparse

import corpus
import guided
import loop
import pairs
import progress

WARM, LONG_FROM, AVERAGE_FROM, AVERAGE_DECAY = 0.02, 0.8, 0.8, 0.995
SHORT_WINDOW, LONG_WINDOW = 128, 256
# Much is hidden, since the labels of small sources are soon learned by heart: undertone-6 was right on 88 % of the rows
# that it was trained on and on 83 % of dev, on Financial PhraseBank on 95 % and 76 %.
HIDDEN = {'mask': .12, 'drop': .15, 'drop_bigrams': .3, 'drop_within': .1}


def main():
    p = loop.arguments(argparse.ArgumentParser(description=__doc__), tokens=60e6, rate=5e-4)
    p.add_argument('--teacher', type=float, default=0.0, help='share of the targets taken from distil.py')
    p.add_argument('--anchor', help='weights whose answers both texts of a pair are drawn to; no pairs without')
    p.add_argument('--pairs', type=int, default=30, help='pairs a step')
    p.add_argument('--pair-weight', type=float, default=4.0)
    p.add_argument('--guide', help='a finished model that unlabelled text is given the answers of; no such text without')
    p.add_argument('--guided', type=int, default=3072, help='positions of unlabelled text a step')
    p.add_argument('--guide-weight', type=float, default=1.0)
    a = p.parse_args()
    run = loop.Run(a, average_decay=AVERAGE_DECAY)
    extras = [extra for extra in (pairs.of(a, run.vocabulary), guided.of(a, run.vocabulary, HIDDEN)) if extra]
    loop.train(run, corpus.load(a.work, ['train', 'made', 'flips', 'slips'], a.teacher), **HIDDEN,
               window=lambda f: LONG_WINDOW if f >= LONG_FROM else SHORT_WINDOW,
               rate=lambda f: a.rate * (f / WARM if f < WARM else (1 - f) / (1 - WARM)),
               average_from=AVERAGE_FROM, extras=extras, watch=progress.Watch(a.work))


if __name__ == '__main__':
    main()
