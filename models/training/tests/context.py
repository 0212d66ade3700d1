"""Puts the recipe on the path, whatever the folder the tests are started from."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
