"""One file a step. A released step is never changed: what it lacks goes into a new one."""
