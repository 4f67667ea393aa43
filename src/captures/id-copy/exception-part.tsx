import { CircleCheck } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { limits } from "./payload.ts";
import { type Manager, nameApproval, type RefundPart } from "./refund-part.ts";

type ExceptionPartProps = RefundPart & { managers: readonly Manager[]; onVouch: () => void };

/** What is not as the rule asks: the manager's reason, and their PIN for this one save. */
export function ExceptionPart(props: ExceptionPartProps) {
  const { words, values, set, errorOf, managers } = props;
  const text = words.evidence;
  const approved = nameApproval(props, managers);
  return (
    <div className="flex flex-col gap-3 rounded-control bg-warning-soft px-4 py-3">
      <p className="font-medium text-warning">{text.against}</p>
      <div className="flex items-start gap-4">
        <div data-field="why" className="flex-1">
          <TextField
            label={text.why}
            value={values.why}
            onChange={(why) => set({ why })}
            maxLength={limits.reason}
            error={errorOf("why")}
          />
        </div>
        <div data-field="manager" className="flex flex-col gap-1.5 pt-8">
          {approved ? (
            <p className="flex min-h-11 items-center gap-2 font-medium text-success">
              <CircleCheck aria-hidden="true" className="size-5" />
              {approved}
            </p>
          ) : (
            <Button onPress={props.onVouch}>{text.approve}</Button>
          )}
          {errorOf("manager") && (
            <p className="font-medium text-danger text-sm">{errorOf("manager")}</p>
          )}
        </div>
      </div>
    </div>
  );
}
