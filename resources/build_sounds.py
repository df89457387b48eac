"""Build the two tones heard after a scan (developers only): `python resources/build_sounds.py`."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

SOUNDS = Path(__file__).parent / "sounds"
RATE_HZ = 22_050
LOUDNESS = 0.35

# (frequency in Hz, length in ms) one after the other; 0 Hz is silence.
TONES = {
    "good.wav": ((1318.5, 60), (1760.0, 110)),
    "bad.wav": ((233.1, 130), (0.0, 50), (196.0, 190)),
}


def samples(frequency_hz: float, length_ms: int) -> list[int]:
    """One note with a soft start and end, so that no speaker clicks."""
    count = RATE_HZ * length_ms // 1000
    fade = RATE_HZ * 8 // 1000
    notes = []
    for index in range(count):
        envelope = min(1.0, index / fade, (count - index) / fade)
        angle = 2 * math.pi * frequency_hz * index / RATE_HZ
        # A little of the third harmonic carries over a shop's noise.
        value = math.sin(angle) + 0.25 * math.sin(3 * angle)
        notes.append(int(32_767 * LOUDNESS * envelope * value / 1.25))
    return notes


def main() -> None:
    """Write every tone."""
    for name, notes in TONES.items():
        data = [value for frequency, length in notes for value in samples(frequency, length)]
        with wave.open(str(SOUNDS / name), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(RATE_HZ)
            sound.writeframes(struct.pack(f"<{len(data)}h", *data))


if __name__ == "__main__":
    main()
