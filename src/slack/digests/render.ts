import { postedRanks } from "../../digests/content/leaderboard";
import type { DeliveryContents } from "../../digests/content/load-deliveries";
import type { LoadedDigest } from "../../digests/content/load-digests";
import type { LoadedLeaderboard } from "../../digests/content/load-leaderboard";
import { praiseKey } from "../../digests/content/praise";
import type { RenderedMessage } from "../../digests/planned-message";
import { withBlock } from "../boards/board-view";
import { boardMessage, ownRanks } from "../boards/leaderboard-view";
import { context, type Message } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import type { DisplayContext } from "../ui/dates";
import { digestMessage } from "./digest-view";

/** Renders the messages of deliveries, by the ids of their rows. */
export function renderDeliveries(
  { digests, leaderboards }: DeliveryContents,
  display: DisplayContext,
): ReadonlyMap<string, RenderedMessage> {
  const boards = [...leaderboards].map(([id, loaded]): readonly [string, RenderedMessage] => {
    return [id, { ...boardMessage({ ...loaded, ...display }), ranks: postedRanks(loaded.leaderboard) }];
  });
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

/** Renders a leaderboard for one person's eyes, with their own ranks where a reader is given. */
export function renderLeaderboard(
  { reader, ...loaded }: LoadedLeaderboard & { readonly reader?: string | undefined },
  display: DisplayContext,
): Message | ChartMessage {
  const message = boardMessage({ ...loaded, ...display });
  const own = reader === undefined ? null : ownRanks(loaded.leaderboard, reader);
  return own === null ? message : withBlock(message, context(own));
}
