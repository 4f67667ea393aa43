import { fail, type Result } from "../../src/contract/failure.ts";
import { nameStoreFailure } from "../../src/main/store/store-failure.ts";

/** Does the work, and names what the store throws meanwhile, as the dispatch would to a page. */
export function nameTrouble<Value>(work: () => Result<Value>): Result<Value> {
  try {
    return work();
  } catch (error) {
    const code = nameStoreFailure(error);
    if (code === null) throw error;
    return fail({ code });
  }
}
