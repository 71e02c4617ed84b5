import { rowsOf } from "../../../src/demo/page/messages/rows";
import { cityOf, hueOf, initialsOf, roleOf } from "../../../src/demo/page/state/people";
import { hashOf, routeOf } from "../../../src/demo/page/state/route";
import type { Member, Message } from "../../../src/demo/page/state/snapshot";
import { clockTime, dateTokens, dayTitle, writtenAt, zoneName } from "../../../src/demo/page/state/times";
import { readNow, unreadIn } from "../../../src/demo/page/state/unread";

const AFTERNOON = new Date("2026-10-28T21:05:00Z");
const seconds = (iso: string) => String(Date.parse(iso) / 1000);
const message = (ts: string, change: Partial<Message> = {}): Message => ({
  channel: "C1",
  ts,
  author: "U1",
  text: "Hello",
  blocks: [],
  ...change,
});

describe("the address", () => {
  it.each([
    ["#/U1/home", { me: "U1", location: { kind: "home" } }],
    ["#/U1/messages", { me: "U1", location: { kind: "messages" } }],
    ["#/U1/channel/C1", { me: "U1", location: { kind: "channel", id: "C1" } }],
  ] as const)("%s says who looks at what, and back", (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each(["", "#", "#/"])("%j is nobody's yet", (hash) => {
    expect(routeOf(hash)).toEqual({ me: null, location: { kind: "messages" } });
  });
});

describe("people", () => {
  const member = (change: Partial<Member>): Member => {
    const plain = { id: "U1", name: "Ana Torres", email: null, tz: null, bot: false };
    return { ...plain, deactivated: false, guest: false, workspaceAdmin: false, ...change };
  };

  it.each([
    [{}, {}, "Member"],
    [{}, { U1: "manager" }, "Manager"],
    [{ workspaceAdmin: true }, {}, "Admin"],
    [{ workspaceAdmin: true }, { U1: "rep" }, "Rep"],
    [{ guest: true }, {}, "Guest"],
    [{ deactivated: true }, { U1: "rep" }, "Deactivated"],
  ])("are called what they are: %j %j", (change, roles, role) => {
    expect(roleOf(member(change), roles)).toBe(role);
  });

  it("have initials, a city and a colour that stays", () => {
    expect(["Ana Torres", "Cher", "Ana Maria de Souza", ""].map(initialsOf)).toEqual(["AT", "C", "AS", ""]);
    expect(["America/New_York", null].map(cityOf)).toEqual(["New York", "no zone"]);
    expect(hueOf("U0ANA00001")).toBe(7);
  });
});

describe("times", () => {
  it("are those of the zone of whoever looks", () => {
    expect(clockTime(AFTERNOON, "America/New_York")).toMatch(/^5:05\sPM$/);
    expect(dayTitle(AFTERNOON, "Asia/Kolkata")).toBe("Thursday, October 29");
    expect(zoneName(AFTERNOON, "America/Los_Angeles")).toBe("PDT");
  });

  it("are those of UTC where a zone does not exist", () => {
    expect(clockTime(AFTERNOON, "Mars/Crater")).toMatch(/^9:05\sPM$/);
  });

  it("fill the tokens of a date, and leave others as they are", () => {
    expect(dateTokens("{date_short} {what}", AFTERNOON, { zone: "UTC", now: AFTERNOON })).toBe("Oct 28, 2026 {what}");
    expect(writtenAt("1793221500.000100").toISOString()).toBe("2026-10-28T21:05:00.000Z");
  });
});

describe("a pretty day", () => {
  it.each([
    ["2026-10-29T04:00:00Z", "America/Los_Angeles", "today"],
    ["2026-10-29T04:00:00Z", "Asia/Kolkata", "today"],
    ["2026-10-28T04:00:00Z", "America/Los_Angeles", "yesterday"],
    ["2026-10-29T07:00:00Z", "America/Los_Angeles", "tomorrow"],
    ["2026-10-26T21:05:00Z", "America/Los_Angeles", "Oct 26, 2026"],
  ])("of %s in %s is %s, as Slack says it", (at, zone, said) => {
    const format = "{date_short_pretty} at";

    expect(dateTokens(format, new Date(at), { zone, now: AFTERNOON })).toBe(`${said} at`);
  });
});

describe("a conversation", () => {
  it("has a title a day, and a head where the author changes or time has passed", () => {
    const early = seconds("2026-10-28T21:00:00Z");
    const rows = rowsOf(
      [
        message(early),
        message(seconds("2026-10-28T21:04:59Z")),
        message(seconds("2026-10-28T21:05:30Z"), { author: "U2" }),
        message(seconds("2026-10-28T21:05:40Z"), { author: "U2", to: "U2" }),
        message(seconds("2026-10-29T08:00:00Z"), { author: "U2" }),
      ],
      "UTC",
    );

    expect(rows.map((row) => (row.kind === "day" ? row.title : row.follows))).toEqual([
      "Wednesday, October 28",
      false,
      true,
      false,
      false,
      "Thursday, October 29",
      false,
    ]);
  });

  it("is unread until it is opened, and only for who did not write", () => {
    const messages = [message("10.0"), message("11.0", { channel: "C2" }), message("12.0", { author: "U9" })];
    const looking = { me: "U9", open: "C1", messages };

    const read = readNow({}, looking);

    expect([...unreadIn(read, looking)]).toEqual(["C2"]);
    expect([...unreadIn(read, { ...looking, open: null })]).toEqual(["C2"]);
    expect([...unreadIn(read, { ...looking, open: null, messages: [...messages, message("13.0")] })]).toEqual([
      "C2",
      "C1",
    ]);
  });
});
