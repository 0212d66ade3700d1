"""The wide part of the model: what pieces and pairs of neighbours say by themselves, as a linear model.
wide.py --work WORK --weights ENCODER.pt --share 0.25 --out FILE.pt

Its logits are added to the encoder's: `share` of them, chosen on dev. The two err on different texts: the encoder learns
the labels of small sources by heart, a linear model weighs what many sources agree on.

Only pairs that weigh much in many texts have a row in the table. It is as large as the encoder's table of hashed bigrams
and shares its hash; where pairs meet in a row, the one that matters most keeps it, and a check tells it from others.

What was fitted is kept in WORK/wide.pt, so that another share takes seconds; a new prepare.py needs a new one."""
import argparse
import os

import numpy as np
import torch

import corpus
import linear
from model import BIGRAMS, Wide, pair_check, pair_row, weights_of
from text import Pieces

SEEN = 2            # times that a pair must occur to have a row
BITS = 22           # of the hash of the first fit, which only chooses the pairs
SETS = ('train', 'made', 'flips', 'slips')


def rows_and_checks(previous, own):
    """Where pairs belong in the table, and what tells them apart there."""
    pairs = torch.from_numpy(previous), torch.from_numpy(own)
    return pair_row(*pairs).numpy(), pair_check(*pairs).numpy()


def importance(weights, counts):
    """How much a feature moves the labels apart over all texts that have it."""
    return np.linalg.norm(weights - weights.mean(1, keepdims=True), axis=1) * counts


def winners(rows, checks, weighs):
    """The check of the heaviest pair of each row of the table, -1 where there is none."""
    table = np.full(BIGRAMS, -1, np.int8)
    order = np.argsort(weighs, kind='stable')
    table[rows[order]] = checks[order]
    return table


def chosen(places, weights, vocabulary):
    """The table of checks, from the weights of the first fit."""
    _, at, counts = np.unique(places.previous * vocabulary + places.own, return_index=True, return_counts=True)
    at, counts = at[counts >= SEEN], counts[counts >= SEEN]
    pairs = places.previous[at], places.own[at]
    weighs = importance(weights[vocabulary + linear.hashed(*pairs, BITS)], counts)
    return winners(*rows_and_checks(*pairs), weighs)


def pair_features(places, checks, vocabulary):
    """The feature number of the pair at every place; NOTHING where it is not in the table."""
    row, check = rows_and_checks(places.previous, places.own)
    return np.where(checks[row] == check, vocabulary + row, linear.NOTHING)


def rows_of(work):
    """The rows it is fitted on, and how often each is taken an epoch: real ones once, made ones as the encoder does."""
    joined = corpus.load(work, SETS)
    rates = joined.rates(linear.WINDOW)
    rates[joined.source < len(corpus.source_names(work))] = 1
    return joined, rates


def fit(work, vocabulary, epochs, seed):
    joined, rates = rows_of(work)
    places, rng = linear.Places(joined.ids, joined.off), np.random.default_rng(seed)
    rest = (places.off, joined.target, joined.two, rates, epochs, rng)
    first = linear.fit(linear.Linear(vocabulary + (1 << BITS)),
                       linear.features(places, vocabulary + linear.hashed(places.previous, places.own, BITS)), *rest)
    checks = chosen(places, first.bag.weight.detach().numpy(), vocabulary)
    print('pairs in the table', int((checks >= 0).sum()), flush=True)
    second = linear.fit(linear.Linear(vocabulary + BIGRAMS),
                        linear.features(places, pair_features(places, checks, vocabulary)), *rest)
    return second, checks


def as_wide(model, checks, vocabulary):
    """The weights against those of negative, which adding the same to all three does not change."""
    weights, bias = model.bag.weight.detach(), model.bias.detach()
    against = weights[:, 1:] - weights[:, :1]
    out = Wide(vocabulary)
    out.load_state_dict({'pieces.weight': against[:vocabulary], 'pairs.weight': against[vocabulary:],
                         'checks': torch.from_numpy(checks), 'bias': bias[1:] - bias[0]})
    return out


def share_of(wide, share):
    return {name: value if name == 'checks' else share * value for name, value in wide.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', required=True)
    p.add_argument('--weights', required=True, help='the encoder')
    p.add_argument('--share', type=float, required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--epochs', type=int, default=4)
    p.add_argument('--seed', type=int, default=0)
    p.add_argument('--threads', type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    kept, vocabulary = os.path.join(a.work, 'wide.pt'), len(Pieces.load(os.path.join(a.work, 'vocab.txt')).names)
    if not os.path.exists(kept):
        torch.save(as_wide(*fit(a.work, vocabulary, a.epochs, a.seed), vocabulary).state_dict(), kept)
    torch.save({'encoder': weights_of(a.weights), 'wide': share_of(torch.load(kept), a.share)}, a.out)


if __name__ == '__main__':
    main()
