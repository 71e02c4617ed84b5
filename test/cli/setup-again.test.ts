import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { runSetup } from "../../src/cli/run-setup";
import { opener } from "../../src/cli/setup/browser";
import { valuesOf } from "../../src/cli/setup/env-text";
import { SetupStopped, terminalPrompter } from "../../src/cli/setup/prompter";
import { serviceUnit } from "../../src/cli/setup/service-unit";
import { ConfigError } from "../../src/config/config";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { sampleMonth } from "../../src/demo/sample/sample-month";
import { signatureStore } from "../../src/slack/platform/signature-store";
import { testDatabase } from "../support/env/database";
import { typedSetup } from "../support/harness/cli/typed-setup";
import { eventually } from "../support/wait";

describe("the setup of whoever went through all of it before", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let folder: string;
  beforeAll(async () => {
    fakes = await startFakes(sampleMonth(), () => new Date());
    folder = mkdtempSync(join(tmpdir(), "paceline-setup-"));
  });
  afterAll(async () => {
    await fakes.close();
    rmSync(folder, { recursive: true });
  });

  const finished = () => {
    const { SLACK_API_URL, SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, JUSTCALL_API_URL } = fakes.env;
    const slack = { SLACK_API_URL, SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, PUBLIC_URL: "http://127.0.0.1:9" };
    const database = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    return { ...slack, ...database, JUSTCALL_API_URL, LOG_LEVEL: "silent", API_TOKEN: "api-token-of-tests-01" };
  };

  it("asks once for all that was left off, and Enter leaves it so", async () => {
    const { ended, type, out } = typedSetup(join(folder, ".env"), { values: finished() });

    await type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await type(/SLACK_SIGNING_SECRET is set\. Keep/, "");
    await type(/MONGODB_URI is set\. Keep/, "");
    await type(/So far: Fishbowl's orders from files; Copper and JustCall off\. Change any\?/, "");

    expect(await ended).toBe(0);
    expect(out()).not.toMatch(/use Copper|use JustCall|Fishbowl server/);
    expect(out()).toMatch(/\b0 problems/);
  });

  it("doesn't ask again for an address where Paceline connects to Slack by itself, unless that is to change", async () => {
    const { PUBLIC_URL: _none, ...values } = finished();
    const socket = { ...values, SLACK_APP_TOKEN: "xapp-of-tests" };

    const kept = typedSetup(join(folder, ".env"), { values: socket });
    await kept.type(/connects to Slack by itself \(Socket Mode\)\. Keep it that way/, "");
    await kept.type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    kept.stop();
    const changed = typedSetup(join(folder, ".env"), { values: socket });
    await changed.type(/Keep it that way/, "n");
    await eventually(() => /Can Slack reach this machine/.test(changed.out()));
    changed.stop();

    expect(await kept.ended).toBeInstanceOf(SetupStopped);
    expect(await changed.ended).toBeInstanceOf(SetupStopped);
    expect(kept.out()).not.toContain("Can Slack reach this machine");
  });

  it("doubts a signing secret with which Slack's requests were refused, and keeps it by a word alone", async () => {
    const { SLACK_SIGNING_SECRET } = finished();
    await signatureStore(test.db, SLACK_SIGNING_SECRET).refuse({ isOurs: true, token: null });
    const doubt = /✗ Slack's requests are signed with another secret since \S+ \d+, \d+, .*: copy it again\./;

    const kept = typedSetup(join(folder, ".env"), { values: finished() });
    await kept.type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await kept.type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await kept.type(new RegExp(`${doubt.source}\\s.*SLACK_SIGNING_SECRET is set\\. Keep it\\? \\(y/N\\)`), "y");
    await kept.type(/MONGODB_URI is set\. Keep/, "");
    kept.stop();
    const changed = typedSetup(join(folder, ".env"), { values: finished() });
    await changed.type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await changed.type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await changed.type(/SLACK_SIGNING_SECRET is set\. Keep/, "");
    await changed.type(/Signing Secret/, SLACK_SIGNING_SECRET);
    await changed.type(new RegExp(`${doubt.source}[\\s\\S]*Keep it, and go on\\?`), "");
    await changed.type(/Signing Secret/, "another-signing-secret-of-tests");
    await changed.type(/✓ It may be a signing secret[\s\S]*MONGODB_URI is set\. Keep/, "");
    changed.stop();

    expect(await kept.ended).toBeInstanceOf(SetupStopped);
    expect(await changed.ended).toBeInstanceOf(SetupStopped);
    const written = valuesOf(readFileSync(join(folder, ".env"), "utf8"));
    expect(written.SLACK_SIGNING_SECRET).toBe("another-signing-secret-of-tests");
  });

  it("says of a signing secret that a request of Slack's proved it", async () => {
    const { SLACK_SIGNING_SECRET } = finished();
    await signatureStore(test.db, SLACK_SIGNING_SECRET).accept("a-verification-token");

    const { type, out, stop, ended } = typedSetup(join(folder, ".env"), { values: finished() });
    await type(/PUBLIC_URL is http:\S+\. Keep it/, "");
    await type(/SLACK_BOT_TOKEN is set\. Keep/, "");
    await type(/✓ A request of Slack's was signed with it\.\s.*SLACK_SIGNING_SECRET is set\. Keep/, "");
    stop();

    expect(await ended).toBeInstanceOf(SetupStopped);
    expect(out()).not.toContain("It may be a signing secret");
  });

  it("refuses a link that leads nowhere before anything is asked, and leaves it as it is", async () => {
    const link = join(folder, "lost.env");
    const target = join(folder, "not-mounted", "paceline.env");
    symlinkSync(target, link);
    const streams = { input: new PassThrough(), output: new PassThrough() };
    const terminal = { out: () => {}, err: () => {} };

    const error = await runSetup({ file: link }, { env: {}, streams, terminal }).catch((error: unknown) => error);

    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain(`${link} is a link to ${target}, which isn't there: mend that first`);
    expect(() => readFileSync(link)).toThrow("ENOENT");
  });
});

describe("a yes or no", () => {
  const asked = (byDefault: boolean) => {
    const streams = { input: new PassThrough(), output: new PassThrough() };
    let printed = "";
    streams.output.on("data", (chunk) => {
      printed += String(chunk);
    });
    const answer = terminalPrompter(streams).confirm("Go on?", byDefault);
    return { answer, type: (line: string) => streams.input.write(`${line}\n`), out: () => printed };
  };

  it.each([
    ["y", false, true],
    ["YES", false, true],
    ["no", true, false],
    ["", true, true],
    ["", false, false],
  ])("is what was typed, and the default where nothing was: %j, by default %s", async (line, byDefault, means) => {
    const { answer, type } = asked(byDefault);

    type(line);

    expect(await answer).toBe(means);
  });

  it.each(["u", "ye", "nope", "yn"])("is asked again after %j, which is neither", async (line) => {
    const { answer, type, out } = asked(true);

    type(line);
    await eventually(() => /Type y for yes or n for no/.test(out()));
    type("n");

    expect(await answer).toBe(false);
  });
});

describe("what the setup leaves to others", () => {
  it("is a unit that systemd understands, whatever the folder is called", () => {
    const unit = serviceUnit({
      folder: "/srv/our 100% bot",
      main: "/srv/our 100% bot/dist/main.js",
      node: "/usr/bin/node",
      options: ["--env-file=/etc/paceline.env"],
      user: "ana",
    });

    expect(unit).toContain("\nUser=ana\nWorkingDirectory=/srv/our 100%% bot\n");
    expect(unit).toContain(
      '\nExecStart=/usr/bin/node --env-file=/etc/paceline.env --max-old-space-size=192 "/srv/our 100%% bot/dist/main.js"\n',
    );
  });

  it.each([
    ["a Mac", "darwin", {}, "open"],
    ["a desktop", "linux", { DISPLAY: ":0" }, "xdg-open"],
    ["a desktop of another kind", "linux", { WAYLAND_DISPLAY: "wayland-0" }, "xdg-open"],
    ["a server", "linux", {}, null],
    ["another machine than one's own", "darwin", { SSH_CONNECTION: "10.0.0.1 1 10.0.0.2 22" }, null],
  ])("is a page in the browser of %s", (_what, platform, env, program) => {
    expect(opener(platform, env)).toBe(program);
  });
});
