import { type Json, parsed } from "../json";
import { invalidArguments } from "../state/slack-error";
import type { Workspace } from "../state/workspace";

/** A call's arguments, which come as texts in a form or as values in JSON and mean the same. */
export class Args {
  constructor(readonly values: Json) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    if (typeof value === "number") return String(value);
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  /** @throws {Refusal} when it is missing. */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw invalidArguments(`missing required field: ${name}`);
    return value;
  }

  /** An object or a list, which a form carries as JSON text; `undefined` if missing or invalid. */
  json(name: string): unknown {
    const value = this.values[name];
    return typeof value === "string" ? parsed(value) : value;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== "";
  }

  flag(name: string): boolean {
    return ["true", "1"].includes(String(this.values[name]));
  }

  /** The requested page size, within Slack's bounds; `usual` if there is none. */
  limit(max: number, defaultSize: number): number {
    const requested = Number(this.text("limit") ?? 0);
    return Number.isInteger(requested) && requested > 0 ? Math.min(requested, max) : defaultSize;
  }
}

/**
 * One method of the Web API: changes the workspace, and returns the response without its `ok: true`.
 *
 * @throws {SlackError} when Slack would respond with `ok: false`.
 */
export type Method = (args: Args, workspace: Workspace) => Json;
