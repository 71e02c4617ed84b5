import { SourceError } from "../../sources/source-error";
import { LeaseLost } from "../lease";

/** Wraps whatever a source threw, to tell it from what our own database did. */
class SourceFailed extends Error {
  override readonly name = "SourceFailed";
}

/**
 * Calls a source; `sourceFailure` tells what it throws from every other error.
 *
 * @throws {LeaseLost} unwrapped: the source met it in a callback of ours.
 */
export async function callSource<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (cause) {
    if (cause instanceof LeaseLost) throw cause;
    throw new SourceFailed("A source failed", { cause });
  }
}

/**
 * Returns what stopped the read of a source.
 *
 * @throws the error itself if it is not the source's: then the run failed, and may have written only half.
 */
export function sourceFailure(error: unknown): unknown {
  if (error instanceof SourceFailed) return error.cause;
  if (error instanceof SourceError) return error;
  throw error;
}
