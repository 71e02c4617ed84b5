import type { FakeSlack, SlackOptions } from "../../../src/demo/slack/fake-slack";
import { type Json, objectsOf } from "../../../src/demo/slack/json";
import { ANA, boltApp, TOKEN, workspace } from "../../support/harness/demo/slack";

const FILE = { name: "orders & more.csv", bytes: Buffer.from("a,b\n1,2\n") };
const DROP = { user: ANA.id, text: "Here", files: [FILE] };

describe("a file that somebody drops", () => {
  const opened: FakeSlack[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((slack) => slack.close()));
  });
  const aWorkspace = async (options: Partial<SlackOptions> = {}) => {
    const made = await workspace(options);
    opened.push(made.slack);
    return made;
  };
  const dropped = async ({ slack }: { slack: FakeSlack }, channel?: string): Promise<Json> => {
    await slack.write({ ...DROP, channel });
    return objectsOf(slack.messages(channel ?? slack.dm(ANA.id)).at(-1)?.files)[0] ?? {};
  };
  const get = (url: unknown, token?: string) =>
    fetch(String(url), token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

  it("is in the message, and its bytes are given to the app's token", async () => {
    const made = await aWorkspace();

    const file = await dropped(made);

    expect(file).toMatchObject({ name: FILE.name, size: 8, mimetype: "text/csv", pretty_type: "CSV", user: ANA.id });
    const answer = await get(file.url_private_download, TOKEN);
    expect([answer.headers.get("content-type"), await answer.text()]).toEqual(["text/csv", "a,b\n1,2\n"]);
    expect((await made.client.files.info({ file: String(file.id) })).file).toMatchObject({ id: file.id, size: 8 });
  });

  it.each([
    ["no token", undefined, undefined],
    ["another's token", "xoxb-other", undefined],
    ["a token without files:read", TOKEN, ["chat:write"]],
  ])("is answered to %s with 200 and the page to sign in", async (_who, token, scopes) => {
    const file = await dropped(await aWorkspace(scopes === undefined ? {} : { scopes }));

    const answer = await get(file.url_private_download, token);

    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await answer.text()).toContain("Sign in");
  });

  it("is not told of to a token without files:read, nor when it is not there", async () => {
    const [without, made] = [await aWorkspace({ scopes: ["chat:write"] }), await aWorkspace()];
    const file = await dropped(without);
    const gone = await dropped(made);
    made.slack.deleteFile(String(gone.id));

    await expect(without.client.files.info({ file: String(file.id) })).rejects.toThrow("missing_scope");
    await expect(made.client.files.info({ file: String(gone.id) })).rejects.toThrow("file_not_found");
    expect((await get(gone.url_private_download, TOKEN)).status).toBe(404);
  });

  it("is told of to the app where it is alone with them, and not in channels", async () => {
    const made = await aWorkspace();
    const received: object[] = [];
    const app = await boltApp(made.slack, (bolt) =>
      bolt.event("message", async ({ event, context }) => {
        // Each comes a second time.
        if (context.retryNum === undefined) received.push(event);
      }),
    );

    await made.slack.write(DROP);
    await made.slack.write({ user: ANA.id, text: "Words" });
    await made.slack.write({ ...DROP, channel: "C0SALES" });
    await app.stop();

    const inDm = { type: "message", user: ANA.id, channel: made.slack.dm(ANA.id), channel_type: "im" };
    expect(received).toEqual([
      expect.objectContaining({ ...inDm, subtype: "file_share", text: "Here", files: [expect.anything()] }),
      expect.objectContaining({ ...inDm, text: "Words" }),
    ]);
    expect(received[1]).not.toHaveProperty("subtype");
  });

  it("is dropped from outside as bytes alone, which no page of another origin can send unasked", async () => {
    const { slack } = await aWorkspace();
    const upload = (user: string, type: string) =>
      fetch(slack.url.replace("/api/", `/demo/upload?user=${user}&name=a.csv`), {
        method: "POST",
        headers: { "content-type": type },
        body: FILE.bytes,
      });

    const answers = [
      await upload(ANA.id, "application/octet-stream"),
      await upload(ANA.id, "text/plain"),
      await upload("U0NOBODY", "application/octet-stream"),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 415, 400]);
    expect(slack.messages(slack.dm(ANA.id)).map(({ files }) => files?.length)).toEqual([1]);
  });
});

describe("a file that the app sends", () => {
  const opened: FakeSlack[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((slack) => slack.close()));
  });

  it("is seen once its bytes have come, as many as were announced, and it is completed, once", async () => {
    const { slack, client } = await workspace({ scopes: ["chat:write", "files:write"] });
    opened.push(slack);
    const asked = await client.files.getUploadURLExternal({ filename: "calls.csv", length: 3 });
    const put = (body: string) => fetch(String(asked.upload_url), { method: "POST", body });
    const complete = () =>
      client.files.completeUploadExternal({
        files: [{ id: String(asked.file_id), title: "Calls" }],
        channel_id: slack.dm(ANA.id),
        initial_comment: "Here",
      });

    await expect(complete()).rejects.toThrow("file_not_found");
    expect((await put("abcd")).status).toBe(400);
    expect((await put("abc")).status).toBe(200);
    expect((await put("abc")).status).toBe(400);
    expect(slack.messages(slack.dm(ANA.id))).toEqual([]);
    await complete();
    await expect(complete()).rejects.toThrow("file_not_found");

    const [message, ...others] = slack.messages(slack.dm(ANA.id));
    expect([message?.text, others]).toEqual(["Here", []]);
    expect(objectsOf(message?.files)[0]).toMatchObject({ name: "calls.csv", size: 3 });
  });

  it("is refused without the scope for it", async () => {
    const { slack, client } = await workspace();
    opened.push(slack);

    await expect(client.files.getUploadURLExternal({ filename: "calls.csv", length: 3 })).rejects.toThrow(
      "missing_scope",
    );
  });
});
