"""Builds the gazetteer and the basemap from pinned packages of public geodata."""
