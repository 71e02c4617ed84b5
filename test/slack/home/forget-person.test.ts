import { randomUUID } from "node:crypto";
import { erasure } from "../../../src/erasure/erase-person";
import { erasedStore } from "../../../src/erasure/erased-store";
import { personDocuments } from "../../../src/erasure/person-documents-store";
import { sealOf } from "../../../src/metrics/seal";
import { peopleStore } from "../../../src/people/people-store";
import { acquireLease } from "../../../src/sync/lease";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const ADMIN = "U0NEW";

describe("somebody whom an admin has forgotten", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  const lease = () => acquireLease(test.db, { name: "sync", owner: "test" });
  async function opened(): Promise<GoalsHarness> {
    const harness = closed(await goalsHarness(test));
    const seal = sealOf("a key");
    const stores = { people: peopleStore(test.db), documents: personDocuments(test.db) };
    const erased = erasedStore(test.db, seal);
    const rest = { seal, acquireLease: lease, newId: randomUUID, now: harness.now, log: memoryLog() };
    Object.assign(harness.deps.erasure, erasure({ ...stores, erased, ...rest }));
    return harness;
  }
  async function pick(harness: GoalsHarness, who: string) {
    await harness.pressForged(ADMIN, { actionId: "forget_person", value: "" });
    await harness.modalTitled(ADMIN, "Erase a person");
    return harness.slack.submitView({ user: ADMIN, entries: { person: { person: who } } });
  }
  const modal = (harness: GoalsHarness) => JSON.stringify(harness.slack.modals(ADMIN).at(-1)?.blocks);
  const told = (harness: GoalsHarness, text: RegExp) =>
    eventually(() => harness.dm(ADMIN).find((message) => text.test(message.text ?? "")));
  const person = (id: string) => test.db.collection<{ _id: string }>("users").findOne({ _id: id });

  it("is shown first with what that comes to, and is erased when that is submitted", async () => {
    const harness = await opened();

    expect((await pick(harness, "U0ANA")).errors).toEqual({});
    expect(modal(harness)).toMatch(
      /\*Ana Torres\* will be erased for good.*0 records and 0 daily totals stay.*export U0ANA/s,
    );
    expect(await person("U0ANA")).toMatchObject({ name: "Ana Torres" });
    await harness.slack.submitView({ user: ADMIN, entries: {} });

    const message = await told(harness, /was erased/);
    expect(message?.text).toMatch(/^✅ Ana Torres was erased\. Their totals now belong to former-\w+\.$/);
    expect(await person("U0ANA")).toBeNull();
    expect((await erasedStore(test.db, sealOf("a key")).tombstones()).hasUser("U0ANA")).toBe(true);
  });

  it("is never the admin who asks, nor the last one, and nobody while a sync runs", async () => {
    const harness = await opened();

    expect((await pick(harness, ADMIN)).errors).toEqual({ person: "You can't erase yourself. Ask another admin." });
    await harness.slack.submitView({ user: ADMIN, entries: { person: { person: "U0BEN" } } });
    const held = await lease();
    await harness.slack.submitView({ user: ADMIN, entries: {} });

    await told(harness, /^A sync or an import is running: try again when it has ended\.$/);
    await held?.release();
    expect(await person("U0BEN")).toMatchObject({ name: "Ben Okafor" });
  });
});
