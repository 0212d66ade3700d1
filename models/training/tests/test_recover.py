"""Weights read back from an int8 file are those that went into it, as far as int8 can say them."""
import os
import tempfile
import unittest

import context  # noqa: F401
import export
import onnx
import quantize
import recover
import torch
from model import Classifier

VOCABULARY = 700


class Recover(unittest.TestCase):
    def test_reads_back_what_was_exported(self):
        torch.manual_seed(0)
        classifier = Classifier(VOCABULARY).eval()
        encoder = classifier.encoder
        with torch.no_grad():
            for p in encoder.parameters():
                p.add_(torch.randn_like(p) * .01)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'model.onnx')
            export.write_graph(classifier, path, VOCABULARY)
            model = onnx.load(path)
            quantize.Rewriter(model, dynamic=True).run()
            onnx.save(model, path)
            found = recover.weights_from(path)
        known = {name: value for name, value in encoder.state_dict().items() if not name.startswith('guess')}
        self.assertEqual(set(found), set(known))
        for name, value in known.items():
            # Half a step of int8, whose largest step belongs to the largest value.
            torch.testing.assert_close(found[name], value, atol=float(value.abs().max()) / 127 * .51, rtol=0, msg=name)


if __name__ == '__main__':
    unittest.main()
