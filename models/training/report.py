"""What a packaged model reaches: report.py --dir MODEL_DIR --data DATA --set dev|test --modules NODE_MODULES --out DIR

Runs the int8 file on wasm through the product's cleaning, windows and calibration. Writes SET.json (numbers) and
SET.md (tables). --most N takes at most N rows of each source, evenly spaced; the intervals say what that costs."""
import argparse
import json
import os

import numpy as np

import behaviour
import metrics
import rows
import wasm
from clean import clean

FINANCE = ('financial_phrasebank', 'fin_sentfin_headlines', 'twitter_financial_news')
FAMILIES = {'health & fitness apps': ('mhealth_apps',), 'finance, pooled': FINANCE, 'PhraseBank': FINANCE[:1],
            'tweets': ('s140_100k',), 'movies': ('imdb',), 'movies, sentences': ('sst2',),
            'Amazon': ('amazon_polarity_test_sample', 'amazon_polarity_sample'),
            'tweets, three classes': ('tweeteval_sentiment',), 'airline tweets': ('airline_tweets',)}
MACRO_RECALL = ('tweets, three classes',)


def family(name, label, p, two, source):
    """The number the family is judged by, and its interval."""
    rows_of = np.isin(source, FAMILIES[name])
    if not rows_of.any():
        return None
    s = metrics.score(label[rows_of], p[rows_of], two[rows_of])
    answer = metrics.without_neutral(p, two).argmax(1)
    right = (answer == label)[rows_of]
    if name in MACRO_RECALL:
        between = metrics.mean_interval(right, label[rows_of])
        return {'n': s['n'], 'value': float(np.mean(list(s['recall'].values()))), 'interval': between}
    return {'n': s['n'], 'value': s['accuracy'], 'interval': metrics.interval(right), 'auc': s['auc']}


def judge(members, logits, calibration, smallest=1):
    label, two = np.array([r['label'] for r in members]), np.array([r['classes'] == 2 for r in members])
    source, domain = np.array([r['source'] for r in members]), np.array([r['domain'] for r in members])
    p = metrics.probabilities(logits, calibration)
    fair = metrics.without_neutral(p, two)
    right = fair.argmax(1) == label
    sources = metrics.by_group(label, p, two, source)
    for name, s in sources.items():
        s['interval'] = metrics.interval(right[source == name])
    counted = [name for name, s in sources.items() if s['n'] >= smallest]
    kept = np.isin(source, counted)
    sure = p.max(1) >= calibration['notSureBelow']
    return {'mean accuracy': {'value': float(np.mean([sources[n]['accuracy'] for n in counted])), 'sources': len(counted),
                              'interval': metrics.mean_interval(right[kept], source[kept])},
            'families': {name: family(name, label, p, two, source) for name in FAMILIES},
            'ece': metrics.ece(fair.max(1), right),
            'domains': metrics.by_group(label, p, two, domain), 'sources': sources,
            'doubt': {'coverage': float(sure.mean()), 'accuracy': float(right.mean()),
                      'accuracy outside': float(right[sure].mean())},
            'confusion, three classes': confusion(label[~two], p[~two].argmax(1))}


def confusion(label, answer):
    return [[int(((label == i) & (answer == j)).sum()) for j in range(3)] for i in range(3)]


def percent(value):
    return '–' if value is None else f'{100 * value:.1f}'


def between(pair):
    return f'{100 * pair[0]:.1f}–{100 * pair[1]:.1f}'


def tables(result):
    mean = result['mean accuracy']
    out = ['| family | rows | score | 95 % |', '|---|---|---|---|']
    out += [f"| {name} | {f['n']} | {percent(f['value'])} | {between(f['interval'])} |"
            for name, f in result['families'].items() if f]
    out += [f"| mean accuracy over {mean['sources']} sources | | {percent(mean['value'])} | {between(mean['interval'])} |", '',
            '| group | rows | accuracy | macro F1 | AUC | ECE |', '|---|---|---|---|---|---|']
    for kind in ('domains', 'sources'):
        out += [f"| {name} | {s['n']} | {percent(s['accuracy'])} | {percent(s['macro_f1'])} | {percent(s['auc'])} | "
                f"{s['ece']:.3f} |" for name, s in result[kind].items()]
    out += ['', '| behaviour | cases | passed | bar |', '|---|---|---|---|']
    out += [f"| {name} | {b['n']} | {percent(b['passed'])} | {percent(b['bar'])} |" for name, b in result['behaviour'].items()]
    return '\n'.join(out) + '\n'


def main():
    p = argparse.ArgumentParser(description=__doc__)
    for name in ('dir', 'data', 'modules', 'out'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--set', default='dev')
    p.add_argument('--most', type=int, default=10 ** 9, help='rows a source')
    p.add_argument('--smallest', type=int, default=1, help='sources with fewer rows do not count in the mean')
    p.add_argument('--reading', default='windows', choices=['windows', 'cut'])
    a = p.parse_args()
    members = wasm.sample(rows.read(os.path.join(a.data, a.set + '.jsonl.gz')), a.most)
    with open(os.path.join(a.dir, 'calibration.json')) as f:
        calibration = json.load(f)
    logits = wasm.logits(a.dir, [clean(r['text']) for r in members], a.modules, reading=a.reading)
    suite = behaviour.cases()
    answers = wasm.logits(a.dir, [clean(t) for t in behaviour.texts(suite)], a.modules)
    result = judge(members, logits, calibration, a.smallest)
    result['behaviour'] = behaviour.judge(suite, answers, calibration)
    os.makedirs(a.out, exist_ok=True)
    np.save(os.path.join(a.out, a.set + '-logits.npy'), logits)
    with open(os.path.join(a.out, a.set + '.json'), 'w') as f:
        json.dump(result, f, indent=1)
    with open(os.path.join(a.out, a.set + '.md'), 'w') as f:
        f.write(tables(result))
    print(tables(result))


if __name__ == '__main__':
    main()
