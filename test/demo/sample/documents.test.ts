import { SAMPLE_WINDOW } from "../../../src/demo/sample/dates";
import type { FishbowlOrder } from "../../../src/demo/sample/fishbowl-orders";
import { sampleCounts } from "../../../src/demo/sample/sample-counts";
import { sampleMonth } from "../../../src/demo/sample/sample-month";
import { REPS } from "../../../src/demo/sample/team";
import { targetOn } from "../../../src/goals/goal";
import { day } from "../../../src/time/day";

const { team, overrides, copper, justcall, fishbowl, goals, teams } = sampleMonth();
const ISSUED = ["Issued", "In Progress", "Fulfilled", "Closed Short", "Historical"];

describe("the sample's people", () => {
  it("are five reps, an admin, one whom no source knows, one deactivated, a guest and a bot", () => {
    expect(team).toHaveLength(10);
    expect(team.filter(({ deactivated, guest, bot }) => deactivated || guest || bot)).toHaveLength(3);
    expect(team.filter(({ workspaceAdmin }) => workspaceAdmin).map(({ name }) => name)).toEqual(["Alex Kim"]);
    expect(new Set(team.map(({ tz }) => tz)).size).toBeGreaterThan(4);
  });

  it("are found by address in both systems but for one stranger each, and Dev, who is mapped by hand", () => {
    const inSlack = new Set(team.map(({ email }) => email?.toLowerCase()));
    const missing = (users: Iterable<{ readonly email: string }> = []) =>
      [...users].map(({ email }) => email.toLowerCase()).filter((email) => !inSlack.has(email));

    expect(missing(copper.users)).toEqual(["d.patel@acme-sales.com", "tradeshow@acme.com"]);
    expect(missing(justcall.users)).toEqual(["front.desk@acme.com"]);
    expect(overrides.map(({ name, role, copperUserId }) => [name, role, copperUserId])).toEqual([
      ["Maya Brooks", "manager", undefined],
      ["Chloé Martin", "manager", undefined],
      ["Dev Patel", "rep", 900204],
    ]);
  });
});

describe("the sample's teams", () => {
  it("are West and East, which share the reps, each with a manager from among them and a channel of its own", () => {
    const reps = Object.values(REPS).map(({ slack }) => slack);

    expect(teams.map(({ name }) => name)).toEqual(["East", "West"]);
    expect(teams.flatMap(({ members }) => members.map(({ userId }) => userId)).sort()).toEqual([...reps].sort());
    for (const { members, managers } of teams) {
      expect(managers).toHaveLength(1);
      expect(members.map(({ userId }) => userId)).toEqual(expect.arrayContaining([...managers]));
      expect(overrides.find(({ _id }) => _id === managers[0])?.role).toBe("manager");
    }
    expect(teams.map(({ channel }) => channel)).toEqual(["C0EAST0002", "C0WEST0003"]);
  });
});

describe("the sample's orders", () => {
  const types = new Map(fishbowl.customers.map(({ _id, accountType }) => [_id, accountType?.toLowerCase()]));
  const mapped = new Set(fishbowl.usersMap.map(({ _id }) => _id));
  const typeOf = ({ customerId }: FishbowlOrder): string => types.get(customerId) ?? "none";
  const counting = fishbowl.orders.filter(
    (order) =>
      ISSUED.includes(order.status) &&
      ["wholesale", "distribution", "distributor"].includes(typeOf(order)) &&
      (order.dateIssued ?? "") >= SAMPLE_WINDOW.from &&
      (order.dateIssued ?? "") <= SAMPLE_WINDOW.to,
  );
  const cents = (orders: readonly FishbowlOrder[]): number =>
    orders.reduce((sum, { total }) => sum + Math.round(total * 100), 0);

  it("are B. Lee's 14 for $9,120.00, whom nobody is mapped to, and those of the reps", () => {
    const lees = counting.filter(({ salesman }) => salesman === "B. Lee");
    const reps = counting.filter(({ salesman }) => mapped.has(salesman));
    const wholesale = reps.filter((order) => typeOf(order) === "wholesale");

    expect([lees.length, cents(lees)]).toEqual([14, 912_000]);
    expect(lees.length + reps.length).toBe(counting.length);
    expect({
      orders: fishbowl.orders.length,
      unmapped: { orders: lees.length, cents: cents(lees) },
      mapped: {
        orders: reps.length,
        wholesaleCents: cents(wholesale),
        distributionCents: cents(reps) - cents(wholesale),
      },
    }).toEqual(sampleCounts.fishbowl);
  });

  it("have every status and account type, unique numbers, foreign names and dollars that do not add up", () => {
    expect(new Set(fishbowl.orders.map(({ status }) => status)).size).toBe(9);
    expect(new Set(fishbowl.orders.map(typeOf))).toEqual(
      new Set(["wholesale", "distribution", "distributor", "retail", "none"]),
    );
    expect(new Set(fishbowl.orders.map(({ _id }) => _id)).size).toBe(fishbowl.orders.length);
    expect(fishbowl.orders.some(({ customerName }) => customerName === "<!channel> *Bold* & Co")).toBe(true);
    const dimes = counting.filter(({ total }) => total < 1);
    expect([dimes.reduce((sum, { total }) => sum + total, 0) === 0.3, cents(dimes)]).toEqual([false, 30]);
  });
});

describe("the sample's goals", () => {
  const today = day("2026-10-28");

  it("are 21 in force and one switched off: none begins later, of which no page of October would tell", () => {
    const inForce = goals.filter((goal) => goal.active && targetOn(goal, today) !== null);

    expect({ active: inForce.length, all: goals.length }).toEqual(sampleCounts.goals);
    expect(inForce).toHaveLength(21);
    expect(goals.filter(({ active }) => !active)).toHaveLength(1);
    expect(goals.filter((goal) => targetOn(goal, today) === null)).toEqual([]);
  });

  it("have each period, one changed target, and are one each of person, metric and period", () => {
    expect(new Set(goals.map(({ period }) => period))).toEqual(new Set(["daily", "weekly", "monthly"]));
    expect(goals.filter(({ targets }) => targets.length > 1)).toHaveLength(1);
    expect(new Set(goals.map(({ userId, team, type, period }) => [userId, team, type, period].join())).size).toBe(
      goals.length,
    );
  });

  it("are the same every time", () => {
    expect(sampleMonth()).toEqual(sampleMonth());
  });
});
