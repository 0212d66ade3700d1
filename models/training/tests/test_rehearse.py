import os
import sys
import unittest

import context  # noqa: F401
import rehearse

TABLE = '''| step | command (in this folder) | time |
|---|---|---|
| data | `python3 prepare.py --data DATA --work WORK --words /usr/share/dict/words` | 5 min |
| training | `python3 finetune.py --run WORK/finetune --tokens 12e6 --teacher 0.3` | 30 min |
| optional: a point between | `python3 blend.py --one OLD.pt` | 5 s |
| numbers | in the repository's root: `npm run evaluate -- DATA/dev.jsonl.gz --model models/NAME` | 3 min |
| curves | `python3 curves.py --before ../card/curves.json --runs WORK/finetune --out ../card` (without it from nothing) | 1 s |
| figures, once NAME is shipped | in the repository's root: `npm run card -- DATA/test.jsonl.gz` | 10 min |
'''


class Rehearse(unittest.TestCase):
    def test_takes_the_steps_of_the_table_that_need_nothing_more(self):
        self.assertEqual([step for step, _ in rehearse.steps(TABLE)], ['data', 'training', 'numbers', 'curves'])

    def test_fills_in_folders_and_tokens(self):
        commands = [rehearse.filled(command, '/d', '/w', 500) for _, command in rehearse.steps(TABLE)]
        self.assertEqual(commands, [
            f'{sys.executable} prepare.py --data /d --work /w --words /usr/share/dict/words',
            f'{sys.executable} finetune.py --run /w/finetune --tokens 500 --teacher 0.3',
            'npm run evaluate -- /d/dev.jsonl.gz --model /w/model',
            f'{sys.executable} curves.py --runs /w/finetune --out /w/card'])

    def test_finds_every_script_of_the_readme(self):
        with open(os.path.join(rehearse.HERE, 'README.md'), encoding='utf-8') as f:
            commands = [command for _, command in rehearse.steps(f.read())]
        self.assertGreater(len(commands), 12)
        for command in commands:
            self.assertNotRegex(rehearse.filled(command, '/d', '/w', 500), r'\b(NAME|WORK|DATA|OLD\w*)\b')


if __name__ == '__main__':
    unittest.main()
