"""Runs the README's steps in one go, from nothing, on a part of the data: rehearse.py --data DATA --work WORK

The commands are those of the table there, but for the tokens that are trained on. What comes out is no good model; the
point is that every command runs on what the one before it wrote. Steps called optional there, and those for a model
that is shipped, are left out. Stops at the first that fails; --first goes on there."""
import argparse
import gzip
import lzma
import os
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..')
FILES = {'train.jsonl.xz': lzma, 'dev.jsonl.gz': gzip, 'test.jsonl.gz': gzip, 'raw.txt.xz': lzma}
ROW = re.compile(r'^\| (?P<step>[^|]+) \| (?P<where>[^|`]*)`(?P<command>[^`]+)`')
LEFT_OUT = re.compile(r'optional|shipped')


def steps(readme):
    """Names and commands of the table's rows; those that start with npm belong into the repository's root."""
    found = [ROW.match(line) for line in readme.split('\n')]
    return [(row['step'], row['command']) for row in found
            if row and not LEFT_OUT.search(row['step'] + row['where'])]


def filled(command, data, work, tokens):
    """The command with the folders that the README names, this very Python, and so many tokens."""
    command = command.replace('../NAME', 'NAME').replace('models/NAME', 'NAME').replace('../card', 'WORK/card')
    for name, path in (('NAME', os.path.join(work, 'model')), ('DATA', data), ('WORK', work)):
        command = re.sub(rf'\b{name}\b', path, command)
    command = re.sub(r' --before \S+', '', command)
    command = re.sub(r'^python3\b', sys.executable, command)
    return re.sub(r'--tokens \S+', f'--tokens {tokens}', command)


def write_part(data, folder, every):
    """Every `every`-th line of each file of the data."""
    os.makedirs(folder, exist_ok=True)
    for name, packing in FILES.items():
        with packing.open(os.path.join(data, name), 'rt', encoding='utf-8', newline='\n') as lines, \
                packing.open(os.path.join(folder, name), 'wt', encoding='utf-8', newline='\n') as out:
            out.writelines(line for number, line in enumerate(lines) if number % every == 0)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--data', required=True)
    p.add_argument('--work', required=True, help='a folder that is empty or not there yet')
    p.add_argument('--first', type=int, default=1, help='number of the step to go on with, in the folder as it was left')
    p.add_argument('--every', type=int, default=20, help='of the data every so many-th line')
    p.add_argument('--tokens', type=int, default=300_000, help='of each training step')
    a = p.parse_args()
    work = os.path.abspath(a.work)
    data, card = os.path.join(work, 'data'), os.path.join(work, 'card')
    if a.first == 1:
        if os.path.isdir(work) and os.listdir(work):
            p.error(f'{work} is not empty: what lies there would be taken for a step\'s own')
        write_part(a.data, data, a.every)
        os.makedirs(card)
    with open(os.path.join(HERE, 'README.md'), encoding='utf-8') as f:
        table = steps(f.read())
    for number, (step, command) in enumerate(table[a.first - 1:], a.first):
        command, began = filled(command, data, work, a.tokens), time.time()
        print(f'== {number}: {step}\n$ {command}', flush=True)
        subprocess.run(command, shell=True, check=True, cwd=ROOT if command.startswith('npm') else HERE)
        print(f'   {time.time() - began:.0f} s', flush=True)
    print('steps', a.first, 'to', len(table), 'passed')


if __name__ == '__main__':
    main()
