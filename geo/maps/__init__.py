"""The map: folium layers over an offline base map.

    build_map(language, picking)         -> folium.Map of constant content       base.py
    use_local_files(map, leaflet, base)  -> no request leaves the machine        leaflet_files.py
    symbols_group(selection, language)   -> folium.FeatureGroup, the data        layers.py
    moved_view(seen) -> MapView                                                  view.py
    picking_group(own, point, radius)    -> the same, where a place is put       picking.py

In the dashboard (streamlit is imported in `geo/ui` only):

    leaflet = declare_component("leaflet_files", path=leaflet_folder())
    base = declare_component("base_map_files", path=base_map_folder())

    @st.fragment
    def draw():
        map_ = build_map(language)  # fresh each run: a cached Map is mutated by st_folium
        use_local_files(map_, f"../{leaflet.name}", f"../{base.name}")
        seen = st_folium(map_, key="map", feature_group_to_add=symbols_group(selection, language),
                         returned_objects=RETURNED, use_container_width=True, height=560)
        clicked = clicked_symbol(seen)  # -> rows_of(selection, clicked)
"""
