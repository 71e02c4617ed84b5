import { waitingProgress } from "../../../src/sync/report";
import { anOverview, CALLS } from "../../support/builders/overviews";
import { aReport } from "../../support/builders/reports";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("App Home", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  it("shows the same figures as /goals", async () => {
    await harness.openHome("U0ANA");
    await harness.command("U0ANA", "/goals", "");
    const [answer] = await eventually(() => harness.responses().length > 0 && harness.responses());
    const home = await eventually(() => harness.home("U0ANA").length > 0 && lines(harness.home("U0ANA")));

    expect(home).toContain("🔴 Week: *51 of 400*, behind by 109; if nothing more today: 175 a day");
    expect(home).toContain("*Wholesale sales*: ▰▰▰▰▰ *$9,120 of $9,000 today* ✅ done");
    expect(answer).toMatchObject({
      response_type: "ephemeral",
      text: "Your goals: Calls 51 of 400 (weekly, Mon, Oct 26 – Sun, Nov 1); Wholesale sales $9,120 of $9,000 (daily, Wed, Oct 28)",
    });
  });

  it("renders anew when its hash is stale", async () => {
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);

    harness.slack.faults.push({ method: "views.publish", outcome: { error: "hash_conflict" } });
    harness.overviews.set("U0ANA", anOverview({ goals: [{ ...CALLS, current: 52 }] }));
    await harness.openHome("U0ANA");

    await eventually(() =>
      lines(harness.home("U0ANA")).includes("🔴 Week: *52 of 400*, behind by 108; if nothing more today: 175 a day"),
    );
    expect(harness.calls("views.publish").map(({ args }) => typeof args.hash)).toEqual([
      "undefined",
      "string",
      "undefined",
    ]);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("opens for an admin on what needs them, and on their own page where they have goals", async () => {
    harness.roles.set("U0MAX", "admin");
    harness.roles.set("U0BEN", "admin");
    harness.overviews.set("U0BEN", anOverview());
    const shows = (user: string, line: string) => eventually(() => lines(harness.home(user)).includes(line));

    await harness.openHome("U0MAX");
    await shows("U0MAX", "# Manage");
    await harness.press("U0MAX", "home_me");
    await shows("U0MAX", "# My goals");
    await harness.openHome("U0BEN");
    await shows("U0BEN", "# Wed, Oct 28");
    await harness.press("U0BEN", "home_admin");
    await shows("U0BEN", "# Manage");

    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("explains to a guest whom it is for", async () => {
    await harness.openHome("U0GUEST");
    const home = await eventually(() => harness.home("U0GUEST").length > 0 && lines(harness.home("U0GUEST")));

    expect(home).toEqual([
      "# Guests can't use Paceline",
      "If you sell for this team, ask a workspace admin about access.",
      "Paceline shows sales teams their calls, emails, sales, and goals.",
    ]);
  });

  it("greets a newcomer with what to do first", async () => {
    await harness.openHome("U0NEW");
    const home = await eventually(() => harness.home("U0NEW").length > 0 && lines(harness.home("U0NEW")));

    expect(home).toContain("We haven't met yet. Press *Sync now* below and I'll find you in each data source.");
    expect(home.at(-1)).toBe("[sync_now]");
  });

  it("says sorry with a reference when figures cannot be read", async () => {
    harness.breakOverviews(new Error("the database is gone"));
    await harness.openHome("U0ANA");
    const home = await eventually(() => harness.home("U0ANA").length > 0 && lines(harness.home("U0ANA")));

    expect(home).toEqual([expect.stringMatching(/^Sorry, something went wrong.* reference: ref-1$/)]);
    expect(harness.log.at("error").map(({ fields }) => fields)).toEqual([
      { reference: "ref-1", doing: "app_home_opened", userId: "U0ANA", error: new Error("the database is gone") },
    ]);
  });

  it("syncs the last 30 days by its button, and is the button again at the end", async () => {
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);

    const answer = await harness.press("U0ANA", "sync_now");
    const run = await eventually(() => harness.sync.runs[0]);
    const shows = (text: string) => eventually(() => lines(harness.home("U0ANA")).includes(text));
    await shows("⏳ *Syncing now:* Copper ⏸ · JustCall ⏸ · Fishbowl ⏸ · Goals ⏸");
    run.progress({ ...waitingProgress(), copper: "done", justcall: "running", fishbowl: "off", goals: "waiting" });
    await shows("⏳ *Syncing now:* Copper ✅ · JustCall ⏳ · Fishbowl ➖ · Goals ⏸");
    run.end(aReport());
    await shows("[sync_now]");

    expect(answer.status).toBe(200);
    expect(run.ask).toEqual({ range: { from: "2026-09-29", to: "2026-10-28" }, userId: "U0ANA", trigger: "slack" });
    expect(harness.dm("U0ANA").map(({ text }) => text)).toEqual([
      expect.stringMatching(/^✅ Synced Sep 29 – Oct 28\./),
    ]);
  });

  it("is rendered anew for those whose figures changed while it is open, and for nobody else", async () => {
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);
    harness.overviews.set("U0ANA", anOverview({ goals: [{ ...CALLS, current: 52 }] }));

    await harness.app.refreshHomes(["U0NEW"]);
    const before = lines(harness.home("U0ANA"));
    await harness.app.refreshHomes(["U0ANA", "U0NEW"]);

    expect(before).toContain("🔴 Week: *51 of 400*, behind by 109; if nothing more today: 175 a day");
    expect(lines(harness.home("U0ANA"))).toContain(
      "🔴 Week: *52 of 400*, behind by 108; if nothing more today: 175 a day",
    );
    expect(harness.home("U0NEW")).toEqual([]);
  });
});
