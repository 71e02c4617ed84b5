import type { AxisChart } from "./chart-data";
import { Bars, Lines } from "./marks";
import { labelled, plotOf, tickLabel } from "./scale";

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
      {labelled(categories, plot.step).map((at) => (
        <text
          key={categories[at]}
          class="chart-label"
          x={Math.min(plot.x(at), width)}
          y={HEIGHT - 8}
          text-anchor={anchor(plot.x(at), { width, label: categories[at] ?? "" })}
        >
          {categories[at]}
        </text>
      ))}
    </svg>
  );
}

/** Keeps a label at the edge within the drawing. */
function anchor(x: number, { width, label }: { readonly width: number; readonly label: string }): "middle" | "end" {
  return x + label.length * 3.3 > width ? "end" : "middle";
}
