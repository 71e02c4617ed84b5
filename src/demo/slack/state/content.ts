import { randomBytes } from "node:crypto";
import { isJson, type Json, listOf, objectsOf } from "../json";
import { blockFaults } from "../rules/blocks";
import { LIMITS } from "../rules/limits";
import { withIds } from "./inputs";
import { SlackError } from "./slack-error";

/** The content of a message. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Json[];
}

/**
 * The content as Slack accepts it: long texts truncated, blocks checked and given ids.
 *
 * @throws {Refusal} `no_text`, `invalid_blocks_format`, `msg_blocks_too_long` or `invalid_blocks`.
 */
export function content(
  sent: { readonly text: string | undefined; readonly blocks: unknown },
  { unknownBlocks }: { readonly unknownBlocks: ReadonlySet<string> },
): Content {
  const text = (sent.text ?? "").slice(0, LIMITS.messageText);
  const blocks = sent.blocks === undefined ? [] : checked(sent.blocks, unknownBlocks);
  if (text === "" && blocks.length === 0) throw new SlackError("no_text");
  return { text, blocks };
}

/**
 * A message's metadata: an event's name and a flat payload.
 *
 * @throws {Refusal}
 */
export function metadataOf(sent: unknown): Json | undefined {
  if (sent === undefined) return undefined;
  if (!isJson(sent)) throw new SlackError("invalid_metadata_format");
  const { event_type: type, event_payload: payload } = sent;
  if (typeof type !== "string" || type === "" || !isJson(payload)) throw new SlackError("invalid_metadata_schema");
  return sent;
}

function checked(sent: unknown, unknown: ReadonlySet<string>): readonly Json[] {
  if (!Array.isArray(sent)) throw new SlackError("invalid_blocks_format");
  const strange = objectsOf(sent).flatMap(({ type }, at) =>
    unknown.has(String(type)) ? [`unsupported type: ${String(type)} [json-pointer:/blocks/${at}]`] : [],
  );
  const faults = [...strange, ...blockFaults(listOf(sent), "message")];
  const refused = faults.filter((fault) => !fault.startsWith("msg_blocks_too_long"));
  if (refused.length > 0) {
    const messages = refused.map((fault) => `[ERROR] ${fault}`);
    throw new SlackError("invalid_blocks", { errors: refused, response_metadata: { messages } });
  }
  if (faults.length > 0) throw new SlackError("msg_blocks_too_long");
  return withIds(objectsOf(sent), () => randomBytes(3).toString("base64url"));
}
