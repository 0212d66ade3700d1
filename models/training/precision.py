"""Where bf16 is used: on a GPU, and on processors that multiply it. Elsewhere torch imitates it, at a third of the speed
of fp32."""
from functools import cache

import torch

NATIVE = ('avx512_bf16', 'amx_bf16')


def has_bf16(device, flags=None):
    if device != 'cpu':
        return True
    return any(flag in NATIVE for flag in (_flags() if flags is None else flags))


@cache
def _flags():
    """What the processor can do, as Linux lists it; nothing elsewhere."""
    try:
        with open('/proc/cpuinfo') as f:
            return next((line.split(':')[1].split() for line in f if line.startswith('flags')), [])
    except OSError:
        return []


def autocast(device, wanted=True):
    return torch.autocast(device, torch.bfloat16, enabled=wanted and has_bf16(device))
