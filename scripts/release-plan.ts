/** What a release is made of, besides the sources. */
export type ReleaseSources = {
  version: string;
  /** CHANGELOG.md; null: there is none. */
  changelog: string | null;
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
};

export type ReleasePlan = { problems: string[] } | { problems: []; arguments: string[] };

/** What an updater checks an update against, and where it looks: without either it would check nothing. */
export function planRelease(sources: ReleaseSources): ReleasePlan {
  const { version, platform, env } = sources;
  const publisher = env.YINYOM_PUBLISHER?.trim() ?? "";
  const address = env.YINYOM_UPDATE_URL?.trim() ?? "";
  const notes = readNotes(sources.changelog, version);
  const problems = [
    publisher === "" &&
      "YINYOM_PUBLISHER is not set: the name in the certificate that signs it. Without it Windows installs an update whoever signed it.",
    !isUpdateAddress(address) &&
      "YINYOM_UPDATE_URL is not an https address: the folder that desks look for updates in.",
    notes === "" && `CHANGELOG.md says nothing under "## ${version}".`,
    ...(platform === "darwin" ? appleKeys.filter((name) => !env[name]).map(sayAppleKey) : []),
  ].filter((problem) => problem !== false);
  if (problems.length > 0) return { problems };
  return {
    problems: [],
    arguments: [
      "--config=electron-builder.yml",
      // The files are looked at before anyone can fetch them: see docs/release.md.
      "--publish=never",
      "-c.publish.provider=generic",
      `-c.publish.url=${address}`,
      `-c.win.signtoolOptions.publisherName=${publisher}`,
      `-c.releaseInfo.releaseNotes=${notes}`,
      // A package for Debian names one.
      `-c.extraMetadata.homepage=${new URL(address).origin}`,
      // Linux packages are signed by the repository that offers them.
      ...(platform === "linux" ? [] : ["-c.forceCodeSigning=true"]),
    ],
  };
}

const appleKeys = ["APPLE_API_KEY", "APPLE_API_KEY_ID", "APPLE_API_ISSUER"] as const;

function sayAppleKey(name: string): string {
  return `${name} is not set: without it Apple does not notarise the app, and no Mac opens it.`;
}

function isUpdateAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === "https:" && username === "" && password === "";
}

/** What stands under the version's heading, up to the next. */
export function readNotes(changelog: string | null, version: string): string {
  const lines = (changelog ?? "").split(/\r?\n/);
  const start = lines.findIndex(
    (line) => line.replace(/^## +/, "").split(" ")[0] === version && line.startsWith("## "),
  );
  if (start < 0) return "";
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith("## "));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .join("\n")
    .trim();
}
