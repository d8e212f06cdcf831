// Work that takes a processor and a heap of its own gets a place: so many at a time, a few waiting, and no more.
import { refuse, type Outcome } from '../../core/kit/outcome.ts'

export interface Places {
  /** Runs the work when a place is free, in the order of asking; refuses when too many wait, or the asker has gone. */
  readonly run: <Value>(
    asker: AbortSignal,
    work: () => Promise<Outcome<Value>>,
  ) => Promise<Outcome<Value>>
}

interface PlacesOptions {
  readonly atOnce: number
  readonly mostWaiting: number
  /** What is refused when nobody more may wait. */
  readonly full: string
}

export function openPlaces({ atOnce, mostWaiting, full }: PlacesOptions): Places {
  const waiting = new Set<() => void>()
  let running = 0
  /** Whether a place was given; not when the asker went first. */
  const wait = (asker: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const leave = (): void => {
        waiting.delete(enter)
        resolve(false)
      }
      const enter = (): void => {
        waiting.delete(enter)
        asker.removeEventListener('abort', leave)
        running += 1
        resolve(true)
      }
      waiting.add(enter)
      asker.addEventListener('abort', leave, { once: true })
    })
  const take = async (asker: AbortSignal): Promise<boolean> => {
    if (running >= atOnce) return wait(asker)
    running += 1
    return true
  }
  return {
    run: async (asker, work) => {
      if (asker.aborted) return refuse('RequestGone')
      if (running >= atOnce && waiting.size >= mostWaiting) return refuse(full, { seconds: 60 })
      if (!(await take(asker))) return refuse('RequestGone')
      try {
        return await work()
      } finally {
        running -= 1
        const [next] = waiting
        next?.()
      }
    },
  }
}

/** Places of its own for each owner, kept while somebody runs or waits in them. */
export function openPlacesByOwner(options: PlacesOptions): (owner: string) => Places {
  const held = new Map<string, { readonly places: Places; inside: number }>()
  return (owner) => ({
    run: async (asker, work) => {
      const own = held.get(owner) ?? { places: openPlaces(options), inside: 0 }
      held.set(owner, own)
      own.inside += 1
      try {
        return await own.places.run(asker, work)
      } finally {
        own.inside -= 1
        if (own.inside === 0) held.delete(owner)
      }
    },
  })
}
