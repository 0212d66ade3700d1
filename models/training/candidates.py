"""Compares weights before any is exported: candidates.py --work WORK FILE.pt [FILE.pt ...]

Each file is read by torch in bf16, with a calibration fitted on dev: accuracy averaged over the sources with at least
50 rows in dev, and how much of the behaviour suite passes. A model that has been packaged is measured by
`npm run evaluate`, the shipped one by `npm run card`."""
import argparse
import json
import os

import numpy as np

import behaviour
import calibrate
import corpus
import infer
import metrics
from model import Encoder, load_weights
from text import Pieces

SMALLEST = 50


def figures(part, logits, names, domains):
    """Calibration and mean accuracy over sources from the logits of a set; `names` and `domains` are of the sources."""
    label, two, source = part['label'].astype(int), part['two'], part['source']
    calibration = calibrate.fit(logits, label, two, calibrate.domain_weights(np.array(domains)[source]))
    scores = metrics.by_group(label, metrics.probabilities(logits, calibration), two, np.array(names)[source])
    counted = [s['accuracy'] for s in scores.values() if s['n'] >= SMALLEST]
    return calibration, {'sources': len(counted), 'mean accuracy': float(np.mean(counted))}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', required=True)
    p.add_argument('weights', nargs='+')
    a = p.parse_args()
    pieces, names = Pieces.load(os.path.join(a.work, 'vocab.txt')), corpus.source_names(a.work)
    with open(os.path.join(a.work, 'sources.json')) as f:
        domain_of = json.load(f)['domains']
    suite = behaviour.cases()
    for path in a.weights:
        model = load_weights(Encoder(len(pieces.names)), path)
        logits, part = infer.of_set(model, a.work, 'dev')
        calibration, found = figures(part, logits, names, [domain_of.get(name, '') for name in names])
        passed = behaviour.judge(suite, infer.of_texts(model, pieces, behaviour.texts(suite)), calibration)
        print(json.dumps({'weights': path, **found, **{k: round(v['passed'], 3) for k, v in passed.items()}}))


if __name__ == '__main__':
    main()
