"""Which rows are trained on, in which batches, and how they become tensors. Everything follows from a seed."""
import numpy as np
import torch

from text import CLS, SEP


def copies(counts, mean_lengths, power, factors, token_cap):
    """How often a row of each source is taken in one pass: sources in proportion to n^power times their factor,
    none above token_cap of all tokens, as many rows in all as there are."""
    share = np.where(counts > 0, np.maximum(counts, 1.0) ** power, 0) * factors
    share = share / share.sum()
    for _ in range(20):
        tokens = share * mean_lengths
        over = tokens > token_cap * tokens.sum()
        if not over.any():
            break
        share[over] *= 0.98 * token_cap * tokens.sum() / tokens[over]
        share = share / share.sum()
    return share * counts.sum() / np.maximum(counts, 1)


def one_pass(rates, rng):
    """Row numbers of one pass in random order; a rate of 2.3 gives two copies and a third one in 3 of 10 passes."""
    rows = np.repeat(np.arange(len(rates)), np.floor(rates + rng.random(len(rates))).astype(int))
    rng.shuffle(rows)
    return rows


def batches(lengths, rows, budget, rng, chunk=20_000):
    """Cuts rows into batches of similar length, at most `budget` positions with padding, in random order."""
    for start in range(0, len(rows), chunk):
        part = rows[start:start + chunk]
        order = part[np.argsort(lengths[part] + rng.random(len(part)), kind='stable')]
        cut, batch = [], []
        for row in order:                       # ascending: the newest row is the longest
            if batch and lengths[row] * (len(batch) + 1) > budget:
                cut.append(np.array(batch))
                batch = []
            batch.append(row)
        cut.append(np.array(batch))
        rng.shuffle(cut)
        yield from cut


def window(length, size, rng):
    """Start of the part of a long text that is read: its beginning, its end, or anywhere."""
    if length <= size:
        return 0
    r = rng.random()
    return 0 if r < 0.4 else length - size if r < 0.8 else int(rng.integers(0, length - size + 1))


def stack(sequences):
    """Padded ids and mask of piece sequences, with [CLS] and [SEP] added."""
    width = max(map(len, sequences)) + 2
    x, mask = np.zeros((len(sequences), width), np.int64), np.zeros((len(sequences), width), np.float32)
    for i, pieces in enumerate(sequences):
        x[i, 0], x[i, len(pieces) + 1] = CLS, SEP
        x[i, 1:len(pieces) + 1] = pieces
        mask[i, :len(pieces) + 2] = 1
    return torch.from_numpy(x), torch.from_numpy(mask)


def tensors(ids, off, rows, size, rng):
    """Padded ids and mask of rows, each cut to `size` positions ([CLS] and [SEP] included)."""
    parts = []
    for row in rows:
        start, length = off[row], off[row + 1] - off[row]
        start += window(length, size - 2, rng)
        parts.append(ids[start:min(start + size - 2, off[row + 1])])
    return stack(parts)
