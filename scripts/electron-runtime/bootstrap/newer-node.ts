import { webcrypto } from "node:crypto";
import diagnosticsChannel from "node:diagnostics_channel";

/**
 * What Node.js 22 has and the runtime's Node.js 18 lacks. Only what is used: add here when a
 * page of main needs more.
 */
export function installNewerNode(): void {
  define(globalThis, "crypto", webcrypto);
  define(diagnosticsChannel, "tracingChannel", silentChannel);
  define(AbortSignal, "any", anySignal);
  define(URL, "canParse", canParse);
  define(Promise, "withResolvers", function withResolvers<T>(this: PromiseConstructor) {
    let resolve: (value: T) => void = () => {};
    let reject: (reason: unknown) => void = () => {};
    const promise = new this<T>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise, resolve, reject };
  });
}

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** A channel that nobody listens to. */
function silentChannel() {
  return {
    hasSubscribers: false,
    traceSync: (
      work: (...given: unknown[]) => unknown,
      _context: unknown,
      self: unknown,
      ...given: unknown[]
    ) => Reflect.apply(work, self, given),
  };
}

function anySignal(signals: Iterable<AbortSignal>): AbortSignal {
  const all = [...signals];
  const controller = new AbortController();
  const abort = (signal: AbortSignal) => controller.abort(signal.reason);
  for (const signal of all) {
    if (signal.aborted) abort(signal);
    else signal.addEventListener("abort", () => abort(signal), { signal: controller.signal });
  }
  return controller.signal;
}

function canParse(url: string, base?: string): boolean {
  try {
    new URL(url, base);
    return true;
  } catch {
    return false;
  }
}
