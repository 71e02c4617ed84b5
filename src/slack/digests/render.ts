import type { DeliveryContents } from "../../digests/content/load-deliveries";
import type { LoadedDigest } from "../../digests/content/load-digests";
import type { LoadedLeaderboard } from "../../digests/content/load-leaderboard";
import { praiseKey } from "../../digests/content/praise";
import type { RenderedMessage } from "../../digests/planned-message";
import { context, type Message } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { digestMessage } from "./digest-view";
import { boardMessage, ownRanks } from "./leaderboard-view";

/** Renders the messages of deliveries, by the ids of their rows. */
export function renderDeliveries(
  { digests, leaderboards }: DeliveryContents,
  display: DisplayContext,
): ReadonlyMap<string, RenderedMessage> {
  const boards = [...leaderboards].map(([id, loaded]) => [id, boardMessage({ ...loaded, ...display })] as const);
  return new Map<string, RenderedMessage>([...boards, ...renderDigests(digests, display)]);
}

/** Renders digests, each with the figures that it reports. */
export function renderDigests(
  digests: ReadonlyMap<string, LoadedDigest>,
  display: DisplayContext,
): ReadonlyMap<string, Message & Pick<RenderedMessage, "reported" | "praised">> {
  return new Map(
    [...digests].map(([id, loaded]) => [
      id,
      {
        ...digestMessage({ ...loaded, ...display }),
        reported: loaded.digest.reported,
        praised: loaded.digest.praise.map(praiseKey),
      },
    ]),
  );
}

/** Renders a digest for its preview, which reports nothing. */
export function renderPreview(loaded: LoadedDigest, display: DisplayContext): Message {
  return digestMessage({ ...loaded, ...display });
}

/** Renders a leaderboard for one person's eyes, who can see a table wherever they are. */
export function renderLeaderboard(
  { reader, ...loaded }: LoadedLeaderboard & { readonly reader?: string | undefined },
  display: DisplayContext,
): Message {
  const { text, blocks } = boardMessage({ ...loaded, ...display });
  const own = reader === undefined ? null : ownRanks(loaded.leaderboard, reader);
  return { text, blocks: own === null ? blocks : [...blocks, context(own)] };
}
