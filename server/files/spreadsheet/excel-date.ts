// Excel counts days from 1900 and believes in a 29 February 1900; old Mac files count from 1904.

const DAY_SECONDS = 86_400
const LAST_SERIAL = 2_958_466

/** Calendar day and clock time of a serial number; nothing where it is no real date. */
export function readSerialDate(
  serial: number,
  from1904: boolean,
): { readonly date: string; readonly time?: string } | undefined {
  const seconds = Math.round(serial * DAY_SECONDS)
  const day = Math.floor(seconds / DAY_SECONDS)
  const clock = seconds - day * DAY_SECONDS
  const counted = from1904 ? day + 1462 : day
  if (counted < 1 || counted >= LAST_SERIAL || (!from1904 && counted === 60)) return undefined
  const sinceEpoch = counted < 60 ? counted - 25_568 : counted - 25_569
  const date = new Date(sinceEpoch * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  return clock === 0 ? { date } : { date, time: formatClock(clock) }
}

/** Clock time of the fraction of a day, `hh:mm:ss`. */
export function readSerialTime(serial: number): string | undefined {
  return serial >= 0 && serial < 1
    ? formatClock(Math.min(Math.round(serial * DAY_SECONDS), DAY_SECONDS - 1))
    : undefined
}

function formatClock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
