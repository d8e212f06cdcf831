import { ageOn, type Day } from '../../kit/dates.ts'
import { showCell, type Cell } from '../../kit/table.ts'
import type { RegisterMapping } from './propose-mapping.ts'
import { readDay } from './read-day.ts'
import { readPlace } from './read-place.ts'
import {
  dropDeathNote,
  holdsIdentityNumber,
  isDead,
  plainText,
  readPhone,
  readRelation,
  readRhythm,
  readSex,
} from './read-words.ts'
import { isTarget, targetOf, type Target, type Who } from './register-columns.ts'
import type { CellNote, NoteReason, RegisterAdult, RegisterRow } from './register-row.ts'

export interface RowRead {
  /** Null when the row cannot be taken. */
  readonly row: RegisterRow | null
  readonly notes: readonly CellNote[]
}

interface Reading {
  readonly cells: ReadonlyMap<Target, { readonly column: number; readonly cell: Cell }>
  readonly row: number
  readonly today: Day
  readonly notes: CellNote[]
}

const essential: readonly Target[] = ['child.name']

/** Reads one row of the register; what cannot be taken is noted by its cell. */
export function readRegisterRow(
  cells: readonly Cell[],
  row: number,
  mapping: RegisterMapping,
  today: Day,
): RowRead {
  const reading: Reading = { cells: cellsByTarget(cells, mapping), row, today, notes: [] }
  const name = readText(reading, 'child.name', 80)
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

function cellsByTarget(cells: readonly Cell[], mapping: RegisterMapping): Reading['cells'] {
  const found = new Map<Target, { column: number; cell: Cell }>()
  mapping.columns.forEach((use, index) => {
    const cell = cells[index]
    if (isTarget(use)) found.set(use, { column: index + 1, cell: cell ?? { kind: 'empty' } })
  })
  return found
}

/** What stands in a cell, as a list may show it. */
export function readNote(
  place: { readonly column: number; readonly cell: Cell } | undefined,
  fields: Pick<CellNote, 'row' | 'target' | 'reason' | 'weight' | 'kept'>,
): CellNote {
  const shown = plainText(showCell(place?.cell))
  return {
    ...fields,
    column: place?.column ?? 0,
    shown: holdsIdentityNumber(shown) ? blotOut(shown) : shown.slice(0, 120),
  }
}

function note(
  reading: Reading,
  target: Target,
  reason: NoteReason,
  weight: CellNote['weight'] = essential.includes(target) ? 'row' : 'cell',
  kept = '',
): void {
  const { row } = reading
  reading.notes.push(readNote(reading.cells.get(target), { row, target, reason, weight, kept }))
}

/** FAM-22: no list repeats an identity number. */
function blotOut(text: string): string {
  return text.replace(/[\dXx]/g, '•')
}

function isNoted(reading: Reading, target: Target): boolean {
  return reading.notes.some((each) => each.target === target && each.weight !== 'look')
}

/** The cell's plain words, or nothing after saying why. */
function readPlain(reading: Reading, target: Target): string {
  const cell = reading.cells.get(target)?.cell
  if (cell === undefined || cell.kind === 'empty') return ''
  const text = plainText(showCell(cell))
  if (text === '') return ''
  if (cell.kind === 'formula') note(reading, target, 'formula')
  else if (cell.kind === 'error') note(reading, target, 'errorCell')
  else if (holdsIdentityNumber(text)) note(reading, target, 'identityInside')
  else return text
  return ''
}

function readText(reading: Reading, target: Target, most: number): string {
  const text = readPlain(reading, target)
  if (text.length > most) note(reading, target, 'textTooLong')
  else if (target.endsWith('.name') && /^[\d\s.,-]+$/.test(text) && text !== '')
    note(reading, target, 'nameIsNumber')
  else return target.endsWith('.name') ? tidyName(text) : text
  return ''
}

/** 王 小 明 is 王小明; Latin names keep their spaces. */
function tidyName(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

function readDate(reading: Reading, target: Target): Day | null {
  const text = readPlain(reading, target)
  const cell = reading.cells.get(target)?.cell
  if (text === '' || cell === undefined || cell.kind === 'formula') return null
  const read = readDay(cell, text, reading.today)
  if (!read.ok) note(reading, target, read.trouble)
  else if (read.fromSerial) note(reading, target, 'dateFromSerial', 'look', read.day)
  return read.ok ? read.day : null
}

function readSexCell(reading: Reading): RegisterRow['child']['sex'] {
  const text = readPlain(reading, 'child.sex')
  const sex = text === '' ? 'unknown' : readSex(text)
  if (sex === null) note(reading, 'child.sex', 'sexUnknown')
  return sex ?? 'unknown'
}

function readPhoneCell(reading: Reading, target: Target): string {
  const text = readPlain(reading, target)
  if (text === '' || /^(无|没有|none|no|[-—/]+)$/i.test(text)) return ''
  const read = readPhone(text)
  if (!read.ok) note(reading, target, read.trouble)
  return read.ok ? read.phone : ''
}

const relationOf = {
  father: 'father',
  mother: 'mother',
  paternalGrandfather: 'grandfather',
  paternalGrandmother: 'grandmother',
  maternalGrandfather: 'grandfather',
  maternalGrandmother: 'grandmother',
} as const

function readAdults(reading: Reading): readonly RegisterAdult[] {
  const parents = [readAdult(reading, 'father'), readAdult(reading, 'mother')]
  const elders = (
    [
      'paternalGrandfather',
      'paternalGrandmother',
      'maternalGrandfather',
      'maternalGrandmother',
    ] as const
  ).map((who) => readAdult(reading, who))
  const family = [...parents, ...elders].filter((adult) => adult !== null)
  const caregiver = readAdult(reading, 'caregiver')
  if (caregiver === null) return family
  const same = family.find((adult) => adult.name === caregiver.name && adult.alive)
  if (same === undefined) return [...family, { ...caregiver, cares: true }]
  const joined = { ...same, cares: true, phone: same.phone === '' ? caregiver.phone : same.phone }
  return family.map((adult) => (adult === same ? joined : adult))
}

function readAdult(reading: Reading, who: Exclude<Who, 'family' | 'child'>): RegisterAdult | null {
  const at = (fact: string) => targetOf(who, fact) ?? 'child.name'
  const written = readText(reading, at('name'), 80)
  const name = dropDeathNote(written)
  const bornOn = readDate(reading, at('bornOn'))
  const phone = readPhoneCell(reading, at('phone'))
  const isParent = who === 'father' || who === 'mother'
  const away = isParent ? readAway(reading, who) : null
  if (name === '' || /^(无|没有|不详|none|unknown|[-—/]+)$/i.test(name)) {
    if ((phone !== '' || away?.away != null) && !isNoted(reading, at('name')))
      note(reading, at('name'), 'adultNameMissing')
    return null
  }
  const relation =
    who === 'caregiver' ? readRelation(readPlain(reading, 'caregiver.relation')) : relationOf[who]
  const alive = !isDead(written) && away?.dead !== true
  return {
    name,
    bornOn,
    phone,
    alive,
    away: alive ? (away?.away ?? null) : null,
    relation,
    cares: false,
  }
}

function readAway(
  reading: Reading,
  who: 'father' | 'mother',
): { readonly away: RegisterAdult['away']; readonly dead: boolean } {
  const text = readPlain(reading, `${who}.workPlace`)
  const since = readDate(reading, `${who}.awaySince`)
  const rhythmText = readPlain(reading, `${who}.returnRhythm`)
  const rhythm = rhythmText === '' ? 'unknown' : readRhythm(rhythmText)
  if (rhythm === null) note(reading, `${who}.returnRhythm`, 'rhythmUnknown')
  if (isDead(text)) return { away: null, dead: true }
  const returnRhythm = rhythm ?? 'unknown'
  if (text === '') {
    const isAway = since !== null || returnRhythm !== 'unknown'
    const away = { province: '', city: '', since, returnRhythm, acrossTownship: true }
    return { away: isAway ? away : null, dead: false }
  }
  const place = readPlace(text)
  if (place.at === 'home') return { away: null, dead: false }
  if (place.at === 'unknown') note(reading, `${who}.workPlace`, 'placeUnknown')
  const { province, city } = place.at === 'away' ? place : { province: '', city: '' }
  if (place.at === 'away' && place.cut)
    note(reading, `${who}.workPlace`, 'placeCut', 'look', `${province}${city}`)
  return { away: { province, city, since, returnRhythm, acrossTownship: true }, dead: false }
}
