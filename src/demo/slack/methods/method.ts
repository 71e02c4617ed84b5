import type { Json } from "../json";
import type { World } from "../state/world";
import type { Args } from "./args";

/**
 * One method of the Web API: what it does to the workspace and what it answers beside `ok: true`.
 *
 * @throws {Refusal} when Slack would answer `ok: false`.
 */
export type Method = (args: Args, world: World) => Json;
