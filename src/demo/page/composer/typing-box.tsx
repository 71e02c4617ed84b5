import type { ComponentChildren, RefObject } from "preact";
import { Icon } from "../ui/images";
import type { SuggestionsState } from "./suggestions";

interface TypingBoxProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly placeholder: string;
  readonly suggestions: SuggestionsState;
  /** Further controls, before the text. */
  readonly children?: ComponentChildren;
  type(text: string): void;
}

/** The text box with its send button. */
export function TypingBox({ area, text, placeholder, suggestions, type, children }: TypingBoxProps) {
  return (
    <div class="typing-box" data-tour="composer">
      {children}
      <textarea
        ref={area}
        rows={1}
        value={text}
        placeholder={placeholder}
        aria-label="Message"
        aria-haspopup="listbox"
        aria-controls="offers"
        aria-autocomplete="list"
        aria-activedescendant={suggestions.list.length > 0 ? `offer-${suggestions.chosen}` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={suggestions.onKeyDown}
      />
      <button type="submit" class="send" aria-label="Send" disabled={text.trim() === ""}>
        <Icon name="send" />
      </button>
    </div>
  );
}
