import unittest

import context  # noqa: F401
import blend
import torch


class Mix(unittest.TestCase):
    def test_is_between(self):
        out = blend.mix({'w': torch.zeros(2)}, {'w': torch.ones(2)}, .75)
        self.assertEqual(out['w'].tolist(), [.75, .75])


if __name__ == '__main__':
    unittest.main()
