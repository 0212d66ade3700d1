"""Weights for a vocabulary whose words share pieces (alike.txt), from weights for one whose words did not:
share.py --work WORK --before WORK_BEFORE --weights FILE --out FILE

A piece that stands for a group begins as the mean of its members, each as often as train.npz of WORK_BEFORE has it."""
import argparse
import os

import numpy as np
import torch

import corpus
from model import weights_of
from text import Pieces


def means(table, counts, before, shared):
    """A copy of the table in which every shared row is the mean of the rows that become it."""
    out, members = table.clone(), {}
    for word, row in before.items():
        members.setdefault(shared[word], []).append(row)
    for row, rows in members.items():
        if len(rows) > 1:
            weight = torch.tensor(counts[rows], dtype=table.dtype)
            out[row] = (table[rows] * weight[:, None]).sum(0) / weight.sum().clamp(min=1)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', required=True)
    p.add_argument('--before', required=True)
    p.add_argument('--weights', required=True)
    p.add_argument('--out', required=True)
    a = p.parse_args()
    before, shared = (Pieces.load(os.path.join(folder, 'vocab.txt')) for folder in (a.before, a.work))
    counts = np.bincount(corpus.load_set(a.before, 'train')['ids'], minlength=len(before.names))
    weights = weights_of(a.weights)
    weights['pieces.weight'] = means(weights['pieces.weight'], counts, before.ids, shared.ids)
    torch.save(weights, a.out)


if __name__ == '__main__':
    main()
