"""Compares weights before any is exported: candidates.py --work WORK FILE.pt [FILE.pt ...]

Each file is read by torch in bf16, with a calibration fitted on dev: accuracy averaged over the sources with at least
50 rows in dev, and how much of the behaviour suite passes. With --train 400 also the accuracy on at most 400 training
rows of each of those sources: by how much it is higher is what was learned by heart. A model that has been packaged is measured by
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
from model import load_classifier
from text import Pieces

SMALLEST = 50


def figures(part, logits, names, domains):
    """Calibration, and accuracy averaged over sources and over rows, from the logits of a set; `names` and `domains` are of
    the sources. The log loss is what the calibration minimises: every domain weighs the same."""
    label, two, source = part['label'].astype(int), part['two'], part['source']
    weights = calibrate.domain_weights(np.array(domains)[source])
    calibration = calibrate.fit(logits, label, two, weights)
    p = metrics.probabilities(logits, calibration)
    scores = metrics.by_group(label, p, two, np.array(names)[source])
    counted = [s['accuracy'] for s in scores.values() if s['n'] >= SMALLEST]
    fair = metrics.without_neutral(p, two)
    return calibration, {'sources': len(counted), 'mean accuracy': float(np.mean(counted)),
                         'accuracy of all rows': float((fair.argmax(1) == label).mean()),
                         'log loss': float(-(weights * np.log(fair[np.arange(len(label)), label])).sum())}


def sample(source, counted, most, seed=0):
    """Rows of each source in `counted`, at most `most`, drawn at random."""
    rng = np.random.default_rng(seed)
    return np.concatenate([rng.permutation(np.where(source == s)[0])[:most] for s in counted])


def known_by_heart(model, work, calibration, most):
    """Accuracy on training rows, averaged over the sources that count in dev."""
    train, dev = corpus.load_set(work, 'train'), corpus.load_set(work, 'dev')
    counted = [s for s in np.unique(train['source']) if (dev['source'] == s).sum() >= SMALLEST]
    rows = sample(train['source'], counted, most)
    logits, _ = infer.of_set(model, work, 'train', rows)
    scores = metrics.by_group(train['label'][rows].astype(int), metrics.probabilities(logits, calibration),
                              train['two'][rows], train['source'][rows])
    return {'on training rows': float(np.mean([s['accuracy'] for s in scores.values()]))}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', required=True)
    p.add_argument('--train', type=int, default=0, help='training rows a source')
    p.add_argument('weights', nargs='+')
    a = p.parse_args()
    pieces, names = Pieces.load(os.path.join(a.work, 'vocab.txt')), corpus.source_names(a.work)
    with open(os.path.join(a.work, 'sources.json')) as f:
        domain_of = json.load(f)['domains']
    suite = behaviour.cases()
    for path in a.weights:
        model = load_classifier(path, len(pieces.names))
        logits, part = infer.of_set(model, a.work, 'dev')
        calibration, found = figures(part, logits, names, [domain_of.get(name, '') for name in names])
        if a.train:
            found.update(known_by_heart(model, a.work, calibration, a.train))
        passed = behaviour.judge(suite, infer.of_texts(model, pieces, behaviour.texts(suite)), calibration)
        print(json.dumps({'weights': path, **found, **{k: round(v['passed'], 3) for k, v in passed.items()}}))


if __name__ == '__main__':
    main()
