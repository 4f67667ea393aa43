import type { CopyRules } from "../../contract/copy-rules.ts";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { RefundPart } from "./refund-part.ts";
import { isGift } from "./refund-values.ts";

const ways = ["cash", "transfer", "card-reversal"] as const;
const digits = 9;

/** What goes back, why, how much and by which way. */
export function SaleSection({
  words,
  language,
  values,
  set,
  errorOf,
  rules,
}: RefundPart & { rules: CopyRules }) {
  const text = words.sale;
  const reasons = rules.reasons.toSorted((a, b) => a.order - b.order);
  const gift = isGift(values, rules);
  const banks = rules.banks.toSorted((a, b) => a.order - b.order);
  return (
    <FormSection title={text.heading}>
      <div data-field="reason">
        <Choice
          autoFocus
          label={text.reason}
          value={values.reason}
          onChange={(reason) => set({ reason })}
          options={reasons
            .slice(0, digits)
            .map(({ id, name }) => ({ value: id, label: name[language] }))}
          error={errorOf("reason")}
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <div data-field="sale">
          <TextField
            label={text.sale}
            value={values.sale}
            onChange={(sale) => set({ sale })}
            maxLength={40}
            error={errorOf("sale")}
          />
        </div>
        <div data-field="amount">
          <TextField
            label={gift ? text.worth : text.amount}
            inputMode="decimal"
            value={values.amount}
            onChange={(amount) => set({ amount })}
            maxLength={14}
            error={errorOf("amount")}
          />
        </div>
      </div>
      {!gift && (
        <div data-field="how">
          <Choice
            label={text.how}
            value={values.how}
            onChange={(how) => set({ how })}
            options={ways.map((value) => ({
              value,
              label: text[value],
              ...(value === "card-reversal" ? { description: text.cardNote } : {}),
            }))}
            error={errorOf("how")}
          />
        </div>
      )}
      {!gift && values.how === "transfer" && (
        <div className="grid grid-cols-2 gap-4">
          <div data-field="bank">
            <SelectField
              label={text.bank}
              value={values.bank ?? ""}
              onChange={(bank) => set({ bank: bank === "" ? null : bank })}
              options={[
                { value: "", label: text.chooseBank },
                ...banks.map(({ id, name }) => ({ value: id, label: name[language] })),
              ]}
            />
            {errorOf("bank") && (
              <p className="font-medium text-danger text-sm" role="alert">
                {errorOf("bank")}
              </p>
            )}
          </div>
          <div data-field="account">
            <TextField
              label={text.account}
              inputMode="numeric"
              value={values.account}
              onChange={(account) => set({ account })}
              maxLength={20}
              error={errorOf("account")}
            />
          </div>
        </div>
      )}
    </FormSection>
  );
}
