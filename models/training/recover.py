"""Weights read back from a packaged model, to train on from when no checkpoint is left:
recover.py --model MODEL_DIR --out FILE.pt [--head CHECKPOINT.pt]

A packaged model has no masked-language head: it comes from earlier weights of the same vocabulary, or begins anew. The
wide part is left where it is: `wide.py` fits it anew."""
import argparse
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import LAYERS, Encoder, weights_of

# The matmuls of a layer in the order in which the graph has them: the three parts of qkv, then what follows them.
PARTS = ('q', 'k', 'v', 'out', 'up', 'down')


def in_fp32(known, name):
    """What `quantize.py` wrote as int8 rows or columns with a scale each."""
    return known[name + '_q'].astype(np.float32) * known[name + '_scale']


def weights_from(path):
    """Every weight of the encoder but the masked-language head, by its name in `model.py`."""
    graph = onnx.load(path).graph
    known = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name[len('encoder.'):]: value for name, value in known.items() if name.startswith('encoder.')}
    for table in ('pieces.weight', 'bigrams.weight'):
        del found[table + '_q'], found[table + '_scale']
        found[table] = in_fp32(known, 'encoder.' + table)
    # torch keeps a matrix as (out, in), the graph as (in, out).
    products = [in_fp32(known, node.input[1][:-len('_q')]).T for node in graph.node if node.op_type == 'MatMulInteger']
    found['piece_up.weight'], found['bigram_up.weight'] = products[:2]
    for layer in range(LAYERS):
        part = dict(zip(PARTS, products[2 + layer * len(PARTS):]))
        own = f'layers.{layer}.'
        found[own + 'qkv.weight'] = np.concatenate([part['q'], part['k'], part['v']])
        found[own + 'qkv.bias'] = np.concatenate([known[f'projections.{layer}.{i}.bias'] for i in range(3)])
        for name in PARTS[3:]:
            found[f'{own}{name}.weight'] = part[name]
    return {name: torch.from_numpy(np.array(value)) for name, value in found.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--model', required=True)
    p.add_argument('--head', help='weights whose masked-language head is taken')
    p.add_argument('--out', required=True)
    a = p.parse_args()
    weights = weights_from(os.path.join(a.model, 'onnx', 'model_quantized.onnx'))
    encoder = Encoder(len(weights['pieces.weight']))
    head = weights_of(a.head) if a.head else encoder.state_dict()
    weights.update({name: value for name, value in head.items() if name.startswith('guess')})
    encoder.load_state_dict(weights)
    torch.save(weights, a.out)


if __name__ == '__main__':
    main()
