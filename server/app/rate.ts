/** A small bucket per key: so many tries a minute, refilled by time; old keys are forgotten. */
export interface RateLimit {
  /** Seconds to wait, or 0 when the try is free. */
  readonly take: (key: string) => number
}

const mostKeys = 10_000

export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take: (key) => {
      const at = now()
      const bucket = buckets.get(key) ?? { tokens: perMinute, at }
      const tokens = Math.min(perMinute, bucket.tokens + ((at - bucket.at) / 60_000) * perMinute)
      if (buckets.size >= mostKeys) buckets.clear()
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60)
    },
  }
}
