"""A teacher for finetune.py: a linear model over pieces and their bigrams, out of fold: distil.py --work WORK

Every row's probabilities come from a model that has not seen it, so they say where a label is doubtful.
Writes WORK/teacher.npz (probabilities of the rows of train.npz) and prints what the linear model reaches on dev."""
import argparse
import os

import numpy as np
import torch
import torch.nn as nn

import corpus
from loop import soft_loss

BUCKETS, WINDOW, BATCH = 1 << 20, 512, 256


def features(ids):
    """Distinct hashed pieces and bigrams of a text."""
    ids = ids[:WINDOW].astype(np.int64)
    if not len(ids):
        return np.zeros(1, np.int64)
    pairs = (ids[:-1] * 1_000_003 + ids[1:] * 8_191 + 77) % (BUCKETS - (1 << 16)) + (1 << 16)
    return np.unique(np.concatenate([ids, pairs]))


class Linear(nn.Module):
    """Sum of the weights of a text's features, scaled by the root of their number."""

    def __init__(self):
        super().__init__()
        self.bag, self.bias = nn.EmbeddingBag(BUCKETS, 3, mode='sum', sparse=True), nn.Parameter(torch.zeros(3))
        nn.init.zeros_(self.bag.weight)

    def forward(self, bags):
        counts = np.array([len(b) for b in bags])
        off = torch.from_numpy(np.concatenate([[0], np.cumsum(counts)[:-1]]))
        z = self.bag(torch.from_numpy(np.concatenate(bags)), off)
        return z / torch.from_numpy(np.sqrt(counts)).float()[:, None] + self.bias


def fit(part, rows, epochs, rng):
    model = Linear()
    optimizer = torch.optim.Adagrad(model.parameters(), lr=.4)
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group['lr'] = .4 * (1 - epoch / epochs)
        order = rng.permutation(rows)
        for at in range(0, len(order), BATCH):
            some = order[at:at + BATCH]
            known = [torch.from_numpy(part[k][some]) for k in ('target', 'two')]
            loss = soft_loss(model(bags(part, some)), *known, torch.ones(len(some)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model


def bags(part, rows):
    return [features(part['ids'][part['off'][r]:part['off'][r + 1]]) for r in rows]


def predict(model, part, rows):
    with torch.no_grad():
        return torch.cat([model(bags(part, rows[at:at + BATCH])).softmax(1)
                          for at in range(0, len(rows), BATCH)]).numpy()


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', required=True)
    p.add_argument('--folds', type=int, default=2)
    p.add_argument('--epochs', type=int, default=4)
    p.add_argument('--seed', type=int, default=0)
    a = p.parse_args()
    torch.set_num_threads(1)
    rng, train, dev = np.random.default_rng(a.seed), corpus.load_set(a.work, 'train'), corpus.load_set(a.work, 'dev')
    fold = rng.integers(0, a.folds, len(train['off']) - 1)
    teacher, of_dev = np.zeros((len(fold), 3), np.float32), 0
    for k in range(a.folds):
        model = fit(train, np.where(fold != k)[0], a.epochs, rng)
        rows = np.where(fold == k)[0]
        teacher[rows] = predict(model, train, rows)
        of_dev = of_dev + predict(model, dev, np.arange(len(dev['off']) - 1)) / a.folds
        print('fold', k, 'accuracy out of fold', (teacher[rows].argmax(1) == train['label'][rows]).mean(), flush=True)
    np.savez(os.path.join(a.work, 'teacher.npz'), probabilities=teacher.astype(np.float16))
    np.savez(os.path.join(a.work, 'teacher-dev.npz'), probabilities=of_dev)


if __name__ == '__main__':
    main()
