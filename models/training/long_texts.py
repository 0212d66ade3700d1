"""How the windows of a long text are combined: long_texts.py --dir MODEL_DIR --data DATA --modules NODE_MODULES --out FILE.md

Compares rules on the texts of dev that need more than one window, reports them on test, and counts the texts whose
windows disagree. The shipped rule is windows.combine (and decide.ts); calibration.json is the model's own."""
import argparse
import json
import os

import numpy as np

import metrics
import rows
import wasm
import windows
from clean import clean
from text import Pieces

ROUNDS = 1000
STRONG = (.5, .6, .7, .8, .9)
INTRODUCTION = '''# Long texts

Reviews of more than {size} word pieces are read in windows of {size} that share at least {overlap}. Which rule makes one answer of the windows' logits was chosen on dev; test only reports. Accuracy in percent; sources with two classes are scored negative against positive; intervals are 95 % bootstrap intervals, those of differences paired. ECE: 15 bins of equal mass. The rule in use is the first one.

A text is mixed when one window is at least so probably negative and another so probably positive. "Neutral would be right": the share of mixed texts that are labelled neutral; only sources with three classes have such a label, so the last table, rows of train by their stars and weighted to the numbers that train has, is the evidence for it.

Made by `models/training/long_texts.py` with {model}.
'''
STAR_LABELS = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2}


def vocabulary(folder):
    with open(os.path.join(folder, 'tokenizer.json'), encoding='utf-8') as f:
        ids = json.load(f)['model']['vocab']
    pieces = Pieces(())
    pieces.ids = ids
    return pieces


def long_rows(members, pieces):
    """Those that do not fit one window. A piece has at least one character."""
    size = windows.PIECES - 2
    return [r for r in members if len(r['text']) > size and len(pieces.encode(clean(r['text']))) > size]


def spread(members, most):
    """At most `most`, evenly spaced: the same ones every time."""
    return [members[i * len(members) // most] for i in range(most)] if len(members) > most else members


def weighed(z, weight):
    return (z * weight[:, None]).sum(0) / weight.sum()


def once(read):
    """Weights by which every piece of the text counts once, though some stand in two windows."""
    spans = read[:, :2].astype(int)
    times = np.zeros(spans.max())
    for start, end in spans:
        times[start:end] += 1
    return np.array([(1 / times[start:end]).sum() for start, end in spans])


def rules(calibration):
    """Name -> logits of a text from its windows: start, end, three logits a row."""
    def sure(z):
        return metrics.probabilities(z, calibration).max(1)

    return {
        'mean': lambda read: windows.combine(read[:, 2:]),
        'each piece once': lambda read: weighed(read[:, 2:], once(read)),
        'surest window': lambda read: read[sure(read[:, 2:]).argmax(), 2:],
        'by confidence': lambda read: weighed(read[:, 2:], sure(read[:, 2:]) - 1 / 3),
        'by polarity': lambda read: weighed(read[:, 2:], np.abs(read[:, 4] - read[:, 2])),
        'first and last': lambda read: read[[0, -1], 2:].mean(0),
        'last counts double': lambda read: weighed(read[:, 2:], np.append(np.ones(len(read) - 1), 2)),
        'first only (cut)': lambda read: read[0, 2:],
    }


def compare(members, reads, calibration, among):
    """Rule -> accuracy, ECE and log loss, and their differences to the first rule with 95 % bootstrap intervals."""
    label, two = np.array([r['label'] for r in members]), np.array([r['classes'] == 2 for r in members])
    drawn = np.random.default_rng(0).integers(0, len(label), (ROUNDS, len(label)))
    found, base = {}, None
    for name, rule in among.items():
        p = metrics.without_neutral(metrics.probabilities(np.array([rule(read) for read in reads]), calibration), two)
        right = (p.argmax(1) == label).astype(float)
        loss = -np.log(np.maximum(p[np.arange(len(label)), label], 1e-9))
        base = base or (right, loss)
        found[name] = {'accuracy': right.mean(), 'interval': quantiles(right[drawn].mean(1)),
                       'ece': metrics.ece(p.max(1), right), 'loss': loss.mean(),
                       'accuracy gained': paired(right - base[0], drawn), 'loss gained': paired(loss - base[1], drawn)}
    return found


def paired(difference, drawn):
    return [float(difference.mean()), *quantiles(difference[drawn].mean(1))]


def quantiles(values):
    return [float(v) for v in np.quantile(values, (.025, .975))]


def disagreement(members, reads, calibration, weight=None):
    """For each limit: the share of mixed texts, and of those how many the label fits and how many have three stars."""
    label, two = np.array([r['label'] for r in members]), np.array([r['classes'] == 2 for r in members])
    weight = np.ones(len(label)) if weight is None else weight
    p = metrics.probabilities(np.array([windows.combine(read[:, 2:]) for read in reads]), calibration)
    right = metrics.without_neutral(p, two).argmax(1) == label
    each = [metrics.probabilities(read[:, 2:], calibration) for read in reads]
    out = []
    for strong in STRONG:
        mixed = np.array([windows.mixed(q, strong) for q in each])
        out.append({'strong': strong, 'texts': int(mixed.sum()), 'share': share(mixed, weight),
                    'right': share(right, weight, mixed), 'neutral': share(label == 1, weight, mixed),
                    'right elsewhere': share(right, weight, ~mixed)})
    return out


def share(values, weight, of=None):
    of = np.ones(len(values), bool) if of is None else of
    return float(np.average(values[of], weights=weight[of])) if of.any() else None


def by_stars(members, most):
    """Long rows rated by stars: all with three, as many of the others as asked; and how many rows each stands for."""
    groups = [[r for r in members if r['classes'] == 3 and STAR_LABELS.get(r.get('stars')) == r['label'] == label]
              for label in range(3)]
    kept = [group if label == 1 else spread(group, most) for label, group in enumerate(groups)]
    return sum(kept, []), np.concatenate([np.full(len(k), len(g) / max(1, len(k))) for g, k in zip(groups, kept)])


def percent(value):
    return '–' if value is None else f'{100 * value:.1f}'


def rule_table(found):
    out = ['| rule | accuracy | to the mean | ECE | log loss | to the mean |', '|---|---|---|---|---|---|']
    for name, f in found.items():
        gain, low, high = f['accuracy gained']
        more, least, most = f['loss gained']
        out.append(f"| {name} | {percent(f['accuracy'])} ({percent(f['interval'][0])}–{percent(f['interval'][1])}) | "
                   f"{100 * gain:+.1f} ({100 * low:+.1f} to {100 * high:+.1f}) | {f['ece']:.3f} | {f['loss']:.3f} | "
                   f"{more:+.3f} ({least:+.3f} to {most:+.3f}) |")
    return out


def mixed_table(found):
    out = ['| strong from | mixed texts | share | label right | neutral would be right | label right elsewhere |', '|---|---|---|---|---|---|']
    return out + [f"| {f['strong']} | {f['texts']} | {percent(f['share'])} | {percent(f['right'])} | {percent(f['neutral'])} | "
                  f"{percent(f['right elsewhere'])} |" for f in found]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    for name in ('dir', 'data', 'modules', 'out'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--most', type=int, default=1500, help='texts a set')
    p.add_argument('--stars', type=int, default=250, help='texts of train with one or two, and with four or five stars')
    a = p.parse_args()
    pieces = vocabulary(a.dir)
    with open(os.path.join(a.dir, 'calibration.json')) as f:
        calibration = json.load(f)

    def read(members, reading='windows'):
        return wasm.window_logits(a.dir, [clean(r['text']) for r in members], a.modules, reading=reading)

    among, out = rules(calibration), [INTRODUCTION.format(
        size=windows.PIECES - 2, overlap=windows.OVERLAP, model=os.path.basename(os.path.abspath(a.dir)))]
    for name in ('dev', 'test'):
        members = spread(long_rows(rows.read(os.path.join(a.data, name + '.jsonl.gz')), pieces), a.most)
        reads = read(members)
        found = compare(members, reads, calibration, among)
        if name == 'dev':
            even = read(members, 'balanced')
            pairs = list(zip(reads, even))
            found['mean, windows evenly spread'] = compare(members, pairs, calibration, {
                'mean': lambda pair: windows.combine(pair[0][:, 2:]), 'even': lambda pair: windows.combine(pair[1][:, 2:])})['even']
        out += [f'## {name}: {len(members)} texts, {sum(map(len, reads))} windows', '', *rule_table(found), '',
                *mixed_table(disagreement(members, reads, calibration)), '']
    members, weight = by_stars(long_rows(rows.read(os.path.join(a.data, 'train.jsonl.xz')), pieces), a.stars)
    out += [f'## Rated by stars, of train: {len(members)} texts', '',
            *mixed_table(disagreement(members, read(members), calibration, weight)), '']
    with open(a.out, 'w', encoding='utf-8') as f:
        f.write('\n'.join(out).rstrip() + '\n')
    print('\n'.join(out))


if __name__ == '__main__':
    main()
