import { erasedStore } from "../../../src/erasure/erased-store";
import { withoutErasedUsers } from "../../../src/erasure/erased-users";
import { peopleStore } from "../../../src/people/people-store";
import { actorLookup } from "../../../src/slack/platform/actors";
import { acceptedRequestStore } from "../../../src/slack/platform/idempotency-store";
import { teamReader } from "../../../src/teams/team-store";
import { day } from "../../../src/time/day";
import { aMember, aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { unsealed } from "../../support/fakes/unsealed";

const IDS = Array.from({ length: 200 }, (_, index) => `U${index}A`);

describe("who acts, in a rush", () => {
  const test = testDatabase();
  const monitored = monitoredDatabase(test);
  const lookup = () => {
    const db = monitored.db();
    const known = actorLookup({
      people: peopleStore(db),
      teams: teamReader(db),
      today: () => day("2026-10-28"),
      ask: async (id) => ({ kind: "member", member: aMember(id) }),
      admins: [],
      log: { warn() {} },
    });
    const refusals = { record: async () => true, latest: async () => [] };
    return withoutErasedUsers({ actor: known, refusals, erased: erasedStore(db, unsealed) }).actor;
  };
  beforeEach(() =>
    peopleStore(test.db).save(
      [],
      IDS.map((_id) => aPerson(_id)),
    ),
  );

  it("costs the database three queries, however many ask in one moment, and says of each who they are", async () => {
    const actor = lookup();

    const actors = await Promise.all([...IDS, "U0NOBODY"].map(actor));

    expect(actors.map(({ userId }) => userId)).toEqual([...IDS, "U0NOBODY"]);
    expect(actors.filter(({ role }) => role !== "rep").map(({ userId }) => userId)).toEqual(["U0NOBODY"]);
    expect([...monitored.reads].sort()).toEqual(["find erased", "find teams", "find users"]);
  });

  it("never answers with what was looked up before it was asked: a right that is taken away is gone", async () => {
    const actor = lookup();
    await peopleStore(test.db).giveRole("U1A", { role: "admin", by: "U2A", at: new Date(0) });
    const looking = Promise.all(IDS.map(actor));
    while (monitored.reads.length < 2) await new Promise((turn) => void setImmediate(turn));
    await peopleStore(test.db).takeRoleBack("U1A");

    expect((await actor("U1A")).role).toBe("rep");
    await looking;
  });

  it("claims each of a rush's signatures once, by one write", async () => {
    const signatures = acceptedRequestStore(monitored.db());
    const keys = [...IDS.slice(0, 60), ...IDS.slice(0, 30)];

    const first = await Promise.all(keys.map((key) => signatures.first(key)));

    expect(first).toEqual(keys.map((_, index) => index < 60));
    expect(monitored.commands).toEqual(["update"]);
  });
});
