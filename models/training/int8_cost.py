"""What int8 costs: int8_cost.py --dir EXPORT --data DATA --modules NODE_MODULES [--set test] [--most 200]

The int8 file against the fp32 graph it was made from (both in EXPORT/onnx, both on wasm), on the same rows, at most
--most of each source: accuracy averaged over sources, its difference with the interval that drawing the rows again
gives, and the labels that differ. Both are read with the calibration of EXPORT."""
import argparse
import json
import os

import numpy as np

import metrics
import rows
import wasm
from clean import clean

ROUNDS = 1000


def compare(members, int8, fp32, calibration):
    """Figures of two sets of logits for the same rows."""
    label, two = np.array([r['label'] for r in members]), np.array([r['classes'] == 2 for r in members])
    source = np.array([r['source'] for r in members])
    p, q = (metrics.probabilities(z, calibration) for z in (int8, fp32))
    answers = [metrics.without_neutral(each, two).argmax(1) for each in (p, q)]
    right = [answer == label for answer in answers]
    flips = answers[0] != answers[1]
    return {'rows': len(members), 'sources': len(np.unique(source)),
            'int8': mean_of_sources(right[0], source), 'fp32': mean_of_sources(right[1], source),
            'difference': mean_of_sources(difference(*right), source),
            'interval': paired_interval(difference(*right), source),
            'flips': int(flips.sum()), 'flip rate': float(flips.mean()),
            'largest difference of a probability': float(np.abs(p - q).max())}


def difference(right, other):
    """1 where only the first is right, -1 where only the other is."""
    return right.astype(float) - other.astype(float)


def mean_of_sources(value, source):
    return float(np.mean([value[source == s].mean() for s in np.unique(source)]))


def paired_interval(gain, source, seed=0):
    """95 % bootstrap interval of the mean over sources of a gain per row, rows drawn within each source."""
    rng = np.random.default_rng(seed)
    drawn = [gain[source == s][rng.integers(0, (source == s).sum(), (ROUNDS, (source == s).sum()))].mean(1)
             for s in np.unique(source)]
    return [float(v) for v in np.quantile(np.mean(drawn, 0), (.025, .975))]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    for name in ('dir', 'data', 'modules'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--set', default='test')
    p.add_argument('--most', type=int, default=200, help='rows a source')
    a = p.parse_args()
    members = wasm.sample(rows.read(os.path.join(a.data, a.set + '.jsonl.gz')), a.most)
    with open(os.path.join(a.dir, 'calibration.json')) as f:
        calibration = json.load(f)
    texts = [clean(row['text']) for row in members]
    int8, fp32 = (wasm.logits(a.dir, texts, a.modules, file) for file in ('model_quantized.onnx', 'model.onnx'))
    print(json.dumps(compare(members, int8, fp32, calibration), indent=1))


if __name__ == '__main__':
    main()
