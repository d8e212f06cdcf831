import type { Replica } from './replica.ts'

/** The own numbers that still lie in the outbox, as ranges: an import leaves thousands in a row. */
export function waitingNumbers(
  replica: Pick<Replica, 'outbox' | 'deviceId'>,
): [from: number, to: number][] {
  const own = replica.outbox
    .list()
    .flatMap(({ change }) => (change.deviceId === replica.deviceId ? [change.deviceSeq] : []))
    .sort((left, right) => left - right)
  const ranges: [number, number][] = []
  for (const number of own) {
    const last = ranges.at(-1)
    if (last !== undefined && number <= last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
}
