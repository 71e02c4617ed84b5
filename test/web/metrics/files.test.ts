import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { processMeter } from "../../../src/web/metrics/process-meter";
import { metricsRoute } from "../../../src/web/metrics/route";
import { recordedLog } from "../../support/env/logs/recorded-logs";

const WEB = join(__dirname, "../../../src/web");
const text = (file: string) => readFileSync(join(WEB, file), "utf8");
const rules = z
  .object({ groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })) })
  .parse(parse(text("metrics/alerts.yml")));
const dashboard = z
  .object({ panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })) })) })
  .parse(JSON.parse(text("metrics/dashboard.json")));
const expressions = [
  ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

/** Names every metric there is, with its labels, by asking what the endpoint asks. */
async function existing(): Promise<ReadonlyMap<string, readonly string[]>> {
  const meter = processMeter();
  metricsRoute({
    ...{ token: undefined, meter, now: () => new Date(), clock: () => 0, tickAgeMs: () => null, log: recordedLog() },
    stored: () => Promise.reject(new Error("not asked")),
  });
  meter.measureProcess();
  const metrics = meter.registry.getMetricsAsArray();
  return new Map(metrics.map((metric) => [metric.name, z.array(z.string()).parse(Reflect.get(metric, "labelNames"))]));
}

/** The metrics that an expression names, less what Prometheus adds to the name of a histogram, and its own `up`. */
function named(expression: string): readonly string[] {
  const names = expression.match(/\b(?:paceline|nodejs|process)_\w+/g) ?? [];
  return names.map((name) => name.replace(/_bucket$/, ""));
}

describe("the metrics", () => {
  it("stand in README, each with its labels, and README has no other", async () => {
    const rows = [...text("README.md").matchAll(/^\| `(paceline_\w+)` +\|(.*?)\|/gm)];
    const described = rows.map(([, name = "", labels = ""]) => [name, labels.match(/\w+/g) ?? []]);
    const own = [...(await existing())].filter(([name]) => name.startsWith("paceline_"));

    expect(described.sort()).toEqual(own.sort());
  });

  it("are all in the dashboard, and no alert, dashboard or README names one that does not exist", async () => {
    const names = [...(await existing()).keys()];
    const inReadme = text("README.md").match(/\b(?:paceline|nodejs|process)_\w+/g) ?? [];
    const charted = dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => named(expr)));

    expect([...expressions.flatMap(named), ...inReadme].filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith("paceline_") && !charted.includes(name))).toEqual([]);
  });

  it("have no label that could hold a person, a team or a channel", async () => {
    const labels = [...(await existing())].flatMap(([name, own]) => (name.startsWith("paceline_") ? own : []));

    expect([...new Set(labels)].sort()).toEqual(["kind", "outcome", "source", "state", "trigger"]);
  });

  it("are alerted of by rules whose names are all different", () => {
    const names = rules.groups.flatMap((group) => group.rules.map(({ alert }) => alert));

    expect(names.length).toBeGreaterThan(8);
    expect(new Set(names).size).toBe(names.length);
  });
});
