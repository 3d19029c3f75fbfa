// What the map does in the browser. Served beside its data, after Leaflet; no other script is needed.
//
//   dalil.base(map, offline, districts, names, shading, density, options)   once: panes, base map, names, legend, "fit all"
//   dalil.symbols(group, told)                            at each change: the marks that layers.py tells
//   dalil.places(group, rows)                             on the map where a place is put: what picking.py tells
(function () {
  "use strict";

  const FOLDER = new URL(".", document.currentScript.src);
  const FILES = ["land.geojson", "lines.geojson", "districts.geojson", "labels.geojson"];
  const LIBYA_ID = "434"; // ISO 3166 numeric
  const LIBYA = [[19.5, 9.3], [33.25, 25.2]];
  const LEGEND_WIDTH = 130; // pixels; most of it
  const NARROW = 480; // pixels; a map of less has no room for an open legend
  const INK = "#1f2937", PAPER = "#ffffff", ACCENT = "#111827", CHOSEN = "#4338a8";
  const PANES = { land: 210, shading: 215, districts: 220, density: 340, halos: 350, names: 380 };
  // Ring, fill and sign of each standing; null means the colour of the event's group.
  const STANDINGS = {
    reported: { color: INK, weight: 1.5, fillColor: null },
    claimed: { color: INK, weight: 2, dashArray: "3 2.5", fillColor: null, fillOpacity: 0.45 },
    planned: { color: null, weight: 3, dashArray: "1 4.5", fillColor: PAPER },
    denied: { color: null, weight: 2.5, fillColor: PAPER, sign: "×" },
    disputed: { color: null, weight: 2.5, dashArray: "7 3", fillColor: PAPER, sign: "?" },
    mixed: { color: INK, weight: 1, fillColor: PAPER },
  };
  let palette = [];
  let surface = null; // the shading and the density, which show what the marks show
  let opened = false; // whether the first marks have been drawn
  let extent = null; // [west, south, east, north] of the whole selection, in view or not
  let touched = false; // whether somebody, a link or a chosen point has moved the map

  function svg(tag, attributes, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // A mark in one piece, so that marks which overlap never mix: ring and fill, then the mix of groups and the count,
  // or the sign. A diamond stands for an area's representative point, a circle for a site.
  const Mark = window.L.CircleMarker.extend({
    onAdd: function (map) {
      window.L.CircleMarker.prototype.onAdd.call(this, map);
      this._face = svg("g", { class: "dalil-face" });
      this._face.append(...this.options.face);
      this._path.after(this._face);
      this._updatePath();
    },
    onRemove: function (map) {
      this._face.remove();
      window.L.CircleMarker.prototype.onRemove.call(this, map);
    },
    _updatePath: function () {
      const p = this._point, r = this._radius * 1.3;
      if (this.options.area && !this._empty()) {
        this._renderer._setPath(this, `M${p.x} ${p.y - r}L${p.x + r} ${p.y}L${p.x} ${p.y + r}L${p.x - r} ${p.y}Z`);
      } else {
        this._renderer._updateCircle(this);
      }
      if (this._face) this._face.setAttribute("transform", `translate(${p.x} ${p.y})`);
    },
  });

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function style(standing, colour) {
    const ring = STANDINGS[standing];
    return {
      color: ring.color || colour, weight: ring.weight, dashArray: ring.dashArray || null, opacity: 1,
      fill: true, fillColor: ring.fillColor || colour, fillOpacity: ring.fillOpacity || 0.95,
    };
  }

  function radius(count) {
    return count === 1 ? 7 : Math.min(26, 9 + 1.6 * Math.log2(count));
  }

  function thousands(count) {
    return count < 1000 ? String(count) : count < 1e6 ? `${+(count / 1000).toPrecision(2)}k` : `${+(count / 1e6).toPrecision(2)}M`;
  }

  // The share of each group as a ring of colours around the count; for one event the sign of its standing.
  function face(groups, count, standing, r) {
    const sign = STANDINGS[standing].sign;
    if (count === 1) return sign ? [svg("text", { y: 4, class: "dalil-sign" }, sign)] : [];
    let from = 0;
    const ring = groups.map(([group, part]) => {
      const slice = svg("circle", {
        r: r - 4, fill: "none", stroke: palette[group], "stroke-width": 4, pathLength: count,
        "stroke-dasharray": `${part} ${count - part}`, "stroke-dashoffset": -from,
      });
      from += part;
      return slice;
    });
    return [...ring, svg("text", { y: 3.5, class: "dalil-count" }, thousands(count))];
  }

  function symbol(row) {
    const [id, longitude, latitude, count, groups, standing, radiusKm, area, label, selected] = row;
    const place = [latitude, longitude], colour = palette[groups[0][0]], r = radius(count);
    const look = { ...style(standing, colour), radius: r, area, face: face(groups, count, standing, r), bubblingMouseEvents: false };
    if (count > 1) Object.assign(look, { fillColor: PAPER, fillOpacity: 0.95 });
    if (selected) Object.assign(look, { color: ACCENT, weight: 4, dashArray: null });
    const mark = new Mark(place, look);
    mark.feature = { type: "Feature", properties: { id, count, group: groups[0][0] } };
    mark.bindTooltip(element("span", "", label).outerHTML, { direction: "top", offset: [0, -r], className: "dalil-tip" });
    if (!radiusKm) return [mark];
    const halo = window.L.circle(place, {
      radius: radiusKm * 1000, pane: "halos", interactive: false, color: colour, weight: 1, opacity: 0.5,
      dashArray: "2 4", fill: !area, fillOpacity: 0.1,
    });
    return [halo, mark];
  }

  function symbols(group, told) {
    for (const row of told.marks) symbol(row).forEach((layer) => group.addLayer(layer));
    extent = told.extent;
    surface.show(told);
    if (told.view && !opened) {
      group.once("add", () => {
        touched = true;
        const [latitude, longitude, zoom] = told.view;
        group._map.setView([latitude, longitude], zoom, { animate: false });
      });
    }
    opened = true;
  }

  // Where the reader is, for layers.py and the link: the middle and a box half as wide again as what is seen, both on a
  // grid of an eighth of it. A pan within a square of the grid therefore tells nothing new, and costs no rerun.
  function tell(map) {
    const data = window.__GLOBAL_DATA__;
    if (!data || !touched || !map.getSize().x) return;
    const seen = map.getBounds(), wide = seen.pad(0.25), middle = seen.getCenter();
    const step = 2 ** Math.round(Math.log2(seen.getEast() - seen.getWest())) / 8;
    const snap = (degrees, round) => +(round(degrees / step) * step).toFixed(6);
    data.last_geocoder_result = {
      view: [snap(middle.lat, Math.round), snap(middle.lng, Math.round), map.getZoom()],
      box: [snap(wide.getWest(), Math.floor), snap(wide.getSouth(), Math.floor), snap(wide.getEast(), Math.ceil), snap(wide.getNorth(), Math.ceil)],
    };
  }

  // The places that the analyst added, and over them the point that is being set; clicks pass through both.
  function places(group, rows) {
    const look = { radius: 5, color: INK, weight: 1.5, fill: true, fillColor: PAPER, fillOpacity: 0.95, interactive: false };
    for (const [longitude, latitude, label] of rows.own) {
      group.addLayer(window.L.circleMarker([latitude, longitude], look)).addLayer(nameMark([latitude, longitude], label, "dalil-own dalil-top"));
    }
    extent = rows.extent;
    if (!rows.chosen) return;
    const [longitude, latitude, radiusKm] = rows.chosen, point = [latitude, longitude];
    group.addLayer(window.L.circle(point, {
      radius: radiusKm * 1000, color: CHOSEN, weight: 1.5, dashArray: "3 4", fill: true, fillOpacity: 0.12, interactive: false,
    }));
    group.addLayer(window.L.circleMarker(point, { ...look, radius: 7, weight: 3, color: CHOSEN }));
    group.once("add", () => { // st_folium adds the group when this has run
      const map = group._map;
      touched = true;
      if (!map.getBounds().pad(-0.05).contains(point)) map.setView(point, Math.max(map.getZoom(), 7), { animate: false });
    });
  }

  function fitAll(map) {
    const bounds = extent ? [[extent[1], extent[0]], [extent[3], extent[2]]] : LIBYA;
    map.fitBounds(bounds, { padding: [30, 30], maxZoom: 10 });
  }

  function control(map, position, content) {
    const made = new window.L.Control({ position });
    made.onAdd = () => {
      window.L.DomEvent.disableClickPropagation(content);
      window.L.DomEvent.disableScrollPropagation(content);
      return content;
    };
    made.addTo(map);
  }

  function swatch(entry) {
    const grey = style("reported", "#6b7280");
    const drawn = (look, tag, shape, sign) => [
      svg(tag, {
        ...shape, fill: look.fillColor, "fill-opacity": look.fillOpacity, stroke: look.color, "stroke-width": look.weight,
        "stroke-dasharray": look.dashArray || "", "stroke-linecap": "round",
      }),
      svg("text", { y: 4, class: "dalil-sign" }, sign || ""),
    ];
    const kinds = {
      group: () => drawn({ ...grey, fillColor: entry.colour, weight: 0 }, "circle", { r: 6 }),
      standing: () => drawn(style(entry.id, "#6b7280"), "circle", { r: 6 }, STANDINGS[entry.id].sign),
      stack: () => drawn({ ...grey, fillColor: PAPER, color: "#6b7280", weight: 3 }, "circle", { r: 7 }, "5"),
      area: () => drawn(grey, "path", { d: "M0-7.5L7.5 0L0 7.5L-7.5 0Z" }),
      halo: () => drawn({ ...grey, fillOpacity: 0.15, color: "#6b7280", weight: 1, dashArray: "2 3" }, "circle", { r: 8 }),
    };
    const box = svg("svg", { width: 20, height: 16, viewBox: "-11 -9 22 18", "aria-hidden": "true" });
    box.append(...kinds[entry.kind]());
    return box;
  }

  function roomy(map) {
    return map.getSize().x >= NARROW;
  }

  function legend(map, options) {
    const box = element("details", "dalil-box dalil-legend");
    box.dir = options.direction;
    box.append(element("summary", "", options.words.legend));
    for (const section of options.legend) {
      const list = element("ul", "");
      for (const entry of section) {
        const item = element("li", "");
        item.append(swatch(entry), element("span", "", entry.label));
        list.append(item);
      }
      box.append(list);
    }
    control(map, options.direction === "rtl" ? "bottomright" : "bottomleft", box);
    return box;
  }

  function fitButton(map, options) {
    const button = element("button", "dalil-box dalil-fit", options.words.fit_all);
    button.type = "button";
    button.dir = options.direction;
    button.addEventListener("click", () => fitAll(map));
    control(map, "topleft", button);
  }

  function load(file) {
    return fetch(new URL(file, FOLDER)).then((answer) => answer.json());
  }

  function nameMark(place, text, className) {
    const icon = window.L.divIcon({ className: `dalil-name ${className}`, html: element("span", "", text), iconSize: [0, 0] });
    return window.L.marker(place, { icon, interactive: false, keyboard: false, pane: "names" });
  }

  function namesFor(map, group, all) {
    const zoom = map.getZoom() + 0.5;
    for (const [from, layer] of all) {
      if (from <= zoom) group.addLayer(layer);
      else group.removeLayer(layer);
    }
  }

  // All files first, then all layers: which arrives first must not decide which lies on top.
  function draw(map, layers, language) {
    return Promise.all(FILES.map(load)).then(([land, lines, districts, labels]) => {
      const add = (group, data, pane, style) => group.addLayer(window.L.geoJSON(data, { pane, style, interactive: false }));
      add(layers.offline, land, "land", ({ properties }) => (
        { stroke: false, fillOpacity: 1, fillColor: properties.id === LIBYA_ID ? "#fdfcf8" : "#eeece5" }
      ));
      add(layers.offline, lines, "land", ({ properties }) => (
        properties.kind === "border" ? { color: "#8d8775", weight: 1.2 } : { color: "#8fb0bf", weight: 0.9 }
      ));
      surface.draw(districts);
      add(layers.districts, districts, "districts", () => ({ color: "#b8b1a0", weight: 0.8, dashArray: "3 3", fill: false }));
      const names = [];
      for (const { properties } of districts.features) {
        names.push([7.5, nameMark([properties.label[1], properties.label[0]], properties[language], "dalil-district")]);
      }
      for (const { properties, geometry } of labels.features) {
        const kind = properties.kind === "towns" ? `dalil-town dalil-${properties.side}` : "dalil-country";
        names.push([properties.zoom, nameMark([geometry.coordinates[1], geometry.coordinates[0]], properties[language], kind)]);
      }
      namesFor(map, layers.names, names);
      map.on("zoomend", () => namesFor(map, layers.names, names));
      map.getContainer().dataset.ready = "true";
    });
  }

  function base(map, offline, districts, names, shading, density, options) {
    palette = options.palette;
    for (const [pane, depth] of Object.entries(PANES)) {
      const made = map.createPane(pane);
      made.style.zIndex = depth;
      made.style.pointerEvents = pane === "shading" ? "auto" : "none";
    }
    surface = window.dalil.surface(map, shading, density, options);
    const credit = element("span", "", options.words.credit);
    credit.dir = options.direction;
    map.attributionControl.setPrefix(false).addAttribution(credit.outerHTML);
    window.L.control.scale({ imperial: false, position: options.direction === "rtl" ? "bottomleft" : "bottomright" }).addTo(map);
    map.getContainer().lang = options.language;
    fitButton(map, options);
    map.getContainer().classList.toggle("dalil-picking", options.picking);
    const box = options.picking ? null : legend(map, options);
    const start = () => { // the open legend hides nothing of Libya
      const open = box !== null && roomy(map), side = options.direction === "rtl" ? "paddingBottomRight" : "paddingTopLeft";
      if (box) box.open = open;
      map.fitBounds(LIBYA, { animate: false, [side]: [open ? LEGEND_WIDTH : 10, 10] });
    };
    start();
    touched = false;
    for (const act of ["pointerdown", "wheel", "keydown"]) {
      map.getContainer().addEventListener(act, () => { touched = true; }, { capture: true, passive: true });
    }
    new ResizeObserver(() => { // the page sizes the frame in steps; the whole country is in view until somebody moves the map
      map.invalidateSize({ animate: false });
      if (!touched && map.getSize().x > 0) start();
    }).observe(map.getContainer());
    map.on("moveend", () => tell(map));
    draw(map, { offline, districts, names }, options.language);
  }

  window.dalil = { ...window.dalil, base, symbols, places, fitAll };
})();
