"""A teacher for finetune.py: a linear model over pieces and their bigrams, out of fold: distil.py --work WORK

Every row's probabilities come from a model that has not seen it, so they say where a label is doubtful.
Writes WORK/teacher.npz (probabilities of the rows of train.npz) and prints what the linear model reaches on dev."""
import argparse
import os

import numpy as np
import torch

import corpus
import linear
import metrics
from text import Pieces

BITS = 20   # of the hash of pairs


def found_in(part, vocabulary):
    """Features of the rows of a set, and where each row begins."""
    places = linear.Places(part['ids'], part['off'])
    return linear.features(places, vocabulary + linear.hashed(places.previous, places.own, BITS)), places.off


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', required=True)
    p.add_argument('--folds', type=int, default=2)
    p.add_argument('--epochs', type=int, default=4)
    p.add_argument('--seed', type=int, default=0)
    a = p.parse_args()
    torch.set_num_threads(1)
    rng, train, dev = np.random.default_rng(a.seed), corpus.load_set(a.work, 'train'), corpus.load_set(a.work, 'dev')
    vocabulary = len(Pieces.load(os.path.join(a.work, 'vocab.txt')).names)
    features, of_dev = found_in(train, vocabulary), found_in(dev, vocabulary)
    fold = rng.integers(0, a.folds, len(train['off']) - 1)
    teacher, right = np.zeros((len(fold), 3)), []
    for k in range(a.folds):
        model = linear.fit(linear.Linear(vocabulary + (1 << BITS)), *features, train['target'], train['two'],
                           (fold != k).astype(float), a.epochs, rng)
        rows = np.where(fold == k)[0]
        teacher[rows] = metrics.softmax(linear.logits(model, *features, rows))
        answers = metrics.without_neutral(metrics.softmax(linear.logits(model, *of_dev, np.arange(len(dev['off']) - 1))),
                                          dev['two']).argmax(1)
        right.append((answers == dev['label']).mean())
    print('accuracy on all rows of dev', np.round(right, 4), flush=True)
    np.savez(os.path.join(a.work, 'teacher.npz'), probabilities=teacher.astype(np.float16))


if __name__ == '__main__':
    main()
