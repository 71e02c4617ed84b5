import type { AxisChart } from "./chart-data";
import { Bars, Lines } from "./marks";
import { placedLabels, plotOf, tickLabel } from "./scale";

const HEIGHT = 220;

/** A chart with axes, as wide as it is given room for. */
export function Axes({ chart, width }: { readonly chart: AxisChart; readonly width: number }) {
  const { series, categories, kind } = chart;
  const plot = plotOf({ series, count: categories.length, width, height: HEIGHT });
  const Marks = kind === "bar" ? Bars : Lines;
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {plot.ticks.map((tick) => (
        <g key={tick} class={tick === 0 ? "chart-grid zero" : "chart-grid"}>
          <line x1={plot.left} x2={plot.right} y1={plot.y(tick)} y2={plot.y(tick)} />
          <text x={plot.left - 6} y={plot.y(tick) + 4} text-anchor="end">
            {tickLabel(tick)}
          </text>
        </g>
      ))}
      <Marks chart={chart} plot={plot} />
      {placedLabels(categories, { x: plot.x, width }).map(({ at, text, x }) => (
        <text key={categories[at]} class="chart-label" x={x} y={HEIGHT - 8} text-anchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}
