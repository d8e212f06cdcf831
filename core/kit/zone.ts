import type { Day, Instant } from './dates.ts'

/** The zone of an agency that has set none: all of China has one clock. */
export const usualZone = 'Asia/Shanghai'

/** The clock on the wall of one time zone. */
export interface ZoneClock {
  readonly zone: string
  readonly dayAt: (instant: Instant) => Day
  /** `yyyy-mm-ddThh:mm`, as a field for day and time holds it. */
  readonly minuteAt: (instant: Instant) => string
  /** The instant at which that clock shows such a minute; of one that a change of the clock shows twice, the earlier. */
  readonly instantAt: (minute: string) => Instant
}

/** Refuses nothing: a zone that this machine does not know throws a RangeError. */
export function openZone(zone: string): ZoneClock {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const minuteAt = (instant: Instant): string => {
    const found = new Map(
      parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
    )
    const part = (name: Intl.DateTimeFormatPartTypes) => found.get(name) ?? ''
    return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
  }
  const shown = (at: number) => Date.parse(`${minuteAt(new Date(at).toISOString())}Z`)
  return {
    zone,
    minuteAt,
    dayAt: (instant) => minuteAt(instant).slice(0, 10),
    instantAt: (minute) => {
      const wanted = Date.parse(`${minute}Z`)
      const ahead = [wanted - 86_400_000, wanted + 86_400_000].map((at) => shown(at) - at)
      const fits = ahead.map((by) => wanted - by).toSorted((left, right) => left - right)
      const exact = fits.find((at) => shown(at) === wanted) ?? fits[0] ?? wanted
      return new Date(exact).toISOString()
    },
  }
}
