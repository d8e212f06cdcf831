// The other side of apart.ts: what a script uses that runs in a process of its own.
import { once } from 'node:events'
import type { LastWords } from './apart.ts'

// Whoever asked is gone: nobody waits for the answer.
process.on('disconnect', () => process.exit())
process.on('uncaughtException', (error: unknown) => {
  const words: LastWords = { lastWords: error instanceof Error ? error : new Error(String(error)) }
  void answer(words).then(() => process.exit(1))
})

// What comes from the other process is of the type that both were written with.
const told: NodeJS.EventEmitter = process
const first = once(told, 'message')

/** What this process is to do: the first thing it is told. */
export async function takeOrder<Order>(): Promise<Order> {
  const [order]: Order[] = await first
  return order ?? Promise.reject(new Error('Bug: no order was given'))
}

/** What it is told after its order, in order of arrival. */
export function hear<Said>(listener: (message: Said) => void): void {
  told.on('message', (message: Said) => listener(message))
}

/** Gives an answer to whoever ordered; settles when it has been handed over. */
export function answer(message: object): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) return resolve()
    process.send(message, undefined, {}, () => resolve())
  })
}
