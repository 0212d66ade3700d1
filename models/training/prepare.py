"""Vocabulary and encoded data from a folder of JSONL: prepare.py --data DATA --work WORK [--vocab vocab.txt]

Reads train.jsonl.xz, dev.jsonl.gz, test.jsonl.gz and raw.txt.xz; writes vocab.txt, alike.txt, misspelt.txt,
sources.json and one .npz per set. Without --words no misspelt words are looked for.
With --only made it writes the invented rows and the pairs alone (see made/), with --only real the others."""
import argparse
import json
import os
import shutil

import numpy as np

import guard
import misspelt
import rows as R
import vocab
from clean import clean
from made import changes, grammar
from text import Pieces

ALIKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'alike.txt')
RAW = 'raw.txt.xz'
FILES = {'train': 'train.jsonl.xz', 'dev': 'dev.jsonl.gz', 'test': 'test.jsonl.gz'}


def flat(encoded):
    """Lists of piece ids as one array and the offsets of its rows."""
    lengths = [len(ids) for ids in encoded]
    return {'ids': np.concatenate([np.asarray(ids, np.uint16) for ids in encoded]),
            'off': np.cumsum([0] + lengths).astype(np.int64)}


def labelled(rows, pieces, sources):
    number = {name: i for i, name in enumerate(sources)}
    return {**flat([pieces.encode(clean(row['text'])) for row in rows]),
            'label': np.array([row['label'] for row in rows], np.int8),
            'target': np.array([R.target(row) for row in rows], np.float32),
            'two': np.array([row['classes'] == 2 for row in rows]),
            'source': np.array([number[row['source']] for row in rows], np.int16)}


def write_misspelt(a, path, pieces):
    with open(a.words, encoding='utf-8') as f:
        dictionary = {line.strip().lower() for line in f}
    counted = misspelt.count(R.read(os.path.join(a.data, FILES['train'])), R.read_lines(os.path.join(a.data, RAW)))
    found = misspelt.groups(counted, pieces, dictionary)
    with open(path, 'w', encoding='utf-8') as f:
        f.writelines(' '.join(group) + '\n' for group in found)
    print('misspelt', sum(map(len, found)) - len(found), 'of', len(found), 'words', flush=True)


def real(a, pieces, held_out):
    sets = {name: R.read(os.path.join(a.data, file)) for name, file in FILES.items()}
    sets['train'] = R.without(sets['train'], held_out)
    sources = sorted({row['source'] for rows in sets.values() for row in rows})
    domains = {row['source']: row['domain'] for rows in sets.values() for row in rows}
    with open(os.path.join(a.work, 'sources.json'), 'w') as f:
        json.dump({'names': sources, 'domains': domains}, f, indent=1)
    for name, rows in sets.items():
        np.savez(os.path.join(a.work, name + '.npz'), **labelled(rows, pieces, sources))
        print(name, len(rows), 'rows', flush=True)
    raw = R.read_lines(os.path.join(a.data, RAW))
    np.savez(os.path.join(a.work, 'raw.npz'), **flat([pieces.encode(clean(t)) for t in raw]))
    print('raw', len(raw), 'rows', flush=True)


def invented(a, pieces, held_out):
    suite = R.suite_texts()

    def allowed(rows):
        fine = guard.apart([row['text'] for row in rows], suite)
        return [row for row, ok in zip(rows, fine) if ok and R.key(row['text']) not in held_out]

    made = allowed(grammar.rows(a.seed, a.made))
    sources = sorted({row['source'] for row in made})
    np.savez(os.path.join(a.work, 'made.npz'), names=np.array(sources), **labelled(made, pieces, sources))
    real_rows = R.without(R.read(os.path.join(a.data, FILES['train'])), held_out)
    flipped = allowed(changes.flips(real_rows, a.seed))
    np.savez(os.path.join(a.work, 'flips.npz'), names=np.array(['flips']), **labelled(flipped, pieces, ['flips']))
    slipped = allowed([row for row in changes.slipped(real_rows + made, a.seed, a.slips) if row['text']])
    np.savez(os.path.join(a.work, 'slips.npz'), names=np.array(['slips']), **labelled(slipped, pieces, ['slips']))
    pairs = changes.pairs(real_rows + made, a.seed, a.pairs)
    fine = [guard.apart([pair[i] for pair in pairs], suite) for i in (0, 1)]
    pairs = [pair for pair, *ok in zip(pairs, *fine) if all(ok)]
    # Names and genders that share a piece are alike already.
    pairs = [pair for pair in pairs if pieces.encode(clean(pair[0])) != pieces.encode(clean(pair[1]))]
    for i in (0, 1):
        np.savez(os.path.join(a.work, f'pairs{i}.npz'), slips=np.array([pair[2] for pair in pairs]),
                 **flat([pieces.encode(clean(pair[i])) for pair in pairs]))
    print('made', len(made), 'flips', len(flipped), 'slips', len(slipped), 'pairs', len(pairs), flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--data', required=True)
    p.add_argument('--work', required=True)
    p.add_argument('--vocab', help='an existing vocabulary to keep')
    p.add_argument('--words', help='a list of English words, one a line, that are nobody\'s slip')
    p.add_argument('--only', default='real,made')
    p.add_argument('--made', type=int, default=60_000, help='made rows')
    p.add_argument('--slips', type=int, default=40_000, help='rows with slips of the finger')
    p.add_argument('--pairs', type=int, default=200_000)
    p.add_argument('--seed', type=int, default=1)
    a = p.parse_args()
    os.makedirs(a.work, exist_ok=True)
    shutil.copy(ALIKE, a.work)
    path, slips = (os.path.join(a.work, name) for name in ('vocab.txt', 'misspelt.txt'))
    if a.vocab:
        shutil.copyfile(a.vocab, path)
    elif not os.path.exists(path):
        texts = [row['text'] for row in R.read(os.path.join(a.data, FILES['train']))]
        vocab.build(texts + R.read_lines(os.path.join(a.data, RAW)), a.work)
    if a.words and not os.path.exists(slips):
        write_misspelt(a, slips, Pieces.load(path))
    pieces, held_out = Pieces.load(path), R.suite_keys()
    if 'real' in a.only:
        real(a, pieces, held_out)
    if 'made' in a.only:
        invented(a, pieces, held_out)


if __name__ == '__main__':
    main()
