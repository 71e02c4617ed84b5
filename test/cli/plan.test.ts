import { readFileSync } from "node:fs";
import { join } from "node:path";
import { endingOf, madeSecrets, nextLines } from "../../src/cli/setup/ending";
import { filledManifest, manifestLines, manifestUse, toBePasted } from "../../src/cli/setup/manifest-link";
import { connectionOf, isEitherWay, joined, type PlanInput, planOf } from "../../src/cli/setup/plan";

const URL_OF_OURS = "https://paceline.acme.test";
const manifest = readFileSync(join(__dirname, "../../manifest.yml"), "utf8");
const input: PlanInput = { before: {}, values: {}, isPerson: true, manifest, filled: null };
const titles = (more: Partial<PlanInput>) => planOf({ ...input, ...more }).steps.map(({ title }) => title)[1];

describe("the plan of a setup", () => {
  it.each([
    ["nothing", {}, null],
    ["a signing secret alone", { SLACK_SIGNING_SECRET: "s" }, { kind: "http", url: null }],
    ["an address", { PUBLIC_URL: `${URL_OF_OURS}/` }, { kind: "http", url: URL_OF_OURS }],
    ["an address for webhooks beside a socket", { PUBLIC_URL: URL_OF_OURS, SLACK_APP_TOKEN: "x" }, { kind: "socket" }],
  ])("reads from %s how Slack reaches the app", (_what, values, connection) => {
    expect(connectionOf(values)).toEqual(connection);
  });

  it("asks for what goes with that, and takes a person who named no address at their word", () => {
    const signed = { SLACK_SIGNING_SECRET: "s" };

    expect(titles({ values: { PUBLIC_URL: URL_OF_OURS } })).toBe("Slack: signing secret");
    expect(titles({ values: signed, isPerson: false })).toBe("Slack: signing secret");
    expect(titles({ values: signed })).toBe("Slack: app-level token");
    expect(titles({})).toBe("Slack: app-level token");
  });

  it("asks which of two ways is meant whenever there is an address beside a socket's token", () => {
    const values = { PUBLIC_URL: URL_OF_OURS, SLACK_APP_TOKEN: "x" };

    expect(isEitherWay(values)).toBe(true);
    expect(isEitherWay({ PUBLIC_URL: URL_OF_OURS })).toBe(false);
    expect(isEitherWay({ SLACK_APP_TOKEN: "x" })).toBe(false);
  });

  it("unsets what is set to nothing, so that no later step takes it for a value", () => {
    expect(joined({ PORT: "1", HOST: "a" }, { HOST: "", API_TOKEN: "t" })).toEqual({ PORT: "1", API_TOKEN: "t" });
  });

  it("marks a manifest that is not at Slack yet by a line that says what to do with it", () => {
    const marked = toBePasted(filledManifest(manifest, { kind: "socket" }), "change");

    expect(marked.split("\n").slice(0, 2)).toEqual([
      "# Your Slack app's manifest. Paste all of it at Slack: npm run setup says where.",
      "_metadata:",
    ]);
  });

  it("has at its top the link to a new app that it fills in, and no other on the screen, which it would fill", () => {
    const filled = filledManifest(manifest, { kind: "socket" });
    const [, second = "", ...rest] = toBePasted(filled, "create").split("\n");
    const link = /https:.*/.exec(second)?.[0] ?? "";

    expect(second).toMatch(/^# Or open this link/);
    expect(new URL(link).searchParams.get("manifest_yaml")).toContain("socket_mode_enabled: true");
    expect(rest.join("\n")).toBe(filled);
    const said = manifestLines("create", { path: "slack-app.yml", isOpen: false });
    expect(said.filter((line) => line.length > 160 || /manifest_yaml/.test(line))).toEqual([]);
  });

  const socket = filledManifest(manifest, { kind: "socket" });
  it.each([
    ["is made while there is no token", { isMade: false, before: null, isReachedOtherwise: true }, "create"],
    ["stays where nothing changed", { isMade: true, before: socket, isReachedOtherwise: false }, "none"],
    ["changes with the manifest", { isMade: true, before: "older", isReachedOtherwise: false }, "change"],
    [
      "changes until that is done",
      { isMade: true, before: toBePasted(socket, "change"), isReachedOtherwise: false },
      "change",
    ],
    ["changes with the way", { isMade: true, before: null, isReachedOtherwise: true }, "change"],
    ["made by hand is left alone", { isMade: true, before: null, isReachedOtherwise: false }, "none"],
  ])("knows that the Slack app %s", (_what, known, use) => {
    expect(manifestUse({ ...known, manifest: socket })).toBe(use);
  });

  it("makes secrets that are missing, the webhooks' where Copper can reach us", () => {
    const made = (values: Record<string, string>, kind: "http" | "socket") =>
      Object.keys(
        madeSecrets(values, { connection: kind === "http" ? { kind, url: null } : { kind }, secret: () => "s" }),
      );

    expect(made({ COPPER_API_KEY: "k" }, "http")).toEqual(["API_TOKEN", "COPPER_WEBHOOK_SECRET"]);
    expect(made({ COPPER_API_KEY: "k", API_TOKEN: "t" }, "socket")).toEqual([]);
    expect(made({ COPPER_API_KEY: "k", PUBLIC_URL: "u" }, "socket")).toEqual(["API_TOKEN", "COPPER_WEBHOOK_SECRET"]);
  });

  it("writes what the environment set and names what it must not set any more", () => {
    const env = { PORT: "1", API_TOKEN: "t", HOST: "a" };

    expect(endingOf({ PORT: "1", HOST: "a" }, { stored: { HOST: "a" }, env })).toEqual({
      taken: { PORT: "1" },
      overruling: ["API_TOKEN"],
    });
  });

  it("ends with the commands that read the file that was written", () => {
    const values = { PUBLIC_URL: URL_OF_OURS, JUSTCALL_API_KEY: "k" };
    const said = (path: string) =>
      nextLines({
        path,
        connection: { kind: "http", url: URL_OF_OURS },
        values,
        unit: "paceline.service",
        isAgain: true,
      }).join("\n");

    expect(said(".env")).toMatch(/Start it: npm start\.[\s\S]*: node dist\/cli\/index\.js webhooks install/);
    expect(said("other.env")).toMatch(
      /Start it: node --env-file=other\.env .*dist\/main\.js\.[\s\S]*: node --env-file=other\.env dist\/cli\/index\.js webhooks install/,
    );
    // Whoever ran the setup again has a Paceline that still goes by what it read.
    const socket = { path: ".env", connection: { kind: "socket" }, values: {}, unit: null } as const;
    expect(nextLines({ ...socket, isAgain: true })).toEqual([
      "\nStart it: npm start.",
      "If it runs already, restart it: until then it goes on with the old values. In a terminal, Ctrl+C and npm start; in Docker, docker compose up -d.",
      expect.stringMatching(
        /^Started so, it ends with this terminal\. .* have npm start run .*\nOr in Docker: echo "MONGODB_PASSWORD=\$\(openssl rand -hex 24\)" >> \.env, stop it here, then docker compose up -d\. .* empty database/,
      ),
    ]);
    // A second password would lock its own database.
    const again = nextLines({ ...socket, values: { MONGODB_PASSWORD: "made-before" }, isAgain: true }).join("\n");
    expect(again).toContain("Or in Docker: stop it here, then docker compose up -d.");
    expect(nextLines({ ...socket, isAgain: false })).toEqual([
      expect.stringContaining(`It's ready once it says "Paceline is up". The first start syncs 30 days by itself`),
      expect.stringContaining("Started so"),
    ]);
    expect(said(".env")).toContain("as a service, sudo systemctl restart paceline.");
    expect(said(".env")).toContain("sudo cp paceline.service /etc/systemd/system/");
  });
});
