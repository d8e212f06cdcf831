import type { Wave } from '../inquiry/wave.ts'
import type { Day } from '../kit/dates.ts'
import type { StartRecords } from './describe-start.ts'
import type { GroupRecords, Known } from './evaluation-records.ts'
import { findSilences } from './find-silences.ts'
import { type ContactMean, measureContact } from './measure-contact.ts'
import { meansAt, type StartMean } from './scale-means.ts'
import { sheetsWithConsent } from './consented-sheets.ts'

export interface WaveEvidence {
  readonly wave: Known<Wave>
  readonly means: readonly StartMean[]
}

export interface Evidence {
  /** `register`: nobody sits in the group yet, so these are all families whose files are here. */
  readonly of: 'group' | 'register'
  readonly families: number
  readonly today: Day
  /** Newest first. */
  readonly waves: readonly WaveEvidence[]
  /** Surveys whose respondents are codes: read where they are. */
  readonly surveys: readonly Known<Wave>[]
  readonly contact: readonly ContactMean[]
  /** Pairs without contact for two weeks, of all whose adult is away and of whom there is a log. */
  readonly silent: number
}

/**
 * EVA-38: what the system already holds for the plan of a group, before anybody types a need: the waves its families have
 * answered (the group's own later waves and satisfaction are results, not needs), the contact log, and the village's surveys by code.
 */
export function gatherEvidence(all: StartRecords, groupId: string): Evidence {
  const seats = all.seats.filter((seat) => seat.groupId === groupId && seat.leftOn === null)
  const of = seats.length === 0 ? 'register' : 'group'
  const here = new Set(
    of === 'group' ? seats.map(({ familyId }) => familyId) : all.families.map(({ id }) => id),
  )
  const own = <Row extends { readonly familyId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ familyId }) => here.has(familyId))
  const children = new Set(
    of === 'group'
      ? seats.map(({ personId }) => personId)
      : own(all.people).flatMap(({ id, role }) => (role === 'child' ? [id] : [])),
  )
  const pairs = own(all.pairs).filter(({ childId }) => children.has(childId))
  const facts = { today: all.today, pairs, migrations: own(all.migrations) }
  const silences = findSilences({
    ...facts,
    people: own(all.people),
    contactEntries: own(all.contacts),
  })
  const records: Omit<GroupRecords, 'waves'> = {
    instruments: all.instruments,
    sheets: sheetsWithConsent(own(all.sheets), all.consents, all.today),
    families: all.families.filter(({ id }) => here.has(id)),
    people: own(all.people),
    pairs: own(all.pairs),
    seats,
    meetings: [],
    attendance: [],
  }
  return {
    of,
    families: here.size,
    today: all.today,
    waves: wavesOfNeed(all.waves, groupId).flatMap((wave) => evidenceAt(records, wave)),
    surveys: all.waves.filter(({ subject }) => subject === 'codes').toSorted(newestFirst),
    contact: measureContact({ ...facts, contacts: own(all.contacts) }),
    silent: silences.filter(({ state }) => state === 'silent14').length,
  }
}

function wavesOfNeed(waves: readonly Known<Wave>[], groupId: string): readonly Known<Wave>[] {
  return waves
    .filter(({ subject }) => subject === 'families')
    .filter((wave) => wave.groupId !== groupId || wave.phase === 'before')
    .toSorted(newestFirst)
}

function newestFirst(left: Wave, right: Wave): number {
  return right.opensOn.localeCompare(left.opensOn)
}

function evidenceAt(
  records: Omit<GroupRecords, 'waves'>,
  wave: Known<Wave>,
): readonly WaveEvidence[] {
  const sheets = records.sheets.filter(({ waveId }) => waveId === wave.id)
  if (sheets.length === 0) return []
  const means = meansAt({
    ...records,
    sheets,
    waves: { before: wave, after: wave, followUp: null },
  })
  const needs = means.filter(({ tags }) => !tags.includes('satisfaction'))
  return needs.length === 0 ? [] : [{ wave, means: needs }]
}
