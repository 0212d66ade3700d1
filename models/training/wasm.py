"""Logits by the browser's wasm build (wasm_logits.mjs in Node), for one weight file. Kept, since they take minutes."""
import hashlib
import json
import os
import subprocess
import tempfile

import numpy as np

KEPT = os.path.join(tempfile.gettempdir(), 'undertone-logits')
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'wasm_logits.mjs')


def logits(folder, texts, modules, file='model_quantized.onnx', reading='windows'):
    """Three logits a text; `texts` are cleaned already. `reading` is 'windows' (as the product reads) or 'cut'."""
    texts = list(texts)
    kept = os.path.join(KEPT, name_of(folder, texts, file, reading) + '.npy')
    if not os.path.exists(kept):
        os.makedirs(KEPT, exist_ok=True)
        np.save(kept, compute(folder, texts, modules, file, reading))
    return np.load(kept)


def name_of(folder, texts, file, reading):
    """A name that changes with the weights, the tokenizer, the texts and the script."""
    known = hashlib.sha256(json.dumps([texts, reading]).encode())
    for path in (os.path.join(folder, 'onnx', file), os.path.join(folder, 'tokenizer.json'), SCRIPT):
        with open(path, 'rb') as f:
            known.update(f.read())
    return known.hexdigest()


def compute(folder, texts, modules, file, reading):
    with tempfile.TemporaryDirectory() as work:
        given, taken = os.path.join(work, 'texts.json'), os.path.join(work, 'logits.json')
        with open(given, 'w', encoding='utf-8') as f:
            json.dump(texts, f)
        subprocess.run(['node', SCRIPT, modules, folder, given, taken, file, reading], check=True)
        with open(taken) as f:
            return np.array(json.load(f))


def sample(rows, most, key=lambda row: row['source']):
    """At most `most` rows of each source, evenly spaced: the same ones every time."""
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return [group[int(i * len(group) / min(most, len(group)))] for group in groups.values()
            for i in range(min(most, len(group)))]
