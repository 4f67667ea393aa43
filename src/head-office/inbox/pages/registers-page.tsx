import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Ready } from "../frame/ready.tsx";
import { useNames } from "../frame/use-names.ts";
import { NumbersPanel } from "./registers/numbers-panel.tsx";
import { ProcessingRecord } from "./registers/processing-record.tsx";
import { RequestsRegister } from "./registers/requests-register.tsx";

/** What the law has us keep, for whoever asks to see it. */
export function RegistersPage() {
  const { t } = useTranslation();
  const cases = useAnswer("cases.list", { search: "" });
  const { nameBranch } = useNames();
  const published = useAnswer("reference.read", {});
  return (
    <>
      <PageHead
        title={t("registers.title")}
        intro={t("registers.intro")}
        action={
          <Button icon={<Printer className="size-5" />} onPress={() => window.print()}>
            {t("registers.print")}
          </Button>
        }
      />
      <Ready answer={cases}>
        {({ cases: all, more }) => (
          <>
            {more && <Banner tone="warning">{t("cases.more")}</Banner>}
            {all.length > 0 && <NumbersPanel cases={all} nameBranch={nameBranch} />}
            <RequestsRegister cases={all} nameBranch={nameBranch} />
          </>
        )}
      </Ready>
      <Ready answer={published}>{(all) => <ProcessingRecord published={all} />}</Ready>
    </>
  );
}
