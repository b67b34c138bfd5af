"""Numbers that learn by Adam (Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization")."""

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
_NEW, _NEW_SQUARED = 0.1, 0.001  # how much the slope at hand counts beside those before it
_LEAST = 1e-8


class Adam:
    """Goes down a slope a step a batch, the further the steadier it is."""

    def __init__(self, values: Doubles) -> None:
        self.values = values
        self._mean, self._square, self._steps = np.zeros_like(values), np.zeros_like(values), 0

    def step(self, slope: Doubles, rate: float) -> None:
        """One step, of about ``rate`` where the slope is steady."""
        self._steps += 1
        self._mean += _NEW * (slope - self._mean)
        self._square += _NEW_SQUARED * (slope * slope - self._square)
        old, old_squared = (1 - _NEW) ** self._steps, (1 - _NEW_SQUARED) ** self._steps
        warm = (1 - old_squared) ** 0.5 / (1 - old)
        self.values -= rate * warm * self._mean / (np.sqrt(self._square) + _LEAST)
