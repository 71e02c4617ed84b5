import { deliver } from "../digests/deliver";
import type { DeliveryNeeds } from "../digests/delivery-needs";
import type { FreshFigures } from "./fresh-figures";
import type { Job } from "./job";

/** Digests and boards, what is unknown of them, and what did not arrive. */
export function deliveries(needs: Omit<DeliveryNeeds, "ready">, figures: FreshFigures): Pick<Job, "run" | "idle"> {
  return {
    run: (signal) => deliver({ ...needs, ready: figures.ready }, signal),
    idle: figures.idle,
  };
}
