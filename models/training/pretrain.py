"""Masked language and classification together, on labelled, made and raw text: pretrain.py --work WORK --run RUN"""
import argparse

import corpus
import loop
import progress

WARM = 0.04


def main():
    p = loop.arguments(argparse.ArgumentParser(description=__doc__), tokens=60e6, rate=8e-4)
    p.add_argument('--end', type=float, default=0.6, help='the rate falls to this share of itself')
    p.add_argument('--teacher', type=float, default=0.0, help='share of the targets taken from distil.py')
    a = p.parse_args()
    run, sets = loop.Run(a), ['train', 'made', 'flips', 'slips', 'raw']
    loop.train(run, corpus.load(a.work, sets, a.teacher), window=lambda f: 128, mask=.15, language=.3,
               rate=lambda f: a.rate * (f / WARM if f < WARM else 1 - (1 - a.end) * f),
               watch=progress.Watch(a.work))


if __name__ == '__main__':
    main()
