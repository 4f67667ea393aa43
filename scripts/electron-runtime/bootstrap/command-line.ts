export interface CommandLine {
  /** Modules to load before the app, each after a `-r`. */
  preloads: string[];
  /** The app's folder or file: the first argument that is no switch. */
  app: string | undefined;
}

/** Reads the arguments as Electron's own default app does. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = [];
  let expectsModule = false;
  for (const arg of args) {
    if (expectsModule) {
      preloads.push(arg);
      expectsModule = false;
    } else if (arg === "-r" || arg === "--require") expectsModule = true;
    else if (arg.startsWith("--app=")) return { preloads, app: arg.slice("--app=".length) };
    else if (!arg.startsWith("-")) return { preloads, app: arg };
  }
  return { preloads, app: undefined };
}
