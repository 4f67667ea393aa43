import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { exampleCopyRules } from "../../captures/id-copy/example-reference.ts";
import { type CopyKeyFile, copyKeyFile, makeCopyKey, openCopyKey } from "./copy-key.ts";

const passphrase = "correct horse ลวดเย็บ";
let file: CopyKeyFile;
beforeAll(async () => {
  file = await makeCopyKey("k-2026", passphrase);
});

/** Another first character, whichever the random one is. */
const changeFirst = (text: string) => `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;

describe("the key file", () => {
  it("gives the key to whoever knows the passphrase, however it was composed", async () => {
    expect(copyKeyFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    const key = await openCopyKey(file, passphrase.normalize("NFD"));
    expect(key).toMatchObject({ id: "k-2026", publicKey: file.publicKey });
    const { x } = key?.privateKey.export({ format: "jwk" }) ?? {};
    expect(Buffer.from(file.publicKey, "base64url").subarray(1, 33).toString("base64url")).toBe(x);
  });

  it.each<[string, (whole: CopyKeyFile) => CopyKeyFile, string]>([
    ["another passphrase", (whole) => whole, `${passphrase}!`],
    ["another name for the key", (whole) => ({ ...whole, id: "k-2027" }), passphrase],
    ["a changed byte", (whole) => ({ ...whole, sealed: changeFirst(whole.sealed) }), passphrase],
    ["a cut end", (whole) => ({ ...whole, sealed: whole.sealed.slice(0, 20) }), passphrase],
  ])("stays shut for %s", async (_, change, tried) => {
    const changed = change(file);
    if (tried === passphrase) expect(changed).not.toEqual(file);
    expect(await openCopyKey(changed, tried)).toBeNull();
  });

  it("does not take a short passphrase", async () => {
    await expect(makeCopyKey("k", "elevenchars")).rejects.toThrow(RangeError);
  });

  it("of the demo answers to what the demo publishes", async () => {
    const text = await readFile(
      new URL("../../../resources/demo/copy-key.json", import.meta.url),
      "utf8",
    );
    const demo = copyKeyFile.parse(JSON.parse(text));
    expect(exampleCopyRules.sealingKey).toEqual({ id: demo.id, publicKey: demo.publicKey });
    expect(await openCopyKey(demo, "demo passphrase only")).not.toBeNull();
  });
});
