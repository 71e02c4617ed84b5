import { copperSource } from "./copper";
import type { CopperConfig } from "./copper/config";
import { type FishbowlConfig, fishbowlSource } from "./fishbowl";
import { justcallSource } from "./justcall";
import type { JustCallConfig } from "./justcall/config";
import type { Source } from "./source";

/** What each source is told, by its folder's name. */
export interface SourcesConfig {
  readonly copper: CopperConfig;
  readonly justcall: JustCallConfig;
  readonly fishbowl: FishbowlConfig;
}

/** Every source there is. A new one is a folder and a line here. */
export function allSources({ copper, justcall, fishbowl }: SourcesConfig): readonly Source[] {
  return [copperSource(copper), justcallSource(justcall), fishbowlSource(fishbowl)];
}
