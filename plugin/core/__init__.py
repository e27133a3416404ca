"""Values and laws that every floor shares: no input or output, no Qt, no QGIS, no pandas."""
