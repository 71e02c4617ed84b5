/**
 * Why a file cannot be had from Slack. `no-access`: our token may not. `gone`: it was deleted. `elsewhere`: it is kept
 * outside of Slack. `too-large`: we take no such file. `out-of-order`: Slack does not give it now.
 */
export type FileFault = "no-access" | "gone" | "elsewhere" | "too-large" | "out-of-order";

export class SlackFileError extends Error {
  override readonly name = "SlackFileError";

  constructor(
    readonly fault: FileFault,
    options?: ErrorOptions,
  ) {
    super(`A file cannot be had from Slack: ${fault}`, options);
  }
}
