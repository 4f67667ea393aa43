import type { Page } from "playwright/test";
import type { Result } from "../../src/contract/failure.ts";
import type { ProcedureInput, ProcedureOutput } from "../../src/contract/ipc.ts";
import type { ProcedureName } from "../../src/contract/procedures.ts";

/** Asks main what a page may ask, with the rights of whoever is signed in; throws where main refuses. */
export async function callDesk<Name extends ProcedureName>(
  page: Page,
  name: Name,
  input?: ProcedureInput<Name>,
): Promise<ProcedureOutput<Name>> {
  // As text: what runs in the page is not checked against Node.js' world.
  const given = input === undefined ? "undefined" : JSON.stringify(input);
  const result = await page.evaluate<Result<ProcedureOutput<Name>>>(
    `window.yinyom.invoke(${JSON.stringify(name)}, ${given})`,
  );
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
  return result.value;
}
