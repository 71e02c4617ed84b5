import type { Block, KnownBlock } from "@slack/types";
import type { Metric } from "../../metrics/metrics";
import type { Message } from "./blocks";
import { plainForeign } from "./text";

/** Slack's chart, for messages alone; `@slack/types` has no type for it yet. */
export interface ChartBlock extends Block {
  readonly type: typeof CHART;
  readonly title: string;
  readonly chart: {
    readonly type: "line" | "bar";
    readonly series: readonly { readonly name: string; readonly data: readonly ChartPoint[] }[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label: string;
      readonly y_label: string;
    };
  };
}

interface ChartPoint {
  readonly label: string;
  readonly value: number;
}

/** A message with charts or a table, and the same in plain blocks for where Slack refuses them. */
export interface ChartMessage extends Omit<Message, "blocks"> {
  readonly blocks: (KnownBlock | ChartBlock)[];
  readonly plain: KnownBlock[];
}

/** What a chart draws: a value of each line for each label, in their order. */
export interface Chart {
  readonly kind: "line" | "bar";
  readonly title: string;
  readonly labels: readonly string[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** The title of an axis that shows a metric's values: "Talk time, minutes". */
export function valueAxis({ title, unit }: Pick<Metric, "title" | "unit">): string {
  return unit === "count" ? title : `${title}, ${unit}`;
}

export const CHART = "data_visualization";

/** Tells a chart from the blocks that are taken everywhere. */
export function isChart(block: KnownBlock | ChartBlock): block is ChartBlock {
  return block.type === CHART;
}
/** Slack's table that its reader sorts and pages, for messages alone. */
export const TABLE = "data_table";
/** A third chart makes Slack refuse the whole message. */
export const MAX_CHARTS = 2;
const MAX_TITLE = 50;
const MAX_LABEL = 20;

/** A chart as Slack takes it: names and labels are cut to 20 characters and stay different from each other. */
export function chartBlock({ kind, title, labels, xLabel, yLabel, lines }: Chart): ChartBlock {
  const categories = uniqueLabels(labels);
  const names = uniqueLabels(lines.map(({ name }) => name));
  return {
    type: CHART,
    title: cut(title, MAX_TITLE),
    chart: {
      type: kind,
      series: lines.map(({ values }, line) => ({
        name: names[line] ?? "",
        data: categories.map((label, at) => ({ label, value: values[at] ?? 0 })),
      })),
      axis_config: { categories, x_label: cut(xLabel, MAX_TITLE), y_label: cut(yLabel, MAX_TITLE) },
    },
  };
}

/** Cuts each text to 20 characters; where that makes two the same, the later ones are numbered: "Alexandra Montgom… 2". */
export function uniqueLabels(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let label = cut(text, MAX_LABEL);
    for (let count = 2; taken.has(label); count += 1) {
      const number = ` ${count}`;
      label = `${cut(text, MAX_LABEL - number.length)}${number}`;
    }
    taken.add(label);
    return label;
  });
}

/** Cuts a text to so many UTF-16 units, which is how Slack may count, without halving a character. */
function cut(text: string, most: number): string {
  const clean = plainForeign(text, most);
  if (clean.length <= most) return clean;
  let short = "";
  for (const character of clean) {
    if (short.length + character.length >= most) break;
    short += character;
  }
  return `${short}…`;
}
