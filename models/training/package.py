"""A finished model folder: package.py --export DIR --out models/NAME --modules NODE_MODULES

Copies the files the product loads, adds the golden set (reference logits of each weight file, computed on wasm)
and the manifest (sizes, SHA-256, which file serves which backend)."""
import argparse
import hashlib
import json
import os
import shutil

import wasm

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = {'wasm': 'onnx/model_quantized.onnx', 'webgpu': 'onnx/model_w8.onnx'}
COPIED = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'calibration.json', *WEIGHTS.values()]
TOLERANCE = {'probability': 0.002}


def write(path, value):
    with open(path, 'w', encoding='utf-8') as f:
        json.dump(value, f, ensure_ascii=False, indent=1)


def golden(folder, modules):
    with open(os.path.join(HERE, 'golden_texts.json'), encoding='utf-8') as f:
        texts = json.load(f)
    references = {file: wasm.logits(folder, texts, modules, os.path.basename(file)) for file in WEIGHTS.values()}
    return {'tolerance': TOLERANCE, 'texts': [
        {'text': text, 'logits': {file: [round(float(v), 5) for v in logits[i]] for file, logits in references.items()}}
        for i, text in enumerate(texts)]}


def entry(folder, path):
    with open(os.path.join(folder, path), 'rb') as f:
        content = f.read()
    return {'path': path, 'bytes': len(content), 'sha256': hashlib.sha256(content).hexdigest()}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    for name in ('export', 'out', 'modules'):
        p.add_argument('--' + name, required=True)
    a = p.parse_args()
    shutil.rmtree(a.out, ignore_errors=True)
    os.makedirs(os.path.join(a.out, 'onnx'))
    for path in COPIED:
        shutil.copy(os.path.join(a.export, path), os.path.join(a.out, path))
    write(os.path.join(a.out, 'golden.json'), golden(a.out, a.modules))
    write(os.path.join(a.out, 'manifest.json'), {
        'name': os.path.basename(os.path.abspath(a.out)), 'labels': ['negative', 'neutral', 'positive'],
        'backends': WEIGHTS, 'files': [entry(a.out, path) for path in sorted([*COPIED, 'golden.json'])]})
    print(sum(entry(a.out, path)['bytes'] for path in [*COPIED, 'golden.json']), 'bytes')


if __name__ == '__main__':
    main()
