"""A linear model over word pieces and pairs of neighbours: the teacher of distil.py, the wide part of wide.py."""
import numpy as np
import torch
import torch.nn as nn

from loop import soft_loss
from sampling import one_pass
from text import CLS, SEP

WINDOW, BATCH, RATE = 512, 256, .4
NOTHING = 0     # a feature without weight: the piece [PAD], which no row has
FLOOR = 1e-3    # what Adagrad's sums begin with: a rare feature moves less than the whole rate
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # of Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4)


class Places:
    """Rows of pieces as the encoder reads them, [CLS] and [SEP] included and cut to WINDOW: the piece at every place
    (`own`), the one before it (`previous`, 0 before the first) and where each row begins (`off`)."""

    def __init__(self, ids, off, window=WINDOW):
        lengths = np.minimum(np.diff(off), window - 2)
        self.off = np.concatenate([[0], np.cumsum(lengths + 2)])
        own = np.empty(self.off[-1], np.int64)
        own[self.off[:-1]], own[self.off[1:] - 1] = CLS, SEP
        within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        own[np.repeat(self.off[:-1] + 1, lengths) + within] = ids[np.repeat(off[:-1], lengths) + within]
        self.own, self.previous = own, np.concatenate([[0], own[:-1]])
        self.previous[self.off[:-1]] = 0


def hashed(previous, own, bits):
    """Numbers below 2^bits for pairs of pieces."""
    pair = previous.astype(np.uint64) << np.uint64(16) | own.astype(np.uint64)
    return (pair * SPREAD >> np.uint64(64 - bits)).astype(np.int64)


def features(places, pairs):
    """The feature numbers of all rows, place by place: its piece, and its pair, whose numbers are given."""
    return np.stack([places.own, pairs], 1).reshape(-1)


class Linear(nn.Module):
    """Sum of the weights of a row's features over the root of the number of its places."""

    def __init__(self, size):
        super().__init__()
        self.bag = nn.EmbeddingBag(size, 3, mode='sum', sparse=True, padding_idx=NOTHING)
        self.bias = nn.Parameter(torch.zeros(3))
        nn.init.zeros_(self.bag.weight)

    def forward(self, found, off, rows):
        """Logits of rows whose features are `found[2 * off[row]:2 * off[row + 1]]`."""
        counts = off[rows + 1] - off[rows]
        bags = np.concatenate([found[2 * off[row]:2 * off[row + 1]] for row in rows])
        starts = torch.from_numpy(2 * (np.cumsum(counts) - counts))
        return self.bag(torch.from_numpy(bags), starts) / torch.from_numpy(counts).sqrt()[:, None] + self.bias


def fit(model, found, off, target, two, rates, epochs, rng):
    """Adagrad with a rate that falls to zero; a row is taken `rates[row]` times an epoch on average."""
    optimizer = torch.optim.Adagrad(model.parameters(), lr=RATE, initial_accumulator_value=FLOOR)
    for epoch in range(epochs):
        rows, total = one_pass(rates, rng), 0.0
        for at in range(0, len(rows), BATCH):
            some = rows[at:at + BATCH]
            for group in optimizer.param_groups:
                group['lr'] = RATE * (1 - (epoch + at / len(rows)) / epochs)
            known = [torch.from_numpy(v[some]) for v in (target, two)]
            # The sum, not the mean: what a row says of a rare feature must not shrink with the batch, against FLOOR.
            loss = soft_loss(model(found, off, some), *known, torch.ones(len(some))) * len(some)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += float(loss)
        print('epoch', epoch, 'loss', round(total / len(rows), 4), flush=True)
    return model


def logits(model, found, off, rows, batch=4096):
    with torch.no_grad():
        return np.concatenate([model(found, off, rows[at:at + batch]).numpy() for at in range(0, len(rows), batch)])
