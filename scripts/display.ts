import type { Children } from "./children.ts";

export interface Display {
  /** The value of DISPLAY; undefined where the system has none. */
  name: string | undefined;
  virtual: boolean;
}

const screen = "1440x900x24";
const secondsToOpen = 20;

/** The display there is, or else, on Linux, a virtual one of our own. */
export async function openDisplay(children: Children): Promise<Display> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== "linux") return { name: undefined, virtual: false };
  if (DISPLAY || WAYLAND_DISPLAY) return { name: DISPLAY, virtual: false };
  const name = await startXvfb(children);
  process.env.DISPLAY = name;
  return { name, virtual: true };
}

// Xvfb picks a free number itself and writes it to descriptor 3 once it accepts connections.
function startXvfb(children: Children): Promise<string> {
  const xvfb = children.start(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "pipe", "pipe"] },
  );
  return new Promise((resolve, reject) => {
    let said = "";
    let number = "";
    const fail = (reason: string) =>
      reject(new Error(`The virtual display (Xvfb) did not open: ${reason}\n${said}`.trim()));
    const impatience = setTimeout(() => fail("no answer"), secondsToOpen * 1000);
    xvfb.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    xvfb.stdio[3]?.on("data", (chunk: Buffer) => {
      number += chunk.toString();
      if (!number.includes("\n")) return;
      clearTimeout(impatience);
      resolve(`:${number.trim()}`);
    });
    xvfb.once("error", (error) => fail(error.message));
    xvfb.once("exit", (code) => fail(`it ended with ${code}`));
  });
}
