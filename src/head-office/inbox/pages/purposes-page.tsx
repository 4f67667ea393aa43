import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Channel, Purpose } from "../../../contract/reference.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { Confirm } from "../frame/confirm.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { ChannelDialog } from "./purposes/channel-dialog.tsx";
import { PurposeDialog } from "./purposes/purpose-dialog.tsx";

type Removal = { kind: "purpose" | "channel"; id: string; name: string };

/** What customers are asked, and by which ways they may be reached. */
export function PurposesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const published = useAnswer("reference.read", {});
  const [purpose, setPurpose] = useState<Purpose | "new" | null>(null);
  const [channel, setChannel] = useState<Channel | "new" | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const dropPurpose = useAct("purposes.remove");
  const dropChannel = useAct("channels.remove");

  async function remove({ kind, id }: Removal): Promise<void> {
    await (kind === "purpose" ? dropPurpose : dropChannel).run({ id });
    setRemoval(null);
  }
  function buttons<Item extends Purpose | Channel>(
    item: Item,
    kind: Removal["kind"],
    edit: (item: Item) => void,
  ) {
    return (
      <span className="inline-flex justify-end gap-2">
        <Button onPress={() => edit(item)}>{t("app.change")}</Button>
        <Button
          variant="quiet"
          onPress={() => setRemoval({ kind, id: item.id, name: item.name[language] })}
        >
          {t("app.remove")}
        </Button>
      </span>
    );
  }

  const purposeColumns: readonly Column<Purpose>[] = [
    {
      id: "name",
      header: t("purposes.purpose"),
      isRowHeader: true,
      show: (one) => one.name[language],
    },
    { id: "question", header: t("purposes.question"), show: (one) => one.question[language] },
    {
      id: "how",
      header: t("purposes.how"),
      show: (one) => (
        <span className="flex flex-col items-start gap-1">
          {one.usesChannels && <Badge>{t("purposes.byChannel")}</Badge>}
          {one.memberBenefit && <Badge tone="accent">{t("purposes.forMembers")}</Badge>}
        </span>
      ),
    },
    ...(mayAct
      ? [
          {
            id: "do",
            header: t("app.action"),
            align: "end" as const,
            show: (one: Purpose) => buttons(one, "purpose", setPurpose),
          },
        ]
      : []),
  ];
  const channelColumns: readonly Column<Channel>[] = [
    {
      id: "name",
      header: t("purposes.channel"),
      isRowHeader: true,
      show: (one) => one.name[language],
    },
    {
      id: "contact",
      header: t("purposes.contact"),
      show: (one) => t(`purposes.contacts.${one.contact}`),
    },
    ...(mayAct
      ? [
          {
            id: "do",
            header: t("app.action"),
            align: "end" as const,
            show: (one: Channel) => buttons(one, "channel", setChannel),
          },
        ]
      : []),
  ];

  return (
    <>
      <PageHead title={t("purposes.title")} intro={t("purposes.intro")} />
      <RefusalBanner refusal={dropPurpose.refusal ?? dropChannel.refusal} />
      <Ready answer={published}>
        {({ purposes, channels }) => (
          <>
            <Panel
              flush
              title={t("purposes.purposes")}
              aside={
                mayAct && (
                  <Button icon={<Plus className="size-5" />} onPress={() => setPurpose("new")}>
                    {t("purposes.addPurpose")}
                  </Button>
                )
              }
            >
              <Table
                label={t("purposes.purposes")}
                columns={purposeColumns}
                rows={purposes}
                keyOf={(one) => one.id}
              />
            </Panel>
            <Panel
              flush
              title={t("purposes.channels")}
              aside={
                mayAct && (
                  <Button icon={<Plus className="size-5" />} onPress={() => setChannel("new")}>
                    {t("purposes.addChannel")}
                  </Button>
                )
              }
            >
              <Table
                label={t("purposes.channels")}
                columns={channelColumns}
                rows={channels}
                keyOf={(one) => one.id}
              />
            </Panel>
            {purpose !== null && (
              <PurposeDialog
                from={purpose === "new" ? null : purpose}
                nextOrder={Math.max(0, ...purposes.map(({ order }) => order)) + 1}
                onClose={() => setPurpose(null)}
              />
            )}
            {channel !== null && (
              <ChannelDialog
                from={channel === "new" ? null : channel}
                nextOrder={Math.max(0, ...channels.map(({ order }) => order)) + 1}
                onClose={() => setChannel(null)}
              />
            )}
          </>
        )}
      </Ready>
      <Confirm
        title={t("purposes.removeTitle", { name: removal?.name ?? "" })}
        isOpen={removal !== null}
        onClose={() => setRemoval(null)}
        doIt={t("app.remove")}
        danger
        onConfirm={() => void (removal && remove(removal))}
        isRunning={dropPurpose.isRunning || dropChannel.isRunning}
      >
        {t("purposes.removeWhat")}
      </Confirm>
    </>
  );
}
