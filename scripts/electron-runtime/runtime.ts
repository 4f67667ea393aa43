/** An unpacked Electron. */
export interface Runtime {
  kind: "official" | "stand-in";
  /** The version of Electron. */
  version: string;
  executable: string;
  /** The folder with everything in it. */
  folder: string;
  /** A folder to package an app with: it holds no app yet. */
  empty: string;
}
