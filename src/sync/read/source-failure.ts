import { SourceError } from "../../sources/source-error";
import { LeaseLost } from "../lease";

/** Whatever a source threw, apart from what our own database did. */
class SourceFailed extends Error {
  override readonly name = "SourceFailed";
}

/**
 * Asks a source; what it throws can be told from every other error by `sourceFailure`.
 *
 * @throws {LeaseLost} as it is: the source met it in what it told us.
 */
export async function callSource<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof LeaseLost) throw cause;
    throw new SourceFailed("A source failed", { cause });
  }
}

/**
 * What stopped a source's reading.
 *
 * @throws the error itself where it is not the source's: then the run is at fault, and what it wrote may be half of it.
 */
export function sourceFailure(error: unknown): unknown {
  if (error instanceof SourceFailed) return error.cause;
  if (error instanceof SourceError) return error;
  throw error;
}
