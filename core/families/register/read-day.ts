import { dayShape, type Day } from '../../kit/dates.ts'
import type { PlainCell } from '../../kit/table.ts'

export type DayTrouble =
  | 'dateImpossible'
  | 'dateInFuture'
  | 'dateTooOld'
  | 'dateIncomplete'
  | 'dateAmbiguous'
  | 'dateLunar'
  | 'dateUnreadable'

export type DayRead =
  | { readonly ok: true; readonly day: Day; readonly fromSerial: boolean }
  | { readonly ok: false; readonly trouble: DayTrouble }

/** A day in the spellings of Chinese registers: 2014年3月5日, 2014.3.5, 2014/3/5, 20140305, a date cell, a bare Excel day number. */
export function readDay(cell: PlainCell, text: string, today: Day): DayRead {
  if (cell.kind === 'date') return judgeDay(cell.date, today)
  if (cell.kind === 'number' && Number.isInteger(cell.value)) {
    const serial = readSerial(cell.value)
    if (serial !== null) return judgeDay(serial, today, true)
  }
  return readDayText(text, today)
}

/** Excel counts days from the end of 1899; only what can be somebody's birth date is taken for one. */
function readSerial(value: number): Day | null {
  if (value < 7_000 || value > 60_000) return null
  return new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

function readDayText(text: string, today: Day): DayRead {
  if (/农历|阴历|旧历|lunar/i.test(text)) return { ok: false, trouble: 'dateLunar' }
  const plain = text.replace(/[T\s]+0{1,2}:00(:00)?(\.0+)?Z?$/, '').replace(/\s+/g, '')
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const parted = /^(\d{4})[年./\-_\\]+(\d{1,2})[月./\-_\\]+(\d{1,2})[日号]?$/.exec(plain)
  const [, year, month, day] = compact ?? parted ?? []
  if (year !== undefined && month !== undefined && day !== undefined)
    return judgeDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, today)
  if (/^\d{4}年?$|^\d{4}[年./-]\d{1,2}月?$|^\d{6}$/.test(plain))
    return { ok: false, trouble: 'dateIncomplete' }
  return readYearLast(plain, today)
}

/** 5/3/2014 may be March or May: taken only where one reading is possible. */
function readYearLast(text: string, today: Day): DayRead {
  const found = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (found === null) {
    const short = /^\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?$/.test(text)
    return { ok: false, trouble: short ? 'dateAmbiguous' : 'dateUnreadable' }
  }
  const [, first = '', second = '', year = ''] = found
  if (first !== second && Number(first) <= 12 && Number(second) <= 12)
    return { ok: false, trouble: 'dateAmbiguous' }
  const [month, day] = Number(first) > 12 ? [second, first] : [first, second]
  return judgeDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, today)
}

function judgeDay(day: string, today: Day, fromSerial = false): DayRead {
  if (!dayShape.safeParse(day).success) return { ok: false, trouble: 'dateImpossible' }
  if (day > today) return { ok: false, trouble: 'dateInFuture' }
  if (day < '1900-01-01') return { ok: false, trouble: 'dateTooOld' }
  return { ok: true, day, fromSerial }
}
