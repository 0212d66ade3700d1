"""Muon: its steps are orthogonal, as large as AdamW's, and the same for matrices that are stored as one."""
import unittest

import context  # noqa: F401
import muon
import torch


def stepped(start, gradient, **group):
    p = torch.nn.Parameter(start.clone())
    p.grad = gradient.clone()
    muon.Muon([{'params': [p], **group}], lr=1e-2, weight_decay=0).step()
    return p.data - start


class Muon(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)

    def test_every_direction_moves_at_one_pace(self):
        gradient = torch.randn(64, 64) @ torch.diag(torch.logspace(0, -2, 64)) @ torch.randn(64, 64)
        pace = torch.linalg.svdvals(muon.orthogonal(gradient[None])[0])
        # All but the faintest of the last directions, which five turns lift only part of the way.
        self.assertGreater(pace[:48].min(), .6)
        self.assertLess(pace.max(), 1.25)

    def test_steps_are_as_large_as_those_of_adamw(self):
        for shape in ((64, 64), (64, 256), (256, 64)):
            moved = stepped(torch.zeros(shape), torch.randn(shape))
            self.assertAlmostEqual(float(moved.pow(2).mean().sqrt()), 1e-2 * muon.SCALE, delta=4e-4)

    def test_goes_against_the_gradient(self):
        for shape in ((64, 256), (256, 64)):
            gradient = torch.randn(shape)
            self.assertLess(float((stepped(torch.zeros(shape), gradient) * gradient).sum()), 0)

    def test_parts_are_matrices_of_their_own(self):
        start, gradient = torch.randn(96, 32), torch.randn(96, 32)
        together = stepped(start, gradient, parts=3)
        apart = [stepped(s, g) for s, g in zip(start.chunk(3), gradient.chunk(3))]
        torch.testing.assert_close(together, torch.cat(apart), atol=1e-6, rtol=0)

    def test_momentum_outlives_a_save(self):
        p = torch.nn.Parameter(torch.zeros(8, 8))
        optimizer = muon.Muon([{'params': [p]}], lr=1e-2, weight_decay=.1)
        p.grad = torch.randn(8, 8)
        optimizer.step()
        other = torch.nn.Parameter(p.data.clone())
        again = muon.Muon([{'params': [other]}], lr=1e-2, weight_decay=.1)
        again.load_state_dict(optimizer.state_dict())
        p.grad = torch.randn(8, 8)
        other.grad = p.grad.clone()
        optimizer.step()
        again.step()
        torch.testing.assert_close(p.data, other.data)


if __name__ == '__main__':
    unittest.main()
