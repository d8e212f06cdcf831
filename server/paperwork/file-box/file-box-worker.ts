import { parentPort, workerData } from 'node:worker_threads'
import { packFileBox } from './pack-file-box.ts'

parentPort?.postMessage(await packFileBox(workerData))
