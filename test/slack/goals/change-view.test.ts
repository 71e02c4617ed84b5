import { viewFaults } from "../../../src/demo/slack/rules/views";
import type { GoalChange, GoalEdit } from "../../../src/goals/edit";
import type { TargetClash } from "../../../src/goals/preview";
import { METRICS } from "../../../src/metrics/metrics";
import {
  changeWords,
  type MadeChange,
  madeMessage,
  previewMessage,
  type ShownChange,
  undoneMessage,
} from "../../../src/slack/goals/change-view";
import { checkView, goalForm, madeView } from "../../../src/slack/goals/form-view";
import type { GoalOwner } from "../../../src/slack/goals/whose";
import { day } from "../../../src/time/day";
import { CALLS } from "../../support/builders/overviews";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const KEY = { userId: "U0BEN", type: "phone_call_quantity", period: "weekly" } as const;

function aChange(given: Partial<ShownChange> & { edit?: GoalEdit } = {}): ShownChange {
  const { edit = { kind: "set", target: 400, from: today } as const, ...rest } = given;
  const change = { kind: edit.kind, since: today, from: 300, to: edit.kind === "archive" ? null : 400 };
  return {
    draft: { key: KEY, edit, seen: "0123456789abcdef" },
    preview: { before: { ...CALLS, target: 300 }, after: edit.kind === "archive" ? null : CALLS, change },
    whose: { kind: "other", name: "Ben" },
    planned: [],
    ...rest,
  };
}

describe("previewMessage", () => {
  it.each<[GoalOwner, string]>([
    [{ kind: "reader" }, "*Your goal: Calls, weekly*"],
    [{ kind: "team" }, "*Team goal: Calls, weekly*"],
    [{ kind: "other", name: "<b>" }, "*&lt;b&gt;'s goal: Calls, weekly*"],
  ])("says whose goal it is: %j", (whose, title) => {
    const said = lines(previewMessage(aChange({ whose }), { today }).blocks);

    expect(said.slice(0, 2)).toEqual([title, "300 → *400* starting Wed, Oct 28."]);
  });

  it("says that the past stays when it archives, and calls its button so", () => {
    const { blocks } = previewMessage(aChange({ edit: { kind: "archive" } }), { today });

    expect(lines(blocks).slice(1, 3)).toEqual([
      "Its target of *300* ends today.",
      "It won't be shown or counted anymore. Its history and log stay; setting it again starts fresh.",
    ]);
    expect(JSON.stringify(blocks)).toContain('"text":"Archive"');
  });

  it("names the first three planned targets, with the year where it is another", () => {
    const planned = [
      { from: day("2026-11-01"), target: 500 },
      { from: day("2026-12-01"), target: 600 },
      { from: day("2027-01-01"), target: 700 },
      { from: day("2027-02-01"), target: 800 },
    ];

    expect(lines(previewMessage(aChange({ planned }), { today }).blocks)).toContain(
      "Already scheduled: 500 from Nov 1, 600 from Dec 1, 700 from Jan 1, 2027 and 1 more.",
    );
  });

  it("warns of a week's and a month's target that cannot both be meant", () => {
    const { preview } = aChange();
    const said = (clash: TargetClash) =>
      lines(previewMessage(aChange({ preview: { ...preview, clash } }), { today }).blocks);

    const month = day("2026-11-01");
    expect(said({ weekly: 60, monthly: 90, month, more: "weekly", weeks: 4, tooMuch: true })).toContain(
      "⚠️ *60* a week makes *240* in November; the monthly goal is *90*. One of the two is likely wrong.",
    );
    expect(said({ weekly: 20, monthly: 4_000, month, more: "monthly", weeks: 6, tooMuch: true })).toContain(
      "⚠️ *20* a week makes at most *120* in November; the monthly goal is *4,000*. One of the two is likely wrong.",
    );
  });

  it("is saved anyway below such a warning alone", () => {
    const { preview } = aChange();
    const both = { weekly: 60, monthly: 90, month: day("2026-11-01"), more: "weekly", weeks: 4 } as const;
    const submit = (tooMuch: boolean) =>
      checkView(aChange({ preview: { ...preview, clash: { ...both, tooMuch } } }), { today }).submit?.text;

    expect([submit(true), submit(false), checkView(aChange(), { today }).submit?.text]).toEqual([
      ...["Save anyway", "Save", "Save"],
    ]);
  });

  it("says of a week's and a month's target that may be a stretch what one makes of the other", () => {
    const { preview } = aChange();
    const said = (clash: TargetClash) =>
      lines(previewMessage(aChange({ preview: { ...preview, clash } }), { today }).blocks);

    const [month, tooMuch] = [day("2026-11-01"), false];
    expect(said({ weekly: 35, monthly: 110, month, more: "weekly", weeks: 4, tooMuch })).toContain(
      "ℹ️ *35* a week makes *140* in November; the monthly goal is *110*. Fine if that's meant.",
    );
    expect(said({ weekly: 30, monthly: 200, month, more: "monthly", weeks: 6, tooMuch })).toContain(
      "ℹ️ *30* a week makes at most *180* in November; the monthly goal is *200*. Fine if that's meant.",
    );
  });
});

describe("changeWords", () => {
  it.each([
    [{ kind: "set", from: null, to: 20, since: today }, "set to *20* starting Wed, Oct 28"],
    [{ kind: "set", from: 15, to: 20, since: day("2027-01-01") }, "15 → *20* starting Fri, Jan 1, 2027"],
    [{ kind: "withdraw", from: 20, to: 15, since: today }, "20 → *15* starting Wed, Oct 28"],
    [{ kind: "withdraw", from: 20, to: null, since: today }, "removed: *20* starting Wed, Oct 28"],
    [{ kind: "archive", from: 20, to: null, since: today }, "archived; the target was 20"],
    [{ kind: "archive", from: null, to: null, since: today }, "archived"],
    [{ kind: "reactivate", from: null, to: 20, since: today }, "restored at *20*"],
    [{ kind: "reactivate", from: null, to: null, since: today }, "restored"],
  ] as const)("puts %j in words", (change, words) => {
    expect(changeWords({ ...change, type: "email_quantity" }, today)).toBe(words);
  });
});

describe("views of a change", () => {
  const hostile = HOSTILE_NAMES.flatMap((name) => METRICS.map(({ type, unit }) => [type, unit, name] as const));

  it.each(hostile)("stay within Slack's limits for %s in %s of %j", (type, unit, name) => {
    const key = { ...KEY, type, userId: `U${"9".repeat(30)}` };
    const planned = Array.from({ length: 500 }, () => ({ from: day("2028-10-28"), target: 999_999_999.99 }));
    const line = { ...CALLS, type, unit, current: -123_456_789.12, target: 999_999_999.99 };
    const made: MadeChange = {
      change: {
        ...key,
        _id: "c",
        goalId: "g",
        kind: "set",
        since: today,
        from: 1,
        to: 2,
        at: new Date(0),
        by: "U1",
      } as GoalChange,
      whose: { kind: "other", name },
      undo: { key, edit: { kind: "set", target: 999_999_999.99, from: today }, seen: "0123456789abcdef" },
    };
    for (const edit of [{ kind: "set", target: 999_999_999.99, from: today }, { kind: "archive" }] as const) {
      const change = { kind: edit.kind, since: today, from: 999_999_999.98, to: 999_999_999.99 };
      const shown: ShownChange = {
        draft: { key, edit, seen: "0123456789abcdef" },
        preview: { before: line, after: line, change },
        whose: { kind: "other", name },
        planned,
      };
      expect(messageFaults(previewMessage(shown, { today, stale: true }))).toEqual([]);
      expect(viewFaults(checkView(shown, { today, stale: true }), "modal")).toEqual([]);
    }
    expect([...messageFaults(madeMessage(made, today)), ...messageFaults(undoneMessage(made, today))]).toEqual([]);
    expect(viewFaults(madeView(made, today), "modal")).toEqual([]);
    expect(
      viewFaults(
        goalForm({ goal: key, target: "$999,999,999.99", from: today, teams: [{ id: "everyone", name: null }] }),
        "modal",
      ),
    ).toEqual([]);
  });

  it("begin the form with nothing chosen but today", () => {
    const form = goalForm({ goal: {}, target: null, from: today, teams: [{ id: "everyone", name: null }] });

    expect(viewFaults(form, "modal")).toEqual([]);
    expect(JSON.stringify(form).match(/"initial_[a-z_]+":"[^"]*"/g)).toEqual(['"initial_date":"2026-10-28"']);
  });
});
