import unittest

import context  # noqa: F401
import torch

import finetune


class PairsTest(unittest.TestCase):
    plain = torch.tensor([[.8, .1, .1], [.8, .1, .1]])
    changed = torch.tensor([[.4, .3, .3], [.4, .3, .3]])

    def test_slips_should_get_the_answer_to_the_plain_text_and_swaps_the_mean(self):
        aim = finetune.aims(self.plain, self.changed, torch.tensor([True, False]))
        torch.testing.assert_close(aim, torch.tensor([[.8, .1, .1], [.6, .2, .2]]))

    def test_answers_that_are_the_aims_are_no_distance_away(self):
        aim = finetune.aims(self.plain, self.changed, torch.tensor([True, False]))
        self.assertAlmostEqual(float(finetune.distance_from(aim, aim.log().repeat(2, 1))), 0, places=5)
        self.assertGreater(float(finetune.distance_from(aim, torch.zeros(4, 3))), .1)

    def test_no_gradient_pulls_answers_from_their_aims_to_each_other(self):
        logits = torch.tensor([[2., 0, 0], [0, 0, 0]], requires_grad=True)
        aim = logits.detach().softmax(1)[:1]
        finetune.distance_from(aim, logits).backward()
        self.assertAlmostEqual(float(logits.grad[0].abs().sum()), 0, places=5)
        self.assertGreater(float(logits.grad[1].abs().sum()), .1)


if __name__ == '__main__':
    unittest.main()
