import { peopleStore } from "../../../src/people/people-store";
import { EVERYONE } from "../../../src/people/permissions";
import { teamStore } from "../../../src/teams/team-store";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { boardDeps } from "../../support/harness/digests/boards";

describe("a leaderboard that many ask for at once", () => {
  const test = testDatabase();
  const monitored = monitoredDatabase(test);
  const now = () => new Date("2026-10-28T15:00:00Z");

  it("costs the database no more than one, whosever team it is, and is each reader's own", async () => {
    await peopleStore(test.db).save([], [aPerson("U0ANA"), aPerson("U0BEN")]);
    const since = { by: "sync", at: now() };
    const made = await teamStore(test.db, () => "teamwest").create(
      { name: "West", members: ["U0BEN"], since: null },
      since,
    );
    const { digests } = boardDeps({ db: monitored.db() }, { now });
    const one = await digests.board({ teamId: EVERYONE, reader: "U0ANA" });
    const reads = [...monitored.reads].sort();
    monitored.reads.length = 0;

    const asked = ["U0ANA", "U0BEN"].flatMap((reader) =>
      [EVERYONE, "teamwest", "gone"].map((teamId) => digests.board({ teamId, reader })),
    );
    const many = await Promise.all(asked);

    expect(made.ok).toBe(true);
    expect(many.map((board) => board === null)).toEqual([false, false, true, false, false, true]);
    expect(many[0]).toEqual(one);
    expect(JSON.stringify(many[1])).toContain("West");
    expect([...monitored.reads].sort()).toEqual(reads);
  });
});
