"""Dalil: `streamlit run app.py` shows a sample, `… app.py -- [--case FILE.gpkg] [--places FILE.csv] [PATH…]` your own."""

import sys

import streamlit as st

from geo.ui.assets import ICON
from geo.ui.page import show

st.set_page_config("Dalil", ICON, layout="wide", initial_sidebar_state=300)
show(sys.argv[1:])
