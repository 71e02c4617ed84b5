import { KILL, killOneOfTwo } from "./kill";
import { type Morning, type MorningOptions, startMorning } from "./morning";
import { ROUGH, roughDays } from "./rough";

interface Scenario {
  readonly with: MorningOptions;
  /** Returns what is wrong, a sentence each. */
  readonly play: (
    morning: Morning,
    run: { readonly seed: number; readonly say: (line: string) => void },
  ) => Promise<readonly string[]>;
}

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  kill: { with: KILL, play: (morning, { say }) => killOneOfTwo(morning, say) },
  rough: { with: ROUGH, play: roughDays },
};

async function play(name: string, seed: number): Promise<readonly string[]> {
  const scenario = SCENARIOS[name];
  if (scenario === undefined) return [`there is no scenario ${name}`];
  const begun = Date.now();
  const say = (line: string) => console.log(`  ${seconds(Date.now() - begun)}  ${line}`);
  const morning = await startMorning(scenario.with);
  try {
    await Promise.all(morning.replicas.map((one) => one.start()));
    return await scenario.play(morning, { seed, say });
  } finally {
    await morning.close();
  }
}

/** Plays the scenarios that are named, or all, `SEEDS` times from `SEED` on; ends with 1 when anything was wrong. */
async function main(names: readonly string[]): Promise<void> {
  const first = Number(process.env.SEED ?? 1);
  const count = Number(process.env.SEEDS ?? 1);
  for (const name of names.length > 0 ? names : Object.keys(SCENARIOS)) {
    for (let seed = first; seed < first + count; seed += 1) {
      const begun = Date.now();
      console.log(`${name}, seed ${seed}`);
      const found = await play(name, seed);
      for (const wrong of found) console.log(`  ✗ ${wrong}`);
      console.log(
        `  ${found.length === 0 ? "✓ nothing wrong" : `${found.length} wrong`}, ${seconds(Date.now() - begun)}`,
      );
      if (found.length > 0) process.exitCode = 1;
    }
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

void main(process.argv.slice(2));
