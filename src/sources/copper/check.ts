import { z } from "zod";
import { clockAheadMs } from "../http/answer-headers";
import type { SourceCheck } from "../source";
import { SourceError } from "../source-error";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { countedTypes, opportunitiesById } from "./lists";
import { listedPeople } from "./people";
import { Pipelines } from "./schema";
import { findStages } from "./stages";

const id = z.union([z.int(), z.string()]).transform(String);
const Type = z.object({ id, name: z.string().catch(""), is_disabled: z.boolean().nullish().catch(null) });
const Types = z.object({ user: z.array(Type), system: z.array(Type) });
type Types = z.infer<typeof Types>;

/**
 * Requests everything once that a sync requests, and checks that the account has what is configured.
 *
 * @throws {SourceError} for a key that is refused (401) or may not read one of the lists (403), or when nobody answers.
 */
export async function checkCopper(
  now: () => Date,
  { client, config }: { client: CopperClient; config: CopperConfig },
): Promise<SourceCheck> {
  const headers = await client.probe("/account");
  const ahead = clockAheadMs(headers, now());
  const { path, body } = opportunitiesById(["1"]);
  const recent = { minimum_activity_date: Math.floor(now().getTime() / 1_000) - 3_600 };
  const [people, types, pipelines] = await Promise.all([
    listedPeople(client),
    client.get("/activity_types"),
    client.get("/pipelines"),
    client.page({ path: "/activities/search", body: recent, number: 1 }),
    client.page({ path, body, number: 1 }),
  ]);
  const missing = [
    ...missingTypes(config, parsed(Types, { answer: types, path: "/activity_types" })),
    ...missingStages(config, parsed(Pipelines, { answer: pipelines, path: "/pipelines" })),
  ];
  return { aheadMs: ahead, people, quotas: [], missing };
}

function parsed<T>(schema: z.ZodType<T>, { answer, path }: { answer: unknown; path: string }): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new SourceError(
    "copper",
    "unexpected-answer",
    `Copper answered ${path} with something other than what was asked for`,
  );
}

const VARIABLES = { system: "COPPER_EMAIL_ACTIVITY_TYPE", user: "COPPER_CALL_ACTIVITY_TYPE" } as const;

/** Names activity types that should count and that the account does not have or has switched off. */
export function missingTypes(config: CopperConfig, types: Types): readonly string[] {
  const counted = countedTypes(config);
  return (["system", "user"] as const).flatMap((category) =>
    counted[category].flatMap((wanted) => {
      const found = types[category].find((type) => type.id === wanted);
      if (found !== undefined && found.is_disabled !== true) return [];
      const why = found === undefined ? "does not exist" : `(${found.name}) is switched off`;
      const others = types[category].filter((type) => type.is_disabled !== true && LIKELY[category].test(type.name));
      const hint = others.map((type) => `${type.name} is ${type.id}`).join(", ");
      const named = hint === "" ? "" : `; Copper has: ${hint}`;
      return [`Activity type ${wanted} of category ${category} ${why} in Copper: set ${VARIABLES[category]}${named}.`];
    }),
  );
}

const LIKELY = { system: /mail/i, user: /call|phone/i } as const;

/** Names stages that are configured and in no pipeline, and those that cannot be found by name. */
export function missingStages({ stages }: CopperConfig, pipelines: Pipelines): readonly string[] {
  const known = new Set(pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => stage.id)));
  const unknown = (["a", "b", "c"] as const).flatMap((letter) =>
    stages[letter]
      .filter((stage) => !known.has(stage))
      .map((stage) => `Stage ${stage} is in none of Copper's pipelines: correct COPPER_STAGE_${letter.toUpperCase()}.`),
  );
  return [...unknown, ...findStages(stages, pipelines).notices];
}
