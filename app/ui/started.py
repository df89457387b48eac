"""How long ago this process began: for measuring the start of the program."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def milliseconds_since_start() -> int:
    """Whole milliseconds since the operating system made this process.

    Where the system does not say, since Python's own clock of it began.
    """
    began_s = _began_s()
    return max(0, round((time.time() - began_s) * 1000))


def _began_s() -> float:
    """When the process began, in seconds of `time.time`."""
    try:
        if sys.platform == "win32":
            return _began_on_windows()
        if sys.platform == "linux":
            return _began_on_linux()
    except (OSError, ValueError, AttributeError):
        pass
    return time.time() - time.process_time()


def _began_on_linux() -> float:
    stat = Path("/proc/self/stat").read_text("ascii", "replace")
    # The name in brackets may itself hold blanks and brackets: count from its end.
    ticks = int(stat.rpartition(")")[2].split()[19])
    since_boot = ticks / os.sysconf("SC_CLK_TCK")
    return time.time() - (time.clock_gettime(time.CLOCK_BOOTTIME) - since_boot)


def _began_on_windows() -> float:
    import ctypes

    times = [ctypes.c_ulonglong() for _ in range(4)]
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not kernel.GetProcessTimes(handle, *(ctypes.byref(each) for each in times)):
        raise OSError
    hundred_ns_since_1601 = times[0].value
    return float(hundred_ns_since_1601) / 1e7 - 11_644_473_600
