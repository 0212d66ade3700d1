"""Curves add up over runs, also over those that only an earlier curves.json remembers."""
import json
import os
import tempfile
import unittest

import context  # noqa: F401
import curves


class Curves(unittest.TestCase):
    def test_tokens_go_on_from_run_to_run(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, tokens in (('one', (10, 20)), ('two', (5, 15))):
                os.makedirs(os.path.join(folder, name))
                with open(os.path.join(folder, name, 'curve.jsonl'), 'w') as f:
                    f.writelines(json.dumps({'tokens': n, 'tone': .5}) + '\n' for n in tokens)
            runs = [os.path.join(folder, name) for name in ('one', 'two')]
            points = curves.read(runs, [{'tokens': 100, 'tone': .6, 'run': 'zero'}])
            self.assertEqual([(p['run'], p['tokens']) for p in points],
                             [('zero', 100), ('one', 110), ('one', 120), ('two', 125), ('two', 135)])
            self.assertEqual([p['tokens'] for p in curves.read(runs)], [10, 20, 25, 35])


if __name__ == '__main__':
    unittest.main()
