// Draws the charts. All text is in the page already: without this script nothing is lost but the pictures.
(() => {
  "use strict";
  const { shapes, drawings } = JSON.parse(document.getElementById("drawings").textContent);
  const lines = ["solid", "dashed", "dotted", [12, 4, 2, 4]];
  const symbols = ["circle", "rect", "triangle", "diamond"];
  const decals = [
    { symbol: "none" },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 },
    { symbol: "circle", dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0] },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 2 },
  ];
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // A shape has one colour, one dash and one sign on the whole page.
  function place(shape) {
    if (!shapes.includes(shape)) {
      shapes.push(shape);
    }
    return shapes.indexOf(shape) % lines.length;
  }

  const short = (value) =>
    Math.abs(value) >= 1000
      ? Math.round(value).toLocaleString("en")
      : String(Number(value.toPrecision(3)));

  function axis(name, changes) {
    return {
      name,
      nameLocation: "middle",
      nameGap: 30,
      nameTextStyle: { color: colour("--soft") },
      axisLabel: { color: colour("--soft"), formatter: short, hideOverlap: true },
      axisLine: { show: true, lineStyle: { color: colour("--line") } },
      splitLine: { lineStyle: { color: colour("--faint") } },
      ...changes,
    };
  }

  // Each step to the right leaves a tenth of the orders: 90 %, 99 %, 99.9 %.
  const tail = (percentile) => 100 / (100 - percentile);

  function points(chart, series) {
    const pairs = series.points.map(([x, y]) => [Number(x), Number(y)]).filter(([, y]) => !Number.isNaN(y));
    return chart.kind === "percentiles"
      ? pairs.filter(([x, y]) => x < 99.999 && y > 0).map(([x, y]) => [tail(x), y])
      : pairs;
  }

  function lineSeries(chart, series, first) {
    const look = place(series.shape);
    const data = points(chart, series);
    return {
      type: "line",
      name: series.shape,
      data,
      color: colour("--shape-" + look),
      lineStyle: { type: lines[look], width: 2.5 },
      symbol: symbols[look],
      symbolSize: 8,
      showSymbol: data.length <= 30,
      emphasis: { disabled: true },
      markLine: first && chart.marks.length > 0 ? {
        symbol: "none",
        silent: true,
        lineStyle: { color: colour("--soft"), type: [3, 3], width: 1 },
        label: { color: colour("--ink"), formatter: (mark) => String(mark.dataIndex + 1), fontWeight: "bold" },
        data: chart.marks.map((mark) => ({ xAxis: mark.x })),
      } : undefined,
    };
  }

  function barSeries(chart, series) {
    const look = place(series.shape);
    return {
      type: "bar",
      name: series.shape,
      data: series.points.map(([, y]) => Number(y)),
      barMaxWidth: 26,
      itemStyle: {
        color: colour("--shape-" + look),
        decal: { ...decals[look], color: colour("--paper") },
      },
      label: { show: true, position: "right", color: colour("--ink"), formatter: ({ value }) => short(value) },
      emphasis: { disabled: true },
    };
  }

  const names = (chart) => chart.series.reduce((a, b) => (b.labels.length > a.length ? b.labels : a), []);

  // The room is for the names of bars, in pixels.
  function axes(chart, room) {
    const y = axis(chart.yLabel, { nameGap: 48, scale: false });
    switch (chart.kind) {
      case "percentiles":
        return {
          xAxis: axis(chart.xLabel, {
            type: "log",
            min: 1,
            axisLabel: {
              color: colour("--soft"),
              formatter: (value) => String(Number((100 - 100 / value).toFixed(4))),
            },
          }),
          yAxis: { ...y, type: "log" },
        };
      case "bars":
        // They lie, because their names are sentences.
        return {
          xAxis: axis(chart.yLabel, { type: "value" }),
          yAxis: axis("", {
            type: "category",
            inverse: true,
            data: names(chart),
            axisLabel: { color: colour("--ink"), interval: 0, overflow: "break", width: room },
          }),
        };
      default:
        return { xAxis: axis(chart.xLabel, { type: "value" }), yAxis: { ...y, type: "value", min: 0 } };
    }
  }

  function option(chart, width) {
    const room = Math.min(220, width * 0.35);
    const ordered = [...chart.series].sort((a, b) => place(a.shape) - place(b.shape));
    return {
      animation: false,
      backgroundColor: "transparent",
      textStyle: { fontFamily: "system-ui, sans-serif" },
      legend: { top: 0, left: 0, itemWidth: 40, textStyle: { color: colour("--ink"), fontSize: 14 } },
      grid: { left: chart.kind === "bars" ? room + 16 : 64, right: chart.kind === "bars" ? 56 : 24, top: 48, bottom: 48 },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        valueFormatter: (value) => (value == null ? "–" : short(Number(value))),
        backgroundColor: colour("--paper"),
        borderColor: colour("--line"),
        textStyle: { color: colour("--ink") },
        axisPointer: {
          label: {
            formatter: ({ value }) =>
              chart.kind === "percentiles" ? "percentile " + Number((100 - 100 / value).toFixed(3)) : String(value),
          },
        },
      },
      ...axes(chart, room),
      series: ordered.map((series, index) =>
        chart.kind === "bars" ? barSeries(chart, series) : lineSeries(chart, series, index === 0)),
    };
  }

  const drawn = drawings.map(({ id, chart }) => {
    const element = document.getElementById(id);
    if (chart.kind === "bars") {
      element.style.height = 120 + names(chart).length * (chart.series.length * 28 + 20) + "px";
    }
    const picture = echarts.init(element, null, { renderer: "svg" });
    new ResizeObserver(() => {
      picture.resize();
      show({ picture, chart });
    }).observe(element);
    return { picture, chart };
  });
  function show({ picture, chart }) {
    picture.setOption(option(chart, picture.getWidth()), true);
  }
  const draw = () => drawn.forEach(show);
  dark.addEventListener("change", draw);
  draw();
})();
