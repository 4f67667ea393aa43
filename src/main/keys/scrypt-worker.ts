import { parentPort, workerData } from "node:worker_threads";
import { scrypt } from "@noble/hashes/scrypt.js";
import type { ScryptTask } from "./scrypt.ts";

const { secret, salt, length, ...cost } = workerData as ScryptTask;
parentPort?.postMessage(scrypt(secret, salt, { ...cost, dkLen: length }));
