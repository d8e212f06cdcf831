import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/**
 * How work in a process of its own ended before it had answered: it needed more memory than it may have, it threw, or it
 * was simply gone (ended by us, by the operating system, or by a fault of the runtime).
 */
export type Ending =
  | { readonly kind: 'memory' }
  | { readonly kind: 'threw'; readonly error: Error }
  | { readonly kind: 'gone' }

/** Work in a process of its own, from the side of the server. */
export interface Apart<Said, Heard> {
  readonly say: (message: Said) => void
  /** Every answer of the work, in order. */
  readonly hear: (listener: (message: Heard) => void) => void
  /** Settles once the process has ended, whoever ended it; never rejects. */
  readonly ended: Promise<Ending>
  /** Ends it at once, whatever it is doing, and waits until it is gone. */
  readonly close: () => Promise<void>
}

/** What a process that throws says instead of an answer. */
export interface LastWords {
  readonly lastWords: Error
}

const keptOfStderr = 4_000

/**
 * Starts a script in a process of its own and gives it its order (`takeOrder` in apart-inside.ts).
 *
 * A process and not a thread: opening strangers' files and making documents may exhaust memory or bring down the runtime
 * itself (seen: V8 aborting in a thread that was loading TypeScript). Here that ends one piece of work, and other people
 * are answered on. It is given nothing of the server's environment. What it is not: a wall against a program that has been
 * taken over (decision 0017).
 *
 * @param script the module to run
 * @param order what it is to do; a copy reaches it (structured clone, without key objects)
 * @param megabytes of JavaScript heap that it may use
 */
export function openApart<Order extends object, Said extends object, Heard>(
  script: URL,
  order: Order,
  megabytes: number,
): Apart<Said, Heard> {
  const child = fork(script, [], {
    // The time zone is the one thing in the environment that figures and days depend on.
    env: process.env.TZ === undefined ? {} : { TZ: process.env.TZ },
    execArgv: [`--max-old-space-size=${Math.ceil(megabytes)}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const ended = watchEnd(child)
  // What comes from there is of the type that both sides were written with.
  const told: NodeJS.EventEmitter = child
  // To a process that is already gone nothing can be said; `ended` tells.
  const say = (message: Order | Said): void => {
    if (child.connected) child.send(message, () => undefined)
  }
  try {
    say(order)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    say,
    hear: (listener) => {
      told.on('message', (message: Heard) => {
        if (readLastWords(message) === null) listener(message)
      })
    },
    ended,
    close: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The first answer, or why there is none: how the process ended, or that it took too long. It is gone afterwards. */
export async function askApart<Order extends object, Answer>(
  script: URL,
  order: Order,
  limits: { readonly megabytes: number; readonly milliseconds: number },
): Promise<
  { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'late' } | Ending
> {
  const apart = openApart<Order, never, Answer>(script, order, limits.megabytes)
  const late = new AbortController()
  try {
    return await Promise.race([
      new Promise<{ kind: 'answer'; answer: Answer }>((resolve) => {
        apart.hear((answer) => resolve({ kind: 'answer', answer }))
      }),
      setTimeout(limits.milliseconds, { kind: 'late' } as const, late),
      apart.ended,
    ])
  } finally {
    late.abort()
    await apart.close()
  }
}

/** Why there is no answer, in a word for whoever has to name it to an administrator. */
export function nameEnding(ending: { readonly kind: 'late' } | Ending): string {
  switch (ending.kind) {
    case 'late':
      return 'timeout'
    case 'memory':
      return 'memory'
    case 'gone':
      return 'exit'
    case 'threw':
      return ending.error.message.trim().slice(0, 200) || ending.error.name || 'error'
  }
}

function readLastWords(message: unknown): Error | null {
  if (typeof message !== 'object' || message === null || !('lastWords' in message)) return null
  return message.lastWords instanceof Error ? message.lastWords : null
}

async function watchEnd(child: ChildProcess): Promise<Ending> {
  let stderr = ''
  let threw: Error | null = null
  child.stderr?.setEncoding('utf8')
  child.stderr?.on('data', (text: string) => {
    stderr = (stderr + text).slice(-keptOfStderr)
  })
  child.on('message', (message) => {
    threw = readLastWords(message) ?? threw
  })
  try {
    // 'close' and not 'exit': by then all that it wrote has been read.
    await once(child, 'close')
  } catch {
    return { kind: 'gone' }
  }
  if (threw !== null) return { kind: 'threw', error: threw }
  return stderr.includes('heap out of memory') ? { kind: 'memory' } : { kind: 'gone' }
}
