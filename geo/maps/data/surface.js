// Two ways to see where events gather, each a choice in the layer control: districts shaded by their events, and a
// density surface (a Gaussian kernel over the marks of sites; whole districts and countries have no part in it).
//
//   dalil.surface(map, shading, density, options) -> {draw(districts), show(told)}
(function () {
  "use strict";

  const KERNEL = 34; // pixels: the kernel's reach on the screen
  const STEPS = [[254, 229, 217], [252, 174, 145], [251, 106, 74], [203, 24, 29]]; // ColorBrewer Reds, 4 classes
  const GRID = 2; // a density is computed for squares of so many pixels

  function colour(share) {
    return STEPS[Math.min(STEPS.length - 1, Math.floor(share * STEPS.length))];
  }

  // Shares are of the logarithm: one district of a war would leave all others white.
  function share(count, most) {
    return count ? Math.log1p(count) / Math.log1p(most) * 0.999 : 0;
  }

  const Density = window.L.Layer.extend({
    initialize: function (options) {
      window.L.setOptions(this, options);
      this._points = [];
    },
    show: function (marks) {
      this._points = marks.filter((mark) => !mark[7]).map((mark) => [mark[2], mark[1], mark[3]]);
      if (this._map) this._draw();
    },
    onAdd: function (map) {
      this._canvas = window.L.DomUtil.create("canvas", "dalil-density");
      this.getPane().appendChild(this._canvas);
      map.on("moveend zoomend resize", this._draw, this);
      this._draw();
    },
    onRemove: function (map) {
      map.off("moveend zoomend resize", this._draw, this);
      this._canvas.remove();
    },
    _draw: function () {
      const size = this._map.getSize(), wide = Math.ceil(size.x / GRID), high = Math.ceil(size.y / GRID);
      if (!wide || !high) return;
      window.L.DomUtil.setPosition(this._canvas, this._map.containerPointToLayerPoint([0, 0]));
      Object.assign(this._canvas, { width: wide, height: high });
      Object.assign(this._canvas.style, { width: `${wide * GRID}px`, height: `${high * GRID}px` });
      const mass = new Float32Array(wide * high), reach = KERNEL / GRID;
      for (const [latitude, longitude, count] of this._points) {
        const at = this._map.latLngToContainerPoint([latitude, longitude]).divideBy(GRID);
        for (let y = Math.max(0, Math.floor(at.y - 2 * reach)); y < Math.min(high, at.y + 2 * reach); y++) {
          for (let x = Math.max(0, Math.floor(at.x - 2 * reach)); x < Math.min(wide, at.x + 2 * reach); x++) {
            mass[y * wide + x] += count * Math.exp(-2 * ((x - at.x) ** 2 + (y - at.y) ** 2) / reach ** 2);
          }
        }
      }
      this._paint(mass, wide, high);
    },
    _paint: function (mass, wide, high) {
      const most = mass.reduce((left, right) => Math.max(left, right), 0);
      const context = this._canvas.getContext("2d"), image = context.createImageData(wide, high);
      for (let at = 0; most && at < mass.length; at++) {
        const part = mass[at] < 0.05 ? 0 : share(mass[at], most);
        if (!part) continue;
        image.data.set([...colour(part), 60 + 130 * part], at * 4);
      }
      context.putImageData(image, 0, 0);
    },
  });

  function surface(map, shading, density, options) {
    const heat = new Density({ pane: "density" }).addTo(density);
    let polygons = null, counts = {};
    const paint = () => {
      if (!polygons) return;
      const most = Math.max(0, ...Object.values(counts));
      polygons.eachLayer((polygon) => {
        const count = counts[polygon.feature.properties.en] || 0;
        polygon.setStyle({ fillColor: count ? `rgb(${colour(share(count, most))})` : "#ffffff", fillOpacity: count ? 0.75 : 0 });
        polygon.feature.properties.count = count;
      });
    };
    const tip = ({ feature }) => {
      const text = document.createElement("span");
      text.textContent = `${feature.properties[options.language]} · ${feature.properties.count}`;
      return text;
    };
    return {
      draw: (districts) => {
        polygons = window.L.geoJSON(districts, { pane: "shading", style: () => ({ color: "#8d8775", weight: 0.8 }) });
        polygons.bindTooltip(tip, { sticky: true, className: "dalil-tip" }).addTo(shading);
        paint();
      },
      show: (told) => {
        counts = told.districts;
        paint();
        heat.show(told.marks);
      },
    };
  }

  window.dalil = { ...window.dalil, surface };
})();
