import type { Button, KnownBlock } from "@slack/types";
import { actions, context, section } from "../../ui/blocks";
import type { AskedFigure } from "../../why/button-view";

/** How a surface begins somebody's row: who they are, as mrkdwn, and the button beside it, or those below it. */
export interface RowHead {
  readonly title: string;
  readonly accessory?: Button;
  readonly buttons?: readonly Button[];
}

/** Somebody who has a row. */
export interface RowPerson {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  /** Whether it is with them that their manager begins. */
  readonly starts?: boolean;
  /** The figures that their row tells of, where these are not the goals that they are behind in. */
  readonly figures?: readonly AskedFigure[];
}

/** A row with what its head has to press; `quiet` are lines of small print below its words. */
export function personRow(
  text: string,
  { accessory, buttons = [] }: RowHead,
  quiet: readonly string[] = [],
): readonly KnownBlock[] {
  const words = section(text);
  return [
    accessory === undefined ? words : { ...words, accessory },
    ...(quiet.length === 0 ? [] : [context(quiet.join("\n"))]),
    ...(buttons.length === 0 ? [] : [actions([...buttons])]),
  ];
}
