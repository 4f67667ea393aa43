import { useTranslation } from "react-i18next";
import type { ListedDevice } from "../../../../contract/inbox-reference-procedures.ts";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

/** What a PC did since it was revoked: handed over all, came, or was not heard of. */
export function AfterRevoking({ device }: { device: ListedDevice }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { revokedAt, lastSeenAt, leftAt, sinceRevoked } = device;
  const isHeard = lastSeenAt !== null && revokedAt !== null && lastSeenAt > revokedAt;
  return (
    <span className="flex max-w-72 flex-col font-normal text-sm">
      <span>
        {leftAt === null
          ? t(isHeard ? "devices.heard" : "devices.notHeard")
          : t("devices.left", { at: formatMoment(leftAt, language) })}
      </span>
      {sinceRevoked > 0 && <span>{t("devices.since", { count: sinceRevoked })}</span>}
    </span>
  );
}
