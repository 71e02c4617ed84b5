import { isJson, type Json, jsonOf, listOf, objectsOf } from "../json";
import { checkEach, checkKeys, checkString, type ReportFault } from "./check";
import { LIMITS } from "./limits";

const KINDS = ["line", "bar", "area"];

/** Checks a chart: its title, and either a pie's segments or series with a point for each category. */
export function checkChart(report: ReportFault, pointer: string, block: Json): void {
  checkString(report, `${pointer}/title`, block.title, { min: 1, max: LIMITS.chartTitle });
  const { chart } = block;
  if (!isJson(chart)) report(`${pointer}/chart`, "must be an object");
  else if (chart.type === "pie") checkPie(report, `${pointer}/chart`, chart);
  else if (KINDS.includes(String(chart.type))) checkSeries(report, `${pointer}/chart`, chart);
  else report(`${pointer}/chart/type`, "must be one of: line, bar, area, pie");
}

function checkPie(report: ReportFault, pointer: string, chart: Json): void {
  checkKeys(report, pointer, chart, ["type", "segments"]);
  checkEach(report, `${pointer}/segments`, { of: chart.segments, max: LIMITS.chartSeries }, (at, segment) => {
    checkKeys(report, at, segment, ["label", "value"]);
    checkString(report, `${at}/label`, segment.label, { min: 1, max: LIMITS.chartLabel });
    if (!isFiniteNumber(segment.value) || segment.value <= 0) report(`${at}/value`, "must be a number above 0");
  });
  checkUnique(report, `${pointer}/segments`, names(chart.segments, "label"));
}

function checkSeries(report: ReportFault, pointer: string, chart: Json): void {
  checkKeys(report, pointer, chart, ["type", "series", "axis_config"]);
  const axes = `${pointer}/axis_config`;
  if (!isJson(chart.axis_config)) report(axes, "must be an object");
  const { categories, x_label: x, y_label: y, ...others } = jsonOf(chart.axis_config);
  checkKeys(report, axes, others, []);
  const labels = listOf(categories);
  if (labels.length < 1) report(`${axes}/categories`, "no fewer than 1 items allowed");
  if (labels.length > LIMITS.chartPoints)
    report(`${axes}/categories`, `no more than ${LIMITS.chartPoints} items allowed`);
  for (const [at, label] of labels.entries()) {
    checkString(report, `${axes}/categories/${at}`, label, { min: 1, max: LIMITS.chartLabel });
  }
  checkUnique(report, `${axes}/categories`, labels);
  if (x !== undefined) checkString(report, `${axes}/x_label`, x, { max: LIMITS.chartTitle });
  if (y !== undefined) checkString(report, `${axes}/y_label`, y, { max: LIMITS.chartTitle });
  checkEach(report, `${pointer}/series`, { of: chart.series, max: LIMITS.chartSeries }, (at, series) => {
    checkKeys(report, at, series, ["name", "data"]);
    checkString(report, `${at}/name`, series.name, { min: 1, max: LIMITS.chartLabel });
    checkPoints(report, `${at}/data`, { data: series.data, labels });
  });
  checkUnique(report, `${pointer}/series`, names(chart.series, "name"));
}

/** Checks that there is exactly one point for each category, in any order. */
function checkPoints(
  report: ReportFault,
  pointer: string,
  { data, labels }: { readonly data: unknown; readonly labels: readonly unknown[] },
): void {
  checkEach(report, pointer, { of: data, max: LIMITS.chartPoints }, (at, point) => {
    checkKeys(report, at, point, ["label", "value"]);
    if (!isFiniteNumber(point.value)) report(`${at}/value`, "must be a finite number");
  });
  const pointed = names(data, "label");
  const fits = pointed.length === labels.length && labels.every((label) => pointed.includes(label));
  if (!fits) report(pointer, "must have exactly one point for each category");
}

function checkUnique(report: ReportFault, pointer: string, values: readonly unknown[]): void {
  if (new Set(values).size < values.length) report(pointer, "must be unique");
}

function names(list: unknown, field: string): readonly unknown[] {
  return objectsOf(list).map((item) => item[field]);
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
