import { earlyAcknowledgment } from "../../../src/slack/front/early-acknowledgment";
import { ROLE_FORM } from "../../../src/slack/home/views/admin-roles";
import { frontBefore } from "../../support/harness/front/front-before";
import { heldAnswers } from "../../support/harness/front/held-answers";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

const FORM = "application/x-www-form-urlencoded";
/** So many requests of Slack's are passed on at once. */
const AT_ONCE = 32;
/** It is a rush when so many are under way, and of what it acknowledges so many commands are passed on at once. */
const RUSH = { from: 2, atOnce: 2, heldMs: 600_000 };
const URL_OF_SLACK = "https://hooks.slack.com/commands/1";

describe("the front, when the process behind it does not answer Slack at once", () => {
  let harness: SlackHarness;
  let held: Awaited<ReturnType<typeof heldAnswers>>;
  const frontOf = (options: Parameters<typeof frontBefore>[1] = {}) =>
    frontBefore(harness, { ...options, behind: held.port });
  beforeEach(async () => {
    harness = await slackHarness();
    held = await heldAnswers(harness.port);
  });
  afterEach(async () => {
    await held.close();
    await harness.close();
  });

  it("acknowledges a command with nothing, and brings its answer once to where it was typed", async () => {
    const front = await frontOf({ patienceMs: 50 });

    const response = await front.requests.command("U0ANA", ["/goals", "help"]);
    const acknowledged = [response.status, await response.text(), front.requests.answers("U0ANA")];
    held.release();
    await eventually(() => front.requests.answers("U0ANA").length > 0);
    await front.close();

    expect(acknowledged).toEqual([200, "", []]);
    expect(front.requests.answers("U0ANA")).toEqual([expect.stringContaining("/goals why")]);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("leaves a command's answer where it belongs as long as that comes in time", async () => {
    const front = await frontOf({ patienceMs: 10_000 });
    held.release();

    const response = await front.requests.command("U0ANA", ["/goals", "help"]);
    const text = await response.text();
    await front.close();

    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(text).toContain("/goals why");
    expect(front.requests.answers("U0ANA")).toEqual([]);
  });

  it("waits for what a form is answered, which may show faults, while commands are acknowledged", async () => {
    const front = await frontOf();
    let answered = false;

    const submitted = front.requests.submit("U0ANA", ROLE_FORM).finally(() => {
      answered = true;
    });
    const command = await front.requests.command("U0BEN", ["/goals", "help"]);
    const before = [command.status, await command.text(), answered];
    held.release();
    const answer = JSON.parse(await (await submitted).text());
    await front.close();

    expect(before).toEqual([200, "", false]);
    expect(answer).toMatchObject({ response_action: "update", view: { type: "modal" } });
    expect(front.requests.answers("U0BEN")).toEqual([expect.stringContaining("/goals why")]);
  });

  it("acknowledges at once, in a rush, what would have to wait for its turn", async () => {
    const front = await frontOf({ patienceMs: 60_000 });
    const submitted = Array.from({ length: AT_ONCE }, () => front.requests.submit("U0ANA", ROLE_FORM));
    await eventually(() => front.used() === AT_ONCE);

    const command = await front.requests.command("U0BEN", ["/goals", "help"]);
    const before = [command.status, await command.text(), front.requests.answers("U0BEN")];
    held.release();
    const statuses = (await Promise.all(submitted)).map(({ status }) => status);
    await front.close();

    expect(before).toEqual([200, "", []]);
    expect(statuses).toEqual(Array(AT_ONCE).fill(200));
    expect(front.requests.answers("U0BEN")).toEqual([expect.stringContaining("/goals why")]);
  });

  it("passes on two commands of a rush side by side after those before it, and a press, which may open a form, at once", async () => {
    const front = await frontOf({ rush: RUSH });
    const commands = Array.from({ length: 30 }, () => front.requests.command("U0BEN", ["/goals", "help"]));
    await Promise.all(commands);
    await eventually(() => front.used() === RUSH.from + RUSH.atOnce);

    await front.requests.press("U0ANA", { id: "why" });
    await eventually(() => front.used() === RUSH.from + RUSH.atOnce + 1);
    held.release();
    await front.close();

    expect(front.requests.answers("U0BEN")).toHaveLength(30);
  });

  it("passes on the rest of a rush while those before it wait for somebody slow", async () => {
    const front = await frontOf({ rush: { ...RUSH, heldMs: 1 } });
    const commands = Array.from({ length: 30 }, () => front.requests.command("U0BEN", ["/goals", "help"]));
    await Promise.all(commands);

    await eventually(() => front.used() === 30);
    held.release();
    await front.close();

    expect(front.requests.answers("U0BEN")).toHaveLength(30);
  });

  it("lets what was taken be answered when it stops, and takes nothing new", async () => {
    const front = await frontOf();
    const submitted = front.requests.submit("U0ANA", ROLE_FORM);
    await eventually(() => front.used() > 0);

    const stopped = front.close();
    const refused = await fetch(front.url).catch(() => "refused");
    held.release();
    const response = await submitted;
    await stopped;

    expect([refused, response.status, (await response.text()).includes("response_action")]).toEqual([
      "refused",
      200,
      true,
    ]);
  });
});

describe("a request of Slack's", () => {
  const payload = (type: string) => new URLSearchParams({ payload: JSON.stringify({ type }) }).toString();
  const command = new URLSearchParams({ command: "/goals", text: "a&b", response_url: URL_OF_SLACK }).toString();

  it.each([
    ["a command", command, FORM, { responseUrl: URL_OF_SLACK, isPress: false }],
    ["a command without an address", "command=%2Fsync", FORM, { responseUrl: null, isPress: false }],
    ["a press", payload("block_actions"), FORM, { responseUrl: null, isPress: true }],
    ["a shortcut", payload("shortcut"), FORM, { responseUrl: null, isPress: true }],
    ["a message's shortcut", payload("message_action"), FORM, { responseUrl: null, isPress: true }],
    ["a form that is closed", payload("view_closed"), FORM, { responseUrl: null, isPress: false }],
    ["an event", '{"type":"event_callback"}', "application/json", { responseUrl: null, isPress: false }],
  ])("may be acknowledged with nothing when it is %s", (_, body, type, early) => {
    expect(earlyAcknowledgment(body, type)).toEqual(early);
  });

  it.each([
    ["a form that is submitted", payload("view_submission"), FORM],
    ["a menu that asks for its options", payload("block_suggestion"), FORM],
    ["a question for its challenge", '{"type":"url_verification","challenge":"x"}', "application/json"],
    ["a check of the certificate", `${command}&ssl_check=1`, FORM],
    ["a command beside a form", `${command}&${payload("view_submission")}`, FORM],
    ["of no known kind", payload("dialog_submission"), FORM],
    ["no JSON", "payload=%7B", FORM],
    ["no object", "7", "application/json"],
    ["a form by another name", command, `${FORM}; charset=utf-8`],
  ])("must wait for its answer when it is %s", (_, body, type) => {
    expect(earlyAcknowledgment(body, type)).toBeNull();
  });
});
