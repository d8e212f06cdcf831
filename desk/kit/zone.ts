// The clock by which the agency counts its days, on every device: a laptop that stands on another zone shows no other day.
import { openZone, usualZone, type ZoneClock } from '../../core/kit/zone.ts'

let clock: ZoneClock = openZone(usualZone)

/** What the server said; a browser that does not know the zone goes by the usual one. */
export function learnZone(zone: string | undefined): void {
  if (zone === undefined || zone === clock.zone) return
  try {
    clock = openZone(zone)
  } catch (trouble) {
    if (!(trouble instanceof RangeError)) throw trouble
    clock = openZone(usualZone)
  }
}

export function agencyClock(): ZoneClock {
  return clock
}
