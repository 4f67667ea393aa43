import { RotateCcw, ShieldX, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProcedureOutput } from "../../contract/ipc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { KeyHints, useFunctionKey } from "../../ui/function-keys.tsx";
import { Progress } from "../../ui/progress.tsx";
import { formatDay } from "../../ui/thai-date.tsx";
import { call } from "../bridge/call.ts";
import { useFailureWords } from "../failure-text.tsx";
import { LanguageSwitch } from "../frame/language-switch.tsx";
import { CornersPage } from "./bench/corners-page.tsx";
import { MasksPage } from "./bench/masks-page.tsx";
import { ReadyPage } from "./bench/ready-page.tsx";
import { CopySteps } from "./copy-step-list.tsx";
import type { CopyTask, FinishedCopy } from "./copy-task.ts";
import { describeCopy } from "./describe-copy.ts";
import { IntakePage } from "./intake/intake-page.tsx";
import { type CopyBench, useCopyBench } from "./use-copy-bench.ts";

type Given = ProcedureOutput<"copy.task">;

/** The making of one copy, from the picture to the sealed save. */
export function CopyPage({ task }: { task: Given }) {
  const { t } = useTranslation();
  const say = useFailureWords();
  const [made] = useState<CopyTask>(() => readTask(task));
  const [failure, setFailure] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  async function keep(copy: FinishedCopy): Promise<boolean> {
    setFailure(null);
    const kept = await call("copy.keep", { copy: describeCopy(copy), picture: copy.jpeg });
    if (!kept.ok) setFailure(say(kept.failure));
    return kept.ok;
  }
  const bench = useCopyBench(made, keep);
  const leave = () => void call("copy.leave");
  const askToLeave = () => (bench.job.at === "intake" ? leave() : setLeaving(true));
  useFunctionKey("F12", () => void call("session.lock"), {
    label: t("frame.lock"),
    underWindows: true,
  });
  useEscape(askToLeave);

  return (
    <div className="flex h-full flex-col">
      <header className="on-deep flex shrink-0 items-center gap-5 bg-deep px-6 py-2 text-on-deep">
        <div className="min-w-0">
          <p className="font-semibold text-lg leading-snug">{t("copyWindow.title")}</p>
          <p className="truncate text-on-deep-muted text-sm leading-snug">
            {t("copyWindow.forSale", { sale: task.sale, who: task.who })}
          </p>
        </div>
        <CopySteps at={bench.job.at} />
        <LanguageSwitch onDeep />
        <Button icon={<X aria-hidden="true" className="size-5" />} hint="Esc" onPress={askToLeave}>
          {t("copyWindow.leave")}
        </Button>
      </header>
      <main className="relative flex min-h-0 flex-1 flex-col">
        <CopyStage bench={bench} cover={made.cover} failure={failure} />
      </main>
      <footer className="shrink-0 border-line border-t bg-card px-5 py-1.5">
        <KeyHints label={t("frame.keys")} />
      </footer>
      <Dialog
        title={t("copyWindow.leaveTitle")}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        closeLabel={t("app.close")}
        role="alertdialog"
        size="small"
        footer={
          <>
            <Button autoFocus onPress={() => setLeaving(false)}>
              {t("copyWindow.leaveNo")}
            </Button>
            <Button variant="danger" onPress={leave}>
              {t("copyWindow.leaveYes")}
            </Button>
          </>
        }
      >
        <p>{t("copyWindow.leaveText")}</p>
      </Dialog>
    </div>
  );
}

type StageProps = { bench: CopyBench; cover: CopyTask["cover"]; failure: string | null };

function CopyStage({ bench, cover, failure }: StageProps) {
  const { t } = useTranslation();
  const { job, step, pictures } = bench;
  const again = () => step({ is: "picture-again" });
  switch (job.at) {
    case "intake":
      return (
        <IntakePage
          fault={bench.fault ?? job.fault}
          isTaking={bench.isTaking}
          onTake={(picture) => void bench.take(picture)}
        />
      );
    case "reading":
      return <Waiting title={t("copyWindow.reading.title")} note={t("copyWindow.reading.note")} />;
    case "refused":
      return (
        <div className="m-auto flex max-w-xl flex-col items-center gap-4 px-6 text-center">
          <ShieldX aria-hidden="true" className="size-14 text-danger" strokeWidth={1.5} />
          <h1 className="font-semibold text-2xl">{t("copyWindow.refused.title")}</h1>
          <p role="alert">{t("copyWindow.refused.text")}</p>
          <Button
            autoFocus
            variant="primary"
            size="large"
            icon={<RotateCcw aria-hidden="true" className="size-5" />}
            onPress={again}
          >
            {t("copyWindow.again")}
          </Button>
        </div>
      );
    case "corners":
      return pictures.taken ? (
        <CornersPage
          taken={pictures.taken}
          doubts={job.doubts}
          onDone={(corners) => step({ is: "corners-set", corners })}
          onAgain={again}
        />
      ) : null;
    case "masks":
      return pictures.copy ? (
        <MasksPage job={job} copy={pictures.copy} cover={cover} onStep={step} />
      ) : null;
    case "checking":
      return <Waiting title={t("copyWindow.reading.check")} note={t("copyWindow.reading.note")} />;
    case "finishing":
      return <Waiting title={t("copyWindow.reading.finish")} note={t("copyWindow.reading.note")} />;
    case "ready":
    case "saving":
      return pictures.finished ? (
        <ReadyPage
          job={job}
          pixels={pictures.finished.pixels}
          size={pictures.finished.jpeg.length}
          place={bench.stampPlace}
          failure={failure}
          onPlace={bench.moveStamp}
          onBack={() => step({ is: "back-to-masks" })}
          onKeep={() => step({ is: "save-asked" })}
        />
      ) : null;
    case "saved":
      return <Waiting title={t("copyWindow.ready.keeping")} note="" />;
  }
}

function Waiting({ title, note }: { title: string; note: string }) {
  return (
    <div className="m-auto flex flex-col items-center gap-2">
      <Progress label={title} />
      <p className="text-muted text-sm">{note}</p>
    </div>
  );
}

/** The stamp is Thai whatever the screen speaks: it is for whoever may see the copy later. */
function readTask({ cover, limit, stamp, sale, shop }: Given): CopyTask {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Bangkok" }).format(new Date());
  return {
    cover,
    limit,
    stamp: { purpose: stamp.th, sale, shop: shop.th, day: formatDay(today, "th") },
  };
}

/** Escape gives up, unless a window over the page has it. */
function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      latest.current();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
