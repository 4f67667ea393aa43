import { useEffect, useRef, useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FormFrame, jumpTo } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TickGroup } from "../../ui/tick-group.tsx";
import type { CaptureFormProps } from "../capture-form.ts";
import { listFaults } from "./fault-names.ts";
import { findWithdrawIssues } from "./field-issues.ts";
import { startWithdrawing, type WithdrawValues, withdrawValues } from "./form-values.ts";
import { useKeptForm } from "./kept-form.tsx";
import { MeansSection } from "./means-section.tsx";
import type { Cell } from "./payload.ts";
import { findKnownSubject, foldRecord } from "./person-record.ts";
import { nameChannel, namePurpose } from "./receipt-content.ts";
import { StrangerSection } from "./stranger-section.tsx";
import { marketingConsentText } from "./text.ts";
import { chooseRight, listWithdrawable, makeWithdrawal } from "./withdraw-payload.ts";

/** Takes consent back, or notes an objection: as few steps as giving it, and no reason asked. */
export function WithdrawForm(props: CaptureFormProps) {
  const { reference, language, person, staff } = props;
  const words = marketingConsentText[language];
  const [state] = useState(() => (person ? foldRecord(person) : null));
  const [subject] = useState(() => person?.subject ?? props.makeSubjectId());
  const [known] = useState(() => (person ? findKnownSubject(person) : null));
  const choosable = listWithdrawable(state, reference);

  const form = useKeptForm<WithdrawValues>({
    props,
    schema: withdrawValues,
    start: () => startWithdrawing(person ? "" : props.searched),
    find: (values) => findWithdrawIssues(values, known, state, reference, staff.staff),
    make: async (values) => ({
      payload: makeWithdrawal(values, known, state, reference, { subject, staff: staff.staff }),
      amends: null,
      notice: null,
    }),
  });
  const { values, set, errorOf, leave } = form;
  const tools = { words, errorOf, leave };
  // What was searched for may say who it is: then what is left to ask is what to take back.
  const [isNamed] = useState(() => known !== null || namesSomebody(values));
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNamed) jumpTo(body.current, "scope");
  }, [isNamed]);
  const isObjection =
    chooseRight(values.scope === "some" ? values.cells : "all", state, reference) === "objection";
  const text = words.withdrawal;

  function nameCell({ purpose, channel }: Cell): string {
    const name = namePurpose(purpose, reference, language);
    return channel === null ? name : `${name}: ${nameChannel(channel, reference, language)}`;
  }

  return (
    <FormFrame
      title={isObjection ? words.frame.object : words.frame.withdraw}
      subtitle={known ? known.name : words.frame.unknownCustomer}
      saveLabel={words.frame.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      progress={text.freely}
      failure={form.failure}
      faults={listFaults(form, reference, language)}
    >
      <div ref={body} className="flex flex-col gap-4">
        {form.isResumed && <Banner tone="info">{words.frame.resumed}</Banner>}
        {known === null && (
          <StrangerSection {...tools} autoFocus={!isNamed} values={values} onChange={set} />
        )}
        <FormSection title={isObjection ? text.objectWhat : text.what}>
          {state?.cells.every(({ status }) => status !== "yes") && (
            <Banner tone="info" announced={false}>
              {text.nothing}
            </Banner>
          )}
          <div data-field="scope">
            <Choice
              label={isObjection ? text.objectWhat : text.what}
              labelHidden
              value={values.scope}
              onChange={(scope) => set({ scope })}
              options={[
                { value: "all", label: text.all, description: text.allNote },
                { value: "some", label: text.some },
              ]}
              error={errorOf("scope")}
            />
          </div>
          {values.scope === "some" && (
            <div data-field="cells">
              <TickGroup
                label={text.cells}
                value={values.cells.map(keyCell)}
                onChange={(keys) =>
                  set({ cells: choosable.filter((cell) => keys.includes(keyCell(cell))) })
                }
                options={choosable.map((cell) => ({ value: keyCell(cell), label: nameCell(cell) }))}
                error={errorOf("cells")}
              />
            </div>
          )}
          <div className="rounded-control bg-accent-soft px-4 py-3">
            <p className="font-semibold">{text.meaningHeading}</p>
            <p>{isObjection ? text.objectMeaning : text.meaning}</p>
            <p className="text-muted text-sm">{text.email}</p>
          </div>
        </FormSection>
        <MeansSection {...tools} language={language} staff={staff} values={values} onChange={set} />
      </div>
    </FormFrame>
  );
}

function namesSomebody({ phone, email, memberNumber, receipt }: WithdrawValues): boolean {
  return [phone, email, memberNumber, receipt].some((text) => text.trim() !== "");
}

function keyCell({ purpose, channel }: Cell): string {
  return channel === null ? purpose : `${purpose} ${channel}`;
}
