"""Weights as an ONNX graph with tokenizer and configuration: export.py --work WORK --weights FILE --out DIR"""
import argparse
import json
import math
import os

import torch
import torch.nn as nn
import torch.nn.functional as F

import tokenizer
from model import FAR, HEADS, HIDDEN, LAYERS, POSITIONS, load_classifier, pair_row
from text import Pieces

CONFIG = {'architectures': ['BertForSequenceClassification'], 'model_type': 'bert', 'hidden_size': HIDDEN,
          'num_hidden_layers': LAYERS, 'num_attention_heads': HEADS, 'intermediate_size': 4 * HIDDEN,
          'max_position_embeddings': POSITIONS, 'type_vocab_size': 1, 'hidden_act': 'relu', 'layer_norm_eps': 1e-5,
          'pad_token_id': 0, 'position_embedding_type': 'absolute', 'problem_type': 'single_label_classification',
          'id2label': {'0': 'negative', '1': 'neutral', '2': 'positive'},
          'label2id': {'negative': 0, 'neutral': 1, 'positive': 2}}


class Graph(nn.Module):
    """The classifier as the runtime wants it: attention in plain matmuls, two outputs, and the hash in int64: WebGPU has no
    such integers, so all of it stays on the processor and nothing comes back from the card in the middle of a run."""

    def __init__(self, classifier):
        super().__init__()
        self.encoder, self.wide = classifier.encoder, classifier.wide
        self.register_buffer('places', torch.arange(POSITIONS).unsqueeze(0))
        self.projections = nn.ModuleList()
        for layer in self.encoder.layers:
            three = nn.ModuleList(nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
            for part, weight, bias in zip(three, layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3)):
                part.weight, part.bias = nn.Parameter(weight.clone()), nn.Parameter(bias.clone())
            self.projections.append(three)

    def heads(self, x):
        return x.view(x.size(0), x.size(1), HEADS, HIDDEN // HEADS).permute(0, 2, 1, 3)

    def forward(self, input_ids, attention_mask):
        e = self.encoder
        previous = torch.cat([input_ids[:, :1] * 0, input_ids[:, :-1]], 1)
        pair = pair_row(previous, input_ids)
        seen = attention_mask.to(torch.float32)
        bias = (1.0 - seen.unsqueeze(1).unsqueeze(2)) * FAR
        h = e.norm(e.piece_up(e.pieces(input_ids)) + e.bigram_up(e.bigrams(pair))
                   + e.positions(self.places[:, :input_ids.shape[1]]))
        for layer, three in zip(e.layers, self.projections):
            q, k, v = (self.heads(part(h)) for part in three)
            weights = torch.softmax(q @ k.transpose(-1, -2) * (1 / math.sqrt(HIDDEN // HEADS)) + bias, -1)
            mixed = (weights @ v).permute(0, 2, 1, 3).contiguous()
            h = layer.norm1(h + layer.out(mixed.view(mixed.size(0), mixed.size(1), HIDDEN)))
            h = layer.norm2(h + layer.down(F.relu(layer.up(h))))
        own_mask = seen.unsqueeze(2)
        vector = 0.5 * (h[:, 0] + (h * own_mask).sum(1) / own_mask.sum(1))
        return e.head(vector) + self.wide(previous, input_ids, pair, seen), vector


def check(graph, classifier, vocabulary):
    x = torch.randint(5, vocabulary, (2, 16))
    seen = torch.ones_like(x)
    seen[1, 9:] = 0
    with torch.no_grad():
        apart = (graph(x, seen)[0] - classifier.answers(x, seen.float())).abs().max().item()
    assert apart < 1e-4, f'graph and model differ by {apart}'
    return x, seen


def write_graph(classifier, path, vocabulary):
    """The classifier as an fp32 ONNX file."""
    graph = Graph(classifier).eval()
    example = check(graph, classifier, vocabulary)
    torch.onnx.export(graph, example, path, opset_version=17, input_names=['input_ids', 'attention_mask'],
                      output_names=['logits', 'embedding'],
                      dynamic_axes={'input_ids': {0: 'batch', 1: 'sequence'}, 'attention_mask': {0: 'batch', 1: 'sequence'},
                                    'logits': {0: 'batch'}, 'embedding': {0: 'batch'}})


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', required=True)
    p.add_argument('--weights', required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--window', type=int, default=256)
    a = p.parse_args()
    torch.set_num_threads(1)
    os.makedirs(os.path.join(a.out, 'onnx'), exist_ok=True)
    pieces = Pieces.load(os.path.join(a.work, 'vocab.txt'))
    write_graph(load_classifier(a.weights, len(pieces.names)), os.path.join(a.out, 'onnx', 'model.onnx'), len(pieces.names))
    tokenizer.write(a.out, pieces.ids, a.window)
    with open(os.path.join(a.out, 'config.json'), 'w') as f:
        json.dump({**CONFIG, 'vocab_size': len(pieces.names)}, f, indent=1)


if __name__ == '__main__':
    main()
