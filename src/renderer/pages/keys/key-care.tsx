import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useCommand, useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";

/** Managers: whether head office could give this PC's keys back, and a new key for its store. */
export function KeyCare() {
  const { t } = useTranslation();
  const standing = useProcedure("keys.standing", undefined);
  const renew = useCommand("keys.renew");
  const [isRenewed, setRenewed] = useState(false);
  if (standing.state !== "ready") return null;
  const { recoveryKey, byPassphrase } = standing.value;
  return (
    <section
      aria-labelledby="key-care"
      className="flex flex-col gap-3 rounded-panel border border-line bg-card px-6 py-4 shadow-panel"
    >
      <h2 id="key-care" className="font-semibold text-lg">
        {t("keys.careTitle")}
      </h2>
      {recoveryKey === null ? (
        <Banner tone="warning" announced={false}>
          {t("keys.notSealed")}
        </Banner>
      ) : (
        <p>{t("keys.sealed", { key: recoveryKey })}</p>
      )}
      {byPassphrase && <p>{t("keys.byPassphrase")}</p>}
      <div className="flex items-center gap-4">
        <Button
          icon={<KeyRound aria-hidden="true" className="size-5" />}
          isPending={renew.isRunning}
          onPress={async () => {
            setRenewed(false);
            setRenewed((await renew.run()).ok);
          }}
        >
          {t("keys.renew")}
        </Button>
        <p className="text-muted">{t("keys.renewWhat")}</p>
      </div>
      {isRenewed && <Banner tone="success">{t("keys.renewed")}</Banner>}
      {renew.failure && (
        <Banner tone="danger">
          <FailureText failure={renew.failure} />
        </Banner>
      )}
    </section>
  );
}
