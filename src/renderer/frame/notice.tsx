import { Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Button } from "../../ui/button.tsx";

/** A page that only says why there is nothing else on it. */
export function Notice({
  title,
  text,
  backToDesk,
}: {
  title: string;
  text: string;
  backToDesk?: boolean;
}) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-4 px-6 py-20 text-center">
      <Info aria-hidden="true" className="size-12 text-accent" strokeWidth={1.5} />
      <h1 className="font-semibold text-2xl">{title}</h1>
      <p className="text-muted">{text}</p>
      {backToDesk && <Button onPress={() => navigate("/")}>{t("frame.backToDesk")}</Button>}
    </div>
  );
}
