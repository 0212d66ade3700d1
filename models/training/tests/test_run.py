"""A whole run on a tiny corpus: it learns, stops, resumes to the same weights, and becomes ONNX files."""
import argparse
import os
import tempfile
import unittest

import context  # noqa: F401
import corpus
import loop
import numpy as np
import onnx
import prepare
import quantize
import torch
from text import SPECIAL, Pieces

VOCABULARY = SPECIAL + ['good', 'bad', 'very', 'not', 'it', 'is', '.']


def arguments(work, run, tokens):
    p = loop.arguments(argparse.ArgumentParser(), tokens=tokens, rate=3e-3)
    return p.parse_args(['--work', work, '--run', os.path.join(work, run), '--batch', '256', '--device', 'cpu'])


class Tiny(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work, rng = self.folder.name, np.random.default_rng(0)
        with open(os.path.join(self.work, 'vocab.txt'), 'w') as f:
            f.write('\n'.join(VOCABULARY))
        with open(os.path.join(self.work, 'sources.json'), 'w') as f:
            f.write('{"names": ["a"], "domains": {"a": "apps"}}')
        rows = [{'text': f'it is {"very " * rng.integers(0, 3)}{word}.', 'label': label, 'classes': 3, 'source': 'a'}
                for word, label in (('good', 2), ('bad', 0)) for _ in range(300)]
        np.savez(os.path.join(self.work, 'train.npz'),
                 **prepare.labelled(rows, Pieces(VOCABULARY), ['a']))

    def tearDown(self):
        self.folder.cleanup()

    def train(self, run):
        loop.train(run, corpus.load(self.work, ['train']), window=lambda f: 128, rate=lambda f: 1e-3 * (1 - f),
                   mask=.1, language=.1, average_from=.5)
        return run

    def test_stops_and_resumes_to_the_same_weights(self):
        whole = self.train(loop.Run(arguments(self.work, 'whole', 6000), .9))
        half = loop.Run(arguments(self.work, 'half', 6000), .9)
        half.update = self.stopping(half, 8)
        self.train(half)
        self.assertLess(half.tokens, 6000)
        again = self.train(loop.Run(arguments(self.work, 'half', 6000), .9))
        self.assertEqual((again.step, again.tokens), (whole.step, whole.tokens))
        for name, value in whole.model.state_dict().items():
            torch.testing.assert_close(again.model.state_dict()[name], value, atol=1e-5, rtol=0)
            torch.testing.assert_close(again.average[name], whole.average[name], atol=1e-5, rtol=0)

    @staticmethod
    def stopping(run, after):
        plain = run.update

        def update(loss, rate):
            plain(loss, rate)
            run.stopped = run.step + 1 >= after
        return update

    def test_budget_file_overrides(self):
        run = loop.Run(arguments(self.work, 'short', 1e9))
        with open(os.path.join(self.work, 'short', 'budget'), 'w') as f:
            f.write('600')
        self.train(run)
        self.assertLess(run.tokens, 1200)

    def test_what_layers_add_is_dropped_in_training_alone(self):
        model = loop.Run(arguments(self.work, 'dropped', 600)).model
        x, seen = torch.full((1, 4), 6), torch.ones(1, 4)
        with torch.no_grad():
            plain, again, dropped = model(x, seen), model(x, seen), model(x, seen, drop_within=.5)
        torch.testing.assert_close(plain, again)
        self.assertGreater((plain - dropped).abs().max().item(), .01)

    def test_parts_of_the_weights_begin_anew(self):
        first = loop.Run(arguments(self.work, 'first', 600))
        start = os.path.join(self.work, 'start.pt')
        torch.save({name: value + 1 for name, value in first.model.state_dict().items()}, start)
        a = arguments(self.work, 'second', 600)
        a.start, a.anew = start, 'bigrams,head'
        begun = loop.Run(a).model.state_dict()
        changed = {name for name, value in first.model.state_dict().items() if torch.equal(begun[name], value)}
        self.assertEqual(changed, {'bigrams.weight', 'head.weight', 'head.bias'})

    def test_int8_keeps_the_weights(self):
        weights = np.random.default_rng(0).normal(size=(64, 32)).astype(np.float32)
        values, scale = quantize.to_int8(weights, 0)
        self.assertLess(np.abs(values * scale - weights).max(), scale.max() * .51)

    def test_rewrites_matmuls_and_tables(self):
        graph = torch.nn.Sequential(torch.nn.Embedding(1000, 32), torch.nn.Linear(32, 32))
        path = os.path.join(self.work, 'g.onnx')
        torch.onnx.export(graph, torch.zeros(1, 4, dtype=torch.long), path, opset_version=17)
        for dynamic, expected in ((True, 'MatMulInteger'), (False, 'MatMul')):
            rewritten = onnx.load(path)
            quantize.Rewriter(rewritten, dynamic).run()
            onnx.checker.check_model(rewritten)
            kinds = [node.op_type for node in rewritten.graph.node]
            self.assertIn(expected, kinds)
            large = [i for i in rewritten.graph.initializer if i.data_type == onnx.TensorProto.FLOAT and np.prod(i.dims) > 2000]
            self.assertEqual(large, [])


if __name__ == '__main__':
    unittest.main()
