"""Muon, an optimizer for the matrices between hidden layers: the momentum of the gradient is made orthogonal, so that
every direction of a matrix learns at one pace. https://kellerjordan.github.io/posts/muon/

The step is scaled as in "Muon is Scalable for LLM Training" (arXiv 2502.16982): its entries are as large on average as
those of AdamW, so both take the same rate and decay."""
import torch

MOMENTUM, TURNS, SCALE = .95, 5, .2
# Of the fifth-degree polynomial of the post: it drives singular values between 0 and 1 towards 1 in five turns.
A, B, C = 3.4445, -4.7750, 2.0315


def orthogonal(matrices):
    """Matrices (n, a, b) with a <= b, their singular values brought near 1 (0.7 to 1.2). All at once, since a processor's
    cores share many small products better than each of them: 0.18 s a step on two of them, one after the other 0.49 s."""
    x = matrices / (matrices.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    for _ in range(TURNS):
        square = x @ x.transpose(1, 2)
        x = torch.baddbmm(x, torch.baddbmm(square, square, square, beta=B, alpha=C), x, beta=A)
    return x


def broad(matrix):
    return matrix.T if matrix.size(0) > matrix.size(1) else matrix


class Muon(torch.optim.Optimizer):
    """For matrices; `parts` of a parameter group says of how many equal matrices, one above the other, each of its
    parameters is made (queries, keys and values: 3)."""

    def __init__(self, groups, lr, weight_decay):
        super().__init__(groups, {'lr': lr, 'weight_decay': weight_decay, 'parts': 1})

    def ahead(self, p):
        """Nesterov momentum: the gradient, a step further along the mean of those before."""
        momentum = self.state[p].setdefault('momentum', torch.zeros_like(p))
        momentum.lerp_(p.grad, 1 - MOMENTUM)
        return p.grad.lerp(momentum, MOMENTUM)

    @torch.no_grad()
    def step(self):
        alike = {}
        for group in self.param_groups:
            for p in group['params']:
                p.mul_(1 - group['lr'] * group['weight_decay'])
                for part, towards in zip(p.chunk(group['parts']), self.ahead(p).chunk(group['parts'])):
                    alike.setdefault(tuple(broad(part).shape), []).append((broad(part), broad(towards), group['lr']))
        for shape, members in alike.items():
            steps = orthogonal(torch.stack([towards for _, towards, _ in members]))
            for (part, _, rate), own in zip(members, steps):
                part.add_(own, alpha=-rate * SCALE * max(shape) ** .5)
