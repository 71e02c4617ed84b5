import { type Json, jsonOf, listOf, objectsOf, textOf } from "../../slack/json";

/** A chart with axes: a value of each series for each category. */
export interface AxisChart {
  readonly kind: "line" | "bar" | "area";
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
}

/** One line, area or color of bars, with a value for each category. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly number[];
}

/** A pie: shares of a whole. */
export interface PieChart {
  readonly kind: "pie";
  readonly title: string;
  readonly segments: readonly { readonly label: string; readonly value: number }[];
}

/** Reads what a chart block draws; the points of a series may come in any order. */
export function chartData(block: Json): AxisChart | PieChart {
  const title = textOf(block.title) ?? "";
  const chart = jsonOf(block.chart);
  if (chart.type === "pie") return { kind: "pie", title, segments: objectsOf(chart.segments).map(labelledValue) };
  const axes = jsonOf(chart.axis_config);
  const categories = listOf(axes.categories).map(String);
  return {
    kind: chart.type === "bar" || chart.type === "area" ? chart.type : "line",
    title,
    categories,
    series: objectsOf(chart.series).map(({ name, data }) => {
      const values = new Map(objectsOf(data).map(({ label, value }) => [String(label), Number(value)]));
      return { name: String(name), values: categories.map((category) => values.get(category) ?? 0) };
    }),
    xLabel: textOf(axes.x_label) ?? "",
    yLabel: textOf(axes.y_label) ?? "",
  };
}

function labelledValue({ label, value }: Json): PieChart["segments"][number] {
  return { label: String(label), value: Number(value) };
}

const FULL = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** "1,234.5". */
export function fullNumber(value: number): string {
  return FULL.format(value);
}
