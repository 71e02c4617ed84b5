import { postedRanks } from "../../digests/content/leaderboard";
import type { DeliveryContents, LoadedDelivery } from "../../digests/content/load-deliveries";
import type { LoadedDigest } from "../../digests/content/load-digests";
import type { LoadedLeaderboard } from "../../digests/content/load-leaderboard";
import { praiseKey } from "../../digests/content/praise";
import type { RecapSpan, RenderedMessage, ReportedFigure } from "../../digests/planned-message";
import { boardMessage } from "../boards/leaderboard-view";
import { ownPlaces } from "../boards/own-places";
import type { Message } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import type { DisplayContext } from "../ui/dates";
import { type DigestMessage, type DigestValues, digestMessage } from "./digest-view";
import { recapSpan } from "./recaps/own-recaps-view";
import { teamRecapMessage } from "./recaps/team-recap-view";

/** Renders the messages of deliveries, by the ids of their rows. */
export function renderDeliveries(
  { digests, leaderboards, teamRecaps }: DeliveryContents,
  { homeUrl, ...display }: DigestDisplay,
): ReadonlyMap<string, RenderedMessage> {
  const boards = [...leaderboards].map(([id, loaded]): readonly [string, RenderedMessage] => {
    return [id, { ...boardMessage({ ...loaded, ...display }), ranks: postedRanks(loaded.leaderboard) }];
  });
  const recaps = [...teamRecaps].map(([id, loaded]) => {
    const recapTeams = loaded.recap.teams.map(({ teamId }) => teamId);
    const message = teamRecapMessage({ ...loaded, ...display, homeUrl });
    const reported = (loaded.own.reported ?? []).filter((figure) => isOf(message.recapsTold, figure));
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
): ReadonlyMap<string, DigestMessage & Pick<RenderedMessage, "reported" | "praised" | "recapsLeft">> {
  return new Map(
    [...digests].map(([id, loaded]) => {
      const { digest, recapsBehind = false } = loaded;
      const recapsLeft = recapsBehind ? digest.recaps.map(recapSpan) : [];
      const about = {
        // Of what it leaves to a recap, that one reports the figures.
        reported: digest.reported.filter((figure) => !isOf(recapsLeft, figure)),
        praised: digest.praise.map(praiseKey),
        recapsLeft,
      };
      return [id, { ...digestMessage({ ...loaded, ...display }), ...about }];
    }),
  );
}

function isOf(spans: readonly RecapSpan[], { from, to }: ReportedFigure): boolean {
  return spans.some((span) => span.from === from && span.to === to);
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
  const places = reader === undefined ? [] : ownPlaces(loaded.leaderboard, reader);
  return boardMessage({ ...loaded, ...display, places });
}
