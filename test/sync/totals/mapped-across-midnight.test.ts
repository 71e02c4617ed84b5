import { callFacts, justcallFacts } from "../../support/builders/facts";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";
/** In Los Angeles midnight is at 7:00 in UTC. */
const BEFORE_MIDNIGHT = "2026-10-02T06:59:30Z";
const AFTER_MIDNIGHT = "2026-10-02T07:00:30Z";

describe("a call across midnight of somebody whom JustCall's account is given later", () => {
  const test = testDatabase();

  it("is counted once, though its Copper twin lies on a day on which that account has no call", async () => {
    const { copper, justcall, sync, parts } = threeSources(test.db);
    copper.facts = callFacts("copper", { recordId: "1", at: BEFORE_MIDNIGHT, owner: "77", seconds: 60 });
    justcall.facts = justcallFacts("9", { at: AFTER_MIDNIGHT, owner: "ana@dialer.com" });
    justcall.people = [{ owner: "ana@dialer.com", name: "Ana", email: "ana@dialer.com" }];
    await sync(FROM, TO);
    await parts.people.override("UANA", { justcallEmail: "ana@dialer.com" });

    await sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toEqual({
      "UANA_phone_call_quantity_2026-10-01_copper": 0,
      "UANA_phone_call_quantity_2026-10-02_justcall": 1,
      "UANA_talk_time_minutes_2026-10-01_copper": 0,
      "UANA_talk_time_minutes_2026-10-02_justcall": 1,
    });
  });

  it("counts in Copper again once that account is taken away", async () => {
    const { copper, justcall, sync, parts } = threeSources(test.db);
    copper.facts = callFacts("copper", { recordId: "1", at: BEFORE_MIDNIGHT, owner: "77", seconds: 60 });
    justcall.facts = justcallFacts("9", { at: AFTER_MIDNIGHT, owner: "ana@dialer.com" });
    justcall.people = [{ owner: "ana@dialer.com", name: "Ana", email: "ana@dialer.com" }];
    await sync("2026-10-26", TO);
    await parts.people.override("UANA", { justcallEmail: "ana@dialer.com" });
    await sync(FROM, TO);
    await parts.people.override("UANA", { justcallEmail: null });

    await sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toMatchObject({
      "UANA_phone_call_quantity_2026-10-01_copper": 1,
      "UANA_phone_call_quantity_2026-10-02_justcall": 0,
    });
  });
});
