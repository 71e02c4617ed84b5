import { startEmbeddedMongo } from "../../../src/database/embedded/embedded";

/** A process that uses the embedded MongoDB of the folder it is given, until it is killed. */
async function main(dir: string): Promise<void> {
  const { uri, joined } = await startEmbeddedMongo({ dir, env: process.env, say() {} });
  process.stdout.write(`${JSON.stringify({ uri, joined })}\n`);
  setInterval(() => {}, 60_000);
}

void main(process.argv[2] ?? "");
