import { LISTENERS } from "../../../src/slack/listeners";
import { WHY_METRICS, WHY_PICK } from "../../../src/slack/why/button-view";
import { forgedRequests } from "../../support/fakes/forged-requests";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

/**
 * What everybody may press and fill in: it changes nothing but one's own, and shows nothing that they may not see. All
 * else is refused to reps.
 */
const EVERYBODYS = new Set([
  ...[
    "sync_now",
    "recompute",
    "why_goal",
    "why_figure",
    "why_previous",
    "why_next",
    "why_left_out",
    "why_export",
    "history_export",
  ],
  WHY_PICK,
  ...WHY_METRICS,
  ...["trend_goal", "trend_this_month", "trend_last_month", "trend_weeks"],
  ...[
    "home_me",
    "home_team",
    "home_admin",
    "home_people",
    "home_roles",
    "home_teams",
    "home_boards",
    "home_settings",
    "home_imports",
    "home_runs",
    "home_health",
    "health_details",
    "home_back",
    "home_on",
  ],
  ...[
    "goal_cancel",
    "team_goals_previous",
    "team_goals_next",
    "goal_log_previous",
    "goal_log_next",
    "digest_again",
    "digest_unsnooze",
    "board_show",
    "board_place",
    // Whoever presses may see of it what they may see when they type it.
    "goals_run",
    "goals_mine",
    "goals_others",
    "goals_more",
  ],
  ...[
    "team_metric",
    "team_period",
    "team_everybody",
    "team_pick",
    "team_person",
    "team_back",
    // What it stands for asks.
    "team_more",
    "my_digest",
    "open_home",
    "my_recap",
    "team_recap_open",
    "intro_done",
    // Its link is Slack's.
    "message_person",
    "home_history",
    "home_my_settings",
    "my_away",
    "my_away_back",
    "digest_form",
    "away_form",
  ],
]);
const presses = Object.keys({ ...LISTENERS.actions, ...LISTENERS.goals, ...LISTENERS.home });
const edits = presses.filter((id) => !EVERYBODYS.has(id));
const forms = Object.keys(LISTENERS.forms).filter((id) => !EVERYBODYS.has(id));

describe("whoever may not change something", () => {
  let harness: SlackHarness;
  let requests: ReturnType<typeof forgedRequests>;
  beforeEach(async () => {
    harness = await slackHarness();
    requests = forgedRequests(harness);
  });
  afterEach(async () => {
    await harness.close();
  });

  it("finds no control for it in App Home", async () => {
    await harness.openHome("U0ANA");
    const home = await eventually(() => harness.home("U0ANA").length > 0 && harness.home("U0ANA"));

    expect(pressable(home).filter((id) => !EVERYBODYS.has(id))).toEqual([]);
    expect(pressable(home)).not.toEqual(expect.arrayContaining(["home_team"]));
  });

  it.each(edits)("is refused when %s is pressed all the same, privately and with a line in the log", async (id) => {
    const answer = await requests.press("U0ANA", { id });

    const [said] = await eventually(() => harness.dm("U0ANA").length > 0 && harness.dm("U0ANA"));
    expect(answer.status).toBe(200);
    expect(said?.text).toMatch(/^Only ((a team.s |a rep.s own )?managers and )?admins can /);
    expect(refusals()).toMatchObject([{ userId: "U0ANA", role: "rep", doing: id }]);
    expect(harness.log.at("error")).toEqual([]);
  });

  it.each(forms)("is refused when %s is handed in all the same", async (id) => {
    const answer = await requests.submit("U0ANA", id);

    expect(await answer.json()).toMatchObject({
      response_action: "update",
      view: { title: { text: "Not allowed" } },
    });
    expect(refusals()).toMatchObject([{ userId: "U0ANA", role: "rep", doing: id }]);
    expect(harness.log.at("error")).toEqual([]);
  });

  it("sees their own page where a made-up button leads to another", async () => {
    await requests.press("U0ANA", { id: "home_admin", value: '{"tab":"admin"}' });

    const home = await eventually(() => harness.home("U0ANA").length > 0 && harness.home("U0ANA"));
    expect(pressable(home)).toContain("home_my_settings");
  });

  const refusals = () =>
    harness.log.at("info").flatMap(({ fields, message }) => (message === "Refused what others may do" ? [fields] : []));
});
