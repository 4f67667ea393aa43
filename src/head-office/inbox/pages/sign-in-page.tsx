import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { BrandMark, BrandName } from "../../../ui/brand.tsx";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useAct } from "../asking/use-asking.ts";
import { LanguageSwitch } from "../frame/language-switch.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";

/** Who is it: a name and a password. */
export function SignInPage() {
  const { t } = useTranslation();
  const [signIn, setSignIn] = useState("");
  const [password, setPassword] = useState("");
  const act = useAct("session.signIn");

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (signIn.trim() === "" || password === "" || act.isRunning) return;
    await act.run({ signIn, password });
  }

  return (
    <div className="flex h-full">
      <header className="on-deep flex w-2/5 max-w-lg flex-col justify-between bg-deep p-10 text-on-deep">
        <div className="flex items-center gap-4">
          <BrandMark size="large" />
          <BrandName className="text-2xl" />
        </div>
        <div>
          <p className="font-semibold text-2xl">{t("signIn.tagline")}</p>
          <p className="mt-2 text-on-deep-muted">{t("signIn.what")}</p>
        </div>
        <div>
          <LanguageSwitch />
        </div>
      </header>
      <main className="flex flex-1 items-center justify-center p-8">
        <form
          onSubmit={(event) => void enter(event)}
          className="flex w-full max-w-sm flex-col gap-4"
        >
          <div>
            <h1 className="font-semibold text-2xl">{t("signIn.title")}</h1>
            <p className="text-muted">{t("signIn.intro")}</p>
          </div>
          <TextField
            label={t("signIn.name")}
            value={signIn}
            onChange={setSignIn}
            autoComplete="username"
            maxLength={80}
            autoFocus
          />
          <TextField
            label={t("signIn.password")}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            maxLength={200}
          />
          <RefusalBanner refusal={act.refusal} />
          <Button type="submit" variant="primary" size="large" wide isPending={act.isRunning}>
            {t("signIn.enter")}
          </Button>
          <p className="text-muted text-sm">{t("signIn.forgotten")}</p>
        </form>
      </main>
    </div>
  );
}
