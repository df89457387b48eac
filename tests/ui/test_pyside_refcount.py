"""The installed PySide6 keeps its references to None."""

import subprocess
import sys

# Runs in a process of its own: where the promise breaks, the interpreter aborts.
_MANY_VOID_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
print(label.text())
"""


def test_twenty_thousand_void_calls_leave_the_interpreter_standing():
    finished = subprocess.run(
        [sys.executable, "-c", _MANY_VOID_CALLS], capture_output=True, text=True, check=False
    )
    assert (finished.returncode, finished.stdout.strip()) == (0, "19999"), finished.stderr
