import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Which way's bytes are counted: to head office, or back. */
export type CutSide = "request" | "answer";

export type CuttingLine = {
  address: string;
  /** From now on `after` bytes of this side pass; then every connection is cut. */
  cutAfter(side: CutSide, after: number): void;
  /** All passes again. */
  mend(): void;
  /** Bytes that passed since the line was cut or mended last. */
  passed: Record<CutSide, number>;
  close(): Promise<void>;
};

/** A line of bytes on loopback before `headOffice` (an origin) that can be cut anywhere, in a head or a body. */
export async function openCuttingLine(headOffice: string): Promise<CuttingLine> {
  const { hostname, port } = new URL(headOffice);
  const open = new Set<Socket>();
  const passed = { request: 0, answer: 0 };
  let limits = { request: Number.POSITIVE_INFINITY, answer: Number.POSITIVE_INFINITY };

  function relay(from: Socket, to: Socket, side: CutSide): void {
    from.on("data", (bytes: Buffer) => {
      const part = bytes.subarray(0, Math.max(0, limits[side] - passed[side]));
      passed[side] += part.length;
      if (part.length === bytes.length) to.write(part);
      else to.write(part, () => cutAll());
    });
    from.on("close", () => to.destroy());
    from.on("error", () => to.destroy());
  }

  function cutAll(): void {
    for (const socket of open) socket.destroy();
  }

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      // A byte that is held back for the next would be no cut at that byte.
      socket.setNoDelay(true);
      open.add(socket);
      socket.on("close", () => open.delete(socket));
    }
    relay(near, far, "request");
    relay(far, near, "answer");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  function begin(side: CutSide | null, after: number): void {
    // What is counted begins with a connection of its own.
    cutAll();
    passed.request = 0;
    passed.answer = 0;
    limits = { request: Number.POSITIVE_INFINITY, answer: Number.POSITIVE_INFINITY };
    if (side) limits[side] = after;
  }

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: begin,
    mend: () => begin(null, 0),
    passed,
    async close() {
      cutAll();
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}
