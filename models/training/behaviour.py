"""The behaviour suite: which cases an answer passes."""
import glob
import os

import numpy as np

import metrics
import rows

LABELS = ('negative', 'neutral', 'positive')
BARS = {'negated_positives': .95, 'negated_negatives': .75, 'neutral': .85, 'contrast': .85, 'finance': .90,
        'swaps': .95, 'typos': .97}
MOST_APART = 0.05


def cases(folder=rows.SUITE):
    names = sorted(glob.glob(os.path.join(folder, '*.jsonl')))
    return {os.path.splitext(os.path.basename(name))[0]: rows.read(name) for name in names}


def texts(suite):
    return [case[field] for family in suite.values() for case in family for field in ('text', 'changed') if field in case]


def passes(family, case, p):
    """`p` maps a text to its probabilities."""
    if family == 'swaps':
        return bool(np.abs(p[case['text']] - p[case['changed']]).max() <= MOST_APART)
    if family == 'typos':
        return bool(p[case['text']].argmax() == p[case['changed']].argmax())
    return LABELS[p[case['text']].argmax()] in case['expect']


def judge(suite, logits, calibration):
    """Pass rate and failed cases per family, from the logits of texts(suite)."""
    p = dict(zip(texts(suite), metrics.probabilities(logits, calibration)))
    out = {}
    for family, members in suite.items():
        failed = [case['id'] for case in members if not passes(family, case, p)]
        out[family] = {'n': len(members), 'passed': 1 - len(failed) / len(members), 'bar': BARS.get(family),
                       'failed': failed}
    return out
