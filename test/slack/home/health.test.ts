import type { Finding } from "../../../src/doctor/finding";
import type { Role } from "../../../src/people/person";
import type { SlackDeps } from "../../../src/slack/deps";
import { aPerson } from "../../support/builders/people";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines, pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const LEE: Finding = { id: "fishbowl-salesmen", state: "warning", says: "'B. Lee' is nobody.", todo: "Map him." };

describe("the health check in App Home", () => {
  const checks: { end(found: readonly Finding[]): void; fail(error: Error): void }[] = [];
  const roles = new Map<string, Role>();
  let harness: SlackHarness;
  beforeEach(async () => {
    checks.length = 0;
    for (const [id, role] of [
      ["U0MAX", "admin"],
      ["U0BEN", "admin"],
      ["U0ANA", "rep"],
    ] as const)
      roles.set(id, role);
    harness = await slackHarness({ deps: { ...adminsDeps(roles), doctor } });
  });
  afterEach(() => harness.close());

  const doctor = () => new Promise<readonly Finding[]>((end, fail) => void checks.push({ end, fail }));
  const shown = (user: string) => lines(harness.home(user));
  const shows = (user: string, words: RegExp) => eventually(() => shown(user).find((line) => words.test(line)));
  const lookAt = async (user: string) => {
    await harness.openHome(user);
    await shows(user, /^# Manage/);
    await harness.press(user, "home_health");
    await shows(user, /^# Health/);
  };

  it("says that it checks, then what it found, and keeps that for whoever looks later", async () => {
    await lookAt("U0MAX");
    expect(pressable(harness.home("U0MAX"))).toContain("run_check");

    const answer = await harness.press("U0MAX", "run_check");
    await shows("U0MAX", /^⏳ \*Checking…\* Max started it at 5:05 PM EDT/);
    expect(pressable(harness.home("U0MAX"))).not.toContain("run_check");
    const [check] = await eventually(() => checks.length > 0 && checks);
    check?.end([LEE]);

    await shows("U0MAX", /^'B. Lee' is nobody\.$/);
    expect(answer.status).toBe(200);
    expect(shown("U0MAX")).toEqual(expect.arrayContaining(["*What to do:* Map him.", "[run_check]"]));
    await lookAt("U0BEN");
    await shows("U0BEN", /^Checked just now by Max/);
    expect(checks).toHaveLength(1);
  });

  it("is one check for two presses, whose result every admin sees who looks on, and nobody else", async () => {
    await lookAt("U0MAX");
    await lookAt("U0BEN");
    await harness.openHome("U0ANA");
    await shows("U0ANA", /^# Wed, Oct 28/);

    await Promise.all([harness.press("U0MAX", "run_check"), harness.press("U0BEN", "run_check")]);
    for (const admin of ["U0MAX", "U0BEN"]) await shows(admin, /Checking/);
    for (const check of checks) check.end([LEE]);

    for (const admin of ["U0MAX", "U0BEN"]) await shows(admin, /B\. Lee/);
    await harness.app.idle();
    expect(checks).toHaveLength(1);
    expect(harness.calls("views.publish").filter(({ args }) => args.user_id === "U0ANA")).toHaveLength(1);
  });

  it("says sorry with the reference that the log has when it breaks, and can be run again", async () => {
    await lookAt("U0MAX");
    await harness.press("U0MAX", "run_check");
    await eventually(() => checks.length > 0);
    checks[0]?.fail(new Error("the database is gone"));

    await shows("U0MAX", /^Sorry, something went wrong.* reference: ref-1$/);
    const error = new Error("the database is gone");
    expect(harness.log.at("error").map(({ fields }) => fields)).toEqual([
      { reference: "ref-1", doing: "the health check", userId: "U0MAX", error },
    ]);
    await harness.press("U0MAX", "run_check");
    await eventually(() => checks.length > 1);
    checks[1]?.end([]);
    await shows("U0MAX", /All good/);
  });

  it("does not hold up a stop: the page says that the check did not come to its end", async () => {
    await lookAt("U0MAX");
    await harness.press("U0MAX", "run_check");
    await shows("U0MAX", /Checking/);

    await harness.app.stop();

    expect(shown("U0MAX")).toEqual(expect.arrayContaining([expect.stringMatching(/^Paceline stopped before/)]));
    checks[0]?.fail(new Error("its database was closed"));
    await harness.app.idle();
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("is refused to whoever is no admin any more and has the button still", async () => {
    await lookAt("U0MAX");
    roles.set("U0MAX", "manager");

    await harness.press("U0MAX", "run_check");

    const modal = await eventually(() => harness.slack.modals("U0MAX").at(-1));
    expect(JSON.stringify(modal)).toContain("Only admins can run the health check");
    await harness.app.idle();
    expect(checks).toHaveLength(0);
  });
});

/** What the admin's tab is drawn from. */
function adminsDeps(roles: ReadonlyMap<string, Role>): Pick<SlackDeps, "people" | "runs" | "facts"> {
  const names: Readonly<Record<string, string>> = { U0MAX: "Max", U0BEN: "Ben" };
  const one = async (id: string) => aPerson(id, { name: names[id] ?? id, role: roles.get(id) ?? "rep" });
  const all = () => Promise.all([...roles.keys()].map(one));
  return {
    people: { ...unusedDeps().people, one, all, salesmen: async () => [] },
    runs: { latest: async () => [], latestUnmatched: async () => [], ofReport: async () => null },
    facts: { unowned: async () => [], ownerMonths: async () => [], leftOutNames: async () => [] },
  };
}
