"""Logits by the browser's wasm build (wasm_logits.mjs in Node), for one weight file. Kept, since they take minutes."""
import hashlib
import json
import os
import subprocess
import tempfile

import numpy as np

import windows

KEPT = os.path.join(tempfile.gettempdir(), 'undertone-logits')
HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPT, READER = (os.path.join(HERE, name) for name in ('wasm_logits.mjs', 'wasm_reader.mjs'))


def logits(folder, texts, modules, file='model_quantized.onnx', reading='windows'):
    """Three logits a text; `texts` are cleaned already. `reading` is 'windows' (as the product), 'cut' or 'balanced'."""
    read = window_logits(folder, texts, modules, file, reading)
    return windows.of_texts(np.concatenate(read)[:, 2:], [len(each) for each in read])


def window_logits(folder, texts, modules, file='model_quantized.onnx', reading='windows'):
    """For each text its windows, a row a window: start and end in pieces, three logits."""
    texts = list(texts)
    kept = os.path.join(KEPT, name_of(folder, texts, file, reading) + '.npz')
    if not os.path.exists(kept):
        os.makedirs(KEPT, exist_ok=True)
        read = compute(folder, texts, modules, file, reading)
        np.savez(kept, counts=[len(each) for each in read], rows=[row for each in read for row in each])
    with np.load(kept) as found:
        return np.split(found['rows'], np.cumsum(found['counts'])[:-1])


def name_of(folder, texts, file, reading):
    """A name that changes with the weights, the tokenizer, the texts and how they are read."""
    known = hashlib.sha256(json.dumps([texts, reading]).encode())
    for path in (os.path.join(folder, 'onnx', file), os.path.join(folder, 'tokenizer.json'), READER):
        with open(path, 'rb') as f:
            known.update(f.read())
    return known.hexdigest()


def compute(folder, texts, modules, file, reading):
    with tempfile.TemporaryDirectory() as work:
        given, taken = os.path.join(work, 'texts.json'), os.path.join(work, 'windows.json')
        with open(given, 'w', encoding='utf-8') as f:
            json.dump(texts, f)
        subprocess.run(['node', SCRIPT, modules, folder, given, taken, file, reading], check=True)
        with open(taken) as f:
            return json.load(f)


def sample(rows, most, key=lambda row: row['source']):
    """At most `most` rows of each source, evenly spaced: the same ones every time."""
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return [group[int(i * len(group) / min(most, len(group)))] for group in groups.values()
            for i in range(min(most, len(group)))]
