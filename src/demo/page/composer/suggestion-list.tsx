import type { Offer } from "./suggestions";

interface OffersProps {
  readonly of: readonly Offer[];
  readonly chosen: number;
  choose(offer: Offer): void;
}

/** The commands, or the people, that fit what is typed. */
export function Offers({ of, chosen, choose }: OffersProps) {
  return (
    <div id="offers" class="offers" role="listbox" aria-label="Offers" hidden={of.length === 0}>
      {of.map((offer, index) => (
        <div
          key={offer.title}
          id={`offer-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(offer);
          }}
        >
          <strong>{offer.title}</strong> <span class="usage">{offer.usage}</span>
          <small>{offer.description}</small>
        </div>
      ))}
    </div>
  );
}
