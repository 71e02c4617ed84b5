import { playMorning } from "../../src/demo/play-morning";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { REPS } from "../../src/demo/sample/team";
import { TEAM_CHANNELS } from "../../src/demo/sample/teams";
import { teamCalendarOf } from "../../src/goals/holidays";
import { day } from "../../src/time/day";
import { type ControlsHarness, controlsHarness } from "../support/harness/demo/controls";

const ANA = REPS.ana.slack;
const NOVEMBER = { from: day("2026-11-01"), to: day("2026-11-30") };

describe("the workspace of npm run demo", () => {
  let harness: ControlsHarness;
  beforeAll(async () => {
    harness = await controlsHarness({ morning: true });
  }, 60_000);
  afterAll(() => harness.close());

  const posted = (channel: string) => harness.fakes.slack.messages(channel).map(({ text }) => text);
  const ofAna = () => posted(harness.fakes.slack.dm(ANA));
  const boards = () => ["C0SALES001", ...TEAM_CHANNELS.map(({ id }) => id)].map(posted);

  it("opens with what the app posted by itself at 8:00 AM: the boards in their channels, and each rep's digest", () => {
    expect(boards()).toEqual([
      [
        expect.stringMatching(
          /^Everyone's leaderboard: this week through yesterday \(Tue, Oct 27\)\. Wholesale sales: /,
        ),
      ],
      [expect.stringMatching(/^East's leaderboard: this week through yesterday/)],
      [expect.stringMatching(/^West's leaderboard: this week through yesterday/)],
    ]);
    expect(ofAna()).toEqual([expect.stringMatching(/^Your goals for Wed, Oct 28/)]);
    expect(Math.abs(harness.clock.now().getTime() - SAMPLE_NOW.getTime())).toBeLessThan(60_000);
  });

  it("keeps the country's holidays: November has 19 workdays", async () => {
    const { settings, holidays } = harness.app;

    const { holidays: off } = teamCalendarOf({ team: await settings.read(), book: holidays, paceDays: "working" }, [
      NOVEMBER,
    ]);

    expect([...off].sort()).toEqual(["2026-11-11", "2026-11-26"]);
  });

  it("brings by the first sync of a visitor what the day has brought since, and no figure twice", async () => {
    const before = await harness.today(ANA, "phone_call_quantity");

    await harness.sync(ANA);

    const whole = await controlsHarness();
    await whole.sync(ANA);
    for (const type of ["phone_call_quantity", "email_quantity", "new_sales_wholesale"]) {
      expect(await harness.ofMonth(ANA, type)).toBe(await whole.ofMonth(ANA, type));
    }
    expect(await harness.today(ANA, "phone_call_quantity")).toBeGreaterThanOrEqual(before);
    await whole.close();
  }, 60_000);

  it("is the same after a reset, and at a second start, when Slack's stand-in begins anew", async () => {
    const [first, [digest]] = [boards(), ofAna()];

    await harness.controls.reset();

    expect([boards(), ofAna()]).toEqual([first, [digest]]);
    harness.fakes.slack.restore();
    await playMorning(harness);
    expect(boards()).toEqual(first);
  }, 60_000);
});
