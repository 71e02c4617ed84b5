import { classifyPost, type PostAnswer, type PostOutcome } from "../../../src/digests/delivery/post-outcome";

describe("what an answer to a post means", () => {
  it.each<[PostAnswer, PostOutcome["kind"]]>([
    [{ kind: "accepted", channel: "D0A", ts: "1.1" }, "sent"],
    [{ kind: "limited", seconds: 3 }, "limited"],
    [{ kind: "unconnected", detail: "ECONNREFUSED" }, "not-posted"],
    [{ kind: "status", status: 500 }, "unknown"],
    [{ kind: "status", status: 404 }, "unknown"],
    [{ kind: "lost", detail: "reset" }, "unknown"],
    [{ kind: "refused", error: "<html>Bad gateway</html>" }, "unknown"],
    [{ kind: "refused", error: "internal_error" }, "unknown"],
    [{ kind: "refused", error: "fatal_error" }, "unknown"],
    [{ kind: "refused", error: "service_unavailable" }, "unknown"],
    [{ kind: "refused", error: "ratelimited" }, "limited"],
    [{ kind: "refused", error: "message_limit_exceeded" }, "not-posted"],
    [{ kind: "refused", error: "invalid_auth" }, "signed-out"],
    [{ kind: "refused", error: "token_revoked" }, "signed-out"],
    [{ kind: "refused", error: "missing_scope" }, "signed-out"],
    [{ kind: "refused", error: "account_inactive" }, "signed-out"],
    [{ kind: "refused", error: "channel_not_found" }, "permanent"],
    [{ kind: "refused", error: "not_in_channel" }, "permanent"],
    [{ kind: "refused", error: "invalid_blocks" }, "permanent"],
    [{ kind: "refused", error: "an_error_nobody_has_seen" }, "permanent"],
  ])("%j is %s", (answer, kind) => {
    expect(classifyPost(answer).kind).toBe(kind);
  });

  it("waits as long as Slack asks, and half a minute when it gives no time", () => {
    expect(classifyPost({ kind: "limited", seconds: 3 })).toEqual({ kind: "limited", waitMs: 3_000 });
    expect(classifyPost({ kind: "refused", error: "rate_limited" })).toEqual({ kind: "limited", waitMs: 30_000 });
  });
});
