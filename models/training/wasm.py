"""Logits by the browser's wasm build (wasm_logits.mjs in Node), for one weight file."""
import json
import os
import subprocess
import tempfile

import numpy as np

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'wasm_logits.mjs')


def logits(folder, texts, modules, file='model_quantized.onnx', reading='windows'):
    """Three logits a text; `texts` are cleaned already. `reading` is 'windows' (as the product reads) or 'cut'."""
    with tempfile.TemporaryDirectory() as work:
        given, taken = os.path.join(work, 'texts.json'), os.path.join(work, 'logits.json')
        with open(given, 'w', encoding='utf-8') as f:
            json.dump(list(texts), f)
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
