"""The engine on this computer: the user's own photo, cut out, set in a studio, repainted."""
