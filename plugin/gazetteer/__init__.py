"""Names to places and regions: look-up, candidates, polygons and directional parts of them."""
