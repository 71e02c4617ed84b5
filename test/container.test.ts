import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { parse } from "yaml";
import { z } from "zod";
import { parseEnv } from "../src/config/config";

const text = (file: string) => readFileSync(join(__dirname, "..", file), "utf8");
const member = z.object({
  profiles: z.array(z.string()),
  hostname: z.string(),
  image: z.string(),
  entrypoint: z.array(z.string()),
  healthcheck: z.object({ test: z.string() }),
  volumes: z.array(z.string()),
  ports: z.undefined().optional(),
});
const compose = z
  .object({
    services: z.object({
      paceline: z.object({
        environment: z.record(z.string(), z.string()),
        ports: z.array(z.string()),
        stop_grace_period: z.string(),
        depends_on: z.object({ mongodb: z.object({ condition: z.string() }) }),
        read_only: z.literal(true),
        cap_drop: z.array(z.string()),
      }),
      "paceline-2": z.looseObject({ profiles: z.array(z.string()), ports: z.array(z.string()) }),
      ...{ "mongodb-2": member, "mongodb-3": member },
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
  .parse(parse(text("compose.yaml"), { merge: true }));
const { paceline, mongodb } = compose.services;
const dockerfile = text("Dockerfile");
/** The line above, where a comment says why. */
const commentAbove = (file: string, line: string) => new RegExp(`#([^\\n]*)\\n\\s*${line}`).exec(text(file))?.[1] ?? "";

describe("compose.yaml", () => {
  it("signs in to MongoDB by a login of Paceline's own, whose password is made by whoever starts it", () => {
    const uri = paceline.environment.MONGODB_URI ?? "";
    const filledIn = uri.replace(/\$\{MONGODB_PASSWORD:\?[^}]+\}/, "0123abcd");
    const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef" };

    const { hosts, credentials } = new MongoClient(filledIn).options;
    expect(hosts[0]?.toString()).toBe("mongodb:27017");
    expect(credentials).toMatchObject({ username: "paceline", password: "0123abcd", source: "admin" });
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
    // As npm start: this machine alone, unless .env says otherwise; inside it listens where the port leads.
    const variable = (name: string, otherwise: string) => `$\{${name}:-${otherwise}}`;
    expect(paceline.ports).toEqual([`${variable("HOST", "127.0.0.1")}:${variable("PORT", "3000")}:3000`]);
    expect(compose.services["paceline-2"].ports).toEqual([`${variable("HOST", "127.0.0.1")}:3001:3000`]);
    expect(paceline.environment).toMatchObject({ HOST: "0.0.0.0", PORT: "3000", MONGODB_DATABASE: "paceline" });
    expect(paceline.cap_drop).toEqual(["ALL"]);
  });

  it("adds a second Paceline and two members by a profile, which copy the first one's logins and are named in the address", () => {
    const { "paceline-2": second, "mongodb-2": one, "mongodb-3": other } = compose.services;
    const uri = paceline.environment.MONGODB_URI?.replace(/\$\{[^}]+\}/, "0123abcd") ?? "";
    const { hosts, replicaSet } = new MongoClient(uri).options;
    const shared = (service: object) => ({ ...service, ports: null, depends_on: null, profiles: null });
    const { services } = Object(parse(text("compose.yaml"), { merge: true }));

    expect([second, one, other].map(({ profiles }) => profiles)).toEqual(Array(3).fill(["replicas"]));
    expect(shared(second)).toEqual(shared(services.paceline));
    expect(second.ports).not.toEqual(services.paceline.ports);
    expect(second.depends_on).toEqual({ "mongodb-2": expect.anything(), "mongodb-3": expect.anything() });
    expect([hosts.map(String), replicaSet]).toEqual([
      ["mongodb:27017", `${one.hostname}:27017`, `${other.hostname}:27017`],
      "rs0",
    ]);
    expect([one.image, other.image]).toEqual([mongodb.image, mongodb.image]);
    expect(one.volumes).not.toEqual(other.volumes);
    // Members with other key files would not speak to each other.
    const keyFile = (lines: readonly string[]) => lines.join("\n").replace(/\$\$\w+/, "the password");
    expect([one, other].map(({ entrypoint }) => keyFile(entrypoint))).toEqual(
      Array(2).fill(keyFile(mongodb.entrypoint)),
    );
  });

  it("has each of these members add itself, and be healthy once it has what the others have", () => {
    const evaluated = /--eval "([^"]+)"/.exec(compose.services["mongodb-2"].healthcheck.test)?.[1] ?? "";
    const healthy = (set: { members: string[]; states: Record<string, number> }) => {
      const added: string[] = [];
      let isHealthy = true;
      const rs = {
        conf: () => ({ members: set.members.map((host) => ({ host })) }),
        add: (host: string) => void added.push(host),
        status: () => ({ members: Object.entries(set.states).map(([name, state]) => ({ name, state })) }),
      };
      const quit = () => {
        isHealthy = false;
      };
      new Function("rs", "require", "quit", evaluated)(rs, () => ({ hostname: () => "mongodb-2" }), quit);
      return { added, isHealthy };
    };
    const [first, own] = ["mongodb:27017", "mongodb-2:27017"];

    expect(healthy({ members: [first], states: { [first]: 1 } })).toEqual({ added: [own], isHealthy: false });
    expect(healthy({ members: [first, own], states: { [first]: 1, [own]: 5 } }).isHealthy).toBe(false);
    expect(healthy({ members: [first, own], states: { [first]: 1, [own]: 2 } })).toEqual({
      added: [],
      isHealthy: true,
    });
    expect(healthy({ members: [first, own], states: { [first]: 8, [own]: 1 } }).isHealthy).toBe(true);
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

  it("is tried, where an engine is, by a script that without an .env says so before it does anything", () => {
    const folder = mkdtempSync(join(tmpdir(), "smoke-"));
    mkdirSync(join(folder, ".ci"));
    copyFileSync(join(__dirname, "../.ci/smoke"), join(folder, ".ci/smoke"));
    const { status, stdout } = spawnSync("bash", [join(folder, ".ci/smoke")], { encoding: "utf8" });
    rmSync(folder, { recursive: true });

    expect([status, stdout]).toEqual([2, expect.stringContaining("npm run setup")]);
  });

  it("is healthy while it is ready, and runs without rights, under the bound of `npm start`", () => {
    const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(text("package.json")));
    const bound = /--max-old-space-size=\d+/.exec(scripts.start)?.[0] ?? "none";

    expect(dockerfile).toMatch(/^HEALTHCHECK .*\n?.*\/readyz/m);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(/^CMD (.+)$/m.exec(dockerfile)?.[1]).toContain(`"${bound}"`);
  });
});
