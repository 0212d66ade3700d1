"""bf16 only where the device computes in it."""
import unittest

import context  # noqa: F401
import precision


class Precision(unittest.TestCase):
    def test_a_processor_says_so_in_its_flags(self):
        self.assertTrue(precision.has_bf16('cpu', ['avx2', 'avx512_bf16']))
        self.assertTrue(precision.has_bf16('cpu', ['amx_bf16']))
        self.assertFalse(precision.has_bf16('cpu', ['avx2', 'avx512f', 'avx512_vnni']))

    def test_a_gpu_always_does(self):
        self.assertTrue(precision.has_bf16('cuda', []))


if __name__ == '__main__':
    unittest.main()
