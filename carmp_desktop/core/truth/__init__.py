"""The truth check: local and quiet looks at a finished image, each ending in a doubt or in none."""
