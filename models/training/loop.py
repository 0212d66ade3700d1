"""The training loop: scheduled by tokens, resumable to the step, the same on CPU and GPU."""
import json
import os
import signal
import time

import numpy as np
import torch
import torch.nn as nn

import sampling
from masking import mask_pieces
from model import Encoder, weights_of
from muon import Muon
from precision import autocast
from text import Pieces

SAVE_EVERY, LOG_EVERY, WATCH_EVERY, CLIP, DECAY = 200, 25, 200, 1.0, .02


def arguments(parser, tokens, rate):
    parser.add_argument('--work', required=True, help='folder of prepare.py')
    parser.add_argument('--run', required=True, help='folder of this run: checkpoint.pt, curve.jsonl, budget')
    parser.add_argument('--start', help='weights to begin from')
    parser.add_argument('--anew', default='', help='parts of them that begin anew all the same, as in "bigrams,head"')
    parser.add_argument('--tokens', type=float, default=tokens, help='budget; a file RUN/budget overrides it at any time')
    parser.add_argument('--rate', type=float, default=rate)
    parser.add_argument('--batch', type=int, default=8192, help='positions a step, padding included')
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--seed', type=int, default=0)
    parser.add_argument('--device', default='cuda' if torch.cuda.is_available() else 'cpu')
    return parser


def soft_loss(logits, target, two, weight):
    """Cross-entropy against soft targets; sources without a neutral label say nothing about neutral."""
    logits = logits.masked_fill(two[:, None] & (torch.arange(3, device=logits.device) == 1), -1e4)
    return (-(target * logits.log_softmax(1)).sum(1) * weight).sum() / len(logits)


def optimizers(model, rate):
    """Muon for the matrices of the layers, AdamW for tables, ends and vectors."""
    own = {n: p for n, p in model.named_parameters() if n.startswith('layers.') and p.ndim > 1}
    rest = [p for n, p in model.named_parameters() if n not in own]
    groups = [{'params': [p for p in rest if p.ndim > 1], 'weight_decay': DECAY},
              {'params': [p for p in rest if p.ndim < 2], 'weight_decay': 0}]
    joined = [p for n, p in own.items() if '.qkv.' in n]
    return [torch.optim.AdamW(groups, lr=rate, betas=(.9, .98), eps=1e-6),
            Muon([{'params': joined, 'parts': 3}, {'params': [p for n, p in own.items() if '.qkv.' not in n]}], rate, DECAY)]


def parts_of(model, names):
    """The weights of some parts of a model; `names` is what theirs begin with, commas between."""
    wanted = tuple(name + '.' for name in names.split(',') if name)
    return {name: value.clone() for name, value in model.state_dict().items() if name.startswith(wanted)}


class Run:
    """State of a run, from its checkpoint if there is one."""

    def __init__(self, a, average_decay=0.0):
        torch.set_num_threads(a.threads)
        torch.manual_seed(a.seed)
        self.a, self.rng, self.average_decay = a, np.random.default_rng(a.seed), average_decay
        self.vocabulary = len(Pieces.load(os.path.join(a.work, 'vocab.txt')).names)
        self.model = Encoder(self.vocabulary)
        if a.start:
            self.model.load_state_dict({**weights_of(a.start), **parts_of(self.model, a.anew)})
        self.model.to(a.device)
        self.optimizers = optimizers(self.model, a.rate)
        self.average, self.tokens, self.step, self.passes, self.batch, self.seconds = None, 0, 0, 0, 0, 0.0
        os.makedirs(a.run, exist_ok=True)
        self.path, self.stopped, self.recent = os.path.join(a.run, 'checkpoint.pt'), False, {}
        if os.path.exists(self.path):
            self.resume()
        signal.signal(signal.SIGTERM, self.stop)

    def stop(self, *_):
        self.stopped = True

    def budget(self):
        try:
            with open(os.path.join(self.a.run, 'budget')) as f:
                return float(f.read())
        except (OSError, ValueError):
            return self.a.tokens

    def progress(self):
        return self.tokens / self.budget()

    def save(self):
        state = {'model': self.model.state_dict(), 'average': self.average, 'optimizers': [o.state_dict() for o in self.optimizers],
                 'numpy': self.rng.bit_generator.state, 'torch': torch.get_rng_state(),
                 **{k: getattr(self, k) for k in ('tokens', 'step', 'passes', 'batch', 'seconds')}}
        torch.save(state, self.path + '.new')
        os.replace(self.path + '.new', self.path)

    def resume(self):
        state = torch.load(self.path, map_location='cpu')
        self.model.load_state_dict(state['model'])
        for optimizer, known in zip(self.optimizers, state['optimizers']):
            optimizer.load_state_dict(known)
        self.rng.bit_generator.state = state['numpy']
        torch.set_rng_state(state['torch'])
        self.average = state['average'] and {k: v.to(self.a.device) for k, v in state['average'].items()}
        for key in ('tokens', 'step', 'passes', 'batch', 'seconds'):
            setattr(self, key, state[key])

    def update(self, loss, rate):
        self.model.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group['lr'] = rate
            optimizer.step()

    def blend_average(self):
        """Running average of the weights, without the bias of its first value."""
        with torch.no_grad():
            state = self.model.state_dict()
            if self.average is None:
                self.average = {k: v.clone() for k, v in state.items()}
            for k, v in state.items():
                self.average[k].lerp_(v, 1 - self.average_decay)

    def note(self, **losses):
        for name, value in losses.items():
            self.recent.setdefault(name, []).append(float(value))

    def log(self, rate):
        self.write(step=self.step, tokens=self.tokens, seconds=round(self.seconds), rate=round(rate, 7),
                   **{k: round(sum(v) / len(v), 4) for k, v in self.recent.items()})
        self.recent = {}

    def write(self, **line):
        """Adds a line to the run's curve."""
        with open(os.path.join(self.a.run, 'curve.jsonl'), 'a') as f:
            f.write(json.dumps(line) + '\n')
        print(line, flush=True)


def pass_batches(corpus, run, window):
    """The batches of the run's current pass that it has not seen yet."""
    rng = np.random.default_rng([run.a.seed, run.passes, window])
    rows = sampling.one_pass(corpus.rates(window), rng)
    for number, rows in enumerate(sampling.batches(corpus.lengths(window), rows, run.a.batch, rng)):
        if number >= run.batch:
            yield rows


def train(run, corpus, *, window, rate, mask, language=0.0, drop=.1, drop_bigrams=.15, drop_within=0.0, average_from=2.0,
          extra=None, watch=None):
    """Runs until the budget is spent. `window`, `rate` are functions of progress (0 to 1); `mask` is the share of
    pieces hidden, `drop`, `drop_bigrams` and `drop_within` those of the encoder's input, of its bigrams and of what its
    layers add; `language` weighs the masked-language loss; `extra(run)` adds a loss of its own;
    `watch` measures accuracy now and then."""
    device, model, size = run.a.device, run.model, window(run.progress())
    while run.progress() < 1 and not run.stopped:
        for rows in pass_batches(corpus, run, size):
            began, f = time.time(), run.progress()
            if f >= 1 or run.stopped or window(f) != size:
                break
            x, seen = sampling.tensors(corpus.ids, corpus.off, rows, size, run.rng)
            run.tokens += int(seen.sum())
            where, answers = mask_pieces(x, mask, run.vocabulary)
            x, seen = x.to(device), seen.to(device)
            labelled = np.where(corpus.weight[rows] > 0)[0]
            with autocast(device):
                h = model(x, seen, drop, drop_bigrams, drop_within)
                loss = h.sum() * 0
                if language and len(where):
                    others = torch.from_numpy(run.rng.choice(corpus.ids, 1500).astype(np.int64))
                    guess = model.masked_loss(h, where.to(device), answers.to(device), others.to(device))
                    loss = loss + language * guess
                    run.note(language=guess)
                if len(labelled):
                    logits = model.logits(h[labelled], seen[labelled])
            if len(labelled):
                kept = rows[labelled]
                known = [torch.from_numpy(v[kept]).to(device) for v in (corpus.target, corpus.two, corpus.weight)]
                tone = soft_loss(logits, *known)
                loss = loss + tone
                run.note(tone=tone)
            if extra:
                loss = loss + extra(run)
            now = rate(f)
            run.update(loss, now)
            run.step, run.batch, run.seconds = run.step + 1, run.batch + 1, run.seconds + time.time() - began
            if f >= average_from:
                run.blend_average()
            if run.step % LOG_EVERY == 0:
                run.log(now)
            if watch and run.step % WATCH_EVERY == 0:
                run.write(step=run.step, tokens=run.tokens, dev=watch.accuracy(model, device))
            if run.step % SAVE_EVERY == 0:
                run.save()
        if window(run.progress()) != size:
            size, run.passes, run.batch = window(run.progress()), run.passes + 1, 0
        elif run.progress() < 1 and not run.stopped:
            run.passes, run.batch = run.passes + 1, 0
    run.save()
