import { ageOn, type Day } from '../../kit/dates.ts'
import { showCell, type Cell } from '../../kit/table.ts'
import type { RegisterMapping } from './propose-mapping.ts'
import { readAdults } from './read-adults.ts'
import { saysNobody } from './read-name.ts'
import { plainText, readSex } from './read-words.ts'
import { isTarget } from './register-columns.ts'
import {
  isNoted,
  note,
  readDate,
  readPhoneCell,
  readPlain,
  readText,
  startReading,
  tidyName,
  type Reading,
} from './register-reading.ts'
import type { CellNote, RegisterRow } from './register-row.ts'

export interface RowRead {
  /** Null when the row cannot be taken. */
  readonly row: RegisterRow | null
  readonly notes: readonly CellNote[]
}

/** Reads one row of the register; what cannot be taken is noted by its cell. */
export function readRegisterRow(
  cells: readonly Cell[],
  row: number,
  mapping: RegisterMapping,
  today: Day,
): RowRead {
  const reading = startReading(cells, row, mapping, today)
  const written = tidyName(readText(reading, 'child.name', 80))
  const name = saysNobody(written) ? '' : written
  const bornOn = readDate(reading, 'child.bornOn')
  const child = {
    name,
    sex: readSexCell(reading),
    bornOn,
    phone: readPhoneCell(reading, 'child.phone'),
  }
  const place = {
    code: readText(reading, 'family.code', 40),
    village: readText(reading, 'family.village', 80),
    township: readText(reading, 'family.township', 80),
  }
  const adults = readAdults(reading)
  if (name === '' && !isNoted(reading, 'child.name')) note(reading, 'child.name', 'nameMissing')
  if (bornOn === null && !isNoted(reading, 'child.bornOn'))
    note(reading, 'child.bornOn', 'birthMissing')
  if (bornOn !== null && ageOn(bornOn, today) >= 18)
    note(reading, 'child.bornOn', 'childIsAdult', 'look')
  const isOut = reading.notes.some(({ weight }) => weight === 'row')
  return { row: isOut ? null : { row, ...place, child, adults }, notes: reading.notes }
}

/** Whether anything stands in the mapped cells: registers end in empty or decorated rows. */
export function isBlankRow(cells: readonly Cell[], mapping: RegisterMapping): boolean {
  return !cells.some((cell, index) => isMapped(mapping, index) && plainText(showCell(cell)) !== '')
}

function isMapped(mapping: RegisterMapping, index: number): boolean {
  const use = mapping.columns[index]
  return use !== undefined && isTarget(use)
}

function readSexCell(reading: Reading): RegisterRow['child']['sex'] {
  const text = readPlain(reading, 'child.sex')
  const sex = text === '' ? 'unknown' : readSex(text)
  if (sex === null) note(reading, 'child.sex', 'sexUnknown')
  return sex ?? 'unknown'
}
