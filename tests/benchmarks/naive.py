"""The dashboard as most write it: a Marker with a popup for each event, the whole map made anew at each change.

`streamlit run tests/benchmarks/naive.py -- EVENTS.csv`; the benchmark `dashboard.py` runs it. Only where its scripts come
from is ours, as nothing here may ask the net: Leaflet from this machine, and two lines in the stead of jQuery.
"""

import sys

import folium
import pandas as pd
import streamlit as st
from folium.template import Template
from streamlit.components.v1 import declare_component
from streamlit_folium import st_folium

from geo.maps.leaflet_files import leaflet_folder

NO_JQUERY = "window.$ = html => [new DOMParser().parseFromString(html, 'text/html').body.firstChild];"


class Shim(folium.MacroElement):
    """What folium's popups ask of jQuery."""

    _template = Template("{% macro script(this, kwargs) %}" + NO_JQUERY + "{% endmacro %}")


def main() -> None:
    """The page."""
    st.set_page_config(layout="wide")
    leaflet = declare_component("naive_files", path=leaflet_folder())
    events = pd.read_csv(sys.argv[1])
    faction = st.sidebar.selectbox("Faction", ["all", *sorted(events["faction"].unique())])
    start, end = st.sidebar.slider("Years", 2011, 2021, (2011, 2021))
    shown = events[(events["year"] >= start) & (events["year"] <= end)]
    if faction != "all":
        shown = shown[shown["faction"] == faction]
    st.write(f"{len(shown)} events")

    m = folium.Map([27, 17], zoom_start=5, tiles=None)
    m.default_js = [("leaflet", f"../{leaflet.name}/leaflet.js")]
    m.default_css = [("leaflet", f"../{leaflet.name}/leaflet.css")]
    m.add_child(Shim())
    for row in shown.itertuples():
        popup = folium.Popup(f"<b>{row.event_type}</b><br>{row.date}<br>{row.passage}", max_width=300)
        folium.Marker([row.latitude, row.longitude], popup=popup, tooltip=row.event_type).add_to(m)
    st_folium(m, height=500, use_container_width=True)


if __name__ == "__main__":
    main()
