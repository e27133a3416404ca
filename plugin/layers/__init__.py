"""Events to files that any GIS opens, styled and ready to scrub."""
