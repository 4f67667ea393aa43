import type { Runtime } from "./electron-runtime/runtime.ts";

/** The switches that the desk is started with, by hand or by a test. */
export interface DeskLaunch {
  userData: string;
  headOffice?: string | undefined;
  enrolmentCode?: string | undefined;
}

export function deskArguments({ userData, headOffice, enrolmentCode }: DeskLaunch): string[] {
  return [
    `--user-data-dir=${userData}`,
    ...(headOffice === undefined ? [] : [`--head-office=${headOffice}`]),
    ...(enrolmentCode === undefined ? [] : [`--enrolment-code=${enrolmentCode}`]),
    // Chromium refuses to start as root with its sandbox.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

export function describeRuntime({ kind, version }: Runtime): string {
  return kind === "official"
    ? `Electron ${version}`
    : `the development runtime, Electron ${version}`;
}
