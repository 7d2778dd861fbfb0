"""What makes the images: one door (`door`), and behind it Replicate and the local studio."""
