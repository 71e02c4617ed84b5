import { postedRanks, shownBoard } from "../../digests/content/leaderboard";
import type { DeliveryContents, LoadedDelivery } from "../../digests/content/load-deliveries";
import type { LoadedDigest } from "../../digests/content/load-digests";
import type { LoadedLeaderboard } from "../../digests/content/load-leaderboard";
import { praiseKey } from "../../digests/content/praise";
import type { RenderedMessage } from "../../digests/planned-message";
import { boardMessage } from "../boards/leaderboard-view";
import { asReadBy, ownPlaces } from "../boards/own-places";
import type { Message } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import type { DisplayContext } from "../ui/dates";
import { fallenSaid } from "./corrections-view";
import { type DigestMessage, type DigestValues, digestMessage } from "./digest-view";
import { figuresInOwnLines, isOf, recapSpan } from "./recaps/own-recaps-view";
import { teamRecapMessage } from "./recaps/team-recap-view";

/** Renders the messages of deliveries, by the ids of their rows. */
export function renderDeliveries(
  { digests, leaderboards, teamRecaps }: DeliveryContents,
  { homeUrl, ...display }: DigestDisplay,
): ReadonlyMap<string, RenderedMessage> {
  const boards = [...leaderboards].map(([id, loaded]): readonly [string, RenderedMessage] => {
    const { leaderboard } = loaded;
    const kept = { ranks: postedRanks(leaderboard), shown: shownBoard(leaderboard) };
    return [id, { ...boardMessage({ ...loaded, ...display }), ...kept }];
  });
  const recaps = [...teamRecaps].map(([id, loaded]) => {
    const recapTeams = loaded.recap.teams.map(({ teamId }) => teamId);
    const message = teamRecapMessage({ ...loaded, ...display, homeUrl });
    const { recaps: own, reported: figures = [] } = loaded.own;
    // Of what stands behind "and 1 more goal" nobody saw a figure.
    const reported = message.recapsTold.length === 0 ? [] : figuresInOwnLines(own, figures);
    return [id, { ...withPlain(message), recapTeams, recapMembers: loaded.members, reported }] as const;
  });
  const rendered = [...renderDigests(digests, { ...display, homeUrl })].map(([id, message]) => {
    return [id, withPlain(message)] as const;
  });
  return new Map<string, RenderedMessage>([...boards, ...recaps, ...rendered]);
}

/** What is drawn goes out, and its words where Slack refuses it. */
function withPlain<M extends DigestMessage>({ drawn, blocks, ...message }: M) {
  return { ...message, ...(drawn === undefined ? { blocks } : { blocks: drawn, plain: blocks }) };
}

interface DigestDisplay extends DisplayContext, Pick<DigestValues, "homeUrl"> {}

/** Renders digests, each with the figures that it reports. */
export function renderDigests(
  digests: ReadonlyMap<string, LoadedDigest & Partial<Pick<LoadedDelivery, "recapsBehind">>>,
  display: DigestDisplay,
): ReadonlyMap<
  string,
  DigestMessage & Pick<RenderedMessage, "reported" | "orders" | "fell" | "praised" | "recapsLeft">
> {
  return new Map(
    [...digests].map(([id, loaded]) => {
      const { digest, orders, recapsBehind = false } = loaded;
      const message = digestMessage({ ...loaded, ...display, id });
      // Of what it leaves to a recap, that one reports the figures, and of what it has no room for, whoever tells it.
      const told = (digest.recapFigures ?? []).filter((figure) => isOf(message.recapsTold, figure));
      const about = {
        reported: [...told, ...digest.reported],
        praised: digest.praise.map(praiseKey),
        ...(orders !== undefined && { orders, fell: fallenSaid(digest) }),
        recapsLeft: [...(recapsBehind ? digest.recaps.map(recapSpan) : []), ...(digest.recapsWaiting ?? [])],
      };
      return [id, { ...message, ...about }];
    }),
  );
}

/** Renders a digest for its preview, which reports nothing. */
export function renderPreview(loaded: LoadedDigest, display: DisplayContext): Message | ChartMessage {
  const { text, blocks, drawn } = digestMessage({ ...loaded, ...display });
  return drawn === undefined ? { text, blocks } : { text, blocks: drawn, plain: blocks };
}

/** Renders a leaderboard for one person's eyes, with where they are on top where a reader is given. */
export function renderLeaderboard(
  { reader, ...loaded }: LoadedLeaderboard & { readonly reader?: string | undefined },
  display: DisplayContext,
): Message | ChartMessage {
  if (reader === undefined) return boardMessage({ ...loaded, ...display });
  const leaderboard = asReadBy(loaded.leaderboard, reader);
  return boardMessage({ ...loaded, ...display, leaderboard, places: ownPlaces(leaderboard, reader) });
}
