"""The encoder: word pieces and hashed bigrams in, three logits and a sentence vector out."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

PIECE_DIM, BIGRAMS, BIGRAM_DIM, HIDDEN, LAYERS, HEADS, POSITIONS = 128, 131_072, 32, 256, 4, 4, 256
HASH_PREVIOUS, HASH_OWN = 1_000_003 % BIGRAMS, 8_191
CHECK_PREVIOUS, CHECK_OWN, CHECKS = 59, 101, 127
FAR = -1e4


def pair_row(previous, own):
    """Row of a table of BIGRAMS rows for pairs of pieces (fits int32, so it runs inside the graph)."""
    return torch.fmod(previous * HASH_PREVIOUS + own * HASH_OWN, BIGRAMS)


def pair_check(previous, own):
    """Tells apart pairs that fall into one row."""
    return torch.fmod(previous * CHECK_PREVIOUS + own * CHECK_OWN, CHECKS)


def before(x):
    """The piece before each; 0 before the first."""
    return F.pad(x, (1, 0))[:, :-1]


class Layer(nn.Module):
    """Post-norm transformer layer with ReLU: trains and runs faster than GELU."""

    def __init__(self, hidden, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden)
        self.up, self.down = nn.Linear(hidden, 4 * hidden), nn.Linear(4 * hidden, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden), nn.LayerNorm(hidden)

    def forward(self, x, bias, drop=0.0):
        rows, length, hidden = x.shape
        size = hidden // self.heads
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        weights = ((q * (1 / math.sqrt(size))) @ k.transpose(-1, -2) + bias).softmax(-1)
        mixed = self.out((weights @ v).transpose(1, 2).reshape(rows, length, hidden))
        x = self.norm1(x + F.dropout(mixed, drop, training=drop > 0))
        return self.norm2(x + F.dropout(self.down(F.relu(self.up(x))), drop, training=drop > 0))


class Encoder(nn.Module):
    def __init__(self, vocabulary, hidden=HIDDEN, layers=LAYERS, heads=HEADS):
        super().__init__()
        self.pieces, self.piece_up = nn.Embedding(vocabulary, PIECE_DIM), nn.Linear(PIECE_DIM, hidden)
        self.bigrams, self.bigram_up = nn.Embedding(BIGRAMS, BIGRAM_DIM), nn.Linear(BIGRAM_DIM, hidden, bias=False)
        self.positions, self.norm = nn.Embedding(POSITIONS, hidden), nn.LayerNorm(hidden)
        self.layers = nn.ModuleList(Layer(hidden, heads) for _ in range(layers))
        self.head = nn.Linear(hidden, 3)
        self.guess, self.guess_norm = nn.Linear(hidden, PIECE_DIM), nn.LayerNorm(PIECE_DIM)
        self.guess_bias = nn.Parameter(torch.zeros(vocabulary))
        self.apply(self._init)
        for weight, spread in ((self.pieces, .05), (self.bigrams, .05), (self.piece_up, .06), (self.bigram_up, .06)):
            nn.init.normal_(weight.weight, 0, spread)

    @staticmethod
    def _init(module):
        if isinstance(module, (nn.Linear, nn.Embedding)):
            nn.init.normal_(module.weight, 0, 0.02)
        if isinstance(module, nn.Linear) and module.bias is not None:
            nn.init.zeros_(module.bias)

    def forward(self, x, mask, drop=0.0, drop_bigrams=0.0, drop_within=0.0):
        pairs = self.bigrams(pair_row(before(x), x))
        if drop_bigrams:
            kept = torch.rand(pairs.shape[:2], device=x.device) > drop_bigrams
            pairs = pairs * kept.to(pairs.dtype)[..., None] / (1 - drop_bigrams)
        h = self.norm(self.piece_up(self.pieces(x)) + self.bigram_up(pairs) + self.positions.weight[:x.shape[1]])
        h = F.dropout(h, drop, training=drop > 0)
        bias = ((1 - mask) * FAR)[:, None, None, :]
        for layer in self.layers:
            h = layer(h, bias, drop_within)
        return h

    def vector(self, h, mask):
        """Half the first position, half the mean over the text."""
        h = h.float()
        return 0.5 * (h[:, 0] + (h * mask[..., None]).sum(1) / mask.sum(1, keepdim=True))

    def logits(self, h, mask):
        return self.head(self.vector(h, mask)).float()

    def answers(self, x, mask):
        """Logits of texts from their pieces."""
        return self.logits(self(x, mask), mask)

    def masked_loss(self, h, positions, answers, others):
        """Masked-language loss against the batch's own answers and a sample of other pieces."""
        z = self.guess_norm(F.relu(self.guess(h.reshape(-1, h.shape[-1])[positions])).float())
        seen, answer = torch.unique(torch.cat([answers, others]), return_inverse=True)
        return F.cross_entropy((z @ self.pieces(seen).T + self.guess_bias[seen]).float(), answer[:len(answers)])


class Wide(nn.Module):
    """A linear model of pieces and of the pairs that have a row in its table (see wide.py)."""

    def __init__(self, vocabulary):
        super().__init__()
        self.pieces, self.pairs = nn.Embedding(vocabulary, 2), nn.Embedding(BIGRAMS, 2)
        self.bias = nn.Parameter(torch.zeros(2))
        self.register_buffer('checks', torch.full((BIGRAMS,), -1, dtype=torch.int8))
        for table in (self.pieces, self.pairs):
            nn.init.zeros_(table.weight)

    def forward(self, previous, own, row, mask):
        """Logits, that of negative being 0. `row` is the row of the table for each pair of `previous` and `own`."""
        known = (self.checks[row].to(torch.int64) == pair_check(previous, own)).to(torch.float32).unsqueeze(2)
        found = (self.pieces(own) + self.pairs(row) * known) * mask.unsqueeze(2)
        z = found.sum(1) / torch.sqrt(mask.sum(1, keepdim=True)) + self.bias
        return torch.cat([z[:, :1] * 0, z], 1)


class Classifier(nn.Module):
    """What is shipped: the logits of the encoder plus those of the wide part, which says nothing until it is fitted."""

    def __init__(self, vocabulary):
        super().__init__()
        self.encoder, self.wide = Encoder(vocabulary), Wide(vocabulary)

    def answers(self, x, mask):
        previous = before(x)
        return self.encoder.answers(x, mask) + self.wide(previous, x, pair_row(previous, x), mask)


def weights_of(path):
    """Weights of an encoder, in fp32: of a run's checkpoint (the average where there is one) or of a file of weights.
    Those from before undertone-7 have 512 positions, of which no window ever used more than 256."""
    state = torch.load(path, map_location='cpu')
    for name in ('average', 'model', 'encoder'):
        state = state.get(name) or state
    state['positions.weight'] = state['positions.weight'][:POSITIONS]
    return {name: value.float() for name, value in state.items()}


def load_weights(encoder, path):
    encoder.load_state_dict(weights_of(path))
    return encoder


def load_classifier(path, vocabulary):
    """The model of a file of wide.py; of weights without a wide part the encoder alone."""
    model = Classifier(vocabulary)
    load_weights(model.encoder, path)
    wide = torch.load(path, map_location='cpu').get('wide')
    if wide:
        model.wide.load_state_dict(wide)
    return model.eval()
