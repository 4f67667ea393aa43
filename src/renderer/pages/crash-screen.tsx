import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BrandMark } from "../../ui/brand.tsx";
import { Button } from "../../ui/button.tsx";

/** What is shown instead of a page that threw. The window itself writes the error to its console. */
export class CrashScreen extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <main className="mx-auto flex h-full max-w-xl flex-col justify-center gap-5 px-6">
      <BrandMark size="large" />
      <h1 className="font-semibold text-2xl">{t("crash.title")}</h1>
      <p role="alert">{t("crash.text")}</p>
      <div>
        <Button variant="primary" onPress={() => window.location.reload()}>
          {t("crash.again")}
        </Button>
      </div>
    </main>
  );
}
