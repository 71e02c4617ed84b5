import { VARIABLES } from "../../src/config/variables";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { sampleMonth } from "../../src/demo/sample/sample-month";

describe("the demo's keys", () => {
  const started: Fakes[] = [];
  afterAll(() => Promise.all(started.map((fakes) => fakes.close())));

  /** The secrets of one start, by the variable that they go by. */
  const secretsOfStart = async () => {
    const fakes = await startFakes(sampleMonth(), () => new Date("2026-10-28T21:05:00Z"));
    started.push(fakes);
    const secret = new Set(
      Object.entries(VARIABLES).flatMap(([name, variable]) => ("secret" in variable ? [name] : [])),
    );
    return Object.entries(fakes.env).filter(([name]) => secret.has(name));
  };

  it("are others at each start, so that no page that was left open and no stranger knows them", async () => {
    const [first, second] = [await secretsOfStart(), await secretsOfStart()];

    expect(first.map(([name]) => name).sort()).toEqual([
      "API_TOKEN",
      "COPPER_API_KEY",
      "COPPER_WEBHOOK_SECRET",
      "JUSTCALL_API_KEY",
      "JUSTCALL_API_SECRET",
      "SLACK_BOT_TOKEN",
      "SLACK_SIGNING_SECRET",
    ]);
    expect(new Set([...first, ...second].map(([, value]) => value)).size).toBe(14);
    for (const [, value] of first) expect(value).toMatch(/[0-9a-f]{32}$/);
  });
});
