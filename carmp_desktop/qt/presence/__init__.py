"""The program among others: one window to a profile, told when done, gone on while hidden."""
