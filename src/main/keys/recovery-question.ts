import { createHash } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { shareSize } from "../../contract/attachment.ts";
import {
  formAnswerPlace,
  formCheckNumber,
  type RecoveryCopy,
  type RecoveryRequest,
  type RecoverySecrets,
  recoveryAnswerInfo,
  recoverySecrets,
} from "../../contract/recovery.ts";

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** A question to head office for the keys of this PC. Its answer opens here alone, and only while this lives. */
export type RecoveryQuestion = {
  /** What head office is sent: base64url, no secret. */
  request: string;
  checkNumber: string;
  /** Null: not the answer to this question, or not whole. */
  open(answer: string): Promise<RecoverySecrets | null>;
};

export async function askForKeys(copy: RecoveryCopy): Promise<RecoveryQuestion> {
  const pair = await suite.kem.generateKeyPair();
  const point = await suite.kem.serializePublicKey(pair.publicKey);
  const answerTo = Buffer.from(point).toString("base64url");
  const asked: RecoveryRequest = { copy, answerTo };
  const request = Buffer.from(JSON.stringify(asked)).toString("base64url");
  return {
    request,
    checkNumber: formCheckNumber(createHash("sha256").update(request).digest("hex")),
    async open(answer) {
      const sealed = Buffer.from(answer.replace(/\s/g, ""), "base64url");
      try {
        const opened = await suite.open(
          {
            recipientKey: pair,
            enc: sealed.subarray(0, shareSize),
            info: Buffer.from(recoveryAnswerInfo),
          },
          sealed.subarray(shareSize),
          Buffer.from(formAnswerPlace(copy.device, answerTo)),
        );
        const secrets = recoverySecrets.safeParse(JSON.parse(Buffer.from(opened).toString()));
        return secrets.success ? secrets.data : null;
      } catch {
        return null;
      }
    },
  };
}
