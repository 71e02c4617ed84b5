import type { Suggestion } from "./suggestions";

interface SuggestionListProps {
  readonly of: readonly Suggestion[];
  readonly chosen: number;
  choose(suggestion: Suggestion): void;
}

/** The list of suggested commands or people. */
export function SuggestionList({ of, chosen, choose }: SuggestionListProps) {
  return (
    <div id="offers" class="offers" role="listbox" aria-label="Offers" hidden={of.length === 0}>
      {of.map((suggestion, index) => (
        <div
          key={suggestion.title}
          id={`offer-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(suggestion);
          }}
        >
          <strong>{suggestion.title}</strong> <span class="usage">{suggestion.usage}</span>
          <small>{suggestion.description}</small>
        </div>
      ))}
    </div>
  );
}
