// Who may import whom. Each room names what it may reach; everything else is forbidden.
// A test sits in its room and may besides use the tools of testing and Node.js.

const test = "[.]test[.]tsx?$";
// The decoders of other people are the tests' second opinion on pictures.
const testing = ["^node_modules/(vitest|fast-check|jpeg-js|pngjs|@types/pngjs)/"];
const node = "^(node:)?[a-z_/]+$";
const npm = (...names) => `^node_modules/(${names.join("|")})/`;

const zod = npm("zod");
const page = npm(
  "@tanstack/react-query",
  "@types/react",
  "@types/react-dom",
  "i18next",
  "lucide-react",
  "react",
  "react-aria-components",
  "react-dom",
  "react-hook-form",
  "react-i18next",
  "signature_pad",
  "tesseract[.]js",
  "@hyzyla/pdfium",
  "uqr",
  "wouter",
);
const pageOnly = npm("@fontsource/[^/]+", "tailwindcss");
// Pure functions without platform: they answer the same under Node.js and in a page.
const pure = npm("canonicalize", "libphonenumber-js", "uuidv7");
const style = "[.]css$";
const data = "^resources/";

const contract = "^src/contract/";
const captureRegistry = "^src/captures/index[.]ts$";
const capturesCommon = "^src/captures/(?!index[.]|forms[.])[^/]+[.]tsx?$";
// A case is folded wherever it is worked on: at the counter and at head office.
const caseModel =
  "^src/captures/rights-request/(case-(fold|row|state|step)|due-date|payload|typed-day)[.]ts$";
// What is open of refunds is folded at the shop and, for what is to be destroyed, at head office.
const refundModel = "^src/captures/id-copy/(payload|refund-fold)[.]ts$";
const examples = "^src/captures/[^/]+/example[^/]*[.]ts$";
const cardMask = "^src/card-mask/";
const ui = "^src/ui/";

/** Two rules: what the room's own files may reach, and what its tests may. */
function room(name, { path, pathNot, reaches, comment, testsReach = [] }) {
  const from = (extra) => ({ path, pathNot: [...(pathNot ?? []), ...extra] });
  const inside = path.includes("$1") ? [] : [path];
  return [
    {
      name: `room-${name}`,
      comment,
      severity: "error",
      from: from([test]),
      to: { pathNot: [...inside, ...reaches] },
    },
    {
      name: `room-${name}-tests`,
      comment: `${comment} Its tests may add vitest, fast-check, Node.js, test/ and the kinds' examples.`,
      severity: "error",
      from: { path: path.replace(/\/?$/, "/.*") + test, ...(pathNot ? { pathNot } : {}) },
      to: {
        pathNot: [...inside, ...reaches, ...testsReach, ...testing, node, "^test/", data, examples],
      },
    },
  ];
}

/** A kind's file knows its own folder: $1 is the folder of the importing file. */
function kind(name, { path, reaches, comment }) {
  const to = { pathNot: ["^src/captures/$1/", ...reaches] };
  return { name, comment, severity: "error", from: { path }, to };
}

const mainRoom = (name, reaches, platform = []) =>
  room(`main-${name}`, {
    path: `^src/main/${name}/`,
    reaches: [
      contract,
      captureRegistry,
      capturesCommon,
      zod,
      pure,
      node,
      ...platform,
      ...reaches.map((to) => `^src/main/${to}/`),
    ],
    // A test may set its scene with what the other rooms do.
    testsReach: ["^src/main/(ipc|capture|pictures|sync|session|store|keys)/"],
    comment: `main/${name} reaches ${reaches.join(", ") || "no other room of main"}.`,
  });

const forbidden = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...room("contract", {
      path: "^src/contract/",
      reaches: [zod],
      comment: "contract crosses boundaries: it imports zod and itself.",
    }),
    ...room("captures-common", {
      path: "^src/captures/[^/]+$",
      pathNot: ["^src/captures/(index|forms)[.]ts$", "[.]test[.]tsx?$"],
      reaches: [contract, capturesCommon, zod, pure, npm("react", "@types/react")],
      comment: "What all kinds share knows no single kind.",
    }).slice(0, 1),
    kind("kind-definition", {
      path: "^src/captures/([^/]+)/(?!.*[.]test[.]tsx?$)[^/]+[.]ts$",
      reaches: [contract, capturesCommon, zod, pure, data],
      comment:
        "A definition reaches contract and its own folder: no other kind, React, Node.js, DOM.",
    }),
    kind("kind-form", {
      path: "^src/captures/([^/]+)/(?!.*[.]test[.]tsx?$)[^/]+[.]tsx$",
      reaches: [contract, capturesCommon, ui, page, zod, pure],
      comment: "A form reaches its own folder and ui: no other kind, no IPC.",
    }),
    kind("kind-tests", {
      path: `^src/captures/([^/]+)/.*${test}`,
      reaches: [
        contract,
        "^src/captures/[^/]+$",
        ui,
        page,
        zod,
        pure,
        ...testing,
        node,
        "^test/",
        data,
      ],
      comment: "The tests of a kind know no other kind.",
    }),
    forbidden(
      "definition-without-react",
      "Head office loads every definition: none may lead to a form or to React.",
      { path: "^src/captures/.+[.]ts$", pathNot: [test, "^src/captures/forms[.]ts$"] },
      { path: "[.]tsx$", reachable: true },
    ),
    forbidden(
      "captures-index",
      "The registry of definitions names definitions only.",
      { path: captureRegistry },
      { pathNot: ["^src/captures/[^/]+/definition[.]ts$", capturesCommon, contract] },
    ),
    forbidden(
      "captures-forms",
      "The registry of forms names forms only.",
      { path: "^src/captures/forms[.]ts$" },
      {
        pathNot: [
          "^src/captures/[^/]+/form[.]tsx$",
          capturesCommon,
          contract,
          npm("react", "@types/react"),
        ],
      },
    ),
    forbidden(
      "forms-for-renderer",
      "Only the renderer loads forms: main and head office must start without React.",
      { pathNot: ["^src/renderer/", "^src/captures/[^/]+[.]test[.]tsx?$"] },
      { path: "^src/captures/forms[.]ts$" },
    ),
    ...room("ui", {
      path: "^src/ui/",
      reaches: [page, pageOnly, style],
      comment: "ui knows React and its libraries: no kind, no IPC.",
    }),
    ...room("card-mask", {
      path: "^src/card-mask/",
      reaches: [],
      comment: "card-mask is arithmetic over pixels: no page, no Node.js, no library.",
    }),
    ...room("renderer", {
      path: "^src/renderer/",
      reaches: [contract, "^src/captures/", cardMask, ui, zod, pure, page, pageOnly, style, data],
      comment: "renderer reaches contract, captures and ui.",
    }),
    ...room("preload", {
      path: "^src/preload/",
      reaches: [contract, npm("electron"), "^electron$"],
      comment: "preload invokes and subscribes, nothing else.",
    }),
    // Search, drafts and the outbox's list are plain reads: a layer that passes them on would add nothing.
    ...mainRoom(
      "ipc",
      ["capture", "pictures", "recovery", "session", "sync", "store", "support", "update"],
      [caseModel],
    ),
    ...mainRoom("capture", ["store", "keys"], [npm("pino"), refundModel, caseModel]),
    ...mainRoom("sync", ["store", "keys"], [npm("jose", "pino")]),
    ...mainRoom("support", []),
    ...mainRoom("update", []),
    ...mainRoom("pictures", ["store"], [npm("exifreader")]),
    ...mainRoom("session", ["store", "keys"], [npm("pino")]),
    ...mainRoom("store", [], [npm("better-sqlite3", "pino"), data]),
    ...mainRoom("recovery", ["store", "keys"]),
    ...mainRoom("keys", [], [npm("@hpke/core", "@noble/hashes")]),
    ...mainRoom("shell", [], [npm("electron", "electron-updater", "pino"), "^electron$"]),
    ...room("main", {
      path: "^src/main/",
      pathNot: [
        "^src/main/(ipc|capture|pictures|recovery|session|sync|store|keys|support|update|shell)/",
      ],
      reaches: [
        contract,
        captureRegistry,
        capturesCommon,
        zod,
        pure,
        node,
        data,
        "^electron$",
        npm("electron", "jose", "pino"),
      ],
      comment: "Outside the rooms of main there is the composition root only.",
    }),
    forbidden(
      "electron-in-shell",
      "Electron is imported in main/shell, the two files that put main together, and preload only, its types too.",
      {
        path: "^src/",
        pathNot: ["^src/main/shell/", "^src/main/(index|composition)[.]ts$", "^src/preload/"],
      },
      { path: ["^electron$", npm("electron")] },
    ),
    forbidden(
      "sqlite-in-store",
      "better-sqlite3 is imported in main/store only.",
      { path: "^src/", pathNot: "^src/main/store/" },
      { path: npm("better-sqlite3") },
    ),
    ...room("inbox", {
      path: "^src/head-office/inbox/",
      reaches: [contract, "^src/captures/", ui, zod, pure, page, pageOnly, style],
      comment: "The inbox's pages reach contract, the kinds and ui: never head office's server.",
    }),
    ...room("head-office", {
      path: "^src/head-office/",
      pathNot: ["^src/head-office/inbox/"],
      reaches: [
        contract,
        captureRegistry,
        caseModel,
        capturesCommon,
        caseModel,
        refundModel,
        zod,
        pure,
        node,
        data,
        npm(
          "@electric-sql/pglite",
          "@fastify/cookie",
          "@fastify/helmet",
          "@fastify/rate-limit",
          "@fastify/static",
          "@fastify/swagger",
          "@hpke/core",
          "@types/pg",
          "fastify",
          "fastify-type-provider-zod",
          "jose",
          "kysely",
          "pg",
          "pino",
        ),
      ],
      comment: "head-office reaches contract and the registry of definitions, never main or forms.",
    }),
    forbidden(
      "tests-stay-out",
      "What ships knows nothing of tests, scripts or build output.",
      { path: "^src/", pathNot: test },
      { path: ["^test/", "^scripts/", "^out/", test] },
    ),
    forbidden(
      "no-drawer-for-everything",
      "A folder is named after what is in it.",
      {},
      { path: "/(utils|util|shared|types|helpers|common|lib)/", pathNot: "^node_modules/" },
    ),
    forbidden(
      "no-barrel",
      "Only the registry of definitions and the three entries are called index.",
      { pathNot: "^scripts/head-office[.]ts$" },
      {
        path: "^(src|test|scripts)/.*/index[.]tsx?$",
        pathNot: captureRegistry,
      },
    ),
    forbidden("no-cycle", "Two files that need each other are one.", {}, { circular: true }),
    forbidden("no-dangling", "An import names a file that exists.", {}, { couldNotResolve: true }),
    forbidden(
      "licence",
      "Nothing that ships is under AGPL or GPL.",
      { path: "^src/", pathNot: test },
      { license: "GPL" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^out/", "^dist/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      mainFields: ["module", "main", "types"],
    },
  },
};
