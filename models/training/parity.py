"""Compares the tokenizer of training with the product's: parity.py --dir MODEL_DIR --work WORK --modules NODE_MODULES

The strings of odd.py and a sample of real ones; prints the number of differences (0 is expected) and shows some."""
import argparse
import json
import os
import subprocess
import tempfile

import odd
from text import Pieces

SCRIPT = '''
import fs from 'node:fs'
const [library, root, name, texts, out] = process.argv.slice(1)
const { AutoTokenizer, env } = await import(library)
env.allowRemoteModels = false
env.localModelPath = root + '/'
const tokenizer = await AutoTokenizer.from_pretrained(name)
const ids = JSON.parse(fs.readFileSync(texts)).map((t) => tokenizer(t, { add_special_tokens: false, return_tensor: false }).input_ids.map(Number))
fs.writeFileSync(out, JSON.stringify(ids))
'''


def of_product(folder, modules, texts):
    """Pieces of each text by transformers.js."""
    library = 'file://' + os.path.join(os.path.abspath(modules), '@huggingface/transformers/dist/transformers.node.mjs')
    root, name = os.path.split(os.path.abspath(folder))
    with tempfile.TemporaryDirectory() as work:
        given, taken = os.path.join(work, 'texts.json'), os.path.join(work, 'ids.json')
        with open(given, 'w') as f:
            json.dump(texts, f)
        subprocess.run(['node', '--input-type=module', '-e', SCRIPT, library, root, name, given, taken], check=True)
        with open(taken) as f:
            return json.load(f)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--dir', required=True)
    p.add_argument('--work', required=True)
    p.add_argument('--modules', required=True)
    p.add_argument('--number', type=int, default=3000)
    a = p.parse_args()
    pieces, texts = Pieces.load(os.path.join(a.work, 'vocab.txt')), odd.strings(a.number)
    theirs = of_product(a.dir, a.modules, texts)
    different = [(t, pieces.encode(t), ids) for t, ids in zip(texts, theirs) if pieces.encode(t) != ids]
    for text, ours, other in different[:5]:
        print(ascii(text), [pieces.names[i] for i in ours], [pieces.names[i] for i in other], sep='\n  ')
    print(len(texts), 'strings,', len(different), 'differences')
    raise SystemExit(bool(different))


if __name__ == '__main__':
    main()
