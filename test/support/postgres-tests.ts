/** Head office's own tests, which know no database by name. */
export const ofHeadOffice = "src/head-office/**/*.test.ts";

/** Of these, what is about PGlite, the inbox's pages or the program itself. */
export const ofPgliteAlone = [
  "src/head-office/inbox/**/*.test.{ts,tsx}",
  "src/head-office/db/{durable-pglite,directory-lock,database}.test.ts",
  "src/head-office/{index,config,log}.test.ts",
  "src/head-office/people/erasure.test.ts",
];

/** Tests of desk and head office together that no database may change. */
export const ofBoth = "test/faults/{verdicts,reference,enrolment}.test.ts";
