// Memory follows the disk in the order of the disk: writing a step and showing it, or reading rows and taking them, never overlap.
import type { Replica } from './replica.ts'

const lastTurn = new WeakMap<Replica, Promise<unknown>>()

export function takeTurn<Value>(replica: Replica, run: () => Promise<Value>): Promise<Value> {
  const turn = (lastTurn.get(replica) ?? Promise.resolve()).then(run)
  // Whoever comes next does not care how this one ended.
  lastTurn.set(
    replica,
    turn.catch(() => null),
  )
  return turn
}

const itemsPerSlice = 500

/** So much at a time that a screen stays alive between two slices of an import. */
export function slicesOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / itemsPerSlice) }, (_, index) =>
    items.slice(index * itemsPerSlice, (index + 1) * itemsPerSlice),
  )
}

/** Lets the page do what has waited meanwhile. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
