"""Measures of answers against labels. Sources with two classes are scored negative against positive."""
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def probabilities(logits, calibration=None):
    c = calibration or {'temperature': 1.0, 'bias': [0, 0, 0]}
    return softmax(np.asarray(logits) / c['temperature'] + np.array(c['bias']))


def without_neutral(p, two):
    """Renormalised over negative and positive where `two`."""
    p = np.where(np.asarray(two)[:, None] & (np.arange(3) == 1), 0, p)
    return p / p.sum(1, keepdims=True)


def recalls(label, answer):
    return {int(c): float((answer[label == c] == c).mean()) for c in np.unique(label)}


def macro_f1(label, answer):
    scores = []
    for c in np.unique(label):
        hit = ((label == c) & (answer == c)).sum()
        scores.append(2 * hit / max(1, (label == c).sum() + (answer == c).sum()))
    return float(np.mean(scores))


def auc(label, p):
    """Area under the curve of positive against negative, by p(positive) / (p(negative) + p(positive)); ties count half."""
    kept = label != 1
    score, positive = (p[:, 2] / np.maximum(p[:, 0] + p[:, 2], 1e-12))[kept], label[kept] == 2
    if positive.all() or not positive.any():
        return None
    values, place, counts = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[place]
    n = positive.sum()
    return float((rank[positive].sum() - n * (n + 1) / 2) / (n * (~positive).sum()))


def ece(confidence, right, weight=None, bins=15):
    """Expected calibration error over bins of equal mass."""
    weight = np.ones(len(right)) if weight is None else weight
    order = np.argsort(confidence, kind='stable')
    mass = np.cumsum(weight[order]) / weight.sum()
    number = np.minimum((mass * bins - 1e-9).astype(int), bins - 1)
    total = 0.0
    for b in np.unique(number):
        rows = order[number == b]
        gap = np.average(confidence[rows], weights=weight[rows]) - np.average(right[rows], weights=weight[rows])
        total += abs(gap) * weight[rows].sum() / weight.sum()
    return float(total)


def score(label, p, two):
    """All measures of one group of rows. `p` are calibrated probabilities."""
    p = without_neutral(p, two)
    answer = p.argmax(1)
    right = answer == label
    return {'n': len(label), 'accuracy': float(right.mean()), 'macro_f1': macro_f1(label, answer),
            'recall': recalls(label, answer), 'auc': auc(label, p), 'ece': ece(p.max(1), right)}


def by_group(label, p, two, group):
    return {str(g): score(label[group == g], p[group == g], two[group == g]) for g in np.unique(group)}
