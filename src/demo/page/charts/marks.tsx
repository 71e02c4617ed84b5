import type { AxisChart } from "./chart-data";
import { fullNumber } from "./chart-data";
import type { Plot } from "./scale";

interface MarksProps {
  readonly chart: AxisChart;
  readonly plot: Plot;
}

/** The lines of a chart with a dot for each point, over their areas where it has them. */
export function Lines({ chart, plot }: MarksProps) {
  return (
    <>
      {chart.series.map(({ name, values }, line) => {
        const points = values.map((value, at) => `${plot.x(at)},${plot.y(value)}`);
        const [first, last] = [plot.x(0), plot.x(values.length - 1)];
        const base = plot.y(0);
        return (
          <g key={name} class={`chart-line tint-${line + 1}`}>
            {chart.kind === "area" && <polygon points={`${first},${base} ${points.join(" ")} ${last},${base}`} />}
            <polyline points={points.join(" ")} />
            {values.map((value, at) => (
              <circle key={chart.categories[at]} cx={plot.x(at)} cy={plot.y(value)} r={3.5}>
                <Tip chart={chart} name={name} at={at} value={value} />
              </circle>
            ))}
          </g>
        );
      })}
    </>
  );
}

/** The bars of a chart, those of one category beside each other. */
export function Bars({ chart, plot }: MarksProps) {
  const group = plot.step * 0.72;
  const width = Math.min(34, group / chart.series.length);
  const begin = (width * chart.series.length) / 2;
  return (
    <>
      {chart.series.map(({ name, values }, line) => (
        <g key={name} class={`chart-bar tint-${line + 1}`}>
          {values.map((value, at) => {
            const [from, to] = [plot.y(Math.max(0, value)), plot.y(Math.min(0, value))];
            const x = plot.x(at) - begin + line * width;
            return (
              <rect
                key={chart.categories[at]}
                x={x}
                y={from}
                width={Math.max(1, width - 2)}
                height={Math.max(0, to - from)}
                rx={Math.min(2, width / 4)}
              >
                <Tip chart={chart} name={name} at={at} value={value} />
              </rect>
            );
          })}
        </g>
      ))}
    </>
  );
}

/** What the browser shows of a point that one points at. */
function Tip({
  chart,
  name,
  at,
  value,
}: {
  readonly chart: AxisChart;
  readonly name: string;
  readonly at: number;
  readonly value: number;
}) {
  return <title>{`${chart.categories[at]}, ${name}: ${fullNumber(value)}`}</title>;
}
