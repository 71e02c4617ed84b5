import { fullNumber, type PieChart } from "./chart-data";

const SIZE = 200;
const RADIUS = 92;

/** A pie, the segments clockwise from the top. */
export function Pie({ chart }: { readonly chart: PieChart }) {
  const whole = chart.segments.reduce((sum, { value }) => sum + value, 0) || 1;
  const begins = chart.segments.map((_, at) => chart.segments.slice(0, at).reduce((sum, { value }) => sum + value, 0));
  return (
    <svg width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" focusable="false">
      {chart.segments.map(({ label, value }, at) => (
        <path
          key={label}
          class={`chart-slice tint-${at + 1}`}
          d={slice((begins[at] ?? 0) / whole, ((begins[at] ?? 0) + value) / whole)}
        >
          <title>{`${label}: ${fullNumber(value)}`}</title>
        </path>
      ))}
    </svg>
  );
}

/** The outline of a segment between two shares of the whole; a segment that is the whole is a circle of two halves. */
function slice(from: number, to: number): string {
  const center = SIZE / 2;
  if (to - from > 0.9999) {
    const arc = `A ${RADIUS} ${RADIUS} 0 1 1`;
    return `M ${center} ${center - RADIUS} ${arc} ${center} ${center + RADIUS} ${arc} ${center} ${center - RADIUS} Z`;
  }
  const large = to - from > 0.5 ? 1 : 0;
  return `M ${center} ${center} L ${rim(from)} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${rim(to)} Z`;
}

function rim(share: number): string {
  const angle = 2 * Math.PI * share - Math.PI / 2;
  const at = (turn: number) => (SIZE / 2 + RADIUS * turn).toFixed(2);
  return `${at(Math.cos(angle))} ${at(Math.sin(angle))}`;
}
