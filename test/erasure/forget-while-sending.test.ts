import type { Collection, Db } from "mongodb";
import type { DeliveryDeps } from "../../src/digests/delivery/ports";
import type { DueRow } from "../../src/digests/planned-message";
import { identityOf } from "../../src/erasure/identity";
import { personDocuments } from "../../src/erasure/person-documents-store";
import { scrubOf } from "../../src/erasure/scrub";
import { sealOf } from "../../src/metrics/seal";
import { aPerson } from "../support/builders/people";
import { closedAfterEach } from "../support/env/closed-after-each";
import { testDatabase } from "../support/env/database";
import { deliveryHarness, deliveryPlan, plannedMessages } from "../support/harness/digests/delivery";

const ANA = "U0R0000";
const person = aPerson(ANA, { name: "Ana Diaz", email: "ana@acme.com" });
const identity = identityOf(person, { people: [person], salesmen: [], seal: sealOf("a key") });

/** A board that names her. */
const render: DeliveryDeps["render"] = async (rows: readonly DueRow[]) => {
  const text = `1. Ana Diaz <@${ANA}>: 41 calls`;
  const message = { text, blocks: [{ type: "section", text: { type: "mrkdwn", text } }] };
  return new Map(rows.map(({ _id }) => [_id, message]));
};
const signedOut = { isAccepted: async () => false, noteRefused: () => {} };

describe("somebody who is forgotten while a message is sent", () => {
  const test = testDatabase();
  const closing = closedAfterEach();
  const scrub = (db: Db) => personDocuments(db).scrub(identity, scrubOf(identity, "former-1"));

  /** The database, where something happens once between the reading of a delivery and its being written. */
  const interrupted = (meanwhile: () => Promise<unknown>): Db => {
    let left = 1;
    const replaceOne = async (...args: Parameters<Collection["replaceOne"]>) => {
      left -= 1;
      if (left === 0) await meanwhile();
      return test.db.collection("deliveries").replaceOne(...args);
    };
    const collection = (name: string) => {
      const real = test.db.collection(name);
      return name === "deliveries" ? new Proxy(real, { get: (of, key) => bound(of, key, { replaceOne }) }) : real;
    };
    return new Proxy(test.db, { get: (of, key) => bound(of, key, { collection }) });
  };

  it("is named in no stored board, which arrives once, when another process claims and posts it meanwhile", async () => {
    const harness = closing(await deliveryHarness(test.db, { reps: 0, leaderboards: ["C0SALES"], deps: { render } }));
    await harness.tick({ auth: signedOut });
    expect(await harness.states()).toEqual(["due"]);

    await scrub(interrupted(() => harness.tick()));
    await harness.minutes(3);

    expect(harness.posts()).toEqual(["C0SALES"]);
    expect(await harness.rows.find().toArray()).toMatchObject([{ state: "sent", attempt: 1 }]);
    expect(JSON.stringify(await harness.rows.find().toArray())).not.toMatch(/Ana|U0R0000/);
  });

  it("is named in no stored board, which arrives once, when it is on its way already", async () => {
    const harness = closing(await deliveryHarness(test.db, { reps: 0, leaderboards: ["C0SALES"], deps: { render } }));
    const { post } = harness.deps.poster;
    const poster: DeliveryDeps["poster"] = {
      ...harness.deps.poster,
      post: async (message) => {
        expect(await scrub(test.db)).toBe(1);
        return post(message);
      },
    };

    await harness.tick({ poster });
    await harness.minutes(3);

    expect(harness.posts()).toEqual(["C0SALES"]);
    expect(await harness.states()).toEqual(["sent"]);
    expect(JSON.stringify(await harness.rows.find().toArray())).not.toMatch(/Ana|U0R0000/);
  });

  it("gets no second digest when the row of the first is deleted while it is posted", async () => {
    const users = test.db.collection<{ _id: string; active: boolean }>("users");
    await users.insertOne({ _id: ANA, active: true });
    const plan = async () => {
      const active = await users.find({ active: true }).toArray();
      return deliveryPlan(plannedMessages({ users: active.map(({ _id }) => _id) }));
    };
    const harness = closing(await deliveryHarness(test.db, { deps: { plan } }));
    const { post } = harness.deps.poster;
    const poster: DeliveryDeps["poster"] = {
      ...harness.deps.poster,
      post: async (message) => {
        await personDocuments(test.db).deleteOwn(identity);
        return post(message);
      },
    };

    await harness.tick({ poster });
    await harness.minutes(3);

    expect(harness.posts()).toEqual([ANA]);
    expect(await harness.rows.countDocuments()).toBe(0);
    expect(harness.log.at("error")).toEqual([]);
  });
});

function bound(of: object, key: string | symbol, changed: Readonly<Record<string, unknown>>): unknown {
  if (typeof key === "string" && key in changed) return changed[key];
  const value: unknown = Reflect.get(of, key);
  return typeof value === "function" ? value.bind(of) : value;
}
