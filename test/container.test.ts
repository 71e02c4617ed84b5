import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { parseEnv } from "../src/config/config";

const text = (file: string) => readFileSync(join(__dirname, "..", file), "utf8");
const compose = z
  .object({
    services: z.object({
      paceline: z.object({
        environment: z.record(z.string(), z.string()),
        stop_grace_period: z.string(),
        depends_on: z.object({ mongodb: z.object({ condition: z.string() }) }),
        read_only: z.literal(true),
        cap_drop: z.array(z.string()),
      }),
      mongodb: z.object({
        image: z.string(),
        environment: z.record(z.string(), z.string()),
        entrypoint: z.array(z.string()),
        healthcheck: z.object({ test: z.string() }),
        ports: z.undefined().optional(),
      }),
    }),
    configs: z.object({ login: z.object({ content: z.string() }) }),
  })
  .parse(parse(text("compose.yaml")));
const { paceline, mongodb } = compose.services;
const dockerfile = text("Dockerfile");
/** The line above, where a comment says why. */
const commentAbove = (file: string, line: string) => new RegExp(`#([^\\n]*)\\n\\s*${line}`).exec(text(file))?.[1] ?? "";

describe("compose.yaml", () => {
  it("signs in to MongoDB by a login of Paceline's own, whose password is made by whoever starts it", () => {
    const uri = paceline.environment.MONGODB_URI ?? "";
    const filledIn = uri.replace(/\$\{MONGODB_PASSWORD:\?[^}]+\}/, "0123abcd");
    const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef" };

    expect(new URL(filledIn)).toMatchObject({ username: "paceline", password: "0123abcd", host: "mongodb:27017" });
    expect(new URL(filledIn).searchParams.get("authSource")).toBe("admin");
    expect(parseEnv({ ...slack, MONGODB_URI: filledIn }, "server").MONGODB_URI).toBe(filledIn);
    expect(mongodb.environment.MONGO_INITDB_ROOT_PASSWORD).toMatch(/^\$\{MONGODB_PASSWORD:\?/);
    expect(mongodb.entrypoint.join("\n")).toMatch(/mongod --replSet rs0 .*--keyFile/);
  });

  it("gives that login its own database and nothing else", () => {
    const users: unknown[] = [];
    const db = {
      getSiblingDB: (name: string) => ({ createUser: (user: object) => users.push({ in: name, ...user }) }),
    };
    const env = { MONGO_INITDB_ROOT_PASSWORD: "0123abcd" };

    new Function("db", "process", compose.configs.login.content)(db, { env });

    const roles = ["readWrite", "dbAdmin"].map((role) => ({ role, db: "paceline" }));
    expect(users).toEqual([{ in: "admin", user: "paceline", pwd: "0123abcd", roles }]);
  });

  it("starts Paceline once the replica set answers, and lets nobody but Paceline reach MongoDB", () => {
    expect(paceline.depends_on.mongodb.condition).toBe("service_healthy");
    expect(mongodb.healthcheck.test).toMatch(/rs\.status\(\).*rs\.initiate/);
    expect(mongodb.ports).toBeUndefined();
    expect(paceline.cap_drop).toEqual(["ALL"]);
  });

  it("gives Paceline longer to stop than it takes at most", () => {
    const most = Number(/STOP_MS = ([\d_]+)/.exec(text("src/main.ts"))?.[1]?.replace("_", ""));

    expect(most).toBeGreaterThan(20_000);
    expect(Number(/^(\d+)s$/.exec(paceline.stop_grace_period)?.[1]) * 1_000).toBeGreaterThan(most);
  });

  it("pins MongoDB's image by digest, or by a minor version with the reason", () => {
    expect(mongodb.image).toMatch(/^mongo:(?:\d+\.\d+(?:\.\d+)?|.+@sha256:[0-9a-f]{64})$/);
    if (!mongodb.image.includes("@")) expect(commentAbove("compose.yaml", "image: mongo")).toContain("no digest:");
  });
});

describe("the image", () => {
  it("is built from one pinned by digest, or by a minor version with the reason", () => {
    const [first, ...others] = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = ""]) => image);

    expect(first).toMatch(/^node:(?:\d+\.\d+[\w.-]*|.+@sha256:[0-9a-f]{64})$/);
    expect(others).toEqual([first]);
    if (!first?.includes("@")) expect(commentAbove("Dockerfile", "FROM")).toContain("no digest:");
  });

  it("is followed step by step by what CI does without an engine, in a folder that nobody may write", () => {
    const steps = [...dockerfile.matchAll(/npm [a-z]+[^&\n]*/g)].map(([step]) => step.trim());
    const followed = text(".ci/image").replaceAll(/ --no-(audit|fund)/g, "");

    expect(steps).toEqual(["npm ci --ignore-scripts", "npm run build", expect.stringMatching(/^npm prune --omit=dev/)]);
    expect(steps.filter((step) => !followed.includes(`\n${step}\n`))).toEqual([]);
    expect(followed).toContain('chmod -R a+rX,a-w "$tree"');
    expect(text(".ci/run")).toContain(".ci/image");
  });

  it("is healthy while it is ready, and runs without rights, under the bound of `npm start`", () => {
    const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(text("package.json")));
    const bound = /--max-old-space-size=\d+/.exec(scripts.start)?.[0] ?? "none";

    expect(dockerfile).toMatch(/^HEALTHCHECK .*\n?.*\/readyz/m);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(/^CMD (.+)$/m.exec(dockerfile)?.[1]).toContain(`"${bound}"`);
  });
});
