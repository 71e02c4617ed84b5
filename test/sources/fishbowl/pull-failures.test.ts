import { aMember, byEmail } from "../../support/builders/people";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { fishbowlServerHarness } from "../../support/harness/fishbowl-server";
import { syncHarness } from "../../support/harness/sync";

describe("the pull from Fishbowl's server, refused or broken,", () => {
  const { test, start: harness, kept: stored } = fishbowlServerHarness();

  it.each([
    [
      { password: "other" },
      "credentials",
      /^Fishbowl login refused \(401\): an admin must check FISHBOWL_USERNAME and FISHBOWL_PASSWORD/,
    ],
    [{ mfa: true }, "credentials", /^Fishbowl asks for a second factor \(MFA\) at login: set FISHBOWL_USERNAME/],
    [{ approved: false }, "credentials", /^Fishbowl has not approved Paceline yet: an admin approves it/],
  ])("case 39: says in words why it may not log in, and asks once: %j", async (options, fault, message) => {
    const { failure, paths } = await harness(options);

    expect(await failure()).toEqual({ fault, message: expect.stringMatching(message) });
    expect(paths()).toEqual(["/login"]);
  });

  it("says that the user may not query data, and logs out", async () => {
    const { failure, paths } = await harness({ dataAccess: false });

    expect(await failure()).toEqual({
      fault: "credentials",
      message: "Fishbowl user may not query data (403): an admin must give it view access to the Data module",
    });
    expect(paths()).toEqual(["/login", "/data-query", "/logout"]);
  });

  it("is checked by logging in and out, which keeps nothing and tells what is refused", async () => {
    const { source, server, paths } = await harness();
    const now = () => new Date("2026-10-28T21:05:00Z");

    const check = await source.check?.(now);
    server.faults.push({ match: ({ path }) => path === "/data-query", effect: { kind: "status", status: 403 } });
    const narrow = source.check?.(now);

    await expect(narrow).rejects.toMatchObject({ fault: "credentials", status: 403 });
    expect(check).toEqual({ aheadMs: null, people: null, quotas: [], missing: [] });
    expect(paths()).toEqual(["/login", "/data-query", "/logout", "/login", "/data-query", "/logout"]);
    expect(await stored("fishbowl_sales_orders")).toEqual([]);
  });

  it("case 39: logs in anew, once, when its session has expired", async () => {
    const { server, read, paths } = await harness();
    server.faults.push({
      match: ({ path }) => path === "/data-query",
      effect: { kind: "before", run: (_request, { sessions }) => sessions.clear() },
    });

    await read();

    expect(paths()).toEqual(["/login", "/data-query", "/login", "/data-query", "/logout"]);
  });

  it("does not log in over and over when every session ends at once", async () => {
    const { server, failure, paths } = await harness();
    server.faults.push({
      match: ({ path }) => path === "/data-query",
      times: "always",
      effect: { kind: "before", run: (_request, { sessions }) => sessions.clear() },
    });

    expect(await failure()).toEqual({
      fault: "unreachable",
      message:
        "Fishbowl accepted the login and ended the session (401), twice: its seats may all be taken, or FISHBOWL_USERNAME may be signed in elsewhere",
    });
    expect(paths()).toEqual(["/login", "/data-query", "/login", "/data-query", "/logout"]);
  });

  it.each([
    [{ kind: "reset" } as const, "unreachable", /^Fishbowl can't be reached/],
    [{ kind: "status", status: 500 } as const, "unreachable", /^Fishbowl is down \(500\)/],
    [{ kind: "html" } as const, "unexpected-answer", /an HTML page, not with JSON/],
    [{ kind: "truncated" } as const, "unexpected-answer", /breaks off/],
    [{ kind: "rewrite", body: () => ({ rows: [] }) } as const, "unexpected-answer", /something that isn't a list/],
  ])("fails with the right kind and logs out when it answers %j", async (effect, fault, message) => {
    const { server, failure, paths } = await harness();
    server.faults.push({ match: ({ path }) => path === "/data-query", times: "always", effect });

    expect(await failure()).toEqual({ fault, message: expect.stringMatching(message) });
    expect(paths().at(-1)).toBe("/logout");
  });

  it("waits out a server that is away for a moment", async () => {
    const { server, read } = await harness();
    const match = ({ path }: { readonly path: string }) => path === "/data-query";
    server.faults.push({ match, effect: { kind: "status", status: 503 } }, { match, effect: { kind: "reset" } });

    expect(await read()).toMatchObject({ read: { kind: "complete" } });
  });

  it("lowers nothing in a sync when it fails, and is the only source to fail", async () => {
    const { server, source } = await harness();
    await test.db.collection<{ _id: string }>("fishbowl_users_map").insertOne({ _id: "aray", ...{ userId: "UANA" } });
    const sources = [scriptedSource("copper", []), scriptedSource("justcall", []), source];
    const { sync } = syncHarness(test.db, { sources, members: [aMember("UANA", byEmail("ana@acme.com"))] });
    await sync("2026-10-01", "2026-10-28");
    server.account.orders.remove(1);
    server.faults.push({
      match: ({ path }) => path === "/data-query",
      times: "always",
      effect: { kind: "status", status: 500 },
    });

    const report = await sync("2026-10-01", "2026-10-28");

    expect(report).toMatchObject({
      success: false,
      results: {
        fishbowl: { success: false },
        copper: { success: true },
        errors: [{ source: "fishbowl", kind: "unreachable" }],
      },
    });
    expect(await test.db.collection("metrics").findOne({})).toMatchObject({ value: 10.5 });
  });
});
