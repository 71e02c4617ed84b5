import { randomUUID } from "node:crypto";
import type { TeamEdit } from "../../src/teams/team-edit";
import { teamStore } from "../../src/teams/team-store";
import { day } from "../../src/time/day";
import { testDatabase } from "../support/env/database";

const editor = { by: "U0ADMIN", at: new Date("2026-10-15T14:00:00Z") };
const today = day("2026-10-15");

describe("the store of teams", () => {
  const test = testDatabase();
  const store = () => teamStore(test.db, randomUUID);
  const create = async (name: string, members: readonly string[] = ["U01", "U02"]) => {
    const made = await store().create({ name, members, since: null }, editor);
    if (!made.ok) throw new Error(made.fault);
    return made.team._id;
  };
  const edit = (teamId: string, change: TeamEdit) => store().edit(teamId, { edit: change, ...editor });

  it("makes a team, with its first members in it since ever or since a day", async () => {
    const west = await create("West");
    await store().create({ name: "East", members: ["U03"], since: today, managers: ["U08"], channel: "C1" }, editor);

    expect(await store().all()).toEqual([
      expect.objectContaining({
        name: "East",
        members: [{ userId: "U03", from: today }],
        managers: ["U08"],
        channel: "C1",
      }),
      {
        _id: west,
        name: "West",
        members: [
          { userId: "U01", from: null },
          { userId: "U02", from: null },
        ],
        managers: [],
        active: true,
        version: 1,
      },
    ]);
    expect(west).toMatch(/^[a-z0-9]{8}$/);
  });

  it("dates who comes and who leaves by the day of the change, and logs who changed what", async () => {
    const west = await create("West");

    await edit(west, { kind: "members", userIds: ["U02", "U03"], on: today });
    await edit(west, { kind: "managers", userIds: ["U08"] });
    await edit(west, { kind: "rename", name: " Far West " });

    expect(await store().one(west)).toMatchObject({
      name: "Far West",
      managers: ["U08"],
      members: [
        { userId: "U01", from: null, to: day("2026-10-14") },
        { userId: "U02", from: null },
        { userId: "U03", from: today },
      ],
    });
    const log = await store().log(west);
    expect(log.map(({ kind, from, to, by }) => [kind, from, to, by])).toEqual([
      ["rename", "West", "Far West", "U0ADMIN"],
      ["managers", [], ["U08"], "U0ADMIN"],
      ["members", ["U01", "U02"], ["U02", "U03"], "U0ADMIN"],
      ["create", null, "West", "U0ADMIN"],
    ]);
    expect(log[2]).toMatchObject({ joined: ["U03"], left: ["U01"], on: today, at: editor.at });
  });

  it("sets channel, group, week and holidays, takes each away again, and deactivates", async () => {
    const west = await create("West");
    const holidays = [{ day: day("2026-12-24"), name: "Christmas Eve" }];
    const set = [
      { kind: "channel", channel: "C1" },
      { kind: "follow", usergroup: "S1" },
      { kind: "work", workdays: [7, 1, 1], holidays },
    ] as const;
    for (const change of set) expect((await edit(west, change)).ok).toBe(true);
    const before = await store().one(west);

    await edit(west, { kind: "channel", channel: null });
    await edit(west, { kind: "follow", usergroup: null });
    await edit(west, { kind: "work", workdays: null, holidays: null });
    await edit(west, { kind: "active", active: false });

    expect(before).toMatchObject({ channel: "C1", usergroup: "S1", workdays: [1, 7], holidays });
    const { members: _members, ...after } = (await store().one(west)) ?? { members: [] };
    expect(after).toEqual({ _id: west, name: "West", managers: [], active: false, version: 8 });
  });

  it("loses no change where several are made at once", async () => {
    const west = await create("West", []);
    const managers = Array.from({ length: 8 }, (_, at) => `U1${at}`);

    await Promise.all(managers.map((userId) => edit(west, { kind: "managers", userIds: [userId] })));

    const log = await store().log(west);
    expect(log).toHaveLength(9);
    // Each began with what the one before left.
    expect(log.slice(0, -2).map(({ from }) => from)).toEqual(log.slice(1, -1).map(({ to }) => to));
  });

  it("writes nothing for a change that changes nothing", async () => {
    const west = await create("West");

    await edit(west, { kind: "members", userIds: ["U01", "U02"], on: today });

    expect(await store().log(west)).toHaveLength(1);
    expect(await store().one(west)).toMatchObject({ version: 1 });
  });

  it.each<[string, TeamEdit, RegExp]>([
    ["a name that another team has", { kind: "rename", name: "  EAST " }, /Another team has this name/],
    ["no name", { kind: "rename", name: " " }, /needs a name/],
    ["a name that is a word of a command", { kind: "rename", name: "Everyone" }, /another name/],
    ["a week without a day", { kind: "work", workdays: [], holidays: null }, /at least one workday/],
    [
      "members by a group it does not follow",
      { kind: "members", userIds: [], on: today, following: "S1" },
      /no longer follows a user group/,
    ],
  ])("refuses %s", async (_case, change, fault) => {
    const west = await create("West");
    await create("East");

    expect(await edit(west, change)).toEqual({ ok: false, fault: expect.stringMatching(fault) });
    expect(await store().log(west)).toHaveLength(1);
  });

  it("refuses to change by hand who follows a user group, and a team that is not there", async () => {
    const west = await create("West");
    await edit(west, { kind: "follow", usergroup: "S1" });

    expect(await edit(west, { kind: "members", userIds: [], on: today })).toMatchObject({ ok: false });
    expect(await edit("nowhere", { kind: "rename", name: "X" })).toMatchObject({ ok: false });
    expect((await store().one(west))?.members).toHaveLength(2);
  });

  it("lets a team have the name of one that is not active any more, which then cannot come back under it", async () => {
    const old = await create("West");
    await edit(old, { kind: "active", active: false });
    await create("West");

    expect(await edit(old, { kind: "active", active: true })).toMatchObject({ ok: false });
  });
});
