import { useProcedure } from "../../bridge/use-procedure.ts";
import { ChoosePassphrase, EnterPassphrase } from "./passphrase-forms.tsx";
import { Recovery } from "./recovery.tsx";

/** What opens a desk whose keys the PC does not give, as far as this one can be helped. */
export function WaysBack({ isKeyLost }: { isKeyLost: boolean }) {
  const ways = useProcedure("keys.ways", undefined);
  if (ways.state !== "ready") return null;
  const { passphrase, canAsk } = ways.value;
  return (
    <>
      {passphrase === "enter" && <EnterPassphrase />}
      {passphrase === "choose" && <ChoosePassphrase />}
      {canAsk && (isKeyLost || passphrase !== "no") && (
        <Recovery needsPassphrase={passphrase !== "no"} />
      )}
    </>
  );
}
