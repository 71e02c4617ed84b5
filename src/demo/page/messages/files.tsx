import { Icon } from "../icons";
import type { DroppedFile } from "../snapshot";

/** The files of a message: name, kind and size. */
export function Files({ of }: { readonly of: readonly DroppedFile[] }) {
  return (
    <ul class="files" aria-label="Files">
      {of.map(({ id, name, size, pretty_type: kind }) => (
        <li key={id} class="file">
          <Icon name="file" />
          <span>
            <strong>{name}</strong>
            <small>
              {kind} · {sizeInWords(size)}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "812 bytes", "3.1 KB", "20.0 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_024) return `${bytes} bytes`;
  const kilobytes = bytes / 1_024;
  return kilobytes < 1_024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1_024).toFixed(1)} MB`;
}
