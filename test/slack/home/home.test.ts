import { anOverview, CALLS } from "../../support/builders/overviews";
import { aReport } from "../../support/builders/reports";
import { eventually } from "../../support/wait";
import { type SlackLab, slackLab } from "../lab";
import { lines } from "../lines";

describe("App Home", () => {
  let lab: SlackLab;
  beforeEach(async () => {
    lab = await slackLab();
  });
  afterEach(() => lab.close());

  it("shows the same figures as /goals", async () => {
    await lab.openHome("U0ANA");
    await lab.command("U0ANA", "/goals", "");
    const [answer] = await eventually(() => lab.responses().length > 0 && lab.responses());
    const home = await eventually(() => lab.home("U0ANA").length > 0 && lines(lab.home("U0ANA")));

    expect(home).toContain("▰▱▱▱▱▱▱▱▱▱ 12 % · *51 of 400*");
    expect(home).toContain("▰▰▰▰▰▰▰▰▰▰ 101 % · *$9,120.50 of $9,000*");
    expect(answer).toMatchObject({
      response_type: "ephemeral",
      text: "Your goals: Calls 51 of 400 (weekly, Mon 26 Oct – Sun 1 Nov); Wholesale sales $9,120.50 of $9,000 (daily, Wed 28 Oct)",
    });
  });

  it("draws afresh when its hash is stale", async () => {
    await lab.openHome("U0ANA");
    await eventually(() => lab.home("U0ANA").length > 0);

    lab.slack.faults.push({ method: "views.publish", outcome: { error: "hash_conflict" } });
    lab.overviews.set("U0ANA", anOverview({ goals: [{ ...CALLS, current: 52 }] }));
    await lab.openHome("U0ANA");

    await eventually(() => lines(lab.home("U0ANA")).includes("▰▱▱▱▱▱▱▱▱▱ 13 % · *52 of 400*"));
    expect(lab.calls("views.publish").map(({ args }) => typeof args.hash)).toEqual([
      "undefined",
      "string",
      "undefined",
    ]);
    expect(lab.log.at("warn", "error")).toEqual([]);
  });

  it("explains to a guest whom it is for", async () => {
    await lab.openHome("U0GUEST");
    const home = await eventually(() => lab.home("U0GUEST").length > 0 && lines(lab.home("U0GUEST")));

    expect(home).toEqual([expect.stringMatching(/^Paceline is for full members of this workspace/)]);
  });

  it("greets a newcomer with what to do first", async () => {
    await lab.openHome("U0NEW");
    const home = await eventually(() => lab.home("U0NEW").length > 0 && lines(lab.home("U0NEW")));

    expect(home).toContain("We have not met yet. Press *Sync now* below, and I will learn who you are in each source.");
    expect(home.at(-1)).toBe("[sync_now]");
  });

  it("says sorry with a reference when figures cannot be read", async () => {
    lab.breakOverviews(new Error("the database is gone"));
    await lab.openHome("U0ANA");
    const home = await eventually(() => lab.home("U0ANA").length > 0 && lines(lab.home("U0ANA")));

    expect(home).toEqual([expect.stringMatching(/^Sorry, that did not work.* reference: ref-1$/)]);
    expect(lab.log.at("error").map(({ fields }) => fields)).toEqual([
      { reference: "ref-1", doing: "app_home_opened", userId: "U0ANA", error: new Error("the database is gone") },
    ]);
  });

  it("syncs the last 30 days by its button, and is the button again at the end", async () => {
    await lab.openHome("U0ANA");
    await eventually(() => lab.home("U0ANA").length > 0);

    const answer = await lab.press("U0ANA", "sync_now");
    const run = await eventually(() => lab.sync.runs[0]);
    const shows = (text: string) => eventually(() => lines(lab.home("U0ANA")).includes(text));
    await shows("⏳ *Syncing now:* Copper ⏸ · JustCall ⏸ · Fishbowl ⏸ · Goals ⏸");
    run.progress({ copper: "done", justcall: "running", fishbowl: "off", goals: "waiting" });
    await shows("⏳ *Syncing now:* Copper ✅ · JustCall ⏳ · Fishbowl ➖ · Goals ⏸");
    run.end(aReport());
    await shows("[sync_now]");

    expect(answer.status).toBe(200);
    expect(run.ask).toEqual({ range: { from: "2026-09-29", to: "2026-10-28" }, userId: "U0ANA", trigger: "slack" });
    expect(lab.dm("U0ANA").map(({ text }) => text)).toEqual([expect.stringMatching(/^✅ Synced 29 Sep – 28 Oct\./)]);
  });

  it("is drawn afresh for those whose figures changed while it is open, and for nobody else", async () => {
    await lab.openHome("U0ANA");
    await eventually(() => lab.home("U0ANA").length > 0);
    lab.overviews.set("U0ANA", anOverview({ goals: [{ ...CALLS, current: 52 }] }));

    await lab.app.refreshHomes(["U0NEW"]);
    const before = lines(lab.home("U0ANA"));
    await lab.app.refreshHomes(["U0ANA", "U0NEW"]);

    expect(before).toContain("▰▱▱▱▱▱▱▱▱▱ 12 % · *51 of 400*");
    expect(lines(lab.home("U0ANA"))).toContain("▰▱▱▱▱▱▱▱▱▱ 13 % · *52 of 400*");
    expect(lab.home("U0NEW")).toEqual([]);
  });
});
