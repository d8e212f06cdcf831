import { parentPort, workerData } from 'node:worker_threads'
import { renderDocument } from './render-document.ts'

const answer = await renderDocument(workerData)
parentPort?.postMessage(answer)
