// What the map does in the browser. Served beside its data, after Leaflet; no other script is needed.
//
//   dalil.base(map, offline, districts, names, options)   once: panes, base map, names, legend, "fit all"
//   dalil.symbols(group, rows)                            at each change: the marks that layers.py tells
(function () {
  "use strict";

  const FOLDER = new URL(".", document.currentScript.src);
  const LIBYA = [[19.5, 9.3], [33.25, 25.2]];
  const INK = "#1f2937", PAPER = "#ffffff", ACCENT = "#111827";
  const PANES = { land: 210, districts: 220, halos: 350, names: 380, counts: 450 };
  // Ring, fill and sign of each standing; null means the colour of the event's group.
  const STANDINGS = {
    reported: { color: INK, weight: 1.5, fillColor: null },
    claimed: { color: INK, weight: 2, dashArray: "3 2.5", fillColor: null },
    planned: { color: null, weight: 3, dashArray: "1 4.5", fillColor: PAPER },
    denied: { color: null, weight: 2.5, fillColor: PAPER, sign: "×" },
    disputed: { color: null, weight: 2.5, dashArray: "7 3", fillColor: PAPER, sign: "≠" },
    mixed: { color: INK, weight: 1, fillColor: PAPER },
  };
  let palette = [];
  let shown = null;

  // A diamond: an area's representative point, not a site.
  const Diamond = window.L.CircleMarker.extend({
    _updatePath: function () {
      const p = this._point, r = this._radius * 1.25;
      const path = `M${p.x} ${p.y - r}L${p.x + r} ${p.y}L${p.x} ${p.y + r}L${p.x - r} ${p.y}Z`;
      this._renderer._setPath(this, this._empty() ? "M0 0" : path);
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
      fill: true, fillColor: ring.fillColor || colour, fillOpacity: 0.95,
    };
  }

  function radius(count) {
    return count === 1 ? 7 : Math.min(26, 9 + 1.6 * Math.log2(count));
  }

  function thousands(count) {
    return count < 1000 ? String(count) : count < 1e6 ? `${+(count / 1000).toPrecision(2)}k` : `${+(count / 1e6).toPrecision(2)}M`;
  }

  // The share of each group as a ring of colours around the count.
  function mix(groups, count, size) {
    let from = 0;
    const slices = groups.map(([group, part]) => {
      const to = from + (360 * part) / count, slice = `${palette[group]} ${from}deg ${to}deg`;
      from = to;
      return slice;
    });
    const ring = element("span", "dalil-mix");
    ring.style.cssText = `width:${size}px;height:${size}px;background:conic-gradient(${slices.join(",")})`;
    ring.append(element("b", "", thousands(count)));
    return ring;
  }

  function badge(place, content, size) {
    return window.L.marker(place, {
      icon: window.L.divIcon({ className: "dalil-badge", html: content, iconSize: [size, size] }),
      interactive: false, keyboard: false, pane: "counts",
    });
  }

  function symbol(row) {
    const [id, longitude, latitude, count, groups, standing, radiusKm, area, label, selected] = row;
    const place = [latitude, longitude], colour = palette[groups[0][0]], r = radius(count);
    const look = { ...style(standing, colour), radius: r, bubblingMouseEvents: false };
    if (count > 1) look.fillColor = PAPER;
    if (selected) Object.assign(look, { color: ACCENT, weight: 4, dashArray: null });
    const mark = new (area ? Diamond : window.L.CircleMarker)(place, look);
    mark.feature = { type: "Feature", properties: { id, count, group: groups[0][0] } };
    mark.bindTooltip(element("span", "", label).outerHTML, { direction: "top", offset: [0, -r], className: "dalil-tip" });
    const layers = [mark], sign = STANDINGS[standing].sign;
    if (radiusKm) {
      layers.push(window.L.circle(place, {
        radius: radiusKm * 1000, pane: "halos", interactive: false, color: colour, weight: 1, opacity: 0.5,
        dashArray: "2 4", fillOpacity: area ? 0.03 : 0.1,
      }));
    }
    if (count > 1) layers.push(badge(place, mix(groups, count, 2 * r - 3), 2 * r - 3));
    else if (sign) layers.push(badge(place, element("b", "dalil-sign", sign), 14));
    return layers;
  }

  function symbols(group, rows) {
    for (const row of rows) symbol(row).forEach((layer) => group.addLayer(layer));
    shown = group;
  }

  function fitAll(map) {
    const bounds = shown && shown.getLayers().length ? shown.getBounds() : window.L.latLngBounds(LIBYA);
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
    const svg = (body) => `<svg width="22" height="18" viewBox="-11 -9 22 18" aria-hidden="true">${body}</svg>`;
    const drawn = (look, shape) => svg(`<${shape} fill="${look.fillColor}" stroke="${look.color}" stroke-width="${look.weight}"` +
      ` stroke-linecap="round" stroke-dasharray="${look.dashArray || ""}"/>`);
    if (entry.kind === "group") return drawn({ ...style("reported", entry.colour), weight: 0 }, 'circle r="6"');
    if (entry.kind === "standing") {
      const sign = STANDINGS[entry.id].sign || "";
      const ring = drawn(style(entry.id, "#6b7280"), 'circle r="6"');
      return ring.replace("</svg>", `<text text-anchor="middle" y="4" font-size="11" font-weight="700">${sign}</text></svg>`);
    }
    if (entry.kind === "area") return drawn({ ...style("reported", "#6b7280") }, 'path d="M0-7.5L7.5 0L0 7.5L-7.5 0Z"');
    if (entry.kind === "halo") return svg('<circle r="8" fill="#6b7280" fill-opacity=".18" stroke="#6b7280" stroke-dasharray="2 3"/>');
    return svg('<circle r="7" fill="#fff" stroke="#6b7280" stroke-width="3"/><text text-anchor="middle" y="3.5" font-size="9">5</text>');
  }

  function legend(map, options) {
    const box = element("details", "dalil-box dalil-legend");
    box.open = true;
    box.dir = options.direction;
    box.append(element("summary", "", options.words.legend));
    for (const section of options.legend) {
      const list = element("ul", "");
      for (const entry of section) {
        const item = element("li", "");
        item.innerHTML = swatch(entry);
        item.append(element("span", "", entry.label));
        list.append(item);
      }
      box.append(list);
    }
    control(map, options.direction === "rtl" ? "bottomright" : "bottomleft", box);
  }

  function fitButton(map, options) {
    const button = element("button", "dalil-box dalil-fit", options.words.fit_all);
    button.type = "button";
    button.dir = options.direction;
    button.addEventListener("click", () => fitAll(map));
    control(map, "topleft", button);
  }

  function load(file, draw) {
    return fetch(new URL(file, FOLDER)).then((answer) => answer.json()).then(draw);
  }

  function name(layers, place, text, className, zoom) {
    const icon = window.L.divIcon({ className: `dalil-name ${className}`, html: element("span", "", text), iconSize: [0, 0] });
    layers.push([zoom, window.L.marker(place, { icon, interactive: false, keyboard: false, pane: "names" })]);
  }

  function namesFor(map, group, all) {
    const zoom = map.getZoom() + 0.5;
    for (const [from, layer] of all) {
      if (from <= zoom) group.addLayer(layer);
      else group.removeLayer(layer);
    }
  }

  function draw(map, layers, language) {
    const names = [];
    const shapes = (pane, look) => (data) => ({ data, options: { pane, interactive: false, style: look } });
    const add = (group, made) => group.addLayer(window.L.geoJSON(made.data, made.options));
    const jobs = [
      load("land.geojson", shapes("land", ({ properties }) => (
        { stroke: false, fillOpacity: 1, fillColor: properties.id === "434" ? "#fdfcf8" : "#eeece5" }
      ))).then((made) => add(layers.offline, made)),
      load("lines.geojson", shapes("land", ({ properties }) => (
        properties.kind === "border" ? { color: "#8d8775", weight: 1.2 } : { color: "#8fb0bf", weight: 0.9 }
      ))).then((made) => add(layers.offline, made)),
      load("districts.geojson", (data) => {
        add(layers.districts, shapes("districts", () => ({ color: "#b8b1a0", weight: 0.8, dashArray: "3 3", fill: false }))(data));
        for (const { properties } of data.features) {
          name(names, [properties.label[1], properties.label[0]], properties[language], "dalil-district", 7.5);
        }
      }),
      load("labels.geojson", (data) => {
        for (const { properties, geometry } of data.features) {
          const kind = properties.kind === "towns" ? `dalil-town dalil-${properties.side}` : "dalil-country";
          name(names, [geometry.coordinates[1], geometry.coordinates[0]], properties[language], kind, properties.zoom);
        }
      }),
    ];
    return Promise.all(jobs).then(() => {
      namesFor(map, layers.names, names);
      map.on("zoomend", () => namesFor(map, layers.names, names));
      map.getContainer().dataset.ready = "true";
    });
  }

  function base(map, offline, districts, names, options) {
    palette = options.palette;
    for (const [pane, depth] of Object.entries(PANES)) {
      const made = map.createPane(pane);
      made.style.zIndex = depth;
      made.style.pointerEvents = "none";
    }
    map.attributionControl.setPrefix(false);
    map.getContainer().lang = options.language;
    map.fitBounds(LIBYA);
    let sized = map.getSize().x > 0;
    new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      if (!sized && map.getSize().x > 0) {
        sized = true;
        map.fitBounds(LIBYA, { animate: false });
      }
    }).observe(map.getContainer());
    fitButton(map, options);
    legend(map, options);
    draw(map, { offline, districts, names }, options.language);
  }

  window.dalil = { base, symbols, fitAll };
})();
