"""The program without a face: everything that knows the job and nothing of Qt."""
