import fs from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { protocol, type Session } from "electron";

/** The pages' own origin. A custom scheme, since file: would let a page read the disk. */
export const pageOrigin = "app://yinyom";

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** What a page may load and run. `copy`: also workers of its own, and the WebAssembly that reads a card in them. */
const policies = {
  page: pagePolicy.join("; "),
  copy: pagePolicy
    .map((rule) => (rule.startsWith("script-src") ? `${rule} 'wasm-unsafe-eval'` : rule))
    .concat("worker-src 'self'")
    .join("; "),
} as const;
export type PagePolicy = keyof typeof policies;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".gz": "application/gzip",
};

/** The worker that reads cards, and it alone, may compile WebAssembly: a worker has the policy of its own response. */
const ocrWorkerPath = "/card-ocr/worker.min.js";
const ocrWorkerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join("; ");

/** A file goes to a page in pieces of so many bytes, as many as Chromium's pipe takes at a time. */
const pieceBytes = 65_536;

/** The end of the last piece still has to reach the page. */
const handOverMs = 4;

/** Must run before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: "app",
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** `onEnd`: all of it was taken, or nobody wants the rest. */
function inPieces(body: Buffer, onEnd: () => void): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (offset >= body.length) {
          controller.close();
          onEnd();
          return;
        }
        controller.enqueue(new Uint8Array(body.subarray(offset, offset + pieceBytes)));
        offset += pieceBytes;
      },
      cancel: onEnd,
    },
    { highWaterMark: 0 },
  );
}

/** Null: there is none. Read at once: the first page waits for it, and main has nothing else to do then. */
function readPage(path: string): Buffer | null {
  try {
    return fs.readFileSync(path);
  } catch {
    return null;
  }
}

/**
 * Serves the built pages in `folder` to a session, and nothing outside it. `onHandedOver`: a page has its style
 * sheet, the last of what it asks for before its script runs, and all that it asked for with it.
 */
export function servePages(
  session: Session,
  folder: string,
  policy: PagePolicy,
  onHandedOver: () => void = () => {},
): void {
  let underWay = 0;
  let hasStyle = false;
  session.protocol.handle("app", async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    const type = contentTypes[extname(path)];
    if (url.host !== "yinyom" || !path.startsWith(folder + sep) || type === undefined) {
      return new Response(null, { status: 404 });
    }
    const body = readPage(path);
    if (body === null) return new Response(null, { status: 404 });
    underWay += 1;
    hasStyle ||= type.startsWith("text/css");
    const handedOver = () => {
      underWay -= 1;
      if (underWay === 0 && hasStyle) setTimeout(onHandedOver, handOverMs);
    };
    return new Response(inPieces(body, handedOver), {
      headers: {
        "content-type": type,
        "content-security-policy":
          url.pathname === ocrWorkerPath ? ocrWorkerPolicy : policies[policy],
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      },
    });
  });
}
