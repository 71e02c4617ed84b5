import { createEmulator } from "emulate";

// A process of its own, since Jest loads no ES modules: it takes the seed as its first argument, prints its address on
// one line, and ends when its input does.
const seed = JSON.parse(process.argv[2] ?? "{}");
const emulator = await createEmulator({ service: "slack", port: 0, seed: { slack: seed } });
process.stdout.write(`${emulator.url}\n`);
process.stdin.resume().once("end", async () => {
  await emulator.close();
  process.exit(0);
});
