// Two files are read at a time, whatever is uploaded at once: each reading may take a processor and a heap of its own.

const AT_ONCE = 2
const waiting: (() => void)[] = []
let running = 0

/** Runs the task when one of the two places is free, in the order of asking. */
export async function takeTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await task()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
