import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { BlockProps } from "../blocks/basic-blocks";
import { Axes } from "./axes";
import { type AxisChart, chartData, fullNumber, type PieChart } from "./chart-data";
import { Pie } from "./pie";

/** A chart with its legend, and a table of the same for whoever cannot see it. */
export function Chart({ block }: BlockProps) {
  const chart = chartData(block);
  const title = useId();
  const { box, width } = useWidth();
  const named = chart.kind === "pie" ? chart.segments.map(({ label }) => label) : chart.series.map(({ name }) => name);
  return (
    <figure class="chart" aria-labelledby={title}>
      <figcaption id={title}>{chart.title}</figcaption>
      <ul class="chart-legend" aria-hidden="true">
        {named.map((name, at) => (
          <li key={name} class={`tint-${at + 1}`}>
            {name}
          </li>
        ))}
      </ul>
      {chart.kind !== "pie" && chart.yLabel !== "" && (
        <p class="chart-axis" aria-hidden="true">
          {chart.yLabel}
        </p>
      )}
      <div ref={box} class="chart-box">
        {chart.kind === "pie" ? <Pie chart={chart} /> : <Axes chart={chart} width={width} />}
      </div>
      {chart.kind !== "pie" && chart.xLabel !== "" && (
        <p class="chart-axis below" aria-hidden="true">
          {chart.xLabel}
        </p>
      )}
      <InWords chart={chart} />
    </figure>
  );
}

/** The chart's numbers as a table that only screen readers see. */
function InWords({ chart }: { readonly chart: AxisChart | PieChart }) {
  const { head, rows } = tableOf(chart);
  return (
    <table class="unseen">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {values.map((value, at) => (
              <td key={head[at + 1]}>{fullNumber(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

function tableOf(chart: AxisChart | PieChart): ChartTable {
  if (chart.kind === "pie") {
    return { head: ["Part", "Value"], rows: chart.segments.map(({ label, value }) => ({ label, values: [value] })) };
  }
  const rows = chart.categories.map((label, at) => ({
    label,
    values: chart.series.map(({ values }) => values[at] ?? 0),
  }));
  return { head: [chart.xLabel || "Category", ...chart.series.map(({ name }) => name)], rows };
}

const WIDEST = 620;

/** The width that a chart has room for, which changes with the window's. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDEST);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measure = () => setWidth(Math.max(200, Math.min(WIDEST, Math.floor(current.clientWidth))));
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
