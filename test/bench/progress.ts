import type { Db } from "mongodb";
import { written } from "./figure";

const LOOK_MS = 15_000;

/** Says now and then how far a long sync has come. */
export function progress(name: string, db: Db): { stop(): void } {
  const begun = performance.now();
  const look = async () => {
    const facts = await db.collection("facts").estimatedDocumentCount();
    const seconds = Math.round((performance.now() - begun) / 1_000);
    const { rss, heapUsed, external } = process.memoryUsage();
    const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
    console.error(
      `${name}: ${seconds} s, ${written(facts)} facts, ${mb(rss)} MB (heap ${mb(heapUsed)}, external ${mb(external)})`,
    );
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return { stop: () => clearInterval(timer) };
}
