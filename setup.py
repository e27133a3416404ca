"""Hand the version in metadata.txt, its single source, to setuptools; all else is in pyproject.toml."""

import configparser
import pathlib

from setuptools import setup

metadata = configparser.ConfigParser(interpolation=None)
metadata.read(pathlib.Path(__file__).with_name("metadata.txt"), encoding="utf-8")
setup(version=metadata["general"]["version"])
