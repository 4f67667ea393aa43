import { stripVTControlCharacters } from "node:util";

/** The parts of the test runners' JSON reports that tell what went wrong. */
export interface VitestReport {
  testResults?: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
}
export interface PlaywrightReport {
  errors?: PlaywrightError[];
  suites?: PlaywrightSuite[];
}
interface PlaywrightError {
  message?: string;
}
interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    tests: { results: { status: string; errors: PlaywrightError[] }[] }[];
  }[];
}

const longest = 240;

/** A line for each failure; what failed at a first try only is among them. */
export function listPlaywrightFaults({ errors = [], suites = [] }: PlaywrightReport): string[] {
  const outside = errors.map(({ message }) => `outside of any test: ${shorten(message)}`);
  return [...suites.flatMap(listSuiteFaults), ...outside];
}

function listSuiteFaults({ suites = [], specs }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .flatMap(({ results }) => results)
      .filter(({ status }) => status !== "passed" && status !== "skipped")
      .map(({ status, errors }) => {
        const said = errors.map(({ message }) => shorten(message)).join(" | ");
        return `${file}: ${title}: ${said || status}`;
      }),
  );
  return [...own, ...suites.flatMap(listSuiteFaults)];
}

/** A line for each failure; a file that fails as a whole is one. */
export function listVitestFaults({ testResults = [] }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}: ${shorten(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${name}: ${fullName}: ${shorten(failureMessages?.[0])}`,
    );
  });
}

function shorten(message = ""): string {
  const line = stripVTControlCharacters(message).replaceAll(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}
