import { SOURCE_IDS, type SourceId } from "../metrics/sources";
import { copperSource } from "./copper";
import type { CopperConfig } from "./copper/config";
import { type FishbowlConfig, fishbowlSource } from "./fishbowl";
import { justcallSource } from "./justcall";
import type { JustCallConfig } from "./justcall/config";
import type { Source } from "./source";

/** What each source is made with, by its folder's name. */
export interface SourcesConfig {
  readonly copper: CopperConfig;
  readonly justcall: JustCallConfig;
  readonly fishbowl: FishbowlConfig;
}

/** Makes every source there is, in the order people see them. A new one is a folder, a row of `SOURCES` and a line here. */
export function allSources(config: SourcesConfig): readonly Source[] {
  const sources: Readonly<Record<SourceId, Source>> = {
    copper: copperSource(config.copper),
    justcall: justcallSource(config.justcall),
    fishbowl: fishbowlSource(config.fishbowl),
  };
  return SOURCE_IDS.map((id) => sources[id]);
}
