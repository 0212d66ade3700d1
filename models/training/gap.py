"""How far the weight files are apart: gap.py --dir MODEL_DIR --data DATA --set test --modules NODE_MODULES [--most N] [--write]

Flip rate and largest difference of a probability between the int8 file (wasm) and the one for WebGPU, both on wasm.
--write keeps the difference, rounded up, in calibration.json: where the two likeliest labels are closer than twice that,
the product says "not sure", since another backend could answer the other one."""
import argparse
import json
import math
import os

import numpy as np

import metrics
import rows
import wasm
from clean import clean


def compare(one, other, calibration):
    p, q = (metrics.probabilities(z, calibration) for z in (one, other))
    return {'texts': len(p), 'flips': int((p.argmax(1) != q.argmax(1)).sum()),
            'flip rate': float((p.argmax(1) != q.argmax(1)).mean()), 'largest difference': float(np.abs(p - q).max())}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    for name in ('dir', 'data', 'modules'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--set', default='test')
    p.add_argument('--most', type=int, default=70, help='rows a source')
    p.add_argument('--write', action='store_true')
    a = p.parse_args()
    members = wasm.sample(rows.read(os.path.join(a.data, a.set + '.jsonl.gz')), a.most)
    path = os.path.join(a.dir, 'calibration.json')
    with open(path) as f:
        calibration = json.load(f)
    texts = [clean(row['text']) for row in members]
    found = compare(*(wasm.logits(a.dir, texts, a.modules, file) for file in ('model_quantized.onnx', 'model_w8.onnx')),
                    calibration)
    print(json.dumps(found))
    if a.write:
        calibration['tolerance'] = math.ceil(found['largest difference'] * 1000) / 1000
        with open(path, 'w') as f:
            json.dump(calibration, f, indent=1)


if __name__ == '__main__':
    main()
