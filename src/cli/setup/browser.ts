import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Values } from "./env-text";

/** Opens a page in the browser of whoever sits here; tells whether one was started. */
export type OpenPage = (url: string) => Promise<boolean>;

/** Names the program that opens pages on this machine; `null` where nobody sits at a screen. */
export function opener(platform: string, { DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION }: Values): string | null {
  if (SSH_CONNECTION !== undefined) return null;
  if (platform === "darwin") return "open";
  return platform === "linux" && (DISPLAY ?? WAYLAND_DISPLAY) !== undefined ? "xdg-open" : null;
}

/** Makes what opens pages with a program. */
export function openWith(program: string): OpenPage {
  return async (url) => {
    const child = spawn(program, [url], { stdio: "ignore", detached: true });
    try {
      await once(child, "spawn");
      child.unref();
      return true;
    } catch {
      return false;
    }
  };
}
