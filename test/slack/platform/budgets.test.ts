import { aReport } from "../../support/builders/reports";
import { forgedRequests } from "../../support/fakes/forged-requests";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

describe("whoever asks again and again", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(async () => {
    for (const run of harness.sync.runs) run.end(aReport());
    await harness.close();
  });

  it("is answered by the sync that runs for them: one run, one message, and each closing line", async () => {
    for (let time = 0; time < 3; time += 1) await harness.commandInChannel("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);
    await harness.commandInChannel("U0ANA", "/sync", "7d");
    await eventually(() => harness.sync.runs.length === 2);

    run.end(aReport());
    harness.sync.runs[1]?.end(aReport());
    await harness.app.idle();

    expect(harness.sync.runs).toHaveLength(2);
    expect(harness.dm("U0ANA")).toHaveLength(2);
    expect(harness.responses()).toHaveLength(4);
    expect(harness.calls("conversations.open")).toHaveLength(1);
  });

  it("gets 300 requests a minute, before anything is asked of Slack, while others are served", async () => {
    const requests = forgedRequests(harness);
    await Promise.all(Array.from({ length: 300 }, () => requests.command("U0ANA", ["/goals", "help"])));

    const answers = await Promise.all(Array.from({ length: 30 }, () => requests.command("U0ANA", ["/goals", "help"])));
    const other = await requests.command("U0BEN", ["/goals", "help"]);

    const texts = await Promise.all([...answers, other].map((answer) => answer.text()));
    expect(texts.filter((text) => text.includes("That was a lot at once"))).toHaveLength(30);
    expect(texts.at(-1)).not.toContain("That was a lot at once");
    expect(harness.log.at("warn").map(({ fields }) => fields)).toEqual([{ userId: "U0ANA" }]);
  });

  it("is told so beyond them, privately: in each form, and once a minute of what they press, here or in Home", async () => {
    const requests = forgedRequests(harness);
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);
    for (const user of ["U0ANA", "U0BEN"])
      await Promise.all(Array.from({ length: 300 }, () => requests.command(user, ["/goals", "help"])));
    const before = harness.slack.calls.length;

    for (let time = 0; time < 3; time += 1) await harness.press("U0ANA", "sync_now");
    await Promise.all([1, 2, 3].map(() => requests.press("U0BEN", { id: "goal_undo" })));
    const forms = await Promise.all([1, 2].map(() => requests.submit("U0BEN", "digest_form")));
    await harness.app.idle();

    const said = "That was a lot at once. Wait a minute, then try again.";
    const views = await Promise.all(forms.map((answer) => answer.text()));
    expect(views.filter((view) => view.includes(said))).toHaveLength(2);
    expect(harness.slack.calls.slice(before).map(({ method }) => method)).toEqual(["views.open"]);
    expect(JSON.stringify(harness.slack.modals("U0ANA"))).toContain(said);
    expect(harness.responses()).toMatchObject([{ response_type: "ephemeral", replace_original: false, text: said }]);
    expect(harness.sync.runs).toEqual([]);
  });

  it("is told three times a minute that guests have no rights, whatever they press, and costs no more of Slack", async () => {
    const requests = forgedRequests(harness);

    for (let time = 0; time < 20; time += 1) await requests.press("U0GUEST", { id: "sync_now" });
    await harness.app.idle();

    expect(harness.dm("U0GUEST")).toHaveLength(3);
    expect(harness.calls("conversations.open", "chat.postMessage", "views.publish", "users.info")).toHaveLength(8);
    expect(harness.sync.runs).toEqual([]);
  });

  it("keeps no page and no modal waiting while Slack limits messages", async () => {
    harness.slack.faults.push({ method: "chat.postMessage", times: 1, outcome: { status: 429, retryAfter: 3 } });
    await harness.command("U0ANA", "/sync", "");
    await eventually(() => harness.calls("chat.postMessage").length === 1);

    await harness.openHome("U0BEN");
    await eventually(() => harness.home("U0BEN").length > 0);

    expect(harness.calls("chat.postMessage")).toHaveLength(1);
  });
});
