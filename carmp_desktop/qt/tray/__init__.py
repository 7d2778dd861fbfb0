"""The foot of the window: the jobs that run, wait or failed."""
